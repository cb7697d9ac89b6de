"""Which actions make sense now, and in which words."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.language import tr, trn
from app.ui.coloring.colorizing import Colorizing
from app.ui.controls.actions import Act, Actions, explain_action
from app.ui.desk.session import Session
from app.ui.learning.tuning_desk import TuningDesk

_ALWAYS = {
    Act.NEW_SHOW,
    Act.OPEN_SHOW,
    Act.ADD_SHOT,
    Act.OPEN,
    Act.OPEN_SAMPLE,
    Act.QUIT,
    Act.PREFERENCES,
    Act.SHORTCUTS,
    Act.TOUR,
    Act.ABOUT,
    Act.THEME_DARK,
    Act.THEME_LIGHT,
    Act.THEME_SYSTEM,
}
_SEEN_TO_BY_TIMING = {Act.ON_ONES, Act.ON_TWOS, Act.ON_THREES}
_SEEN_TO_BY_REVIEW = {Act.ACCEPT, Act.USE_OTHER, Act.GIVE_COLOR}
_SEEN_TO_BY_LEARNING = {Act.FINE_TUNE, Act.LEARN_FROM_CORRECTIONS}
_SEEN_TO_BY_GAPS = {Act.GAP_WIDER, Act.GAP_NARROWER, Act.ERASE_GAP_STROKE, Act.LEAVE_OPEN}


class ActionState(QObject):
    """Keeps the window's actions in step with session and runs."""

    def __init__(
        self,
        actions: Actions,
        session: Session,
        coloring: Colorizing,
        learning: TuningDesk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._actions, self._session = actions, session
        self._coloring, self._learning = coloring, learning
        for signal in (
            session.shot_changed,
            session.keys_changed,
            session.drawings_changed,
            session.undo_stack.indexChanged,
            session.current_color_changed,
            coloring.queued,
            coloring.started,
            coloring.ended,
            learning.changed,
        ):
            signal.connect(self.follow)
        for signal in (session.current_changed, session.playhead.selection_changed):
            signal.connect(self._follow_place)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Look at everything anew."""
        _update(self._actions, self._session, self._coloring)
        self._learning.update_actions()

    @Slot()
    def _follow_place(self) -> None:
        _update_place(self._actions, self._session)


def _update(actions: Actions, session: Session, coloring: Colorizing) -> None:
    """Enable what can be done with the session as it is, and word it."""
    shot, is_coloring = session.shot, coloring.is_running
    seen_to_elsewhere = (
        _SEEN_TO_BY_TIMING | _SEEN_TO_BY_REVIEW | _SEEN_TO_BY_GAPS | _SEEN_TO_BY_LEARNING
    )
    for act in set(Act) - _ALWAYS - seen_to_elsewhere:
        actions[act].setEnabled(shot is not None)
    has_keys = shot is not None and bool(shot.keys or coloring.can_borrow(shot))
    for act in (Act.COLORIZE, Act.COLORIZE_SELECTION, Act.COLORIZE_ALL):
        actions[act].setEnabled(has_keys and not is_coloring)
    actions[Act.CANCEL].setEnabled(is_coloring)
    actions[Act.EXPORT].setEnabled(shot is not None and bool(shot.colorings) and not is_coloring)
    has_color = session.current_color is not None
    for act in (Act.SWAP_COLOR, Act.RENAME_COLOR):
        actions[act].setEnabled(has_color)
    for act in (Act.PREVIOUS_SHOT, Act.NEXT_SHOT):
        actions[act].setEnabled(len(session.show.shots) > 1)
    _word_colorize(actions, session, coloring)
    _update_place(actions, session)
    _word_undo(actions, session)


def _word_colorize(actions: Actions, session: Session, coloring: Colorizing) -> None:
    action = actions[Act.COLORIZE]
    shot = session.shot
    if coloring.is_running:
        action.setText(tr("Colorizing …"))
    elif session.has_pending() and session.has_settled():
        action.setText(tr("Colorize the rest"))
    else:
        action.setText(tr(Act.COLORIZE.value.text))
    tip = tr(Act.COLORIZE.value.tip)
    if shot is not None and not shot.keys:
        tip = (
            tr("This shot has no key: color it from the keys of the show’s other shots")
            if coloring.can_borrow(shot)
            else tr("Mark at least one key first: drop its color image on the timeline")
        )
    explain_action(action, tip)


def _update_place(actions: Actions, session: Session) -> None:
    """Word and enable what depends on the current drawing and the selection."""
    shot = session.shot
    is_key = shot is not None and session.current in shot.keys
    actions[Act.TOGGLE_KEY].setText(
        tr("Unmark this key") if is_key else tr("Mark this drawing as key…")
    )
    actions[Act.TOGGLE_KEY].setEnabled(shot is not None and not session.is_blank)
    for act in (Act.KEY_TO_PREVIOUS, Act.KEY_TO_NEXT):
        actions[act].setEnabled(is_key and not session.is_blank)
    selected = len(session.playhead.selected_numbers)
    actions[Act.SELECT_NONE].setEnabled(bool(session.playhead.selected))
    actions[Act.COLORIZE_SELECTION].setText(
        trn("Colorize {count} selected drawing", "Colorize {count} selected drawings", selected)
        if selected
        else tr("Colorize this drawing")
    )


def _word_undo(actions: Actions, session: Session) -> None:
    stack = session.undo_stack
    for act, possible, what in (
        (Act.UNDO, stack.canUndo(), stack.undoText()),
        (Act.REDO, stack.canRedo(), stack.redoText()),
    ):
        actions[act].setEnabled(possible)
        word = tr(act.value.text)
        actions[act].setText(tr("{word} {what}", word=word, what=what) if possible else word)
