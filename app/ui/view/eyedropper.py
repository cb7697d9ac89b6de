"""The eyedropper: a click in the drawing tells which color is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent

from app.document.color_names import Color
from app.document.palette import PaletteEntry, identity
from app.language import tr
from app.ui.desk.color_words import color_words
from app.ui.desk.session import Session
from app.ui.view.frame_view import FrameView

TakePaint = Callable[[Color], None]


class Eyedropper(QObject):
    """While its action is checked, the next click in the view picks a color.

    The color is that of the whole region, also where a line is clicked. It becomes the current
    color of the session, or goes to whoever asked for it.
    """

    def __init__(self, session: Session, view: FrameView, action: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._action = action
        self._taker: TakePaint | None = None
        action.toggled.connect(self._on_toggled)
        view.clicked.connect(self._on_clicked)
        view.installEventFilter(self)

    def ask(self, taker: TakePaint) -> None:
        """Give the color that the next pick finds, as it is painted, to `taker` alone."""
        self._action.setChecked(True)
        self._taker = taker

    def forget(self) -> None:
        """Whoever asked is gone."""
        if self._taker is not None:
            self._action.setChecked(False)

    def entry_at(self, x: int, y: int) -> PaletteEntry | None:
        """The palette entry at an image position of the drawing on show."""
        shot, palette = self._session.shot, self._session.colors.palette
        if shot is None:
            return None
        coloring = shot.coloring(self._session.current)
        if coloring is not None and y < coloring.size[0] and x < coloring.size[1]:
            region = coloring.labels()[y, x]
            return palette.get(identity(coloring.palette[coloring.region_colors[region]]))
        image = self._view.image
        if image is None or self._session.current not in shot.keys:
            return None
        pixel = image.pixelColor(x, y)
        shown = identity((pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()))
        return palette.painted_as(shown) or palette.get(shown)

    @Slot(bool)
    def _on_toggled(self, is_on: bool) -> None:
        self._taker = None
        self._view.set_tool_cursor(Qt.CursorShape.CrossCursor if is_on else None)
        if is_on:
            self._session.said.emit(tr("Click a color in the drawing. Esc ends the eyedropper."))

    @Slot(int, int)
    def _on_clicked(self, x: int, y: int) -> None:
        if not self._action.isChecked():
            return
        entry = self.entry_at(x, y)
        if entry is None:
            self._session.said.emit(tr("There is no palette color here; click a painted region."))
            return
        taker = self._taker
        self._action.setChecked(False)
        if taker is not None:
            taker(entry.painted)
        else:
            self._session.choose_color(entry.source)
            self._session.said.emit(tr("Picked {name}", name=color_words(entry.name)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End with Esc."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        if not self._action.isChecked():
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # Esc must not stop a run as well
            return True
        if event.type() == QEvent.Type.KeyPress:
            self._action.setChecked(False)
            return True
        return False
