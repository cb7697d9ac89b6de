from __future__ import annotations

import errno
import os
from pathlib import Path

import numpy as np
import pytest

from app.io.exports.sequence_export import ExportError, ProtectedFileError, SequenceFolder
from app.io.pictures.image_formats import image_bytes
from app.io.pictures.images import read_rgba
from tests.app.shots import color_layer, make_shot, save

NAME = "A0001.png"


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    return make_shot(tmp_path / "cut")


def test_pixels_come_back_exactly_under_the_drawings_name(tmp_path: Path, lines: Path) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (6, 9, 4), dtype=np.uint8)
    out = SequenceFolder(tmp_path / "new" / "out", lines)
    path = out.write(NAME, image_bytes(pixels, "png"))
    assert path == tmp_path / "new" / "out" / "A0001.png"
    assert np.array_equal(read_rgba(path), pixels)
    out.write(NAME, image_bytes(255 - pixels, "png"))
    assert np.array_equal(read_rgba(path), 255 - pixels)


def test_the_file_has_the_permissions_of_a_new_file(tmp_path: Path, lines: Path) -> None:
    path = SequenceFolder(tmp_path / "out", lines).write(NAME, b"whole")
    plain = tmp_path / "plain"
    plain.touch()
    assert path.stat().st_mode == plain.stat().st_mode


def test_the_line_art_folder_is_refused_by_any_name(tmp_path: Path, lines: Path) -> None:
    (tmp_path / "alias").symlink_to(lines)
    before = sorted(lines.iterdir())
    for name in (lines, tmp_path / "alias", lines / ".." / "line"):
        with pytest.raises(ExportError, match="holds the line art"):
            SequenceFolder(name, lines)
    assert sorted(lines.iterdir()) == before


def test_a_key_is_never_overwritten(tmp_path: Path, lines: Path) -> None:
    key = save(tmp_path / "colors" / "A0001.png", color_layer())
    before = key.read_bytes()
    out = SequenceFolder(key.parent, lines, [key])
    with pytest.raises(ProtectedFileError, match=r"colors/A0001\.png"):
        out.write(NAME, b"other")
    assert key.read_bytes() == before
    assert out.write("A0002.png", b"whole").exists()


def test_a_file_in_the_way(tmp_path: Path, lines: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    for path in (tmp_path / "taken", tmp_path / "taken" / "out"):
        with pytest.raises(ExportError, match="not a folder"):
            SequenceFolder(path, lines)


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS])
def test_a_read_only_folder_is_refused_at_once(
    tmp_path: Path, lines: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(*args: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(ExportError, match="may not be written to"):
        SequenceFolder(tmp_path / "out", lines)


def test_a_full_disk_leaves_the_earlier_file_and_no_trace(
    tmp_path: Path, lines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = SequenceFolder(tmp_path / "out", lines)
    path = out.write(NAME, b"whole")
    before = path.read_bytes()

    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    for name in (NAME, "A0002.png"):
        with pytest.raises(ExportError, match=r"The disk is full: .*A000"):
            out.write(name, b"other")
    assert list(out.path.iterdir()) == [path]
    assert path.read_bytes() == before
