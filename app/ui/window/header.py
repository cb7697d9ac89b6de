"""The top bar: which shot, how it is shown, and what one does with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.io.pictures.images import ImageError, read_size
from app.ui.controls.actions import Act, Actions
from app.ui.controls.widgets import ElidedLabel, label, push_button, set_primary, tool_button
from app.ui.desk.session import Session
from app.ui.shows.shots_panel import drawings_of, keys_of

_MODES = (
    Act.SHOW_LINE,
    Act.SHOW_COLOR,
    Act.SHOW_COMPOSITE,
    Act.SHOW_DOUBT,
    Act.SHOW_SOFT,
    Act.SHOW_REGIONS,
)


class Header(QFrame):
    """Shot name and facts, view modes, Fine-tune, Export and Colorize.

    Attributes:
        open, fine_tune, colorize: buttons.
    """

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(60)
        self._session = session
        self._actions = actions
        self._size = ""
        self._name = ElidedLabel("shotName", Qt.TextElideMode.ElideMiddle)
        self._facts = label("", "shotFacts")
        self.open = tool_button(actions[Act.OPEN])
        self._export = push_button(actions[Act.EXPORT])
        self.fine_tune = tool_button(actions[Act.FINE_TUNE])
        self.colorize = push_button(actions[Act.COLORIZE], is_primary=True)
        self._lay_out()
        session.shot_changed.connect(self._on_shot_changed)
        session.keys_changed.connect(self._show_facts)
        session.drawings_changed.connect(self._emphasize)

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 0, 16, 0)
        layout.addWidget(self._left(), 0, 0)
        layout.addWidget(self._modes(), 0, 1)
        layout.addWidget(self._right(), 0, 2, Qt.AlignmentFlag.AlignRight)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(2, 1)

    def _left(self) -> QWidget:
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.open)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._name)
        words.addWidget(self._facts)
        words.addStretch()
        row.addLayout(words)
        return side

    def _modes(self) -> QWidget:
        modes = QFrame()
        modes.setObjectName("modes")
        modes.setFixedHeight(36)
        row = QHBoxLayout(modes)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for act in _MODES:
            row.addWidget(tool_button(self._actions[act]))
        return modes

    def _right(self) -> QWidget:
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.fine_tune)
        for button in (self._export, self.colorize):
            button.setFixedHeight(36)
            row.addWidget(button)
        self.colorize.setMinimumWidth(152)
        return side

    @Slot()
    def _on_shot_changed(self) -> None:
        shot = self._session.shot
        if shot is None:
            return
        self._name.setText(shot.name)
        self._name.setToolTip(str(shot.folder))
        try:
            height, width = read_size(shot.drawings[0].path)
            self._size = f" · {width} × {height}"
        except ImageError:
            self._size = ""
        self._show_facts()
        self._emphasize()

    @Slot()
    def _emphasize(self) -> None:
        """The accent is on what comes next: coloring, and when all is colored, exporting."""
        has_pending = self._session.has_pending()
        set_primary(self.colorize, has_pending)
        set_primary(self._export, not has_pending)

    @Slot()
    def _show_facts(self) -> None:
        shot = self._session.shot
        if shot is None:
            return
        self._facts.setText(f"{drawings_of(shot)}{self._size} · {keys_of(shot)}")
