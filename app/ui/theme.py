"""The look: pure grays, so that colors can be judged, and one accent."""

from __future__ import annotations

from dataclasses import dataclass, fields
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

# Asked for in this order where the system's own font is a poor one for small text.
_FONT_FAMILIES = ["Inter", "Noto Sans", "DejaVu Sans", "Noto Sans CJK JP"]


@dataclass(frozen=True)
class Theme:
    """Colors as #rrggbb; every gray has three equal channels.

    Attributes:
        well: sunken areas: the timeline, text fields.
        window: bars and panels.
        raised: buttons and cards.
        hover: a raised thing under the mouse.
        edge: hairlines between areas.
        surround: behind the drawing.
        text: what is read.
        dim: labels, secondary text.
        faint: disabled text, empty slots.
        accent: the one accent: the current drawing, the primary button.
        accent_hover: the accent under the mouse.
        warning: doubt, stale, problems in a folder.
        error: what failed.
        good: what is finished.
    """

    well: str = "#141414"
    window: str = "#1f1f1f"
    raised: str = "#2d2d2d"
    hover: str = "#3a3a3a"
    edge: str = "#0d0d0d"
    surround: str = "#333333"
    text: str = "#e4e4e4"
    dim: str = "#a3a3a3"
    faint: str = "#6e6e6e"
    accent: str = "#3b8eea"
    accent_hover: str = "#549ff0"
    warning: str = "#e8a33d"
    error: str = "#e5604d"
    good: str = "#8fbf8f"

    def color(self, name: str) -> QColor:
        """A color of the theme by its attribute name."""
        return QColor(str(getattr(self, name)))


DARK = Theme()

_STYLE = Template("""
* { outline: none; }
QWidget { color: $text; font-size: 13px; }
QMainWindow, QDialog { background: $window; }
QToolTip { background: $raised; color: $text; border: 1px solid $faint; padding: 4px 8px; }

QMenuBar { background: $window; padding: 2px 8px; color: $dim; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; color: $text; }
QMenu { background: $raised; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: #ffffff; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; background: $hover; margin: 4px 8px; }

QPushButton, QToolButton {
    background: $raised; border: 1px solid transparent; border-radius: 5px; padding: 6px 12px;
}
QToolButton { background: transparent; padding: 5px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $well; }
QPushButton:focus, QToolButton:focus { border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $faint; }
QPushButton:disabled { background: #262626; }
QToolButton:checked { color: $accent; }
QToolButton[warns="true"] { color: $warning; }
QToolButton::menu-indicator { image: none; }
QPushButton[primary="true"] { background: $accent; color: #ffffff; font-weight: 600; }
QPushButton[primary="true"]:hover { background: $accent_hover; }
QPushButton[primary="true"]:pressed { background: $accent; }
QPushButton[primary="true"]:focus { border-color: #ffffff; }
QPushButton[primary="true"]:disabled { background: #2a2a2a; color: $faint; }

#header { background: $window; border-bottom: 1px solid $edge; }
#shotName { font-size: 14px; font-weight: 600; }
#dim, #shotFacts, #panelHint, #statusCounts { color: $dim; font-size: 12px; }
#modes { background: $well; border-radius: 7px; }
#modes QToolButton {
    border-radius: 5px; padding: 5px 9px; color: $dim; background: transparent;
}
#modes QToolButton:hover { color: $text; }
#modes QToolButton:checked { background: $hover; color: #ffffff; }
#modes QToolButton:disabled { color: $faint; }

#chip {
    background: rgba(20, 20, 20, 215); color: $text; border-radius: 14px; padding: 6px 16px;
}

#paneLabel, #otherPaneLabel {
    background: rgba(20, 20, 20, 200); color: $dim; border-radius: 4px; padding: 4px 10px;
    font-size: 12px;
}
#paneLabel { color: $text; font-weight: 600; }
#viewBar { background: $window; border-top: 1px solid $edge; }
#viewBar QToolButton { padding: 4px; }
#popover { background: $raised; border: 1px solid $edge; border-radius: 6px; }
#popover QPushButton { background: $hover; }
#popover QPushButton:hover { background: #484848; }

#sidePanel { background: $window; border-left: 1px solid $edge; }
#sidePanel #modes QToolButton { padding: 5px 4px; }
#panelTitle { color: $dim; font-size: 11px; font-weight: 600; letter-spacing: 1px; }
#keyCard { background: $raised; border-radius: 6px; }
#keyCard:hover { background: $hover; }
#keyNumber { font-weight: 600; }
#palette { background: transparent; border: none; }
#nameEditor { padding: 0 4px; border-radius: 3px; }

#transport { background: $window; border-top: 1px solid $edge; }
#drawingNumber { font-size: 14px; font-weight: 600; }
#timeline { background: $well; border: none; border-top: 1px solid $edge; }
#bottomBar { background: $window; border-top: 1px solid $edge; }
#bottomBar QPushButton { padding: 3px 10px; }

#notice { background: $raised; border-bottom: 1px solid $edge; }
#notice QPushButton { padding: 4px 12px; background: $hover; }
#notice QPushButton:hover { background: #484848; }
#notice QPushButton[primary="true"] { background: $accent; }
#notice QPushButton[primary="true"]:hover { background: $accent_hover; }
#noticeDetails { color: $dim; }

#emptyTitle { font-size: 20px; font-weight: 600; }
#emptyHint { color: $dim; font-size: 13px; }
#stepNumber {
    background: $raised; color: $text; border-radius: 11px; font-size: 12px; font-weight: 600;
    min-width: 22px; max-width: 22px; min-height: 22px; max-height: 22px;
    qproperty-alignment: AlignCenter;
}
#emptyState QPushButton { padding: 9px 18px; }
#emptyState #recent { background: transparent; color: $dim; padding: 4px 12px; }
#emptyState #recent:hover { background: $raised; color: $text; }
#shots { background: $well; border: none; border-radius: 6px; padding: 4px; }

QLineEdit, QSpinBox {
    background: $well; border: 1px solid $hover; border-radius: 5px; padding: 5px 8px;
    selection-background-color: $accent;
}
QLineEdit:focus, QSpinBox:focus { border-color: $accent; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QProgressBar { background: $well; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QRadioButton { spacing: 10px; padding: 3px 0; }
QRadioButton::indicator {
    width: 12px; height: 12px; border-radius: 8px; border: 2px solid $faint; background: $well;
}
QRadioButton::indicator:hover { border-color: $text; }
QRadioButton::indicator:checked {
    border: 5px solid $accent; width: 6px; height: 6px; background: #ffffff;
}
QRadioButton::indicator:disabled { border-color: $hover; }

QComboBox {
    background: $well; border: 1px solid $hover; border-radius: 5px; padding: 5px 8px;
}
QComboBox:hover { border-color: $faint; }
QComboBox:focus, QComboBox:on { border-color: $accent; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $edge; padding: 4px; }
QCheckBox { spacing: 10px; padding: 3px 0; }
QCheckBox::indicator {
    width: 12px; height: 12px; border-radius: 4px; border: 2px solid $faint; background: $well;
}
QCheckBox::indicator:hover { border-color: $text; }
QCheckBox::indicator:checked {
    border: 5px solid $accent; width: 6px; height: 6px; background: #ffffff;
}
QCheckBox::indicator:disabled { border-color: $hover; }
QRadioButton:disabled, QCheckBox:disabled, QComboBox:disabled, QLineEdit:disabled { color: $faint; }
#exportPreview { background: $well; border-radius: 6px; }
#exportRemarks { color: $dim; font-size: 12px; }
#exportRemarks[warns="true"] { color: $warning; }

QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle { background: $hover; border-radius: 3px; margin: 2px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QSplitter::handle { background: $edge; }
""")


def apply_theme(app: QApplication, theme: Theme = DARK) -> None:
    """Give the whole application the theme's style, palette, font and style sheet."""
    app.setStyle("Fusion")
    app.setPalette(_palette(theme))
    app.setFont(_font(app.font()))
    values = {field.name: getattr(theme, field.name) for field in fields(theme)}
    app.setStyleSheet(_STYLE.substitute(values))


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for where, name in {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "well",
        role.AlternateBase: "raised",
        role.Text: "text",
        role.Button: "raised",
        role.ButtonText: "text",
        role.BrightText: "text",
        role.PlaceholderText: "faint",
        role.ToolTipBase: "raised",
        role.ToolTipText: "text",
        role.Highlight: "accent",
        role.Link: "accent",
    }.items():
        palette.setColor(where, theme.color(name))
    palette.setColor(role.HighlightedText, QColor("#ffffff"))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, theme.color("faint"))
    return palette


def _font(system: QFont) -> QFont:
    font = QFont(system)
    font.setFamilies([*_FONT_FAMILIES, *system.families()])
    return font
