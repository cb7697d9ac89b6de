"""`shiage finetune`: let the networks learn from a show without a window."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.cli.interrupts import interrupts_cancel
from app.cli.progress import Progress
from app.engine.errors import TuningError
from app.engine.finetuning import fine_tune
from app.engine.show_sequences import stock_of
from app.engine.task import CancelToken, Step
from app.engine.tuning_request import MeasuredPoint, TuningRequest, request_for
from app.io.shows.show_file import ReadShow, ShowFileError, ShowWriter, read_show
from app.io.shows.weights_store import (
    PAPER_EPOCHS,
    Length,
    TuningPlan,
    TuningRecord,
    WeightsStore,
)

ALL_DONE, KEPT_OLD, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
_MINUTES = 15.0


def add_parser(commands: Any) -> None:
    """Add this command to the parser of the program."""
    parser = commands.add_parser(
        "finetune",
        help="let the networks learn from a show",
        description="Learn from the keys and accepted drawings of a show. What was learned is "
        "measured on drawings that were kept apart, and used from then on only if it wins.",
        epilog="Exit status: 0 the show is colored better now, 1 nothing was gained and the "
        "weights before are kept, 2 bad usage or input, 130 interrupted.",
    )
    parser.add_argument("show", type=Path, metavar="SHOW", help="folder NAME.shiage")
    length = parser.add_mutually_exclusive_group()
    length.add_argument(
        "--minutes", type=_positive(float), metavar="M", help=f"default: {_MINUTES:.0f}"
    )
    length.add_argument(
        "--epochs", type=_positive(int), metavar="N", help=f"the paper has {PAPER_EPOCHS}"
    )
    parser.add_argument(
        "--shot", action="append", default=[], metavar="NAME", help="learn from this shot alone"
    )
    parser.add_argument(
        "--footage",
        action="append",
        default=[],
        type=Path,
        metavar="DIR",
        help="also learn from finished drawings in DIR/line and DIR/color",
    )
    parser.add_argument("--resume", action="store_true", help="take up a run that was cut off")
    parser.add_argument("--anew", action="store_true", help="begin with the weights that we ship")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Learn; see `app.cli.main` for the exit status."""
    try:
        show = read_show(arguments.show)
        request = _request(arguments, show)
        record = _learned(request)
        if record is None:
            return INTERRUPTED
        _tell(record)
        if record.has_won:
            _use(show, record)
    except (ShowFileError, TuningError) as error:
        print(f"shiage: {error}", file=sys.stderr)
        return BAD_INPUT
    return ALL_DONE if record.has_won else KEPT_OLD


def _request(arguments: argparse.Namespace, show: ReadShow) -> TuningRequest:
    plan = _plan(arguments, show)
    missing = set(arguments.shot) - {shot.name for shot in show.state.shots}
    if missing:
        raise TuningError(f"{show.path.name} has no shot named {', '.join(sorted(missing))}.")
    for folder in arguments.footage:
        if not (folder / "line").is_dir() or not (folder / "color").is_dir():
            raise TuningError(f"--footage {folder}: it needs the folders line and color in it.")
    request = request_for(show.path, show.state, plan, arguments.device, arguments.footage)
    stock = stock_of(request.shots, request.footage)
    print(
        f"{show.path.name}: {stock.keys} keys, {stock.corrected} corrected drawings, "
        f"{stock.footage} drawings of footage, {stock.sequences} sequences"
    )
    return request


def _plan(arguments: argparse.Namespace, show: ReadShow) -> TuningPlan:
    store = WeightsStore(show.path)
    if arguments.resume:
        plan = store.interrupted()
        if plan is None:
            raise TuningError(f"{show.path.name} has no fine-tuning that was cut off.")
        return plan
    epochs: int | None = arguments.epochs
    length = Length(None, epochs) if epochs else Length(arguments.minutes or _MINUTES)
    return store.new_plan(length, arguments.shot, None if arguments.anew else show.weights)


def _learned(request: TuningRequest) -> TuningRecord | None:
    """The record of the run; None when it was interrupted, which `--resume` takes up."""
    progress, cancel = Progress(sys.stderr), CancelToken()
    told = -1
    record: TuningRecord | None = None
    with interrupts_cancel(cancel):
        steps = fine_tune(request, cancel)
        for step in steps:
            if isinstance(step.result, MeasuredPoint):
                progress.say(_point(step.result))
            elif isinstance(step.result, TuningRecord):
                record = step.result
            elif step.failure is not None or step.done // 10 > told:
                told = step.done // 10
                progress.show(Step(told, 100, step.what, failure=step.failure))
    progress.clear()
    return record


def _point(point: MeasuredPoint) -> str:
    when = "before" if point.is_start else f"{point.minutes:.1f} min"
    return f"{when}: {point.regions:.1%} of regions right, {point.psnr:.2f} dB"


def _tell(record: TuningRecord) -> None:
    change = (
        f"{record.mended} regions mended and {record.broken} broken on drawings kept apart, "
        f"{record.regions_before:.1%} → {record.regions_after:.1%} right, "
        f"{record.psnr_before:.2f} → {record.psnr_after:.2f} dB"
    )
    if record.has_won:
        print(f"Learned from {record.drawings} drawings in {record.minutes} minutes: {change}.")
    else:
        print(f"Nothing was gained, the weights before are kept: {change}.")


def _use(show: ReadShow, record: TuningRecord) -> None:
    """From now on the show is colored with what was learned."""
    fresh = read_show(show.path)
    state = fresh.state
    writer = ShowWriter(fresh.path, fresh.saved, fresh.unread)
    writer.write(replace(state, weights=record.id))


def _positive(kind: type) -> Any:
    def parse(text: str) -> Any:
        value = kind(text)
        if not 0 < value < 100_000:
            raise ValueError
        return value

    parse.__name__ = "positive number"
    return parse
