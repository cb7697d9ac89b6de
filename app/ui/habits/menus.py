"""The menu bar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QMenuBar

from app.language import marked, tr
from app.ui.controls.actions import Act, Actions
from app.ui.habits.theme_choice import THEMES
from app.ui.view.options import AGAINST, COMPARES, PAPERS


@dataclass(frozen=True)
class Submenu:
    """A menu in a menu."""

    title: str
    acts: tuple[Act | None, ...]


# None is a separator.
_MENUS: dict[str, tuple[Act | Submenu | None, ...]] = {
    marked("&File"): (
        Act.NEW_SHOW,
        Act.OPEN_SHOW,
        Act.OPEN,
        Act.OPEN_SAMPLE,
        None,
        Act.ADD_SHOT,
        Act.IMPORT_FOOTAGE,
        None,
        Act.SAVE,
        Act.SAVE_AS,
        None,
        Act.EXPORT,
        None,
        Act.QUIT,
    ),
    marked("&Edit"): (
        Act.UNDO,
        Act.REDO,
        None,
        Act.TOGGLE_KEY,
        Act.ADD_KEYS,
        Act.KEY_TO_PREVIOUS,
        Act.KEY_TO_NEXT,
        None,
        Act.SELECT_ALL,
        Act.SELECT_NONE,
        Act.SELECT_PREVIOUS,
        Act.SELECT_NEXT,
        None,
        Act.PREFERENCES,
        Act.SHORTCUTS,
    ),
    marked("&Shot"): (
        Act.COLORIZE,
        Act.COLORIZE_SELECTION,
        Act.COLORIZE_ALL,
        Act.BLEND,
        Act.BORROW_KEYS,
        None,
        Act.FINE_TUNE,
        None,
        Act.CANCEL,
        None,
        Act.PREVIOUS_SHOT,
        Act.NEXT_SHOT,
        None,
        Act.RELINK,
        Act.REMOVE_SHOT,
    ),
    marked("&Correct"): (
        Act.PAINT,
        Act.TAKE_BACK,
        None,
        Act.REACH_STRETCH,
        Act.REACH_RANGE,
        Act.REACH_DRAWING,
        None,
        Act.NEXT_FINDING,
        Act.PREVIOUS_FINDING,
        Act.ACCEPT,
        Act.USE_OTHER,
        Act.GIVE_COLOR,
        Act.ACCEPT_DRAWING,
        None,
        Act.LEARN_FROM_CORRECTIONS,
    ),
    marked("&Gaps"): (
        Act.GAP_OPTIONS,
        Act.GAP_WIDER,
        Act.GAP_NARROWER,
        None,
        Act.GAP_STROKE,
        Act.ERASE_GAP_STROKE,
        Act.FIND_LEAKS,
        Act.LEAVE_OPEN,
    ),
    marked("&Palette"): (
        Act.EYEDROPPER,
        Act.PREVIOUS_COLOR,
        Act.NEXT_COLOR,
        None,
        Act.SWAP_COLOR,
        Act.RENAME_COLOR,
        Act.ADD_COLOR,
        None,
        Act.IMPORT_PALETTE,
        Act.EXPORT_PALETTE,
    ),
    marked("&View"): (
        Act.SHOW_LINE,
        Act.SHOW_COLOR,
        Act.SHOW_COMPOSITE,
        Act.SHOW_DOUBT,
        Act.SHOW_SOFT,
        Act.SHOW_REGIONS,
        None,
        Submenu(marked("Compare"), (*COMPARES, None, *AGAINST)),
        Act.ONION,
        Act.ONION_OPTIONS,
        Act.PAINT_TRACES,
        Submenu(marked("Paper"), tuple(PAPERS)),
        Submenu(marked("Theme"), tuple(THEMES)),
        None,
        Act.FIT,
        Act.ACTUAL,
        Act.ZOOM_IN,
        Act.ZOOM_OUT,
        None,
        Act.NEXT_PART,
        Act.PREVIOUS_PART,
    ),
    marked("&Play"): (
        Act.PLAY,
        Act.LOOP,
        None,
        Act.FIRST,
        Act.PREVIOUS,
        Act.PREVIOUS_FRAME,
        Act.NEXT_FRAME,
        Act.NEXT,
        Act.LAST,
        None,
        Act.ON_ONES,
        Act.ON_TWOS,
        Act.ON_THREES,
    ),
    marked("&Help"): (Act.TOUR, Act.SHORTCUTS, None, Act.ABOUT),
}

TIMELINE_MENU = (
    Act.COLORIZE_SELECTION,
    Act.TOGGLE_KEY,
    Act.KEY_TO_PREVIOUS,
    Act.KEY_TO_NEXT,
    Act.SELECT_ALL,
    Act.SELECT_NONE,
)
"""What a right click on the timeline offers."""


# A submenu stands below this action.
_RECENT_BELOW = Act.OPEN

# Where the letters are not Latin, the underlined one stands behind the word: `ファイル(&F)`.
_MNEMONIC = re.compile(r"\(&\w\)|&")


def fill_menu_bar(bar: QMenuBar, actions: Actions, recent: QMenu) -> None:
    """Fill the menu bar from the table.

    Args:
        bar: the window's menu bar.
        actions: the window's actions.
        recent: the menu of shows and shot folders opened last.
    """
    for title, acts in _MENUS.items():
        _fill(bar.addMenu(tr(title)), acts, actions, recent)


def acts_by_menu() -> dict[str, list[Act]]:
    """All actions by the title of the first menu they are in, in the order of the menus."""
    seen: set[Act] = set()
    grouped: dict[str, list[Act]] = {}
    for title, entries in _MENUS.items():
        acts = [act for act in _flat(entries) if act not in seen]
        seen.update(acts)
        grouped[_MNEMONIC.sub("", tr(title))] = acts
    return grouped


def _flat(entries: Sequence[Act | Submenu | None]) -> Iterator[Act]:
    for entry in entries:
        if isinstance(entry, Submenu):
            yield from _flat(entry.acts)
        elif entry is not None:
            yield entry


def _fill(
    menu: QMenu, entries: Sequence[Act | Submenu | None], actions: Actions, recent: QMenu
) -> None:
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, Submenu):
            _fill(menu.addMenu(tr(entry.title)), entry.acts, actions, recent)
        else:
            menu.addAction(actions[entry])
        if entry is _RECENT_BELOW:
            menu.addMenu(recent)
