from __future__ import annotations

import numpy as np

from app.document.regions import ColoredDrawing
from app.ui.desk.doubt import doubt_map, doubtful_regions, ramp


def drawing(confidence: list[float], is_key: bool = False) -> ColoredDrawing:
    labels = np.zeros((100, 100), np.int32)
    labels[:, 50:] = 1
    labels[0, 0] = 2
    return ColoredDrawing.pack(
        1,
        labels,
        np.zeros((1, 4), np.uint8),
        np.zeros(3, np.int32),
        np.array(confidence, np.float32),
        is_key=is_key,
    )


def test_only_regions_one_can_see_count_as_doubtful() -> None:
    assert doubtful_regions(drawing([0.9, 0.9, 0.0])) == 0
    assert doubtful_regions(drawing([0.1, 0.9, 0.0])) == 1
    assert doubtful_regions(drawing([0.1, 0.4, 0.9])) == 2


def test_a_key_is_never_doubtful() -> None:
    assert doubtful_regions(drawing([0.0, 0.0, 0.0], is_key=True)) == 0


def test_the_ramp_gets_darker_with_doubt_and_is_white_where_sure() -> None:
    colors = ramp(np.linspace(1.0, 0.0, 21, dtype=np.float32)).astype(float)
    lightness = colors[:, :3] @ [0.2126, 0.7152, 0.0722]
    assert (np.diff(lightness) < 0).all()
    assert colors[0].tolist() == [255, 255, 255, 255]


def test_the_map_shows_each_region_in_its_own_doubt() -> None:
    shown = doubt_map(drawing([1.0, 0.0, 1.0]))
    assert shown.shape == (100, 100, 4)
    assert shown[5, 5].tolist() == [255, 255, 255, 255]
    assert shown[5, 80].tolist() == ramp(np.float32([0.0]))[0].tolist()
