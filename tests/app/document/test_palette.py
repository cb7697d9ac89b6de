from __future__ import annotations

import time

import numpy as np
import pytest

from app.document.color_names import CLEAR, Color, hex_name, parse_hex, plain_name
from app.document.palette import Palette, PaletteEntry, identity, repainted
from app.document.palette_usage import Usage, UsageTally, colors_of
from app.document.regions import ColoredDrawing

SKIN: Color = (255, 224, 200, 255)
HAIR: Color = (60, 40, 30, 255)
COAT: Color = (20, 60, 220, 255)
GREEN: Color = (40, 200, 90, 255)


@pytest.fixture
def palette() -> Palette:
    return Palette().gathered([SKIN, HAIR, COAT])


def names(palette: Palette) -> list[str]:
    return [entry.name for entry in palette]


def sources(palette: Palette) -> list[Color]:
    return [entry.source for entry in palette]


@pytest.mark.parametrize(
    ("color", "name"),
    [
        ((0, 0, 0, 255), "Black"),
        ((255, 255, 255, 255), "White"),
        ((128, 128, 130, 255), "Gray"),
        ((1, 2, 3, 0), "Transparent"),
        ((220, 20, 30, 255), "Red"),
        ((20, 20, 90, 255), "Dark blue"),
        ((150, 220, 150, 255), "Light green"),
        ((117, 60, 60, 255), "Brown"),
        ((74, 35, 35, 255), "Dark brown"),
        ((146, 116, 105, 255), "Brown"),
        ((217, 160, 102, 255), "Orange"),
        ((255, 231, 200, 255), "Beige"),
    ],
)
def test_plain_names(color: Color, name: str) -> None:
    assert plain_name(color) == name


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("#C81E28", (200, 30, 40, 255)),
        (" c81e2880 ", (200, 30, 40, 128)),
        ("#f0a", (255, 0, 170, 255)),
        ("c81e2", None),
        ("#c81e2g", None),
        ("٣٣٣", None),
    ],
)
def test_hexadecimal_values(text: str, color: Color | None) -> None:
    assert parse_hex(text) == color
    if color is not None:
        assert parse_hex(hex_name(color)) == color


def test_gathering_names_new_colors_and_leaves_known_ones(palette: Palette) -> None:
    named = palette.renamed(SKIN, " Face ").gathered([SKIN, GREEN, (60, 41, 30, 255)])
    assert names(named) == ["Face", "Dark brown", "Blue", "Green", "Dark brown 2"]
    assert named.gathered(sources(named)) is named


def test_all_clear_colors_are_one() -> None:
    palette = Palette().gathered([(255, 255, 255, 0), (1, 2, 3, 0)])
    assert sources(palette) == [CLEAR]
    swapped = palette.with_color_swapped(CLEAR, GREEN)
    clear = np.array([[255, 255, 255, 0], [9, 9, 9, 255]], np.uint8)
    assert swapped.painted(clear).tolist() == [list(GREEN), [9, 9, 9, 255]]


def test_a_source_stands_in_a_palette_once() -> None:
    entry = PaletteEntry(SKIN, SKIN, "a")
    with pytest.raises(ValueError, match="two entries"):
        Palette((entry, entry))


def test_swaps_go_from_source_to_painted_and_never_on(palette: Palette) -> None:
    swapped = palette.with_color_swapped(SKIN, HAIR).with_color_swapped(HAIR, SKIN)
    colors = np.array([SKIN, HAIR, COAT], np.uint8)
    assert swapped.painted(colors).tolist() == [list(HAIR), list(SKIN), list(COAT)]
    assert colors.tolist() == [list(SKIN), list(HAIR), list(COAT)]
    assert swapped.swaps == {(SKIN, HAIR), (HAIR, SKIN)}
    assert palette.painted(colors) is colors
    assert not swapped.with_color_swapped(SKIN, SKIN).with_color_swapped(HAIR, HAIR).swaps


def test_whole_images_are_repainted() -> None:
    image = np.zeros((4, 5, 4), np.uint8)
    image[:] = COAT
    image[1:3, 2] = SKIN
    result = repainted(image, frozenset({(SKIN, GREEN)}))
    assert (result[1:3, 2] == GREEN).all()
    assert (result[0] == COAT).all()


def test_groups_stand_together_and_the_rest_first(palette: Palette) -> None:
    grouped = palette.grouped([SKIN, COAT], "Girl")
    assert sources(grouped) == [HAIR, SKIN, COAT]
    assert grouped.groups == ("", "Girl")
    assert sources(grouped.grouped([SKIN], "")) == [HAIR, SKIN, COAT]
    assert grouped.group_renamed("Girl", "Hero").groups == ("", "Hero")
    assert grouped.group_renamed("Girl", "").groups == ("",)
    two = grouped.grouped([HAIR], "Hair")
    assert two.groups == ("Girl", "Hair")
    assert two.group_moved("Hair", -1).groups == ("Hair", "Girl")
    assert two.group_moved("Hair", 5) == two


def test_moving_keeps_the_order_of_what_moves(palette: Palette) -> None:
    assert sources(palette.moved([COAT], SKIN, "")) == [COAT, SKIN, HAIR]
    assert sources(palette.moved([HAIR, SKIN], None, "")) == [COAT, SKIN, HAIR]
    into = palette.grouped([COAT], "Girl").moved([SKIN], COAT, "Girl")
    assert sources(into) == [HAIR, SKIN, COAT]
    assert into[SKIN].group == "Girl"


@pytest.mark.parametrize(
    "edit",
    [
        lambda palette: palette.renamed(GREEN, "x"),
        lambda palette: palette.with_color_swapped(GREEN, SKIN),
        lambda palette: palette.moved([SKIN, GREEN], None, ""),
        lambda palette: palette.removed([GREEN]),
    ],
)
def test_an_unknown_color_is_refused(palette: Palette, edit: object) -> None:
    with pytest.raises(KeyError):
        edit(palette)  # type: ignore[operator]


def test_adding_and_removing(palette: Palette) -> None:
    added = palette.added(GREEN, "Glow", "Effects")
    assert added[GREEN] == PaletteEntry(GREEN, GREEN, "Glow", "Effects")
    assert added.removed([GREEN]) == palette
    assert palette.added(GREEN)[GREEN].name == "Green"
    with pytest.raises(ValueError, match="this color already"):
        palette.added(SKIN)
    with pytest.raises(ValueError, match="needs a name"):
        palette.renamed(SKIN, "  ")


def test_a_palette_from_elsewhere_names_groups_and_orders(palette: Palette) -> None:
    ours = palette.with_color_swapped(HAIR, GREEN)
    theirs = [
        PaletteEntry(COAT, COAT, "Coat", "Girl"),
        PaletteEntry(GREEN, GREEN, "Hair", "Girl"),
        PaletteEntry((1, 1, 1, 255), (1, 1, 1, 255), "Ink", "Girl"),
        PaletteEntry(SKIN, GREEN, "Skin", "Girl"),
    ]
    merged = ours.merged(theirs)
    assert names(merged) == ["Coat", "Hair", "Ink", "Skin"]
    assert merged.groups == ("Girl",)
    assert merged[HAIR].painted == GREEN  # theirs says nothing of our swap
    assert merged[SKIN].painted == GREEN  # theirs has a swap of its own


def coloring(regions: list[int], soft: bool = False) -> ColoredDrawing:
    labels = np.arange(len(regions), dtype=np.int32)[None].repeat(2, axis=0)
    palette = np.array([SKIN, HAIR, COAT], np.uint8)
    shades = palette[np.array(regions)[labels]] if soft else None
    if shades is not None:
        shades[0, 0, :3] -= 10
    return ColoredDrawing.pack(
        1, labels, palette, np.array(regions), np.ones(len(regions)), soft=shades
    )


def test_a_coloring_is_painted_without_touching_its_source_colors() -> None:
    drawing = coloring([0, 1, 0])
    painted = drawing.painted(frozenset({(SKIN, GREEN)}))
    assert painted.color_layer()[0].tolist() == [list(GREEN), list(HAIR), list(GREEN)]
    assert drawing.color_layer()[0, 0].tolist() == list(SKIN)
    assert drawing.painted(frozenset({((9, 9, 9, 255), GREEN)})) is drawing


def test_a_soft_image_keeps_its_shades() -> None:
    soft = coloring([0, 1], soft=True).painted(frozenset({(SKIN, GREEN)})).soft()
    assert soft[0, 0].tolist() == [30, 190, 80, 255]
    assert soft[1, 0].tolist() == list(GREEN)
    assert soft[0, 1].tolist() == list(HAIR)


def test_usage_follows_the_drawings() -> None:
    tally = UsageTally()
    tally.set(1, colors_of(coloring([0, 1, 0])))
    tally.set(2, colors_of(coloring([1, 1])))
    assert tally.usage(SKIN) == Usage(1, 2)
    assert tally.usage(HAIR) == Usage(2, 3)
    assert tally.usage(COAT) == Usage()
    assert tally.colors() == [HAIR, SKIN]
    assert tally.drawings([HAIR]) == {1, 2}
    tally.set(1, {})
    assert tally.colors() == [HAIR]
    assert tally.usage(HAIR) == Usage(1, 2)
    assert identity(SKIN) not in tally.of_drawing(1)


def test_a_large_palette_is_mapped_quickly() -> None:
    colors = np.random.default_rng(1).integers(0, 256, (300, 4), dtype=np.uint8)
    colors[:, 3] = 255
    palette = Palette().gathered(map(tuple, colors.tolist()))
    for source in sources(palette)[::2]:
        palette = palette.with_color_swapped(source, GREEN)
    palette.painted(colors)
    began = time.perf_counter()
    for _ in range(20):
        palette.painted(colors)
    assert (time.perf_counter() - began) / 20 < 0.01
