"""Arguments that several commands take."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path


class UsageError(Exception):
    """The arguments make no sense together; the text is one sentence."""


def add_key_argument(parser: argparse.ArgumentParser) -> None:
    """Add the repeatable `--key N=FILE`; collect its values with `keys_by_number`."""
    parser.add_argument(
        "--key",
        action="append",
        default=[],
        type=_key,
        metavar="N=FILE",
        help="color image of drawing number N; repeat it for each key",
    )


def keys_by_number(given: Iterable[tuple[int, Path]]) -> dict[int, Path]:
    """Keys from the values of `--key`.

    Raises:
        UsageError: a drawing is named twice, or a file does not exist.
    """
    keys: dict[int, Path] = {}
    for number, path in given:
        if number in keys:
            raise UsageError(f"--key names drawing {number} twice; keep one of the two.")
        if not path.is_file():
            raise UsageError(f"--key {number}={path}: there is no such file; check the path.")
        keys[number] = path
    return keys


def pixels(text: str) -> int:
    """A whole number of pixels from 0 on, for argparse."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of pixels, 0 or more")
    return int(text)


def _key(text: str) -> tuple[int, Path]:
    number, equals, file = text.partition("=")
    if not (equals and file and number.isdecimal()):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not of the form N=FILE, such as 1=key/A0001.png"
        )
    return int(number), Path(file).expanduser()
