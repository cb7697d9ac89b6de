"""Plain names for colors that nobody has named yet."""

from __future__ import annotations

import colorsys

Color = tuple[int, int, int, int]
"""RGBA, each 0 to 255, straight alpha."""

CLEAR: Color = (0, 0, 0, 0)
"""The one fully transparent color; its red, green and blue mean nothing."""

# Upper end of each hue in degrees, by how painters call them rather than by equal steps.
_HUES = (
    (12, "red"),
    (38, "orange"),
    (68, "yellow"),
    (90, "lime"),
    (160, "green"),
    (195, "cyan"),
    (255, "blue"),
    (290, "violet"),
    (325, "magenta"),
    (348, "pink"),
    (360, "red"),
)
_GRAY_CHROMA = 0.09
_DARK, _LIGHT = 0.3, 0.68
# Dull dark reds, oranges and yellows are browns, dull oranges even when they are less dark; the
# very light ones are beige.
_WARM = ("red", "orange", "yellow")
_BROWN_CHROMA, _BROWN_BELOW, _BEIGE_ABOVE = 0.4, 0.45, 0.8


def plain_name(color: Color) -> str:
    """What one would call a color at a glance: `Dark red`, `Light gray`, `Transparent`."""
    red, green, blue, alpha = color
    if alpha == 0:
        return "Transparent"
    hue, lightness, _ = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)
    chroma = (max(color[:3]) - min(color[:3])) / 255
    if chroma < _GRAY_CHROMA:
        return _gray(lightness)
    name = next(name for end, name in _HUES if hue * 360 <= end)
    return _hued(name, lightness, chroma)


def hex_name(color: Color) -> str:
    """`#RRGGBB`, with two more digits where the color is not opaque."""
    digits = color if color[3] < 255 else color[:3]
    return "#" + "".join(f"{value:02X}" for value in digits)


def parse_hex(text: str) -> Color | None:
    """The color written as `RGB`, `RRGGBB` or `RRGGBBAA`, with or without `#`; None if none is."""
    digits = text.strip().removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) == 6:
        digits += "FF"
    if len(digits) != 8 or not set(digits) <= set("0123456789abcdefABCDEF"):
        return None
    red, green, blue, alpha = bytes.fromhex(digits)
    return red, green, blue, alpha


def _gray(lightness: float) -> str:
    if lightness < 0.06:
        return "Black"
    if lightness > 0.96:
        return "White"
    return _shaded("gray", lightness)


def _hued(name: str, lightness: float, chroma: float) -> str:
    is_dull = chroma < _BROWN_CHROMA
    brown_below = _LIGHT if is_dull and name == "orange" else _BROWN_BELOW
    if name in _WARM and (is_dull or name == "orange") and lightness < brown_below:
        return "Brown" if lightness >= _DARK else "Dark brown"
    if name in _WARM[1:] and lightness > _BEIGE_ABOVE:
        return "Beige"
    return _shaded(name, lightness)


def _shaded(name: str, lightness: float) -> str:
    if lightness < _DARK:
        return f"Dark {name}"
    return f"Light {name}" if lightness > _LIGHT else name.capitalize()
