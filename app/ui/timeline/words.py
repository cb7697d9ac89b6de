"""What the strip says about an exposure."""

from __future__ import annotations

from app.document.timesheet import Exposure
from app.ui.session import Session
from app.ui.states import DrawingState


def card_tip(session: Session, exposure: Exposure) -> str:
    """The tooltip: file, state and frames."""
    shot, number = session.shot, exposure.number
    if shot is None:
        return ""
    frames = _frames(exposure, len(shot.timesheet))
    if number is None:
        return f"Empty · {frames}"
    if number not in shot:
        return f"Drawing {number} is not in the folder · {frames}"
    parts = [shot.drawing(number).path.name, _state(session, number), frames]
    if number in shot.keys:
        parts.append("drag its badge to give the key to another drawing")
    return " · ".join(parts)


def _state(session: Session, number: int) -> str:
    assert session.shot is not None
    state = session.state(number)
    if number in session.shot.keys:
        return "key"
    if state is DrawingState.DOUBTFUL:
        doubts = session.doubts(number)
        return f"colored, {doubts} doubtful region{'s' if doubts > 1 else ''}"
    if state is DrawingState.FAILED:
        return session.failures[number]
    return state.value


def _frames(exposure: Exposure, duration: int) -> str:
    if exposure.first >= duration:
        return "not on the timesheet"
    first, last = exposure.first + 1, exposure.end
    return f"frame {first}" if first == last else f"frames {first}–{last}"
