"""The context menu of the palette."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from app.document.color_names import Color, hex_name
from app.language import tr
from app.ui.controls.actions import Act, Actions
from app.ui.desk.session import Session
from app.ui.palette.palette_editing import PaletteEditing


def palette_menu(
    parent: QWidget,
    session: Session,
    actions: Actions,
    editing: PaletteEditing,
    chosen: Sequence[Color],
) -> QMenu:
    """What can be done with the chosen colors; at least one must be chosen.

    Args:
        parent: owner of the menu.
        session: whose palette.
        actions: those that do something with the current color.
        editing: carries the rest out.
        chosen: source colors.
    """
    menu = QMenu(parent)
    menu.addAction(actions[Act.SWAP_COLOR])
    _add(
        menu, tr("Original color"), partial(editing.restore, chosen), _any_swapped(session, chosen)
    )
    menu.addAction(actions[Act.RENAME_COLOR])
    _add_groups(menu, parent, session, editing, chosen)
    menu.addSeparator()
    _add(menu, tr("Next drawing with this color"), partial(go_to_next_use, session, chosen[0]))
    painted = session.colors.palette[chosen[0]].painted
    _add(menu, tr("Copy {painted}", painted=hex_name(painted)), partial(_copy, hex_name(painted)))
    menu.addSeparator()
    usage = session.colors.usage
    unused = [color for color in chosen if not usage(color).drawings]
    _add(menu, tr("Remove"), partial(editing.remove, unused), bool(unused))
    return menu


def heading_menu(
    parent: QWidget, editing: PaletteEditing, group: str, rename: Callable[[], None]
) -> QMenu:
    """What can be done with a group; `rename` opens the text field over its heading."""
    menu = QMenu(parent)
    _add(menu, tr("Rename group"), rename)
    _add(menu, tr("Move up"), partial(editing.move_group, group, -1))
    _add(menu, tr("Move down"), partial(editing.move_group, group, 1))
    menu.addSeparator()
    _add(menu, tr("Dissolve group"), partial(editing.rename_group, group, ""))
    return menu


def go_to_next_use(session: Session, color: Color) -> None:
    """Show the next drawing that has a color, from the start again after the last."""
    numbers = sorted(session.colors.drawings_with(color))
    if numbers:
        later = [number for number in numbers if number > session.current]
        session.go_to((later or numbers)[0])
    else:
        session.said.emit(tr("No drawing has this color."))


def _add(menu: QMenu, text: str, act: Callable[[], None], is_enabled: bool = True) -> None:
    action = menu.addAction(text)
    # Not connected to the call itself: `triggered` would hand it an argument.
    action.triggered.connect(lambda: act())
    action.setEnabled(is_enabled)


def _add_groups(
    menu: QMenu,
    parent: QWidget,
    session: Session,
    editing: PaletteEditing,
    chosen: Sequence[Color],
) -> None:
    groups = menu.addMenu(tr("Move to group"))
    for group in session.colors.palette.groups:
        if group:
            _add(groups, group.replace("&", "&&"), partial(editing.group, chosen, group))
    if not groups.isEmpty():
        groups.addSeparator()
    _add(groups, tr("New group…"), partial(_ask_group, parent, editing, chosen))
    grouped = any(session.colors.palette[color].group for color in chosen)
    _add(groups, tr("No group"), partial(editing.group, chosen, ""), grouped)


def _ask_group(parent: QWidget, editing: PaletteEditing, chosen: Sequence[Color]) -> None:
    name, is_given = QInputDialog.getText(parent, tr("New group"), tr("Name of the group:"))
    if is_given and name.strip():
        editing.group(chosen, name)


def _any_swapped(session: Session, chosen: Sequence[Color]) -> bool:
    return any(session.colors.palette[color].is_swapped for color in chosen)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
