"""A folder that takes colored drawings, and never harms what an animator made."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection
from pathlib import Path

from app.io.files.atomic import write_atomically
from app.io.files.disk_errors import is_forbidden, is_full
from app.io.pictures.images import shown


class ExportError(Exception):
    """The folder cannot take the images; the text is one sentence with the remedy."""


class ProtectedFileError(ExportError):
    """One file may not be overwritten; the others can still be written."""


class SequenceFolder:
    """A folder that takes files, each whole or not at all.

    Attributes:
        path: where they go.
    """

    def __init__(self, path: Path, line_folder: Path, keys: Collection[Path] = ()) -> None:
        """Make the folder and find out now, not after an hour, whether it can be written.

        Args:
            path: made with its parents when missing.
            line_folder: the shot folder, which is only ever read.
            keys: color images of the animator, which are never overwritten.

        Raises:
            ExportError: the folder is the line-art folder, not a folder, read-only or full.
        """
        self.path = path.expanduser().absolute()
        self._keys = tuple(keys)
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            if line_folder.exists() and self.path.samefile(line_folder):
                raise ExportError(
                    f"{self.path} holds the line art, which is never written to; "
                    "choose another folder."
                )
            _try_writing(self.path)
        except OSError as error:
            raise ExportError(disk_sentence(self.path, error)) from error

    def target(self, name: str) -> Path:
        """Where a file of this name goes.

        Raises:
            ProtectedFileError: a key of the animator has this name in this folder.
            ExportError: the folder is gone.
        """
        path = self.path / name
        try:
            if any(_same_file(path, key) for key in self._keys):
                raise ProtectedFileError(
                    f"{shown(path)} is the color image of a key and was not overwritten; "
                    "choose another folder."
                )
        except OSError as error:
            raise ExportError(disk_sentence(path, error)) from error
        return path

    def write(self, name: str, data: bytes) -> Path:
        """Write one file whole or not at all; an earlier one of the name is replaced.

        Returns:
            The file written.

        Raises:
            ProtectedFileError: a key of the animator has this name in this folder.
            ExportError: the disk is full, read-only or gone.
        """
        path = self.target(name)
        try:
            write_atomically(path, data)
        except OSError as error:
            raise ExportError(disk_sentence(path, error)) from error
        return path


def _same_file(path: Path, other: Path) -> bool:
    return path.exists() and other.exists() and path.samefile(other)


def _try_writing(folder: Path) -> None:
    probe = folder / f".shiage-{os.getpid()}.part"
    try:
        probe.write_bytes(b"\0")
    finally:
        probe.unlink(missing_ok=True)


def disk_sentence(path: Path, error: OSError) -> str:
    """Why a file could not be written, and what to do."""
    if is_full(error):
        return f"The disk is full: {path} was not written; make room and export again."
    if is_forbidden(error):
        return f"{path} may not be written to; choose a folder that is yours."
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return f"{path} is not a folder, or a file is in its way; choose another folder."
    return f"{path} cannot be written ({error.strerror}); choose another folder."
