"""Export: where to, which layers, how it goes, and where it went."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.document.shot import Shot
from app.engine.exporting import ExportRequest, Layer, export_shot
from app.engine.task import CancelToken, Failure, Step
from app.io.sequence_export import ExportError
from app.jobs.job import Job, Outcome
from app.jobs.queue import JobQueue
from app.ui.file_choice import FileChooser
from app.ui.preferences import Preferences
from app.ui.widgets import label

ExportShot = Callable[[ExportRequest, CancelToken], Iterator[Step[Any]]]

_LAYERS: dict[Layer, tuple[str, str]] = {
    "color": ("Color layer", "flat color without lines, transparent where the keys are"),
    "composite": ("Composite", "your untouched lines over the color"),
    "both": ("Both", "in the subfolders color and composite"),
}


class ExportDialog(QDialog):
    """Writes the finished colorings of a shot as PNG files with the drawings' names.

    Attributes:
        folder: the text field with the folder.
        export: the button that starts.
        message: what is wrong, or how it went.
    """

    def __init__(
        self,
        shot: Shot,
        queue: JobQueue,
        chooser: FileChooser,
        preferences: Preferences,
        parent: QWidget | None = None,
        engine: ExportShot = export_shot,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        self.setMinimumWidth(560)
        self._shot = shot
        self._queue = queue
        self._chooser = chooser
        self._preferences = preferences
        self._engine = engine
        self._drawings = [d for d in shot.drawings if shot.coloring(d.number) is not None]
        self._job: Job | None = None
        self._failures: list[Failure] = []
        self._sentence = ""
        self._written = 0
        self._closes_when_done = False
        self.folder = QLineEdit(str(default_folder(shot)))
        self._browse = QPushButton("Browse…")
        self._layers = QButtonGroup(self)
        self._bar = QProgressBar()
        self.message = label(self._facts(), "dim", wraps=True)
        self._show = QPushButton("Open folder")
        self._close = QPushButton("Close")
        self.export = QPushButton("Export")
        self._lay_out()
        self.choose_layer(cast(Layer, preferences.settings.layer))
        self._connect()
        self._set_running(False)
        self._show.hide()

    @property
    def layer(self) -> Layer:
        """Which layers are chosen."""
        return list(_LAYERS)[self._layers.checkedId()]

    def choose_layer(self, layer: Layer) -> None:
        """Choose layers."""
        self._layers.button(list(_LAYERS).index(layer)).setChecked(True)

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.folder, 1)
        where.addWidget(self._browse)
        self._bar.setTextVisible(False)
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
        layout.addWidget(label("FOLDER", "panelTitle"))
        layout.addLayout(where)
        layout.addSpacing(12)
        layout.addWidget(label("LAYERS", "panelTitle"))
        layout.addWidget(self._layer_choice())
        layout.addSpacing(12)
        layout.addWidget(self.message)
        layout.addWidget(self._bar)
        layout.addSpacing(8)
        layout.addLayout(buttons)

    def _layer_choice(self) -> QWidget:
        choice = QFrame()
        grid = QGridLayout(choice)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for row, (name, explanation) in enumerate(_LAYERS.values()):
            button = QRadioButton(name)
            self._layers.addButton(button, row)
            grid.addWidget(button, row, 0)
            grid.addWidget(label(explanation, "dim"), row, 1)
        return choice

    def _connect(self) -> None:
        self._browse.clicked.connect(self._on_browse)
        self._show.clicked.connect(self._on_show_folder)
        self._close.clicked.connect(self._on_close)
        self.export.clicked.connect(self._on_export)

    def _facts(self) -> str:
        count, missing = len(self._drawings), len(self._shot.drawings) - len(self._drawings)
        text = f"{_files(count)} with the drawings' names, such as {self._drawings[0].name}.png."
        if missing:
            text += f" {_drawings(missing)} not colored yet and will be left out."
        return text

    @Slot()
    def _on_browse(self) -> None:
        chosen = self._chooser.folder("Export to", Path(self.folder.text()).parent)
        if chosen is not None:
            self.folder.setText(str(chosen))

    @Slot()
    def _on_export(self) -> None:
        text = self.folder.text().strip()
        if not text:
            self.message.setText("Choose a folder for the images.")
            return
        self._failures, self._sentence, self._written = [], "", 0
        self._preferences.change(layer=self.layer)
        request = ExportRequest(
            drawings=tuple(self._drawings),
            colorings=self._shot.colorings,
            keys=self._shot.keys,
            line_folder=self._shot.folder,
            folder=Path(text),
            layer=self.layer,
            swaps=self._shot.palette.swaps,
        )
        self._job = Job("Export", partial(self._engine, request), speaks=(ExportError,))
        self._job.progressed.connect(self._on_progress)
        self._job.delivered.connect(self._on_written)
        self._job.unit_failed.connect(self._on_failure)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)
        self._set_running(True)
        self._queue.submit(self._job)

    @Slot(object)
    def _on_progress(self, step: Step[Any]) -> None:
        self._bar.setRange(0, step.total)
        self._bar.setValue(step.done)
        self.message.setText(step.what)

    @Slot(object)
    def _on_written(self, files: tuple[Path, ...]) -> None:
        self._written += len(files)

    @Slot(object)
    def _on_failure(self, failure: Failure) -> None:
        self._failures.append(failure)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._sentence = sentence

    @Slot(object)
    def _on_ended(self, outcome: Outcome) -> None:
        self._job = None
        self._set_running(False)
        self._show.setVisible(self._written > 0)
        self.message.setText(self._summary(outcome))
        if self._closes_when_done:
            self.reject()

    def _summary(self, outcome: Outcome) -> str:
        where = f"{_files(self._written)} written to {self.folder.text()}."
        if outcome is Outcome.FAILED:
            return f"{self._sentence} {where}" if self._written else self._sentence
        if outcome is Outcome.CANCELLED:
            return f"Stopped: {where}"
        return " ".join([where, *(failure.message for failure in self._failures[:3])])

    def _set_running(self, is_running: bool) -> None:
        for widget in (self.folder, self._browse, self.export, *self._layers.buttons()):
            widget.setEnabled(not is_running)
        self._bar.setVisible(is_running)
        self._bar.setRange(0, 0)
        self._close.setText("Cancel" if is_running else "Close")

    @Slot()
    def _on_show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text()))

    @Slot()
    def _on_close(self) -> None:
        if self._job is None:
            self.reject()
        else:
            self._job.cancel()

    def reject(self) -> None:
        """Close, by whatever way; a running export is stopped cleanly before."""
        if self._job is None:
            super().reject()
        else:
            self._closes_when_done = True
            self._job.cancel()


def default_folder(shot: Shot) -> Path:
    """Beside the line art, never in it."""
    return shot.folder.parent / f"{shot.name} colored"


def _files(count: int) -> str:
    return f"{count} file{'s' if count != 1 else ''}"


def _drawings(count: int) -> str:
    return "1 drawing is" if count == 1 else f"{count} drawings are"
