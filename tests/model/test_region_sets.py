from __future__ import annotations

import cv2
import numpy as np
import torch

from model.painting.region_tokens import tokenize
from model.painting.regions import Regions, find_regions
from model.region_sets import mirrored, region_set

CPU = torch.device("cpu")


def _leaning() -> np.ndarray:
    """Something that looks different in a mirror, and touches the left border."""
    line = np.full((200, 240), 255, np.uint8)
    cv2.ellipse(line, (90, 100), (60, 30), 25, 0, 360, 0, 2)
    cv2.circle(line, (80, 90), 9, 0, 1)
    cv2.line(line, (0, 60), (60, 60), 0, 2)
    cv2.line(line, (0, 160), (60, 100), 0, 2)
    return line


def _order(here: Regions, there: Regions) -> list[int]:
    """Where in a mirrored drawing each region is."""
    flipped = there.labels[:, ::-1]
    return [
        int(np.bincount(flipped[here.labels == region]).argmax()) for region in range(here.count)
    ]


def test_a_mirrored_set_is_the_set_of_the_mirrored_drawing() -> None:
    line = _leaning()
    here, there = find_regions(line), find_regions(np.ascontiguousarray(line[:, ::-1]))
    order = _order(here, there)

    straight = region_set(tokenize(here), CPU)
    seen = mirrored(straight)
    wanted = region_set(tokenize(there), CPU)

    assert torch.allclose(seen.geometry, wanted.geometry[:, order], atol=0.02)
    assert torch.allclose(seen.positions, wanted.positions[:, order], atol=0.02)
    assert (seen.crops - wanted.crops[:, order]).abs().mean() < 0.02
    assert (seen.crops - straight.crops).abs().mean() > 0.05
    assert not torch.allclose(seen.geometry, straight.geometry, atol=0.1)


def test_twice_in_the_mirror_is_as_it_was() -> None:
    once = region_set(tokenize(find_regions(_leaning())), CPU)
    twice = mirrored(mirrored(once))
    for name in ("crops", "geometry", "positions", "adjacency", "drawing"):
        assert torch.equal(getattr(once, name), getattr(twice, name))
