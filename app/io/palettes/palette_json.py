"""Our own palette format: everything that a palette holds, also what is painted as what."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from app.document.color_names import Color, hex_name, parse_hex, plain_name
from app.document.palette import PaletteEntry, identity

_FORMAT = "shiage-palette"
_VERSION = 1


def json_text(name: str, entries: Sequence[PaletteEntry]) -> str:
    """The text of a `.json` palette."""
    document = {
        "format": _FORMAT,
        "version": _VERSION,
        "name": name,
        "colors": [entry_values(entry) for entry in entries],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def parse_json(text: str) -> list[PaletteEntry]:
    """Read a `.json` palette.

    Raises:
        ValueError: not such a file, of a newer kind, or damaged; the end of a sentence.
    """
    try:
        document = json.loads(text)
    except ValueError as error:
        raise ValueError(f"is no sound JSON file ({error}); export it again") from error
    if not isinstance(document, dict) or not isinstance(document.get("colors"), list):
        raise ValueError("holds no palette; choose a .gpl or .json palette")
    version = document.get("version", _VERSION)
    if not isinstance(version, int) or version > _VERSION:
        raise ValueError("comes from a newer Shiage; update this one to read it")
    return [
        entry_from_values(values, f"color {place}")
        for place, values in enumerate(document["colors"], 1)
    ]


def entry_values(entry: PaletteEntry) -> dict[str, str]:
    """An entry as plain text values, for JSON."""
    return {
        "source": hex_name(entry.source),
        "painted": hex_name(entry.painted),
        "name": entry.name,
        "group": entry.group,
    }


def entry_from_values(values: Any, what: str = "a color") -> PaletteEntry:
    """The entry of `entry_values`; what is missing follows from the source color.

    Raises:
        ValueError: there is no color; the end of a sentence that names `what`.
    """
    fields = values if isinstance(values, dict) else {"source": values}
    painted = fields.get("painted")
    source = identity(_color(fields.get("source", painted), what))
    name, group = (str(fields.get(field) or "").strip() for field in ("name", "group"))
    return PaletteEntry(
        source,
        source if painted is None else identity(_color(painted, what)),
        name or plain_name(source),
        group,
    )


def _color(text: object, what: str) -> Color:
    color = parse_hex(text) if isinstance(text, str) else None
    if color is None:
        raise ValueError(f"has {what} written as {text!r}; write it as #RRGGBB or #RRGGBBAA")
    return color
