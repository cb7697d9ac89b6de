"""What lies over the pictures: a legend, the names of the sides, and a hint."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.controls.widgets import label
from app.ui.view.comparison import Comparison
from app.ui.view.heat_legend import HeatLegend
from app.ui.view.pane_labels import PaneLabels

_MARGIN = 16


class Overlays(QObject):
    """Keeps the small things over a view in their corners.

    Attributes:
        names: what the sides of a comparison are called.
    """

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._legend = HeatLegend(view)
        self.names = PaneLabels(view)
        self._chip: QLabel = label("", "chip")
        self._chip.setParent(view)
        self._chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.installEventFilter(self)

    @property
    def hint(self) -> str:
        """The words over the view; "" when there are none."""
        return self._chip.text() if self._chip.isVisibleTo(self._view) else ""

    def show(self, has_legend: bool, comparison: Comparison | None, hint: str) -> None:
        """Show what there is to say."""
        self._legend.setVisible(has_legend)
        self.names.show(comparison)
        self._chip.setText(hint)
        self._chip.setVisible(bool(hint))
        self._place()

    def _place(self) -> None:
        view, chip = self._view, self._chip
        self.names.place()
        self._legend.move(_MARGIN, view.height() - self._legend.height() - _MARGIN)
        room = view.width() - 2 * _MARGIN
        chip.setWordWrap(False)
        if chip.sizeHint().width() > room:
            chip.setWordWrap(True)
            chip.resize(room, chip.heightForWidth(room))
        else:
            chip.adjustSize()
        below = view.height() - chip.height() - _MARGIN // 2
        chip.move(QPoint((view.width() - chip.width()) // 2, below))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the corners when the view changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False
