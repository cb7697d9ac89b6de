from __future__ import annotations

import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from app.io.pictures.images import ImageError, line_gray, read_rgba, read_size

RGBA = np.random.default_rng(1).integers(0, 256, (6, 9, 4), dtype=np.uint8)
OPAQUE = np.dstack([RGBA[..., :3], np.full((6, 9), 255, np.uint8)])


def save_png_chunks(path: Path, width: int, height: int, kind: int, rows: bytes) -> None:
    """A 16-bit PNG by hand: Pillow cannot write most of them."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 16, kind, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("suffix", ["png", "tga", "tif", "webp"])
def test_rgba_comes_back_exactly(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"A0001.{suffix}"
    Image.fromarray(RGBA).save(
        path, **({"lossless": True, "exact": True} if suffix == "webp" else {})
    )
    assert np.array_equal(read_rgba(path), RGBA)
    assert read_size(path) == (6, 9)


@pytest.mark.parametrize("suffix", ["png", "tga", "tif", "bmp"])
def test_rgb_gets_full_alpha(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"A0001.{suffix}"
    Image.fromarray(OPAQUE[..., :3]).save(path)
    assert np.array_equal(read_rgba(path), OPAQUE)


def test_jpeg_is_read_at_its_size(tmp_path: Path) -> None:
    path = tmp_path / "A0001.jpg"
    Image.new("RGB", (20, 10), (255, 255, 255)).save(path)
    assert np.array_equal(read_rgba(path), np.full((10, 20, 4), 255, np.uint8))


def test_palette_with_a_transparent_entry(tmp_path: Path) -> None:
    image = Image.new("P", (2, 1))
    image.putpalette([10, 20, 30, 40, 50, 60])
    image.putdata([0, 1])
    path = tmp_path / "A0001.png"
    image.save(path, transparency=1)
    assert read_rgba(path).tolist() == [[[10, 20, 30, 255], [40, 50, 60, 0]]]


@pytest.mark.parametrize("mode", ["L", "LA", "1"])
def test_gray_kinds(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "A0001.png"
    image = Image.fromarray(OPAQUE).convert(mode)
    image.save(path)
    assert np.array_equal(read_rgba(path), np.array(image.convert("RGBA")))


@pytest.mark.parametrize("suffix", ["png", "tif"])
@pytest.mark.parametrize("channels", [1, 3])
def test_16_bit_is_rounded_not_cut(tmp_path: Path, suffix: str, channels: int) -> None:
    deep = np.random.default_rng(2).integers(0, 65536, (5, 7, channels), dtype=np.uint16)
    path = tmp_path / f"A0001.{suffix}"
    path.write_bytes(cv2.imencode(f".{suffix}", deep[..., ::-1])[1].tobytes())
    rgba = read_rgba(path)
    assert np.array_equal(rgba[..., :3], np.rint(deep / 257.0) * np.ones(3))
    assert (rgba[..., 3] == 255).all()


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        (6, (1000, 65535, 257, 30000), (4, 255, 1, 117)),
        (4, (30000, 128), (117, 117, 117, 0)),
    ],
)
def test_16_bit_png_with_alpha(
    tmp_path: Path, kind: int, values: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    path = tmp_path / "A0001.png"
    save_png_chunks(path, 1, 1, kind, b"\0" + struct.pack(f">{len(values)}H", *values))
    assert tuple(read_rgba(path)[0, 0]) == expected


def test_16_bit_tiff_with_white_as_zero(tmp_path: Path) -> None:
    path = tmp_path / "A0001.tif"
    Image.fromarray(np.array([[0, 65535]], np.uint16)).save(path, tiffinfo={262: 0})
    assert read_rgba(path)[0, :, 0].tolist() == [255, 0]


def test_tga_with_undeclared_empty_alpha_is_opaque(tmp_path: Path) -> None:
    path = tmp_path / "A0001.tga"
    clear = OPAQUE.copy()
    clear[..., 3] = 0
    Image.fromarray(clear).save(path)
    assert np.array_equal(read_rgba(path), clear)
    data = bytearray(path.read_bytes())
    data[17] &= 0xF0
    path.write_bytes(data)
    assert np.array_equal(read_rgba(path), OPAQUE)


@pytest.mark.parametrize("name", ["with space 1.png", "動画_0001.png", 'it\'s "1".png'])
@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_any_file_name(tmp_path: Path, name: str, depth: type) -> None:
    folder = tmp_path / "カット 12 'b'"
    folder.mkdir()
    (folder / name).write_bytes(cv2.imencode(".png", np.zeros((3, 4, 3), depth))[1].tobytes())
    assert read_rgba(folder / name).shape == (3, 4, 4)


def bad_files(folder: Path) -> dict[str, Path]:
    whole = folder / "whole1.png"
    Image.fromarray(np.tile(RGBA, (20, 20, 1))).save(whole)
    files = {
        name: folder / f"{name}1.png" for name in ("empty", "cut", "garbage", "text", "folder")
    }
    files["empty"].write_bytes(b"")
    files["cut"].write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    files["garbage"].write_bytes(whole.read_bytes()[:60] + bytes(5000))
    files["text"].write_text("not an image")
    files["folder"].mkdir()
    files["missing"] = folder / "missing1.png"
    files["cmyk"] = folder / "cmyk1.tif"
    Image.new("CMYK", (4, 4)).save(files["cmyk"])
    files["huge"] = folder / "huge1.png"
    save_png_chunks(files["huge"], 20_000, 10_001, 2, b"")
    deep = folder / "deep1.png"
    deep.write_bytes(
        cv2.imencode(".png", np.tile(RGBA, (20, 20, 1)).astype(np.uint16) * 257)[1].tobytes()
    )
    files["cut16"] = folder / "cut16-1.png"
    files["cut16"].write_bytes(deep.read_bytes()[: deep.stat().st_size // 2])
    return files


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("empty", "is empty (0 bytes)"),
        ("cut", "is damaged or cut off"),
        ("garbage", "is damaged or cut off"),
        ("cut16", "is damaged or cut off"),
        ("text", "is not an image"),
        ("missing", "does not exist"),
        ("folder", "is a folder, not an image"),
        ("cmyk", "holds CMYK colors"),
        ("huge", "more than 200 megapixels"),
    ],
)
def test_bad_input_is_one_sentence(tmp_path: Path, kind: str, says: str) -> None:
    path = bad_files(tmp_path)[kind]
    with pytest.raises(ImageError) as caught:
        read_rgba(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert says in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_forbidden_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "A0001.png"

    def refuse(*args: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)  # the tests may run as root, whom chmod does not stop
    with pytest.raises(ImageError, match=r"A0001\.png may not be read"):
        read_rgba(path)


def test_line_gray_takes_colored_traces_for_ink() -> None:
    pixels = np.array(
        [
            [0, 0, 0, 255],
            [255, 0, 0, 255],
            [0, 0, 255, 255],
            [255, 255, 255, 255],
            [0, 0, 0, 0],
            [0, 0, 0, 128],
            [200, 220, 240, 255],
        ],
        np.uint8,
    )
    assert line_gray(pixels[None]).tolist() == [[0, 0, 0, 255, 255, 127, 200]]
