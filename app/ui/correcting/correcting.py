"""From a click on a region to a shot that learned from it."""

from __future__ import annotations

import enum
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.commands.correct_regions import CorrectRegions
from app.document.color_names import Color
from app.document.corrections import Correction, corrected_regions, merged
from app.document.naming import listed
from app.document.regions import ColoredDrawing
from app.document.shot import Shot
from app.engine.correcting import Corrector
from app.engine.spreading import Left, Spread, SpreadRequest, spread
from app.jobs.job import Job
from app.jobs.queue import JobQueue, Lane
from app.language import marked, tr, trn
from app.ui.correcting.region_points import points_of
from app.ui.desk.session import Session

Point = tuple[int, int]

_CORRECTED, _ACCEPTED, _TAKEN_BACK = marked("Corrected"), marked("Accepted"), marked("Taken back")


class Reach(enum.Enum):
    """Which drawings learn from a correction, in words."""

    STRETCH = "All up to the next keys"
    RANGE = "The selected range"
    DRAWING = "This drawing only"


@dataclass(frozen=True, eq=False)
class _Pending:
    """A correction that has yet to spread; `done` says in a word what was done."""

    shot: Shot
    command: CorrectRegions
    new: Mapping[int, tuple[Correction, ...]]
    done: str


class Correcting(QObject):
    """Corrects regions and spreads what was said to the drawings around.

    The corrected drawing changes at once; the others follow from the job queue, one correction
    after the other.

    Attributes:
        reach: which drawings learn from the next correction.
        corrector: reads votes; shared with the review.

    Signals:
        began(): a correction was made and is about to spread.
        spread_ended(Spread): the drawings around have decided.
    """

    began = Signal()
    spread_ended = Signal(object)

    def __init__(self, session: Session, queue: JobQueue, parent: QObject) -> None:
        super().__init__(parent)
        self.reach = Reach.STRETCH
        self.corrector = Corrector()
        self._session = session
        self._queue = queue
        self._waiting: deque[_Pending] = deque()
        self._job: Job | None = None
        queue.job_ended.connect(self._on_job_ended)

    @property
    def is_busy(self) -> bool:
        """True while a correction still spreads."""
        return self._job is not None

    def correct(self, points: Sequence[Point], color: Color) -> bool:
        """Give the regions of the current drawing under these points a color.

        Returns:
            False when that is not possible; the status line says why.
        """
        session, shot = self._session, self._session.shot
        if shot is None:
            return False
        drawing = self._correctable(shot, session.current)
        if drawing is None:
            return False
        labels = drawing.labels()
        reach = self._reach(drawing.number)
        made = corrected_regions((Correction(x, y, color, reach) for x, y in points), labels)
        if not made:
            return False
        after = drawing.with_corrections(made)
        former = shot.corrections.get(drawing.number, ())
        self._push(
            shot,
            drawing,
            after,
            merged(former, made.values(), labels),
            tuple(made.values()),
            trn(
                "correct a region of drawing {number}",
                "correct {count} regions of drawing {number}",
                len(made),
                number=drawing.number,
            ),
        )
        return True

    def refuse(self) -> None:
        """Say why the current drawing cannot be corrected."""
        if (shot := self._session.shot) is not None:
            self._correctable(shot, self._session.current)

    def ask_for_color(self) -> None:
        """Say that there is no color to correct with."""
        self._session.said.emit(tr("Choose a color in the palette first (or pick one with I)."))

    @Slot()
    def accept_drawing(self) -> None:
        """All colors of the current drawing are right."""
        session, shot = self._session, self._session.shot
        drawing = None if shot is None else self._correctable(shot, session.current)
        if shot is None or drawing is None:
            return
        former = shot.corrections.get(drawing.number, ())
        labels, reach = drawing.labels(), self._reach(drawing.number)
        known = corrected_regions(former, labels)
        new = tuple(
            Correction(x, y, drawing.color_of(region), reach)
            for region, (x, y) in points_of(labels).items()
            if region not in known
        )
        if new:
            after = drawing.with_corrections(corrected_regions(new, labels))
            self._push(
                shot,
                drawing,
                after,
                (*former, *new),
                new,
                tr("accept drawing {number}", number=drawing.number),
            )

    @Slot()
    def take_back(self) -> None:
        """Forget the corrections of the current drawing, and what others learned from them."""
        session, shot = self._session, self._session.shot
        drawing = None if shot is None else shot.coloring(session.current)
        if shot is None or drawing is None or drawing.number not in shot.corrections:
            session.said.emit(tr("This drawing has no corrections."))
            return
        what = tr("take back corrections of drawing {number}", number=drawing.number)
        self._push(shot, drawing, drawing, (), (), what)

    def _push(
        self,
        shot: Shot,
        before: ColoredDrawing,
        after: ColoredDrawing,
        corrections: tuple[Correction, ...],
        new: tuple[Correction, ...],
        what: str,
    ) -> None:
        command = CorrectRegions(shot, {before.number: corrections}, [after], what)
        if not new:
            done = _TAKEN_BACK
        elif all(before.color_of(r) == after.color_of(r) for r in range(len(before.region_colors))):
            done = _ACCEPTED
        else:
            done = _CORRECTED
        self._session.note_made_like(after, before)
        self._session.undo_stack.push(command)
        self._waiting.append(_Pending(shot, command, {before.number: new}, done))
        self.began.emit()
        self._spread_next()

    def _correctable(self, shot: Shot, number: int) -> ColoredDrawing | None:
        drawing = shot.coloring(number)
        if number in shot.keys:
            self._session.said.emit(
                tr(
                    "This is a key: its colors are those of its own image. Correct that image, "
                    "or unmark the key (K) to have it colored."
                )
            )
            return None
        if drawing is None:
            self._session.said.emit(
                tr("Colorize the shot first; then its regions can be corrected.")
            )
        return drawing

    def _reach(self, number: int) -> tuple[int, int] | None:
        if self.reach is Reach.DRAWING:
            return number, number
        if self.reach is Reach.RANGE:
            chosen = self._session.playhead.selected_numbers
            return (min(chosen), max(chosen)) if chosen else (number, number)
        return None

    def _spread_next(self) -> None:
        while self._job is None and self._waiting:
            pending = self._waiting[0]
            if self._is_wanted(pending):
                self._start(pending)
            else:
                self._waiting.popleft()

    def _is_wanted(self, pending: _Pending) -> bool:
        """A correction goes on behind another shot; not one that was undone, or whose shot went."""
        return pending.shot in self._session.show.shots and pending.command.is_applied

    def _start(self, pending: _Pending) -> None:
        shot = pending.shot
        in_betweens = tuple(one for one in shot.colorings.values() if not one.is_key)
        request = SpreadRequest(in_betweens, shot.corrections, pending.new)
        job = Job(tr("Correcting"), partial(spread, self.corrector, request))
        job.delivered.connect(self._on_spread)
        self._job = job
        self._queue.submit(job, frozenset({Lane.DRAWINGS}))

    @Slot(object)
    def _on_spread(self, result: Spread) -> None:
        pending = self._waiting[0]
        shot = pending.shot
        if not self._is_wanted(pending):
            return
        changed = []
        for one in result.drawings:
            before = shot.coloring(one.number)
            if before is not None and one.number not in shot.keys:
                self._session.note_made_like(one, before)
                changed.append(one)
        pending.command.add(changed)
        where = "" if shot is self._session.shot else f"{shot.name}: "
        self._session.said.emit(where + account(result, pending.done))
        self.spread_ended.emit(result)

    @Slot(object, object)
    def _on_job_ended(self, job: Job, outcome: object) -> None:
        if job is self._job:
            self._job = None
            self._waiting.popleft()
            self._spread_next()


def account(result: Spread, done: str = _CORRECTED) -> str:
    """What a correction did, in a sentence: what changed, what was left and why.

    Args:
        result: what became of the other drawings.
        done: what was done to the drawing itself; only of a correction it is told what was left.
    """
    if result.changed:
        words = trn(
            "{done}; {count} region changed in {where} too.",
            "{done}; {count} regions changed in {where} too.",
            result.changed,
            done=tr(done),
            where=_drawings(result.changed_in),
        )
    elif done == _CORRECTED:
        words = tr("{done}; no other drawing changed.", done=tr(done))
    else:
        words = tr("{done}.", done=tr(done))
    left = [
        tr("{drawings} ({reason})", drawings=_drawings(numbers), reason=tr(reason.value))
        for reason in Left
        if (numbers := [number for number, why in result.left.items() if why is reason])
    ]
    if not left or done != _CORRECTED:
        return words
    return tr("{words} Left: {drawings}.", words=words, drawings="; ".join(left))


def _drawings(numbers: Iterable[int]) -> str:
    ordered = sorted(numbers)
    return trn("drawing {numbers}", "drawings {numbers}", len(ordered), numbers=listed(ordered))
