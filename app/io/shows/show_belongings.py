"""What a show learned and learns from: it comes along when the show is saved elsewhere."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

from app.io.files.atomic import remove_if_empty, sync_folder

BELONGINGS = ("footage", "weights")
"""Folders of a show that a save does not write, because what made them wrote them there."""


class Belongings:
    """Takes these folders from one show to another, in two steps so that both stay whole.

    What the other show had in their place is replaced, as its shots are.
    """

    def __init__(self, source: Path | None, target: Path) -> None:
        """Prepare; nothing is touched yet.

        Args:
            source: the show as it was saved before; None when it was not.
            target: where it is saved now; when it is the same there is nothing to do.
        """
        self._source, self._target = source, target
        self._parts: dict[str, Path] = {}

    @property
    def _come_along(self) -> bool:
        source, target = self._source, self._target
        if source is None or not source.is_dir():
            return False
        return not (target.exists() and source.samefile(target))

    def copy(self) -> Iterator[tuple[int, int]]:
        """Copy everything beside its place, and tell how many files of how many are done.

        Raises:
            OSError: the disk does not take it; nothing stays behind.
        """
        if not self._come_along or self._source is None:
            return
        folders = {name: self._source / name for name in BELONGINGS}
        files = {name: list(_files(folder)) for name, folder in folders.items()}
        done, total = 0, sum(map(len, files.values()))
        try:
            for name, folder in folders.items():
                part = self._parts[name] = self._target / f".{uuid.uuid4().hex}.part"
                for file in files[name]:
                    copy = part / file.relative_to(folder)
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(file, copy)
                    done += 1
                    yield done, total
        except BaseException:
            self.drop()
            raise

    def put(self) -> None:
        """Let what was copied take its place; OSError when the disk refuses it."""
        try:
            for name, part in self._parts.items():
                place = self._target / name
                if place.exists():
                    gone = self._target / f".{uuid.uuid4().hex}.part"
                    place.rename(gone)
                    shutil.rmtree(gone, ignore_errors=True)
                if part.exists():
                    part.rename(place)
            if self._parts:
                sync_folder(self._target)
        finally:
            self.drop()

    def drop(self) -> None:
        """Remove copies that did not take their place."""
        if not self._parts:
            return
        for part in self._parts.values():
            shutil.rmtree(part, ignore_errors=True)
        self._parts.clear()
        remove_if_empty(self._target)


def _files(folder: Path) -> Iterator[Path]:
    """All whole files below a folder; what begins with a dot is still in the making."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden:
            yield path
