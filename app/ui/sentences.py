"""Sentences of the levels below, which know nothing of languages, in the user's language."""

from __future__ import annotations

import re
from functools import cache

from app.language import marked, tr

# What they say, with places for values; the more special stands above the more general.
_TEMPLATES = (
    marked("Studying the keys"),
    marked("The graphics card is out of memory; going on with the processor"),
    marked("A key cannot be used"),
    marked("{name} was left out"),
    marked("Coloring {name}"),
    marked("{name} failed"),
    marked("Guessed drawing {number}"),
    marked("Colored drawing {number}"),
    marked("Looking through drawing {number}"),
    marked("Saving {name}"),
    marked("Opening {name}"),
    marked("Exported {name}"),
    marked("Frame {number}"),
    marked(
        "This region does not leak: it has no passage that a gap of up to {gap} px would close."
    ),
    marked("1 leak, {width} px wide; a gap of {gap} px would close it, or a stroke across it (G)."),
    marked(
        "{count} leaks, the narrowest {width} px wide; a gap of {gap} px would close all of them, "
        "strokes (G) each one."
    ),
    marked(
        "{count} leaks, the narrowest {width} px wide; a gap of {gap} px would close {closed} of "
        "them, strokes (G) each one."
    ),
    marked(
        "{file} has no drawing number at the end of its name; rename it, or assign it to a "
        "drawing by hand."
    ),
    marked("{file} and {other} are both for drawing {number}; the latter is used."),
    marked(
        "{file} is to be the key of drawing {number}, which this shot does not have; its drawings "
        "are {numbers}."
    ),
    marked("{file} is the line art itself; choose its color image."),
    marked(
        "{file} is {size}, but its drawing {drawing} is {line_size}; resize it without smoothing "
        "(nearest neighbor) or export it again."
    ),
    marked(
        "{file} is {size}, but its drawing {drawing} is {line_size}; export it uncropped, or take "
        "the color image that belongs to this drawing."
    ),
    marked("{file} is empty (0 bytes); export it again."),
    marked("{file} is not an image that can be read; save it as PNG, TGA or TIFF."),
    marked("{file} is damaged or cut off; export or copy it again."),
    marked("{file} does not exist; check the path."),
    marked("{file} may not be read by you; change its permissions."),
    marked("The folder {folder} does not exist; check the path."),
    marked("{folder} is not a folder; open the folder that holds the drawings."),
    marked(
        "The images in {folder} have no drawing numbers; name them with trailing digits, such as "
        "A0001.png."
    ),
    marked(
        "The folder {folder} holds no images; open a folder with line art named with trailing "
        "digits, such as A0001.png."
    ),
    marked(
        "The folder also holds {count} drawings of the series “{other}”; only “{name}” was opened, "
        "so move the others to a folder of their own."
    ),
    marked("Without a drawing number at the end of the name, left out: {files}."),
    marked("{files} are all drawing {number}; {file} is used."),
    marked("The drawing numbers jump from {first} to {last}."),
    marked("Drawing number {number} is missing."),
    marked("Drawing numbers {numbers} are missing."),
    marked("Most drawings are {size}, but these have another size: {files}."),
    marked(
        "The timesheet {file} uses none of these drawings, so each has one frame; check its "
        "drawing numbers."
    ),
    marked(
        "The timesheet {file} uses {numbers}, not found in the folder; their frames stay empty."
    ),
    marked(
        "The timesheet {file} does not use {numbers}; they stand behind its last frame and do not "
        "play."
    ),
    marked("The disk is full: {file} was not written; make room and export again."),
    marked("The disk is full: {file} was not saved; make room and save again."),
    marked("{path} may not be written to; choose a folder that is yours."),
    marked("{path} may not be written to; save the show in a folder that is yours."),
    marked(
        "The export needs about {needed}, but only {free} are free for {folder}; make room or "
        "choose another folder."
    ),
    marked(
        "{name} was saved by another program since it was opened here; save under another name, "
        "or replace what it saved."
    ),
    marked("{name} is being saved by another program; save again in a moment."),
    marked("{file} has changed its size since it was colored; color it again."),
)
_PLACE = re.compile(r"\\\{(\w+)\\\}")


def told(sentence: str) -> str:
    """A sentence of the engine as the window says it; one that is not known stays as it is."""
    for template, pattern in _patterns():
        if found := pattern.fullmatch(sentence):
            return tr(template, **found.groupdict())
    return sentence


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (template, re.compile(_PLACE.sub(r"(?P<\1>.+)", re.escape(template)), re.DOTALL))
        for template in _TEMPLATES
    )
