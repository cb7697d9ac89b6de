from __future__ import annotations

import numpy as np
import pytest

from model.shows import Show, ShowDrawing, recolor


@pytest.fixture(scope="module")
def drawings() -> list[ShowDrawing]:
    shot = Show(12, (160, 160)).shot(0, 6, 0.5)
    return [shot.draw(0), shot.draw(5)]


def _mapping(before: list[ShowDrawing], after: list[ShowDrawing]) -> dict:
    pairs = set()
    for old, new in zip(before, after, strict=True):
        both = np.concatenate([old.color.reshape(-1, 4), new.color.reshape(-1, 4)], axis=1)
        pairs |= {tuple(row) for row in np.unique(both, axis=0).tolist()}
    mapping: dict[tuple, set[tuple]] = {}
    for pair in pairs:
        mapping.setdefault(pair[:4], set()).add(pair[4:])
    return mapping


@pytest.mark.parametrize("seed", range(6))
def test_equal_colors_stay_equal_and_distinct_ones_distinct(
    drawings: list[ShowDrawing], seed: int
) -> None:
    mapping = _mapping(drawings, recolor(drawings, np.random.default_rng(seed)))
    assert all(len(targets) == 1 for targets in mapping.values())
    assert len({next(iter(targets)) for targets in mapping.values()}) == len(mapping)


def test_colors_change_but_paper_lines_and_identities_stay(drawings: list[ShowDrawing]) -> None:
    after = recolor(drawings, np.random.default_rng(1))
    for old, new in zip(drawings, after, strict=True):
        assert np.array_equal(old.line, new.line)
        assert np.array_equal(old.identity, new.identity)
        assert np.array_equal(old.color[..., 3], new.color[..., 3])
        painted = old.color[..., 3] > 0
        assert (old.color != new.color).any(axis=2)[painted].mean() > 0.9


def test_palettes_differ_from_draw_to_draw(drawings: list[ShowDrawing]) -> None:
    first, second = (recolor(drawings, np.random.default_rng(seed)) for seed in (1, 2))
    assert not np.array_equal(first[0].color, second[0].color)
