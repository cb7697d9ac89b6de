"""What is odd about a shot folder, one sentence for each oddity; none of it stops the shot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from app.document.naming import listed, split_name
from app.document.shot import Drawing
from app.io.pictures.images import ImageError, read_size
from app.io.shots.numbered_images import Series, best_of

_MOST_NAMES = 5


def folder_problems(
    images: Iterable[Path], chosen: Series, others: Iterable[Series], drawings: Iterable[Drawing]
) -> list[str]:
    """Sentences about everything that a user may want to know of before coloring.

    Args:
        images: all images of the folder.
        chosen: the series that makes the shot.
        others: series that were not opened.
        drawings: the shot's drawings, whose headers are read.
    """
    return [
        *_other_series(chosen, others),
        *_unnumbered(images),
        *_duplicates(chosen.files),
        *_gaps(sorted(chosen.files)),
        *_sizes(drawings),
    ]


def _names(paths: Iterable[Path]) -> str:
    names = [path.name for path in paths]
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def _other_series(chosen: Series, others: Iterable[Series]) -> list[str]:
    return [
        f"The folder also holds {len(one.files)} drawings of the series “{one.name}”; only "
        f"“{chosen.name}” was opened, so move the others to a folder of their own."
        for one in others
    ]


def _unnumbered(images: Iterable[Path]) -> list[str]:
    plain = [path for path in images if split_name(path.stem) is None]
    if not plain:
        return []
    return [f"Without a drawing number at the end of the name, left out: {_names(plain)}."]


def _duplicates(files: Mapping[int, list[Path]]) -> list[str]:
    return [
        f"{_names(same)} are all drawing {number}; {best_of(same).name} is used."
        for number, same in sorted(files.items())
        if len(same) > 1
    ]


def _gaps(numbers: list[int]) -> list[str]:
    present = set(numbers)
    # Numbers may be dates or take counters: a huge span is no list of missing drawings.
    if numbers[-1] - numbers[0] >= 100 * len(numbers):
        return [f"The drawing numbers jump from {numbers[0]} to {numbers[-1]}."]
    missing = [n for n in range(numbers[0], numbers[-1]) if n not in present]
    if not missing:
        return []
    noun, verb = ("number", "is") if len(missing) == 1 else ("numbers", "are")
    return [f"Drawing {noun} {listed(missing)} {verb} missing."]


def _sizes(drawings: Iterable[Drawing]) -> list[str]:
    sizes: dict[Path, tuple[int, int]] = {}
    problems = []
    for drawing in drawings:
        try:
            sizes[drawing.path] = read_size(drawing.path)
        except ImageError as error:
            problems.append(str(error))
    common = Counter(sizes.values()).most_common(1)
    if len(set(sizes.values())) > 1:
        height, width = common[0][0]
        odd = [path for path, size in sizes.items() if size != common[0][0]]
        problems.append(
            f"Most drawings are {width}×{height}, but these have another size: {_names(odd)}."
        )
    return problems
