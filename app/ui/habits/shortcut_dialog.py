"""Keyboard shortcuts: find an action, press other keys for it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.language import marked, tr
from app.ui.controls.actions import Act
from app.ui.controls.widgets import explain, label
from app.ui.habits.shortcut_list import ShortcutList
from app.ui.habits.shortcuts import Shortcuts, words_for

_PLACES = (marked("Keys"), marked("Or"))
_SIZE = (620, 640)


class ShortcutDialog(QDialog):
    """Changes take effect at once and are kept; a key that something else has is asked about.

    Attributes:
        search: the search field.
        list: the actions.
        recorders: the fields in which keys are pressed, the first shown in menus.
        message: whose the pressed keys are already.
        take: takes them from there.
        reset, reset_all: give keys back that an action, or all, came with.
    """

    def __init__(self, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._shortcuts = shortcuts
        self._asked: tuple[Act, int, str] | None = None
        self.search = QLineEdit()
        self.list = ShortcutList(shortcuts)
        self.recorders = [_recorder(tr(name)) for name in _PLACES]
        self._name = label("", "keyNumber")
        self._tip = label("", "dim", wraps=True)
        self.message = label("", "warning", wraps=True)
        self.take = QPushButton(tr("Take it from there"))
        self.reset = QPushButton(tr("Reset"))
        self.reset_all = QPushButton(tr("Reset all"))
        self._close = QPushButton(tr("Close"))
        self._lay_out()
        self._connect()
        self.list.choose(next(iter(Act)))

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(tr("Search by name or keys"))
        self.search.setAccessibleName(tr("Search"))
        self.search.setClearButtonEnabled(True)
        explain(self.take, tr("The other action is left without these keys"))
        explain(self.reset, tr("Give this action the keys that it came with"))
        explain(self.reset_all, tr("Give all actions the keys that they came with"))
        for button in (self.take, self.reset, self.reset_all, self._close):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.reset_all)
        buttons.addStretch()
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._editor())
        layout.addLayout(buttons)

    def _editor(self) -> QWidget:
        editor = QFrame()
        editor.setObjectName("keyEditor")
        grid = QGridLayout(editor)
        grid.setContentsMargins(14, 12, 14, 12)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._name, 0, 0, 1, 5)
        grid.addWidget(self._tip, 1, 0, 1, 5)
        for place, (name, recorder) in enumerate(
            zip(map(tr, _PLACES), self.recorders, strict=True)
        ):
            words = label(name, "dim")
            words.setBuddy(recorder)
            grid.addWidget(words, 2, 2 * place)
            grid.addWidget(recorder, 2, 2 * place + 1)
            grid.setColumnStretch(2 * place + 1, 1)
        grid.addWidget(self.reset, 2, 4)
        grid.addWidget(self.message, 3, 0, 1, 4)
        grid.addWidget(self.take, 3, 4)
        # The row of the question keeps its height, so that nothing jumps when it comes.
        grid.setRowMinimumHeight(3, self.take.sizeHint().height())
        return editor

    def _connect(self) -> None:
        self.search.textChanged.connect(self.list.search)
        self.list.chosen.connect(self._show_act)
        for place, recorder in enumerate(self.recorders):
            recorder.keySequenceChanged.connect(partial(self._on_recorded, place))
        self.take.clicked.connect(self._on_take)
        self.reset.clicked.connect(self._on_reset)
        self.reset_all.clicked.connect(self._on_reset_all)
        self._close.clicked.connect(self.accept)
        self._shortcuts.changed.connect(self._show_act)

    @Slot()
    def _show_act(self) -> None:
        self._ask(None)
        act = self.list.current
        for widget in (*self.recorders, self.reset):
            widget.setEnabled(act is not None)
        if act is None:
            return
        self._name.setText(tr(act.value.text))
        self._tip.setText(tr(act.value.tip))
        keys = self._shortcuts.keys(act)
        for place, recorder in enumerate(self.recorders):
            with QSignalBlocker(recorder):
                recorder.setKeySequence(QKeySequence(keys[place] if place < len(keys) else ""))
        self.reset.setEnabled(not self._shortcuts.is_default(act))

    def _on_recorded(self, place: int, sequence: QKeySequence) -> None:
        act, key = self.list.current, sequence.toString()
        if act is None:
            return
        other = self._shortcuts.owner(key, act) if key else None
        if other is None:
            self._give(act, place, key)
        else:
            self._ask((act, place, key), other)

    def _give(self, act: Act, place: int, key: str) -> None:
        keys = list(self._shortcuts.keys(act))
        keys[place : place + 1] = [key] if key else []
        self._shortcuts.set_keys(act, keys)

    def _ask(self, asked: tuple[Act, int, str] | None, other: Act | None = None) -> None:
        self._asked = asked
        self.message.setText(
            ""
            if asked is None or other is None
            else tr(
                "{keys} belongs to “{name}”.",
                keys=words_for(asked[2]),
                name=tr(other.value.text),
            )
        )
        self.take.setVisible(asked is not None)

    @Slot()
    def _on_take(self) -> None:
        if self._asked is not None:
            self._give(*self._asked)
            self.recorders[0].setFocus()

    @Slot()
    def _on_reset(self) -> None:
        act = self.list.current
        if act is not None:
            self._shortcuts.reset(act)

    @Slot()
    def _on_reset_all(self) -> None:
        self._shortcuts.reset_all()


def _recorder(name: str) -> QKeySequenceEdit:
    recorder = QKeySequenceEdit()
    recorder.setMaximumSequenceLength(1)
    recorder.setClearButtonEnabled(True)
    recorder.setAccessibleName(name)
    explain(recorder, tr("Press the keys that should do it"))
    return recorder
