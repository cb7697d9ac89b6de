from __future__ import annotations

from pathlib import Path

import pytest

from app.document.shot import Drawing, Shot, ShotChange


def shot() -> Shot:
    return Shot("cut", Path("cut"), [Drawing(n, Path(f"cut/A{n}.png")) for n in (7, 2, 10)])


def test_drawings_are_ordered_and_found_by_number() -> None:
    assert [drawing.number for drawing in shot().drawings] == [2, 7, 10]
    assert shot().index(10) == 2
    assert shot().drawing(7).name == "A7"
    assert 7 in shot()
    assert 3 not in shot()


def test_two_drawings_with_one_number_are_refused() -> None:
    with pytest.raises(ValueError, match="same number"):
        Shot("cut", Path("cut"), [Drawing(1, Path("A1.png")), Drawing(1, Path("B1.png"))])


def test_listeners_are_told_what_changed_until_they_leave() -> None:
    one, told = shot(), list[ShotChange]()
    one.subscribe(told.append)
    one.set_keys({2: Path("key2.png"), 10: Path("key10.png")})
    one.set_keys({2: None})
    assert dict(one.keys) == {10: Path("key10.png")}
    assert told == [ShotChange(keys=frozenset({2, 10})), ShotChange(keys=frozenset({2}))]
    one.unsubscribe(told.append)
    one.set_colorings({7: None})
    assert len(told) == 2


def test_a_key_for_an_unknown_drawing_changes_nothing() -> None:
    one = shot()
    with pytest.raises(KeyError):
        one.set_keys({2: Path("key2.png"), 3: Path("key3.png")})
    assert one.keys == {}
