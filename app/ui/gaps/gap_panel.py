"""The small window in which the gap distance is set, with the tools for gaps at hand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSlider, QSpinBox, QWidget

from app.document.gap_closing import WIDEST_GAP
from app.language import tr, trn
from app.ui.controls.actions import Act, Actions
from app.ui.controls.widgets import label, push_button

# Finding regions takes up to a second: a slider in motion asks only where it rests.
_REST_MS = 120
# Beyond this many pixels one rather draws strokes: the slider keeps its steps where they matter.
_SLIDER_MOST = 40


class GapPanel(QFrame):
    """Gap distance as a slider and a number.

    Attributes:
        slider, spin: the distance in pixels.

    Signals:
        gap_chosen(int): holes up to this many pixels shall be closed.
    """

    gap_chosen = Signal(int)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _SLIDER_MOST)
        self.slider.setPageStep(4)
        self.slider.setMinimumWidth(180)
        self.slider.setAccessibleName(tr("Gap distance"))
        self.spin = QSpinBox()
        self.spin.setRange(0, WIDEST_GAP)
        self.spin.setSuffix(tr(" px"))
        self.spin.setMinimumWidth(76)
        self.spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.spin.setAccessibleName(tr("Gap distance in pixels"))
        self.spin.setToolTip(tr("0 to {widest} pixels; Up and Down change it", widest=WIDEST_GAP))
        self._count = label("", "panelHint")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rest)
        self._lay_out(actions)
        self.slider.valueChanged.connect(self._on_slider)
        self.spin.valueChanged.connect(self._on_spin)

    def _lay_out(self, actions: Actions) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.addWidget(label(tr("GAP DISTANCE OF THIS SHOT"), "panelTitle"), 0, 0, 1, 2)
        grid.addWidget(self.slider, 1, 0)
        grid.addWidget(self.spin, 1, 1)
        grid.addWidget(self._count, 2, 0, 1, 2)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for act in (Act.GAP_STROKE, Act.FIND_LEAKS):
            button = push_button(actions[act])
            button.clicked.connect(self.hide)
            tools.addWidget(button, 1)
        grid.addLayout(tools, 3, 0, 1, 2)

    @property
    def told(self) -> str:
        """The words under the slider."""
        return self._count.text()

    def show_gap(self, gap: int) -> None:
        """Show the gap as it is; the user did not choose it here."""
        self._rest.stop()
        for box in (self.slider, self.spin):
            box.blockSignals(True)
            box.setValue(gap)
            box.blockSignals(False)

    def show_count(self, holes: int | None) -> None:
        """Tell how many holes are closed in the drawing on show; None while that is unknown."""
        if holes is None:
            self._count.setText(tr("Finding the regions …"))
        elif holes == 0:
            self._count.setText(tr("No hole is closed in this drawing"))
        else:
            self._count.setText(
                trn(
                    "{count} hole closed in this drawing",
                    "{count} holes closed in this drawing",
                    holes,
                )
            )

    def open_at(self, corner: QPoint) -> None:
        """Open with the lower right corner at a point of the screen."""
        self.adjustSize()
        self.move(corner - QPoint(self.width(), self.height()))
        self.show()
        self.spin.setFocus(Qt.FocusReason.PopupFocusReason)
        self.spin.selectAll()

    @Slot(int)
    def _on_slider(self, gap: int) -> None:
        self.spin.setValue(gap)

    @Slot(int)
    def _on_spin(self, gap: int) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(gap)
        self.slider.blockSignals(False)
        self._rest.start()

    @Slot()
    def _on_rest(self) -> None:
        self.gap_chosen.emit(self.spin.value())

    def hideEvent(self, event: object) -> None:
        """What was just chosen counts, however quickly the window closes."""
        if self._rest.isActive():
            self._rest.stop()
            self._on_rest()
