from __future__ import annotations

from pathlib import Path

import pytest

from app.document.shot import Drawing, Shot
from app.ui.view.comparison import Against, Comparison, compare_drawings


@pytest.fixture
def shot() -> Shot:
    shot = Shot("s", Path(), [Drawing(n, Path(f"A{n}.png")) for n in (1, 2, 5, 8, 9)])
    shot.set_keys({1: Path("k1.png"), 8: Path("k8.png")})
    return shot


@pytest.mark.parametrize(
    ("number", "against", "expected"),
    [
        (5, Against.KEY_BEFORE, Comparison(1, "Key 1", "Drawing 5", True)),
        (5, Against.KEY_AFTER, Comparison(8, "Key 8", "Drawing 5", False)),
        (8, Against.KEY_BEFORE, Comparison(1, "Key 1", "Key 8", True)),
        (5, Against.PREVIOUS, Comparison(2, "Drawing 2", "Drawing 5", True)),
        (5, Against.NEXT, Comparison(8, "Key 8", "Drawing 5", False)),
        (1, Against.KEY_BEFORE, Comparison(None, "No key before this drawing", "Key 1", True)),
        (9, Against.KEY_AFTER, Comparison(None, "No key after this drawing", "Drawing 9", False)),
        (1, Against.PREVIOUS, Comparison(None, "No drawing before this one", "Key 1", True)),
        (9, Against.NEXT, Comparison(None, "No drawing after this one", "Drawing 9", False)),
    ],
)
def test_the_other_drawing(shot: Shot, number: int, against: Against, expected: Comparison) -> None:
    assert compare_drawings(shot, number, against) == expected
