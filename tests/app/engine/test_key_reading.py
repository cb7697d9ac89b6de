from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from app.document.compositing import composite
from app.engine.key_reading import read_key
from app.engine.keys import have_exact_colors, read_keys
from app.io.shots.shot_folder import open_shot_folder
from tests.app.shots import COAT, SKIN, color_layer, line_art, make_shot, save


def paints(color: np.ndarray) -> set[tuple[int, ...]]:
    return set(map(tuple, color.reshape(-1, 4).tolist()))


def opaque(step: int) -> np.ndarray:
    image = np.dstack([line_art(step), np.full(line_art().shape[:2], 255, np.uint8)])
    return composite(image, color_layer(step))


def as_jpeg(path: Path, step: int) -> Path:
    """A key three times as large as the small shots are, so that paint is not all ringing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.kron(opaque(step)[..., :3], np.ones((3, 3, 1), np.uint8))
    Image.fromarray(pixels).save(path, quality=80)
    return path


def large_line(path: Path, step: int) -> Path:
    return save(path, np.kron(line_art(step), np.ones((3, 3, 1), np.uint8)))


def test_a_color_layer_and_its_composite_read_alike_off_the_lines(tmp_path: Path) -> None:
    soft = cv2.GaussianBlur(np.dstack([line_art(), np.full((48, 64), 255, np.uint8)]), (0, 0), 0.6)
    line = save(tmp_path / "A0001.png", soft)
    layer = save(tmp_path / "layer1.png", color_layer())
    made = save(tmp_path / "made1.png", composite(soft, color_layer()))
    (lines, plain), (_, bared) = read_key(line, layer), read_key(line, made)
    assert np.array_equal(plain, color_layer())
    assert np.array_equal(bared[lines > 0], plain[lines > 0])


def test_a_key_of_another_size_is_read_as_it_is(tmp_path: Path) -> None:
    line = save(tmp_path / "A0001.png", line_art())
    color = np.full((5, 6, 4), SKIN, np.uint8)
    assert np.array_equal(read_key(line, save(tmp_path / "c1.png", color))[1], color)


def test_a_jpeg_has_one_color_for_each_paint(tmp_path: Path) -> None:
    line, color = large_line(tmp_path / "A0001.png", 0), as_jpeg(tmp_path / "c1.jpg", 0)
    found = paints(read_key(line, color)[1])
    assert len(found) == 3
    for paint in (COAT, SKIN):
        assert min(np.abs(np.subtract(one, paint)).max() for one in found) <= 3


def test_several_jpegs_have_one_palette(tmp_path: Path) -> None:
    folder = tmp_path / "cut" / "line"
    for number in (1, 2, 3):
        large_line(folder / f"A{number:04d}.png", 2 * number)
    drawings = open_shot_folder(folder).shot.drawings
    keys = {n: as_jpeg(tmp_path / f"c{n}.jpg", 2 * n) for n in (1, 3)}
    read, failures = read_keys(drawings, keys, {})
    assert not failures
    assert paints(read[0].color) == paints(read[1].color)


def test_only_a_jpeg_has_no_exact_colors(tmp_path: Path) -> None:
    make_shot(tmp_path / "cut", keys=(1,))
    png = tmp_path / "cut" / "color" / "A0001.png"
    assert have_exact_colors([png])
    assert not have_exact_colors([png, as_jpeg(tmp_path / "c1.jpg", 0)])
    assert have_exact_colors([tmp_path / "gone.jpg"])
