from __future__ import annotations

import cv2
import numpy as np

from model.painting.region_evidence import pair_evidence
from model.painting.region_tokens import DrawingTokens, tokenize
from model.painting.regions import find_regions


def _face(shift: int = 0) -> np.ndarray:
    line = np.full((200, 240), 255, np.uint8)
    cv2.circle(line, (100 + shift, 100), 60, 0, 2)
    for x in (80, 120):
        cv2.circle(line, (x + shift, 90), 8, 0, 1)
    cv2.rectangle(line, (90 + shift, 130), (110 + shift, 136), 0, 1)
    return line


def _tokens(line: np.ndarray) -> DrawingTokens:
    return tokenize(find_regions(line))


def test_one_token_for_each_region() -> None:
    tokens = _tokens(_face())
    assert len(tokens) == 5
    assert tokens.crops.shape == (5, 6, 32, 32)
    assert tokens.geometry.shape == (5, 16)
    assert np.isfinite(tokens.geometry).all()


def test_crops_show_the_region_in_the_middle() -> None:
    regions = find_regions(_face())
    eye = regions.labels[90, 80]
    crops = tokenize(regions).crops[eye]
    assert crops[1, 16, 16] == 255
    assert crops[1, 0, 0] == 0
    assert crops[3, 16, 16] > 0


def test_moving_the_whole_figure_changes_no_position() -> None:
    here, there = _tokens(_face()), _tokens(_face(shift=40))
    inside = [1, 2, 3, 4]
    assert np.allclose(here.positions[inside], there.positions[inside], atol=0.03)


def test_adjacency_joins_what_a_line_separates() -> None:
    regions = find_regions(_face())
    tokens = tokenize(regions)
    outside, skin, eye = (regions.labels[y, x] for y, x in ((2, 2), (110, 60), (90, 80)))
    assert tokens.adjacency[eye, skin] == 1
    assert tokens.adjacency[outside, eye] == 0
    assert np.allclose(tokens.adjacency.sum(axis=1), 1)


def test_a_drawing_lands_on_itself() -> None:
    tokens = _tokens(_face())
    evidence = pair_evidence(tokens, tokens)
    assert evidence.shape == (5, 5, 8)
    assert (evidence.mean(axis=2).argmax(axis=1) == np.arange(5)).all()
    assert evidence[np.arange(5), np.arange(5)].min() > 0.9


def test_figure_frame_finds_what_has_moved() -> None:
    here, there = _tokens(_face()), _tokens(_face(shift=40))
    evidence = pair_evidence(here, there)
    same_place, same_place_in_figure = evidence[..., 0], evidence[..., 2]
    inside = np.arange(1, 5)
    assert (same_place_in_figure[inside].argmax(axis=1) == inside).all()
    assert not (same_place[inside].argmax(axis=1) == inside).all()


def test_a_single_region_has_a_token() -> None:
    tokens = _tokens(np.full((30, 30), 255, np.uint8))
    assert len(tokens) == 1
    assert np.isfinite(tokens.geometry).all()
