"""Preferences and About, and what the window remembers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QPlainTextEdit,
    QSlider,
    QToolButton,
    QWidget,
)

from app.settings import Settings
from app.ui.controls.actions import Act
from app.ui.habits.about_dialog import AboutDialog
from app.ui.habits.preferences_dialog import PreferencesDialog
from app.ui.habits.shortcut_dialog import ShortcutDialog
from app.ui.look.theme import DARK, LIGHT, apply_theme, theme
from app.ui.window.main_window import MainWindow
from app.ui.window.side_column import SideColumn
from app.ui.window.window_state import remember_window, restore_window
from tests.app.ui.helpers import ObedientEngine, drop, make_keys, make_shot_folder


@pytest.fixture(autouse=True)
def _tidy(qapp: QApplication) -> Iterator[None]:
    yield
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog):
            dialog.close()
    if theme() is not DARK:
        apply_theme(qapp, DARK)


@pytest.fixture
def dialog(open_window: MainWindow) -> PreferencesDialog:
    open_window.actions_[Act.PREFERENCES].trigger()
    (found,) = open_window.findChildren(PreferencesDialog)
    assert isinstance(found, PreferencesDialog)
    return found


def test_choices_take_effect_at_once_and_are_kept(
    dialog: PreferencesDialog, open_window: MainWindow
) -> None:
    dialog.theme.setCurrentIndex(1)
    dialog.device.setCurrentIndex(1)
    dialog.gap.setValue(9)
    dialog.doubt.setValue(70)
    dialog.fps.setValue(12)
    assert theme() is LIGHT
    settings = open_window.preferences.settings
    assert (settings.theme, settings.device, settings.gap) == ("light", "cpu", 9)
    assert (settings.doubt_below, settings.fps) == (70, 12)
    assert open_window.player.fps == 12
    assert any(b.text() == "12 fps" for b in open_window.findChildren(QToolButton))
    (slider,) = open_window.desk.panel.findChildren(QSlider)
    assert slider.value() == 70


def test_another_language_is_kept_for_the_next_start(
    dialog: PreferencesDialog, open_window: MainWindow
) -> None:
    dialog.language.setCurrentIndex(dialog.language.findData("ja"))
    assert open_window.preferences.settings.language == "ja"
    assert "next start" in dialog.language.statusTip()
    assert dialog.windowTitle() == "Preferences"


def test_the_dialog_begins_with_what_is_set(open_window: MainWindow) -> None:
    open_window.preferences.change(**{"theme": "dark", "device": "cuda", "gap": 7, "fps": 30})
    dialog = PreferencesDialog(open_window.preferences.settings, open_window)
    assert (dialog.device.currentData(), dialog.gap.value(), dialog.fps.value()) == ("cuda", 7, 30)
    assert dialog.theme.currentData() == "dark"


def test_the_next_shot_takes_the_gap_and_the_next_run_the_device(
    dialog: PreferencesDialog,
    open_window: MainWindow,
    engine: ObedientEngine,
    tmp_path: Path,
    run_colorize: Callable[[], None],
) -> None:
    dialog.gap.setValue(11)
    dialog.device.setCurrentIndex(1)
    dialog.close()
    assert open_window.open(make_shot_folder(tmp_path / "cut 13"))
    drop(open_window.view, make_keys(tmp_path / "k", [1]))
    run_colorize()
    shot = open_window.session.shot
    assert shot is not None and shot.gap == 11
    assert engine.requests[0].device == "cpu"


def test_it_leads_to_the_shortcuts(dialog: PreferencesDialog, open_window: MainWindow) -> None:
    QTest.mouseClick(dialog.shortcuts, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    (shortcuts,) = open_window.findChildren(ShortcutDialog)
    assert isinstance(shortcuts, QWidget) and shortcuts.isVisible()


def test_about_names_what_shiage_stands_on_with_licenses(window: MainWindow) -> None:
    window.actions_[Act.ABOUT].trigger()
    (about,) = window.findChildren(AboutDialog)
    assert isinstance(about, AboutDialog)
    rows = [about.packages.topLevelItem(i) for i in range(about.packages.topLevelItemCount())]
    names = {row.text(0): row for row in rows if row is not None}
    assert {"torch", "numpy", "PySide6-Essentials"} <= set(names)
    assert all(row.text(1) and row.text(2) for row in names.values())
    about.packages.setCurrentItem(names["numpy"])
    text = about.findChild(QPlainTextEdit)
    assert text is not None and "Redistribution" in text.toPlainText()


def test_the_tab_in_front_is_remembered(open_window: MainWindow) -> None:
    column = open_window._side_column
    column.show_panel(open_window.desk.panel)
    remember_window(open_window, column)
    fresh = SideColumn({"Colors": QWidget(), "Review": QWidget()})
    restore_window(open_window, fresh)
    assert fresh.place == "Review"
    stranger = SideColumn({"Colors": QWidget()})
    restore_window(open_window, stranger)
    assert stranger.place == "Colors"
    column.offer(open_window.shots, False)
    column.show_place("Shots")
    assert column.place == "Review"


def test_words_on_buttons_are_never_cut_off(open_window: MainWindow) -> None:
    open_window._side_column.show_panel(open_window.desk.panel)
    QApplication.processEvents()
    found = open_window.desk.panel.findChildren(QAbstractButton)
    buttons = [button for button in found if button.isVisible()]
    assert buttons
    for button in buttons:
        assert button.width() >= button.sizeHint().width(), button
        corner = button.mapTo(open_window.desk.panel, button.rect().bottomRight())
        assert open_window.desk.panel.rect().contains(corner), button


def test_settings_survive_nonsense_in_the_new_fields() -> None:
    settings = Settings.from_json('{"theme": "pink", "has_toured": 1}')
    assert (settings.theme, settings.has_toured) == ("dark", False)
    assert Settings.from_json(Settings(theme="light", has_toured=True).to_json()).has_toured
