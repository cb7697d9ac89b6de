"""Dark and light: neutral, legible, and changed while the window is open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from app.ui.controls.actions import Act
from app.ui.look.icons import icon, icon_pixmap
from app.ui.look.style_sheet import style_sheet
from app.ui.look.theme import DARK, LIGHT, Theme, apply_theme, theme
from app.ui.window.main_window import MainWindow

both = pytest.mark.parametrize("wanted", [DARK, LIGHT], ids=["dark", "light"])

COLORED = {"accent", "accent_hover", "mark", "warning", "error", "good"}
GROUNDS = ("well", "window", "raised", "hover")
WORDS = ("text", "dim", "strong", "mark", "warning", "error", "good")


@pytest.fixture(autouse=True)
def _dark_again(qapp: QApplication) -> Iterator[None]:
    yield
    if theme() is not DARK:
        apply_theme(qapp, DARK)


def luminance(color: str) -> float:
    channels = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def lightest_and_darkest(image: QImage) -> tuple[int, int]:
    grays = [
        QColor(image.pixel(x, y)).lightness()
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
    ]
    return max(grays), min(grays)


def test_the_measure_of_contrast_is_the_usual_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@both
def test_words_can_be_read_on_whatever_they_stand(wanted: Theme) -> None:
    pairs = [(word, ground) for word in WORDS for ground in GROUNDS]
    pairs += [("on_accent", "accent"), ("on_accent", "accent_hover"), ("text", "lifted")]
    poor = [
        (word, ground, contrast(getattr(wanted, word), getattr(wanted, ground)))
        for word, ground in pairs
        if contrast(getattr(wanted, word), getattr(wanted, ground)) < 4.5
    ]
    assert not poor


@both
def test_words_over_the_drawing_can_be_read(wanted: Theme) -> None:
    veil = "#{:02x}{:02x}{:02x}".format(*map(int, wanted.veil.split(", ")))
    assert contrast(wanted.text, veil) >= 4.5
    assert contrast(wanted.dim, veil) >= 4.5


@both
def test_grays_have_three_equal_channels(wanted: Theme) -> None:
    for field in fields(wanted):
        value = getattr(wanted, field.name)
        if field.name not in COLORED and field.name != "veil":
            assert value[1:3] == value[3:5] == value[5:7], field.name
    assert len(set(wanted.veil.split(", "))) == 1


def test_the_style_sheet_has_no_color_of_its_own() -> None:
    marked = {field.name: f"<{field.name}>" for field in fields(DARK)}
    assert not re.findall(r":[^;{}]*#[0-9a-fA-F]{3,8}\b", style_sheet(marked))


def test_the_window_changes_its_theme_while_it_is_open(open_window: MainWindow) -> None:
    bright, _ = lightest_and_darkest(open_window.bottom.grab().toImage())
    open_window.actions_[Act.THEME_LIGHT].trigger()
    assert theme() is LIGHT
    _, dark = lightest_and_darkest(open_window.timeline.grab().toImage())
    assert QColor(open_window.bottom.grab().toImage().pixel(4, 20)).name() == LIGHT.window
    assert open_window.preferences.settings.theme == "light"
    open_window.actions_[Act.THEME_DARK].trigger()
    assert QColor(open_window.bottom.grab().toImage().pixel(4, 20)).name() == DARK.window
    assert bright > dark


def test_icons_follow(open_window: MainWindow) -> None:
    one = icon("play")
    before = one.pixmap(QSize(24, 24)).toImage()
    mark = icon_pixmap("play", "text", 24, 1.0).toImage()
    open_window.actions_[Act.THEME_LIGHT].trigger()
    assert one.pixmap(QSize(24, 24)).toImage() != before
    assert icon_pixmap("play", "text", 24, 1.0).toImage() != mark
    shown = open_window.actions_[Act.PLAY].icon().pixmap(QSize(24, 24)).toImage()
    assert QColor(shown.pixel(12, 12)).lightness() < 128


def test_the_chosen_theme_is_worn_at_the_next_start(open_window: MainWindow) -> None:
    open_window.habits.theme.choose("light")
    apply_theme(QApplication.instance(), DARK)  # type: ignore[arg-type]
    open_window.habits.theme.wear()
    assert theme() is LIGHT
    assert open_window.actions_[Act.THEME_LIGHT].isChecked()


def test_icons_are_sharp_on_fine_screens() -> None:
    assert icon_pixmap("play", "text", 24, 2.0).size() == QSize(48, 48)
    assert icon("play").pixmap(QSize(24, 24), 2.0).size() == QSize(48, 48)
