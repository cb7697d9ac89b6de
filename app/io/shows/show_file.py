"""A show on the disk: the folder `NAME.shiage`.

`show.json` tells everything but the colorings, which are files of their own in `regions`, named
after their content. They are written first and `show.json` last, so at every moment it names only
files that are whole; what it does not name any more is removed afterwards.
"""

from __future__ import annotations

import errno
import hashlib
import json
import time
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from app.document.palette import Swaps
from app.document.regions import ColoredDrawing
from app.document.show import ShotState, ShowState
from app.document.votes import StretchVotes
from app.io.files.atomic import remove_if_empty, sync_folder, write_atomically
from app.io.files.disk_errors import is_forbidden, is_full
from app.io.files.file_names import fit_name
from app.io.files.folder_lock import FolderLock
from app.io.shows.coloring_file import SUFFIX, content_name, encode_coloring
from app.io.shows.shot_codec import ReadShot, decode_shot, encode_shot
from app.io.shows.show_pictures import write_pictures
from app.io.shows.show_schema import SCHEMA, ShowFileError, damaged, parse
from app.io.shows.votes_file import VOTES_SUFFIX, votes_name

__all__ = [
    "ReadShow",
    "ShowChangedError",
    "ShowFileError",
    "ShowWriter",
    "read_show",
    "save_sentence",
]

SHOW_SUFFIX = ".shiage"
_MANIFEST = "show.json"
_REGIONS = "regions"
# A file half-written by a program that was killed; a younger one may still be in the making.
_OLD_PART_S = 600.0


class ShowChangedError(ShowFileError):
    """Another program saved the show since it was opened."""


@dataclass(frozen=True)
class ReadShow:
    """A show as it was saved.

    Attributes:
        path: its folder.
        shots: its shots, with what became of their files.
        saved: names this state of the show; for `ShowWriter`.
        weights: id of the fine-tuning in use, or None.
    """

    path: Path
    shots: tuple[ReadShot, ...]
    saved: str
    weights: str | None = None

    @property
    def state(self) -> ShowState:
        """What was saved."""
        return ShowState(tuple(shot.state for shot in self.shots), self.weights)

    @property
    def problems(self) -> tuple[str, ...]:
        """One sentence for each thing that could not be read."""
        return tuple(problem for shot in self.shots for problem in shot.problems)

    @property
    def unread(self) -> frozenset[str]:
        """Files of colorings that could not be read; a save leaves them alone."""
        return frozenset(name for shot in self.shots for name in shot.unread)


def is_show(path: Path) -> bool:
    """True for the folder of a show."""
    return path.suffix.casefold() == SHOW_SUFFIX or (path / _MANIFEST).is_file()


def read_show(path: Path) -> ReadShow:
    """Read a whole show.

    Raises:
        ShowFileError: there is none, it is damaged, or a newer program saved it.
    """
    path = path.expanduser().absolute()
    try:
        text = (path / _MANIFEST).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ShowFileError(
            f"{path} is no show: it has no {_MANIFEST}; open a folder named NAME{SHOW_SUFFIX}."
        ) from error
    except UnicodeDecodeError as error:
        raise damaged(path) from error
    except OSError as error:
        raise ShowFileError(
            f"{path} cannot be read ({error.strerror}); check its permissions."
        ) from error
    values = parse(text, path)
    try:
        shots = tuple(decode_shot(shot, path) for shot in values["shots"])
        weights = values["weights"]
        return ReadShow(
            path, shots, str(values["saved"]), None if weights is None else str(weights)
        )
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise damaged(path) from error


class ShowWriter:
    """Writes a show again and again into one folder, each time only what changed.

    Attributes:
        path: the folder, made by the first write.
    """

    def __init__(self, path: Path, saved: str | None = None, keep: Iterable[str] = ()) -> None:
        """Prepare writing; nothing is touched yet.

        Args:
            path: `NAME.shiage`.
            saved: which state of the show is expected there, to notice when another program
                saved it meanwhile; None when the first write may replace whatever is there.
            keep: files that are not removed although nothing names them.
        """
        self.path = path
        self._saved = saved
        self._keep = frozenset(keep)
        self._names: WeakKeyDictionary[ColoredDrawing, str] = WeakKeyDictionary()
        self._vote_names: WeakKeyDictionary[StretchVotes, str] = WeakKeyDictionary()

    def write(self, state: ShowState, replaces: bool = False) -> None:
        """Write the show, so that either the old or the new state is there at any moment.

        Args:
            state: what to write.
            replaces: also replace what another program saved meanwhile.

        Raises:
            ShowChangedError: another program saved it meanwhile.
            ShowFileError: another program is saving it now, or the disk does not take it.
        """
        with self._locked():
            if not replaces:
                self._check_saved()
            shots = [
                encode_shot(
                    shot,
                    self.path,
                    self._write_colorings(name, shot),
                    self._write_votes(name, shot),
                )
                for name, shot in _named(state)
            ]
            saved = uuid.uuid4().hex
            manifest = {
                "schema": SCHEMA,
                "saved": saved,
                "weights": state.weights,
                "shots": shots,
            }
            text = json.dumps(manifest, ensure_ascii=False, indent=1)
            write_atomically(self.path / _MANIFEST, text.encode())
            sync_folder(self.path)
            self._saved = saved
            self._remove_unused(set(_files_in(shots)))

    def write_pictures(self, state: ShowState) -> Iterator[tuple[int, int]]:
        """Bring the PNG files up to date with a state that was written; see `show_pictures`."""
        pictures = {
            f"{name}/{drawing.name}.png": (
                self._names[one.coloring] + paints,
                one.coloring,
                shot.palette.swaps,
            )
            for name, shot in _named(state)
            for paints in [_paints_name(shot.palette.swaps)]
            for drawing in shot.drawings
            if (one := shot.colorings.get(drawing.number)) is not None
        }
        with self._locked():
            yield from write_pictures(self.path, pictures)

    def _write_colorings(self, name: str, shot: ShotState) -> dict[int, str]:
        folder = self.path / _REGIONS / name
        folder.mkdir(parents=True, exist_ok=True)
        present = {path.name for path in folder.iterdir()}
        files: dict[int, str] = {}
        wrote = False
        stems = {drawing.number: drawing.name for drawing in shot.drawings}
        for number, one in shot.colorings.items():
            file = self._names.get(one.coloring)
            if file is None or file not in present:
                data = encode_coloring(one.coloring)
                file = content_name(stems[number], data)
                if file not in present:
                    write_atomically(folder / file, data)
                    wrote = True
                self._names[one.coloring] = file
            files[number] = f"{_REGIONS}/{name}/{file}"
        if wrote:
            sync_folder(folder)
        return files

    def _write_votes(self, name: str, shot: ShotState) -> dict[StretchVotes, str]:
        folder = self.path / _REGIONS / name
        votes = {
            one.coloring.vote.stretch
            for one in shot.colorings.values()
            if one.coloring.vote is not None
        }
        files: dict[StretchVotes, str] = {}
        wrote = False
        for stretch in votes:
            file = self._vote_names.get(stretch) or votes_name(stretch)
            self._vote_names[stretch] = file
            if not (folder / file).exists():
                write_atomically(folder / file, stretch.packed)
                wrote = True
            files[stretch] = f"{_REGIONS}/{name}/{file}"
        if wrote:
            sync_folder(folder)
        return files

    def _check_saved(self) -> None:
        if self._saved is not None and _saved_in(self.path) not in (None, self._saved):
            raise ShowChangedError(
                f"{self.path.name} was saved by another program since it was opened here; "
                "save under another name, or replace what it saved."
            )

    def _remove_unused(self, used: set[str]) -> None:
        """Only what we made ourselves: colorings that nothing names, and cut-off files."""
        long_ago = time.time() - _OLD_PART_S
        for path in (self.path / _REGIONS).rglob("*"):
            name = path.relative_to(self.path).as_posix()
            is_ours = path.suffix in (SUFFIX, VOTES_SUFFIX)
            is_old = is_ours and name not in used and name not in self._keep
            is_part = path.suffix == ".part" and path.stat().st_mtime < long_ago
            if is_old or is_part:
                path.unlink(missing_ok=True)
        for folder in (self.path / _REGIONS).iterdir():
            remove_if_empty(folder)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        lock = FolderLock(self.path)
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            if not lock.take():
                raise ShowFileError(
                    f"{self.path.name} is being saved by another program; save again in a moment."
                )
            yield
        except OSError as error:
            raise ShowFileError(save_sentence(self.path, error)) from error
        finally:
            lock.release()


def _paints_name(swaps: Swaps) -> str:
    """What tells a picture in other paints from the one in the keys' own colors."""
    return f" {hashlib.sha256(repr(sorted(swaps)).encode()).hexdigest()[:20]}" if swaps else ""


def _files_in(shots: Iterable[dict[str, Any]]) -> Iterator[str]:
    """All files that a manifest names."""
    for shot in shots:
        for coloring in shot["colorings"]:
            yield coloring["file"]
            if coloring["vote"] is not None:
                yield coloring["vote"]["file"]


def _saved_in(path: Path) -> str | None:
    try:
        return str(json.loads((path / _MANIFEST).read_text(encoding="utf-8"))["saved"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _named(state: ShowState) -> Iterator[tuple[str, ShotState]]:
    """Each shot with a folder name of its own, fit for any file system."""
    taken: set[str] = set()
    for shot in state.shots:
        base = fit_name(shot.name, "shot")
        name, number = base, 1
        while name.casefold() in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name.casefold())
        yield name, shot


def save_sentence(path: Path, error: OSError) -> str:
    """Why a show could not be saved, and what to do."""
    if is_full(error):
        return f"The disk is full: {path.name} was not saved; make room and save again."
    if is_forbidden(error):
        return f"{path} may not be written to; save the show in a folder that is yours."
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return f"{path} is a file, not a show; choose another name."
    return f"{path} cannot be written ({error.strerror}); save the show in another place."
