from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack

from app.commands.apply_coloring import ApplyColoring
from app.commands.edit_palette import EditPalettes
from app.commands.edit_shots import EditShots
from app.commands.mark_keys import MarkKeys
from app.commands.relink_shot import RelinkShot
from app.document.gap_closing import GapStroke
from app.document.origins import Origin, key_signature
from app.document.palette import Palette
from app.document.palette_usage import UsageTally, colors_of
from app.document.shot import Drawing, Shot
from app.document.show import Show
from app.document.show_swap import ShotPaints, reach_of, swapped
from tests.app.commands.test_undo import coloring


@pytest.fixture
def stack(qapp: object) -> Iterator[QUndoStack]:
    """Emptied in the end: Qt and Python both hold the commands, and must not both free them."""
    stack = QUndoStack()
    yield stack
    stack.clear()


def make_shot(name: str) -> Shot:
    return Shot(name, Path(name), drawings_in(Path(name)))


def drawings_in(folder: Path, count: int = 4) -> list[Drawing]:
    return [Drawing(n, folder / f"A{n:04}.png") for n in range(1, count + 1)]


def test_shots_come_and_go_in_words(stack: QUndoStack) -> None:
    show = Show()
    one, two = make_shot("c01"), make_shot("c02")
    stack.push(EditShots.add(show, one))
    stack.push(EditShots.add(show, two))
    assert stack.undoText() == "add shot c02"
    stack.push(EditShots.remove(show, one))
    assert stack.undoText() == "remove shot c01"
    assert show.shots == (two,)
    stack.undo()
    assert show.shots == (one, two)
    stack.undo()
    assert show.shots == (one,)


def test_a_relinked_shot_keeps_its_colors_and_they_are_not_stale(stack: QUndoStack) -> None:
    shot = make_shot("old")
    show = Show(None, [shot])
    shot.set_keys({1: Path("old/k.png")})
    made = coloring(2)
    shot.set_gap_strokes({1: (GapStroke(((0, 0), (1, 1))),)})
    show.origins.note(made, Origin(key_signature(shot.keys, shot.gap_strokes)))
    shot.set_colorings({2: made})
    before = show.state()
    keys = {1: Path("new/k.png")}
    stack.push(RelinkShot(show, shot, Path("new"), drawings_in(Path("new"), 5), keys))
    assert shot.folder == Path("new")
    assert len(shot.drawings) == 5
    assert shot.coloring(2) is made
    assert show.origins[made].keys == key_signature(shot.keys, shot.gap_strokes)
    stack.undo()
    assert show.state() == before


def paints_of(show: Show) -> dict[Shot, ShotPaints]:
    paints = {}
    for shot in show.shots:
        tally = UsageTally()
        for number, made in shot.colorings.items():
            tally.set(number, colors_of(made))
        paints[shot] = ShotPaints(shot.palette.gathered(tally.colors()), tally)
    return paints


def swap_in_show(show: Show, chance: random.Random) -> EditPalettes:
    paints = paints_of(show)
    entries = [entry for one in paints.values() for entry in one.palette]
    palettes: dict[Shot, Palette] = {}
    if entries:
        painted = (chance.randrange(3), 0, 0, 255)
        palettes = swapped(paints, reach_of(paints, chance.choice(entries)), painted)
    return EditPalettes(palettes, "swap")


def test_a_swap_in_several_shots_is_one_step(stack: QUndoStack) -> None:
    shots = [make_shot(name) for name in ("a", "b", "c")]
    show = Show(None, shots)
    for shot in shots[:2]:
        shot.set_colorings({n: coloring(n) for n in (1, 3)})
    before = show.state()
    paints = paints_of(show)
    reach = reach_of(paints, paints[shots[0]].palette.entries[0])
    stack.push(EditPalettes(swapped(paints, reach, (1, 2, 3, 255)), "swap"))
    (source,) = (entry.source for entry in shots[0].palette)
    assert [shot.palette.swaps for shot in shots] == [{(source, (1, 2, 3, 255))}] * 2 + [set()]
    assert len(shots[2].palette) == 0
    stack.undo()
    assert show.state() == before


@pytest.mark.parametrize("seed", range(8))
def test_undoing_everything_restores_every_state_on_the_way(stack: QUndoStack, seed: int) -> None:
    chance = random.Random(seed)
    show = Show(None, [make_shot("c00")])
    states = [show.state()]
    for turn in range(30):
        shot = chance.choice(show.shots) if show.shots else None
        kind = chance.choice(["add", "remove", "move", "keys", "color", "swap"])
        if shot is None or kind == "add":
            stack.push(EditShots.add(show, make_shot(f"c{turn:02}")))
        elif kind == "remove":
            stack.push(EditShots.remove(show, shot))
        elif kind == "move":
            place = Path(f"place {turn}")
            keys = {n: place / path.name for n, path in shot.keys.items()}
            count = len(shot.drawings) + chance.randint(0, 1)
            stack.push(RelinkShot(show, shot, place, drawings_in(place, count), keys))
        elif kind == "swap":
            stack.push(swap_in_show(show, chance))
        elif kind == "keys":
            stack.push(MarkKeys(shot, {chance.randint(1, 4): Path(f"{turn}.png")}))
        else:
            made = coloring(chance.randint(1, len(shot.drawings)))
            show.origins.note(made, Origin(key_signature(shot.keys)))
            stack.push(ApplyColoring(shot, made))
        states.append(show.state())
    for expected in reversed(states[:-1]):
        stack.undo()
        assert show.state() == expected
    for expected in states[1:]:
        stack.redo()
        assert show.state() == expected
