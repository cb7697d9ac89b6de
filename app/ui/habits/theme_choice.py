"""Dark, light, or as the desktop is: the choice, kept in step with menu and settings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.ui.controls.actions import Act, Actions
from app.ui.controls.choice_group import ChoiceGroup
from app.ui.controls.preferences import Preferences
from app.ui.look.theme import DARK, LIGHT, Theme, apply_theme, theme

THEMES = {Act.THEME_DARK: "dark", Act.THEME_LIGHT: "light", Act.THEME_SYSTEM: "system"}


class ThemeChoice(QObject):
    """Lets the application wear what the settings say."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._group = ChoiceGroup(actions, THEMES, self)
        self._group.chosen.connect(self.choose)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.wear)
        self.wear()

    @Slot(object)
    def choose(self, name: str) -> None:
        """Wear `dark`, `light`, or with `system` what the desktop has."""
        self._preferences.change(theme=name)
        self.wear()

    @Slot()
    def wear(self) -> None:
        """Wear the chosen theme, unless it is worn already."""
        chosen = self._preferences.settings.theme
        self._group.check(chosen)
        wanted = _theme_of(chosen)
        app = QApplication.instance()
        if wanted is not theme() and isinstance(app, QApplication):
            apply_theme(app, wanted)


def _theme_of(name: str) -> Theme:
    if name == "system":
        is_light = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Light
        return LIGHT if is_light else DARK
    return LIGHT if name == "light" else DARK
