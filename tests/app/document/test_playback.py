from __future__ import annotations

import pytest

from app.document.playback import frame_due


@pytest.mark.parametrize(
    ("start", "played", "frames", "loops", "due"),
    [
        (0, 0, range(3), True, 0),
        (0, 1, range(3), True, 1),
        (1, 1, range(3), False, 2),
        (2, 1, range(3), True, 0),
        (2, 1, range(3), False, None),
        (0, 1, range(1), True, None),
        (0, 1, range(1), False, None),
        (5, 1, range(4, 7), True, 6),
        (6, 1, range(4, 7), True, 4),
        (5, 8, range(4, 7), True, 4),
        (5, 2, range(4, 7), False, None),
    ],
)
def test_what_plays_when(
    start: int, played: int, frames: range, loops: bool, due: int | None
) -> None:
    assert frame_due(start, played, frames, loops) == due
