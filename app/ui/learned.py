"""What the open show has learned so far, and what it has to learn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.commands.use_weights import UseWeights
from app.document.shot import Shot
from app.engine.show_sequences import Stock, stock_of
from app.io.footage_store import find_footage
from app.io.weights_store import TuningPlan, TuningRecord, WeightsStore
from app.language import tr
from app.ui.session import Session

EPOCHS = 30
"""How often the paper learns from each drawing."""

_LESSON_MINUTES = 1.0


@dataclass(frozen=True)
class Length:
    """How long a fine-tuning may take.

    Attributes:
        minutes: of it; None for `epochs`.
        epochs: how often each drawing is learned from.
    """

    minutes: float | None
    epochs: int = EPOCHS


class Learned:
    """Looks things up in the folder of the show; asked each time, as other programs write there."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def in_use(self) -> str | None:
        """Id of the fine-tuning that colors the show; None for the weights of Shiage."""
        return self._session.show.weights

    def records(self) -> list[TuningRecord]:
        """All fine-tunings that are over, the latest first."""
        store = self._store()
        return [] if store is None else store.records()

    def last(self) -> TuningRecord | None:
        """The fine-tuning to go on from: the one in use, else the latest that won."""
        won = [one for one in self.records() if one.has_won]
        in_use = (one for one in won if one.id == self.in_use)
        return next(in_use, won[0] if won else None)

    def interrupted(self) -> TuningPlan | None:
        """The fine-tuning that was cut off, if one was."""
        store = self._store()
        return None if store is None else store.interrupted()

    def stock(self) -> Stock:
        """How much there is to learn from."""
        return stock_of(self._session.show.state().shots, footage_of(self._session.show.path))

    def plan(self, length: Length, start: str | None) -> TuningPlan:
        """The plan of a run over the whole show; the show is saved already."""
        return self._plan(length.minutes, length.epochs, (), start)

    def lesson_plan(self, shot: Shot) -> TuningPlan:
        """The plan of a short run over one shot, from the weights in use."""
        return self._plan(_LESSON_MINUTES, EPOCHS, (shot.name,), self.in_use)

    def _plan(
        self, minutes: float | None, epochs: int, shots: tuple[str, ...], start: str | None
    ) -> TuningPlan:
        store = self._store()
        assert store is not None
        when = datetime.now().astimezone().isoformat(timespec="seconds")
        return TuningPlan(store.new_id(), when, minutes, epochs, shots, start)

    def use(self, id_: str | None) -> None:
        """Color the show with the weights of a fine-tuning, or with those of Shiage."""
        if id_ != self.in_use:
            text = tr("use what was learned") if id_ else tr("go back to Shiage’s own weights")
            self._session.undo_stack.push(UseWeights(self._session.show, id_, text))

    def remove(self, id_: str) -> None:
        """Delete a fine-tuning that is not in use."""
        store = self._store()
        if store is not None and id_ != self.in_use:
            store.remove(id_)

    def forget_interrupted(self) -> None:
        """Throw the run away that was cut off."""
        store, plan = self._store(), self.interrupted()
        if store is not None and plan is not None:
            store.forget_run(plan.id)

    def _store(self) -> WeightsStore | None:
        path = self._session.show.path
        return None if path is None else WeightsStore(path)


def footage_of(show: Path | None) -> tuple[Path, ...]:
    """Folders of finished footage that a show learns from; those that were unticked are not."""
    return () if show is None else tuple(one.folder for one in find_footage(show).used)


def can_learn(shots: Sequence[Shot]) -> bool:
    """Whether there is a shot to measure on: one with two keys."""
    return any(len(shot.keys) > 1 for shot in shots)
