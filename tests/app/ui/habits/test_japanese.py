"""The window in Japanese."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.language import install_language, uninstall
from app.ui.controls.actions import Act
from app.ui.habits.menus import acts_by_menu
from app.ui.messages.notices import NoticeKind
from app.ui.palette.palette_model import PaletteModel
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import ScriptedChooser, drop, make_keys


@pytest.fixture(autouse=True)
def _japanese(qapp: QApplication) -> Iterator[None]:
    translators = install_language(qapp, "ja")
    yield
    uninstall(qapp, translators)


@pytest.fixture
def said(open_window: MainWindow) -> list[str]:
    sentences: list[str] = []
    open_window.session.said.connect(sentences.append)
    return sentences


def _words_of(window: MainWindow) -> set[str]:
    buttons = [*window.findChildren(QPushButton), *window.findChildren(QToolButton)]
    return {button.text() for button in buttons if button.isVisible()}


def test_menus_speak_japanese(window: MainWindow) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles[0] == "ファイル(&F)"
    assert not any(title.isascii() for title in titles)
    entries = [entry.text() for menu in window.findChildren(QMenu) for entry in menu.actions()]
    assert "カットを彩色" in entries
    # Frame rates are written as they are everywhere.
    english = [text for text in entries if text.isascii() and text and not text.endswith("fps")]
    assert not english


def test_no_two_menus_share_a_letter(window: MainWindow) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    letters = [title.split("&")[1][0] for title in titles]
    assert len(set(letters)) == len(letters)


def test_the_list_of_shortcuts_shows_menus_without_their_letters(window: MainWindow) -> None:
    assert next(iter(acts_by_menu())) == "ファイル"


def test_buttons_and_facts_speak_japanese(open_window: MainWindow) -> None:
    assert {"カットを彩色", "書き出し…", "線画", "信頼度", "色", "確認"} <= _words_of(open_window)
    facts = open_window.findChild(QLabel, "shotFacts")
    assert isinstance(facts, QLabel) and facts.text() == "動画5枚 · 40 × 30 · キーなし"


def test_a_sentence_holds_its_numbers(
    open_window: MainWindow,
    said: list[str],
    tmp_path: Path,
    run_colorize: Callable[[], None],
) -> None:
    drop(open_window.view, make_keys(tmp_path / "keys", (1, 5)))
    assert said[-1] == "動画 1, 5 をキーにしました。"
    run_colorize()
    assert said[-1] == "動画5枚を彩色しました。"


def test_undo_says_what_it_takes_back(open_window: MainWindow, tmp_path: Path) -> None:
    drop(open_window.view, make_keys(tmp_path / "keys", (1, 5)))
    assert open_window.actions_[Act.UNDO].text() == "元に戻す：キー2枚を設定"


def test_sentences_of_the_engine_are_told_in_japanese(open_window: MainWindow) -> None:
    notices = open_window.notices
    notices.show_notice(
        NoticeKind.PROBLEMS, "A0003.png has changed its size since it was colored; color it again."
    )
    assert (
        notices.shown[-1].text == "A0003.png は彩色後にサイズが変わりました。彩色し直してください。"
    )


def test_names_that_nobody_chose_are_shown_in_japanese_and_kept_as_they_are(
    open_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(open_window.view, make_keys(tmp_path / "keys", (1,)))
    session = open_window.session
    qtbot.waitUntil(lambda: len(session.colors.palette) == 2)
    model = PaletteModel(session, open_window)
    model.refresh()
    names = {model.index(row).data() for row in range(model.rowCount())}
    assert names == {"赤", "青"}
    renamed: list[object] = []
    model.renamed.connect(lambda source, name: renamed.append(name))
    model.setData(model.index(0), model.index(0).data())
    assert renamed == []
    model.setData(model.index(0), "髪")
    assert renamed == ["髪"]
    assert {entry.name for entry in session.colors.palette} == {"Red", "Blue"}


def test_answers_are_understood(
    open_window: MainWindow, chooser: ScriptedChooser, tmp_path: Path
) -> None:
    drop(open_window.view, make_keys(tmp_path / "keys", (1,)))
    chooser.decisions = ["名前を付けて保存…"]
    open_window.shows.new()
    assert "は作品として保存されていません" in chooser.questions[-1].replace("まだ", "")
    assert chooser.titles[-1].startswith("Save")
    assert open_window.session.shot is not None
    open_window.shows.new()
    assert open_window.session.shot is None


def test_words_on_buttons_are_never_cut_off(open_window: MainWindow) -> None:
    buttons = [*open_window.findChildren(QPushButton), *open_window.findChildren(QToolButton)]
    for button in buttons:
        if button.isVisible() and button.text():
            assert button.width() >= button.minimumSizeHint().width(), button.text()


def test_qt_speaks_japanese_too(qapp: QApplication) -> None:
    box = QMessageBox(QMessageBox.Icon.NoIcon, "", "", QMessageBox.StandardButton.Cancel)
    assert box.button(QMessageBox.StandardButton.Cancel).text() == "キャンセル"
    box.deleteLater()
