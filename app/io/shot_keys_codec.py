"""The keys of a shot in `show.json`, and which keys each coloring followed from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from app.document.origins import KeySignature, key_signature
from app.io.places import decode_place, encode_place

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
    return None if signature is None else encode_keys(signature, base)


def decode_signature(value: list[Json] | None, base: Path) -> KeySignature | None:
    """The signature of an entry."""
    return None if value is None else key_signature(decode_keys(value, base))
