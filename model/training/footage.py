"""Finished drawings to learn from: line art with its flat color, read from shot folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from model.lines.binarization import binarized

# Shots of these characters are kept apart to measure fine-tuning on a show never seen.
HELD_BACK = ("ga2d_zombie_", "ga2d_redhat_")

# Sets of stills whose licence allows weights that ship.
SHIPPABLE_STILLS = ("dicebear_",)


@dataclass(frozen=True, eq=False)
class FootageDrawing:
    """One finished drawing.

    Attributes:
        line: (H, W) uint8 gray line art, 0 = ink, 255 = paper.
        color: (H, W, 4) uint8 RGBA flat color layer, continued under the lines.
        identity: (H, W) int32, a number for each part that is the same over the shot, or None
            where only the color tells parts apart.
    """

    line: NDArray[np.uint8]
    color: NDArray[np.uint8]
    identity: NDArray[np.int32] | None = None


def list_shots(folder: Path) -> list[Path]:
    """Folders below `folder` with `line/` and `color/` inside, by name."""
    return sorted(path.parent for path in folder.glob("*/line"))


def training_shots(folder: Path) -> list[Path]:
    """Those that weights that ship may learn from: none that is held back."""
    return [shot for shot in list_shots(folder) if not shot.name.startswith(HELD_BACK)]


def training_stills(folder: Path) -> list[Path]:
    """Sets of stills that weights that ship may learn from."""
    return [group for group in list_shots(folder) if group.name.startswith(SHIPPABLE_STILLS)]


def read_drawing(folder: Path, name: str) -> FootageDrawing:
    """Read `line/NAME` and `color/NAME` of a shot folder; OSError when one cannot be read."""
    with Image.open(folder / "line" / name) as image:
        line = binarized(np.asarray(image.convert("L")))
    with Image.open(folder / "color" / name) as image:
        color = np.array(image.convert("RGBA"))
    # What a transparent pixel hides is no color of the drawing.
    color[color[..., 3] == 0] = (255, 255, 255, 0)
    return FootageDrawing(line, color)


def drawing_names(folder: Path) -> list[str]:
    """File names of the drawings of a shot folder, in order."""
    return sorted(path.name for path in (folder / "line").glob("*.png"))
