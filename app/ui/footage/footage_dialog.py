"""Finished footage: import it, see what was kept of it, untick what should not be learned from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListView,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.engine.footage_review import review_footage
from app.engine.imported_shot import ImportedShot
from app.engine.importing import import_footage
from app.engine.task import Step
from app.io.footage.footage_writer import footage_sentence
from app.io.shows.footage_store import read_unused, remove_sequence, write_unused
from app.jobs.job import Work
from app.jobs.queue import JobQueue
from app.language import tr, trn
from app.ui.controls.file_choice import FileChooser
from app.ui.controls.widgets import explain, label
from app.ui.footage.import_run import ImportFootage, ImportRun
from app.ui.footage.sheet_delegate import SheetDelegate
from app.ui.footage.sheet_model import SheetModel, ShotRole
from app.ui.footage.words import summary_of
from app.ui.messages.sentences import told

_SIZE = (896, 720)


class FootageDialog(QDialog):
    """Imports footage into a show; what has no tick when it closes is not learned from.

    Attributes:
        sheet: the shots.
        rows: the list of them.
        video, folder: choose what to import.
        remove: removes the chosen shots for good.
        message: how it goes.
        ok: keeps the ticks.
    """

    def __init__(
        self,
        show: Path,
        queue: JobQueue,
        chooser: FileChooser,
        parent: QWidget | None = None,
        engine: ImportFootage = import_footage,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Finished footage"))
        self.resize(*_SIZE)
        self._show = show
        self._queue = queue
        self._chooser = chooser
        self._engine = engine
        self._run: ImportRun | None = None
        self._last_place = show.parent
        self._closes_when_done = False
        self.sheet = SheetModel()
        self.sheet.setParent(self)
        self.rows = QListView()
        self.video = QPushButton(tr("Choose video…"))
        self.folder = QPushButton(tr("Choose folder…"))
        self.remove = QPushButton(tr("Remove…"))
        self.message = label("", "exportMessage", wraps=True)
        self.ok = QPushButton(tr("OK"))
        self._empty = label(tr("No footage yet. Choose a video, or a folder of frames."), "dim")
        self._summary = label("", "keyNumber")
        self._bar = QProgressBar()
        self._cancel = QPushButton(tr("Cancel"))
        self._lay_out()
        self._connect()
        self.sheet.set_unused(read_unused(show))
        self._start(partial(review_footage, show), self._on_reviewed)

    def _lay_out(self) -> None:
        self._set_up_rows()
        self._bar.setTextVisible(False)
        hint = label(
            tr(
                "Finished episodes teach a show its style. A video, or a folder of color frames, "
                "is split into its shots; of each, line art and flat color are kept."
            ),
            "dim",
            wraps=True,
        )
        explain(self.video, tr("Import the shots of a video file"))
        explain(self.folder, tr("Import a folder of numbered color frames"))
        explain(self.remove, tr("Delete the chosen shots from the show’s footage"))
        explain(self.ok, tr("Learn from the shots with a tick"))
        for button in (self.video, self.folder, self.remove, self._cancel):
            button.setAutoDefault(False)
        for button in (self._cancel, self.ok):
            button.setMinimumWidth(96)
        self.ok.setProperty("primary", True)
        self.ok.setDefault(True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._summary, 1)
        head.addWidget(self.video)
        head.addWidget(self.folder)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.remove)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        layout.addWidget(hint)
        layout.addLayout(head)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.message)
        layout.addWidget(self._bar)
        layout.addLayout(buttons)

    def _set_up_rows(self) -> None:
        rows = self.rows
        rows.setObjectName("footage")
        rows.setAccessibleName(tr("Shots of the footage"))
        rows.setModel(self.sheet)
        rows.setItemDelegate(SheetDelegate(rows))
        rows.setUniformItemSizes(True)
        rows.setMouseTracking(True)
        rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        self.video.clicked.connect(self._on_video)
        self.folder.clicked.connect(self._on_folder)
        self.remove.clicked.connect(self._on_remove)
        self._cancel.clicked.connect(self._on_cancel)
        self.ok.clicked.connect(self._on_ok)
        self.sheet.counted.connect(self._on_counted)
        self.rows.selectionModel().selectionChanged.connect(self._on_counted)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.rows)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)

    # Running

    def _start(self, work: Work, ended: Callable[[str, Sequence[str]], None]) -> None:
        self._run = ImportRun(work, self._queue, self)
        self._run.progressed.connect(self._on_progress)
        self._run.delivered.connect(self.sheet.add)
        self._run.ended.connect(ended)
        self._bar.setRange(0, 0)
        self._rest()

    def _rest(self) -> None:
        is_running = self._run is not None
        self._bar.setVisible(is_running)
        self.message.setVisible(bool(self.message.text()))
        for button in (self.video, self.folder, self.ok):
            button.setEnabled(not is_running)
        self._on_counted()

    @Slot(object)
    def _on_progress(self, step: Step[ImportedShot]) -> None:
        self._bar.setRange(0, step.total)
        self._bar.setValue(step.done)
        words = told(step.what)
        if step.total:
            words = tr("{what} ({done} of {total})", what=words, done=step.done, total=step.total)
        self._say([words])

    @Slot(str, object)
    def _on_reviewed(self, _sentence: str, problems: Sequence[str]) -> None:
        self._end(problems)
        (self.rows if self.sheet.kept else self.video).setFocus()

    @Slot(str, object)
    def _on_imported(self, sentence: str, problems: Sequence[str]) -> None:
        self._end([sentence, *problems])
        self.rows.setFocus()

    def _end(self, sentences: Sequence[str]) -> None:
        assert self._run is not None
        self._run.deleteLater()
        self._run = None
        self._say(sentences)
        self._rest()
        if self._closes_when_done:
            self.reject()

    def _say(self, sentences: Sequence[str]) -> None:
        self.message.setText(" ".join(sentences))
        self.message.setVisible(bool(sentences))

    # What the user does

    @Slot()
    def _on_video(self) -> None:
        self._import(self._chooser.video(tr("Import video"), self._last_place))

    @Slot()
    def _on_folder(self) -> None:
        self._import(self._chooser.folder(tr("Import color frames"), self._last_place))

    def _import(self, source: Path | None) -> None:
        if source is None:
            return
        self._last_place = source.parent
        self.sheet.forget_left_out()
        self._start(partial(self._engine, source, self._show), self._on_imported)
        self._cancel.setFocus()

    @Slot()
    def _on_remove(self) -> None:
        ids = [shot.id for shot in self._chosen()]
        if not ids or self._run is not None:
            return
        remove = tr("Remove")
        answer = self._chooser.decision(
            trn("Remove 1 shot from the footage?", "Remove {count} shots?", len(ids)),
            tr("Its line art and color are deleted. Importing the footage again brings it back."),
            (remove,),
        )
        if answer != remove:
            return
        try:
            for one in ids:
                remove_sequence(self._show, one)
                self.sheet.remove([one])
        except OSError as error:
            self._say([told(footage_sentence(self._show, error))])

    def _chosen(self) -> list[ImportedShot]:
        return [index.data(ShotRole) for index in self.rows.selectionModel().selectedIndexes()]

    @Slot()
    def _on_counted(self) -> None:
        sheet = self.sheet
        is_empty = sheet.rowCount() == 0
        self.rows.setVisible(not is_empty)
        self._empty.setVisible(is_empty)
        self._summary.setText(summary_of(sheet.used, len(sheet.kept), len(sheet.left_out)))
        self.remove.setEnabled(self._run is None and bool(self._chosen()))

    @Slot()
    def _on_ok(self) -> None:
        here, before = {shot.id for shot in self.sheet.kept}, read_unused(self._show)
        # What is damaged now keeps its tick, or has none, for when it is whole again.
        unused = self.sheet.unused & here | before - here
        try:
            if unused != before:
                write_unused(self._show, unused)
        except OSError as error:
            self._say([told(footage_sentence(self._show, error))])
            return
        self.accept()

    @Slot()
    def _on_cancel(self) -> None:
        if self._run is None:
            self.reject()
        else:
            self._run.cancel()

    def reject(self) -> None:
        """Close, and leave the ticks as they were; stop a running import cleanly before."""
        if self._run is not None:
            self._closes_when_done = True
            self._run.cancel()
        else:
            super().reject()
