"""Color a show with other weights."""

from __future__ import annotations

from PySide6.QtGui import QUndoCommand

from app.document.show import Show


class UseWeights(QUndoCommand):
    """Takes what a fine-tuning learned into use, or goes back; colorings stay as they are."""

    def __init__(self, show: Show, weights: str | None, text: str) -> None:
        """Prepare the change.

        Args:
            show: to color otherwise.
            weights: id of the fine-tuning; None for the weights that come with Shiage.
            text: says it in the undo menu.
        """
        super().__init__(text)
        self._show = show
        self._after = weights
        self._before = show.weights

    def redo(self) -> None:
        """Use the new weights."""
        self._show.set_weights(self._after)

    def undo(self) -> None:
        """Use the former weights."""
        self._show.set_weights(self._before)
