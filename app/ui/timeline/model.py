"""The drawings of the open shot as a Qt list model."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)

from app.ui.session import Session
from app.ui.states import DrawingState

Index = QModelIndex | QPersistentModelIndex

NumberRole = Qt.ItemDataRole.UserRole + 1
StateRole = Qt.ItemDataRole.UserRole + 2
IsKeyRole = Qt.ItemDataRole.UserRole + 3
DoubtsRole = Qt.ItemDataRole.UserRole + 4


class TimelineModel(QAbstractListModel):
    """One row per drawing, in the order of drawing numbers.

    Roles: `NumberRole` int, `StateRole` DrawingState, `IsKeyRole` bool, `DoubtsRole` int, how
    many regions are doubtful.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: dict[int, int] = {}
        session.shot_changed.connect(self._on_shot_changed)
        session.keys_changed.connect(self.refresh)
        session.drawings_changed.connect(self.refresh)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of drawings."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the strip knows about one drawing."""
        shot = self._session.shot
        if shot is None or not index.isValid():
            return None
        number = shot.drawings[index.row()].number
        if role == Qt.ItemDataRole.DisplayRole:
            return str(number)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(number)
        if role == NumberRole:
            return number
        if role == StateRole:
            return self._session.state(number)
        if role == IsKeyRole:
            return number in shot.keys
        if role == DoubtsRole:
            return self._session.doubts(number)
        return None

    def row(self, number: int) -> int:
        """Row of a drawing number; KeyError when the shot has none."""
        return self._rows[number]

    @Slot(object)
    def refresh(self, numbers: Iterable[int]) -> None:
        """These drawings look different now."""
        for number in numbers:
            if number in self._rows:
                index = self.index(self._rows[number])
                self.dataChanged.emit(index, index)

    @Slot(int)
    def refresh_one(self, number: int) -> None:
        """This drawing looks different now."""
        self.refresh((number,))

    def _tool_tip(self, number: int) -> str:
        shot = self._session.shot
        assert shot is not None
        state = self._session.state(number)
        what = "key" if number in shot.keys else state.value
        if state is DrawingState.DOUBTFUL:
            doubts = self._session.doubts(number)
            what = f"colored, {doubts} doubtful region{'s' if doubts > 1 else ''}"
        elif state is DrawingState.FAILED:
            what = self._session.failures[number]
        return f"{shot.drawing(number).path.name} · {what}"

    @Slot()
    def _on_shot_changed(self) -> None:
        self.beginResetModel()
        shot = self._session.shot
        drawings = () if shot is None else shot.drawings
        self._rows = {drawing.number: row for row, drawing in enumerate(drawings)}
        self.endResetModel()
