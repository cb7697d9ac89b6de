"""The small window in which the onion skin gets its look."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QFrame,
    QGridLayout,
    QPushButton,
    QSlider,
    QSpinBox,
    QWidget,
)

from app.language import marked, tr
from app.ui.controls.choice_box import ChoiceBox
from app.ui.controls.widgets import explain, label
from app.ui.view.onion import MOST_NEIGHBORS, OnionPlace
from app.ui.view.options import ViewOptions

_SWATCH = 16
_PLACES = {
    OnionPlace.BEHIND_PAINT: (
        marked("Behind the paint"),
        marked("Seen only where nothing is painted"),
    ),
    OnionPlace.BEHIND_LINES: (
        marked("Behind the lines"),
        marked("The lines of this drawing stay on top"),
    ),
    OnionPlace.IN_FRONT: (marked("In front"), marked("Over everything")),
}


class OnionPanel(QFrame):
    """Range and tint on either side, strength and place.

    Attributes:
        before, after: how many neighbors.
        before_tint, after_tint: buttons that ask for a color.
        strength: percent.
        place: where it lies.
    """

    def __init__(self, options: ViewOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self._options = options
        self.before, self.after = _count(tr("Drawings before")), _count(tr("Drawings after"))
        self.before_tint = _tint_button(tr("Color of the drawings before"))
        self.after_tint = _tint_button(tr("Color of the drawings after"))
        self.strength = QSlider(Qt.Orientation.Horizontal)
        self.strength.setRange(10, 100)
        self.strength.setAccessibleName(tr("Strength"))
        self.place = ChoiceBox((tr(words) for words, _ in _PLACES.values()), tr("Place"))
        for row, (_, tip) in enumerate(_PLACES.values()):
            self.place.setItemData(row, tr(tip), Qt.ItemDataRole.ToolTipRole)
        self._lay_out()
        self._show_options()
        self._connect()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.addWidget(label(tr("ONION SKIN"), "panelTitle"), 0, 0, 1, 3)
        for row, (words, count, tint) in enumerate(
            (
                (tr("Before"), self.before, self.before_tint),
                (tr("After"), self.after, self.after_tint),
            ),
            1,
        ):
            grid.addWidget(label(words), row, 0)
            grid.addWidget(count, row, 1)
            grid.addWidget(tint, row, 2)
        grid.addWidget(label(tr("Strength")), 3, 0)
        grid.addWidget(self.strength, 3, 1, 1, 2)
        grid.addWidget(label(tr("Place")), 4, 0)
        grid.addWidget(self.place, 4, 1, 1, 2)

    def _connect(self) -> None:
        self.before.valueChanged.connect(self._on_before)
        self.after.valueChanged.connect(self._on_after)
        self.strength.valueChanged.connect(self._on_strength)
        self.place.currentIndexChanged.connect(self._on_place)
        self.before_tint.clicked.connect(self._ask_before_tint)
        self.after_tint.clicked.connect(self._ask_after_tint)
        self._options.changed.connect(self._show_options)

    def open_at(self, corner: QPoint) -> None:
        """Open with the lower right corner at a point of the screen."""
        self.adjustSize()
        self.move(corner - QPoint(self.width(), self.height()))
        self.show()
        self.before.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _show_options(self) -> None:
        onion = self._options.onion
        self.before.setValue(onion.before)
        self.after.setValue(onion.after)
        self.strength.setValue(onion.strength)
        self.place.setCurrentIndex(list(_PLACES).index(onion.place))
        self.before_tint.setIcon(_swatch(onion.before_tint))
        self.after_tint.setIcon(_swatch(onion.after_tint))

    @Slot(int)
    def _on_before(self, count: int) -> None:
        self._options.set_onion(replace(self._options.onion, before=count))

    @Slot(int)
    def _on_after(self, count: int) -> None:
        self._options.set_onion(replace(self._options.onion, after=count))

    @Slot(int)
    def _on_strength(self, percent: int) -> None:
        self._options.set_onion(replace(self._options.onion, strength=percent))

    @Slot(int)
    def _on_place(self, index: int) -> None:
        self._options.set_onion(replace(self._options.onion, place=list(_PLACES)[index]))

    @Slot()
    def _ask_before_tint(self) -> None:
        dialog = self._color_dialog(self._options.onion.before_tint)
        dialog.colorSelected.connect(self._on_before_tint)

    @Slot()
    def _ask_after_tint(self) -> None:
        dialog = self._color_dialog(self._options.onion.after_tint)
        dialog.colorSelected.connect(self._on_after_tint)

    def _color_dialog(self, color: str) -> QColorDialog:
        self.hide()
        dialog = QColorDialog(QColor(color), self.parentWidget())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Onion skin color"))
        dialog.open()
        return dialog

    @Slot(QColor)
    def _on_before_tint(self, color: QColor) -> None:
        self._options.set_onion(replace(self._options.onion, before_tint=color.name()))

    @Slot(QColor)
    def _on_after_tint(self, color: QColor) -> None:
        self._options.set_onion(replace(self._options.onion, after_tint=color.name()))


def _count(name: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, MOST_NEIGHBORS)
    box.setAccessibleName(name)
    box.setAlignment(Qt.AlignmentFlag.AlignCenter)
    explain(
        box,
        tr(
            "{name}, 0 to {most}; Up and Down change it",
            name=name,
            most=MOST_NEIGHBORS,
        ),
    )
    box.setMinimumWidth(72)
    return box


def _tint_button(name: str) -> QPushButton:
    button = QPushButton()
    button.setAccessibleName(name)
    explain(button, name)
    return button


def _swatch(color: str) -> QIcon:
    pixmap = QPixmap(_SWATCH, _SWATCH)
    pixmap.fill(QColor(color))
    return QIcon(pixmap)
