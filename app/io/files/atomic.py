"""Writing a file so that it is either whole or not there."""

from __future__ import annotations

import contextlib
import os
import uuid
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path`, replacing what was there, or leave everything as it was.

    The bytes go to a hidden file in the same folder, are forced to the disk and only then take
    the name. The file gets the permissions a new file of the user has.

    Raises:
        OSError: the folder is missing, read-only or full; no part of the file stays behind.
    """
    part = path.with_name(f".{uuid.uuid4().hex}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to the disk, so that a later file may rely on them.

    Where the system cannot do that (Windows), nothing happens.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def remove_if_empty(folder: Path) -> None:
    """Remove a folder that nothing is in."""
    with contextlib.suppress(OSError):
        folder.rmdir()
