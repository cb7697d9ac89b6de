"""Keys and palette, one under the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.controls.actions import Actions
from app.ui.desk.session import Session
from app.ui.keys.keys_panel import KeysPanel
from app.ui.palette.palette_editing import PaletteEditing
from app.ui.palette.palette_panel import PalettePanel
from app.ui.view.pictures import Pictures


class SidePanel(QScrollArea):
    """Scrolls when the window is low.

    Attributes:
        keys, palette_panel: its panels.
    """

    def __init__(
        self,
        session: Session,
        pictures: Pictures,
        actions: Actions,
        palette: PaletteEditing,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("colorPanel")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.keys = KeysPanel(session, pictures, actions)
        self.palette_panel = PalettePanel(session, actions, palette)
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(24)
        layout.addWidget(self.keys)
        layout.addWidget(self.palette_panel, 1)
        self.setWidget(column)
