"""Imported footage of a show: `NAME.shiage/footage/<source>/<shot>/` with `line` and `color`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.io.files.atomic import remove_if_empty, write_atomically
from app.io.pictures.images import ImageError, read_size

FOOTAGE = "footage"
LINE, COLOR = "line", "color"
_UNUSED = "unused.json"


@dataclass(frozen=True)
class FootageSequence:
    """A finished shot to learn from.

    Attributes:
        source: what the video or folder was called that it comes from.
        shot: its own name, unique within the source.
        folder: where it is; `line/0001.png` and `color/0001.png` ... in it.
        drawings: how many.
    """

    source: str
    shot: str
    folder: Path
    drawings: int

    @property
    def id(self) -> str:
        """Names it within the show."""
        return f"{self.source}/{self.shot}"


@dataclass(frozen=True)
class FoundFootage:
    """What footage a show has.

    Attributes:
        sequences: those that are whole, by name.
        unused: ids of those that are not to be learned from.
        problems: one sentence for each that is damaged.
    """

    sequences: tuple[FootageSequence, ...]
    unused: frozenset[str]
    problems: tuple[str, ...]

    @property
    def used(self) -> tuple[FootageSequence, ...]:
        """Those that may be learned from."""
        return tuple(one for one in self.sequences if one.id not in self.unused)


def find_footage(show: Path) -> FoundFootage:
    """Look through the footage of a show; one that has none, or is not there, has no sequences."""
    sequences: list[FootageSequence] = []
    problems: list[str] = []
    for source in _folders(show / FOOTAGE):
        for folder in _folders(source):
            try:
                drawings = _count_drawings(folder)
            except (ImageError, OSError) as error:
                problems.append(
                    f"The footage {source.name}/{folder.name} is damaged and was skipped "
                    f"({error}); import it again."
                )
            else:
                sequences.append(FootageSequence(source.name, folder.name, folder, drawings))
    return FoundFootage(tuple(sequences), read_unused(show), tuple(problems))


def read_unused(show: Path) -> frozenset[str]:
    """Ids of sequences that are not to be learned from; all are, when nothing else can be read."""
    try:
        ids = json.loads((show / FOOTAGE / _UNUSED).read_text(encoding="utf-8"))
        return frozenset(str(one) for one in ids)
    except (OSError, ValueError, TypeError):
        return frozenset()


def write_unused(show: Path, ids: Iterable[str]) -> None:
    """Say which sequences are not to be learned from; OSError when the disk refuses it."""
    text = json.dumps(sorted(ids), ensure_ascii=False, indent=1)
    (show / FOOTAGE).mkdir(parents=True, exist_ok=True)
    write_atomically(show / FOOTAGE / _UNUSED, text.encode())


def remove_sequence(show: Path, sequence: str) -> None:
    """Remove a sequence for good.

    Args:
        show: the show.
        sequence: its id; one that is gone already is no error.

    Raises:
        OSError: it cannot be removed.
    """
    footage = show / FOOTAGE
    for folder in [shot for source in _folders(footage) for shot in _folders(source)]:
        if folder.relative_to(footage).as_posix() == sequence:
            _remove(folder)
    remove_if_empty(footage)


def _remove(folder: Path) -> None:
    # Out of sight at once, whatever happens then.
    hidden = folder.with_name(f".{folder.name}.part")
    folder.replace(hidden)
    shutil.rmtree(hidden, ignore_errors=True)
    if not _folders(folder.parent):
        shutil.rmtree(folder.parent, ignore_errors=True)


def _folders(folder: Path) -> list[Path]:
    """Folders in a folder by name; what begins with a dot is still in the making."""
    try:
        found = [path for path in folder.iterdir() if path.is_dir()]
    except OSError:
        return []
    return sorted(path for path in found if not path.name.startswith("."))


def _count_drawings(folder: Path) -> int:
    names = {path.name for path in (folder / LINE).glob("*.png")}
    others = {path.name for path in (folder / COLOR).glob("*.png")}
    if not names or names != others:
        raise ImageError("drawings are missing")
    sizes = {read_size(folder / kind / name) for name in names for kind in (LINE, COLOR)}
    if len(sizes) > 1:
        raise ImageError("its drawings differ in size")
    return len(names)
