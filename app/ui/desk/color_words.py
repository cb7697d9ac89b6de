"""Names that nobody chose: shown in the user's language, kept as the palette has them."""

from __future__ import annotations

import re

from app.language import marked, tr

_SHADES = {"Dark": marked("Dark {hue}"), "Light": marked("Light {hue}")}
_HUES = (
    marked("red"),
    marked("orange"),
    marked("yellow"),
    marked("lime"),
    marked("green"),
    marked("cyan"),
    marked("blue"),
    marked("violet"),
    marked("magenta"),
    marked("pink"),
    marked("brown"),
    marked("beige"),
    marked("gray"),
    marked("black"),
    marked("white"),
    marked("transparent"),
)
_PLAIN = re.compile(
    rf"(?:(?P<shade>{'|'.join(_SHADES)}) (?P<shaded>{'|'.join(_HUES)})"
    rf"|(?P<hue>{'|'.join(hue.capitalize() for hue in _HUES)}))(?P<number> \d+)?"
)


def color_words(name: str) -> str:
    """A color's name as the window shows it; a name that somebody chose stays as it is."""
    found = _PLAIN.fullmatch(name)
    if found is None:
        return name
    if shade := found["shade"]:
        words = tr(_SHADES[shade], hue=tr(found["shaded"]))
    else:
        words = tr(found["hue"].lower()).capitalize()
    return words + (found["number"] or "")
