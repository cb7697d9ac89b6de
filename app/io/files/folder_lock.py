"""A folder that only one running program may write to."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

LOCK_NAME = ".lock"


class FolderLock:
    """Held by the system for this process: a program that is killed lets go of it at once."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_NAME
        self._file: IO[bytes] | None = None

    def take(self) -> bool:
        """Try to take the lock; False when another program, or another part of this, has it."""
        file = self._path.open("ab")
        try:
            _lock(file)
        except OSError:
            file.close()
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Let go of it; nothing happens when it is not held."""
        if self._file is not None:
            self._file.close()
            self._file = None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
