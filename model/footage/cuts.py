"""Where one shot ends and the next begins."""

from __future__ import annotations

from collections import deque

# The paper's threshold.
_CUT = 200.0
# Large areas of one color are single bins: where a flat figure turns, they change by far more than
# the threshold, frame after frame. So a cut also stands out from what happens around it ...
_STANDS_OUT = 3.0
# ... in this many frames before and after. One of them may be as large: the next cut.
_AROUND = 8


class CutFinder:
    """Tells cuts from motion; it must see some frames further than what it decides on."""

    def __init__(self) -> None:
        self._changes: deque[float] = deque(maxlen=2 * _AROUND + 1)
        self._waiting = 0

    def add(self, change: float) -> bool | None:
        """Take in how much the next frame differs from the one before it.

        Returns:
            Whether a shot began with the frame that was taken in 8 frames ago; None as long as
            there was no such frame.
        """
        self._changes.append(change)
        self._waiting += 1
        return self._decide() if self._waiting > _AROUND else None

    def finish(self) -> list[bool]:
        """There are no more frames: decide on those that are left, in order."""
        return [self._decide() for _ in range(self._waiting)]

    def _decide(self) -> bool:
        changes = list(self._changes)
        place = len(changes) - self._waiting
        self._waiting -= 1
        around = changes[max(0, place - _AROUND) : place] + changes[place + 1 :][:_AROUND]
        usual = sorted(around)[-2] if len(around) > 1 else 0.0
        return changes[place] > max(_CUT, _STANDS_OUT * usual)
