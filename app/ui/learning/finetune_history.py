"""All fine-tunings of the show, and which of them colors it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.io.shows.weights_store import TuningRecord
from app.language import tr
from app.ui.controls.widgets import explain, label
from app.ui.learning.learned import Learned
from app.ui.learning.tuning_words import psnr_words, regions_words, when_words

_RecordRole = Qt.ItemDataRole.UserRole + 1


class TuningHistory(QWidget):
    """A row for each fine-tuning, the latest first, and one for the weights of Shiage.

    Attributes:
        rows: the list.
        use: colors the show with the chosen row.
        delete: deletes the chosen row.

    Signals:
        use_asked(object): id of a fine-tuning, or None for the weights of Shiage.
        delete_asked(str): id of a fine-tuning.
    """

    use_asked = Signal(object)
    delete_asked = Signal(str)

    def __init__(self, learned: Learned, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._learned = learned
        self.rows = QTreeWidget()
        self.rows.setHeaderLabels(
            [tr("When"), tr("Learned from"), tr("Minutes"), tr("Regions right"), tr("PSNR")]
        )
        self.rows.setRootIsDecorated(False)
        self.rows.setUniformRowHeights(True)
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.rows.setAccessibleName(tr("Fine-tunings of this show"))
        self.rows.setMinimumHeight(130)
        header = self.rows.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.use, self.delete = QPushButton(tr("Use")), QPushButton(tr("Delete"))
        explain(self.use, tr("Color the show with these weights from now on; Undo takes it back"))
        explain(self.delete, tr("Delete these weights; the ones in use cannot be deleted"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(label(tr("FINE-TUNINGS OF THIS SHOW"), "panelTitle"))
        buttons.addStretch()
        for button in (self.use, self.delete):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(buttons)
        column.addWidget(self.rows, 1)
        self.rows.currentItemChanged.connect(self._settle)
        self.rows.itemActivated.connect(self._on_use)
        self.use.clicked.connect(self._on_use)
        self.delete.clicked.connect(self._on_delete)

    def refresh(self) -> None:
        """Show what there is now; the chosen row stays chosen."""
        chosen = self._chosen()
        before = None if chosen is None else chosen.id
        self.rows.clear()
        for record in self._learned.records():
            self._add(record)
        own = QTreeWidgetItem([tr("Weights that come with Shiage"), "", "", "", ""])
        self.rows.addTopLevelItem(own)
        own.setFirstColumnSpanned(True)
        self._mark(own, self._learned.in_use is None)
        same = [one for one in self._items() if before is not None and _id(one) == before]
        self.rows.setCurrentItem((same or self._items())[0])
        self._settle()

    @property
    def texts(self) -> list[list[str]]:
        """The words of each row."""
        return [[item.text(column) for column in range(5)] for item in self._items()]

    def _items(self) -> list[QTreeWidgetItem]:
        rows = range(self.rows.topLevelItemCount())
        return [item for row in rows if (item := self.rows.topLevelItem(row)) is not None]

    def _add(self, record: TuningRecord) -> None:
        gain = regions_words(record) if record.has_won else tr("no gain, not kept")
        psnr = psnr_words(record) if record.has_won else ""
        item = QTreeWidgetItem(
            [when_words(record.when), record.data, f"{record.minutes:g}", gain, psnr]
        )
        item.setData(0, _RecordRole, record)
        item.setToolTip(1, record.data)
        if not record.has_won:
            item.setToolTip(3, f"{regions_words(record)}, {psnr_words(record)}")
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.rows.addTopLevelItem(item)
        self._mark(item, record.id == self._learned.in_use)

    def _mark(self, item: QTreeWidgetItem, is_in_use: bool) -> None:
        font = self.rows.font()
        font.setBold(is_in_use)
        for column in range(5):
            item.setFont(column, font)
        if is_in_use:
            item.setText(0, tr("{name} · in use", name=item.text(0)))

    def _chosen(self) -> TuningRecord | None:
        item = self.rows.currentItem()
        return None if item is None else item.data(0, _RecordRole)

    @Slot()
    def _settle(self) -> None:
        """Offer what can be done with the chosen row."""
        record, in_use = self._chosen(), self._learned.in_use
        has_row = self.rows.currentItem() is not None
        id_ = None if record is None else record.id
        has_weights = record is None or record.has_won
        self.use.setEnabled(has_row and has_weights and id_ != in_use)
        self.delete.setEnabled(record is not None and id_ != in_use)

    @Slot()
    def _on_use(self) -> None:
        if self.use.isEnabled():
            record = self._chosen()
            self.use_asked.emit(None if record is None else record.id)

    @Slot()
    def _on_delete(self) -> None:
        if (record := self._chosen()) is not None:
            self.delete_asked.emit(record.id)


def _id(item: QTreeWidgetItem) -> str | None:
    record = item.data(0, _RecordRole)
    return None if record is None else str(record.id)
