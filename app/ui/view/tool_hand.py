"""Tools and the actions that take them into the hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup

from app.ui.view.tool import ViewTool


class ToolHand(QObject):
    """Holds one tool at most: the one whose action is checked."""

    def __init__(self, take: Callable[[ViewTool | None], None], parent: QObject) -> None:
        """Begin with an empty hand.

        Args:
            take: gives the view a tool, or None.
            parent: owns the hand.
        """
        super().__init__(parent)
        self._take = take
        self._held: ViewTool | None = None
        self._tools: dict[QAction, ViewTool] = {}
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)

    def offer(self, action: QAction, tool: ViewTool) -> None:
        """Let a checkable action take a tool into the hand, and lay it down again."""
        self._tools[action] = tool
        self._group.addAction(action)
        action.toggled.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        chosen = self._group.checkedAction()
        tool = None if chosen is None else self._tools[chosen]
        if tool is not self._held:
            self._held = tool
            self._take(tool)
