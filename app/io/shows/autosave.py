"""Unsaved work, kept under the user's own folder until it is saved or thrown away.

Each running program has a slot of its own, which it holds by a lock: what lies in a slot that
nobody holds was left by a program that ended without warning.
"""

from __future__ import annotations

import json
import shutil
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

from app.document.show import ShowState
from app.io.files.atomic import write_atomically
from app.io.files.file_marks import mark_of
from app.io.files.folder_lock import FolderLock
from app.io.shows.show_file import ShowWriter

_ABOUT = "about.json"
_SHOW = "show.shiage"
# A slot that a program has just made may not be locked yet.
_NEW_S = 60.0


@dataclass(frozen=True)
class LostWork:
    """Work that a program left behind.

    Attributes:
        folder: its slot.
        name: what the show was called.
        path: where the show is saved; None for an untitled one.
        when: time of the autosave, in seconds since the epoch.
    """

    folder: Path
    name: str
    path: Path | None
    when: float

    @property
    def show(self) -> Path:
        """The show as it was kept; read it with `read_show`."""
        return self.folder / _SHOW


class AutosaveSlot:
    """A place for the unsaved work of this program.

    Attributes:
        folder: made and locked by the first write.
    """

    def __init__(self, root: Path) -> None:
        self.folder = root / uuid.uuid4().hex
        self._lock: FolderLock | None = None
        self._writer = ShowWriter(self.folder / _SHOW)

    @classmethod
    def claim(cls, lost: LostWork) -> AutosaveSlot | None:
        """Take over the slot of lost work; None when another program was faster."""
        slot = cls(lost.folder.parent)
        slot.folder = lost.folder
        slot._writer = ShowWriter(lost.show)
        try:
            slot._hold()
        except OSError:
            return None
        return slot

    def write(self, state: ShowState, name: str, path: Path | None) -> None:
        """Keep a state of the work.

        Args:
            state: the work.
            name: what the show is called.
            path: where it is saved; None for an untitled one.

        Raises:
            OSError, ShowFileError: the disk does not take it; what was kept before is still there.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        self._hold()
        self._writer.write(state)
        about = {"name": name, "path": None if path is None else str(path), "when": time.time()}
        write_atomically(self.folder / _ABOUT, json.dumps(about).encode())

    def clear(self) -> None:
        """Forget the work: it is saved, or not wanted. The next write begins anew."""
        if self._lock is not None:
            # First, so that a removal that is cut off leaves nothing to be recovered.
            (self.folder / _ABOUT).unlink(missing_ok=True)
            self.leave()
            shutil.rmtree(self.folder, ignore_errors=True)
            self._writer = ShowWriter(self.folder / _SHOW)

    def leave(self) -> None:
        """Let go of the slot; what is in it is offered at the next start."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _hold(self) -> None:
        if self._lock is None:
            lock = FolderLock(self.folder)
            if not lock.take():
                raise OSError(f"{self.folder} is held by another program")
            self._lock = lock


def find_lost(root: Path) -> list[LostWork]:
    """What programs left behind that do not run any more, the newest first."""
    try:
        folders = [folder for folder in root.iterdir() if folder.is_dir()]
    except OSError:
        return []
    lost = []
    for folder in folders:
        touched = mark_of(folder)  # before the look at its lock, which touches it
        if touched is None or not _is_free(folder):
            continue
        work = _about(folder)
        if work is not None:
            lost.append(work)
        elif touched.changed / 1e9 < time.time() - _NEW_S:
            shutil.rmtree(folder, ignore_errors=True)
    return sorted(lost, key=lambda work: -work.when)


def discard(lost: LostWork) -> None:
    """Throw lost work away, unless another program has taken it over."""
    slot = AutosaveSlot.claim(lost)
    if slot is not None:
        slot.clear()


def _is_free(folder: Path) -> bool:
    lock = FolderLock(folder)
    try:
        return lock.take()
    except OSError:
        return False
    finally:
        lock.release()


def _about(folder: Path) -> LostWork | None:
    try:
        about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        path = None if about["path"] is None else Path(about["path"])
        return LostWork(folder, str(about["name"]), path, float(about["when"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
