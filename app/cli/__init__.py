"""The command line: one module for each command.

A command module has `add_parser(commands)`, which adds its parser and sets the default `run`,
a function from the parsed arguments to the exit status.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence

from app.cli import benchmark, colorize, finetune

_COMMANDS = {"colorize": colorize, "finetune": finetune, "benchmark": benchmark}
COMMAND_NAMES = tuple(_COMMANDS)

_DESCRIPTION = "Color line-art animation from a few colored key drawings."
_USAGE = """shiage [FOLDER] [--key N=FILE ...]    open the window, on a shot or show if named
       shiage COMMAND ...                    work without a window"""


def main(argv: Sequence[str]) -> int:
    """Run one command.

    Returns:
        0 all done, 1 some drawings failed and were named, 2 bad usage or input, 130 interrupted.
    """
    _print_any_file_name()
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as stop:  # argparse has printed help or a usage error
        return int(stop.code or 0)
    status: int = arguments.run(arguments)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="shiage", usage=_USAGE, description=_DESCRIPTION)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in _COMMANDS.values():
        command.add_parser(commands)
    return parser


def _print_any_file_name() -> None:
    """A name that the terminal's encoding lacks must not end the work."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
