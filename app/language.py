"""Texts in the user's language: English in the sources, others from translation files."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.paths import translations_dir

CONTEXT = "Shiage"
"""What the translation files call all of our texts together."""

LANGUAGES = ("en", "ja")
"""What the window can speak."""


def tr(text: str, /, **values: object) -> str:
    """A text in the language of the window.

    Args:
        text: in English; `{name}` is a place for a value. Written out where it is called, or
            `marked` where it stands, so that it gets into the translation files.
        values: what goes into the places, by name.
    """
    translated = QCoreApplication.translate(CONTEXT, text)
    return translated.format(**values) if values else translated


def trn(one: str, many: str, count: int, /, **values: object) -> str:
    """A text in the language of the window that depends on a number.

    Args:
        one: in English, for 1.
        many: in English, for every other number.
        count: the number, the value of `{count}`.
        values: what else goes into the places, by name.
    """
    return tr(one if count == 1 else many, count=count, **values)


def marked(text: str) -> str:
    """The text itself, in English; says that `tr` will be asked for it."""
    return text


def spoken(language: str) -> str:
    """The one of `LANGUAGES` that a setting means; `system` is that of the desktop."""
    if language in LANGUAGES:
        return language
    wanted = (QLocale.system().uiLanguages() or ["en"])[0].split("-")[0]
    return wanted if wanted in LANGUAGES else "en"


def install_language(app: QCoreApplication, language: str) -> list[QTranslator]:
    """Have the application speak a language, Qt's own words included.

    Returns:
        The installed translators, for `uninstall`; none for English.
    """
    name = spoken(language)
    if name == "en":
        return []
    folders = {
        "qtbase": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
        "shiage": str(translations_dir()),
    }
    made: list[QTranslator] = []
    for stem, folder in folders.items():
        translator = QTranslator(app)
        if translator.load(f"{stem}_{name}", folder):
            app.installTranslator(translator)
            made.append(translator)
    return made


def uninstall(app: QCoreApplication, translators: list[QTranslator]) -> None:
    """Have the application speak English again."""
    for translator in translators:
        app.removeTranslator(translator)
        translator.deleteLater()
