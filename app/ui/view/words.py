"""What the view says over a drawing: what is wrong, what is missing, what to do."""

from __future__ import annotations

from app.document.shot import Shot
from app.language import marked, tr
from app.ui.desk.rendering import PictureMode

_NOT_BLENDED = marked(
    "Colored without blending: turn on “Blend colors too” in the Shot menu, then color again"
)


def words_over(shot: Shot, number: int, mode: PictureMode, can_borrow: bool) -> str:
    """A hint for a drawing that can be shown; "" when there is nothing to say.

    Args:
        shot: on the desk.
        number: of the drawing.
        mode: what is shown of it.
        can_borrow: whether keys of other shots can be looked at.
    """
    if not shot.keys and not shot.colorings:
        if can_borrow:
            return tr(
                "Drop the colored key drawings on the timeline, "
                "or colorize with keys of other shots"
            )
        return tr("Drop the colored key drawings on the timeline to begin")
    if mode in (PictureMode.LINE, PictureMode.REGIONS):
        return ""
    coloring = shot.coloring(number)
    if mode is PictureMode.DOUBT and coloring is None:
        return tr("Confidence is known when the drawing is colored")
    if coloring is None and number not in shot.keys:
        return tr("Not colored yet")
    if mode is PictureMode.SOFT:
        if coloring is None or coloring.is_key:
            return tr("A key has no blended color: these are its own paints")
        if coloring.packed_soft is None:
            return tr(_NOT_BLENDED)
    return ""
