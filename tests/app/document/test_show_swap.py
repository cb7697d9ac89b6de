from __future__ import annotations

from pathlib import Path

import pytest

from app.document.color_names import Color
from app.document.palette import Palette
from app.document.palette_usage import UsageTally
from app.document.shot import Drawing, Shot
from app.document.show_swap import ShotPaints, reach_of, swapped

SKIN: Color = (240, 200, 180, 255)
TEMP: Color = (0, 255, 0, 255)
NIGHT: Color = (40, 40, 90, 255)
NEW: Color = (250, 210, 190, 255)


def make_shot(name: str) -> Shot:
    return Shot(name, Path(name), [Drawing(1, Path(name) / "A0001.png")])


def having(painted: dict[Color, Color], drawings: int = 1) -> ShotPaints:
    """A shot with these sources, painted so, in so many drawings."""
    palette, tally = Palette().gathered(painted), UsageTally()
    for source, color in painted.items():
        palette = palette.with_color_swapped(source, color)
    for number in range(1, drawings + 1):
        tally.set(number, dict.fromkeys(painted, 1))
    return ShotPaints(palette, tally)


# What the other shot has, and what of it a change of this shot's skin to NEW makes of it.
@pytest.mark.parametrize(
    ("here", "there", "after"),
    [
        pytest.param({SKIN: SKIN}, {SKIN: SKIN}, {SKIN: NEW}, id="the same color"),
        pytest.param({SKIN: TEMP}, {SKIN: TEMP}, {SKIN: NEW}, id="swapped alike"),
        pytest.param({SKIN: TEMP}, {SKIN: SKIN}, {SKIN: NEW}, id="not swapped yet there"),
        pytest.param({SKIN: SKIN}, {SKIN: NIGHT}, {SKIN: NIGHT}, id="other on purpose"),
        pytest.param({SKIN: SKIN}, {TEMP: SKIN}, {TEMP: NEW}, id="looks the same"),
        pytest.param({SKIN: SKIN}, {TEMP: TEMP}, {TEMP: TEMP}, id="another color"),
        pytest.param({SKIN: SKIN}, {SKIN: NIGHT, TEMP: SKIN}, {SKIN: NIGHT, TEMP: NEW}, id="both"),
    ],
)
def test_what_counts_as_the_color_in_another_shot(
    here: dict[Color, Color], there: dict[Color, Color], after: dict[Color, Color]
) -> None:
    desk, other = make_shot("desk"), make_shot("other")
    paints = {desk: having(here), other: having(there)}
    reach = reach_of(paints, paints[desk].palette[SKIN])
    palettes = swapped(paints, reach, NEW)
    palette = palettes.get(other, paints[other].palette)
    assert {entry.source: entry.painted for entry in palette} == after
    assert palettes[desk][SKIN].painted == NEW


def test_the_reach_counts_drawings_and_who_paints_otherwise() -> None:
    desk, same, night, none = (make_shot(name) for name in ("desk", "same", "night", "none"))
    paints = {
        desk: having({SKIN: SKIN}, 2),
        same: having({SKIN: SKIN, TEMP: TEMP}, 5),
        night: having({SKIN: NIGHT}, 7),
        none: having({TEMP: TEMP}, 9),
    }
    reach = reach_of(paints, paints[desk].palette[SKIN])
    assert reach.drawings == {desk: 2, same: 5}
    assert reach.differing == 1


def test_a_shot_that_has_it_already_is_not_changed() -> None:
    desk, other = make_shot("desk"), make_shot("other")
    paints = {desk: having({SKIN: NEW}), other: having({SKIN: SKIN})}
    palettes = swapped(paints, reach_of(paints, paints[desk].palette[SKIN]), NEW)
    assert list(palettes) == [other]
