"""Learn from my corrections: one shot, one minute, and its other drawings colored again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.document.shot import Shot
from app.io.shows.weights_store import WeightsStore
from app.language import tr
from app.ui.coloring.colorizing import Colorizing
from app.ui.controls.actions import Act, Actions, explain_action
from app.ui.desk.session import Session
from app.ui.learning.finetuning import FineTuning
from app.ui.learning.learned import Learned
from app.ui.learning.tuning_words import end_words, psnr_words, regions_words
from app.ui.messages.notices import NoticeKind, Notices
from app.ui.shows.show_saving import ShowSaving


class Lesson(QObject):
    """A short fine-tuning over the shot on the desk.

    When it wins, what was learned and the colors that follow from it are one step to undo.
    """

    def __init__(
        self,
        session: Session,
        tuning: FineTuning,
        learned: Learned,
        coloring: Colorizing,
        saving: ShowSaving,
        notices: Notices,
        actions: Actions,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._tuning, self._learned = session, tuning, learned
        self._coloring, self._saving = coloring, saving
        self._notices, self._actions = notices, actions
        self._shot: Shot | None = None
        actions[Act.LEARN_FROM_CORRECTIONS].triggered.connect(self.start)
        actions[Act.CANCEL].triggered.connect(self.cancel)

    @property
    def is_running(self) -> bool:
        """True while a shot is learned from."""
        return self._shot is not None

    def update_actions(self) -> None:
        """Enable what can be done now, and say what is missing."""
        actions, missing = self._actions, self._missing(self._session.shot)
        action = actions[Act.LEARN_FROM_CORRECTIONS]
        action.setEnabled(not missing and not self._tuning.is_running)
        explain_action(action, missing or tr(Act.LEARN_FROM_CORRECTIONS.value.tip))
        if self.is_running:
            actions[Act.CANCEL].setEnabled(True)
            for act in (Act.COLORIZE, Act.COLORIZE_SELECTION, Act.COLORIZE_ALL):
                actions[act].setEnabled(False)  # it ends with a coloring of its own

    def _missing(self, shot: Shot | None) -> str:
        """Why the shot cannot be learned from, or ""."""
        if shot is None or not shot.keys:
            return tr("Mark at least one key first: drop its color image on the timeline")
        if not shot.corrections:
            return tr("Correct or accept some drawings first: they are what is learned from")
        return ""

    @Slot()
    def start(self) -> None:
        """Begin; a show that has no place on the disk is saved first."""
        shot = self._session.shot
        if missing := self._missing(shot):
            self._session.said.emit(tr("{sentence}.", sentence=missing))
        elif self._session.show.path is None:
            self._session.said.emit(tr("Save the show first: what it learns is kept with it."))
            self._saving.save(then=self.start)
        elif shot is not None and not self._tuning.is_running:
            self._shot = shot
            self._notices.dismiss(NoticeKind.LEARNING)
            self._tuning.start(self._learned.lesson_plan(shot))

    @Slot()
    def cancel(self) -> None:
        """End it without a judgement."""
        if self.is_running:
            self._tuning.leave()

    def end(self) -> bool:
        """Do what follows from its end; False when the run that ended was no lesson."""
        shot, self._shot = self._shot, None
        if shot is None:
            return False
        tuning, record = self._tuning, self._tuning.record
        if tuning.was_left and tuning.plan is not None and tuning.show.path is not None:
            # A minute is sooner begun anew than gone on with.
            WeightsStore(tuning.show.path).forget_run(tuning.plan.id)
        if shot not in self._session.show.shots:
            return True
        if record is not None and record.has_won:
            self._color_rest(shot, record.id)
            words = tr(
                "Learned from the corrections: {regions} of regions right, {psnr}, on drawings "
                "that it had not learned from. The other drawings are colored again with it; "
                "Undo takes both back.",
                regions=regions_words(record),
                psnr=psnr_words(record),
            )
            self._notices.show_notice(NoticeKind.LEARNING, words)
        else:
            stopped = tr("Stopped; nothing was learned.")
            self._session.said.emit(stopped if tuning.was_left else end_words(tuning))
        return True

    def _color_rest(self, shot: Shot, id_: str) -> None:
        left = {drawing.number for drawing in shot.drawings} - {*shot.keys, *shot.corrections}
        begun = bool(left) and self._coloring.color_with_learned(shot, frozenset(left), id_)
        if not begun:
            self._learned.use(id_)
