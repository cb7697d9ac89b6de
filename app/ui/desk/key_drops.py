"""Which drawings the color images are meant for that a user lets go somewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.document.naming import listed, split_name
from app.document.shot import Shot
from app.engine.keys import key_problem, match_keys
from app.language import tr


@dataclass(frozen=True)
class KeyDrop:
    """What a drop means.

    Attributes:
        keys: color image by drawing number, ready to be marked.
        problems: one sentence for each file left out.
        sentence: what happens, for the status line; "" when nothing does.
    """

    keys: Mapping[int, Path]
    problems: tuple[str, ...]
    sentence: str


def on_drawing(shot: Shot, number: int, path: Path) -> KeyDrop:
    """One image on one drawing of the timeline: that drawing, whatever the name says."""
    problem = key_problem(shot, number, path)
    if problem is not None:
        return KeyDrop({}, (problem,), "")
    sentence = tr("{name} is now the key of drawing {number}.", name=path.name, number=number)
    parts = split_name(path.stem)
    if parts is not None and parts[1] != number and parts[1] in shot:
        sentence += tr(" Its name says {number}; undo if you meant that one.", number=parts[1])
    return KeyDrop({number: path}, (), sentence)


def on_view(shot: Shot, current: int, path: Path) -> KeyDrop:
    """One image on the view: the drawing its number names, else the one on show."""
    return on_drawing(shot, named_or(shot, current, path), path)


def named_or(shot: Shot, current: int, path: Path) -> int:
    """The drawing that a file's name speaks of, or `current` when it speaks of none."""
    parts = split_name(path.stem)
    return parts[1] if parts is not None and parts[1] in shot else current


def by_number(shot: Shot, paths: Sequence[Path]) -> KeyDrop:
    """Several images: each by the drawing number in its name."""
    matches = match_keys(shot, paths)
    numbers = sorted(matches.keys)
    if not numbers:
        sentence = ""
    elif len(numbers) == 1:
        sentence = tr("Drawing {number} is now a key.", number=numbers[0])
    else:
        sentence = tr("Drawings {numbers} are now keys.", numbers=listed(numbers))
    return KeyDrop(matches.keys, matches.problems, sentence)
