"""Checkable actions of which one is chosen, each standing for a value."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup

from app.ui.controls.actions import Act, Actions


class ChoiceGroup(QObject):
    """Keeps actions and a value in step.

    Signals:
        chosen(object): the user took a value; None when an optional choice was taken back.
    """

    chosen = Signal(object)

    def __init__(
        self,
        actions: Actions,
        values: Mapping[Act, object],
        parent: QObject,
        is_optional: bool = False,
    ) -> None:
        """Tie the actions together.

        Args:
            actions: the window's.
            values: what each action stands for.
            parent: owns the group.
            is_optional: the chosen action can be unchecked as well.
        """
        super().__init__(parent)
        self._group = group = QActionGroup(self)
        if is_optional:
            group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for act, value in values.items():
            actions[act].setData(value)
            group.addAction(actions[act])
        group.triggered.connect(self._on_triggered)

    def check(self, value: object) -> None:
        """Show what is chosen; a value without an action is none of them."""
        for action in self._group.actions():
            action.setChecked(action.data() == value)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data() if action.isChecked() else None)
