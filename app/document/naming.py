"""Drawing numbers: the trailing digits of a file name, never a position in a list."""

from __future__ import annotations

import re

_NUMBERED = re.compile(r"(?P<series>.*?)(?P<digits>\d+)", re.DOTALL)


def split_name(stem: str) -> tuple[str, int] | None:
    """Series and drawing number of a file name without extension.

    `A_0001` gives `("A_", 1)`, `name.0012` gives `("name.", 12)`, `cover` gives None.
    """
    match = _NUMBERED.fullmatch(stem)
    return None if match is None else (match["series"], int(match["digits"]))


def listed(numbers: list[int]) -> str:
    """Ascending drawing numbers for a sentence, runs drawn together: `2, 5–7, 9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)
