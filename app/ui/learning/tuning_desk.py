"""Fine-tuning in the window: its actions, its dialog, what is said, and what follows from it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.io.shows.weights_store import WeightsStore
from app.jobs.queue import JobQueue
from app.language import tr
from app.ui.coloring.colorizing import Colorizing
from app.ui.controls.actions import Act, Actions, explain_action
from app.ui.controls.file_choice import FileChooser
from app.ui.controls.preferences import Preferences
from app.ui.desk.session import Session
from app.ui.learning.finetune_dialog import FineTuneDialog
from app.ui.learning.finetuning import FineTuning, Stage
from app.ui.learning.learned import Learned
from app.ui.learning.lesson import Lesson
from app.ui.learning.tuning_progress import TuningProgress
from app.ui.learning.tuning_words import end_words, when_words
from app.ui.learning.tuning_work import FineTune
from app.ui.messages.bottom_bar import BottomBar
from app.ui.messages.notices import Choice, NoticeKind, Notices
from app.ui.shows.show_saving import ShowSaving


class TuningDesk(QObject):
    """Lets the show learn, and colors with what was learned when that wins.

    Attributes:
        tuning: the run over the show, or over one shot.
        lesson: the run over one shot.
        learned: what came of the runs before.
        dialog: the dialog while it is open, or None.

    Signals:
        changed(): what can be done is another thing now.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        queue: JobQueue,
        preferences: Preferences,
        coloring: Colorizing,
        saving: ShowSaving,
        notices: Notices,
        chooser: FileChooser,
        actions: Actions,
        bottom: BottomBar,
        engine: FineTune,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._coloring, self._saving = session, coloring, saving
        self._notices, self._chooser, self._actions = notices, chooser, actions
        self._window = window
        self.tuning = tuning = FineTuning(session, queue, preferences, engine, self)
        self.learned = Learned(session)
        self.dialog: FineTuneDialog | None = None
        self.lesson = Lesson(
            session, tuning, self.learned, coloring, saving, notices, actions, self
        )
        TuningProgress(tuning, self.lesson, bottom, self)
        actions[Act.FINE_TUNE].triggered.connect(self.open)
        tuning.changed.connect(self.changed)
        tuning.ended.connect(self._on_ended)
        coloring.queued.connect(self._on_queued)
        session.show_changed.connect(self.update_actions)
        session.show_opened.connect(self._on_show_opened)

    # What can be done

    @Slot()
    def update_actions(self) -> None:
        """Enable what can be done now, and say what is missing for the rest."""
        tune, can_tune = self._actions[Act.FINE_TUNE], self.learned.can_learn
        shows_run = self.tuning.is_running and not self.lesson.is_running
        tune.setEnabled(shows_run or (can_tune and not self.tuning.is_running))
        tip = tr(Act.FINE_TUNE.value.tip)
        if not can_tune:
            tip = tr(
                "It takes a shot with two keys, or finished footage: "
                "give a shot its color images first"
            )
        explain_action(tune, tip)
        self.lesson.update_actions()

    # The whole show

    @Slot()
    def open(self) -> None:
        """Show the dialog; a show that has no place on the disk is saved first."""
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
        elif self._session.show.path is None:
            self._session.said.emit(tr("Save the show first: what it learns is kept with it."))
            self._saving.save(then=self.open)
        else:
            self._notices.dismiss(NoticeKind.LEARNING)
            dialog = FineTuneDialog(self.tuning, self.learned, self._session, self._window)
            dialog.begin_asked.connect(self._on_begin)
            dialog.color_asked.connect(self._coloring.colorize_all)
            dialog.use_asked.connect(self._on_use)
            dialog.setup.resume_asked.connect(self.resume)
            dialog.setup.discard_asked.connect(self.discard)
            dialog.setup.history.delete_asked.connect(self._on_delete)
            dialog.finished.connect(self._on_closed)
            self.dialog = dialog
            # Not modal: the animator works on while the show learns.
            dialog.show()

    @Slot()
    def _on_closed(self) -> None:
        self.dialog = None

    @Slot()
    def _on_begin(self) -> None:
        if self.dialog is not None:
            setup = self.dialog.setup
            self.tuning.start(self.learned.plan(setup.length, setup.start))

    @Slot()
    def resume(self) -> None:
        """Go on with the run that was cut off."""
        plan = self.learned.interrupted()
        if plan is not None:
            self.tuning.start(plan)
            self.open()

    @Slot()
    def discard(self) -> None:
        """Throw the run away that was cut off."""
        self.learned.forget_interrupted()
        self._refresh_dialog()

    @Slot(object)
    def _on_use(self, id_: str | None) -> None:
        self.learned.use(id_)
        self._refresh_dialog()

    @Slot(str)
    def _on_delete(self, id_: str) -> None:
        record = next((one for one in self.learned.records() if one.id == id_), None)
        if record is not None and record.has_won:
            delete = tr("Delete")
            question = tr("Delete what was learned on {when}?", when=when_words(record.when))
            detail = tr("This cannot be undone. Drawings that were colored with it stay.")
            if self._chooser.decision(question, detail, (delete,)) != delete:
                return
        self.learned.remove(id_)
        self._refresh_dialog()

    def _refresh_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.refresh()

    # What comes of a run

    @Slot()
    def _on_ended(self) -> None:
        tuning = self.tuning
        if tuning.error:
            self._notices.show_notice(NoticeKind.ERROR, tuning.error)
        was_lesson = self.lesson.end()
        self.changed.emit()
        if was_lesson or tuning.stage is Stage.NONE:
            return  # or its show is open no more
        record = tuning.record
        has_won = record is not None and record.has_won
        if record is not None and has_won:
            self.learned.use(record.id)
        if not tuning.error:
            self._session.said.emit(end_words(tuning))
        self._refresh_dialog()
        if tuning.was_left:
            self._offer_to_go_on()
        elif self.dialog is None and record is not None:
            color = Choice(tr("Color the shot again"), self._coloring.colorize_all, True)
            choices = [color, Choice(tr("Show"), self.open)]
            self._notices.show_notice(
                NoticeKind.LEARNING, end_words(tuning), choices if has_won else choices[1:]
            )

    @Slot()
    def _on_queued(self) -> None:
        if self.tuning.is_running:
            self._session.said.emit(tr("It is colored as soon as the fine-tuning is over."))

    @Slot()
    def _on_show_opened(self) -> None:
        self._notices.dismiss(NoticeKind.LEARNING)
        self._offer_to_go_on()

    def _offer_to_go_on(self) -> None:
        """There may be a run that a crash, or the end of the program, cut off."""
        plan = self.learned.interrupted()
        if plan is not None:
            self._notices.show_notice(
                NoticeKind.LEARNING,
                tr(
                    "A fine-tuning of {when} was cut off. It goes on where it was.",
                    when=when_words(plan.when),
                ),
                [
                    Choice(tr("Go on"), self.resume, is_primary=True),
                    Choice(tr("Throw away"), self.discard),
                ],
            )

    def choices_about(self, sentence: str) -> list[Choice]:
        """What can be done about an error: own weights help when those of the show are at fault."""
        show = self._session.show
        if show.path is None or show.weights is None:
            return []
        if str(WeightsStore(show.path).folder(show.weights)) not in sentence:
            return []
        return [Choice(tr("Use Shiage’s own weights"), partial(self.learned.use, None))]
