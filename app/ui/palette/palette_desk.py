"""What is done to colors in the window: read, chosen, edited, asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.ui.controls.actions import Act, Actions
from app.ui.controls.file_choice import FileChooser
from app.ui.desk.session import Session
from app.ui.keys.key_colors import KeyColors
from app.ui.messages.notices import Notices
from app.ui.palette.palette_dialogs import PaletteDialogs
from app.ui.palette.palette_editing import PaletteEditing
from app.ui.palette.show_colors import ShowColors
from app.ui.view.eyedropper import Eyedropper
from app.ui.view.frame_view import FrameView


class PaletteDesk(QObject):
    """Puts the parts together that care for colors.

    Attributes:
        editing: changes palettes.
        dialogs: asks for colors and palettes.
    """

    def __init__(
        self,
        session: Session,
        view: FrameView,
        actions: Actions,
        notices: Notices,
        chooser: FileChooser,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._key_colors = KeyColors(session, self)
        self._show_colors = ShowColors(session, self)
        self.editing = PaletteEditing(session, self._show_colors, self)
        eyedropper = Eyedropper(session, view, actions[Act.EYEDROPPER], self)
        self.dialogs = PaletteDialogs(
            session, self.editing, self._show_colors, eyedropper, notices, chooser, window
        )
        for act, slot in {
            Act.SWAP_COLOR: self.dialogs.swap,
            Act.ADD_COLOR: self.dialogs.add,
            Act.IMPORT_PALETTE: self.dialogs.import_palette,
            Act.EXPORT_PALETTE: self.dialogs.export_palette,
        }.items():
            actions[act].triggered.connect(slot)

    def stop(self) -> None:
        """End the background threads."""
        self._key_colors.stop()
        self._show_colors.stop()
