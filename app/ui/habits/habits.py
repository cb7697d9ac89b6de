"""What a user sets up once: shortcuts, theme, preferences; and the help that goes with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

from app.paths import shortcuts_path
from app.ui.controls.actions import Act, Actions
from app.ui.controls.preferences import Preferences
from app.ui.habits.parts import FocusFrame, Parts
from app.ui.habits.preferences_dialog import PreferencesDialog
from app.ui.habits.shortcut_dialog import ShortcutDialog
from app.ui.habits.shortcuts import Shortcuts
from app.ui.habits.theme_choice import ThemeChoice
from app.ui.habits.tour import Tour, TourStep


class Habits(QObject):
    """Ties the actions of this kind to their dialogs.

    Attributes:
        shortcuts: which keys do what.
        theme: dark or light.
        tour: the whole job in four steps.

    Signals:
        doubt_chosen(int), fps_chosen(int): chosen in the preferences.
    """

    doubt_chosen = Signal(int)
    fps_chosen = Signal(int)

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        preferences: Preferences,
        parts: Sequence[QWidget],
        steps: Sequence[TourStep],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self.shortcuts = Shortcuts(actions, shortcuts_path(), self)
        self.theme = ThemeChoice(actions, preferences, self)
        self.tour = Tour(window, steps)
        self._parts = Parts(window, parts)
        for part in parts:
            FocusFrame(part)
        for act, slot in {
            Act.SHORTCUTS: self.open_shortcuts,
            Act.PREFERENCES: self.open_preferences,
            Act.ABOUT: self.open_about,
            Act.TOUR: self.tour.start,
            Act.NEXT_PART: self._parts.go_to_next,
            Act.PREVIOUS_PART: self._parts.go_to_previous,
        }.items():
            actions[act].triggered.connect(slot)

    def welcome(self) -> None:
        """Show the tour to whoever has never seen it."""
        if not self._preferences.settings.has_toured:
            self._preferences.change(has_toured=True)
            self.tour.start()

    @Slot()
    def open_shortcuts(self) -> None:
        """Show the keyboard shortcuts."""
        self._open(ShortcutDialog(self.shortcuts, self._window))

    @Slot()
    def open_about(self) -> None:
        """Show versions and licenses."""
        # What it takes to read these would delay the start of the window.
        from app.ui.habits.about_dialog import AboutDialog

        self._open(AboutDialog(self._window))

    @Slot()
    def open_preferences(self) -> None:
        """Show the preferences."""
        dialog = PreferencesDialog(self._preferences.settings, self._window)
        dialog.theme_chosen.connect(self.theme.choose)
        dialog.language_chosen.connect(self._on_language)
        dialog.device_chosen.connect(self._on_device)
        dialog.gap_chosen.connect(self._on_gap)
        dialog.doubt_chosen.connect(self.doubt_chosen)
        dialog.fps_chosen.connect(self.fps_chosen)
        dialog.shortcuts.clicked.connect(dialog.accept)
        dialog.shortcuts.clicked.connect(self.open_shortcuts)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.tour.end()
        dialog.open()

    @Slot(str)
    def _on_language(self, language: str) -> None:
        self._preferences.change(language=language)

    @Slot(str)
    def _on_device(self, device: str) -> None:
        self._preferences.change(device=device)

    @Slot(int)
    def _on_gap(self, gap: int) -> None:
        self._preferences.change(gap=gap)
