"""`shiage colorize`: color a shot folder without a window."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from app.cli.arguments import UsageError, add_key_argument, keys_by_number, pixels
from app.cli.interrupts import interrupts_cancel
from app.cli.progress import Progress
from app.cli.report import Report
from app.document.naming import listed
from app.document.regions import ColoredDrawing
from app.document.shot import Shot
from app.engine.coloring import color_shot
from app.engine.coloring_request import DEFAULT_GAP, ColoringRequest
from app.engine.errors import ColoringError
from app.engine.export_names import named_as_drawings
from app.engine.exporting import LayerWriter
from app.engine.keys import check_keys
from app.engine.lent_keys import LentKey, lent_to
from app.engine.task import CancelToken, Failure, Step
from app.io.exports.sequence_export import ExportError
from app.io.shots.shot_folder import ShotFolder, ShotFolderError, open_shot_folder
from app.io.shows.show_file import ReadShow, ShowFileError, read_show
from app.io.shows.weights_store import WeightsStore

ALL_DONE, SOME_FAILED, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130


def add_parser(commands: Any) -> None:
    """Add this command to the parser of the program."""
    parser = commands.add_parser(
        "colorize",
        help="color a shot folder",
        description="Color every drawing of a shot folder from its keys.",
        epilog="Exit status: 0 all colored, 1 some drawings failed, 2 bad usage or input, "
        "130 interrupted; what is finished stays in any case.",
    )
    parser.add_argument("shot", type=Path, metavar="SHOT", help="folder of numbered line art")
    add_key_argument(parser)
    parser.add_argument("--out", type=Path, metavar="DIR", help="default: SHOT_color beside SHOT")
    parser.add_argument(
        "--mode",
        choices=("flat", "soft"),
        default="flat",
        help="exact palette colors (default), or blended color for shows with gradients",
    )
    parser.add_argument(
        "--layer",
        choices=("color", "composite", "both"),
        default="color",
        help="the color alone (default), with the lines on top, or both in subfolders",
    )
    parser.add_argument(
        "--paint-traces",
        action="store_true",
        help="where lines are on top, paint over colored trace lines",
    )
    parser.add_argument(
        "--gap",
        type=pixels,
        default=DEFAULT_GAP,
        metavar="PX",
        help="close holes in lines up to PX pixels (default %(default)s)",
    )
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    learned = parser.add_mutually_exclusive_group()
    learned.add_argument(
        "--show",
        type=Path,
        metavar="SHOW",
        help="color with what this show has learned, and with keys of its shots",
    )
    learned.add_argument("--weights", type=Path, metavar="DIR", help="default: those that we ship")
    parser.add_argument(
        "--report", type=Path, metavar="FILE.json", help="write regions, confidence and timings"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Color the shot; see `app.cli.main` for the exit status."""
    try:
        return _Run(arguments).run()
    except (UsageError, ShotFolderError, ShowFileError, ColoringError, ExportError) as error:
        print(f"shiage: {error}", file=sys.stderr)
        return BAD_INPUT


class _Run:
    """One run of the command: files are written as drawings are finished."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        """Check everything that can be checked before the networks are loaded."""
        self._arguments = arguments
        self._progress = Progress(sys.stderr)
        self._check_report_path()
        opened = open_shot_folder(arguments.shot)
        for problem in opened.problems:
            self._progress.say(f"note: {problem}")
        self._shot: Shot = opened.shot
        show = None if arguments.show is None else read_show(arguments.show)
        self._lent = () if show is None else _lent_by(show, self._shot.folder)
        self._keys = self._chosen_keys(opened)
        if self._keys or not self._lent:
            check_keys(self._shot.drawings, self._keys)
        self._weights: Path | None = arguments.weights or _learned_by(show)
        self._out: Path = arguments.out or _default_out(arguments.shot)
        self._writer = LayerWriter(
            self._out,
            arguments.layer,
            self._shot.folder,
            tuple(self._keys.values()),
            soft=arguments.mode == "soft",
            paints_traces=arguments.paint_traces,
        )
        self._report = Report(self._job())
        self._written = 0
        self._failed: set[int] = set()

    def run(self) -> int:
        started = time.perf_counter()
        status = ALL_DONE
        try:
            self._color()
        except KeyboardInterrupt:
            status = INTERRUPTED
        except ExportError as error:
            if not self._written:
                raise
            self._progress.say(f"shiage: {error}")
            status = SOME_FAILED
        finally:
            self._progress.clear()
        if self._failed and status == ALL_DONE:
            status = SOME_FAILED
        if not self._write_report(time.perf_counter() - started):
            status = status or SOME_FAILED
        self._sum_up(status)
        return status

    def _color(self) -> None:
        arguments = self._arguments
        request = ColoringRequest(
            self._shot.drawings,
            self._keys,
            gap=arguments.gap,
            mode=arguments.mode,
            device=arguments.device,
            weights=self._weights,
            lent=self._lent,
        )
        cancel = CancelToken()
        with interrupts_cancel(cancel):
            self._take(color_shot(request, cancel))
        if cancel.is_cancelled:
            raise KeyboardInterrupt

    def _take(self, steps: Iterator[Step[ColoredDrawing]]) -> None:
        for step in steps:
            self._progress.show(step)
            if step.failure is not None:
                self._note(step.failure)
            if step.result is not None:
                (image,) = named_as_drawings([self._shot.drawing(step.result.number)])
                outcome = self._writer.write(image, step.result)
                if isinstance(outcome, Failure):
                    self._progress.say(outcome.message)
                    self._note(outcome)
                else:
                    self._written += 1
                    self._report.add(step.result, outcome.files, step.seconds)

    def _note(self, failure: Failure) -> None:
        self._failed.add(failure.number)
        self._report.add_failure(failure)

    def _chosen_keys(self, opened: ShotFolder) -> Mapping[int, Path]:
        keys = keys_by_number(self._arguments.key)
        if keys:
            return keys
        if not opened.offered_keys and self._lent:
            self._progress.say("note: no keys of its own; keys of the show's shots are used")
            return {}
        if not opened.offered_keys:
            raise UsageError(
                f"No keys for {opened.shot.folder}: give --key N=FILE, best for the first and the "
                "last drawing, or put color images into a folder named key beside it."
            )
        folders = " and ".join(sorted({path.parent.name for path in opened.offered_keys.values()}))
        numbers = listed(list(opened.offered_keys))
        self._progress.say(f"note: the keys in the folder {folders} are used, drawings {numbers}")
        return opened.offered_keys

    def _check_report_path(self) -> None:
        report: Path | None = self._arguments.report
        if report is not None and (report.is_dir() or not report.absolute().parent.is_dir()):
            raise UsageError(f"--report {report}: name a file in a folder that exists.")

    def _write_report(self, seconds: float) -> bool:
        if self._arguments.report is None:
            return True
        try:
            self._report.write(self._arguments.report, seconds)
        except OSError as error:
            print(
                f"shiage: the report {self._arguments.report} cannot be written "
                f"({error.strerror}); make room or choose another place.",
                file=sys.stderr,
            )
            return False
        return True

    def _sum_up(self, status: int) -> None:
        total = len(self._shot.drawings)
        line = f"{self._written} of {total} drawings are colored in {self._out}"
        if status == INTERRUPTED:
            line = f"Interrupted; {line}"
        if self._failed:
            names = (self._shot.drawing(number).path.name for number in sorted(self._failed))
            line = f"{line}; not colored: {', '.join(names)}"
        print(line, flush=True)

    def _job(self) -> dict[str, Any]:
        arguments = self._arguments
        return {
            "shot": self._shot.name,
            "folder": str(self._shot.folder),
            "out": str(self._out),
            "keys": {str(number): str(path) for number, path in self._keys.items()},
            "mode": arguments.mode,
            "layer": arguments.layer,
            "paint_traces": arguments.paint_traces,
            "gap": arguments.gap,
            "device": arguments.device,
        }


def _learned_by(show: ReadShow | None) -> Path | None:
    """The weights that a show colors with; None for those that we ship."""
    if show is None or show.weights is None:
        return None
    return WeightsStore(show.path).folder(show.weights)


def _lent_by(show: ReadShow, folder: Path) -> tuple[LentKey, ...]:
    """Keys of a show's shots, that in a folder left out."""
    shots = show.state.shots
    return lent_to(next((shot for shot in shots if shot.folder == folder), None), shots)


def _default_out(shot: Path) -> Path:
    # Not Path.absolute: the name of `.` and `..` is wanted here.
    folder = Path(os.path.abspath(shot.expanduser()))  # noqa: PTH100
    return folder.with_name(f"{folder.name}_color")
