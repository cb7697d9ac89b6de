"""Keys that lie in a folder beside or inside the shot folder."""

from __future__ import annotations

from pathlib import Path

from app.document.naming import listed
from app.document.shot import Shot
from app.io.pictures.images import ImageError
from app.io.pictures.key_image import UnfitKeyError, check_key
from app.io.shots.numbered_images import (
    ShotFolderError,
    best_of,
    images_of,
    largest_first,
    series_of,
    subfolders,
)

KEY_FOLDERS = ("key", "keys", "reference", "references", "color", "colors", "colour", "colours")
"""Where keys are looked for, the most deliberate name first."""


def find_offered_keys(shot: Shot, series_name: str) -> tuple[dict[int, Path], list[str]]:
    """Keys by drawing number, from subfolders of the shot folder and then from its siblings.

    Of several images for one drawing the first folder wins, and in a folder the series named
    like the drawings. Keys that do not fit are not offered.

    Args:
        shot: the drawings.
        series_name: the part of their file names before the digits.

    Returns:
        The keys, and a sentence for each image or folder that was left out.
    """
    offered: dict[int, Path] = {}
    problems: list[str] = []
    for parent in (shot.folder, shot.folder.parent):
        for place in subfolders(parent, KEY_FOLDERS):
            if place == shot.folder:
                continue
            try:
                files = _by_number(place, series_name)
            except ShotFolderError as error:
                problems.append(str(error))
                continue
            problems += _unknown(place, files, shot)
            wanted = {n: files[n] for n in sorted(files) if n in shot and n not in offered}
            fitting, refused = _fitting(wanted, shot)
            offered.update(fitting)
            problems += refused
    return dict(sorted(offered.items())), problems


def _by_number(place: Path, series_name: str) -> dict[int, Path]:
    series = largest_first(series_of(images_of(place)))
    series.sort(key=lambda one: one.name.casefold() != series_name.casefold())
    files: dict[int, Path] = {}
    for one in series:
        for number, same in one.files.items():
            files.setdefault(number, best_of(same))
    return files


def _unknown(place: Path, files: dict[int, Path], shot: Shot) -> list[str]:
    unknown = sorted(number for number in files if number not in shot)
    if not unknown:
        return []
    return [
        f"The folder {place.name} has color images for {listed(unknown)}, which are not drawings "
        "of this shot; they are left out."
    ]


def _fitting(files: dict[int, Path], shot: Shot) -> tuple[dict[int, Path], list[str]]:
    fitting: dict[int, Path] = {}
    refused: list[str] = []
    for number, path in files.items():
        try:
            check_key(shot.drawing(number), path)
        except (ImageError, UnfitKeyError) as error:
            refused.append(f"Not offered as a key: {error}")
        else:
            fitting[number] = path
    return fitting, refused
