"""`shiage benchmark`: measure the networks against classical methods on finished shots."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from app.cli.arguments import UsageError, pixels
from app.cli.progress import Progress
from app.engine.benchmarking import (
    GAP_WIDTH,
    KEY_SETTINGS,
    METHOD_NAMES,
    Benchmark,
    MeasuringError,
    gap_for,
)
from app.engine.task import CancelToken

ALL_DONE, BAD_INPUT, INTERRUPTED = 0, 2, 130


def add_parser(commands: Any) -> None:
    """Add this command to the parser of the program."""
    parser = commands.add_parser(
        "benchmark",
        help="measure the networks against classical methods",
        description="Color finished shots from a few of their drawings, with the networks and "
        "with classical methods, and measure all of them on the other drawings (at most 16 a "
        "shot, never a key).",
        epilog="Exit status: 0 measured, 2 bad usage or input, 130 interrupted.",
    )
    parser.add_argument(
        "--shots",
        type=Path,
        default=Path("shots"),
        metavar="DIR",
        help="folder of finished shots, each with line/ and color/ (default ./%(default)s)",
    )
    parser.add_argument(
        "--method",
        nargs="+",
        choices=("all", *METHOD_NAMES),
        default=["all"],
        metavar="NAME",
        help=f"all (default), or some of {', '.join(METHOD_NAMES)}",
    )
    parser.add_argument(
        "--keys",
        nargs="+",
        choices=("all", *KEY_SETTINGS),
        default=["ends", "first"],
        metavar="KEYS",
        help="ends: first and last drawing; first: the first alone; 1 to 5: so many, evenly "
        "spaced; all (default: ends first)",
    )
    parser.add_argument(
        "--gaps",
        action="store_true",
        help=f"cut gaps of {GAP_WIDTH} pixels into the lines, the same ones every time",
    )
    parser.add_argument(
        "--gap",
        type=pixels,
        metavar="PX",
        help="every method closes holes in lines up to PX pixels "
        f"(default {gap_for(False)}, with --gaps {gap_for(True)})",
    )
    parser.add_argument(
        "--report", type=Path, metavar="FILE.json", help="write every number of every drawing"
    )
    parser.add_argument(
        "--sheets",
        type=Path,
        metavar="DIR",
        help="write a contact sheet a shot: lines, truth, ours, best baseline, what is wrong",
    )
    parser.add_argument("--weights", type=Path, metavar="DIR", help="default: those that we ship")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Measure; see `app.cli.main` for the exit status."""
    try:
        _check_places(arguments)
        return _measure(arguments)
    except (UsageError, MeasuringError) as error:
        print(f"shiage: {error}", file=sys.stderr)
        return BAD_INPUT


def _measure(arguments: argparse.Namespace) -> int:
    benchmark = Benchmark(
        shots=arguments.shots,
        methods=_chosen(arguments.method, METHOD_NAMES),
        keys=_chosen(arguments.keys, KEY_SETTINGS),
        gap=gap_for(arguments.gaps) if arguments.gap is None else arguments.gap,
        with_gaps=arguments.gaps,
        sheets=arguments.sheets,
        weights=arguments.weights,
        device=arguments.device,
    )
    progress = Progress(sys.stderr)
    status = ALL_DONE
    try:
        for step in benchmark.run(CancelToken()):
            progress.show(step)
    except KeyboardInterrupt:
        status = INTERRUPTED
    finally:
        progress.clear()
    print(benchmark.table() or "Nothing was measured.", flush=True)
    if arguments.report is not None:
        benchmark.write_report(arguments.report)
    return status


def _chosen(given: list[str], known: tuple[str, ...]) -> list[str]:
    """Each name once, in the order known; `all` stands for every one."""
    return [name for name in known if name in given or "all" in given]


def _check_places(arguments: argparse.Namespace) -> None:
    """Find out now, not after an hour, where nothing can be written."""
    report, sheets = arguments.report, arguments.sheets
    if report is not None and (report.is_dir() or not report.absolute().parent.is_dir()):
        raise UsageError(f"--report {report}: name a file in a folder that exists.")
    if sheets is not None and sheets.exists() and not sheets.is_dir():
        raise UsageError(f"--sheets {sheets} is a file; name a folder.")
