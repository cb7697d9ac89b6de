"""The networks at work on one shot: reads drawings, guesses, settles, remembers what is held."""

from __future__ import annotations

import hashlib
import logging
import time
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.document.regions import ColoredDrawing
from app.document.shot import Drawing
from app.document.votes import StretchVotes, Vote
from app.engine.coloring_request import ColoringRequest
from app.engine.keys import Key, nearest_keys, read_keys
from app.engine.lent_keys import LentKey, read_lent
from app.engine.line_reading import read_lines
from app.engine.networks import Device, Networks, is_out_of_memory, packed_stretch, telling
from app.engine.task import Failure
from app.io.pictures.images import ImageError

if TYPE_CHECKING:
    from model.coloring import Coloring
    from model.key_features import KeyFeatures

# A walk cycle or a long hold fits in; soft images of a whole shot would not fit in memory.
_REMEMBERED = 100

_log = logging.getLogger(__name__)


class CardFullError(Exception):
    """The graphics card has not enough memory."""


@dataclass(frozen=True, eq=False)
class Painted:
    """A colored drawing, perhaps a first guess, and the seconds spent on it."""

    drawing: ColoredDrawing
    seconds: float


class ShotPainter:
    """Takes the drawings of a shot in chronological order.

    Attributes:
        failures: keys that cannot be used, by drawing number; known after `start`.
        lent: the keys of other shots that are looked at; known after `start`.
    """

    def __init__(self, request: ColoringRequest) -> None:
        self.failures: dict[int, Failure] = {}
        self.lent: tuple[LentKey, ...] = ()
        self._request = request
        self._networks: Networks | None = None
        self._waiting: list[_Waiting] = []
        self._settled: OrderedDict[bytes, ColoredDrawing] = OrderedDict()

    def start(self, device: Device) -> None:
        """Read the keys and study them; once more when the device has to be changed.

        Raises:
            ColoringError: see `color_shot`.
            CardFullError: only when `device` is not the processor.
        """
        request = self._request
        self._networks = None  # frees the card before anything new is loaded
        keys: list[Key] = []
        if request.keys or not request.lent:
            keys, self.failures = read_keys(request.drawings, request.keys, request.gap_strokes)
        self._numbers = [key.number for key in keys]
        self._key_of = {_fingerprint(key.line): key.number for key in reversed(keys)}
        self._device = device
        with _watching_the_card(device):
            self._networks = Networks(request.weights, device)
            self._keys = self._studied(keys, self._networks)
        self._sequence = self._networks.sequence(
            self._keys, gap=request.gap, soft=request.mode == "soft"
        )

    def is_key(self, drawing: Drawing) -> bool:
        """Whether this is a key that can be used."""
        return drawing.number in self._numbers

    def reach_key(self, drawing: Drawing) -> None:
        """Take a key: the stretch before it can be settled now.

        Raises:
            CardFullError: only when the device is not the processor.
        """
        with _watching_the_card(self._device):
            self._sequence.add_key(self._numbers.index(drawing.number))

    def paint_key(self, drawing: Drawing) -> Painted:
        """The animator's own paint of a key."""
        began = time.perf_counter()
        paint = self._key_paint(drawing.number, drawing.number)
        return Painted(paint, time.perf_counter() - began)

    def guess(self, drawing: Drawing) -> Painted | Failure:
        """Take an in-between; whatever is wrong with it becomes a failure.

        Raises:
            CardFullError: only when the device is not the processor.
        """
        try:
            with _watching_the_card(self._device):
                return self._guess(drawing)
        except ImageError as error:
            return Failure(drawing.number, str(error))
        except CardFullError:
            raise
        except Exception as error:  # one drawing must not end the shot, whatever it trips over
            _log.info("coloring %s failed", drawing.path, exc_info=True)
            return Failure(
                drawing.number,
                f"{drawing.path.name} could not be colored ({type(error).__name__}: {error}); "
                "export it again, or report this if the drawing is sound.",
            )

    def settle(self) -> Iterator[Painted]:
        """What was guessed since the last call, as its neighbors agree on it, in order."""
        waiting, self._waiting = self._waiting, []
        votes: StretchVotes | None = None
        for one, choice in zip(waiting, self._sequence.settle(), strict=True):
            votes = votes or StretchVotes(packed_stretch(choice.stretch))
            drawing = one.guess.settled(
                choice.region_colors, choice.confidence, choice.soft, Vote(votes, choice.place)
            )
            self._settled[one.fingerprint] = drawing
            if len(self._settled) > _REMEMBERED:
                self._settled.popitem(last=False)
            for number in one.numbers:
                seconds = one.seconds if number == drawing.number else 0.0
                yield Painted(self._for(number, drawing), seconds)

    def _guess(self, drawing: Drawing) -> Painted:
        began = time.perf_counter()
        # With strokes in it: equal fingerprints mean equal regions, not merely equal drawings.
        line = read_lines(drawing.path, self._request.closing(drawing.number).strokes)
        seen_as = _fingerprint(line)
        if seen_as in self._key_of:
            key = self._key_of[seen_as]
            self._sequence.add_key(self._numbers.index(key))
            return Painted(self._key_paint(key, drawing.number), time.perf_counter() - began)
        if seen_as in self._settled:
            return Painted(self._for(drawing.number, self._settled[seen_as]), 0.0)
        for one in self._waiting:
            if one.fingerprint == seen_as:
                one.numbers.append(drawing.number)
                return Painted(self._for(drawing.number, one.guess), 0.0)
        nearest, before = self._nearest(drawing.number)
        found = self._sequence.add(line, nearest, before)
        packed = _packed(drawing.number, found, is_guess=True)
        loans = frozenset(lent.loan for lent in self.lent)
        guess = self._for(drawing.number, replace(packed, loans=loans))
        seconds = time.perf_counter() - began
        self._waiting.append(_Waiting(seen_as, [drawing.number], guess, seconds))
        return Painted(guess, seconds)

    def _studied(self, keys: Sequence[Key], networks: Networks) -> KeyFeatures:
        own, gap = [(key.line, key.color) for key in keys], self._request.gap
        if not self._request.lent:
            return networks.encode_keys(own, gap)
        lent = read_lent(self._request.lent)
        others = [(key.line, key.color) for _, key in lent]
        studied, chosen = networks.encode_with_lent(own, others, self._telling(), gap)
        self.lent = tuple(lent[row][0] for row in chosen)
        return studied

    def _telling(self) -> NDArray[np.uint8] | None:
        """Line art of a drawing that stands for the shot."""
        request = self._request
        drawings = [one for one in request.drawings if one.number not in request.keys]
        for drawing in telling(drawings or request.drawings):
            with suppress(ImageError):  # it is named when its turn comes
                return read_lines(drawing.path, request.closing(drawing.number).strokes)
        return None

    def _nearest(self, number: int) -> tuple[tuple[int, ...], int]:
        """Positions of the keys that a drawing is colored from, and how many come before it."""
        if not self._numbers:  # lent ones have no place in time
            return tuple(range(len(self._keys))), 0
        nearest = nearest_keys(self._numbers, number, self._request.keys_per_side)
        return nearest, sum(self._numbers[index] < number for index in nearest)

    def _key_paint(self, key: int, number: int) -> ColoredDrawing:
        assert self._networks is not None
        coloring = self._networks.color_key(self._numbers.index(key), self._keys)
        return self._for(number, _packed(number, coloring, is_key=key == number))

    def _for(self, number: int, coloring: ColoredDrawing) -> ColoredDrawing:
        return coloring.numbered(number, self._request.closing(number))


@dataclass(frozen=True, eq=False)
class _Waiting:
    """A drawing of the present stretch, with the numbers under which it is held."""

    fingerprint: bytes
    numbers: list[int]
    guess: ColoredDrawing
    seconds: float


@contextmanager
def _watching_the_card(device: Device) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        if device != "cpu" and is_out_of_memory(error):
            raise CardFullError from error
        raise


def _fingerprint(line: NDArray[np.uint8]) -> bytes:
    """Equal for equal pixels; a held drawing may lie on the disk as several files."""
    return hashlib.blake2b(repr(line.shape).encode() + line.tobytes()).digest()


def _packed(
    number: int, coloring: Coloring, *, is_key: bool = False, is_guess: bool = False
) -> ColoredDrawing:
    return ColoredDrawing.pack(
        number,
        coloring.labels,
        coloring.palette,
        coloring.region_colors,
        coloring.confidence,
        is_key,
        coloring.soft,
        is_guess,
    )
