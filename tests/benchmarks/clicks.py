"""How many clicks a shot costs: painting by hand, correcting one by one, correcting with spreading.

python -m tests.benchmarks.clicks ../shared/shots/dev [--lent]

A simulated colorist has the first and last drawing of each shot as keys and brings every region
of every other drawing to the truth. Going from drawing to drawing, the largest wrong region
first, it clicks a region once. By hand every painted region costs a click; without spreading
every wrong one; with spreading a click counts when the region is still wrong when its turn comes.
Then it goes over the shot again, for what spread to a drawing that was right, until nothing is
wrong. With --lent each shot may also look at the first and last drawings of the folder's others.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.document.corrections import Correction
from app.document.regions import ColoredDrawing
from app.document.shot import Shot
from app.engine.coloring import color_shot
from app.engine.coloring_request import ColoringRequest
from app.engine.correcting import Corrector
from app.engine.lent_keys import lent_to
from app.engine.spreading import SpreadRequest, spread
from app.engine.task import CancelToken
from app.io.shots.shot_folder import open_shot_folder
from model.evaluation.truth import SMALLEST_REGION, same_color
from model.lines.distance_field import ink_mask


@dataclass(frozen=True, eq=False)
class Job:
    """One drawing to be brought to the truth.

    Attributes:
        points: (R, 2) int, a pixel (x, y) of each region.
        areas: (R,) int, pixels free of ink.
        truth: (R, 4) uint8 RGBA, the color that most of these pixels should have.
    """

    points: NDArray[np.int64]
    areas: NDArray[np.int64]
    truth: NDArray[np.uint8]

    def wrong(self, drawing: ColoredDrawing) -> NDArray[np.int64]:
        """Regions of another color than the truth, the largest first."""
        colors = drawing.palette[drawing.region_colors]
        wrong = ~same_color(colors, self.truth) & (self.areas >= SMALLEST_REGION)
        found = np.flatnonzero(wrong)
        return found[np.argsort(-self.areas[found], kind="stable")]

    @property
    def painted(self) -> int:
        """Regions that are not left transparent."""
        return int(((self.truth[:, 3] > 0) & (self.areas >= SMALLEST_REGION)).sum())


def job(drawing: ColoredDrawing, line: Path, color: Path) -> Job:
    """What has to be done about a drawing."""
    labels = drawing.labels()
    with Image.open(line) as image:
        paper = ~ink_mask(np.asarray(image.convert("L")))
    with Image.open(color) as image:
        truth = np.array(image.convert("RGBA"))
    truth[truth[..., 3] == 0] = 0
    codes = truth.view(np.uint32)[..., 0]
    count = len(drawing.region_colors)
    points, colors = np.zeros((count, 2), np.int64), np.zeros((count, 4), np.uint8)
    areas = np.bincount(labels[paper], minlength=count)
    for region in np.flatnonzero(areas):
        rows, columns = np.nonzero((labels == region) & paper)
        values, amounts = np.unique(codes[rows, columns], return_counts=True)
        colors[region] = values[amounts.argmax() :][:1].view(np.uint8)
        points[region] = columns[len(rows) // 2], rows[len(rows) // 2]
    return Job(points, areas, colors)


def keyed(folder: Path) -> Shot:
    """A shot whose first and last drawing are keys."""
    shot = open_shot_folder(folder / "line").shot
    ends = (shot.drawings[0], shot.drawings[-1])
    shot.set_keys({one.number: folder / "color" / one.path.name for one in ends})
    return shot


def colored(folder: Path, lenders: Iterable[Path] = ()) -> dict[int, ColoredDrawing]:
    """The in-betweens of a shot as Colorize leaves them, keys first and last.

    Args:
        folder: of the shot.
        lenders: folders of shots whose first and last drawing it may look at as well.
    """
    shot = keyed(folder)
    lent = lent_to(None, [keyed(one) for one in lenders])
    request = ColoringRequest(shot.drawings, shot.keys, device="cpu", lent=lent)
    steps = color_shot(request, CancelToken())
    results = [step.result for step in steps if step.result is not None]
    return {one.number: one for one in results if not one.is_key}


def jobs(folder: Path, colorings: dict[int, ColoredDrawing]) -> dict[int, Job]:
    """What has to be done about each drawing of a shot."""
    found = {one.number: one for one in open_shot_folder(folder / "line").shot.drawings}
    return {
        number: job(one, found[number].path, folder / "color" / found[number].path.name)
        for number, one in colorings.items()
    }


def with_spreading(
    colorings: dict[int, ColoredDrawing],
    todo: dict[int, Job],
    told: Mapping[int, tuple[Correction, ...]] | None = None,
) -> Iterator[tuple[int, float]]:
    """Correct until everything is right: the number and the seconds of each click.

    Args:
        colorings: what there is.
        todo: what it should be.
        told: corrections that `colorings` have heard of already.
    """
    corrector, corrections = Corrector(), dict(told or {})
    now = dict(colorings)
    while unfinished := [number for number in sorted(now) if len(todo[number].wrong(now[number]))]:
        for number in unfinished:
            for seconds in _finish(number, now, todo[number], corrector, corrections):
                yield number, seconds


def _finish(
    number: int,
    now: dict[int, ColoredDrawing],
    todo: Job,
    corrector: Corrector,
    corrections: dict[int, tuple[Correction, ...]],
) -> Iterator[float]:
    """Correct a drawing until it is right, and let what was said spread: seconds of each click."""
    while len(wrong := todo.wrong(now[number])):
        region = wrong[0]
        x, y = todo.points[region].tolist()
        red, green, blue, alpha = todo.truth[region].tolist()
        began = time.perf_counter()
        tell(number, Correction(x, y, (red, green, blue, alpha)), now, corrector, corrections)
        yield time.perf_counter() - began


def tell(
    number: int,
    said: Correction,
    now: dict[int, ColoredDrawing],
    corrector: Corrector,
    corrections: dict[int, tuple[Correction, ...]],
) -> None:
    """Correct a region of a drawing, and let what was said spread."""
    new = {number: (said,)}
    corrections[number] = corrections.get(number, ()) + new[number]
    request = SpreadRequest(tuple(now.values()), dict(corrections), new)
    for step in spread(corrector, request, CancelToken()):
        if step.result is not None:
            now |= {one.number: one for one in step.result.drawings}


def report(folder: Path, lenders: Iterable[Path]) -> tuple[int, int, int]:
    """Print and give the three counts of a shot."""
    colorings = colored(folder, lenders)
    todo = jobs(folder, colorings)
    by_hand = sum(one.painted for one in todo.values())
    single = sum(len(todo[number].wrong(one)) for number, one in colorings.items())
    clicks = list(with_spreading(colorings, todo))
    slowest = max((seconds for _, seconds in clicks), default=0.0)
    print(
        f"{folder.name:24} {len(todo):3} drawings  by hand {by_hand:6}  "
        f"one by one {single:5}  spreading {len(clicks):5}  "
        f"slowest click {slowest:.2f} s",
        flush=True,
    )
    return by_hand, single, len(clicks)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shots", type=Path, help="folder of shots with line/ and color/")
    parser.add_argument("--lent", action="store_true", help="beside keys of the other shots")
    given = parser.parse_args()
    folder = given.shots
    shots = sorted(path for path in folder.glob("*") if (path / "line").is_dir())
    if not shots:
        parser.error(f"{folder} holds no shot with line/ and color/; name another folder.")
    lenders = {shot: [one for one in shots if given.lent and one != shot] for shot in shots}
    total = np.array([report(shot, lenders[shot]) for shot in shots]).sum(axis=0)
    print(f"all: by hand {total[0]}, one by one {total[1]}, spreading {total[2]}")


if __name__ == "__main__":
    main()
