from __future__ import annotations

import pytest

from app.document.naming import listed, split_name


@pytest.mark.parametrize(
    ("stem", "parts"),
    [
        ("A0001", ("A", 1)),
        ("A_0012", ("A_", 12)),
        ("name.0003", ("name.", 3)),
        ("007", ("", 7)),
        ("cut12_B3", ("cut12_B", 3)),
        ("動画００１", ("動画", 1)),
        ("cover", None),
        ("A0001_color", None),
        ("", None),
    ],
)
def test_series_and_number(stem: str, parts: tuple[str, int] | None) -> None:
    assert split_name(stem) == parts


@pytest.mark.parametrize(
    ("numbers", "text"), [([2], "2"), ([2, 5, 6, 7, 9], "2, 5–7, 9"), ([1, 2], "1–2"), ([], "")]
)
def test_runs_are_drawn_together(numbers: list[int], text: str) -> None:
    assert listed(numbers) == text
