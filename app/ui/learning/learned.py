"""What the open show has learned so far, and what it has to learn from."""

from __future__ import annotations

from app.commands.use_weights import UseWeights
from app.document.shot import Shot
from app.engine.show_sequences import Stock, stock_of
from app.engine.tuning_request import footage_of
from app.io.shows.weights_store import Length, TuningPlan, TuningRecord, WeightsStore
from app.language import tr
from app.ui.desk.session import Session

_LESSON = Length(1.0)


class Learned:
    """Looks things up in the folder of the show; asked each time, as other programs write there."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def in_use(self) -> str | None:
        """Id of the fine-tuning that colors the show; None for the weights of Shiage."""
        return self._session.show.weights

    @property
    def can_learn(self) -> bool:
        """Whether there is something to measure on: a shot with two keys, or finished footage."""
        show = self._session.show
        if any(len(shot.keys) > 1 for shot in show.shots):
            return True
        return show.path is not None and bool(footage_of(show.path))

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
        show = self._session.show
        return stock_of(show.state().shots, () if show.path is None else footage_of(show.path))

    def plan(self, length: Length, start: str | None) -> TuningPlan:
        """The plan of a run over the whole show; the show is saved already."""
        return self._saved().new_plan(length, start=start)

    def lesson_plan(self, shot: Shot) -> TuningPlan:
        """The plan of a short run over one shot, from the weights in use."""
        return self._saved().new_plan(_LESSON, (shot.name,), self.in_use)

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

    def _saved(self) -> WeightsStore:
        store = self._store()
        assert store is not None
        return store

    def _store(self) -> WeightsStore | None:
        path = self._session.show.path
        return None if path is None else WeightsStore(path)
