"""Choosing a color: by eye, by hexadecimal value or by channel, exact to the last bit."""

from __future__ import annotations

import colorsys
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.document.color_names import Color, hex_name, parse_hex
from app.language import marked, tr
from app.ui.controls.widgets import label
from app.ui.palette.color_field import HueBar, ShadeField

_CHANNELS = (marked("Red"), marked("Green"), marked("Blue"), marked("Alpha"))
_BOX_WIDTH = 56
_HEX_WIDTH = 96


class ColorPicker(QWidget):
    """Two fields for the eye, and numbers. What is typed is kept as it is, never rounded.

    Attributes:
        hex: the text field with the hexadecimal value.
        channels: the fields of red, green, blue and alpha.

    Signals:
        color_changed(object): another RGBA color, by the user.
    """

    color_changed = Signal(object)

    def __init__(self, color: Color, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._color = color
        self._hue = 0.0
        self._shades = ShadeField()
        self._hues = HueBar()
        self.hex = QLineEdit()
        self.hex.setMinimumWidth(_HEX_WIDTH)
        self.channels = [QSpinBox() for _ in _CHANNELS]
        self._lay_out()
        self._shades.picked.connect(self._on_shade)
        self._hues.picked.connect(self._on_hue)
        self.hex.textEdited.connect(self._on_hex)
        self.hex.editingFinished.connect(self._on_hex_done)
        for place, box in enumerate(self.channels):
            box.setRange(0, 255)
            box.setFixedWidth(_BOX_WIDTH)
            box.valueChanged.connect(partial(self._on_channel, place))
        self.set_color(color)

    @property
    def color(self) -> Color:
        """The color on show."""
        return self._color

    def set_color(self, color: Color) -> None:
        """Show a color without telling anybody."""
        self._color = color
        hue, saturation, value = _hsv(color)
        # Grays have no hue: the last one stays, so that dragging through gray loses nothing.
        self._hue = hue if saturation and value else self._hue
        self._show()
        self.hex.setText(hex_name(color))

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(self._shades, 1)
        fields.addWidget(self._hues)
        numbers = QGridLayout()
        numbers.setHorizontalSpacing(8)
        numbers.setVerticalSpacing(2)
        numbers.addWidget(label(tr("Hex"), "dim"), 0, 0)
        numbers.addWidget(self.hex, 1, 0)
        for place, (name, box) in enumerate(zip(_CHANNELS, self.channels, strict=True), 1):
            words = label(tr(name), "dim")
            words.setBuddy(box)
            numbers.addWidget(words, 0, place)
            numbers.addWidget(box, 1, place)
        numbers.setColumnStretch(0, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(fields, 1)
        layout.addLayout(numbers)

    def _show(self) -> None:
        _, saturation, value = _hsv(self._color)
        self._shades.show_shade(self._hue, saturation, value)
        self._hues.show_hue(self._hue)
        for box, channel in zip(self.channels, self._color, strict=True):
            with QSignalBlocker(box):
                box.setValue(channel)

    def _take(self, color: Color, typed: str = "") -> None:
        if color != self._color:
            self.set_color(color)
            if typed:
                self.hex.setText(typed)
            self.color_changed.emit(color)

    @Slot(float, float)
    def _on_shade(self, saturation: float, value: float) -> None:
        self._take(self._with_hsv(self._hue, saturation, value))

    @Slot(float)
    def _on_hue(self, hue: float) -> None:
        self._hue = hue
        _, saturation, value = _hsv(self._color)
        self._take(self._with_hsv(hue, saturation, value))
        self._show()

    @Slot(str)
    def _on_hex(self, text: str) -> None:
        color = parse_hex(text)
        # Three digits are a color too, but here they are half of one.
        if color is not None and len(text.strip().removeprefix("#")) > 3:
            self._take(color, text)

    @Slot()
    def _on_hex_done(self) -> None:
        self._take(parse_hex(self.hex.text()) or self._color)
        self.hex.setText(hex_name(self._color))

    def _on_channel(self, place: int, value: int) -> None:
        channels = list(self._color)
        channels[place] = value
        red, green, blue, alpha = channels
        self._take((red, green, blue, alpha))

    def _with_hsv(self, hue: float, saturation: float, value: float) -> Color:
        red, green, blue = (round(c * 255) for c in colorsys.hsv_to_rgb(hue, saturation, value))
        # Whoever picks a hue in place of nothing wants to see it.
        return red, green, blue, self._color[3] or 255


def _hsv(color: Color) -> tuple[float, float, float]:
    return colorsys.rgb_to_hsv(*(channel / 255 for channel in color[:3]))
