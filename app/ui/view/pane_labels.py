"""What each side of a comparison is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.view.comparison import Comparison
from app.ui.widgets import label

_MARGIN = 12


class PaneLabels:
    """Two labels in the upper corners of a view."""

    def __init__(self, view: QWidget) -> None:
        self._view = view
        self._labels = (_label(view), _label(view))
        self.show(None)

    @property
    def texts(self) -> tuple[str, str] | None:
        """Left and right words, or None when nothing is compared."""
        left, right = self._labels
        return None if left.isHidden() else (left.text(), right.text())

    def show(self, comparison: Comparison | None) -> None:
        """Name the two sides, or take the names away."""
        for one in self._labels:
            one.setVisible(comparison is not None)
        if comparison is not None:
            words = (comparison.other_words, comparison.own_words)
            for one, text in zip(
                self._labels, words if comparison.other_first else words[::-1], strict=True
            ):
                one.setText(text)
                one.adjustSize()
            self.place()

    def place(self) -> None:
        """Keep to the corners."""
        left, right = self._labels
        left.move(_MARGIN, _MARGIN)
        right.move(self._view.width() - right.width() - _MARGIN, _MARGIN)


def _label(view: QWidget) -> QLabel:
    made = label("", "paneLabel")
    made.setParent(view)
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made
