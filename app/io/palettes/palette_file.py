"""Palettes as files: our own JSON, and GIMP's `.gpl`, which every paint program reads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.document.palette import PaletteEntry
from app.io.files.atomic import write_atomically
from app.io.palettes.palette_gpl import gpl_text, parse_gpl
from app.io.palettes.palette_json import json_text, parse_json
from app.io.pictures.images import shown

PALETTE_SUFFIXES = (".gpl", ".json")


class PaletteFileError(Exception):
    """A palette cannot be read or written; the text is one sentence naming file and remedy."""


def read_palette(path: Path) -> tuple[PaletteEntry, ...]:
    """Read a palette; what it is comes from its first characters, not from its name.

    Returns:
        Its entries in order, no source twice; at least one.

    Raises:
        PaletteFileError: missing, unreadable, no palette, or without a single color.
    """
    try:
        text = _decoded(path.read_bytes())
    except OSError as error:
        raise PaletteFileError(f"{shown(path)} cannot be read ({error.strerror}).") from error
    try:
        entries = parse_json(text) if text.lstrip().startswith("{") else parse_gpl(text)
    except ValueError as error:
        raise PaletteFileError(f"{shown(path)} {error}.") from error
    if not entries:
        raise PaletteFileError(f"{shown(path)} has no colors; choose another palette.")
    first = {entry.source: entry for entry in reversed(entries)}
    return tuple(entry for entry in entries if first[entry.source] is entry)


def write_palette(path: Path, name: str, entries: Sequence[PaletteEntry]) -> None:
    """Write a palette whole or not at all; the suffix decides on the kind.

    Args:
        path: ends in `.gpl` or `.json`.
        name: what programs that read it call it.
        entries: in order.

    Raises:
        PaletteFileError: another suffix, or the disk does not take it.
    """
    kind = path.suffix.lower()
    if kind not in PALETTE_SUFFIXES:
        raise PaletteFileError(f"{shown(path)} is no palette name; end it in .gpl or .json.")
    text = gpl_text(name, entries) if kind == ".gpl" else json_text(name, entries)
    try:
        write_atomically(path, text.encode())
    except OSError as error:
        raise PaletteFileError(
            f"{shown(path)} cannot be written ({error.strerror}); choose another place."
        ) from error


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Old palettes carry names in whatever the system spoke; every byte is a letter here.
        return data.decode("latin-1")
