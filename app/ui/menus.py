"""The menu bar."""

from __future__ import annotations

from PySide6.QtWidgets import QMenuBar

from app.ui.actions import Act, Actions

# None is a separator.
_MENUS: dict[str, tuple[Act | None, ...]] = {
    "&File": (Act.OPEN, Act.OPEN_SAMPLE, None, Act.EXPORT, None, Act.QUIT),
    "&Edit": (Act.UNDO, Act.REDO, None, Act.TOGGLE_KEY, Act.ADD_KEYS),
    "&Shot": (Act.COLORIZE, Act.COLORIZE_ALL, None, Act.CANCEL),
    "&View": (
        Act.SHOW_LINE,
        Act.SHOW_COLOR,
        Act.SHOW_COMPOSITE,
        Act.SHOW_DOUBT,
        None,
        Act.FIT,
        Act.ACTUAL,
        Act.ZOOM_IN,
        Act.ZOOM_OUT,
    ),
    "&Play": (Act.PLAY, Act.LOOP, None, Act.FIRST, Act.PREVIOUS, Act.NEXT, Act.LAST),
}


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> None:
    """Fill the menu bar from the table."""
    for title, acts in _MENUS.items():
        menu = bar.addMenu(title)
        for act in acts:
            if act is None:
                menu.addSeparator()
            else:
                menu.addAction(actions[act])
