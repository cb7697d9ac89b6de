"""The keys of a shot in `show.json`, and which keys each coloring followed from or borrowed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from app.document.loans import Loan, Loans
from app.document.origins import KeySignature
from app.io.shows.gaps_codec import decode_points, encode_points
from app.io.shows.places import decode_place, encode_place

Json = dict[str, Any]
T = TypeVar("T", bound=Hashable)


def encode_keys(keys: Iterable[tuple[int, Path]], base: Path) -> list[Json]:
    """Keys as JSON, by drawing number."""
    return [{"number": n, "image": encode_place(path, base)} for n, path in sorted(keys)]


def decode_keys(values: Iterable[Json], base: Path) -> dict[int, Path]:
    """The keys, each where its image is now."""
    return {int(v["number"]): decode_place(v["image"], base) for v in values}


def places_of(values: Iterable[T]) -> dict[T, int]:
    """A place in a list for each different value: colorings share signatures and loans."""
    return {value: place for place, value in enumerate(dict.fromkeys(values))}


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


def encode_loans(loans: Loans, base: Path) -> list[Json]:
    """Borrowed keys as JSON."""
    return [
        {
            "line": encode_place(loan.line, base),
            "image": encode_place(loan.color, base),
            "strokes": encode_points(loan.strokes),
        }
        for loan in sorted(loans, key=lambda loan: loan.line)
    ]


def decode_loans(value: Iterable[Json], base: Path) -> Loans:
    """What `encode_loans` wrote."""
    return frozenset(
        Loan(
            decode_place(one["line"], base),
            decode_place(one["image"], base),
            decode_points(one["strokes"]),
        )
        for one in value
    )
