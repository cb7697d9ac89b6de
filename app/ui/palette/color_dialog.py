"""Choosing what a color is painted as, or a color that no key has, with the drawings in sight."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.document.color_names import Color
from app.language import tr
from app.ui.controls.widgets import explain, label
from app.ui.look.icons import icon
from app.ui.look.swatches import paint_swatch
from app.ui.palette.color_picker import ColorPicker
from app.ui.palette.swap_place import SwapPlace
from app.ui.view.eyedropper import Eyedropper

# A preview redraws the view: often enough to follow a drag, not at every pixel of it.
_TRY_EVERY_MS = 60


class _BeforeAfter(QWidget):
    """Two large swatches side by side."""

    def __init__(self, before: Color) -> None:
        super().__init__()
        self._before = self.after = before
        self.setFixedHeight(40)

    def sizeHint(self) -> QSize:
        return QSize(220, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        half = self.width() / 2
        paint_swatch(painter, QRectF(0, 0, half - 2, self.height()), self._before)
        paint_swatch(painter, QRectF(half + 2, 0, half - 2, self.height()), self.after)
        painter.end()


class ColorDialog(QDialog):
    """Stays beside the window, which can be used meanwhile.

    Attributes:
        picker: where the color is chosen.
        name: the name field; hidden unless a name is asked for.
        place: how far the change goes, or None.
        apply: the button that takes the color.

    Signals:
        tried(object): the color as it is now, while it is being chosen.
        chosen(object, str): the color was taken, with its name.
    """

    tried = Signal(object)
    chosen = Signal(object, str)

    def __init__(
        self,
        title: str,
        color: Color,
        eyedropper: Eyedropper,
        parent: QWidget,
        original: Color | None = None,
        asks_name: bool = False,
        place: SwapPlace | None = None,
    ) -> None:
        """Prepare the dialog.

        Args:
            title: what is being done.
            color: to begin with.
            eyedropper: picks from the drawing.
            parent: the window.
            original: what Original color goes back to; None for no such button.
            asks_name: whether a name belongs to it.
            place: lets one choose how far the change goes; None where there is no choice.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._eyedropper = eyedropper
        self._original = original
        self._asks_name = asks_name
        self.place = place
        self.picker = ColorPicker(color)
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Name"))
        self.name.setVisible(asks_name)
        self._swatches = _BeforeAfter(color)
        self._pick = QPushButton(tr("Pick from drawing"))
        self._reset = QPushButton(tr("Original color"))
        self._cancel = QPushButton(tr("Cancel"))
        self.apply = QPushButton(tr("Add") if asks_name else tr("Change"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TRY_EVERY_MS)
        self._lay_out()
        self._connect()
        self._show_color(color)

    def _lay_out(self) -> None:
        self._pick.setIcon(icon("eyedropper"))
        explain(self._pick, tr("The next click in the drawing picks the color there"))
        explain(self._reset, tr("Paint it as the keys have it"))
        self._reset.setVisible(self._original is not None)
        self.apply.setProperty("primary", True)
        self.apply.setDefault(True)
        tools, buttons = QHBoxLayout(), QHBoxLayout()
        tools.addWidget(self._pick)
        tools.addWidget(self._reset)
        tools.addStretch()
        buttons.addStretch()
        for button in (self._cancel, self.apply):
            button.setMinimumWidth(88)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.name)
        layout.addWidget(self._swatches)
        if not self._asks_name:
            layout.addLayout(_now_and_new())
        layout.addWidget(self.picker, 1)
        layout.addLayout(tools)
        if self.place is not None:
            layout.addWidget(self.place)
        layout.addSpacing(4)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.picker.color_changed.connect(self._on_color)
        self._pick.clicked.connect(self._on_pick)
        self._reset.clicked.connect(self._on_reset)
        self._cancel.clicked.connect(self.reject)
        self.apply.clicked.connect(self._on_apply)
        self._timer.timeout.connect(self._on_time)
        if self.place is not None:
            self.place.changed.connect(self._on_place)

    @Slot()
    def _on_place(self) -> None:
        assert self.place is not None
        self.apply.setEnabled(self.place.is_ready)

    @Slot(object)
    def _on_color(self, color: Color) -> None:
        self._show_color(color)
        if not self._timer.isActive():
            self._timer.start()

    def _show_color(self, color: Color) -> None:
        self._swatches.after = color
        self._swatches.update()
        self._reset.setEnabled(color != self._original)

    @Slot()
    def _on_time(self) -> None:
        self.tried.emit(self.picker.color)

    @Slot()
    def _on_pick(self) -> None:
        self._eyedropper.ask(self._on_picked)

    def _on_picked(self, color: Color) -> None:
        self.picker.set_color(color)
        self._on_color(color)
        self.activateWindow()

    @Slot()
    def _on_reset(self) -> None:
        if self._original is not None:
            self._on_picked(self._original)

    @Slot()
    def _on_apply(self) -> None:
        self.chosen.emit(self.picker.color, self.name.text())
        self.accept()

    def done(self, result: int) -> None:
        """Close; nothing is tried or picked any more."""
        self._timer.stop()
        self._eyedropper.forget()
        super().done(result)


def _now_and_new() -> QHBoxLayout:
    words = QHBoxLayout()
    for text in (tr("Now"), tr("New")):
        words.addWidget(label(text, "dim"), 1)
    return words
