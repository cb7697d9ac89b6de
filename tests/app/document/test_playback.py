from __future__ import annotations

import pytest

from app.document.playback import next_index


@pytest.mark.parametrize(
    ("index", "count", "loops", "following"),
    [
        (0, 3, True, 1),
        (1, 3, False, 2),
        (2, 3, True, 0),
        (2, 3, False, None),
        (0, 1, True, None),
        (0, 1, False, None),
    ],
)
def test_what_plays_next(index: int, count: int, loops: bool, following: int | None) -> None:
    assert next_index(index, count, loops) == following
