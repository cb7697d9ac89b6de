"""XDTS, the exchange format of digital timesheets: which track says what about each frame."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.document.naming import split_name
from app.document.timesheet import Timesheet
from app.io.files.atomic import write_atomically
from app.io.pictures.images import shown

_FIRST_LINE = "exchangeDigitalTimeSheet Save Data"
_VERSION = 5
_CELL = 0
_EMPTY = "SYMBOL_NULL_CELL"
# The other symbols, a hyphen or a tick for an in-between, say that the previous drawing stays.
_SYMBOL = "SYMBOL_"
_LONGEST = 100_000


class XdtsError(Exception):
    """A timesheet cannot be read; the text is one sentence naming the file and the remedy."""


@dataclass(frozen=True)
class Track:
    """One column of drawings.

    Attributes:
        name: heading of the column, such as “A”; it may be empty, and names may repeat.
        sheet: its frames.
    """

    name: str
    sheet: Timesheet


def read_xdts(path: Path) -> list[Track]:
    """The columns of drawings of the first table that has any, by track number.

    Keys and fields that we do not know are passed over, entries that are no drawing number hold
    what was there before.

    Raises:
        XdtsError: missing, not a timesheet, damaged, or without a column of drawings.
    """
    root = _parse(path)
    try:
        for table in root["timeTables"]:
            if tracks := _tracks(table):
                return tracks
    except _OverlongError as error:
        raise XdtsError(
            f"The timesheet {shown(path)} has {error} frames, more than {_LONGEST}; "
            "shorten it and export it again."
        ) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise XdtsError(
            f"The timesheet {shown(path)} is not laid out as XDTS; export it again."
        ) from error
    raise XdtsError(
        f"The timesheet {shown(path)} has no column of drawings; export it with its cell tracks."
    )


def write_xdts(path: Path, sheet: Timesheet, name: str, cut: str) -> None:
    """Write one column of drawings as a timesheet; OSError when the disk refuses it.

    Args:
        path: the file, replaced when it is there.
        sheet: its frames.
        name: heading of the column.
        cut: name of the shot.
    """
    entries = [
        _entry(one.first, _EMPTY if one.number is None else str(one.number))
        for one in sheet.exposures
    ]
    if entries and entries[-1]["data"][0]["values"] != [_EMPTY]:
        entries.append(_entry(len(sheet), _EMPTY))
    table = {
        "name": cut,
        "duration": len(sheet),
        "timeTableHeaders": [{"fieldId": _CELL, "names": [name]}],
        "fields": [{"fieldId": _CELL, "tracks": [{"trackNo": 0, "frames": entries}]}],
    }
    root = {"version": _VERSION, "header": {"cut": cut, "scene": ""}, "timeTables": [table]}
    text = f"{_FIRST_LINE}\n{json.dumps(root, ensure_ascii=False)}\n"
    write_atomically(path, text.encode())


def fitting_track(tracks: Sequence[Track], series: str) -> Track | None:
    """The column that a series of drawings belongs to, by its name; None when none is named so.

    Args:
        tracks: columns of one table.
        series: the part of the file names before the digits; `A_` and `cut12_A` fit column “A”.
    """
    words = [word for word in re.split(r"[\s_.-]+", series.casefold()) if word]
    if words:
        for wanted in (series.strip(" _-.").casefold(), words[-1]):
            for track in tracks:
                if track.name.strip().casefold() == wanted:
                    return track
    return None


def _parse(path: Path) -> dict[str, Any]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise XdtsError(
            f"The timesheet {shown(path)} cannot be read ({error.strerror}); check it."
        ) from error
    except UnicodeDecodeError as error:
        raise XdtsError(
            f"The timesheet {shown(path)} is not UTF-8 text; export it again as XDTS."
        ) from error
    first, _, rest = text.partition("\n")
    if first.strip() != _FIRST_LINE:
        raise XdtsError(f"{shown(path)} does not begin like a timesheet; export it again as XDTS.")
    try:
        root = json.loads(rest)
    except (ValueError, RecursionError) as error:
        raise XdtsError(
            f"The timesheet {shown(path)} is damaged or cut off; export it again."
        ) from error
    if not isinstance(root, dict):
        raise XdtsError(f"The timesheet {shown(path)} is not laid out as XDTS; export it again.")
    return root


class _OverlongError(ValueError):
    pass


def _tracks(table: dict[str, Any]) -> list[Track]:
    names: list[Any] = next(
        (one["names"] for one in table.get("timeTableHeaders", ()) if one["fieldId"] == _CELL), []
    )
    found: dict[int, list[tuple[int, int | None]]] = {}
    for field in table.get("fields", ()):
        if field["fieldId"] == _CELL:
            for track in field.get("tracks", ()):
                if changes := _changes(track.get("frames", ())):
                    found[int(track["trackNo"])] = changes
    duration = table.get("duration")
    return [
        Track(
            str(names[number]) if 0 <= number < len(names) else "",
            Timesheet.of_changes(changes, _duration(duration, changes)),
        )
        for number, changes in sorted(found.items())
    ]


def _changes(frames: Iterable[dict[str, Any]]) -> list[tuple[int, int | None]]:
    """Entries that begin a drawing or an empty stretch."""
    changes: list[tuple[int, int | None]] = []
    for entry in frames:
        values = next((one["values"] for one in entry["data"] if one.get("id", 0) == 0), None)
        value = str(values[0]).strip() if values else ""
        if value == _EMPTY:
            changes.append((int(entry["frame"]), None))
        elif not value.startswith(_SYMBOL) and (parts := split_name(value)):
            changes.append((int(entry["frame"]), parts[1]))
    return changes


def _duration(given: object, changes: Sequence[tuple[int, int | None]]) -> int:
    """Frames of a table; one that does not say ends with its last entry."""
    if isinstance(given, int | float) and given > 0:
        duration = int(given)
    else:
        last, number = max(changes, key=lambda change: change[0])
        duration = last + (number is not None)
    if duration > _LONGEST:
        raise _OverlongError(duration)
    return max(duration, 1)


def _entry(frame: int, value: str) -> dict[str, Any]:
    return {"frame": frame, "data": [{"id": 0, "values": [value]}]}
