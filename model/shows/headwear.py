"""What figures wear on their heads: hats, helmets, glasses, masks, beards, animal ears."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from model.shows.ball import Ball
from model.shows.paint import Paint, Stroke, Weight
from model.shows.palette import Paintbox, Scheme
from model.shows.shapes import Points, ellipse, lock, smooth, star, swept

Worn = Callable[[Ball, float, float], list[Paint]]

_PI = np.pi


@dataclass(frozen=True)
class Headwear:
    """Things worn together.

    Attributes:
        things: each draws its shapes from (head, sway, drift); their depth is below 0 behind
            the head, 0..1 on the face, 1..2 over the hair.
        covers: whether the hair on top is hidden.
    """

    things: tuple[Worn, ...]
    covers: bool

    def paints(self, ball: Ball, sway: float, drift: float) -> list[Paint]:
        """All shapes of all things."""
        return [paint for thing in self.things for paint in thing(ball, sway, drift)]


def random_headwear(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Headwear:
    """A hat or helmet, ears, glasses, a mask, a beard, or nothing."""
    worn: list[Worn] = []
    top = rng.choice(["none", "cap", "helmet", "hat", "cone", "ears", "band", "horns", "phones"],
                     p=[0.3, 0.1, 0.12, 0.12, 0.08, 0.1, 0.08, 0.05, 0.05])  # fmt: skip
    makers = {
        "cap": _cap,
        "helmet": _helmet,
        "hat": _hat,
        "cone": _cone,
        "ears": _animal_ears,
        "band": _band,
        "horns": _horns,
        "phones": _phones,
    }
    if top in makers:
        worn.append(makers[str(top)](box, scheme, rng))
    face = rng.choice(["none", "glasses", "mask", "beard", "patch"], p=[0.6, 0.14, 0.1, 0.1, 0.06])
    faces = {"glasses": _glasses, "mask": _mask, "beard": _beard, "patch": _patch}
    if face in faces:
        worn.append(faces[str(face)](box, scheme, rng))
    return Headwear(tuple(worn), top in ("cap", "helmet", "hat", "cone"))


def _ring(latitude: float, wave: float = 0.0, teeth: int = 4) -> Points:
    lon = np.linspace(-_PI, _PI, 2 * teeth, endpoint=False)
    return np.stack([lon, latitude + wave * np.cos(np.arange(2 * teeth) * _PI)], axis=1)


def _cap(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    crown, brim, knob = scheme.part("hat"), scheme.part("hat2"), scheme.part("hat2")
    panels = [scheme.part("hat") for _ in range(2)]
    low = rng.uniform(-0.7, -0.45)
    forward = 0.0 if rng.random() < 0.75 else _PI

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        dome = ball.cap(_ring(low), lift=1.16)
        seams = tuple(
            Stroke(ball.place([(lon, low), (0.8 * lon, -1.0), (0.0, -1.5)], 1.16))
            for lon in (-0.6, 0.6)
            if ball.depth(lon) > 0.0
        )
        panel = ball.place(
            [(-0.5, low), (-0.35, -1.0), (0.0, -1.4), (0.35, -1.0), (0.5, low)], 1.16
        )
        inside = (Paint(panels[0], (panel,), weight=Weight.LIGHT),) if ball.depth(0) > 0 else ()
        rim = [(forward + lon, low + 0.05) for lon in np.linspace(-0.9, 0.9, 9)]
        near = ball.place(rim, 1.15)
        far = ball.place([(lon, low + 0.22 * np.cos((lon - forward) * 1.6)) for lon, _ in rim], 1.6)
        seen = ball.depth(forward, low) > -0.3
        top = ball.place([(0.0, -1.5)], 1.2)[0]
        button = ellipse(top, (0.1 * ball.radius, 0.08 * ball.radius), samples=12)
        result = [
            Paint(crown, (dome,), z=1.4, shade=0.15, shine=0.3, inside=inside, strokes=seams),
            Paint(knob, (button,), z=1.45, weight=Weight.MEDIUM),
        ]
        if seen:
            result.append(Paint(brim, (np.vstack([near, far[::-1]]),), z=1.5, shade=0.2))
        return result

    return paints


def _helmet(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    shell = scheme.part("armor", "metal")
    rim, disc, hub = scheme.part("armor2", "metal"), *(scheme.part("armor", "metal"),) * 2
    slots = [scheme.part("ink", "dark") for _ in range(int(rng.integers(0, 6)))]
    plume = [scheme.part("plume") for _ in range(4)] if rng.random() < 0.6 else []
    low, chop = rng.uniform(-0.5, -0.2), rng.uniform(0.2, 0.7)

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        edge = [(-_PI, chop), (-1.3, chop), (-1.0, low), (1.0, low), (1.3, chop), (2.4, chop)]
        lower = np.array(edge)
        upper = lower - np.array([0.0, 0.16])
        dome = ball.cap(lower, (1, 2, 3, 4), lift=1.2)
        inside = [
            Paint(rim, (ball.band(upper, lower + np.array([0.0, 0.2]), 1.2),), weight=Weight.LIGHT)
        ]
        for k, part in enumerate(slots):
            lon = 0.32 * (k - 0.5 * (len(slots) - 1))
            if ball.depth(lon, -0.6) > 0.1:
                slot = ellipse((lon, low - 0.42), (0.07, 0.2), samples=16)
                inside.append(Paint(part, (ball.place(slot, 1.2),), weight=Weight.LIGHT))
        result = [Paint(shell, (dome,), z=1.4, inside=tuple(inside), shade=0.16, shine=0.35)]
        r = ball.radius
        for lon in (-1.45, 1.45):
            if ball.depth(lon) > -0.1:
                at = ball.place([(lon, 0.15)], 1.15)[0]
                side = max(0.45, ball.depth(lon))
                inner = Paint(hub, (ellipse(at, (0.13 * side * r, 0.13 * r), samples=16),),
                              weight=Weight.LIGHT)  # fmt: skip
                outer = ellipse(at, (0.3 * side * r, 0.3 * r), samples=24)
                result.append(Paint(disc, (outer,), z=1.6, shade=0.2, over=(inner,)))
        if plume:
            result += _plume_paints(plume, ball, sway, drift)
        return result

    return paints


def _plume_paints(parts: list[int], ball: Ball, sway: float, drift: float) -> list[Paint]:
    r = ball.radius
    root = ball.place([(0.0, -1.45)], 1.18)[0]
    back = -np.sin(ball.turn[0]) * 0.7 + 0.5 * drift + 0.12 * np.sin(sway)
    fan = np.array([(-0.12, 0.1), (-0.2, -0.75), (0.25 + back, -0.95), (0.7 + back, -0.5),
                    (0.75 + back, 0.15), (0.35, 0.25)])  # fmt: skip
    stripes = tuple(
        Paint(part, (root + r * np.array([(-0.3, y), (1.2 + back, y + 0.12), (1.2 + back, y - 0.02),
                                          (-0.3, y - 0.12)]),), weight=Weight.LIGHT)
        for part, y in zip(parts[1:], (-0.62, -0.3, 0.02), strict=True)
    )  # fmt: skip
    shape = root + r * smooth(fan, sharp=(0, 1, 3, 4))
    return [Paint(parts[0], (shape,), z=1.35, inside=stripes, shade=0.12)]


def _hat(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    crown, brim, ribbon = scheme.part("hat"), scheme.part("hat"), scheme.part("hat2")
    under = scheme.part("hat2")
    width, height, dent = rng.uniform(1.5, 2.2), rng.uniform(0.7, 1.3), rng.uniform(0.0, 0.25)

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        tip = 0.2 + 0.5 * max(0.0, np.sin(ball.turn[1]) + 0.1)
        x, y = 0.85, -0.45
        box_top = [(-x, y), (-0.8 * x, y - height), (0.0, y - height + dent), (0.8 * x, y - height),
                   (x, y), (0.0, y + tip)]  # fmt: skip
        dome = ball.bent(smooth(box_top, sharp=(0, 4)))
        band = ball.bent([(-1.2, y - 0.25), (0.0, y + tip - 0.27), (1.2, y - 0.25), (1.2, y + 0.1),
                          (0.0, y + tip + 0.05), (-1.2, y + 0.1)])  # fmt: skip
        strip = Paint(ribbon, (smooth(band),), weight=Weight.LIGHT)
        flat = ellipse((0.0, y + 0.02), (width, 0.22 + 0.25 * tip), samples=36)
        flat[:, 1] -= 0.2 * (flat[:, 0] / width) ** 2
        inner = ellipse((0.0, y + 0.1), (0.95, 0.2 + 0.2 * tip))
        below = Paint(under, (ball.bent(inner),), weight=Weight.LIGHT)
        return [
            Paint(brim, (ball.bent(flat),), z=1.4, shade=0.1, inside=(below,)),
            Paint(crown, (dome,), z=1.5, shade=0.15, shine=0.35, inside=(strip,)),
        ]

    return paints


def _cone(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    cloth, fur, ball_part = scheme.part("hat"), scheme.part("white", "light"), scheme.part("hat2")
    stripes = [scheme.part("hat2") for _ in range(int(rng.integers(0, 4)))]
    height, flop = rng.uniform(0.8, 1.6), rng.uniform(-0.9, 0.9)

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        y = -0.42
        lean = flop * 0.6 + 0.5 * drift + 0.1 * np.sin(sway)
        control = [(-1.0, y), (-0.5 + 0.3 * lean, y - 0.65 * height), (lean, y - height),
                   (0.5 + 0.3 * lean, y - 0.6 * height), (1.0, y), (0.0, y + 0.2)]  # fmt: skip
        rows = np.linspace(0.2, 0.75, len(stripes)) if stripes else ()
        inside = tuple(
            Paint(part, (ball.bent([(-1.5, y - t * height), (1.5, y - (t + 0.1) * height),
                                    (1.5, y - (t + 0.24) * height),
                                    (-1.5, y - (t + 0.14) * height)]),), weight=Weight.LIGHT)
            for part, t in zip(stripes, rows, strict=True)
        )  # fmt: skip
        trim = swept(ball.bent([(-1.08, y), (0.0, y + 0.2), (1.08, y)]), [0.17 * ball.radius] * 3)
        tip = ellipse(ball.bent([(lean, y - height)])[0], (0.2 * ball.radius, 0.2 * ball.radius))
        cone = ball.bent(smooth(control, sharp=(0, 2, 4)))
        return [
            Paint(cloth, (cone,), z=1.4, shade=0.16, inside=inside),
            Paint(fur, (trim,), z=1.5, shade=0.25),
            Paint(ball_part, (tip,), z=1.55, shade=0.25),
        ]

    return paints


def _animal_ears(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    outer = [box.part(scheme.swatch("hair")) for _ in range(2)]
    inner = [scheme.part("blush") for _ in range(2)]
    long = rng.random() < 0.35
    height, width, out = (1.5, 0.3, 0.35) if long else (rng.uniform(0.6, 0.9), 0.42, 0.75)

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        result = []
        for k, side in enumerate((-1, 1)):
            root = ball.place([(side * out, -1.0)], 0.95)[0]
            lean = side * 0.25 + 0.3 * drift * (1.5 if long else 0.5) + 0.06 * np.sin(sway + k)
            tip = root + ball.radius * height * np.array([lean, -1.0])
            shape = lock(root, tip, 2.0 * width * ball.radius, 0.05 * side)
            mid = lock(root, root + 0.8 * (tip - root), 1.1 * width * ball.radius, 0.05 * side)
            child = Paint(inner[k], (mid,), weight=Weight.LIGHT)
            result.append(Paint(outer[k], (shape,), z=1.3, shade=0.15, inside=(child,)))
        return result

    return paints


def _band(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    strip, knot, sign = scheme.part("band"), scheme.part("band"), scheme.part("accent")
    tails = [scheme.part("band") for _ in range(2)]
    high = rng.uniform(-0.75, -0.5)

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        inside: tuple[Paint, ...] = ()
        if ball.depth(0.0, high) > 0.1:
            badge = ball.place(ellipse((0.0, high + 0.1), (0.2, 0.09), samples=16), 1.12)
            inside = (Paint(sign, (badge,), weight=Weight.LIGHT),)
        strip_shape = ball.band(_ring(high), _ring(high + 0.2), 1.12)
        result = [Paint(strip, (strip_shape,), z=1.5, inside=inside, shade=0.2)]
        root = ball.place([(_PI, high + 0.1)], 1.12)[0]
        behind = ball.depth(_PI) < 0.2
        for k, part in enumerate(tails):
            fall = np.array([drift * 1.2 - 0.5 * np.sin(ball.turn[0]), 0.7 - 0.2 * k])
            bend = 0.2 * np.sin(sway + k)
            shape = swept(
                [root, root + ball.radius * (0.5 * fall + bend), root + ball.radius * 1.2 * fall],
                np.array([0.05, 0.12, 0.14]) * ball.radius,
                round_end=False,
            )
            result.append(Paint(part, (shape,), z=-2.1 if behind else 1.55, shade=0.2))
        tie = ellipse(root, (0.12 * ball.radius, 0.12 * ball.radius), samples=14)
        result.append(Paint(knot, (tie,), z=-2.0 if behind else 1.6))
        return result

    return paints


def _horns(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    count = int(rng.integers(2, 4))
    parts = [[scheme.part("horn", "light") for _ in range(3)] for _ in range(2)]
    size, bend = rng.uniform(0.5, 1.0), rng.uniform(-0.3, 0.3)

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        result = []
        for k, side in enumerate((-1, 1)):
            root = ball.place([(side * 0.7, -0.9)], 1.0)[0]
            way = np.array([side * 0.7, -0.9]) * size * ball.radius
            stripes = tuple(
                Paint(part, (ellipse(root + way * (0.3 + 0.25 * j), (0.3 * ball.radius,
                                                                  0.05 * ball.radius)),),
                      weight=Weight.LIGHT)
                for j, part in enumerate(parts[k][1:count])
            )  # fmt: skip
            shape = lock(root, root + way, 0.42 * ball.radius, bend * side)
            result.append(Paint(parts[k][0], (shape,), z=1.3, shade=0.2, inside=stripes))
        return result

    return paints


def _phones(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    bow = scheme.part("accent2")
    cups = [(scheme.part("accent"), scheme.part("accent2")) for _ in range(2)]

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        t = np.linspace(-_PI, 0.0, 16)
        arch = ball.bent(np.stack([np.cos(t), np.sin(t)], axis=1) * 1.24)
        result = [Paint(bow, (swept(arch[::3], [0.07 * ball.radius] * 6),), z=1.4)]
        for (outer, inner), lon in zip(cups, (-1.5, 1.5), strict=True):
            depth = ball.depth(lon)
            at = ball.place([(lon, 0.1)], 1.15)[0]
            w = (0.18 + 0.14 * max(depth, 0.0)) * ball.radius
            core = Paint(inner, (ellipse(at, (0.6 * w, 0.2 * ball.radius), samples=16),),
                         weight=Weight.LIGHT)  # fmt: skip
            cup = ellipse(at, (w, 0.32 * ball.radius))
            result.append(Paint(outer, (cup,), z=1.6 if depth > -0.2 else -0.5, over=(core,)))
        return result

    return paints


def _glasses(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    frames = [scheme.part("glasses", "dark") for _ in range(2)]
    panes = [scheme.part("glass", "sky") for _ in range(2)]
    glints = [[scheme.part("white", "light") for _ in range(2)] for _ in range(2)]
    size = rng.uniform(0.28, 0.38)
    square = rng.random() < 0.4

    def lens(x: float, w: float) -> Points:
        if square:
            return smooth(
                [(x - w, -0.15), (x + w, -0.15), (x + 0.9 * w, 0.35), (x - 0.9 * w, 0.35)],
                sharp=(0, 1),
                samples=6,
            )
        return ellipse((x, 0.1), (w, w), samples=24)

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        result = []
        for k, side in enumerate((-1, 1)):
            x = side * 0.43
            if ball.depth(x, 0.1) < 0.15:
                continue
            streaks = tuple(
                Paint(part, (ball.place([(x + a, -0.4), (x + a + 0.08, -0.4), (x + a - 0.22, 0.5),
                                         (x + a - 0.3, 0.5)], 1.1),), weight=Weight.TRACE)
                for part, a in zip(glints[k], (0.05, 0.22), strict=True)
            )  # fmt: skip
            pane = ball.place(lens(x, size - 0.05), 1.1)
            glass = Paint(panes[k], (pane,), weight=Weight.LIGHT, over=streaks)
            result.append(
                Paint(frames[k], (ball.place(lens(x, size), 1.1),), z=0.5, weight=Weight.LIGHT,
                      over=(glass,))
            )  # fmt: skip
        return result

    return paints


def _mask(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    cloth = scheme.part("mask")
    fold = rng.random() < 0.5

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        upper = [(-_PI, 0.25), (-1.2, 0.3), (0.0, 0.22), (1.2, 0.3)]
        strokes: tuple[Stroke, ...] = ()
        if fold and ball.depth(0.0, 0.4) > 0.1:
            crease = smooth([(-0.5, 0.5), (0.0, 0.62), (0.4, 0.55)], closed=False)
            strokes = (Stroke(ball.place(crease, 1.04)),)
        shape = ball.band(np.array(upper), _ring(1.5), 1.03)
        return [Paint(cloth, (shape,), z=0.3, shade=0.12, strokes=strokes)]

    return paints


def _beard(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    part = box.part(scheme.swatch("hair"))
    whiskers = [box.part(scheme.swatch("hair")) for _ in range(2)]
    length, teeth = rng.uniform(0.1, 0.7), int(rng.integers(2, 5))

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        if ball.depth(0.0, 0.5) < 0.0:
            return []
        n = 2 * teeth + 1
        x = np.linspace(1.0, -1.0, n)
        y = 0.9 + length * (1 - 0.7 * x**2) + 0.08 * np.cos(np.arange(n) * _PI)
        shift = 0.35 * np.sin(ball.turn[0])
        upper = ball.place([(-1.25, 0.1), (-0.7, 0.62), (0.0, 0.5), (0.7, 0.62), (1.25, 0.1)], 1.03)
        lower = ball.bent(np.stack([0.75 * x + shift + 0.1 * drift, y], axis=1))
        sharp = (0, 4, *range(5, 5 + n, 2))
        result = [
            Paint(part, (smooth(np.vstack([upper, lower]), sharp=sharp),), z=0.25, shade=0.12)
        ]
        for k, side in enumerate((-1, 1)):
            mid = ball.place([(0.0, 0.42)], 1.05)[0]
            tip = ball.place([(side * 0.6, 0.6)], 1.1)[0]
            shape = lock(mid, tip, 0.2 * ball.radius, 0.1 * side)
            result.append(Paint(whiskers[k], (shape,), z=0.35, weight=Weight.MEDIUM))
        return result

    return paints


def _patch(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    strap, cover, mark = (
        scheme.part("ink", "dark"),
        scheme.part("ink", "dark"),
        scheme.part("accent"),
    )
    side = float(rng.choice([-1, 1]))

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        upper = [(-_PI, -0.3), (-0.5, -0.2 - 0.2 * side), (0.5, -0.2 + 0.2 * side), (2.0, -0.3)]
        line = np.array(upper)
        result = [Paint(strap, (ball.band(line, line + np.array([0.0, 0.09]), 1.02),), z=0.2)]
        if ball.depth(side * 0.45, 0.1) > 0.15:
            shape = ball.place(ellipse((side * 0.43, 0.1), (0.3, 0.33)), 1.03)
            badge = ball.place(star((side * 0.43, 0.1), 0.15, 0.07), 1.03)
            sign = Paint(mark, (badge,), weight=Weight.LIGHT)
            result.append(Paint(cover, (shape,), z=0.25, over=(sign,)))
        return result

    return paints
