"""The look: pure grays, so that colors can be judged, and one accent; dark or light."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from app.language import marked, tr
from app.ui.look.style_sheet import style_sheet

# Asked for in this order where the system's own font is a poor one for small text.
# A translation names those that suit its script.
_FONT_FAMILIES = marked("Inter, Noto Sans, DejaVu Sans, Noto Sans CJK JP")


@dataclass(frozen=True)
class Theme:
    """Colors as #rrggbb; every gray has three equal channels.

    Whatever is read has a contrast of 4.5 to 1 or more to what lies under it.

    Attributes:
        well: sunken areas: the timeline, text fields.
        window: bars and panels.
        raised: buttons and cards.
        hover: a raised thing under the mouse.
        lifted: a thing under the mouse on something that is raised itself.
        off: a button that cannot be pressed.
        edge: hairlines between areas.
        surround: behind the drawing.
        veil: what words over the drawing stand on, as "red, green, blue".
        text: what is read.
        dim: labels, secondary text.
        strong: what stands out among other words.
        faint: disabled text, empty slots; not for what must be read.
        accent: the one accent as an area with words on it: the primary button.
        accent_hover: the same under the mouse.
        on_accent: words on the accent.
        mark: the accent as words, icons, frames and lines.
        warning: doubt, stale, problems in a folder.
        error: what failed.
        good: what is finished.
    """

    well: str
    window: str
    raised: str
    hover: str
    lifted: str
    off: str
    edge: str
    surround: str
    veil: str
    text: str
    dim: str
    strong: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    mark: str
    warning: str
    error: str
    good: str

    def color(self, name: str) -> QColor:
        """A color of the theme by its attribute name."""
        return QColor(str(getattr(self, name)))


DARK = Theme(
    well="#141414",
    window="#1f1f1f",
    raised="#2d2d2d",
    hover="#3a3a3a",
    lifted="#484848",
    off="#262626",
    edge="#0d0d0d",
    surround="#333333",
    veil="20, 20, 20",
    text="#e4e4e4",
    dim="#ababab",
    strong="#ffffff",
    faint="#6e6e6e",
    accent="#2470c8",
    accent_hover="#2974cc",
    on_accent="#ffffff",
    mark="#62aaf7",
    warning="#e8a33d",
    error="#f28a79",
    good="#8fbf8f",
)

LIGHT = Theme(
    well="#e3e3e3",
    window="#f2f2f2",
    raised="#ffffff",
    hover="#d9d9d9",
    lifted="#cbcbcb",
    off="#e8e8e8",
    edge="#c4c4c4",
    surround="#a6a6a6",
    veil="245, 245, 245",
    text="#1c1c1c",
    dim="#525252",
    strong="#000000",
    faint="#8f8f8f",
    accent="#2470c8",
    accent_hover="#1f66b8",
    on_accent="#ffffff",
    mark="#185cab",
    warning="#8a5200",
    error="#b3281a",
    good="#2c6b2f",
)

_current = DARK


def theme() -> Theme:
    """The theme the application wears now; asked at every painting, never kept."""
    return _current


def apply_theme(app: QApplication, wanted: Theme = DARK) -> None:
    """Give the whole application the theme's style, palette, font and style sheet.

    May be called again while windows are open: all of them are painted anew.
    """
    global _current
    _current = wanted
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setFont(_font(app.font()))
    app.setPalette(_palette(wanted))
    app.setStyleSheet(style_sheet(asdict(wanted)))


def _palette(wanted: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for where, name in {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "well",
        role.AlternateBase: "raised",
        role.Text: "text",
        role.Button: "raised",
        role.ButtonText: "text",
        role.BrightText: "strong",
        role.PlaceholderText: "dim",
        role.ToolTipBase: "raised",
        role.ToolTipText: "text",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Link: "mark",
        role.Light: "lifted",
        role.Midlight: "hover",
        role.Mid: "hover",
        role.Dark: "edge",
        role.Shadow: "edge",
    }.items():
        palette.setColor(where, wanted.color(name))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, wanted.color("faint"))
    return palette


def _font(system: QFont) -> QFont:
    ours = tr(_FONT_FAMILIES).split(", ")
    font = QFont(system)
    font.setFamilies([*ours, *(name for name in system.families() if name not in ours)])
    return font
