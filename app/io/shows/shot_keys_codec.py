"""The keys of a shot in `show.json`, and which keys each coloring followed from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from app.document.origins import KeySignature
from app.io.shows.gaps_codec import decode_points, encode_points
from app.io.shows.places import decode_place, encode_place

Json = dict[str, Any]


def encode_keys(keys: Iterable[tuple[int, Path]], base: Path) -> list[Json]:
    """Keys as JSON, by drawing number."""
    return [{"number": n, "image": encode_place(path, base)} for n, path in sorted(keys)]


def decode_keys(values: Iterable[Json], base: Path) -> dict[int, Path]:
    """The keys, each where its image is now."""
    return {int(v["number"]): decode_place(v["image"], base) for v in values}


def encode_signatures(signatures: Iterable[KeySignature | None]) -> dict[KeySignature | None, int]:
    """A place in a list for each different signature."""
    return {signature: place for place, signature in enumerate(dict.fromkeys(signatures))}


def encode_signature(signature: KeySignature | None, base: Path) -> list[Json] | None:
    """One entry of that list as JSON."""
    if signature is None:
        return None
    return [
        {"number": n, "image": encode_place(path, base), "strokes": encode_points(strokes)}
        for n, path, strokes in sorted(signature, key=lambda key: key[0])
    ]


def decode_signature(value: list[Json] | None, base: Path) -> KeySignature | None:
    """The signature of an entry."""
    if value is None:
        return None
    return frozenset(
        # Shows that were saved before strokes were a matter of signatures lack them.
        (int(v["number"]), decode_place(v["image"], base), decode_points(v.get("strokes", ())))
        for v in value
    )
