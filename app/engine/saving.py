"""Saving and opening shows as work in the background."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.document.show import ShowState
from app.engine.task import CancelToken, Step
from app.io.show_file import ReadShow, ShowWriter, read_show


def save_show(
    writer: ShowWriter, state: ShowState, replaces: bool, cancel: CancelToken
) -> Iterator[Step[ShowState]]:
    """Save a show; the state comes back as the result as soon as nothing of it can be lost.

    The PNG files follow. They may be cut off, and the next save goes on with them.

    Raises:
        ShowFileError: it could not be saved.
    """
    what = f"Saving {writer.path.name}"
    writer.write(state, replaces)
    yield Step(0, 0, what, result=state)
    for done, total in writer.write_pictures(state):
        yield Step(done, total, what)
        if cancel.is_cancelled:
            return


def open_show(path: Path, cancel: CancelToken) -> Iterator[Step[ReadShow]]:
    """Read a show, which is the one result; ShowFileError when it cannot be read."""
    yield Step(0, 0, f"Opening {path.name}")
    yield Step(1, 1, f"Opened {path.name}", result=read_show(path))
