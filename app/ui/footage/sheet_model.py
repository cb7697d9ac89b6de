"""The shots of footage as rows: kept ones with a tick, left-out ones below them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QImage

from app.engine.footage_thumbnails import Thumbnail
from app.engine.imported_shot import ImportedShot
from app.ui.desk.images import to_image
from app.ui.footage.words import details_of, title_of

Index = QModelIndex | QPersistentModelIndex

ShotRole = Qt.ItemDataRole.UserRole + 1
DetailsRole = Qt.ItemDataRole.UserRole + 2
PicturesRole = Qt.ItemDataRole.UserRole + 3

_ROOT = QModelIndex()


class SheetModel(QAbstractListModel):
    """Grows while footage is imported.

    Attributes:
        kept: shots that can be learned from, in the order of their footage.
        left_out: the others.

    Signals:
        counted(): a shot came, went, or got or lost its tick.
    """

    counted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[ImportedShot] = []
        self.left_out: list[ImportedShot] = []
        self._unused: set[str] = set()
        self._pictures: dict[ImportedShot, list[QImage]] = {}

    @property
    def unused(self) -> frozenset[str]:
        """Ids of the shots without a tick."""
        return frozenset(self._unused)

    @property
    def used(self) -> list[ImportedShot]:
        """Shots with a tick."""
        return [shot for shot in self.kept if shot.id not in self._unused]

    def set_unused(self, ids: Collection[str]) -> None:
        """Take ticks away; shots that are not here yet come without theirs."""
        self._unused = set(ids)
        self._tell_all()

    def add(self, shot: ImportedShot) -> None:
        """Put a shot at the end of its kind; one that is here already is replaced."""
        if shot.reason is None:
            self.remove([shot.id])
            row, rows = len(self.kept), self.kept
        else:
            row, rows = self.rowCount(), self.left_out
        self.beginInsertRows(_ROOT, row, row)
        images = [image for one in shot.thumbnails for image in _images(one)]
        shot = replace(shot, thumbnails=())  # hundreds of shots need not have them twice
        rows.append(shot)
        self._pictures[shot] = images
        self.endInsertRows()
        self.counted.emit()

    def remove(self, ids: Collection[str]) -> None:
        """Take kept shots out of the list."""
        for row in reversed(range(len(self.kept))):
            if self.kept[row].id in ids:
                self.beginRemoveRows(_ROOT, row, row)
                self._pictures.pop(self.kept.pop(row))
                self.endRemoveRows()
        self.counted.emit()

    def forget_left_out(self) -> None:
        """Take those out of the list that an earlier import left out."""
        if self.left_out:
            self.beginRemoveRows(_ROOT, len(self.kept), self.rowCount() - 1)
            for shot in self.left_out:
                self._pictures.pop(shot)
            self.left_out.clear()
            self.endRemoveRows()
            self.counted.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """All shots."""
        return 0 if parent.isValid() else len(self.kept) + len(self.left_out)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says and shows."""
        shot = self._shot(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(shot)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return "\n".join((title_of(shot), *details_of(shot)))
        if role == Qt.ItemDataRole.CheckStateRole and shot.reason is None:
            is_used = shot.id not in self._unused
            return Qt.CheckState.Checked if is_used else Qt.CheckState.Unchecked
        if role == ShotRole:
            return shot
        if role == DetailsRole:
            return details_of(shot)
        if role == PicturesRole:
            return self._pictures[shot]
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Give a shot its tick, or take it away."""
        shot = self._shot(index)
        if role != Qt.ItemDataRole.CheckStateRole or shot.reason is not None:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._unused.discard(shot.id)
        else:
            self._unused.add(shot.id)
        self.dataChanged.emit(index, index, [role])
        self.counted.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Left-out shots can only be looked at."""
        if self._shot(index).reason is not None:
            return Qt.ItemFlag.ItemIsEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )

    def _shot(self, index: Index) -> ImportedShot:
        row = index.row()
        return self.kept[row] if row < len(self.kept) else self.left_out[row - len(self.kept)]

    def _tell_all(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
        self.counted.emit()


def _images(thumbnail: Thumbnail) -> list[QImage]:
    """Paint, and beside it line art where there is some."""
    opaque = np.full((*thumbnail.color.shape[:2], 1), 255, np.uint8)
    pictures = [np.concatenate([thumbnail.color, opaque], axis=2)]
    if thumbnail.line is not None:
        line = thumbnail.line[..., None]
        pictures.append(np.concatenate([line, line, line, opaque], axis=2))
    return list(map(to_image, pictures))
