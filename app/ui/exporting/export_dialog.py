"""Export: what, where to, how it goes, and where it went."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.document.shot import Shot
from app.engine.exporting import Exported
from app.engine.task import Step
from app.jobs.queue import JobQueue
from app.language import tr
from app.settings import Settings
from app.ui.controls.file_choice import FileChooser
from app.ui.controls.preferences import Preferences
from app.ui.controls.widgets import label
from app.ui.desk.session import Session
from app.ui.exporting.export_choices import ExportChoices
from app.ui.exporting.export_order import Order, order
from app.ui.exporting.export_preview import ExportPreview
from app.ui.exporting.export_ranges import export_ranges
from app.ui.exporting.export_run import Export, ExportRun, export
from app.ui.exporting.export_words import question
from app.ui.messages.sentences import told


class ExportDialog(QDialog):
    """Writes the finished colorings of a shot as images or as a preview movie.

    Attributes:
        choices: what is chosen.
        preview: what it comes to.
        export: the button that starts.
        message: what is wrong, or how it went.
        question: asks what becomes of files that are there; hidden otherwise.
    """

    def __init__(
        self,
        session: Session,
        queue: JobQueue,
        chooser: FileChooser,
        preferences: Preferences,
        parent: QWidget | None = None,
        engine: Export = export,
    ) -> None:
        super().__init__(parent)
        assert session.shot is not None
        self.setWindowTitle(tr("Export"))
        self.setMinimumWidth(620)
        self._session = session
        self._shot: Shot = session.shot
        self._queue = queue
        self._chooser = chooser
        self._preferences = preferences
        self._engine = engine
        self._run: ExportRun | None = None
        self._folder_written = Path()
        self._closes_when_done = False
        settings = preferences.settings
        self.choices = ExportChoices(
            export_ranges(session), settings, suggested_folder(self._shot, settings)
        )
        self.preview = ExportPreview()
        self.message = label("", "exportMessage", wraps=True)
        self.question = QFrame()
        self._asked = label("", wraps=True)
        self._replace = QPushButton(tr("Replace"))
        self._keep = QPushButton(tr("Keep"))
        self._new = QPushButton(tr("New folder"))
        self._bar = QProgressBar()
        self._show = QPushButton(tr("Open folder"))
        self._close = QPushButton(tr("Close"))
        self.export = QPushButton(tr("Export"))
        self._lay_out()
        self._connect()
        self._show.hide()
        self._settle()

    def _lay_out(self) -> None:
        self._bar.setTextVisible(False)
        self._lay_out_question()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._show)
        buttons.addStretch()
        buttons.addWidget(self._close)
        buttons.addWidget(self.export)
        self.export.setProperty("primary", True)
        self.export.setDefault(True)
        for button in (self._close, self.export):
            button.setMinimumWidth(96)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        layout.addWidget(self.choices)
        layout.addSpacing(8)
        layout.addWidget(self.preview)
        layout.addWidget(self.question)
        layout.addWidget(self.message)
        layout.addWidget(self._bar)
        layout.addStretch()
        layout.addSpacing(4)
        layout.addLayout(buttons)

    def _lay_out_question(self) -> None:
        row = QHBoxLayout(self.question)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(self._asked, 1)
        for button, tip in (
            (self._new, tr("Leave that folder alone and use one with a number behind its name")),
            (self._keep, tr("Write only the files that are missing")),
            (self._replace, tr("Overwrite the files that are there")),
        ):
            button.setToolTip(tip)
            button.setAutoDefault(False)
            row.addWidget(button)

    def _connect(self) -> None:
        self.choices.changed.connect(self._on_choice)
        self.choices.browse.clicked.connect(self._on_browse)
        self._show.clicked.connect(self._on_show_folder)
        self._close.clicked.connect(self._on_close)
        self.export.clicked.connect(self._on_export)
        self._replace.clicked.connect(self._on_replace)
        self._keep.clicked.connect(self._on_keep)
        self._new.clicked.connect(self._on_new)

    # Choosing

    def _order(self) -> Order:
        choices = self.choices
        fps = self._preferences.settings.fps
        return order(self._session, choices.range, choices.choice(), fps)

    @Slot()
    def _on_choice(self) -> None:
        self.message.setText("")
        self.message.hide()
        self._show.hide()
        self._settle()

    def _settle(self) -> None:
        """Show what the choice comes to."""
        made = self._order()
        self.preview.show_order(made, self.choices.choice().existing)
        self._rest()
        self.export.setEnabled(made.colored > 0 and not made.hits_line_art)

    def _rest(self) -> None:
        """Nothing runs and nothing is asked."""
        self.question.hide()
        self._bar.hide()
        self._close.setText(tr("Close"))
        self.choices.setEnabled(True)
        self.export.setEnabled(True)
        self.export.setVisible(True)
        self.message.setVisible(bool(self.message.text()))

    @Slot()
    def _on_browse(self) -> None:
        folder = self.choices.folder
        chosen = self._chooser.folder(tr("Export to"), Path(folder.text()).parent)
        if chosen is not None:
            folder.setText(str(chosen))

    # Asking

    @Slot()
    def _on_export(self) -> None:
        if not self.choices.folder.text().strip():
            self._say(tr("Choose a folder for the images."))
            self.choices.folder.setFocus()
            return
        made = self._order()
        if made.existing and self.choices.choice().existing == "ask":
            self._ask(made)
        else:
            self._start(made)

    def _ask(self, made: Order) -> None:
        self._asked.setText(question(made))
        self.question.show()
        self.message.hide()
        self.choices.setEnabled(False)
        self.export.hide()
        self._close.setText(tr("Back"))
        # What Return does must not cost anybody a file.
        self._new.setFocus()

    @Slot()
    def _on_replace(self) -> None:
        self._start(self._order())

    @Slot()
    def _on_keep(self) -> None:
        self._start(self._order().keeping())

    @Slot()
    def _on_new(self) -> None:
        self._start(self._order().into_new_folder())

    # Running

    def _start(self, made: Order) -> None:
        self._remember()
        self.question.hide()
        self._show.hide()
        self.choices.setEnabled(False)
        self.export.setVisible(True)
        self.export.setEnabled(False)
        self._close.setText(tr("Cancel"))
        self._close.setFocus()
        self._bar.setRange(0, 0)
        self._bar.show()
        self._say(tr("Exporting …"))
        self._folder_written = made.request.folder
        self._run = ExportRun(made.request, self._queue, self._engine, self)
        self._run.progressed.connect(self._on_progress)
        self._run.ended.connect(self._on_ended)

    def _remember(self) -> None:
        choice = self.choices.choice()
        if choice.layer != "color":
            self._session.set_paints_traces(choice.paints_traces)
        self._preferences.change(
            layer=self.choices.what,
            export_folder=self.choices.folder.text().strip(),
            export_shot=str(self._shot.folder),
            export_kind=choice.kind,
            export_movie_kind=choice.movie_kind,
            export_names=self.choices.names,
            export_sheet=choice.has_sheet,
            export_existing=choice.existing,
        )

    @Slot(object)
    def _on_progress(self, step: Step[Exported]) -> None:
        self._bar.setRange(0, step.total)
        self._bar.setValue(step.done)
        self._say(
            tr("{what} ({done} of {total})", what=told(step.what), done=step.done, total=step.total)
        )

    @Slot(str)
    def _on_ended(self, sentence: str) -> None:
        assert self._run is not None
        self._show.setVisible(self._run.written > 0)
        self._run.deleteLater()
        self._run = None
        self._say(sentence)
        # The preview stays: that files are there now is no news.
        self._rest()
        if self._closes_when_done:
            self.reject()

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.show()

    # Leaving

    @Slot()
    def _on_show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder_written)))

    @Slot()
    def _on_close(self) -> None:
        if self._run is None:
            self.reject()
        else:
            self._run.cancel()

    def reject(self) -> None:
        """Take back a question; else close, and stop a running export cleanly before."""
        if self._run is not None:
            self._closes_when_done = True
            self._run.cancel()
        elif not self.question.isHidden():
            self._settle()
            self.export.setFocus()
        else:
            super().reject()


def suggested_folder(shot: Shot, settings: Settings) -> Path:
    """Where this shot went last time; else beside the line art, never in it."""
    if settings.export_folder and settings.export_shot == str(shot.folder):
        return Path(settings.export_folder)
    return shot.folder.parent / f"{shot.name} colored"
