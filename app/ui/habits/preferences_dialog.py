"""Preferences: the few choices that hold for all shots."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.language import marked, tr
from app.settings import Settings
from app.ui.controls.choice_box import ChoiceBox
from app.ui.controls.widgets import explain, label

_INDENT = 8  # as wide as that of the choices above
_THEMES = {"dark": marked("Dark"), "light": marked("Light"), "system": marked("As the system")}
_DEVICES = {
    "auto": marked("Graphics card if there is one"),
    "cpu": marked("Processor"),
    "cuda": marked("Graphics card"),
}


# A language is called what those who speak it call it.
_LANGUAGES = {"system": marked("As the system"), "en": "English", "ja": "日本語"}


class PreferencesDialog(QDialog):
    """Every choice takes effect at once, but another language with the next start.

    Attributes:
        theme, language, device, gap, doubt, fps: its fields.
        shortcuts: the button to the keyboard shortcuts.

    Signals:
        theme_chosen(str): `dark`, `light` or `system`.
        language_chosen(str): `en`, `ja` or `system`.
        device_chosen(str): `auto`, `cpu` or `cuda`.
        gap_chosen(int): in new shots, holes in lines up to this many pixels are closed.
        doubt_chosen(int): less confidence than this many percent is doubtful.
        fps_chosen(int): frames per second.
    """

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    device_chosen = Signal(str)
    gap_chosen = Signal(int)
    doubt_chosen = Signal(int)
    fps_chosen = Signal(int)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.theme = _choice(_THEMES, settings.theme, tr("Theme"))
        self.language = _choice(_LANGUAGES, settings.language, tr("Language"))
        self.device = _choice(_DEVICES, settings.device, tr("Color with"))
        self.gap = _number(0, 100, settings.gap, tr(" px"))
        self.doubt = _number(5, 95, settings.doubt_below, " %")
        self.fps = _number(1, 120, settings.fps, tr(" fps"))
        self.shortcuts = QPushButton(tr("Keyboard shortcuts…"))
        self._close = QPushButton(tr("Close"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (name, field, tip) in enumerate(
            (
                (
                    tr("Theme"),
                    self.theme,
                    tr("Both are neutral gray, so that colors can be judged"),
                ),
                (tr("Language"), self.language, tr("Takes effect with the next start")),
                (tr("Color with"), self.device, tr("Where the networks run")),
                (tr("Close gaps up to"), self.gap, tr("In shots that are opened from now on")),
                (tr("Doubtful below"), self.doubt, tr("Less sure regions come up for review")),
                (tr("Frame rate"), self.fps, tr("How fast Play plays")),
            )
        ):
            words = label(name)
            words.setBuddy(field)
            field.setAccessibleName(name)
            explain(field, tip)
            grid.addWidget(words, 2 * row, 0)
            grid.addWidget(field, 2 * row, 1)
            grid.addWidget(label(tip, "dim"), 2 * row + 1, 1)
            grid.setRowMinimumHeight(2 * row + 1, 26)
        for button in (self.shortcuts, self._close):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.shortcuts)
        buttons.addStretch()
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(16)
        layout.addLayout(grid)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.theme.currentIndexChanged.connect(self._on_theme)
        self.language.currentIndexChanged.connect(self._on_language)
        self.device.currentIndexChanged.connect(self._on_device)
        self.gap.valueChanged.connect(self.gap_chosen)
        self.doubt.valueChanged.connect(self.doubt_chosen)
        self.fps.valueChanged.connect(self.fps_chosen)
        self._close.clicked.connect(self.accept)

    @Slot()
    def _on_theme(self) -> None:
        self.theme_chosen.emit(self.theme.currentData())

    @Slot()
    def _on_language(self) -> None:
        self.language_chosen.emit(self.language.currentData())

    @Slot()
    def _on_device(self) -> None:
        self.device_chosen.emit(self.device.currentData())


def _choice(words: dict[str, str], chosen: str, name: str) -> ChoiceBox:
    box = ChoiceBox(map(tr, words.values()), name)
    for row, value in enumerate(words):
        box.setItemData(row, value)
    box.setCurrentIndex(list(words).index(chosen))
    return box


def _number(low: int, high: int, value: int, unit: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(low, high)
    box.setValue(value)
    box.setSuffix(unit)
    box.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
    # A number that is half typed should not be acted upon.
    box.setKeyboardTracking(False)
    return box
