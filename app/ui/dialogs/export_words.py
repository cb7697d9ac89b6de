"""What the export dialog says about an order and about how it went."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.engine.export_request import ExportRequest
from app.engine.export_space import free_bytes, in_words
from app.engine.movie_export import MovieRequest
from app.engine.task import Failure
from app.io.unfinished import NOTE_NAME
from app.jobs.job import Outcome
from app.ui.dialogs.export_order import Order

_SHOWN_NAMES = 3
_SHOWN_FAILURES = 3


def names_in_short(order: Order) -> str:
    """The first names, the last, and dots for the rest."""
    request = order.request
    if isinstance(request, MovieRequest):
        return request.name
    names = sorted(name for image in request.images for name in image.names)
    shown = names if len(names) <= _SHOWN_NAMES else [*names[: _SHOWN_NAMES - 1], "…", names[-1]]
    return "   ".join(shown)


def amount(order: Order) -> str:
    """How much it is, and where it goes."""
    request = order.request
    size = in_words(request.estimated_bytes())
    free = free_bytes(request.folder)
    room = "" if free is None else f" ({in_words(free)} free)"
    if isinstance(request, MovieRequest):
        frames = sum(one.length for one in request.exposures)
        seconds = frames / request.fps
        return (
            f"{_count(frames, 'frame')} at {request.fps} fps, {seconds:.1f} s, about {size}{room}"
        )
    images = len(request.folders()) * sum(len(image.names) for image in request.images)
    with_sheet = "" if request.sheet is None else f" and {request.sheet.name}"
    return f"{_count(images, 'file')}{with_sheet}, about {size}{room}"


def place(order: Order) -> str:
    """The folder, with its subfolders."""
    request = order.request
    if isinstance(request, ExportRequest) and request.layer == "both":
        return f"{request.folder}  ›  color, composite"
    return str(request.folder)


def remarks(order: Order, policy: str) -> list[str]:
    """What one should know before it starts."""
    if not order.colored:
        return ["Nothing of this range is colored yet; color it, then export it."]
    if order.hits_line_art:
        return ["This folder holds the line art, which is never written to; choose another."]
    found = []
    if order.uncolored:
        what = "is not colored yet" if order.uncolored == 1 else "are not colored yet"
        is_movie = isinstance(order.request, MovieRequest)
        then = "shown as lines" if is_movie else "left out"
        found.append(f"{_count(order.uncolored, 'drawing')} {what} and will be {then}.")
    if order.outdated:
        was = "was" if order.outdated == 1 else "were"
        found.append(f"{_count(order.outdated, 'drawing')} {was} colored with other keys or lines.")
    if order.existing:
        then = {"replace": "will be replaced", "keep": "will be kept"}.get(policy, "")
        there = "is there already" if len(order.existing) == 1 else "are there already"
        text = f"{_count(len(order.existing), 'file')} {there}"
        found.append(f"{text} and {then}." if then else f"{text}; you will be asked.")
    return found


def question(order: Order) -> str:
    """What is asked when files are there already."""
    count = len(order.existing)
    there = "is" if count == 1 else "are"
    others = "" if count == 1 else f" and {count - 1} more"
    return f"{order.existing[0].name}{others} {there} there already."


def summary(
    outcome: Outcome,
    sentence: str,
    written: int,
    kept: int,
    failures: Sequence[Failure],
    folder: Path,
) -> str:
    """How it went.

    Args:
        outcome: how the job ended.
        sentence: why it broke off; empty when it did not.
        written: files written.
        kept: files that were there already and were left alone.
        failures: what was left out.
        folder: where the files are.
    """
    where = f"{_count(written, 'file')} written to {folder}."
    if kept:
        where += f" {_count(kept, 'file')} kept as {'it was' if kept == 1 else 'they were'}."
    if outcome is Outcome.FAILED:
        return f"{sentence} {where}" if written else sentence
    if outcome is Outcome.CANCELLED:
        return f"Stopped: {where}"
    named = [failure.message for failure in failures[:_SHOWN_FAILURES]]
    if len(failures) > _SHOWN_FAILURES:
        named.append(f"{len(failures) - _SHOWN_FAILURES} more are named in “{NOTE_NAME}”.")
    return " ".join([where, *named])


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
