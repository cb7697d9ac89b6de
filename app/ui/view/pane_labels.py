"""What each side of a comparison is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.controls.widgets import label
from app.ui.view.comparison import Comparison

_MARGIN = 12


class PaneLabels:
    """The names of the current drawing and of the other one, in the upper corners of a view."""

    def __init__(self, view: QWidget) -> None:
        self._view = view
        self._own, self._other = _label(view, "paneLabel"), _label(view, "otherPaneLabel")
        self._other_first = True
        self.show(None)

    @property
    def texts(self) -> tuple[str, str] | None:
        """Left and right words, or None when nothing is compared."""
        if self._own.isHidden():
            return None
        left, right = self._in_order()
        return left.text(), right.text()

    def show(self, comparison: Comparison | None) -> None:
        """Name the two sides, or take the names away."""
        for one in (self._own, self._other):
            one.setVisible(comparison is not None)
        if comparison is not None:
            self._other_first = comparison.other_first
            self._own.setText(comparison.own_words)
            self._other.setText(comparison.other_words)
            self.place()

    def place(self) -> None:
        """Keep to the corners."""
        left, right = self._in_order()
        for one in (left, right):
            one.adjustSize()
        left.move(_MARGIN, _MARGIN)
        right.move(self._view.width() - right.width() - _MARGIN, _MARGIN)

    def _in_order(self) -> tuple[QLabel, QLabel]:
        return (self._other, self._own) if self._other_first else (self._own, self._other)


def _label(view: QWidget, name: str) -> QLabel:
    made = label("", name)
    made.setParent(view)
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made
