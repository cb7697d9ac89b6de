"""The queue of regions that a colorist should look at, and the place in it."""

from __future__ import annotations

import enum
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.document.regions import ColoredDrawing
from app.document.shot import Shot
from app.engine.reviewing import Finding, Review, Reviewer, ReviewRequest
from app.jobs.job import Job
from app.jobs.queue import JobQueue, Lane
from app.language import marked, tr
from app.ui.correcting.correcting import Correcting
from app.ui.desk.session import Session

# Changes come in bursts while a run goes on; looking through them once is enough.
_CALM_MS = 250
_LANES = frozenset({Lane.DRAWINGS})


class QueueKind(enum.Enum):
    """What is looked at."""

    DOUBTS = marked("Doubtful regions")
    POPS = marked("Color pops")


class ReviewQueue(QObject):
    """Findings over the whole shot, in the order in which they should be looked at.

    Drawings are looked through in the background whenever they change.

    Attributes:
        kind: doubts or pops.

    Signals:
        changed(): findings, their order or the count changed.
        moved(object): another Finding is current, or None.
    """

    changed = Signal()
    moved = Signal(object)

    def __init__(
        self, session: Session, correcting: Correcting, queue: JobQueue, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.kind = QueueKind.DOUBTS
        self._session, self._correcting, self._queue = session, correcting, queue
        self._reviewer = Reviewer(correcting.corrector)
        self._reviews: dict[int, Review] = {}
        self._unseen: set[int] = set()
        self._sought: set[int] = set()
        self._findings: tuple[Finding, ...] = ()
        self._current: Finding | None = None
        self._job: Job | None = None
        self._job_shot: Shot | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._look_through)
        session.shot_changed.connect(self._on_shot_changed)
        session.drawings_changed.connect(self._on_drawings_changed)
        queue.job_ended.connect(self._on_job_ended)
        correcting.began.connect(self._make_way)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Of the present kind, drawing by drawing, in each the most doubtful first."""
        return self._findings

    @property
    def current(self) -> Finding | None:
        """The finding that is looked at, or None."""
        return self._current

    def counts(self, kind: QueueKind) -> tuple[int, int]:
        """How many findings there are, and in how many drawings."""
        lists = [_of_kind(review, kind) for review in self._reviews.values()]
        return sum(map(len, lists)), sum(map(bool, lists))

    def show_kind(self, kind: QueueKind) -> None:
        """Look at doubts, or at pops."""
        self.kind = kind
        self._sort()

    @Slot()
    def go_to_next(self) -> None:
        """Show the next finding; the first after the last."""
        self._step(1)

    @Slot()
    def go_to_previous(self) -> None:
        """Show the finding before."""
        self._step(-1)

    def go_to(self, finding: Finding) -> None:
        """Show one finding in the view."""
        self._current = finding
        self._session.go_to(finding.number)
        self.moved.emit(finding)

    @Slot()
    def accept(self) -> None:
        """The color of the current finding is right; go on with the next."""
        if (finding := self._current) is not None:
            self._answer(finding, finding.color)

    @Slot()
    def use_other(self) -> None:
        """The current finding has the other color that it may have; go on with the next."""
        if (finding := self._current) is not None:
            self._answer(finding, finding.other)

    @Slot()
    def give_color(self) -> None:
        """The current finding has the color chosen in the palette; go on with the next."""
        color = self._session.current_color
        if color is None:
            self._correcting.ask_for_color()
        elif (finding := self._current) is not None:
            self._answer(finding, color)

    def _answer(self, finding: Finding, color: tuple[int, int, int, int]) -> None:
        following = self._after(finding)
        self._session.go_to(finding.number)
        if not self._correcting.correct([finding.point], color):
            return
        self._drop(finding)
        if following is not None and following in self._findings:
            self.go_to(following)
        else:
            self._current = None
            self.moved.emit(None)

    def _after(self, finding: Finding) -> Finding | None:
        place = self._place(finding)
        if place is None or len(self._findings) < 2:
            return None
        return self._findings[(place + 1) % len(self._findings)]

    def _place(self, finding: Finding | None) -> int | None:
        names = [(one.number, one.region) for one in self._findings]
        name = None if finding is None else (finding.number, finding.region)
        return names.index(name) if name in names else None

    def _step(self, by: int) -> None:
        if not self._findings:
            self._session.said.emit(self._why_nothing())
            return
        place = self._place(self._current)
        if place is None:
            place = -1 if by > 0 else 0
        self.go_to(self._findings[(place + by) % len(self._findings)])

    def _why_nothing(self) -> str:
        if self._job is not None or self._unseen:
            return tr("The drawings are still being looked through; try again in a moment.")
        shot = self._session.shot
        if shot is not None and not shot.colorings:
            return tr("There is nothing to look at yet; colorize the shot first.")
        return tr("Nothing is left to look at.")

    def _drop(self, finding: Finding) -> None:
        """Take an answered finding away at once; the next look through says the rest."""
        review = self._reviews.get(finding.number)
        if review is not None:
            left = Review(
                review.number,
                tuple(one for one in review.doubts if one.region != finding.region),
                tuple(one for one in review.pops if one.region != finding.region),
            )
            self._reviews[finding.number] = left
        self._sort()

    def stop(self) -> None:
        """Look through nothing more; for the end of the window."""
        self._calm.stop()
        self._unseen.clear()

    # Looking through

    def look_anew(self) -> None:
        """Look through all drawings again, for example under another threshold."""
        shot = self._session.shot
        if shot is not None:
            self._unseen |= set(shot.colorings)
            self._calm.start()

    @Slot()
    def _on_shot_changed(self) -> None:
        self._reviews.clear()
        self._unseen.clear()
        self._sought.clear()
        self._current = None
        self._make_way()
        self._sort()
        self.moved.emit(None)
        self.look_anew()

    @Slot(object)
    def _on_drawings_changed(self, numbers: frozenset[int]) -> None:
        shot = self._session.shot
        if shot is None:
            return
        # Whether a color pops in the next drawing depends on this one.
        for number in numbers:
            index = shot.index(number)
            self._unseen |= {one.number for one in shot.drawings[index : index + 2]}
        self._calm.start()

    @Slot()
    def _look_through(self) -> None:
        shot = self._session.shot
        if shot is None or self._job is not None or not self._unseen:
            return
        if not self._queue.is_free(_LANES):
            self._calm.start()
            return
        numbers, self._unseen = self._unseen, set()
        for number in numbers:
            if shot.coloring(number) is None:
                self._reviews.pop(number, None)
        request = ReviewRequest(
            _with_former(shot, numbers), shot.corrections, self._session.doubt_below
        )
        self._sort()
        self._sought = {drawing.number for _, drawing in request.drawings}
        if request.drawings:
            self._job = Job(tr("Review"), partial(self._reviewer.review, request))
            self._job_shot = shot
            self._job.delivered.connect(self._on_review)
            self._queue.submit(self._job, _LANES)

    @Slot()
    def _make_way(self) -> None:
        """A person waits for a correction to spread, or for another shot; none for the list."""
        if self._job is not None:
            self._job.cancel()

    @Slot(object)
    def _on_review(self, review: Review) -> None:
        if self._job_shot is not self._session.shot:
            return
        self._reviews[review.number] = review
        self._sought.discard(review.number)

    @Slot(object, object)
    def _on_job_ended(self, job: Job, outcome: object) -> None:
        if job is self._job:
            self._job = None
            self._unseen |= self._sought
            self._sort()
        if self._unseen:
            self._calm.start()

    def _sort(self) -> None:
        found = [one for review in self._reviews.values() for one in _of_kind(review, self.kind)]
        # A finished drawing is a reference for the next: jumping about costs more corrections.
        self._findings = tuple(sorted(found, key=lambda one: (one.number, -one.doubt, one.region)))
        self.changed.emit()


def _of_kind(review: Review, kind: QueueKind) -> tuple[Finding, ...]:
    return review.doubts if kind is QueueKind.DOUBTS else review.pops


def _with_former(
    shot: Shot, numbers: set[int]
) -> tuple[tuple[ColoredDrawing | None, ColoredDrawing], ...]:
    pairs = []
    former: ColoredDrawing | None = None
    for drawing in shot.drawings:
        coloring = shot.coloring(drawing.number)
        if coloring is not None and drawing.number in numbers:
            pairs.append((former, coloring))
        former = coloring
    return tuple(pairs)
