"""The sample shot: a girl in a small town holds out her hand, and a bird lands on it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np

from model.shows.drawing import ShowDrawing
from model.shows.figures.skeleton import Pose, blend
from model.shows.rendering.camera import Camera
from model.shows.rendering.canvas import Canvas
from model.shows.rendering.palette import Paintbox
from model.shows.rendering.shapes import Points, smooth
from model.shows.rendering.style import Style
from model.shows.sample.bird import bird_paints
from model.shows.sample.girl import Girl
from model.shows.sample.named import NamedParts, Rgb
from model.shows.sample.town import town_paints

SAMPLE_COUNT = 24
SAMPLE_SIZE = (540, 960)

_STYLE = Style(
    widths=(0.0, 1.0, 1.3, 1.9, 2.4), smooth_edges=True, pressure=0.3, borders=False, silhouette=0,
    light=(-0.45, -0.89), shading=1.0, wobble=0.0, gleam=True, rim=0.0, inked=False,
    trace_ink=0,
)  # fmt: skip

_SWATCHES: dict[str, tuple[Rgb, ...]] = {
    "skin": ((255, 218, 190), (240, 174, 148), (255, 236, 220)),
    "hair": ((205, 104, 58), (160, 70, 48), (240, 160, 98)),
    "white": ((255, 255, 255), (214, 224, 242)),
    "iris": ((46, 168, 150), (22, 92, 104), (142, 226, 190)),
    "pupil": ((38, 34, 52),),
    "blush": ((255, 156, 140),),
    "mouth": ((150, 44, 60),),
    "tongue": ((240, 116, 120),),
    "coat": ((70, 104, 184), (46, 70, 140), (122, 156, 226)),
    "cream": ((255, 244, 214), (230, 206, 166)),
    "scarf": ((230, 64, 62), (176, 38, 58), (255, 122, 108)),
    "stripe": ((255, 212, 88), (222, 160, 56)),
    "skirt": ((150, 84, 150), (112, 56, 120)),
    "tights": ((84, 72, 104), (60, 50, 80)),
    "boot": ((140, 82, 54), (102, 54, 40), (190, 128, 88)),
    "sole": ((66, 46, 48),),
    "gold": ((250, 184, 40), (206, 132, 30)),
    "bird": ((96, 196, 244), (56, 144, 208), (166, 226, 252)),
    "beak": ((255, 146, 44), (214, 104, 30)),
}  # fmt: skip

_FEET = (-0.32, 0.455)
_HEIGHT = 0.84


def write_sample_shot(folder: Path) -> None:
    """Draw the shot into `folder`: line/A0001.png .. A0024.png and two colored keys.

    Line art is 8-bit gray, anti-aliased, on white; the keys color/A0001.png and color/A0024.png
    are RGBA color layers without lines.

    Args:
        folder: made when it is missing; files of the same names are replaced.

    Raises:
        OSError: when a file cannot be written.
    """
    shot = SampleShot()
    for kind in ("line", "color"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    for index in range(SAMPLE_COUNT):
        drawing = shot.draw(index)
        name = f"A{index + 1:04d}.png"
        _write(folder / "line" / name, drawing.line)
        if index in (0, SAMPLE_COUNT - 1):
            _write(folder / "color" / name, cv2.cvtColor(drawing.color, cv2.COLOR_RGBA2BGRA))


def _write(path: Path, image: np.ndarray) -> None:
    done, data = cv2.imencode(".png", image, [cv2.IMWRITE_PNG_COMPRESSION, 9])
    if not done:
        raise OSError(f"{path} could not be encoded as PNG.")
    path.write_bytes(data.tobytes())


class SampleShot:
    """The drawings of the sample shot with their true colors."""

    def __init__(self) -> None:
        paintbox = Paintbox(np.random.default_rng(0))
        self._town = town_paints(paintbox)
        self._part = NamedParts(paintbox, _SWATCHES)
        self._girl = Girl(self._part)
        self._paintbox = paintbox

    def draw(self, index: int) -> ShowDrawing:
        """One drawing, index 0..23."""
        time = index / (SAMPLE_COUNT - 1)
        canvas = Canvas(SAMPLE_SIZE, _STYLE)
        camera = Camera(SAMPLE_SIZE)
        canvas.paint_all(self._town, camera.pixels)
        pose = _pose(time)
        place = camera.placement(_FEET, _HEIGHT, 0.0, pose.squash)
        palm = self._girl.palm(pose)
        at, flap, flip = _flight(time, palm * (1.0 / np.sqrt(pose.squash), pose.squash))
        canvas.paint_all(
            [*self._girl.paints(pose), *bird_paints(self._part, at, 0.15, flap, flip)], place
        )
        canvas.finish(0)
        colors = self._paintbox.colors()
        return ShowDrawing(canvas.line, colors[canvas.identity], canvas.identity)


_WAIT = Pose(
    yaw=0.35, lean=0.0, head_yaw=-0.02, head_pitch=-0.2, head_roll=0.05, arm_l=0.25, arm_r=0.0,
    spread_l=0.35, spread_r=0.4, elbow_l=0.5, elbow_r=0.25, leg_l=0.03, leg_r=-0.03, stance_l=0.12,
    stance_r=0.12, eyes=1.0, gaze_x=0.9, gaze_y=-0.5, mouth=0.0, brows=0.4, fingers_l=0.1,
    fingers_r=0.1, drift=-0.15, smile=0.6,
)  # fmt: skip
_SURPRISE = replace(_WAIT, lean=-0.12, head_pitch=-0.3, head_roll=-0.05, squash=1.03, mouth=0.55,
                    brows=1.0, arm_l=0.5, spread_l=0.5, elbow_l=1.0, arm_r=-0.25, spread_r=0.6,
                    elbow_r=0.5, fingers_l=0.5, drift=-0.45)  # fmt: skip
_REACH = replace(_SURPRISE, lean=0.14, yaw=0.5, head_yaw=-0.12, head_pitch=-0.12, arm_l=1.35,
                 spread_l=0.75, elbow_l=0.25, arm_r=-0.6, spread_r=0.5, elbow_r=0.6, mouth=0.3,
                 fingers_l=0.75, fingers_r=0.5, squash=1.04, leg_l=0.2, leg_r=-0.22, knee_r=0.25,
                 toe_r=0.5, head_roll=0.08, drift=-0.55, gaze_y=-0.1)  # fmt: skip
_LANDED = replace(_REACH, lean=0.02, yaw=0.4, arm_l=1.05, elbow_l=0.55, head_pitch=0.06,
                  head_roll=0.16, squash=0.99, mouth=0.75, leg_l=0.05, leg_r=-0.05, knee_r=0.05,
                  toe_r=0.0, arm_r=0.05, spread_r=0.6, elbow_r=0.3, drift=-0.1, gaze_x=0.8,
                  gaze_y=0.3, fingers_r=0.6)  # fmt: skip
_KEYS = (
    (0.0, _WAIT),
    (0.06, _WAIT),
    (0.34, _SURPRISE),
    (0.6, _REACH),
    (0.74, _REACH),
    (0.8, replace(_LANDED, squash=0.965, arm_l=0.9)),
    (0.92, _LANDED),
    (1.0, _LANDED),
)


def _pose(time: float) -> Pose:
    """The girl's pose at a time 0..1: eased from key pose to key pose."""
    for (start, a), (end, b) in pairwise(_KEYS):
        if time <= end:
            t = (time - start) / (end - start)
            pose = blend(a, b, t * t * (3.0 - 2.0 * t))
            break
    blink = float(np.clip(abs(time - 0.217) / 0.05, 0.0, 1.0))
    return replace(pose, eyes=pose.eyes * blink, sway=9.0 * time)


def _flight(time: float, palm: Points) -> tuple[Points, float, float]:
    """Where the bird's feet are in the girl's coordinates, its wings and its tilt."""
    path = smooth([(1.32, -0.86), (1.08, -0.92), (0.86, -0.76), (0.64, -0.88), (0.45, -0.74)],
                  closed=False, samples=12)  # fmt: skip
    t = min(time / 0.78, 1.0)
    place = t * (len(path) - 1)
    along = path[int(place)] + (place % 1.0) * (
        path[min(int(place) + 1, len(path) - 1)] - path[int(place)]
    )
    nearing = float(np.clip((t - 0.7) / 0.3, 0.0, 1.0)) ** 2
    at = (1.0 - nearing) * along + nearing * (palm - np.array([0.0, 0.012]))
    settled = float(np.clip((time - 0.76) / 0.14, 0.0, 1.0))
    flap = (1.0 - settled) * (0.5 + 0.9 * np.sin(2.0 * np.pi * 5.3 * time)) - 0.12 * settled
    return at, float(flap), 0.25 * (1.0 - settled)
