"""Numbered images of a folder, grouped into series; only names are looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from app.document.naming import split_name
from app.io.pictures.images import IMAGE_SUFFIXES


class ShotFolderError(Exception):
    """A folder cannot be opened as a shot; the text is one sentence with the remedy."""


@dataclass
class Series:
    """Numbered images of one folder that share the part of the name before the digits."""

    name: str
    files: dict[int, list[Path]] = field(default_factory=lambda: defaultdict(list))


def images_of(folder: Path) -> list[Path]:
    """Image files by name; names with a leading dot belong to the system, not to the artist."""
    try:
        files = sorted(folder.iterdir())
        return [
            path
            for path in files
            if path.suffix.lower() in IMAGE_SUFFIXES
            and not path.name.startswith(".")
            and path.is_file()
        ]
    except FileNotFoundError as error:
        raise ShotFolderError(f"The folder {folder} does not exist; check the path.") from error
    except NotADirectoryError as error:
        raise ShotFolderError(
            f"{folder} is not a folder; open the folder that holds the drawings."
        ) from error
    except OSError as error:
        raise ShotFolderError(
            f"The folder {folder} cannot be read ({error.strerror}); check its permissions."
        ) from error


def series_of(images: Iterable[Path]) -> list[Series]:
    """The series among some images, upper and lower case alike; images without number drop out."""
    found: dict[str, Series] = {}
    for path in images:
        parts = split_name(path.stem)
        if parts is not None:
            name, number = parts
            found.setdefault(name.casefold(), Series(name)).files[number].append(path)
    return list(found.values())


def best_of(files: Iterable[Path]) -> Path:
    """Of several files with one number: lossless formats first, then by name."""
    return min(files, key=lambda path: (IMAGE_SUFFIXES.index(path.suffix.lower()), path.name))


def largest_first(series: Iterable[Series]) -> list[Series]:
    """The series with most drawing numbers first, equals by name."""
    return sorted(series, key=lambda one: (-len(one.files), one.name))


def subfolders(folder: Path, names: tuple[str, ...]) -> list[Path]:
    """Subfolders that bear one of the names in any case, in the order of `names`."""
    try:
        found = [p for p in folder.iterdir() if p.name.casefold() in names and p.is_dir()]
    except OSError:  # a parent that may be entered but not listed offers nothing
        return []
    return sorted(found, key=lambda path: (names.index(path.name.casefold()), path.name))
