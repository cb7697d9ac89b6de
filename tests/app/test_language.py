"""Texts in other languages, and whether the translation files keep up with the program."""

from __future__ import annotations

import ast
import importlib.util
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter
from typing import cast

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from app import language
from app.engine.reviewing import Reason
from app.engine.spreading import Left
from app.language import CONTEXT, LANGUAGES, install_language, spoken, tr, trn, uninstall
from app.paths import translations_dir
from app.ui.controls.actions import Act
from app.ui.messages import sentences
from app.ui.messages.sentences import told

_ROOT = translations_dir().parent.parent
_ENOUGH_LETTERS = 6
_FILES = sorted(translations_dir().glob("*.ts"))


def _translations(path: Path) -> dict[str, ET.Element]:
    messages = ET.parse(path).getroot().iter("message")
    return {
        cast(str, m.findtext("source")): cast(ET.Element, m.find("translation")) for m in messages
    }


def _places(text: str) -> set[tuple[str, str]]:
    parsed = Formatter().parse(text)
    return {(name, spec or "") for _, name, spec, _ in parsed if name is not None}


def _translatable() -> Callable[[Path], list[str]]:
    path = _ROOT / "packaging" / "translatable.py"
    spec = importlib.util.spec_from_file_location("translatable", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast(Callable[[Path], list[str]], module.translatable)


def test_every_language_but_english_has_its_files() -> None:
    names = {f"shiage_{name}" for name in LANGUAGES if name != "en"}
    assert {path.stem for path in _FILES} == names
    assert {path.stem for path in translations_dir().glob("*.qm")} == names


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_every_text_is_translated_and_keeps_its_places(path: Path) -> None:
    for source, translation in _translations(path).items():
        assert translation.get("type") is None, f"unfinished: {source}"
        assert translation.text and translation.text.strip(), source
        assert _places(source) == _places(translation.text), source
        assert len(re.findall("&", source)) == len(re.findall("&", translation.text)), source


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_translation_files_have_the_texts_of_the_program_and_no_others(path: Path) -> None:
    assert set(_translations(path)) == set(_translatable()(_ROOT))


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_what_is_loaded_is_what_was_translated(path: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(path.with_suffix(".qm")))
    for source, translation in _translations(path).items():
        assert translator.translate(CONTEXT, source) == translation.text


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_every_action_and_every_reason_is_translated(path: Path) -> None:
    known = set(_translations(path))
    assert {act.value.text for act in Act} <= known
    assert {act.value.tip for act in Act} <= known
    assert {word.value for word in (*Reason, *Left)} <= known


def test_english_is_what_stands_in_the_program() -> None:
    assert tr("{count} doubtful", count=3) == "3 doubtful"
    assert trn("{count} key", "{count} keys", 1) == "1 key"
    assert trn("{count} key", "{count} keys", 2) == "2 keys"
    assert tr("100 % {kept}") == "100 % {kept}"


def test_a_language_comes_and_goes(qapp: QApplication) -> None:
    translators = install_language(qapp, "ja")
    assert tr("{count} doubtful", count=3) == "要確認 3枚"
    assert told("Drawing numbers 2–4 are missing.") == "動画番号 2–4 がありません。"
    uninstall(qapp, translators)
    assert tr("{count} doubtful", count=3) == "3 doubtful"
    assert install_language(qapp, "en") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Drawing numbers 2–4 are missing.",
        "The folder /a does not exist; check the path.",
        "3 leaks, the narrowest 2 px wide; a gap of 5 px would close 2 of them, "
        "strokes (G) each one.",
        "a/b {x}.png is empty (0 bytes); export it again.",
        "Nobody has foreseen this sentence.",
        "",
    ],
)
def test_sentences_of_the_engine_stay_as_they_are_in_english(sentence: str) -> None:
    assert told(sentence) == sentence


@pytest.mark.parametrize(
    ("desktop", "name"),
    [(["ja-JP", "en-US"], "ja"), (["ja"], "ja"), (["de-DE"], "en"), (["C"], "en"), ([], "en")],
)
def test_the_language_of_the_desktop_is_spoken_when_there_is_one(
    monkeypatch: pytest.MonkeyPatch, desktop: list[str], name: str
) -> None:
    class Locale:
        @staticmethod
        def system() -> Locale:
            return Locale()

        def uiLanguages(self) -> list[str]:  # noqa: N802
            return desktop

    monkeypatch.setattr(language, "QLocale", Locale)
    assert spoken("system") == name
    assert (spoken("en"), spoken("ja")) == ("en", "ja")


def test_a_reason_inside_a_sentence_is_told_too(qapp: QApplication) -> None:
    translators = install_language(qapp, "ja")
    reason = "A1.png is the line art itself; choose its color image."
    assert told(f"Not offered as a key: {reason}") == (
        "キーの候補から外しました：A1.png は線画そのものです。色付きの画像を選んでください。"
    )
    uninstall(qapp, translators)


def test_every_sentence_that_is_told_is_still_said_below() -> None:
    said = [words for folder in ("engine", "io") for words in _said_in(_ROOT / "app" / folder)]
    for template in sentences.TEMPLATES:
        example = Formatter().vformat(template, (), _Anything())
        assert any(pattern.search(example) for pattern in said), template


class _Anything(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "0"


def _said_in(folder: Path) -> Iterator[re.Pattern[str]]:
    """Patterns of the texts in the sources; those of a few letters could be part of anything."""
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            parts = node.values if isinstance(node, ast.JoinedStr) else [node]
            literals = [
                str(part.value) if isinstance(part, ast.Constant) else None for part in parts
            ]
            if sum(map(len, filter(None, literals))) >= _ENOUGH_LETTERS:
                words = "".join(".+" if part is None else re.escape(part) for part in literals)
                yield re.compile(words)
