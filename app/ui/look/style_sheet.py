"""The style sheet; its colors come from the theme."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

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
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; background: $hover; margin: 4px 8px; }

QPushButton, QToolButton {
    background: $raised; border: 1px solid transparent; border-radius: 5px; padding: 6px 12px;
}
QToolButton { background: transparent; padding: 5px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $well; }
QPushButton:focus, QToolButton:focus { border-color: $mark; }
QPushButton:disabled, QToolButton:disabled { color: $faint; }
QPushButton:disabled { background: $off; }
QToolButton:checked { color: $mark; }
QToolButton[warns="true"] { color: $warning; }
QToolButton::menu-indicator { image: none; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; font-weight: 600; }
QPushButton[primary="true"]:hover { background: $accent_hover; }
QPushButton[primary="true"]:pressed { background: $accent; }
QPushButton[primary="true"]:focus { border-color: $strong; }
QPushButton[primary="true"]:disabled { background: $off; color: $faint; }

#header { background: $window; border-bottom: 1px solid $edge; }
#shotName { font-size: 14px; font-weight: 600; }
#dim, #shotFacts, #panelHint, #statusCounts { color: $dim; font-size: 12px; }
#modes { background: $well; border-radius: 7px; }
#modes QToolButton {
    border-radius: 5px; padding: 5px 9px; color: $dim; background: transparent;
}
#sidePanel #modes QToolButton { padding: 5px 4px; }
#modes QToolButton:hover { color: $text; }
#modes QToolButton:checked { background: $hover; color: $strong; }
#modes QToolButton:disabled { color: $faint; }

#chip {
    background: rgba($veil, 215); color: $text; border-radius: 14px; padding: 6px 16px;
}

#paneLabel, #otherPaneLabel {
    background: rgba($veil, 200); color: $dim; border-radius: 4px; padding: 4px 10px;
    font-size: 12px;
}
#paneLabel { color: $text; font-weight: 600; }
#viewBar { background: $window; border-top: 1px solid $edge; }
#viewBar QToolButton { padding: 4px; }
#popover { background: $raised; border: 1px solid $edge; border-radius: 6px; }

#popover QPushButton { background: $hover; }
#popover QPushButton:hover { background: $lifted; }

#sidePanel { background: $window; border-left: 1px solid $edge; }
#panelTitle { color: $dim; font-size: 11px; font-weight: 600; letter-spacing: 1px; }
#keyCard { background: $raised; border-radius: 6px; }
#keyCard:hover { background: $hover; }
#keyNumber { font-weight: 600; }
#palette, #findings { background: transparent; border: 1px solid transparent; }
#palette:focus, #findings:focus { border: 1px solid $mark; border-radius: 4px; }
#nameEditor { padding: 0 4px; border-radius: 3px; }

#transport { background: $window; border-top: 1px solid $edge; }
#drawingNumber { font-size: 14px; font-weight: 600; }
#shots { background: $well; border: none; border-radius: 6px; padding: 4px; }
#timeline { background: $well; border: none; border-top: 1px solid $edge; }
#bottomBar { background: $window; border-top: 1px solid $edge; }
#bottomBar QPushButton { padding: 3px 10px; }

#notice { background: $raised; border-bottom: 1px solid $edge; }
#notice QPushButton { padding: 4px 12px; background: $hover; }
#notice QPushButton:hover { background: $lifted; }
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

QTreeView, QPlainTextEdit {
    background: $well; border: 1px solid $hover; border-radius: 5px; padding: 2px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QTreeView::item { padding: 4px 2px; }
QTreeView::item:selected { background: $accent; color: $on_accent; }
QTreeView:focus, QPlainTextEdit:focus, QListView:focus { border: 1px solid $mark; }
QHeaderView::section {
    background: $well; color: $dim; border: none; border-bottom: 1px solid $hover; padding: 5px 6px;
}
#keyEditor { background: $raised; border-radius: 6px; }
#warning { color: $warning; }
#tourTitle { font-size: 15px; font-weight: 600; color: $strong; }
QSlider { border: 1px solid transparent; border-radius: 5px; }
QSlider:focus { border-color: $mark; }
QSlider::groove:horizontal { background: $hover; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal {
    background: $text; width: 12px; height: 12px; margin: -4px 0; border-radius: 6px;
}
QSlider::handle:horizontal:hover { background: $strong; }
QSlider::handle:horizontal:disabled, QSlider::sub-page:horizontal:disabled { background: $faint; }

QLineEdit { placeholder-text-color: $dim; }
QLineEdit, QSpinBox {
    background: $well; border: 1px solid $hover; border-radius: 5px; padding: 5px 8px;
    selection-background-color: $accent;
}
QLineEdit:focus, QSpinBox:focus { border-color: $mark; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QProgressBar { background: $well; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QRadioButton { spacing: 10px; padding: 3px 0; }
QRadioButton::indicator {
    width: 12px; height: 12px; border-radius: 8px; border: 2px solid $faint; background: $well;
}
QRadioButton::indicator:hover { border-color: $text; }
QRadioButton::indicator:checked {
    border: 5px solid $accent; width: 6px; height: 6px; background: $on_accent;
}
QRadioButton::indicator:disabled { border-color: $hover; }

QComboBox {
    background: $well; border: 1px solid $hover; border-radius: 5px; padding: 5px 8px;
}
QComboBox:hover { border-color: $faint; }
QComboBox:focus, QComboBox:on { border-color: $mark; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $edge; padding: 4px; }
QCheckBox { spacing: 10px; padding: 3px 0; }
QCheckBox::indicator {
    width: 12px; height: 12px; border-radius: 4px; border: 2px solid $faint; background: $well;
}
QCheckBox::indicator:hover { border-color: $text; }
QCheckBox::indicator:checked {
    border: 5px solid $accent; width: 6px; height: 6px; background: $on_accent;
}
QCheckBox::indicator:disabled { border-color: $hover; }
QCheckBox:focus, QRadioButton:focus { color: $mark; }
QRadioButton:disabled, QCheckBox:disabled, QComboBox:disabled, QLineEdit:disabled { color: $faint; }
#footage { background: $window; border: 1px solid transparent; border-radius: 6px; }
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


def style_sheet(colors: Mapping[str, str]) -> str:
    """The style sheet of the application with these colors, by the names of `Theme`."""
    return _STYLE.substitute(colors)
