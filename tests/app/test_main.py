from __future__ import annotations

import sys
import types
from pathlib import Path

import pytest

from app import desktop_libraries
from app.__main__ import main
from tests.app.shots import color_layer, save

Captured = pytest.CaptureFixture[str]
Opened = list[tuple[Path | None, dict[int, Path]]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """What the window was opened with; no window opens."""
    calls: Opened = []

    def run(folder: Path | None, keys: dict[int, Path]) -> int:
        calls.append((folder, keys))
        return 0

    module = types.ModuleType("app.ui.application")
    module.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "app.ui.application", module)
    monkeypatch.setattr("app.__main__.why_no_window", lambda: None)
    return calls


def test_without_arguments_the_window_opens(opened: Opened) -> None:
    assert main([]) == 0
    assert opened == [(None, {})]


def test_a_folder_opens_in_the_window_with_its_keys(tmp_path: Path, opened: Opened) -> None:
    key = save(tmp_path / "a=b" / "k.png", color_layer())
    assert main([str(tmp_path), "--key", f"3={key}"]) == 0
    assert opened == [(tmp_path, {3: key})]


def test_what_is_neither_folder_nor_command(
    opened: Opened, capsys: Captured, tmp_path: Path
) -> None:
    assert main(["colourise"]) == 2
    assert "colourise is neither a folder nor a command; commands are colorize" in (
        capsys.readouterr().err
    )
    assert main(["--key", "1=a.png"]) == 2
    assert main(["--speed"]) == 2
    show = tmp_path / "s.shiage"
    show.mkdir()
    (tmp_path / "a.png").touch()
    assert main([str(show), "--key", f"1={tmp_path / 'a.png'}"]) == 2
    assert "a show has its own keys" in capsys.readouterr().err
    assert opened == []


def test_help_tells_of_window_and_commands(opened: Opened, capsys: Captured) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert "shiage [FOLDER]" in said
    assert "colorize" in said
    assert main(["colorize", "--help"]) == 0
    assert "--report FILE.json" in capsys.readouterr().out


def test_a_reason_against_the_window_is_one_sentence(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr("app.__main__.why_no_window", lambda: "No window today.")
    assert main([]) == 2
    assert capsys.readouterr().err == "shiage: No window today.\n"
    assert opened == []


linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks them")


@linux
def test_missing_libraries_are_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    absent = {"libEGL.so.1", "libxcb-cursor.so.0"}
    monkeypatch.setattr(desktop_libraries, "_can_load", lambda library: library not in absent)
    reason = desktop_libraries.why_no_window({"DISPLAY": ":0"})
    assert reason is not None
    assert "libEGL.so.1, libxcb-cursor.so.0" in reason
    assert reason.endswith("run: sudo apt-get install libegl1 libxcb-cursor0")
    offscreen = desktop_libraries.why_no_window({"QT_QPA_PLATFORM": "offscreen"})
    assert offscreen is not None
    assert "libxcb" not in offscreen


@linux
def test_without_a_display_the_command_line_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop_libraries, "_can_load", lambda library: True)
    assert "shiage colorize" in str(desktop_libraries.why_no_window({}))
    assert desktop_libraries.why_no_window({"WAYLAND_DISPLAY": "wayland-0"}) is None
    assert desktop_libraries.why_no_window({"QT_QPA_PLATFORM": "offscreen"}) is None


@linux
def test_a_library_that_does_not_exist_cannot_be_loaded() -> None:
    assert not desktop_libraries._can_load("libno-such-library.so.9")
    assert desktop_libraries._can_load("libc.so.6")
