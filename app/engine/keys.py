"""Keys: which color image belongs to which drawing, reading them, and which are nearest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.document.gap_closing import GapStrokes
from app.document.naming import listed, split_name
from app.document.shot import Drawing, Shot
from app.engine.errors import ColoringError
from app.engine.key_reading import read_key
from app.engine.task import Failure
from app.io.pictures.images import ImageError, has_exact_colors, shown
from app.io.pictures.key_image import UnfitKeyError, check_key


@dataclass(frozen=True)
class KeyMatches:
    """Which drawings some color images are for.

    Attributes:
        keys: color image by drawing number; each fits its drawing.
        problems: one sentence for each file left out.
    """

    keys: Mapping[int, Path]
    problems: tuple[str, ...]


@dataclass(frozen=True)
class Key:
    """One key, read.

    Attributes:
        number: drawing number.
        line: (H, W) uint8, 0 = ink, 255 = paper, with its gap-closing strokes as ink.
        color: (H, W, 4) uint8 RGBA.
    """

    number: int
    line: NDArray[np.uint8]
    color: NDArray[np.uint8]


def match_keys(shot: Shot, files: Iterable[Path]) -> KeyMatches:
    """Find the drawing of each color image by the drawing number in its name."""
    keys: dict[int, Path] = {}
    problems: list[str] = []
    for path in files:
        parts = split_name(path.stem)
        if parts is None:
            problems.append(
                f"{shown(path)} has no drawing number at the end of its name; "
                "rename it, or assign it to a drawing by hand."
            )
        elif parts[1] in keys:
            problems.append(
                f"{shown(path)} and {shown(keys[parts[1]])} are both for drawing {parts[1]}; "
                "the latter is used."
            )
        elif problem := key_problem(shot, parts[1], path):
            problems.append(problem)
        else:
            keys[parts[1]] = path
    return KeyMatches(dict(sorted(keys.items())), tuple(problems))


def key_problem(shot: Shot, number: int, path: Path) -> str | None:
    """Why a color image cannot be the key of a drawing, in one sentence; None when it can."""
    if number not in shot:
        return _no_such_drawing(number, path, shot.drawings)
    try:
        check_key(shot.drawing(number), path)
    except (ImageError, UnfitKeyError) as error:
        return str(error)
    return None


def check_keys(drawings: Sequence[Drawing], keys: Mapping[int, Path]) -> dict[int, Failure]:
    """Look at all keys, by header alone, before anything slow is done.

    Returns:
        The keys that cannot be read, by drawing number; the others can be used without them.

    Raises:
        ColoringError: no key can be used, or one does not fit the shot.
    """
    if not keys:
        raise ColoringError(
            "No drawing has a key; give the color image of at least one drawing, "
            "best the first and the last."
        )
    by_number = {drawing.number: drawing for drawing in drawings}
    failures: dict[int, Failure] = {}
    for number, path in keys.items():
        if number not in by_number:
            raise ColoringError(_no_such_drawing(number, path, drawings))
        try:
            check_key(by_number[number], path)
        except UnfitKeyError as error:
            raise ColoringError(str(error)) from error
        except ImageError as error:
            failures[number] = Failure(number, str(error))
    _check_any_left(keys, failures)
    return failures


def read_keys(
    drawings: Sequence[Drawing],
    keys: Mapping[int, Path],
    strokes: Mapping[int, GapStrokes],
) -> tuple[list[Key], dict[int, Failure]]:
    """Decode the keys in chronological order, apart from those that cannot be read.

    Args:
        drawings: all drawings of the shot.
        keys: color image of each key, by drawing number.
        strokes: gap-closing strokes by drawing number.

    Raises:
        ColoringError: as `check_keys`.
    """
    failures = check_keys(drawings, keys)
    by_number = {drawing.number: drawing for drawing in drawings}
    read: list[Key] = []
    for number in sorted(keys.keys() - failures.keys()):
        try:
            drawing = by_number[number]
            read.append(Key(number, *read_key(drawing.path, keys[number], strokes.get(number, ()))))
        except ImageError as error:
            failures[number] = Failure(number, str(error))
    _check_any_left(keys, failures)
    return _in_one_palette(read, keys), failures


def have_exact_colors(files: Iterable[Path]) -> bool:
    """False when one of some color images has colors that are only about right, as a JPEG has."""
    try:
        return all(has_exact_colors(path) for path in files)
    except ImageError:
        return True


def nearest_keys(numbers: Sequence[int], number: int, per_side: int) -> tuple[int, ...]:
    """Positions of the nearest keys before and after a drawing.

    Args:
        numbers: drawing numbers of the keys, ascending.
        number: the drawing's.
        per_side: how many to take on either side at most.
    """
    before = [index for index, key in enumerate(numbers) if key <= number][-per_side:]
    after = [index for index, key in enumerate(numbers) if key > number][:per_side]
    return (*before, *after)


def _in_one_palette(read: Sequence[Key], files: Mapping[int, Path]) -> list[Key]:
    """The same keys; what is one paint in several JPEGs is a little different in each."""
    rough = {key.number for key in read if not have_exact_colors([files[key.number]])}
    if len(rough) < 2:
        return list(read)
    # Heavy to import, and rarely needed.
    from model.painting.near_colors import colors_of, in_shades_of

    result: list[Key] = []
    about: list[NDArray[np.uint8]] = []
    for key in read:
        if key.number not in rough:
            result.append(key)
            continue
        color = in_shades_of(key.color, colors_of(*about)) if about else key.color
        about.append(color)
        result.append(replace(key, color=color))
    return result


def _check_any_left(keys: Mapping[int, Path], failures: Mapping[int, Failure]) -> None:
    if len(failures) == len(keys):
        reasons = " ".join(failures[number].message for number in sorted(failures))
        raise ColoringError(f"Not one key can be used: {reasons}")


def _no_such_drawing(number: int, path: Path, drawings: Sequence[Drawing]) -> str:
    have = listed([drawing.number for drawing in drawings])
    return (
        f"{shown(path)} is to be the key of drawing {number}, which this shot does not have; "
        f"its drawings are {have}."
    )
