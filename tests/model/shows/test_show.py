from __future__ import annotations

import cv2
import numpy as np
import pytest

from model.shows import Show, ShowDrawing

_SIZE = (224, 256)
_SEEDS = range(20, 32)


def _draw(seed: int, index: int = 0, motion: float = 0.6) -> ShowDrawing:
    return Show(seed, _SIZE).shot(3, 8, motion).draw(index)


@pytest.fixture(scope="module")
def drawings() -> list[ShowDrawing]:
    return [_draw(seed, index) for seed in _SEEDS for index in (0, 5)]


def test_a_seed_gives_the_same_drawing_in_any_order() -> None:
    shot = Show(4, _SIZE).shot(1, 6, 0.7)
    late_first = [shot.draw(5), shot.draw(2)]
    again = Show(4, _SIZE).shot(1, 6, 0.7)
    for drawing, index in zip(late_first, (5, 2), strict=True):
        other = again.draw(index)
        assert np.array_equal(drawing.line, other.line)
        assert np.array_equal(drawing.color, other.color)
        assert np.array_equal(drawing.identity, other.identity)


def test_seeds_give_different_shows_and_shots() -> None:
    first = Show(1, _SIZE).shot(0, 2).draw(0)
    assert not np.array_equal(first.line, Show(2, _SIZE).shot(0, 2).draw(0).line)
    assert not np.array_equal(first.line, Show(1, _SIZE).shot(1, 2).draw(0).line)


def test_drawings_have_the_size_and_kinds_that_were_asked_for(drawings: list[ShowDrawing]) -> None:
    for drawing in drawings:
        assert drawing.line.shape == drawing.identity.shape == _SIZE
        assert drawing.color.shape == (*_SIZE, 4)
        assert drawing.line.dtype == drawing.color.dtype == np.uint8
        assert drawing.identity.dtype == np.int32
        assert drawing.identity.min() >= 1
        assert set(np.unique(drawing.color[..., 3])) <= {0, 255}


@pytest.mark.parametrize("seed", _SEEDS)
def test_an_identity_has_one_color_in_the_whole_shot(seed: int) -> None:
    shot = Show(seed, _SIZE).shot(3, 8, 1.0)
    colors: dict[int, tuple[int, ...]] = {}
    for index in (0, 3, 7):
        drawing = shot.draw(index)
        pairs = np.column_stack([drawing.identity.ravel(), drawing.color.reshape(-1, 4)])
        for identity, *color in np.unique(pairs, axis=0).tolist():
            assert colors.setdefault(identity, tuple(color)) == tuple(color)


def test_parts_are_found_again_in_other_drawings() -> None:
    shares = []
    for seed in _SEEDS:
        a, b = (set(np.unique(_draw(seed, index, 0.4).identity)) for index in (0, 4))
        shares.append(len(a & b) / min(len(a), len(b)))
    assert np.mean(shares) > 0.6


def test_an_area_without_ink_belongs_to_one_identity(drawings: list[ShowDrawing]) -> None:
    pure = total = 0
    for drawing in drawings:
        open_paper = (drawing.line >= 128).astype(np.uint8)
        count, labels = cv2.connectedComponents(open_paper, connectivity=4)
        for region in range(1, count):
            identities = drawing.identity[labels == region]
            if len(identities) > 10:
                total += 1
                pure += np.bincount(identities).max() >= 0.95 * len(identities)
    assert total > 500
    assert pure / total > 0.97


def test_borders_between_identities_are_inked(drawings: list[ShowDrawing]) -> None:
    covered = total = 0
    for drawing in drawings:
        ink, identity = drawing.line < 128, drawing.identity
        for here, there in ((np.s_[:, 1:], np.s_[:, :-1]), (np.s_[1:], np.s_[:-1])):
            border = identity[here] != identity[there]
            covered += int((ink[here] | ink[there])[border].sum())
            total += int(border.sum())
    assert covered / total > 0.97


def test_shows_have_many_regions_and_a_small_palette() -> None:
    drawings = [_draw(seed) for seed in range(40, 60)]
    regions = [len(np.unique(drawing.identity)) for drawing in drawings]
    colors = [len(np.unique(drawing.color.reshape(-1, 4), axis=0)) for drawing in drawings]
    assert 40 < np.median(regions) < 200
    assert 8 < np.median(colors) < 35


def _shared_places(motion: float) -> float:
    """Share of the figures' pixels that keep their identity over four drawings."""
    shares = []
    for seed in range(40, 56):
        show = Show(seed, (128, 128))
        shot = show.shot(2, 8, motion)
        a, b = shot.draw(1).identity, shot.draw(5).identity
        figure = a >= show.first_figure_identity
        if figure.any():
            shares.append(float((a == b)[figure].mean()))
    return float(np.mean(shares))


def test_motion_decides_how_much_moves() -> None:
    still, wild = _shared_places(0.0), _shared_places(1.0)
    assert still > 0.6
    assert wild < 0.25


def test_styles_differ_between_shows() -> None:
    styles = [Show(seed, _SIZE).style for seed in range(30)]
    assert any(style.borders for style in styles)
    assert any(style.smooth_edges for style in styles)
    assert any(not style.smooth_edges for style in styles)
    assert max(s.widths[-1] for s in styles) > 1.6 * min(s.widths[-1] for s in styles)


def test_drawings_use_colors_of_the_palette() -> None:
    show = Show(8, _SIZE)
    used = np.unique(show.shot(0, 1).draw(0).color.reshape(-1, 4), axis=0)
    palette = {tuple(color) for color in show.palette.tolist()}
    assert all(tuple(color) in palette for color in used.tolist())


def test_bad_requests_are_refused() -> None:
    show = Show(1, (64, 64))
    with pytest.raises(ValueError, match="at least one drawing"):
        show.shot(0, 0)
    with pytest.raises(ValueError, match="motion"):
        show.shot(0, 2, 1.5)
    with pytest.raises(IndexError):
        show.shot(0, 2).draw(2)
