"""Color a shot: first guesses drawing by drawing, then what neighboring drawings agree on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.document.regions import ColoredDrawing
from app.document.shot import Drawing
from app.engine.coloring_request import ColoringRequest
from app.engine.correcting import Corrector
from app.engine.shot_painter import CardFullError, Painted, ShotPainter
from app.engine.task import CancelToken, Failure, Step

_CARD_IS_FULL = "The graphics card is out of memory; going on with the processor"


def color_shot(request: ColoringRequest, cancel: CancelToken) -> Iterator[Step[ColoredDrawing]]:
    """Color drawings in chronological order, each one a result or a failure.

    The drawings between two keys decide together: their results come when the later key is
    reached. Key drawings come back with the animator's own colors; drawings with identical line
    art are colored once. A key that cannot be read is a failure of its drawing. After a cancel
    what was begun is finished from the drawings seen so far.

    Raises:
        ColoringError: no usable key, keys that do not fit, or networks that cannot be loaded.
    """
    yield from _Run(request, cancel).steps()


class _Run:
    def __init__(self, request: ColoringRequest, cancel: CancelToken) -> None:
        self._request, self._cancel = request, cancel
        self._painter = ShotPainter(request)
        self._total = sum(self._is_wanted(drawing) for drawing in request.drawings)
        self._done = 0
        self._corrector = Corrector()

    def steps(self) -> Iterator[Step[ColoredDrawing]]:
        yield self._say("Studying the keys")
        try:
            self._painter.start(self._request.device)
        except CardFullError:
            yield self._say(_CARD_IS_FULL)
            self._painter.start("cpu")
        for failure in self._painter.failures.values():
            yield Step(0, self._total, "A key cannot be used", failure=failure)
        if self._painter.lent:
            shots = ", ".join(sorted({lent.shot for lent in self._painter.lent}))
            yield self._say(f"With keys of {shots}")
        for drawing in self._request.drawings:
            if self._cancel.is_cancelled:
                break
            if self._painter.is_key(drawing):
                yield from self._key(drawing)
            elif self._is_wanted(drawing):
                yield from self._in_between(drawing)
        yield from self._settled()

    def _is_wanted(self, drawing: Drawing) -> bool:
        return self._request.only is None or drawing.number in self._request.only

    def _key(self, drawing: Drawing) -> Iterator[Step[ColoredDrawing]]:
        try:
            self._painter.reach_key(drawing)
        except CardFullError:
            yield from self._to_the_processor()
            self._painter.reach_key(drawing)
        yield from self._settled()
        if self._is_wanted(drawing):
            self._done += 1
            yield self._result(self._painter.paint_key(drawing))

    def _in_between(self, drawing: Drawing) -> Iterator[Step[ColoredDrawing]]:
        if drawing.number in self._painter.failures:
            self._done += 1
            yield self._say(f"{drawing.name} was left out")
            return
        yield self._say(f"Coloring {drawing.name}")
        try:
            outcome = self._painter.guess(drawing)
        except CardFullError:
            yield from self._to_the_processor()
            outcome = self._painter.guess(drawing)
        self._done += 1
        if isinstance(outcome, Failure):
            what = f"{drawing.name} failed"
            yield Step(self._done, self._total, what, failure=outcome)
        elif self._request.guesses or not outcome.drawing.is_guess:
            yield from map(self._result, self._corrected([outcome]))

    def _to_the_processor(self) -> Iterator[Step[ColoredDrawing]]:
        yield from self._settled()
        yield self._say(_CARD_IS_FULL)
        self._painter.start("cpu")

    def _settled(self) -> Iterator[Step[ColoredDrawing]]:
        for painted in self._corrected(list(self._painter.settle())):
            yield self._result(painted)

    def _corrected(self, painted: Sequence[Painted]) -> Iterator[Painted]:
        """What a person said wins, and what was decided together with it learns from it."""
        corrections = self._request.corrections
        if not corrections:
            yield from painted
            return
        changed = self._corrector.decide([one.drawing for one in painted], corrections)
        for one in painted:
            yield replace(one, drawing=changed.get(one.drawing.number, one.drawing))

    def _say(self, what: str) -> Step[ColoredDrawing]:
        return Step(self._done, self._total, what)

    def _result(self, painted: Painted) -> Step[ColoredDrawing]:
        drawing = painted.drawing
        what = f"{'Guessed' if drawing.is_guess else 'Colored'} drawing {drawing.number}"
        return Step(self._done, self._total, what, drawing, seconds=painted.seconds)
