"""The palette's dialogs: change a color, add one, import and export."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QWidget

from app.document.color_names import Color
from app.document.palette import PaletteEntry
from app.io.palettes.palette_file import PaletteFileError, read_palette, write_palette
from app.language import tr
from app.ui.controls.file_choice import FileChooser
from app.ui.desk.color_words import color_words
from app.ui.desk.session import Session
from app.ui.messages.notices import NoticeKind, Notices
from app.ui.palette.color_dialog import ColorDialog
from app.ui.palette.palette_editing import PaletteEditing
from app.ui.palette.show_colors import ShowColors
from app.ui.palette.swap_place import SwapPlace
from app.ui.view.eyedropper import Eyedropper

_FIRST_OFFERED: Color = (128, 128, 128, 255)

_PLACE = QPoint(16, 100)


class PaletteDialogs(QObject):
    """Asks, and hands the answers to the editing. One color dialog is open at a time.

    Attributes:
        dialog: the open color dialog, or None.
    """

    def __init__(
        self,
        session: Session,
        editing: PaletteEditing,
        show_colors: ShowColors,
        eyedropper: Eyedropper,
        notices: Notices,
        chooser: FileChooser,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.dialog: ColorDialog | None = None
        self._session = session
        self._editing = editing
        self._show_colors = show_colors
        self._eyedropper = eyedropper
        self._notices = notices
        self._chooser = chooser
        self._window = window
        session.shot_changed.connect(self.close)

    @Slot()
    def swap(self) -> None:
        """Ask what the current color is to be painted as; the view follows at once."""
        source = self._session.current_color
        if source is None:
            return
        self.close()
        entry = self._session.colors.palette[source]
        dialog = ColorDialog(
            tr("Change “{name}”", name=color_words(entry.name)),
            entry.painted,
            self._eyedropper,
            self._window,
            source,
            place=self._swap_place(entry),
        )
        dialog.tried.connect(partial(self._session.colors.try_swap, source))
        dialog.chosen.connect(partial(self._on_swap, source))
        self._show(dialog)

    def _swap_place(self, entry: PaletteEntry) -> SwapPlace | None:
        if len(self._session.show.shots) < 2:
            return None
        self._show_colors.watch()
        return SwapPlace(self._session, self._show_colors, entry)

    @Slot()
    def add(self) -> None:
        """Ask for a color that no key has."""
        if self._session.shot is None:
            return
        self.close()
        source = self._session.current_color
        palette = self._session.colors.palette
        color = _FIRST_OFFERED if source is None else palette[source].painted
        group = "" if source is None else palette[source].group
        dialog = ColorDialog(tr("Add color"), color, self._eyedropper, self._window, asks_name=True)
        dialog.chosen.connect(partial(self._on_add, group))
        self._show(dialog)

    @Slot()
    def close(self) -> None:
        """Close the color dialog, if one is open; nothing is changed."""
        if self.dialog is not None:
            self.dialog.reject()

    @Slot()
    def import_palette(self) -> None:
        """Ask for a palette and take it."""
        shot = self._session.shot
        if shot is None:
            return
        path = self._chooser.palette(tr("Import palette"), shot.folder.parent)
        if path is None:
            return
        self._notices.dismiss(NoticeKind.ERROR)
        try:
            entries = read_palette(path)
        except PaletteFileError as error:
            self._notices.show_notice(NoticeKind.ERROR, str(error))
            return
        palette = self._session.colors.settled
        self._editing.take(palette.merged(entries), tr("import palette"))
        added = len(self._session.colors.palette) - len(palette)
        self._session.said.emit(
            tr(
                "{file}: {known} colors of this shot took name and group, {added} were added.",
                file=path.name,
                known=len(entries) - added,
                added=added,
            )
        )

    @Slot()
    def export_palette(self) -> None:
        """Ask for a name and write the palette."""
        shot = self._session.shot
        if shot is None:
            return
        if not self._session.colors.palette.entries:
            self._session.said.emit(tr("There are no colors yet; mark a key or add a color first."))
            return
        path = self._chooser.new_palette(
            tr("Export palette"), shot.folder.parent / f"{shot.name}.gpl"
        )
        if path is None:
            return
        self._notices.dismiss(NoticeKind.ERROR)
        try:
            write_palette(path, shot.name, self._session.colors.palette.entries)
        except PaletteFileError as error:
            self._notices.show_notice(NoticeKind.ERROR, str(error))
        else:
            self._session.said.emit(tr("Palette written to {path}", path=path))

    def _show(self, dialog: ColorDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_finished)
        # Beside what it changes, not over it.
        dialog.move(self._window.mapToGlobal(_PLACE))
        dialog.show()

    def _on_swap(self, source: Color, painted: Color, name: str) -> None:
        assert self.dialog is not None
        if source not in self._session.colors.palette:
            return
        if self.dialog.place is not None and self.dialog.place.all_shots.isChecked():
            self._editing.swap_in_show(source, painted)
        else:
            self._editing.swap(source, painted)

    def _on_add(self, group: str, color: Color, name: str) -> None:
        self._editing.add(color, name, group)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
        self._show_colors.end_watch()
        self._session.colors.end_try()
