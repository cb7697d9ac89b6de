"""What an export will make, before it is made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.language import tr
from app.ui.controls.widgets import ElidedLabel, label, set_warning
from app.ui.exporting.export_order import Order
from app.ui.exporting.export_words import amount, names_in_short, place, remarks


class ExportPreview(QFrame):
    """Names, amount and folder of the files, and what one should know before.

    Attributes:
        names: the first names and the last.
        amount: how many files, how large.
        place: the folder.
        remarks: what is left out, what is there already.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("exportPreview")
        self.names = ElidedLabel("exportNames")
        self.amount = label("", "dim")
        self.place = ElidedLabel("dim", Qt.TextElideMode.ElideMiddle)
        self.remarks = label("", "exportRemarks", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(4)
        for part in (self.names, self.amount, self.place, self.remarks):
            layout.addWidget(part)

    def show_order(self, order: Order, policy: str) -> None:
        """Show what an order comes to.

        Args:
            order: the order.
            policy: what becomes of files that are there: `ask`, `replace`, `keep` or `new`.
        """
        has_any = order.colored > 0
        self.names.setText(names_in_short(order) if has_any else tr("No files"))
        self.amount.setText(amount(order) if has_any else "")
        self.place.setText(place(order))
        self.place.setToolTip(str(order.request.folder))
        said = remarks(order, policy)
        self.remarks.setText("\n".join(said))
        self.remarks.setVisible(bool(said))
        warns = order.existing or order.outdated or order.hits_line_art or not has_any
        set_warning(self.remarks, bool(warns))
