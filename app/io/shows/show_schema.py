"""Versions of `show.json`: older ones are brought up to date, newer ones are refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Json = dict[str, Any]

SCHEMA = 2
"""The version that this program writes."""

MIGRATIONS: Mapping[int, Callable[[Json], Json]] = {
    1: lambda values: {**values, "weights": None},  # before shows could be learned from
}
"""From each older version to the one after it."""


class ShowFileError(Exception):
    """A show cannot be opened or saved; the text is one sentence with the remedy."""


def parse(text: str, path: Path) -> Json:
    """A show's JSON in the present schema.

    Args:
        text: what `show.json` holds.
        path: the show, for sentences.

    Raises:
        ShowFileError: it is no show, or a newer program wrote it.
    """
    try:
        values = json.loads(text)
        schema = values["schema"]
    except (ValueError, TypeError, KeyError) as error:
        raise damaged(path) from error
    if type(schema) is not int or schema < 1:
        raise damaged(path)
    if schema > SCHEMA:
        raise ShowFileError(
            f"{path.name} was saved by a newer version of Shiage; update Shiage to open it."
        )
    while schema < SCHEMA:
        values = MIGRATIONS[schema](values)
        schema += 1
    return {**values, "schema": SCHEMA}


def damaged(path: Path) -> ShowFileError:
    """The error for a `show.json` that makes no sense."""
    return ShowFileError(
        f"{path / 'show.json'} is damaged; restore it from a backup, or open the shot folder anew."
    )
