"""Color a shot: every in-between from its nearest keys, one drawing in memory at a time."""

from __future__ import annotations

import hashlib
import logging
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from app.document.regions import ColoredDrawing
from app.document.shot import Drawing
from app.engine.keys import nearest_keys, read_keys
from app.engine.networks import Device, Networks, is_out_of_memory
from app.engine.task import CancelToken, Failure, Step
from app.io.images import ImageError, line_gray, read_rgba

if TYPE_CHECKING:
    from model.colorizer import Coloring

_log = logging.getLogger(__name__)

Mode = Literal["flat", "soft"]

DEFAULT_GAP = 4
# A walk cycle or a long hold fits in; soft images of a whole shot would not fit in memory.
_REMEMBERED = 100
_CARD_IS_FULL = "The graphics card is out of memory; going on with the processor"


@dataclass(frozen=True)
class ColoringRequest:
    """What is to be colored, and how.

    Attributes:
        drawings: all drawings of the shot, by ascending number.
        keys: color image of each key, by drawing number.
        only: numbers to color; None for all. Keys are read in any case.
        gap: holes in lines up to this many pixels are closed.
        mode: `flat` for exact palette colors; `soft` asks for the blended image as well.
        device: `auto` takes a graphics card if there is one.
        weights: folder with the networks' weights; None for the bundled ones.
        keys_per_side: how many keys before and after a drawing it is colored from.
    """

    drawings: tuple[Drawing, ...]
    keys: Mapping[int, Path]
    only: Set[int] | None = None
    gap: int = DEFAULT_GAP
    mode: Mode = "flat"
    device: Device = "auto"
    weights: Path | None = None
    keys_per_side: int = 2


def color_shot(request: ColoringRequest, cancel: CancelToken) -> Iterator[Step[ColoredDrawing]]:
    """Color drawings in chronological order, each one a result or a failure.

    Key drawings come back with the animator's own colors; drawings with identical line art are
    colored once. A key that cannot be read is a failure of its drawing. What was yielded before
    a cancel stays valid.

    Raises:
        ColoringError: no usable key, keys that do not fit, or networks that cannot be loaded.
    """
    wanted = [d for d in request.drawings if request.only is None or d.number in request.only]
    total = len(wanted)
    painter = _ShotPainter(request)
    yield Step(0, total, "Studying the keys")
    try:
        painter.start(request.device)
    except _CardFullError:
        yield Step(0, total, _CARD_IS_FULL)
        painter.start("cpu")
    for failure in painter.failures.values():
        yield Step(0, total, "A key cannot be used", failure=failure)
    for done, drawing in enumerate(wanted):
        if cancel.is_cancelled:
            return
        if drawing.number in painter.failures:
            yield Step(done + 1, total, f"{drawing.name} was left out")
            continue
        yield Step(done, total, f"Coloring {drawing.name}")
        try:
            outcome = painter.color(drawing)
        except _CardFullError:
            yield Step(done, total, _CARD_IS_FULL)
            painter.start("cpu")
            outcome = painter.color(drawing)
        if isinstance(outcome, Failure):
            yield Step(done + 1, total, f"{drawing.name} failed", failure=outcome)
        else:
            yield Step(done + 1, total, f"Colored {drawing.name}", result=outcome)


class _CardFullError(Exception):
    """The graphics card has not enough memory."""


class _ShotPainter:
    """The networks with the keys of one shot, and the drawings they have seen.

    Attributes:
        failures: keys that cannot be used, by drawing number; known after `start`.
    """

    def __init__(self, request: ColoringRequest) -> None:
        self.failures: dict[int, Failure] = {}
        self._request = request
        self._networks: Networks | None = None
        self._seen: OrderedDict[bytes, ColoredDrawing] = OrderedDict()

    def start(self, device: Device) -> None:
        """Read the keys and study them; once more when the device has to be changed.

        Raises:
            ColoringError: see `color_shot`.
            _CardFullError: only when `device` is not the processor.
        """
        request = self._request
        self._networks = None  # frees the card before anything new is loaded
        keys, self.failures = read_keys(request.drawings, request.keys)
        self._numbers = [key.number for key in keys]
        self._key_of = {_fingerprint(key.line): key.number for key in reversed(keys)}
        self._device = device
        with _watching_the_card(device):
            self._networks = Networks(request.weights, device)
            images = [(key.line, key.color) for key in keys]
            self._keys = self._networks.encode_keys(images, request.gap)

    def color(self, drawing: Drawing) -> ColoredDrawing | Failure:
        """Color one drawing; whatever is wrong with it becomes a failure.

        Raises:
            _CardFullError: only when the device is not the processor.
        """
        try:
            with _watching_the_card(self._device):
                return self._color(drawing)
        except ImageError as error:
            return Failure(drawing.number, str(error))
        except _CardFullError:
            raise
        except Exception as error:  # one drawing must not end the shot, whatever it trips over
            _log.info("coloring %s failed", drawing.path, exc_info=True)
            return Failure(
                drawing.number,
                f"{drawing.path.name} could not be colored ({type(error).__name__}: {error}); "
                "export it again, or report this if the drawing is sound.",
            )

    def _color(self, drawing: Drawing) -> ColoredDrawing:
        if drawing.number in self._numbers:
            return self._color_key(drawing.number, drawing.number)
        line = line_gray(read_rgba(drawing.path))
        seen_as = _fingerprint(line)
        if seen_as in self._key_of:
            return self._color_key(self._key_of[seen_as], drawing.number)
        if seen_as not in self._seen:
            self._seen[seen_as] = self._color_line(line, drawing.number)
            if len(self._seen) > _REMEMBERED:
                self._seen.popitem(last=False)
        self._seen.move_to_end(seen_as)
        return replace(self._seen[seen_as], number=drawing.number)

    def _color_key(self, key: int, number: int) -> ColoredDrawing:
        assert self._networks is not None
        coloring = self._networks.color_key(self._numbers.index(key), self._keys)
        return _packed(number, coloring, is_key=key == number)

    def _color_line(self, line: NDArray[np.uint8], number: int) -> ColoredDrawing:
        assert self._networks is not None
        request = self._request
        nearest = nearest_keys(self._numbers, number, request.keys_per_side)
        coloring = self._networks.color(
            line,
            self._keys.subset(nearest),
            gap=request.gap,
            soft=request.mode == "soft",
            before=sum(self._numbers[index] < number for index in nearest),
        )
        return _packed(number, coloring)


@contextmanager
def _watching_the_card(device: Device) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        if device != "cpu" and is_out_of_memory(error):
            raise _CardFullError from error
        raise


def _fingerprint(line: NDArray[np.uint8]) -> bytes:
    """Equal for equal pixels; a held drawing may lie on the disk as several files."""
    return hashlib.blake2b(repr(line.shape).encode() + line.tobytes()).digest()


def _packed(number: int, coloring: Coloring, is_key: bool = False) -> ColoredDrawing:
    return ColoredDrawing.pack(
        number,
        coloring.labels,
        coloring.palette,
        coloring.region_colors,
        coloring.confidence,
        is_key,
        coloring.soft,
    )
