"""Where the program starts: a window, or a command without one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from app import cli
from app.cli.arguments import UsageError, add_key_argument, keys_by_number
from app.desktop_libraries import why_no_window

BAD_INPUT = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Start Shiage; arguments are those of the process when None.

    Returns:
        The exit status; see `app.cli.main`.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and (arguments[0] in cli.COMMAND_NAMES or arguments[0] in ("-h", "--help")):
        return cli.main(arguments)
    try:
        folder, keys = _window_arguments(arguments)
    except SystemExit as stop:  # argparse has printed a usage error
        return int(stop.code or 0)
    except UsageError as error:
        print(f"shiage: {error}", file=sys.stderr)
        return BAD_INPUT
    return _open_window(folder, keys)


def _window_arguments(arguments: Sequence[str]) -> tuple[Path | None, dict[int, Path]]:
    parser = argparse.ArgumentParser(prog="shiage", add_help=False)
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    add_key_argument(parser)
    given = parser.parse_args(arguments)
    folder: Path | None = given.folder
    if folder is not None and not folder.is_dir():
        raise UsageError(
            f"{folder} is neither a folder nor a command; commands are "
            f"{', '.join(cli.COMMAND_NAMES)}, and “shiage --help” tells more."
        )
    if folder is None and given.key:
        raise UsageError("--key needs a shot folder to belong to; name the folder first.")
    if folder is not None and folder.suffix.casefold() == ".shiage" and given.key:
        raise UsageError(f"--key does not go with {folder}: a show has its own keys.")
    return folder, keys_by_number(given.key)


def _open_window(folder: Path | None, keys: dict[int, Path]) -> int:
    reason = why_no_window()
    if reason is None:
        try:
            # Qt is not needed for the commands and may be missing where they run.
            from app.ui.application import run
        except ImportError as error:
            if error.name is not None and error.name.split(".")[0] == "app":
                raise
            reason = f"The window cannot open ({error}); install Shiage again."
        else:
            return run(folder, keys)
    print(f"shiage: {reason}", file=sys.stderr)
    return BAD_INPUT


if __name__ == "__main__":
    sys.exit(main())
