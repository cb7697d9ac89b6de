"""How long a drawing takes, how much memory, and how near the networks come to the processor.

python -m tests.benchmarks.speed

Colors drawings of the sample shot from two keys, at its own size and at 1920x1080, links to
neighbors and paint at full size included. Then counts the operations of the networks on one
drawing and compares their rate with that of a large matrix product on the same cores. (Left out is
the network that completes lines, a thirtieth of the operations.)
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch.utils.flop_counter import FlopCounterMode, sdpa_flop_count

from app.cli.report import peak_memory_mb
from app.paths import sample_shot_dir
from model.colorizer import DEFAULT_GAP, Colorizer, KeyDrawing
from model.key_features import KeyFeatures
from model.lending import MOST, keys_with_lent, telling
from model.painting.region_tokens import tokenize
from model.painting.regions import find_regions
from model.sequence import ShotSequence
from model.workers import Workers, cores

DRAWINGS = 10
SIDE = 4096  # of the matrix product
ROUNDS = 20

# torch counts the two products of attention on a graphics card, but not those on a processor.
_ATTENTION = {
    torch.ops.aten._scaled_dot_product_flash_attention_for_cpu: (
        lambda query, key, value, *_, **__: sdpa_flop_count(query, key, value)
    )
}

Lines = list[NDArray[np.uint8]]


def read(size: tuple[int, int]) -> tuple[Lines, list[KeyDrawing]]:
    """Lines of the sample shot and its keys at a size (width, height)."""
    folder = sample_shot_dir()
    lines = [resized(path, "L", size) for path in sorted((folder / "line").iterdir())]
    colors = [resized(path, "RGBA", size) for path in sorted((folder / "color").iterdir())]
    return lines, [KeyDrawing(lines[0], colors[0]), KeyDrawing(lines[-1], colors[-1])]


def resized(path: Path, mode: str, size: tuple[int, int]) -> NDArray[np.uint8]:
    """A picture; lines become smooth when enlarged, colors stay exact."""
    with Image.open(path) as image:
        way = Image.Resampling.BICUBIC if mode == "L" else Image.Resampling.NEAREST
        return np.asarray(image.convert(mode).resize(size, way))


def color(colorizer: Colorizer, size: tuple[int, int], lent: int = 0) -> KeyFeatures:
    """Color some drawings and print how long each took; the keys stand for lent ones as well."""
    lines, images = read(size)
    began = time.perf_counter()
    others = [_marked(images[index % len(images)], index) for index in range(lent)]
    keys, _ = keys_with_lent(colorizer, images, others, telling(lines)[0], DEFAULT_GAP)
    studied = time.perf_counter() - began
    sequence = ShotSequence(colorizer, keys)
    sequence.add_key(0)
    guesses = [sequence.add(lines[1], (0, 1), 1)]  # what is slow only once
    began = time.perf_counter()
    guesses += [sequence.add(line, (0, 1), 1) for line in lines[2 : 2 + DRAWINGS]]
    settled = zip(guesses, sequence.settle(), strict=True)
    layers = [guess.settled(choice).color_layer() for guess, choice in settled]
    seconds = (time.perf_counter() - began) / (len(layers) - 1)
    print(
        f"{size[0]}x{size[1]}, {lent} lent keys: {seconds:.2f} s a drawing, "
        f"keys studied in {studied:.2f} s, peak memory {peak_memory_mb()} MB so far"
    )
    return keys


def _marked(key: KeyDrawing, number: int) -> KeyDrawing:
    """The same key but for one pixel: what was studied already is not studied again."""
    color = key.color.copy()
    color[0, 0, 0] ^= number
    return KeyDrawing(key.line, color)


def rates(works: Sequence[Callable[[], object]], workers: Workers) -> list[float]:
    """Operations a second that the cores together do of each work, in its best run.

    Each core does the work once, as the networks do. The works take turns, so that whatever else
    the machine does at a time slows all of them.
    """
    operations, best = [], [np.inf] * len(works)
    for work in works:
        with FlopCounterMode(display=False, custom_mapping=_ATTENTION) as counter:
            work()
        operations.append(workers.count * counter.get_total_flops())
    for _ in range(ROUNDS):
        for index, work in enumerate(works):
            began = time.perf_counter()
            workers.together([work] * workers.count)
            best[index] = min(best[index], time.perf_counter() - began)
    return [done / seconds for done, seconds in zip(operations, best, strict=True)]


@torch.inference_mode()
def compare(colorizer: Colorizer, keys: KeyFeatures, line: NDArray[np.uint8]) -> None:
    """Print the networks' rates beside that of a matrix product."""
    workers, matcher = Workers.on(torch.device("cpu")), colorizer.matcher
    matrix = torch.randn(SIDE, SIDE)
    parts = [key.parts for key in keys.keys]
    colors, count = [key.region_colors for key in keys.keys], len(keys.palette)
    tokens = tokenize(find_regions(line, DEFAULT_GAP))

    def seen() -> None:
        colorizer.dense.see(line, keys, 1)

    def matched() -> None:
        drawing = matcher.encode_tokens(tokens)
        # The keys stand for the two drawings before as well.
        matcher.colors(drawing, parts, colors, count)
        for earlier in parts:
            matcher.link(earlier, drawing)
        matcher.beside(drawing, parts, colors, count, parts)

    def both() -> None:
        seen()
        matched()

    product, *others = rates([lambda: matrix @ matrix, seen, matched, both], workers)
    print(f"matrix product {SIDE}x{SIDE}: {product / 1e9:.0f} GFLOP/s on {workers.count} cores")
    for name, each in zip(("the paper's networks", "region matcher", "all"), others, strict=True):
        print(f"{name}: {each / 1e9:.0f} GFLOP/s, {100 * each / product:.0f} % of it")


if __name__ == "__main__":
    began = time.perf_counter()
    networks = Colorizer(device="cpu")
    print(f"weights loaded in {time.perf_counter() - began:.2f} s")
    print(f"{cores()} cores, OpenCV {cv2.getNumThreads()} threads")
    small = color(networks, (960, 540))
    color(networks, (1920, 1080))
    for size in ((960, 540), (1920, 1080)):
        color(networks, size, lent=MOST)
    compare(networks, small, read((960, 540))[0][8])
