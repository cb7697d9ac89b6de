"""The window's inside: where each part has its place, with a shot on the desk and without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.desk.session import Session


@dataclass(frozen=True)
class ShotParts:
    """What is seen while there is a shot."""

    header: QWidget
    view: QWidget
    view_bar: QWidget
    side: QWidget
    transport: QWidget
    timeline: QWidget


class WindowBody(QWidget):
    """Lays the parts out, and shows those that make sense."""

    def __init__(
        self, session: Session, parts: ShotParts, empty: QWidget, notices: QWidget, bottom: QWidget
    ) -> None:
        """Lay the window out.

        Args:
            session: tells whether there is a shot.
            parts: what is seen while there is one.
            empty: what is seen while there is none.
            notices: above the view.
            bottom: below everything.
        """
        super().__init__()
        self._session = session
        self._shot_parts: Sequence[QWidget] = [getattr(parts, name) for name in vars(parts)]
        self._empty = empty
        middle = _column(notices, empty, parts.view, parts.view_bar)
        middle.setStretchFactor(empty, 1)
        middle.setStretchFactor(parts.view, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(middle, 1)
        row.addWidget(parts.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(parts.header)
        column.addLayout(row, 1)
        for part in (parts.transport, parts.timeline, bottom):
            column.addWidget(part)
        for part in self._shot_parts:
            part.hide()

    @Slot()
    def follow(self) -> None:
        """Show what belongs to the shot on the desk, or to none."""
        is_empty = self._session.shot is None
        coming: Sequence[QWidget] = (self._empty,) if is_empty else self._shot_parts
        going: Sequence[QWidget] = self._shot_parts if is_empty else (self._empty,)
        # What goes goes first: both together would make the window grow.
        for part in going:
            part.hide()
        for part in coming:
            part.show()


def _column(*parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    return column
