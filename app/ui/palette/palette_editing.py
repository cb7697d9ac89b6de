"""Editing the palette: what the user does becomes undoable commands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.commands.edit_palette import EditPalettes
from app.document.color_names import Color
from app.document.palette import Palette, identity
from app.document.show_swap import reach_of, swapped
from app.language import tr, trn
from app.ui.desk.session import Session
from app.ui.palette.show_colors import ShowColors
from app.ui.palette.swap_words import swapped_words


class PaletteEditing(QObject):
    """Changes the palette of the open shot; what would change nothing makes no command."""

    def __init__(self, session: Session, show_colors: ShowColors, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._show_colors = show_colors

    @property
    def _palette(self) -> Palette:
        return self._session.colors.settled

    def rename(self, source: Color, name: str) -> None:
        """Give a color another name; an empty one leaves it as it is."""
        if name.strip():
            self._push(self._palette.renamed(source, name), tr("rename color"))

    def rename_group(self, group: str, name: str) -> None:
        """Give a heading other words; an empty name dissolves the group."""
        self._push(self._palette.group_renamed(group, name), tr("rename group"))

    def move_group(self, group: str, by: int) -> None:
        """Move a heading with its colors down, or (negative) up."""
        self._push(self._palette.group_moved(group, by), tr("move group"))

    def group(self, sources: Sequence[Color], group: str) -> None:
        """Put colors into a group, or ("") out of any."""
        text = tr("group colors") if group else tr("ungroup colors")
        self._push(self._palette.grouped(sources, group.strip()), text)

    def move(self, sources: Sequence[Color], before: Color | None, group: str) -> None:
        """Move colors in front of another one, or to the end of a group."""
        self._push(self._palette.moved(sources, before, group), tr("move colors"))

    def swap(self, source: Color, painted: Color) -> None:
        """Paint a color as another on all drawings; as itself to take that back."""
        name = self._palette[source].name
        self._push(
            self._palette.with_color_swapped(source, identity(painted)),
            tr("change color “{name}”", name=name),
        )

    def swap_in_show(self, source: Color, painted: Color) -> None:
        """Paint a color as another in every shot that paints it the same, as one step."""
        entry = self._palette[source]
        paints = self._show_colors.paints()
        reach = reach_of(paints, entry)
        palettes = swapped(paints, reach, identity(painted))
        if palettes:
            text = tr("change color “{name}” in the show", name=entry.name)
            self._session.undo_stack.push(EditPalettes(palettes, text))
        words = swapped_words(entry.name, reach, palettes, len(paints))
        self._session.said.emit(words)

    def restore(self, sources: Sequence[Color]) -> None:
        """Paint colors as the keys have them again."""
        palette = self._palette
        for source in sources:
            palette = palette.with_color_swapped(source, source)
        self._push(palette, tr("restore colors"))

    def add(self, color: Color, name: str = "", group: str = "") -> None:
        """Add a color that no key has, and choose it; one that is there is chosen instead."""
        source = identity(color)
        if source not in self._palette:
            self._push(self._palette.added(source, name, group), tr("add color"))
        else:
            self._session.said.emit(
                tr("“{name}” is this color already.", name=self._palette[source].name)
            )
        self._session.choose_color(source)

    def remove(self, sources: Sequence[Color]) -> None:
        """Take colors away that no drawing has; the others stay."""
        colors = self._session.colors
        unused = [source for source in sources if not colors.usage(source).drawings]
        self._push(self._palette.removed(unused), tr("remove colors"))
        if left := len(sources) - len(unused):
            self._session.said.emit(
                trn(
                    "{count} color is in use and stayed.",
                    "{count} colors are in use and stayed.",
                    left,
                )
            )

    def remove_unused(self) -> None:
        """Take all colors away that no drawing has."""
        usage = self._session.colors.usage
        self.remove([e.source for e in self._palette if not usage(e.source).drawings])

    def take(self, palette: Palette, text: str) -> None:
        """Replace the palette by one that was made from it."""
        self._push(palette, text)

    def _push(self, palette: Palette, text: str) -> None:
        shot = self._session.shot
        if shot is not None and palette != self._palette:
            self._session.undo_stack.push(EditPalettes({shot: palette}, text))
