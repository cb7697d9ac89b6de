"""The onion skin of the current drawing, as the options want it."""

from __future__ import annotations

from PySide6.QtGui import QImage

from app.document.shot import Shot
from app.ui.desk.rendering import PictureMode, PictureSource
from app.ui.view.onion import OnionPlace, OnionSkin
from app.ui.view.onion_pictures import OnionPictures, Skin


class OnionOverlay:
    """Asks for skins, the current one first."""

    def __init__(self, pictures: OnionPictures) -> None:
        self._pictures = pictures

    def image(
        self,
        onion: OnionSkin,
        shot: Shot,
        number: int,
        size: tuple[int, int],
        lines_on_top: bool,
    ) -> QImage | None:
        """The skin of a drawing, or None while it is made and when there are no neighbors.

        Args:
            onion: how it looks.
            shot: where the neighbors are.
            number: the drawing.
            size: (width, height) of its picture.
            lines_on_top: the skin spares its lines.
        """
        index = shot.index(number)
        # The next one is asked for first: what is asked for last is made first.
        image = None
        for drawing in shot.drawings[index : index + 2][::-1]:
            layers = onion.layers(shot, drawing.number)
            spared = drawing if lines_on_top else None
            image = self._pictures.skin(Skin(layers, size, spared)) if layers else None
        return image


def lies_under_paint(place: OnionPlace, source: PictureSource, mode: PictureMode) -> bool:
    """Whether a skin lies on the paper; under false colors, which cover all, it would be lost."""
    return place is OnionPlace.BEHIND_PAINT and mode.has_paint and not source.is_bare(mode)


def lines_lie_on_top(place: OnionPlace, source: PictureSource, mode: PictureMode) -> bool:
    """Whether a skin is right behind the lines of the picture."""
    return (
        mode.has_lines
        and place is not OnionPlace.IN_FRONT
        and not lies_under_paint(place, source, mode)
    )
