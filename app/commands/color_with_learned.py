"""Color drawings with what was just learned from the corrections of their shot."""

from __future__ import annotations

from app.commands.apply_coloring import ApplyColoring
from app.document.regions import ColoredDrawing
from app.document.shot import Shot
from app.document.show import Show


class ColorWithLearned(ApplyColoring):
    """Takes weights into use and puts in what they colored; both are undone together."""

    def __init__(
        self, show: Show, weights: str, shot: Shot, first: ColoredDrawing, text: str
    ) -> None:
        """Prepare the command; KeyError when the shot has no such drawing.

        Args:
            show: is colored with these weights from then on.
            weights: id of the fine-tuning.
            shot: takes the results.
            first: the first of them.
            text: says in the undo menu what the run was.
        """
        super().__init__(shot, first, text)
        self._show = show
        self._weights = weights
        self._weights_before = show.weights

    def redo(self) -> None:
        """Use the weights, and set all colorings of the run."""
        self._show.set_weights(self._weights)
        super().redo()

    def undo(self) -> None:
        """Bring the colorings and the weights back that were there before the run."""
        super().undo()
        self._show.set_weights(self._weights_before)
