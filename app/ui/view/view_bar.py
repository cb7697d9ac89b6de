"""The bar under the view: what the pixel under the mouse is, and how drawings are looked at."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from app.language import tr
from app.ui.controls.actions import Act, Actions
from app.ui.controls.widgets import explain, tool_button
from app.ui.look.icons import icon
from app.ui.view.onion_panel import OnionPanel
from app.ui.view.options import AGAINST, COMPARES, PAPERS, ViewOptions
from app.ui.view.panes import Compare
from app.ui.view.readout import Readout

_ICON = QSize(16, 16)


class ViewBar(QFrame):
    """Read-out, paint tool, gap, compare, onion skin, paper, fit and zoom.

    Attributes:
        readout: tells about a pixel.
        onion_panel: the onion skin's options.
        gap: opens what is to be set about gaps.
    """

    def __init__(
        self, actions: Actions, options: ViewOptions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("viewBar")
        self.setFixedHeight(34)
        self._options = options
        self.readout = Readout()
        self.onion_panel = OnionPanel(options, self)
        self._wipe = actions[Act.WIPE]
        self._compare = _menu_button("compare", "", tr("Compare"))
        self._onion_options = tool_button(actions[Act.ONION_OPTIONS], _ICON)
        self.gap = tool_button(actions[Act.GAP_OPTIONS], _ICON)
        self.gap.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._zoom = tool_button(actions[Act.ACTUAL])
        self._zoom.setMinimumWidth(64)
        self._fill_menus(actions)
        self._lay_out(actions)
        actions[Act.ONION_OPTIONS].triggered.connect(self._open_onion_panel)
        options.changed.connect(self._show_compare)
        self._wipe.changed.connect(self._explain_compare)
        self._explain_compare()

    def _fill_menus(self, actions: Actions) -> None:
        menu = self._compare.menu()
        menu.addActions([actions[act] for act in COMPARES])
        menu.addSeparator()
        menu.addActions([actions[act] for act in AGAINST])

    def _lay_out(self, actions: Actions) -> None:
        paper = _menu_button("checkerboard", tr("Paper under transparent pixels"), tr("Paper"))
        paper.menu().addActions([actions[act] for act in PAPERS])
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(2)
        row.addWidget(self.readout, 1)
        row.addWidget(tool_button(actions[Act.PAINT], _ICON))
        row.addSpacing(6)
        row.addWidget(self.gap)
        row.addSpacing(6)
        row.addWidget(self._compare)
        row.addSpacing(6)
        row.addWidget(tool_button(actions[Act.ONION], _ICON))
        row.addWidget(self._onion_options)
        row.addSpacing(6)
        row.addWidget(paper)
        row.addSpacing(6)
        row.addWidget(tool_button(actions[Act.FIT], _ICON))
        row.addWidget(self._zoom)

    @Slot(float)
    def show_zoom(self, zoom: float) -> None:
        """Show the zoom in percent."""
        self._zoom.setText(f"{zoom * 100:.0f} %")

    @Slot()
    def _open_onion_panel(self) -> None:
        button = self._onion_options
        self._options.set_has_onion(True)
        self.onion_panel.open_at(button.mapToGlobal(QPoint(button.width(), -4)))

    @Slot()
    def _explain_compare(self) -> None:
        explain(self._compare, tr("Compare with another drawing"), self._wipe)

    @Slot()
    def _show_compare(self) -> None:
        compares = self._options.compare is not Compare.NONE
        self._compare.setIcon(icon("compare", "mark" if compares else "text"))


def _menu_button(icon_name: str, tip: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setIconSize(_ICON)
    explain(button, tip)
    button.setAccessibleName(name)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setMenu(QMenu(button))
    return button
