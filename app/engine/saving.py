"""Saving and opening shows as work in the background."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.document.show import ShowState
from app.engine.task import CancelToken, Step
from app.io.shows.show_belongings import Belongings
from app.io.shows.show_file import ReadShow, ShowFileError, ShowWriter, read_show, save_sentence


def save_show(
    writer: ShowWriter,
    state: ShowState,
    replaces: bool,
    cancel: CancelToken,
    before: Path | None = None,
) -> Iterator[Step[ShowState]]:
    """Save a show; the state comes back as the result as soon as nothing of it can be lost.

    The PNG files follow. They may be cut off, and the next save goes on with them.

    Args:
        writer: where to.
        state: what to save.
        replaces: see `ShowWriter.write`.
        cancel: looked at when nothing can be lost any more.
        before: where the show was saved until now; what it learned comes along from there.

    Raises:
        ShowFileError: it could not be saved.
    """
    what = f"Saving {writer.path.name}"
    belongings = Belongings(before, writer.path)
    try:
        for done, total in belongings.copy():
            yield Step(done, total, what)
        writer.write(state, replaces)
        belongings.put()
    except OSError as error:
        raise ShowFileError(save_sentence(writer.path, error)) from error
    finally:
        belongings.drop()
    yield Step(0, 0, what, result=state)
    for done, total in writer.write_pictures(state):
        yield Step(done, total, what)
        if cancel.is_cancelled:
            return


def open_show(path: Path, cancel: CancelToken) -> Iterator[Step[ReadShow]]:
    """Read a show, which is the one result; ShowFileError when it cannot be read."""
    yield Step(0, 0, f"Opening {path.name}")
    yield Step(1, 1, f"Opened {path.name}", result=read_show(path))
