"""The colors of the shot: chosen, named, grouped and changed here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from app.document.color_names import Color
from app.language import tr
from app.ui.controls.actions import Act, Actions
from app.ui.controls.widgets import ElidedLabel, explain, label, tool_button
from app.ui.desk.color_words import color_words
from app.ui.desk.session import Session
from app.ui.look.icons import icon
from app.ui.look.swatches import paint_swatch
from app.ui.palette.palette_editing import PaletteEditing
from app.ui.palette.palette_list import PaletteList
from app.ui.palette.palette_menu import heading_menu, palette_menu
from app.ui.palette.palette_model import Heading, describe_color, describe_usage

_TOOLS = (Act.EYEDROPPER, Act.SWAP_COLOR, Act.ADD_COLOR)
_FILES = (Act.IMPORT_PALETTE, Act.EXPORT_PALETTE)
_ICON = QSize(16, 16)
_LOWEST_LIST = 220
_DETAIL_SWATCH = 44


class _LargeSwatch(QWidget):
    """The current color, large enough to be judged."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_DETAIL_SWATCH, _DETAIL_SWATCH)
        self.color: Color | None = None
        self.formerly: Color | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.color is not None:
            painter = QPainter(self)
            paint_swatch(painter, QRectF(self.rect()), self.color, self.formerly)
            painter.end()


class ColorDetail(QWidget):
    """The current color in words."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._swatch = _LargeSwatch()
        self.name = ElidedLabel("keyNumber")
        self.values = ElidedLabel("dim")
        self.usage = ElidedLabel("dim")
        words = QVBoxLayout()
        words.setSpacing(0)
        for line in (self.name, self.values, self.usage):
            words.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._swatch, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    @Slot()
    def refresh(self) -> None:
        """Show the current color as it is now."""
        color = self._session.current_color
        self.setVisible(color is not None)
        if color is None:
            return
        entry = self._session.colors.palette[color]
        self._swatch.color = entry.painted
        self._swatch.formerly = entry.source if entry.is_swapped else None
        self._swatch.update()
        self.name.setText(color_words(entry.name))
        self.values.setText(describe_color(entry.painted))
        self.values.setToolTip(
            tr("Instead of {source}", source=describe_color(entry.source))
            if entry.is_swapped
            else ""
        )
        self.usage.setText(describe_usage(self._session.colors.usage(color)))


class PalettePanel(QWidget):
    """Tools, the list of colors, and the current one in detail.

    Attributes:
        list: the colors.
        detail: the current color in words.
    """

    def __init__(
        self,
        session: Session,
        actions: Actions,
        editing: PaletteEditing,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._editing = editing
        self._hint = label("", "panelHint", True)
        self._title = label(tr("PALETTE"), "panelTitle")
        self.list = PaletteList(session)
        self.detail = ColorDetail(session)
        self._lay_out()
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.list.removal_asked.connect(self._on_removal)
        self.list.swap_asked.connect(actions[Act.SWAP_COLOR].trigger)
        self.list.items.renamed.connect(editing.rename)
        self.list.items.group_renamed.connect(editing.rename_group)
        self.list.items.moved.connect(editing.move)
        actions[Act.RENAME_COLOR].triggered.connect(self.list.rename_current)
        actions[Act.PREVIOUS_COLOR].triggered.connect(self._on_previous)
        actions[Act.NEXT_COLOR].triggered.connect(self._on_next)
        session.colors.changed.connect(self._refresh)
        session.current_color_changed.connect(self.detail.refresh)
        self._refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._title, 1)
        for act in _TOOLS:
            head.addWidget(tool_button(self._actions[act], _ICON))
        head.addWidget(self._more_button())
        self.list.setMinimumHeight(_LOWEST_LIST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._hint)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.detail)

    def _more_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("dots-horizontal"))
        button.setIconSize(_ICON)
        button.setAccessibleName(tr("More"))
        explain(button, tr("Import, export and tidy up"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addActions([self._actions[act] for act in _FILES])
        menu.addSeparator()
        menu.addAction(tr("Remove all unused colors")).triggered.connect(self._on_tidy)
        button.setMenu(menu)
        return button

    @Slot()
    def _on_tidy(self) -> None:
        self._editing.remove_unused()

    @Slot()
    def _refresh(self) -> None:
        count = len(self._session.colors.palette)
        self._title.setText(tr("PALETTE  {count}", count=count) if count else tr("PALETTE"))
        self._hint.setText(
            tr("Reading the colors of the keys…")
            if self._session.colors.is_reading
            else tr("The keys' exact colors appear here.")
        )
        self._hint.setVisible(not count)
        self.list.setVisible(count > 0)
        self.detail.refresh()

    @Slot(QPoint)
    def _on_menu(self, at: QPoint) -> None:
        menu = self.menu_at(at)
        if menu is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.list.viewport().mapToGlobal(at))

    def menu_at(self, at: QPoint) -> QMenu | None:
        """What can be done at a point of the list, or None."""
        index = self.list.indexAt(at)
        row = self.list.items.row_at(index)
        if isinstance(row, Heading):
            rename = partial(self.list.edit, index)
            return heading_menu(self, self._editing, row.group, rename)
        chosen = self.list.chosen
        if row is None or not chosen:
            return None
        return palette_menu(self, self._session, self._actions, self._editing, chosen)

    @Slot()
    def _on_removal(self) -> None:
        self._editing.remove(self.list.chosen)

    @Slot()
    def _on_previous(self) -> None:
        self.list.step(-1)

    @Slot()
    def _on_next(self) -> None:
        self.list.step(1)
