"""A widget on which files can be let go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter
from PySide6.QtWidgets import QWidget

from app.language import tr
from app.ui.controls.drop_frame import paint_drop_frame
from app.ui.controls.dropped_files import dropped_paths


class FileDropWidget(QWidget):
    """Says what letting files go would do while they hover, and passes them on.

    Signals:
        files_dropped(list[Path]): files or folders let go over the widget.
    """

    files_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._drop_hint: str | None = None

    def drop_hint(self, paths: Sequence[Path]) -> str:
        """What letting these files go here would do, in a few words."""
        return tr("Drop to open")

    def paint_drop(self, painter: QPainter) -> None:
        """Paint a frame with the hint while files hover; call it at the end of `paintEvent`."""
        if self._drop_hint is not None:
            paint_drop_frame(painter, self.rect(), self._drop_hint)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show what letting go would do."""
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self._drop_hint = self.drop_hint(paths)
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the hint away."""
        self._drop_hint = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass the files on."""
        self._drop_hint = None
        self.update()
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)
