"""A turned head: shapes given in longitude and latitude on a ball, as the viewer sees them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from model.shows.figures.skeleton import turn_y
from model.shows.rendering.shapes import Points, points, smooth, turned

_HALF = 0.5 * np.pi


@dataclass(frozen=True)
class Ball:
    """A ball whose lower half is drawn out into a jaw.

    Longitude 0, latitude 0 is the middle of the face; longitude grows toward +x, latitude
    downward, both in radians. A shape that goes around the edge is held at the edge.

    Attributes:
        center: (x, y) of its middle.
        radius: half of its width.
        turn: yaw, pitch (positive looks down) and roll in radians.
        jaw: how far the lower half reaches, in radii.
        taper: how much narrower the chin is than the ball, 0..1.
    """

    center: tuple[float, float]
    radius: float
    turn: tuple[float, float, float] = (0.0, 0.0, 0.0)
    jaw: float = 1.1
    taper: float = 0.25

    def depth(self, longitude: float, latitude: float = 0.0) -> float:
        """z of a place on the unit ball: 1 faces the viewer, negative is behind."""
        return float(self._turned(np.array([[longitude, latitude]]))[0, 2])

    def place(self, shape: ArrayLike, lift: float = 1.0) -> Points:
        """Points on the ball (longitude, latitude) as (N, 2) drawing points.

        Args:
            shape: (N, 2) longitude, latitude.
            lift: distance from the middle in radii (1 = on the surface).
        """
        p = self._turned(points(shape))
        flat = p[:, :2]
        reach = np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-6)
        return self.bent(np.where(p[:, 2:] < 0.0, flat / reach, flat) * lift)

    def bent(self, flat: ArrayLike) -> Points:
        """Points of the unit circle's plane, with jaw, roll, size and position applied."""
        p = np.array(points(flat))
        below = np.maximum(p[:, 1], 0.0)
        p[:, 0] *= 1.0 - self.taper * np.minimum(below, 1.2) ** 2
        p[:, 1] = np.where(p[:, 1] > 0.0, p[:, 1] * self.jaw, p[:, 1])
        return turned(p * self.radius, self.turn[2]) + self.center

    def outline(self, lift: float = 1.0, samples: int = 40) -> Points:
        """The contour of the ball."""
        t = np.linspace(0.0, 2.0 * np.pi, samples, endpoint=False)
        return self.bent(np.stack([np.cos(t), np.sin(t)], axis=1) * lift)

    def cap(self, edge: ArrayLike, sharp: tuple[int, ...] = (), lift: float = 1.06) -> Points:
        """The visible part of everything above an edge that runs around the ball.

        Args:
            edge: (M, 2) control points, longitude rising from -pi to below pi.
            sharp: control points that are corners.
            lift: distance of the cap from the middle in radii.
        """
        rim = self._visible(edge, sharp)
        lower = self.place(rim, lift)
        ends = self._flat_angles(rim[[-1, 0]])
        right, left = ends[0], ends[1]
        if left > right - 0.2:
            left -= 2.0 * np.pi
        t = np.linspace(right, left, 24)[1:-1]
        upper = self.bent(np.stack([np.cos(t), np.sin(t)], axis=1) * lift)
        return np.vstack([lower, upper])

    def band(self, upper: ArrayLike, lower: ArrayLike, lift: float = 1.03) -> Points:
        """The visible part of what lies between two edges around the ball."""
        top, bottom = self._visible(upper, ()), self._visible(lower, ())
        right = np.linspace(top[-1], bottom[-1], 5)[1:-1]
        left = np.linspace(bottom[0], top[0], 5)[1:-1]
        return self.place(np.vstack([top, right, bottom[::-1], left]), lift)

    def _turned(self, lonlat: Points) -> Points:
        yaw, pitch, _ = self.turn
        lon, lat = lonlat[:, 0], lonlat[:, 1]
        c, s = np.cos(pitch), np.sin(pitch)
        around = np.stack([np.cos(lat) * np.sin(lon), np.sin(lat), np.cos(lat) * np.cos(lon)], 1)
        nodded = around @ np.array([[1.0, 0.0, 0.0], [0.0, c, s], [0.0, -s, c]]).T
        return nodded @ turn_y(yaw).T

    def _visible(self, edge: ArrayLike, sharp: tuple[int, ...]) -> Points:
        rim = smooth(edge, closed=False, sharp=sharp, samples=6)
        closing = np.array([[rim[0, 0] + 2.0 * np.pi, rim[0, 1]]])
        rim = np.vstack([rim, closing])
        start = -_HALF - self.turn[0]
        lon = start + np.mod(rim[:, 0] - start, 2.0 * np.pi)
        order = np.argsort(lon, kind="stable")
        lon, lat = lon[order], rim[order, 1]
        around = np.concatenate([lon - 2.0 * np.pi, lon, lon + 2.0 * np.pi])
        every = np.tile(lat, 3)
        ends = np.interp([start, start + np.pi], around, every)
        inner = (lon > start) & (lon < start + np.pi)
        middle = np.stack([lon[inner], lat[inner]], axis=1)
        return np.vstack([[start, ends[0]], middle, [start + np.pi, ends[1]]])

    def _flat_angles(self, lonlat: Points) -> Points:
        p = self._turned(lonlat)
        return np.arctan2(p[:, 1], p[:, 0])
