"""One shot in `show.json`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.document.gap_closing import DEFAULT_GAP
from app.document.origins import Origin
from app.document.shot import Drawing
from app.document.show import ColoringState, ShotState
from app.document.timesheet import Timesheet
from app.document.votes import StretchVotes, Vote
from app.io.files.file_marks import FileMark, mark_of
from app.io.shows.coloring_file import ColoringFileError, read_coloring
from app.io.shows.corrections_codec import decode_corrections, encode_corrections
from app.io.shows.gaps_codec import (
    decode_closing,
    decode_pixels,
    decode_strokes,
    encode_closing,
    encode_strokes,
)
from app.io.shows.palette_codec import decode_palette, encode_palette
from app.io.shows.places import decode_place, encode_place
from app.io.shows.shot_keys_codec import (
    decode_keys,
    decode_loans,
    decode_signature,
    encode_keys,
    encode_loans,
    encode_signature,
    places_of,
)
from app.io.shows.votes_file import read_votes

Json = dict[str, Any]


@dataclass(frozen=True)
class ReadShot:
    """A shot as it was saved, and what became of its files since.

    Attributes:
        state: as it was saved, its files where they are now.
        is_missing: True when there is no folder with its line art.
        changed: drawings whose line art, or whose key's color image, is another one now.
        problems: one sentence for each coloring that could not be read.
        unread: names of those colorings' files.
    """

    state: ShotState
    is_missing: bool
    changed: frozenset[int]
    problems: tuple[str, ...]
    unread: frozenset[str]


def encode_shot(
    state: ShotState, base: Path, files: Mapping[int, str], votes: Mapping[StretchVotes, str]
) -> Json:
    """A shot as JSON.

    Args:
        state: the shot.
        base: the show's folder, from which places are told.
        files: where in the show the coloring of each drawing is.
        votes: where in the show what they were decided by is.
    """
    origins = {n: one.origin for n, one in state.colorings.items()}
    signatures = places_of(origin.keys for origin in origins.values())
    loans = places_of(one.coloring.loans for one in state.colorings.values())
    return {
        "name": state.name,
        "folder": encode_place(state.folder, base),
        "drawings": [
            {"number": d.number, "file": _file(d, state), "mark": mark_of(d.path)}
            for d in state.drawings
        ],
        "timesheet": state.timesheet.frames,
        "keys": encode_keys(state.keys.items(), base),
        "key_marks": {str(n): mark_of(path) for n, path in state.keys.items()},
        "signatures": [encode_signature(one, base) for one in signatures],
        "loans": [encode_loans(one, base) for one in loans],
        "colorings": [
            {
                "number": n,
                "file": files[n],
                "signature": signatures[origin.keys],
                "outdated": origin.is_outdated,
                "vote": _encode_vote(state.colorings[n].coloring.vote, votes),
                "closing": encode_closing(state.colorings[n].coloring.closing),
                "loans": loans[state.colorings[n].coloring.loans],
            }
            for n, origin in origins.items()
        ],
        "corrections": encode_corrections(state.corrections),
        "palette": encode_palette(state.palette),
        "gap": state.gap,
        "gap_strokes": encode_strokes(state.gap_strokes),
        "left_open": [{"number": n, "points": given} for n, given in state.left_open.items()],
    }


def decode_shot(value: Json, base: Path) -> ReadShot:
    """The shot of `encode_shot`; KeyError, TypeError or ValueError when it makes no sense."""
    folder = decode_place(value["folder"], base)
    drawings = tuple(Drawing(int(d["number"]), folder / d["file"]) for d in value["drawings"])
    keys = decode_keys(value["keys"], base)
    colorings, problems, unread = _colorings(value, base)
    stayed = folder == Path(value["folder"]["absolute"])
    changed = {
        drawing.number
        for drawing, then in zip(drawings, value["drawings"], strict=True)
        if _is_changed(drawing.path, then["mark"], stayed)
    } | {n for n, path in keys.items() if _is_changed(path, value["key_marks"].get(str(n)), stayed)}
    return ReadShot(
        ShotState(
            str(value["name"]),
            folder,
            drawings,
            _decode_timesheet(value["timesheet"]),
            keys,
            colorings,
            decode_corrections(value["corrections"]),
            decode_palette(value["palette"]),
            # Shows that were saved before gaps were a matter of each shot lack these.
            int(value.get("gap", DEFAULT_GAP)),
            decode_strokes(value.get("gap_strokes", ())),
            {
                int(one["number"]): decode_pixels(one["points"])
                for one in value.get("left_open", ())
            },
        ),
        not folder.is_dir(),
        frozenset(changed),
        tuple(problems),
        frozenset(unread),
    )


def _file(drawing: Drawing, state: ShotState) -> str:
    in_folder = drawing.path.parent == state.folder
    return drawing.path.name if in_folder else str(drawing.path)


def _colorings(value: Json, base: Path) -> tuple[dict[int, ColoringState], list[str], list[str]]:
    signatures = [decode_signature(one, base) for one in value["signatures"]]
    # Shows that were saved before loans were remembered lack them.
    loans = [decode_loans(one, base) for one in value.get("loans", [[]])]
    colorings: dict[int, ColoringState] = {}
    problems: list[str] = []
    unread: list[str] = []
    votes: dict[str, StretchVotes | None] = {}
    for one in value["colorings"]:
        number = int(one["number"])
        origin = Origin(signatures[one["signature"]], bool(one["outdated"]))
        try:
            coloring = read_coloring(base / one["file"], number)
            vote, closing = _decode_vote(one["vote"], base, votes), one.get("closing")
            coloring = replace(
                coloring,
                vote=vote,
                closing=decode_closing(closing),
                loans=loans[one.get("loans", 0)],
            )
        except ColoringFileError as error:
            problems.append(str(error))
            unread.append(one["file"])
        else:
            colorings[number] = ColoringState(coloring, origin)
    return colorings, problems, unread


def _decode_timesheet(frames: Iterable[int | None]) -> Timesheet:
    return Timesheet(tuple(None if number is None else int(number) for number in frames))


def _encode_vote(vote: Vote | None, files: Mapping[StretchVotes, str]) -> Json | None:
    return None if vote is None else {"file": files[vote.stretch], "place": vote.place}


def _decode_vote(
    value: Json | None, base: Path, known: dict[str, StretchVotes | None]
) -> Vote | None:
    """Drawings that shared a stretch share it again; one that is damaged is not known."""
    if value is None:
        return None
    file = value["file"]
    if file not in known:
        known[file] = read_votes(base / file)
    stretch = known[file]
    return None if stretch is None else Vote(stretch, int(value["place"]))


def _is_changed(path: Path, then: list[int] | None, stayed: bool) -> bool:
    """A copy has a time of its own, so where the folder moved only sizes are compared."""
    now = mark_of(path)
    if now is None or then is None:
        return False
    before = FileMark(*then)
    return now.size != before.size or (stayed and now.changed != before.changed)
