"""Sentences of the levels below, which know nothing of languages, in the user's language."""

from __future__ import annotations

import re
from functools import cache

from app.language import marked, tr

TEMPLATES = (
    marked("Importing {name}"),
    marked("Hardly anything moves"),
    marked("Too dark"),
    marked("Too faded"),
    marked("Only {count} frames long"),
    marked("Only {count} different drawings"),
    marked("{file} is cut off: it ends after frame {read} of {count}; what comes before was used."),
    marked("{file} is damaged after frame {read}; what comes before was used."),
    marked("{file} holds no frames; export the video again."),
    marked("{file} has no picture in it; choose a video."),
    marked("{file} cannot be decoded; export it as H.264 MP4, or as a folder of images."),
    marked(
        "{file} needs the Python package av; install it, or export the video as a folder of images."
    ),
    marked(
        "The folder {folder} holds no numbered images; choose one with finished color frames "
        "named with trailing digits, such as A0001.png."
    ),
    marked("Not one image in {folder} can be read; export them again as PNG."),
    marked("The footage {name} is damaged and was skipped ({reason}); import it again."),
    marked("The disk is full: not all footage came into {name}; make room and import again."),
    marked("Studying the keys"),
    marked("With keys of {name}"),
    marked(
        "No key of the other shots shows what is drawn in this one; give the color image of at "
        "least one of its drawings."
    ),
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
    marked("{count} leaks, the narrowest {width} px wide; strokes (G) close each one."),
    marked("X leaves the framed one as drawn."),
    marked("No leak is left in this region."),
    marked("1 passage stays as drawn; click it and press X to take that back."),
    marked("{count} passages stay as drawn; click one and press X to take that back."),
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
    marked("The folder {folder} does not exist; check the path."),
    marked("{file} does not exist; check the path."),
    marked("{file} may not be read by you; change its permissions."),
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
    marked(
        "{name} could not be colored ({error}); export it again, or report this if the "
        "drawing is sound."
    ),
    marked(
        "No drawing has a key; give the color image of at least one drawing, best the first"
        " and the last."
    ),
    marked("Not one key can be used: {reason}"),
    marked("{file} has another size than its drawing; export it again."),
    marked("Nothing is colored yet; color the shot, then export it."),
    marked("{file} is not colored yet; color it, then export again."),
    marked("{path} is not a folder, or a file is in its way; choose another folder."),
    marked("{path} cannot be written ({reason}); choose another folder."),
    marked("{path} cannot be written ({reason}); save the show in another place."),
    marked("The folder {folder} cannot be read ({reason}); check its permissions."),
    marked("{path} cannot be read ({reason}); check its permissions."),
    marked("{path} is a file, not a show; choose another name."),
    marked("{path} is no show: it has no {file}; open a folder named {name}."),
    marked("{name} was saved by a newer version of Shiage; update Shiage to open it."),
    marked("{file} is damaged; restore it from a backup, or open the shot folder anew."),
    marked("The colors of drawing {number} in {file} cannot be read; colorize this drawing again."),
    marked("{path} holds the line art, which is never written to; choose another folder."),
    marked("{file} is the color image of a key and was not overwritten; choose another folder."),
    marked(
        "The folder {folder} has color images for {numbers}, which are not drawings of this"
        " shot; they are left out."
    ),
    marked("Not offered as a key: {reason}"),
    marked("{file} has no colors; choose another palette."),
    marked("{file} is no GIMP palette and no palette of Shiage; choose a .gpl or .json file."),
    marked("{file} holds no palette; choose a .gpl or .json palette."),
    marked("{file} has a color in line {number} that cannot be read; mend that line."),
    marked("{file} is {size}, more than {limit} megapixels; reduce its size."),
    marked(
        "{file} holds {mode} colors, which have no exact RGB values; save it as 8 or 16 bit RGB."
    ),
    marked("{file} is a folder, not an image; name a file inside it."),
    marked("The timesheet {file} is not laid out as XDTS; export it again."),
    marked("The timesheet {file} is damaged or cut off; export it again."),
    marked("The timesheet {file} has no column of drawings; export it with its cell tracks."),
    marked("The timesheet {file} cannot be read ({reason}); check it."),
    marked(
        "Drawings of {size} are too large for WebP, whose limit is {limit} pixels a side; "
        "export images instead."
    ),
    marked(
        "Drawings of {size} are too large for MP4, whose limit is {limit} pixels a side; "
        "export images instead."
    ),
    marked("MP4 cannot be encoded here ({reason}); choose animated WebP, or export images."),
    marked("The movie is larger than 4 GB, which WebP cannot be; shorten it."),
    marked("{file} needs the Python package {package}; install it or choose another format."),
    marked("Looking at what there is to learn from"),
    marked("Learning which region is which"),
    marked("Learning the show's colors"),
    marked("Learning how colors stay the same over time"),
    marked("Measuring on drawings that are not learned from"),
    marked(
        "There are too few finished drawings to learn from: it takes a shot with at least three of "
        "them, keys or drawings that were accepted; or import finished footage."
    ),
    marked("None of the drawings to learn from can be read any more."),
    marked("{path} does not exist any more; save the show again."),
    marked("There is less than {needed} MB free where {name} is saved; make room first."),
    marked(
        "Learning takes about {needed} MB of memory and {free} MB are free; close other programs "
        "first."
    ),
    marked("There is not enough memory to learn; close other programs and try again."),
    marked(
        "There is not enough memory to learn; close other programs and go on with the fine-tuning, "
        "which is kept."
    ),
    marked(
        "The disk is full where {name} is saved; make room and go on: what was learned up to the "
        "last half minute is kept."
    ),
    marked("{path} cannot be written ({reason}); save the show in a folder that is yours."),
    marked("{file} has another size than its drawing; it was left out."),
    marked("{file} has another size than when it was colored."),
    marked("{file} has another size than its lines."),
    marked(
        "The fine-tuned weights in {folder} were made for other networks than those of this "
        "version of Shiage; fine-tune again, or go back to the weights that come with Shiage."
    ),
    marked(
        "The networks' weights are missing: {path} cannot be read ({reason}); install Shiage again "
        "or choose another weights folder."
    ),
    marked(
        "The networks' weights are incomplete: {path} cannot be read ({reason}); install Shiage "
        "again or choose another weights folder."
    ),
    marked("{path} is damaged ({reason}); install Shiage again or choose another weights folder."),
)
"""What they say, with places for values."""

_PLACE = re.compile(r"\\\{(\w+)\\\}")


def told(sentence: str) -> str:
    """A sentence of the engine as the window says it; one that is not known stays as it is."""
    for template, pattern in _patterns():
        if found := pattern.fullmatch(sentence):
            values = found.groupdict()
            return tr(template, **{**values, **_reason_told(values)})
    return sentence


def _reason_told(values: dict[str, str]) -> dict[str, str]:
    """A reason is a sentence itself."""
    return {name: told(value) for name, value in values.items() if name == "reason"}


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The more special stand before the more general: what a template begins with says most."""
    ordered = sorted(TEMPLATES, key=lambda text: (text.startswith("{"), -len(text)))
    return tuple((template, _pattern(template)) for template in ordered)


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(_PLACE.sub(r"(?P<\1>.+)", re.escape(template)), re.DOTALL)
