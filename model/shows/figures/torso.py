"""Trunk of a figure: its contour, and places on its surface that turn with it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from model.shows.figures.skeleton import Body, Joints
from model.shows.rendering.shapes import Points, points, smooth


@dataclass(frozen=True)
class Torso:
    """A trunk as the viewer sees it.

    Attributes:
        hips, neck: ends of the spine, (2,) drawing points.
        yaw: how far it is turned.
        half: half widths at hips, waist, chest and shoulders when seen from the front.
        depth: the same seen from the side, as a share of `half`.
    """

    hips: Points
    neck: Points
    yaw: float
    half: tuple[float, float, float, float]
    depth: float

    @property
    def along(self) -> Points:
        """Spine from hips to neck."""
        return self.neck - self.hips

    @property
    def across(self) -> Points:
        """Unit vector to the figure's left, at right angles to the spine."""
        up = self.along / max(float(np.linalg.norm(self.along)), 1e-6)
        return np.array([-up[1], up[0]])

    def width(self, t: ArrayLike) -> Points:
        """Half width seen by the viewer at spine positions t (0 = hips, 1 = neck)."""
        front = np.interp(np.asarray(t, dtype=np.float64), (0.0, 0.35, 0.75, 0.95), self.half)
        return front * float(np.hypot(np.cos(self.yaw), self.depth * np.sin(self.yaw)))

    def at(self, places: ArrayLike) -> Points:
        """Surface places as drawing points.

        Args:
            places: (N, 2) longitude (0 = front middle) and spine position t.
        """
        p = points(places)
        x = np.sin(p[:, 0] + self.yaw) * self.width(p[:, 1])
        return self.hips + p[:, 1:] * self.along + x[:, None] * self.across

    def faces(self, longitude: float) -> bool:
        """Whether the viewer sees the surface at this longitude."""
        return bool(np.cos(longitude + self.yaw) > 0.1)

    def outline(self, low: float = -0.08, high: float = 1.0) -> Points:
        """Contour between two spine positions."""
        t = np.array([low, low + 0.2, 0.45, 0.8, 0.95])
        w = self.width(t)
        t[-1] = high
        w[-1] *= 0.55
        left = self.hips + t[:, None] * self.along - w[:, None] * self.across
        right = self.hips + t[:, None] * self.along + w[:, None] * self.across
        under = self.hips + (low - 0.05) * self.along
        return smooth(np.vstack([under, right, left[::-1]]))

    def band(self, low: float, high: float) -> Points:
        """A strip around the trunk between two spine positions, wider than the trunk."""
        t = np.array([low, high])
        w = self.width(t) * 1.06
        sides = np.linspace(-1.0, 1.0, 7)[:, None]
        rows = [
            self.hips + tk * self.along + sides * wk * self.across
            - (0.03 * np.sqrt(1 - sides**2)) * self.along
            for tk, wk in zip(t, w, strict=True)
        ]  # fmt: skip
        return np.vstack([rows[0], rows[1][::-1]])


def torso_of(body: Body, joints: Joints, yaw: float, fullness: float) -> Torso:
    """The trunk between the joints of a posed figure.

    Args:
        body: proportions.
        joints: solved joints.
        yaw: how far the trunk is turned.
        fullness: belly, 0 slim .. 1 round.
    """
    limb = body.limb
    hips = body.hips + limb * 1.15
    shoulders = body.shoulders + 0.35 * limb
    half = (
        hips * (1.0 + 0.35 * fullness),
        hips * (0.85 + 0.75 * fullness),
        0.5 * (hips + shoulders) * (1.02 + 0.2 * fullness),
        shoulders,
    )
    return Torso(
        joints.hips[:2], joints.neck[:2], yaw, half, float(np.clip(0.7 + 0.3 * fullness, 0, 1))
    )
