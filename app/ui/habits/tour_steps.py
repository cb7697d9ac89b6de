"""What the tour says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from app.language import marked, tr
from app.ui.controls.actions import Act, Actions
from app.ui.desk.session import Session
from app.ui.habits.tour import TourStep

_OPEN = marked("A shot is a folder of numbered line art. Begin with the one that comes along.")
_KEYS = marked(
    "Keys are drawings that you have colored; two are enough. Drop them on the timeline, or press "
    "{key}. The sample offers its own in the bar at the top."
)
_COLORIZE = marked(
    "{key} gives all other drawings exactly the keys’ colors. They appear on the timeline one by "
    "one, and you can go on working meanwhile."
)
_REVIEW = marked(
    "Drag along the ruler of the timeline to scrub. What may be wrong is listed under Review: "
    "{next} goes to the next region, {accept} accepts its color, and {paint} paints."
)


def tour_steps(
    session: Session,
    actions: Actions,
    is_coloring: Callable[[], bool],
    opening: tuple[QWidget, ...],
    timeline: QWidget,
    colorize: QWidget,
    review: QWidget,
) -> tuple[TourStep, ...]:
    """The four steps, each beside one part of the window."""

    def key(act: Act) -> str:
        return actions[act].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def has_keys() -> bool:
        return session.shot is not None and bool(session.shot.keys)

    def has_colors() -> bool:
        has_some = session.shot is not None and bool(session.shot.colorings)
        return has_some or is_coloring()

    def review_words() -> str:
        return tr(_REVIEW, next=key(Act.NEXT_FINDING), accept=key(Act.ACCEPT), paint=key(Act.PAINT))

    return (
        TourStep(
            tr("Open a shot"),
            lambda: tr(_OPEN),
            opening,
            tr("Open the sample"),
            actions[Act.OPEN_SAMPLE].trigger,
            lambda: session.shot is not None,
        ),
        TourStep(
            tr("Give it keys"),
            lambda: tr(_KEYS, key=key(Act.TOGGLE_KEY)),
            (timeline,),
            is_done=has_keys,
        ),
        TourStep(
            tr("Colorize"),
            lambda: tr(_COLORIZE, key=key(Act.COLORIZE)),
            (colorize,),
            is_done=has_colors,
        ),
        TourStep(tr("Scrub and review"), review_words, (review,), tr("Done")),
    )
