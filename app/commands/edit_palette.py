"""Name, group, order, swap, add or remove colors of one shot or of several."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QUndoCommand

from app.document.palette import Palette
from app.document.shot import Shot


class EditPalettes(QUndoCommand):
    """Gives shots other palettes.

    Palettes are values: whoever edits makes the new ones first, so that nothing can fail here.
    Colorings keep the keys' own colors; a swap shows at once, also on finished drawings and on
    those that a run is still to deliver.
    """

    def __init__(self, palettes: Mapping[Shot, Palette], text: str) -> None:
        """Prepare the change.

        Args:
            palettes: the new palette of each shot that gets one.
            text: what the user did, such as "rename color", for the menu.
        """
        super().__init__(text)
        self._after = dict(palettes)
        self._before = {shot: shot.palette for shot in palettes}

    def redo(self) -> None:
        """Set the new palettes."""
        for shot, palette in self._after.items():
            shot.set_palette(palette)

    def undo(self) -> None:
        """Bring the former palettes back."""
        for shot, palette in self._before.items():
            shot.set_palette(palette)
