"""Everything the window can do, in one table: words, icon, shortcuts."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.language import tr
from app.ui.look.icons import icon

ICON_NAME = "iconName"
"""Property of an action: its icon's name, for those who want it in another color."""


@dataclass(frozen=True)
class ActionSpec:
    """One row of the table.

    Attributes:
        text: words in menus.
        icon: name in the icon set, or "" for none.
        shortcuts: key sequences in portable text; the first is shown.
        tip: one sentence for the status bar and the tooltip.
        checkable: it is on or off.
    """

    text: str
    icon: str
    shortcuts: tuple[str, ...]
    tip: str
    checkable: bool = False


class Act(enum.Enum):
    """The actions."""

    NEW_SHOW = ActionSpec("New show", "", ("Ctrl+N",), "Begin a show without shots")
    OPEN_SHOW = ActionSpec(
        "Open show…", "folder-table-outline", ("Ctrl+Shift+O",), "Open a show that was saved"
    )
    ADD_SHOT = ActionSpec(
        "Add shot to show…",
        "folder-plus-outline",
        ("Ctrl+Alt+O",),
        "Put one more folder of line art into the open show",
    )
    IMPORT_FOOTAGE = ActionSpec(
        "Import finished footage…",
        "movie-open-plus-outline",
        ("Ctrl+Shift+F",),
        "Let the show learn from episodes that are finished, as videos or color frames",
    )
    SAVE = ActionSpec(
        "Save", "content-save-outline", ("Ctrl+S",), "Save the show with all its shots and colors"
    )
    SAVE_AS = ActionSpec("Save as…", "", ("Ctrl+Shift+S",), "Save the show under another name")
    OPEN = ActionSpec(
        "Open shot folder…", "folder-open-outline", ("Ctrl+O",), "Open a folder of line art"
    )
    OPEN_SAMPLE = ActionSpec(
        "Open the sample shot", "play-box-outline", (), "A finished example to try things on"
    )
    EXPORT = ActionSpec(
        "Export…", "export-variant", ("Ctrl+E",), "Write the colored drawings as images or a movie"
    )
    QUIT = ActionSpec("Quit", "", ("Ctrl+Q",), "Close Shiage")
    PREFERENCES = ActionSpec(
        "Preferences…", "cog-outline", ("Ctrl+,",), "Gaps, device, doubt, frame rate and theme"
    )
    SHORTCUTS = ActionSpec(
        "Keyboard shortcuts…",
        "keyboard-outline",
        ("Ctrl+Alt+K",),
        "See all shortcuts and change them",
    )
    TOUR = ActionSpec("Tour", "map-marker-path", (), "The whole job in four steps")
    ABOUT = ActionSpec("About Shiage", "", (), "Versions and licenses")

    UNDO = ActionSpec("Undo", "undo", ("Ctrl+Z",), "Take the last change back")
    REDO = ActionSpec("Redo", "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Do the change again")
    TOGGLE_KEY = ActionSpec(
        "Mark or unmark key",
        "key-variant",
        ("K",),
        "Give this drawing a color image as a key, or take its key away",
    )
    KEY_TO_PREVIOUS = ActionSpec(
        "Move key to the previous drawing",
        "",
        ("Ctrl+Alt+,",),
        "Give it to the drawing before",
    )
    KEY_TO_NEXT = ActionSpec(
        "Move key to the next drawing", "", ("Ctrl+Alt+.",), "Give it to the drawing after"
    )
    ADD_KEYS = ActionSpec(
        "Add keys…", "image-plus-outline", ("Ctrl+K",), "Choose color images by drawing number"
    )

    COLORIZE = ActionSpec(
        "Colorize shot", "auto-fix", ("Ctrl+Return",), "Color every drawing that has no color yet"
    )
    COLORIZE_ALL = ActionSpec(
        "Colorize again from scratch",
        "refresh",
        ("Ctrl+Shift+Return",),
        "Color all drawings anew, also those that are finished",
    )
    BLEND = ActionSpec(
        "Blend colors too",
        "",
        (),
        "Colorize also keeps the networks’ own blended color, for shows with gradients",
        True,
    )
    BORROW_KEYS = ActionSpec(
        "Use keys of other shots",
        "",
        (),
        "Colorize also looks at keys of the show’s other shots, where they show the same, and "
        "does with those alone in a shot that has none",
        True,
    )
    COLORIZE_SELECTION = ActionSpec(
        "Colorize selection",
        "selection-drag",
        ("Ctrl+Alt+Return",),
        "Color the selected drawings anew, or the one on show when none is selected",
    )
    FINE_TUNE = ActionSpec(
        "Fine-tune on this show…",
        "school-outline",
        ("Ctrl+Shift+T",),
        "Let the networks learn from the finished drawings of this show, on this machine",
    )
    LEARN_FROM_CORRECTIONS = ActionSpec(
        "Learn from my corrections",
        "school-outline",
        ("Ctrl+Shift+L",),
        "Learn from the keys and corrections of this shot for a minute, then color the rest again",
    )
    CANCEL = ActionSpec("Cancel", "close", ("Esc",), "Stop; what is finished stays")

    PAINT = ActionSpec(
        "Paint regions",
        "format-color-fill",
        ("B",),
        "Click regions, drag over them, or draw around them with Shift, to give them a color",
        True,
    )
    NEXT_FINDING = ActionSpec(
        "Next doubtful region", "chevron-right", ("N",), "Look at the next region in question"
    )
    PREVIOUS_FINDING = ActionSpec(
        "Previous doubtful region",
        "chevron-left",
        ("Shift+N",),
        "Look at the region in question before",
    )
    ACCEPT = ActionSpec(
        "Accept",
        "check",
        ("Return", "Enter"),
        "The color of the region in question is right; go on with the next",
    )
    USE_OTHER = ActionSpec(
        "Use other",
        "",
        ("Shift+Return", "Shift+Enter"),
        "The region in question has its second most probable color; go on with the next",
    )
    GIVE_COLOR = ActionSpec(
        "Use the current color",
        "",
        ("C",),
        "The region in question has the color that is chosen in the palette; go on with the next",
    )
    ACCEPT_DRAWING = ActionSpec(
        "Accept all of this drawing",
        "check-all",
        ("Shift+A",),
        "All colors of the drawing on show are right; its neighbors learn from them",
    )
    TAKE_BACK = ActionSpec(
        "Take corrections back",
        "",
        ("Ctrl+Backspace",),
        "Let the drawing on show be colored as if nobody had corrected it",
    )
    REACH_STRETCH = ActionSpec(
        "Reach all up to the next keys", "", (), "Corrections spread as far as the next keys", True
    )
    REACH_RANGE = ActionSpec(
        "Reach the selected range", "", (), "Corrections spread over the selected drawings", True
    )
    REACH_DRAWING = ActionSpec("Reach this drawing only", "", (), "Corrections do not spread", True)

    GAP_OPTIONS = ActionSpec(
        "Gap distance…",
        "vector-line",
        ("Alt+G",),
        "How wide holes in the lines may be and still part two regions",
    )
    GAP_WIDER = ActionSpec(
        "Close wider gaps", "", ("Ctrl+]",), "Close holes that are one pixel wider, in this shot"
    )
    GAP_NARROWER = ActionSpec(
        "Close narrower gaps only",
        "",
        ("Ctrl+[",),
        "Leave holes open that are one pixel narrower, in this shot",
    )
    GAP_STROKE = ActionSpec(
        "Gap stroke",
        "vector-polyline",
        ("G",),
        "Draw across a hole to part its regions; the line art stays as it is",
        True,
    )
    ERASE_GAP_STROKE = ActionSpec(
        "Erase gap stroke", "", ("Del",), "Take the chosen gap stroke away"
    )
    FIND_LEAKS = ActionSpec(
        "Find leaks", "pipe-leak", ("Shift+G",), "Click a region to see where it spills", True
    )
    LEAVE_OPEN = ActionSpec(
        "Leave as drawn",
        "",
        ("X",),
        "The chosen passage is drawn on purpose and no leak; once more takes that back",
    )

    EYEDROPPER = ActionSpec(
        "Eyedropper", "eyedropper", ("I",), "Click in the drawing to choose the color there", True
    )
    PREVIOUS_COLOR = ActionSpec("Previous color", "", ("[",), "Choose the color above")
    NEXT_COLOR = ActionSpec("Next color", "", ("]",), "Choose the color below")
    SWAP_COLOR = ActionSpec(
        "Change color…",
        "palette-swatch-outline",
        ("Ctrl+Shift+C",),
        "Paint the chosen color as another, on all drawings at once",
    )
    RENAME_COLOR = ActionSpec("Rename color", "", ("F2",), "Give the chosen color another name")
    ADD_COLOR = ActionSpec(
        "Add color…", "plus", ("Ctrl+Shift+A",), "Add a color that no key has to the palette"
    )
    IMPORT_PALETTE = ActionSpec(
        "Import palette…",
        "tray-arrow-down",
        ("Ctrl+Shift+I",),
        "Take names, groups and colors from a GIMP palette or a JSON file",
    )
    EXPORT_PALETTE = ActionSpec(
        "Export palette…",
        "tray-arrow-up",
        ("Ctrl+Shift+E",),
        "Write the palette as a GIMP palette or a JSON file",
    )

    PREVIOUS_SHOT = ActionSpec("Previous shot", "", ("PgUp",), "Go to the shot before")
    NEXT_SHOT = ActionSpec("Next shot", "", ("PgDown",), "Go to the shot after")
    RELINK = ActionSpec("Relink line art…", "", (), "Say where the line art of this shot is now")
    REMOVE_SHOT = ActionSpec(
        "Remove shot from show", "", (), "Take this shot out of the show; its files stay"
    )

    SHOW_LINE = ActionSpec("Line", "", ("1",), "Show the line art", True)
    SHOW_COLOR = ActionSpec("Color", "", ("2",), "Show the color layer without lines", True)
    SHOW_COMPOSITE = ActionSpec("Composite", "", ("3",), "Show lines over color", True)
    SHOW_DOUBT = ActionSpec(
        "Confidence", "", ("4",), "Show how sure the coloring is of each region", True
    )
    SHOW_SOFT = ActionSpec(
        "Soft", "", ("5",), "Show the networks’ own blended color under the lines", True
    )
    SHOW_REGIONS = ActionSpec(
        "Regions",
        "",
        ("6",),
        "Show each region in a color of its own: leaks are seen at once",
        True,
    )
    WIPE = ActionSpec(
        "Wipe", "compare", ("W",), "Compare with another drawing across a movable divider", True
    )
    SIDE_BY_SIDE = ActionSpec(
        "Side by side", "view-split-vertical", ("Shift+W",), "See another drawing beside this", True
    )
    AGAINST_KEY_BEFORE = ActionSpec(
        "With the key before", "", ("Alt+K",), "Compare with the nearest key before", True
    )
    AGAINST_KEY_AFTER = ActionSpec(
        "With the key after", "", ("Alt+Shift+K",), "Compare with the nearest key after", True
    )
    AGAINST_PREVIOUS = ActionSpec(
        "With the previous drawing", "", ("Alt+,",), "Compare with the drawing before", True
    )
    AGAINST_NEXT = ActionSpec(
        "With the next drawing", "", ("Alt+.",), "Compare with the drawing after", True
    )
    ONION = ActionSpec(
        "Onion skin",
        "layers-triple-outline",
        ("/",),
        "See the lines of neighboring drawings",
        True,
    )
    ONION_OPTIONS = ActionSpec(
        "Onion skin options…", "chevron-up", ("Alt+/",), "How many neighbors, in which colors"
    )
    PAPER_WHITE = ActionSpec("White", "", (), "White paper under transparent pixels", True)
    PAPER_CHECKER = ActionSpec(
        "Checkerboard", "", (), "A checkerboard under transparent pixels", True
    )
    PAPER_BLACK = ActionSpec("Black", "", (), "Black paper under transparent pixels", True)

    PAINT_TRACES = ActionSpec(
        "Paint over trace lines",
        "",
        (),
        "Let paint cover red, blue and green borders of shadow and highlight, here and in exports",
        True,
    )

    THEME_DARK = ActionSpec("Dark", "", (), "Dark neutral grays", True)
    THEME_LIGHT = ActionSpec("Light", "", (), "Light neutral grays", True)
    THEME_SYSTEM = ActionSpec("As the system", "", (), "Dark or light as the desktop is", True)
    NEXT_PART = ActionSpec(
        "Next part of the window",
        "",
        ("F6", "Ctrl+Tab"),
        "Give the keyboard to view, side column and timeline in turn",
    )
    PREVIOUS_PART = ActionSpec(
        "Previous part of the window",
        "",
        ("Shift+F6", "Ctrl+Shift+Tab"),
        "Give the keyboard to timeline, side column and view in turn",
    )

    FIT = ActionSpec("Fit", "fit-to-screen-outline", ("F",), "Show the whole drawing")
    ACTUAL = ActionSpec("Actual pixels", "", ("Ctrl+1",), "One image pixel per screen pixel")
    ZOOM_IN = ActionSpec(
        "Zoom in", "magnify-plus-outline", ("Ctrl++", "Ctrl+="), "Make the drawing larger"
    )
    ZOOM_OUT = ActionSpec(
        "Zoom out", "magnify-minus-outline", ("Ctrl+-",), "Make the drawing smaller"
    )

    SELECT_ALL = ActionSpec(
        "Select all", "select-all", ("Ctrl+A",), "Select every drawing of the timeline"
    )
    SELECT_NONE = ActionSpec("Select nothing", "", ("Ctrl+D",), "Select nothing; Esc does it too")
    SELECT_PREVIOUS = ActionSpec(
        "Extend selection to the left", "", ("Shift+Left",), "Select one more to the left"
    )
    SELECT_NEXT = ActionSpec(
        "Extend selection to the right",
        "",
        ("Shift+Right",),
        "Select one more to the right",
    )

    FIRST = ActionSpec("First frame", "skip-backward", ("Home",), "Go to the first frame")
    PREVIOUS = ActionSpec("Previous drawing", "step-backward", (",",), "Go to the drawing before")
    PREVIOUS_FRAME = ActionSpec(
        "Previous frame", "", ("Left", "Shift+,"), "Go one frame back, also within a hold"
    )
    PLAY = ActionSpec(
        "Play", "play", ("P", "Return"), "Play the shot or the selection, or stop playing"
    )
    NEXT_FRAME = ActionSpec(
        "Next frame", "", ("Right", "Shift+."), "Go one frame on, also within a hold"
    )
    NEXT = ActionSpec("Next drawing", "step-forward", (".",), "Go to the drawing after")
    LAST = ActionSpec("Last drawing", "skip-forward", ("End",), "Go to the last drawing")
    LOOP = ActionSpec(
        "Loop", "repeat", ("L",), "Start again at the end, of the selection if there is one", True
    )
    ON_ONES = ActionSpec("On ones", "", (), "Every drawing has one frame", True)
    ON_TWOS = ActionSpec("On twos", "", (), "Every drawing is held for two frames", True)
    ON_THREES = ActionSpec("On threes", "", (), "Every drawing is held for three frames", True)


class Actions:
    """A QAction for every row of the table, owned by a window and reachable by shortcut in it."""

    def __init__(self, owner: QWidget) -> None:
        self._actions = {act: _make(act.value, owner) for act in Act}
        owner.addActions(list(self._actions.values()))

    def __getitem__(self, act: Act) -> QAction:
        return self._actions[act]


def _make(spec: ActionSpec, owner: QWidget) -> QAction:
    action = QAction(tr(spec.text), owner)
    if spec.icon:
        action.setIcon(icon(spec.icon))
        action.setProperty(ICON_NAME, spec.icon)
    action.setShortcuts([QKeySequence(text) for text in spec.shortcuts])
    action.setCheckable(spec.checkable)
    explain_action(action, tr(spec.tip))
    return action


def explain_action(action: QAction, tip: str) -> None:
    """Say in the status bar and in the tooltip what an action does."""
    action.setStatusTip(tip)
    show_shortcut(action)


def show_shortcut(action: QAction) -> None:
    """End the tooltip with the shortcut as it is now."""
    action.setToolTip(with_shortcut(action.statusTip(), action))


def with_shortcut(words: str, action: QAction) -> str:
    """Words followed by the shortcut of an action, when it has one."""
    shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words}  ({shown})" if shown else words
