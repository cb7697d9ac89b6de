from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.document.palette import Palette, PaletteEntry
from app.io.palettes import palette_file
from app.io.palettes.palette_file import PaletteFileError, read_palette, write_palette

RED, CLEAR, GLASS = (200, 30, 40, 255), (0, 0, 0, 0), (10, 20, 30, 128)
GREEN = (40, 200, 90, 255)


@pytest.fixture
def palette() -> Palette:
    return Palette(
        (
            PaletteEntry(CLEAR, CLEAR, "Nothing"),
            PaletteEntry(RED, GREEN, "髪 hair", "Girl"),
            PaletteEntry(GLASS, GLASS, "Glass", "Girl"),
        )
    )


def test_json_keeps_everything(tmp_path: Path, palette: Palette) -> None:
    path = tmp_path / "p.json"
    write_palette(path, "cut 12", palette.entries)
    assert read_palette(path) == palette.entries
    assert [item.name for item in tmp_path.iterdir()] == ["p.json"]


def test_gpl_keeps_painted_colors_names_groups_and_alpha(tmp_path: Path, palette: Palette) -> None:
    path = tmp_path / "p.gpl"
    write_palette(path, "cut 12", palette.entries)
    assert read_palette(path) == (
        palette.entries[0],
        PaletteEntry(GREEN, GREEN, "髪 hair", "Girl"),
        palette.entries[2],
    )


def test_gpl_is_as_gimp_writes_it(tmp_path: Path, palette: Palette) -> None:
    path = tmp_path / "p.gpl"
    write_palette(path, "cut 12", [palette.entries[1]])
    assert path.read_text(encoding="utf-8").splitlines() == [
        "GIMP Palette",
        "Name: cut 12",
        "Columns: 8",
        "#",
        "# group: Girl",
        " 40 200  90\t髪 hair",
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"GIMP Palette\r\nName: x\r\n#\r\n255 0 0 Hot red\r\n", [((255, 0, 0, 255), "Hot red")]),
        (b"\xef\xbb\xbfGIMP Palette\n  1   2\t3\n", [((1, 2, 3, 255), "Black")]),
        (b"GIMP Palette\n200 30 40\tUntitled\n", [((200, 30, 40, 255), "Red")]),
        (b"GIMP Palette\nName: caf\xe9\n9 9 9 caf\xe9\n", [((9, 9, 9, 255), "café")]),
        (b"GIMP Palette\nChannels: RGBA\n1 2 3 40 Veil\n", [((1, 2, 3, 40), "Veil")]),
        (b"GIMP Palette\n7 7 7 first\n7 7 7 again\n", [((7, 7, 7, 255), "first")]),
        (b"GIMP Palette\n10 20 30 2nd coat\n", [((10, 20, 30, 255), "2nd coat")]),
        (b'{"colors": ["#C81E28", {"painted": "#010203"}]}', None),
    ],
)
def test_files_of_others(
    tmp_path: Path, data: bytes, expected: list[tuple[tuple[int, ...], str]] | None
) -> None:
    path = tmp_path / "theirs.gpl"
    path.write_bytes(data)
    found = [(entry.painted, entry.name) for entry in read_palette(path)]
    assert found == (expected or [((200, 30, 40, 255), "Red"), ((1, 2, 3, 255), "Black")])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no GIMP palette"),
        ("PNG....", "no GIMP palette"),
        ("GIMP Palette\nName: x\n", "no colors"),
        ("GIMP Palette\n300 0 0 x\n", "300 in line 2"),
        ("GIMP Palette\n#\n12 13\n", "line 3"),
        ("{", "no sound JSON"),
        ("{}", "holds no palette"),
        ('{"colors": []}', "no colors"),
        ('{"colors": [{"name": "x"}]}', "color 1"),
        ('{"colors": ["red"]}', "'red'"),
        ('{"version": 2, "colors": ["#000"]}', "newer Shiage"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "bad.gpl"
    path.write_text(text)
    with pytest.raises(PaletteFileError) as error:
        read_palette(path)
    sentence = str(error.value)
    assert f"{tmp_path.name}/bad.gpl" in sentence and says in sentence
    assert sentence.endswith(".") and not sentence.endswith("..")


def test_missing_files_and_odd_names(tmp_path: Path, palette: Palette) -> None:
    with pytest.raises(PaletteFileError, match="cannot be read"):
        read_palette(tmp_path / "none.gpl")
    with pytest.raises(PaletteFileError, match=r"end it in \.gpl or \.json"):
        write_palette(tmp_path / "p.aco", "x", palette.entries)
    with pytest.raises(PaletteFileError, match="cannot be written"):
        write_palette(tmp_path / "none" / "p.gpl", "x", palette.entries)


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, palette: Palette, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "p.json"
    write_palette(path, "x", palette.entries)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(palette_file, "write_atomically", full)
    with pytest.raises(PaletteFileError, match="No space"):
        write_palette(path, "y", palette.entries)
    assert json.loads(path.read_text(encoding="utf-8"))["name"] == "x"
