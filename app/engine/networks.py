"""The only door to the networks. They are imported when first used: torch takes seconds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from app.document.shot import Drawing
from app.engine.errors import ColoringError

if TYPE_CHECKING:
    from model.coloring import Coloring
    from model.key_features import KeyFeatures
    from model.lent_shelf import LentShelf
    from model.sequence import ShotSequence
    from model.stretch import Stretch

Device = Literal["auto", "cpu", "cuda"]
KeyImages = tuple[NDArray[np.uint8], NDArray[np.uint8]]
"""Gray line art (H, W) and color image (H, W, 4) of one key."""


_NOTHING_LENT = (
    "No key of the other shots shows what is drawn in this one; give the color image of at least "
    "one of its drawings."
)


def load_networks_library() -> None:
    """Map the library that the networks run on; call it on a worker thread, before they load."""
    from model.quiet_loading import load_networks_library as load

    load()


class Networks:
    """The networks on one device."""

    def __init__(self, weights: Path | None, device: Device) -> None:
        """Load them; None stands for the bundled weights.

        Raises:
            ColoringError: weights missing or damaged, or no such device.
        """
        from model.colorizer import Colorizer
        from model.manifest import WeightsError

        try:
            self._colorizer = Colorizer(weights, device)
        except WeightsError as error:
            raise ColoringError(str(error)) from error

    def encode_keys(self, keys: Sequence[KeyImages], gap: int) -> KeyFeatures:
        """Everything the networks need of the keys, in chronological order, for a whole shot."""
        from model.colorizer import KeyDrawing

        return self._colorizer.encode_keys([KeyDrawing(line, color) for line, color in keys], gap)

    def encode_with_lent(
        self,
        keys: Sequence[KeyImages],
        lent: Sequence[KeyImages],
        line: NDArray[np.uint8] | None,
        gap: int,
    ) -> tuple[KeyFeatures, list[int]]:
        """The same with keys of other shots beside them, or in their place where there are none.

        Args:
            keys: of the shot; there may be none.
            lent: of other shots.
            line: line art of a drawing of the shot: what it shows tells which keys to take. None
                if there is none to look at.
            gap: holes in lines up to this many pixels are closed.

        Returns:
            The keys, and which of the lent ones are looked at.

        Raises:
            ColoringError: the shot has no keys, and no lent key shows what is drawn in it.
        """
        from model.colorizer import KeyDrawing
        from model.lending import keys_with_lent

        own, others = ([KeyDrawing(*images) for images in group] for group in (keys, lent))
        try:
            return keys_with_lent(self._colorizer, own, others, line, gap, _shelf())
        except ValueError as error:
            if own:
                raise
            raise ColoringError(_NOTHING_LENT) from error

    def sequence(self, keys: KeyFeatures, *, gap: int, soft: bool) -> ShotSequence:
        """A shot about to be colored, drawing by drawing."""
        from model.sequence import ShotSequence

        return ShotSequence(self._colorizer, keys, gap, soft)

    def color_key(self, index: int, keys: KeyFeatures) -> Coloring:
        """The animator's own paint of one key, as a coloring."""
        return self._colorizer.color_key(index, keys)


def telling(drawings: Sequence[Drawing]) -> list[Drawing]:
    """The drawings of a shot, those first that best stand for all."""
    from model.lending import telling as sorted_

    return sorted_(drawings)


@cache
def _shelf() -> LentShelf:
    """What was studied of other shots' keys: the next shot of the show asks for the same ones."""
    from model.lent_shelf import LentShelf

    return LentShelf()


def packed_stretch(stretch: Stretch) -> bytes:
    """What drawings decided by together, to be kept with them."""
    from model.stretch_file import to_bytes

    return to_bytes(stretch)


def is_out_of_memory(error: BaseException) -> bool:
    """True for the ways in which a graphics card says that its memory is full."""
    text = str(error).lower()
    return isinstance(error, RuntimeError) and (
        type(error).__name__ == "OutOfMemoryError"
        or "out of memory" in text
        or "alloc_failed" in text
    )
