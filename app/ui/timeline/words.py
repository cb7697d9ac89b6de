"""What the strip says about an exposure."""

from __future__ import annotations

from app.document.timesheet import Exposure
from app.language import tr, trn
from app.ui.desk.session import Session
from app.ui.desk.states import DrawingState
from app.ui.messages.sentences import told


def card_tip(session: Session, exposure: Exposure) -> str:
    """The tooltip: file, state and frames."""
    shot, number = session.shot, exposure.number
    if shot is None:
        return ""
    frames = _frames(exposure, len(shot.timesheet))
    if number is None:
        return tr("Empty · {frames}", frames=frames)
    if number not in shot:
        return tr("Drawing {number} is not in the folder · {frames}", number=number, frames=frames)
    parts = [shot.drawing(number).path.name, _state(session, number), frames]
    if number in shot.keys:
        parts.append(tr("drag its badge to give the key to another drawing"))
    return " · ".join(parts)


def _state(session: Session, number: int) -> str:
    assert session.shot is not None
    state = session.state(number)
    if number in session.shot.keys:
        return tr("key")
    if state is DrawingState.DOUBTFUL:
        doubts = session.doubts(number)
        return trn("colored, {count} doubtful region", "colored, {count} doubtful regions", doubts)
    if state is DrawingState.FAILED:
        return told(session.failures[number])
    return tr(state.value)


def _frames(exposure: Exposure, duration: int) -> str:
    if exposure.first >= duration:
        return tr("not on the timesheet")
    first, last = exposure.first + 1, exposure.end
    if first == last:
        return tr("frame {first}", first=first)
    return tr("frames {first}–{last}", first=first, last=last)
