"""What the export dialog says about an order and about how it went."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.engine.export_request import ExportRequest
from app.engine.export_space import free_bytes, in_words
from app.engine.movie_export import MovieRequest
from app.engine.task import Failure
from app.io.exports.unfinished import NOTE_NAME
from app.jobs.job import Outcome
from app.language import tr, trn
from app.ui.exporting.export_order import Order
from app.ui.messages.sentences import told

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
    room = "" if free is None else tr(" ({free} free)", free=in_words(free))
    if isinstance(request, MovieRequest):
        frames = sum(one.length for one in request.exposures)
        seconds = frames / request.fps
        return trn(
            "{count} frame at {fps} fps, {seconds:.1f} s, about {size}{room}",
            "{count} frames at {fps} fps, {seconds:.1f} s, about {size}{room}",
            frames,
            fps=request.fps,
            seconds=seconds,
            size=size,
            room=room,
        )
    images = len(request.folders()) * sum(len(image.names) for image in request.images)
    with_sheet = "" if request.sheet is None else tr(" and {sheet}", sheet=request.sheet.name)
    return trn(
        "{count} file{with_sheet}, about {size}{room}",
        "{count} files{with_sheet}, about {size}{room}",
        images,
        with_sheet=with_sheet,
        size=size,
        room=room,
    )


def place(order: Order) -> str:
    """The folder, with its subfolders."""
    request = order.request
    if isinstance(request, ExportRequest) and request.layer == "both":
        return tr("{folder}  ›  color, composite", folder=request.folder)
    return str(request.folder)


def remarks(order: Order, policy: str) -> list[str]:
    """What one should know before it starts."""
    if not order.colored:
        return [tr("Nothing of this range is colored yet; color it, then export it.")]
    if order.hits_line_art:
        return [tr("This folder holds the line art, which is never written to; choose another.")]
    found = []
    if order.uncolored:
        is_movie = isinstance(order.request, MovieRequest)
        then = tr("shown as lines") if is_movie else tr("left out")
        found.append(
            trn(
                "{count} drawing is not colored yet and will be {then}.",
                "{count} drawings are not colored yet and will be {then}.",
                order.uncolored,
                then=then,
            )
        )
    if order.outdated:
        found.append(
            trn(
                "{count} drawing was colored with other keys or lines.",
                "{count} drawings were colored with other keys or lines.",
                order.outdated,
            )
        )
    if order.existing:
        then = {"replace": tr("will be replaced"), "keep": tr("will be kept")}.get(policy, "")
        text = trn(
            "{count} file is there already", "{count} files are there already", len(order.existing)
        )
        found.append(
            tr("{text} and {then}.", text=text, then=then)
            if then
            else tr("{text}; you will be asked.", text=text)
        )
    return found


def question(order: Order) -> str:
    """What is asked when files are there already."""
    return trn(
        "{name} is there already.",
        "{name} and {others} more are there already.",
        len(order.existing),
        name=order.existing[0].name,
        others=len(order.existing) - 1,
    )


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
    where = trn(
        "{count} file written to {folder}.",
        "{count} files written to {folder}.",
        written,
        folder=folder,
    )
    if kept:
        kept_words = trn("{count} file kept as it was.", "{count} files kept as they were.", kept)
        where = f"{where} {kept_words}"
    if outcome is Outcome.FAILED:
        reason = told(sentence)
        return f"{reason} {where}" if written else reason
    if outcome is Outcome.CANCELLED:
        return tr("Stopped: {where}", where=where)
    named = [told(failure.message) for failure in failures[:_SHOWN_FAILURES]]
    if len(failures) > _SHOWN_FAILURES:
        more = len(failures) - _SHOWN_FAILURES
        named.append(tr("{count} more are named in “{note}”.", count=more, note=NOTE_NAME))
    return " ".join([where, *named])
