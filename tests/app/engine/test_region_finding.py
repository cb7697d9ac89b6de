from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.document.shot import Drawing
from app.engine.region_finding import find_labels
from app.io.images import ImageError
from tests.app.shots import line_art, save


def test_a_gap_parts_regions_only_when_it_is_closed(tmp_path: Path) -> None:
    image = line_art()
    image[20:23, 8] = 255
    drawing = Drawing(1, save(tmp_path / "A0001.png", image))
    outside, between = (2, 2), (12, 12)
    leaking, closed = find_labels(drawing, 0), find_labels(drawing, 6)
    assert leaking.shape == image.shape[:2]
    assert leaking[outside] == leaking[between]
    assert closed[outside] != closed[between]


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = save(tmp_path / "A0001.png", line_art())
    before = find_labels(Drawing(1, path), 0)
    assert len(np.unique(before)) == 3
    save(path, np.full_like(line_art(), 255))
    path.touch()
    assert len(np.unique(find_labels(Drawing(1, path), 0))) == 1


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ImageError, match=r"A0009\.png"):
        find_labels(Drawing(9, tmp_path / "A0009.png"), 0)
