"""Name, group, order, swap, add or remove colors of a shot."""

from __future__ import annotations

from PySide6.QtGui import QUndoCommand

from app.document.palette import Palette
from app.document.shot import Shot


class EditPalette(QUndoCommand):
    """Gives a shot another palette.

    Palettes are values: whoever edits makes the new one first, so that nothing can fail here.
    Colorings keep the keys' own colors; a swap shows at once, also on finished drawings and on
    those that a run is still to deliver.
    """

    def __init__(self, shot: Shot, palette: Palette, text: str) -> None:
        """Prepare the change.

        Args:
            shot: whose palette.
            palette: the new one.
            text: what the user did, such as "rename color", for the menu.
        """
        super().__init__(text)
        self._shot = shot
        self._after = palette
        self._before = shot.palette

    def redo(self) -> None:
        """Set the new palette."""
        self._shot.set_palette(self._after)

    def undo(self) -> None:
        """Bring the former palette back."""
        self._shot.set_palette(self._before)
