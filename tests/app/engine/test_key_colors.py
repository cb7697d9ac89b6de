from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from app.document.compositing import composite
from app.document.gap_closing import GapClosing
from app.engine.key_colors import key_colors
from app.io.pictures.images import ImageError
from tests.app.ui.helpers import BLUE, RED, color_image, line_art, save


def test_paints_are_gathered_and_lines_are_not(tmp_path: Path) -> None:
    line, color = line_art(1), color_image(1)
    color[line[..., 0] == 0] = (0, 0, 0, 255)
    color[:, 10, :3] = 77  # the blend along an anti-aliased line
    found = key_colors(
        save(tmp_path / "l.png", line), save(tmp_path / "c.png", color), GapClosing(4)
    )
    assert found == {BLUE: 1, RED: 1}
    assert list(found) == [BLUE, RED]  # the larger area first


def test_a_composite_has_the_paints_it_was_made_of(tmp_path: Path) -> None:
    soft = cv2.GaussianBlur(line_art(1), (0, 0), 0.7)
    line = save(tmp_path / "l.png", soft)
    color = save(tmp_path / "c.png", composite(soft, color_image(1)))
    assert key_colors(line, color, GapClosing(4)) == {BLUE: 1, RED: 1}


def test_a_key_of_another_size_is_refused(tmp_path: Path) -> None:
    line = save(tmp_path / "l.png", line_art(1))
    color = save(tmp_path / "c.png", np.zeros((5, 5, 4), np.uint8))
    with pytest.raises(ImageError, match="another size"):
        key_colors(line, color, GapClosing(4))
