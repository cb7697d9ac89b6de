"""Colors of a show: a small palette shared by many parts."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.shows.rendering.canvas import TONES

_LEAST_DISTANCE = 24.0

# Chance that a kind of paint is taken from those already mixed.
_REUSE = {"light": 0.7, "dark": 0.7, "metal": 0.6, "leather": 0.5, "skin": 0.4, "plant": 0.3}

# Kinds of which a show has several even when its palette is full.
_LEAST = {"any": 5, "plant": 2, "leather": 2}

_SKINS = ((0.07, 0.35, 0.98), (0.06, 0.45, 0.85), (0.06, 0.55, 0.6), (0.07, 0.28, 1.0))


@dataclass(frozen=True)
class Swatch:
    """One paint in its three tones; each an RGBA tuple of 0..255."""

    tones: tuple[tuple[int, int, int, int], ...]


class Paintbox:
    """Parts of a show and the swatch of each.

    Part 0 is the paper; its color is transparent.
    """

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._swatches = [Swatch(((0, 0, 0, 0),) * TONES)]
        self._kinds: dict[str, list[int]] = {}
        self._most = int(rng.integers(5, 16))
        self._parts = [0]
        self._toned = rng.random() < 0.9
        self._mood = (float(rng.uniform(0.3, 1.0)), float(rng.uniform(0.6, 1)), float(rng.random()))

    def __len__(self) -> int:
        return len(self._parts)

    def part(self, swatch: int) -> int:
        """A new part painted with an existing swatch; returns its index."""
        self._parts.append(swatch)
        return len(self._parts) - 1

    def swatch(self, kind: str = "any") -> int:
        """A new swatch that differs from all others, or an old one where the palette is full.

        Args:
            kind: "skin", "dark", "light", "metal", "leather", "plant", "sky", "earth" or "any".

        Returns:
            its index, for `part`.
        """
        known = self._kinds.setdefault(kind, [])
        full = len(self._swatches) > self._most and len(known) >= _LEAST.get(kind, 1)
        if known and (full or self._rng.random() < _REUSE.get(kind, 0.0)):
            return int(self._rng.choice(known))
        for _ in range(40):
            base = self._mix(kind)
            if self._far_enough(base):
                break
        self._swatches.append(Swatch(self._tones(base)))
        known.append(len(self._swatches) - 1)
        return known[-1]

    def fixed(self, *tones: tuple[int, int, int]) -> int:
        """A swatch of given RGB tones (base, shadow, highlight); missing ones repeat the base."""
        every = [(*tone, 255) for tone in tones]
        every += [every[0]] * (TONES - len(every))
        self._swatches.append(Swatch(tuple(every)))
        return len(self._swatches) - 1

    def dark_parts(self) -> frozenset[int]:
        """Parts that an artist may fill with ink."""
        dark = set(self._kinds.get("dark", ()))
        return frozenset(part for part, swatch in enumerate(self._parts) if swatch in dark)

    def colors(self) -> NDArray[np.uint8]:
        """(1 + 3 * parts, 4) RGBA, indexed by identity; row 0 is unused."""
        table = np.zeros((1 + TONES * len(self._parts), 4), dtype=np.uint8)
        tones = np.array([swatch.tones for swatch in self._swatches], dtype=np.uint8)
        table[1:] = tones[self._parts].reshape(-1, 4)
        return table

    def _mix(self, kind: str) -> NDArray[np.float64]:
        rng = self._rng
        u = rng.uniform
        if kind == "skin":
            h, s, v = _SKINS[rng.integers(len(_SKINS))]
            h, s, v = h + u(-0.02, 0.02), s + u(-0.1, 0.1), v + u(-0.06, 0.02)
        elif kind == "dark":
            h, s, v = u(), u(0.0, 0.5), u(0.1, 0.3)
        elif kind == "light":
            h, s, v = u(), u(0.0, 0.08), u(0.92, 1.0)
        elif kind == "metal":
            h, s, v = u(0.5, 0.65), u(0.03, 0.15), u(0.65, 0.9)
        elif kind == "leather":
            h, s, v = u(0.02, 0.1), u(0.4, 0.75), u(0.3, 0.65)
        elif kind == "plant":
            h, s, v = u(0.2, 0.45), u(0.3, 0.8), u(0.4, 0.9)
        elif kind == "sky":
            h, s, v = u(0.48, 0.65), u(0.1, 0.5), u(0.8, 1.0)
        elif kind == "earth":
            h, s, v = u(0.03, 0.15), u(0.2, 0.6), u(0.5, 0.95)
        else:
            h = self._mood[2] + u(-0.12, 0.12) if rng.random() < 0.4 else u()
            s, v = self._mood[0] * u(0.4, 1.3), self._mood[1] * u(0.45, 1.15)
        rgb = colorsys.hsv_to_rgb(h % 1.0, float(np.clip(s, 0, 1)), float(np.clip(v, 0, 1)))
        return np.rint(np.array(rgb) * 255.0)

    def _far_enough(self, rgb: NDArray[np.float64]) -> bool:
        others = np.array([tone[:3] for s in self._swatches[1:] for tone in s.tones]).reshape(-1, 3)
        return bool(np.all(np.linalg.norm(others - rgb, axis=1) > _LEAST_DISTANCE))

    def _tones(self, base: NDArray[np.float64]) -> tuple[tuple[int, int, int, int], ...]:
        if not self._toned:
            return (_opaque(base),) * TONES
        tint = np.array([0.78, 0.74, 0.86]) if self._rng.random() < 0.6 else np.full(3, 0.76)
        shadow = base * tint
        gleam = base + (255.0 - base) * 0.45
        if np.linalg.norm(gleam - base) < _LEAST_DISTANCE:
            gleam = base * 0.9
        return tuple(_opaque(tone) for tone in (base, shadow, gleam))


def _opaque(rgb: NDArray[np.float64]) -> tuple[int, int, int, int]:
    red, green, blue = (round(float(value)) for value in rgb)
    return red, green, blue, 255


class Scheme:
    """One character's colors: a swatch for each role, some of them shared with others."""

    def __init__(self, box: Paintbox, rng: np.random.Generator, share: float = 0.25) -> None:
        self._box = box
        self._rng = rng
        self._share = share
        self._roles: dict[str, int] = {}

    def swatch(self, role: str, kind: str = "any") -> int:
        """The swatch of a role, mixed (or shared with another role) when first asked for."""
        if role not in self._roles:
            cloth = [s for r, s in self._roles.items() if r.startswith(("top", "bottom", "trim"))]
            if kind == "any" and cloth and self._rng.random() < self._share:
                self._roles[role] = int(self._rng.choice(cloth))
            else:
                self._roles[role] = self._box.swatch(kind)
        return self._roles[role]

    def part(self, role: str, kind: str = "any") -> int:
        """A new part in the color of a role."""
        return self._box.part(self.swatch(role, kind))
