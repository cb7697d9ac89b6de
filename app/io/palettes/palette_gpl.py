"""GIMP's palette format.

It knows neither groups nor alpha, and passes over lines that begin with `#`. We keep both in
such lines: `# group: NAME` stands before the first color of a group (an empty name ends it), and
`# alpha: 0…255` before a color that is not opaque. What is written are the painted colors.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.document.color_names import Color, plain_name
from app.document.palette import PaletteEntry, identity

_HEADER = "GIMP Palette"
_NOTE = re.compile(r"#\s*(group|alpha)\s*:\s*(.*)", re.IGNORECASE)
_COLOR = re.compile(r"(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:\s+(.*))?")
_COLOR_WITH_ALPHA = re.compile(r"(\d+)[\s,]+(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:\s+(.*))?")
_UNNAMED = ("", "untitled")


def gpl_text(name: str, entries: Sequence[PaletteEntry]) -> str:
    """The text of a `.gpl` file with the painted colors, their names and groups."""
    lines = [_HEADER, f"Name: {_one_line(name)}", "Columns: 8", "#"]
    group = ""
    for entry in entries:
        if entry.group != group:
            group = entry.group
            lines.append(f"# group: {_one_line(group)}")
        red, green, blue, alpha = entry.painted
        if alpha < 255:
            lines.append(f"# alpha: {alpha}")
        lines.append(f"{red:3} {green:3} {blue:3}\t{_one_line(entry.name)}")
    return "\n".join(lines) + "\n"


def parse_gpl(text: str) -> list[PaletteEntry]:
    """Read a `.gpl` file of any program, also of those that add a fourth channel.

    Raises:
        ValueError: not such a file, or a color that cannot be read; the end of a sentence.
    """
    lines = text.splitlines()
    if not lines or lines[0].strip().lower() != _HEADER.lower():
        raise ValueError("is no GIMP palette and no palette of Shiage; choose a .gpl or .json file")
    reader = _Reader()
    for number, line in enumerate(lines[1:], 2):
        reader.take(number, line.strip())
    return reader.entries


class _Reader:
    def __init__(self) -> None:
        self.entries: list[PaletteEntry] = []
        self._pattern = _COLOR
        self._group = ""
        self._alpha = 255

    def take(self, number: int, line: str) -> None:
        if note := _NOTE.fullmatch(line):
            self._note(number, note[1].lower(), note[2].strip())
        elif line.lower().replace(" ", "") == "channels:rgba":
            self._pattern = _COLOR_WITH_ALPHA
        elif line[:1].isdigit():
            self._color(number, line)

    def _note(self, number: int, what: str, value: str) -> None:
        if what == "group":
            self._group = value
        elif value.isdigit():
            self._alpha = _channel(number, value)

    def _color(self, number: int, line: str) -> None:
        match = self._pattern.fullmatch(line)
        if match is None:
            raise ValueError(f"has a color in line {number} that cannot be read; mend that line")
        *values, name = match.groups()
        channels = [_channel(number, value) for value in values]
        red, green, blue, alpha = [*channels, self._alpha][:4]
        self._alpha = 255
        color: Color = identity((red, green, blue, alpha))
        named = (name or "").strip()
        if named.lower() in _UNNAMED:
            named = plain_name(color)
        self.entries.append(PaletteEntry(color, color, named, self._group))


def _channel(number: int, text: str) -> int:
    value = int(text)
    if value > 255:
        raise ValueError(f"has {value} in line {number}, but channels end at 255; mend that line")
    return value


def _one_line(text: str) -> str:
    return " ".join(text.split())
