from __future__ import annotations

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from model.matching import DrawingMatcher
from model.networks.region_matcher import RegionMatcher
from model.painting.regions import find_regions

GAP = 0


def _face(shift: int) -> NDArray[np.uint8]:
    line = np.full((64, 80), 255, np.uint8)
    cv2.circle(line, (30 + shift, 32), 22, 0, 1)
    for eye in (22, 38):
        cv2.circle(line, (eye + shift, 28), 4, 0, 1)
    return line


@torch.inference_mode()
def test_beliefs_in_colors_and_in_none_of_them_are_shares_of_one() -> None:
    torch.manual_seed(0)
    matcher = DrawingMatcher(RegionMatcher(), torch.device("cpu"))
    target, key = (matcher.encode(find_regions(_face(shift), GAP)) for shift in (0, 6))
    colors = np.arange(len(key.tokens), dtype=np.int32)
    believed = matcher.colors(target, [key], [colors], len(colors))
    assert believed.shape == (len(target.tokens), len(colors))
    assert (believed >= 0).all()
    total = believed.sum(axis=1)
    assert (total > 0).all() and (total < 1).all()
    # What is of a color outside of the palette is left out, and takes nothing from the others.
    elsewhere = matcher.colors(target, [key], [colors], len(colors) - 1)
    assert np.allclose(elsewhere, believed[:, :-1], atol=1e-6)
