from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.document.corrections import Correction
from app.document.origins import Origin
from app.document.regions import ColoredDrawing
from app.document.shot import Drawing, Shot
from app.document.show import Show, ShowChange
from app.document.timesheet import Timesheet


def make_shot(name: str) -> Shot:
    folder = Path(name)
    return Shot(name, folder, [Drawing(n, folder / f"A{n:04}.png") for n in (1, 2, 3)])


def coloring(number: int) -> ColoredDrawing:
    return ColoredDrawing.pack(
        number,
        labels=np.zeros((2, 3), np.int32),
        palette=np.array([[10, 20, 30, 255]], np.uint8),
        region_colors=np.zeros(1, np.int32),
        confidence=np.ones(1, np.float32),
    )


def test_listeners_hear_of_the_list_and_of_every_shot_in_it() -> None:
    one, two = make_shot("a"), make_shot("b")
    show = Show(None, [one])
    heard: list[ShowChange] = []
    show.subscribe(heard.append)
    show.set_shots([one, two])
    two.set_keys({1: Path("1.png")})
    show.set_shots([one])
    two.set_keys({1: None})
    assert [(change.shots, change.shot) for change in heard] == [
        (True, None),
        (False, two),
        (True, None),
    ]
    assert heard[1].change.keys == {1}


def test_a_shot_is_in_a_show_once() -> None:
    one = make_shot("a")
    with pytest.raises(ValueError, match="twice"):
        Show(None, [one, one])


def test_a_show_is_called_like_its_folder_or_its_first_shot() -> None:
    assert Show().name == "Untitled"
    assert Show(None, [make_shot("c012")]).name == "c012"
    assert Show(Path("/x/ep 3.shiage"), [make_shot("c012")]).name == "ep 3"


def test_states_are_equal_exactly_when_nothing_is_to_be_saved() -> None:
    one = make_shot("a")
    show = Show(None, [one])
    first, second = coloring(2), coloring(2)
    one.set_colorings({2: first})
    before = show.state()
    assert show.state() == before
    one.set_colorings({2: second})
    assert show.state() != before
    one.set_colorings({2: first})
    assert show.state() == before
    one.set_corrections({2: (Correction(0, 0, (1, 2, 3, 255)),)})
    assert show.state() != before
    one.set_corrections({2: ()})
    assert show.state() == before
    sheet = one.timesheet
    one.set_timesheet(sheet.held(2))
    assert show.state() != before
    one.set_timesheet(sheet)
    assert show.state() == before
    show.note_outdated(one, [1, 2])
    assert show.state() != before
    # The state of then is what it was: another thread may be writing it.
    assert not before.shots[0].colorings[2].origin.is_outdated


def test_a_state_makes_an_equal_show() -> None:
    one = make_shot("a")
    show = Show(None, [one, make_shot("b")])
    one.set_keys({1: Path("1.png")})
    show.origins.note(made := coloring(3), Origin(frozenset({(1, Path("1.png"))})))
    one.set_colorings({3: made})
    one.set_timesheet(Timesheet((None, 3, 1, 3)))
    one.set_corrections({3: (Correction(0, 0, (1, 2, 3, 255), (1, 3)),)})
    assert show.state().show(None).state() == show.state()


def test_other_files_keep_the_work() -> None:
    one = make_shot("a")
    one.set_keys({1: Path("a/k.png")})
    one.set_colorings({2: coloring(2)})
    moved = [Drawing(n, Path(f"b/A{n}.png")) for n in (1, 2, 9)]
    one.set_files(Path("b"), moved, {1: Path("b/k.png")})
    assert [drawing.number for drawing in one.drawings] == [1, 2, 9]
    assert dict(one.keys) == {1: Path("b/k.png")}
    assert list(one.colorings) == [2]
    with pytest.raises(ValueError, match="work in it"):
        one.set_files(Path("b"), moved[:1], {})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((1, 1, 2, 2, 3, 3), (1, 1, 2, 2, 3, 3, 9, 9)),
        ((None, 1, 1, 3), (None, 1, 1, 3)),
    ],
    ids=["on twos", "with a timing of its own"],
)
def test_only_a_plain_timesheet_takes_other_drawings_in(
    before: tuple[int | None, ...], after: tuple[int | None, ...]
) -> None:
    one = make_shot("a")
    one.set_timesheet(Timesheet(before))
    one.set_files(one.folder, [*one.drawings, Drawing(9, one.folder / "A0009.png")], {})
    assert one.timesheet == Timesheet(after)
    one.set_files(one.folder, one.drawings[:3], {})
    assert one.timesheet == Timesheet(before)
