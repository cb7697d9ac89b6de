"""The view with what lies over it: the drawing on show, its mode, legend and hints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QLabel, QWidget

from app.document.shot import Shot
from app.ui.actions import Act, Actions
from app.ui.frame_view import FrameView
from app.ui.heat_legend import HeatLegend
from app.ui.key_drops import named_or
from app.ui.pictures import Pictures
from app.ui.rendering import PictureMode
from app.ui.session import Session
from app.ui.widgets import label

# Drawings fetched ahead, so that stepping and playing find them ready.
_AHEAD = 3
_MARGIN = 16

MODES = {
    Act.SHOW_LINE: PictureMode.LINE,
    Act.SHOW_COLOR: PictureMode.COLOR,
    Act.SHOW_COMPOSITE: PictureMode.COMPOSITE,
    Act.SHOW_DOUBT: PictureMode.DOUBT,
}


class ViewArea(FrameView):
    """Shows the session's current drawing in one of the modes."""

    def __init__(
        self,
        session: Session,
        pictures: Pictures,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures = pictures
        self._mode = PictureMode.COMPOSITE
        self._legend = HeatLegend(self)
        self._chip: QLabel = label("", "chip")
        self._chip.setParent(self)
        self._chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.installEventFilter(self)
        session.shot_changed.connect(self._on_shot_changed)
        session.current_changed.connect(self.refresh)
        session.drawings_changed.connect(self.refresh)
        pictures.picture_ready.connect(self._take_picture)
        pictures.unreadable.connect(self.refresh)
        self._connect_actions(actions)
        self._show_overlays()

    def _connect_actions(self, actions: Actions) -> None:
        modes = QActionGroup(self)
        for act, mode in MODES.items():
            actions[act].setData(mode)
            actions[act].setChecked(mode is self._mode)
            modes.addAction(actions[act])
        modes.triggered.connect(self._on_mode)
        actions[Act.FIT].triggered.connect(self.fit)
        actions[Act.ACTUAL].triggered.connect(self._on_actual)
        actions[Act.ZOOM_IN].triggered.connect(self.zoom_in)
        actions[Act.ZOOM_OUT].triggered.connect(self.zoom_out)

    @property
    def mode(self) -> PictureMode:
        """What is shown of a drawing."""
        return self._mode

    @property
    def hint(self) -> str:
        """The words over the view; "" when there are none."""
        return self._chip.text() if self._chip.isVisibleTo(self) else ""

    def set_mode(self, mode: PictureMode) -> None:
        """Show another side of the drawings."""
        self._mode = mode
        self.refresh()

    @Slot(QAction)
    def _on_mode(self, action: QAction) -> None:
        self.set_mode(action.data())

    @Slot()
    def _on_actual(self) -> None:
        self.zoom_to(1.0)

    @Slot()
    def refresh(self) -> None:
        """Show the current drawing as it is now, as soon as its picture is ready."""
        shot = self._session.shot
        if shot is None:
            return
        self._fetch_ahead(shot)
        self._take_picture()
        self._show_overlays()

    @Slot()
    def _take_picture(self) -> None:
        if self._session.shot is None:
            return
        number = self._session.current
        image = self._pictures.picture(number, self._mode)
        if image is not None:
            if image is not self.image:
                self.show_image(image)
        elif self._pictures.problem(number, self._mode) is not None:
            self.show_image(None)

    def _fetch_ahead(self, shot: Shot) -> None:
        index = shot.index(self._session.current)
        # The farthest first: what is asked for last is loaded first.
        for drawing in reversed(shot.drawings[index + 1 : index + 1 + _AHEAD]):
            self._pictures.picture(drawing.number, self._mode)

    @Slot()
    def _on_shot_changed(self) -> None:
        self.show_image(None)
        self.fit()
        self.refresh()

    def drop_hint(self, paths: Sequence[Path]) -> str:
        """What letting these files go here would do."""
        shot = self._session.shot
        if shot is None or any(path.is_dir() for path in paths):
            return "Drop to open this shot"
        if len(paths) > 1:
            return f"Drop to mark {len(paths)} keys by drawing number"
        return f"Drop to make drawing {named_or(shot, self._session.current, paths[0])} a key"

    # Overlays

    def _show_overlays(self) -> None:
        self._legend.setVisible(self._mode is PictureMode.DOUBT)
        text = self._words()
        self._chip.setText(text)
        self._chip.setVisible(bool(text))
        self._place_overlays()

    def _words(self) -> str:
        shot = self._session.shot
        if shot is None:
            return ""
        number = self._session.current
        problem = self._pictures.problem(number, self._mode) or self._session.failures.get(number)
        if problem:
            return problem
        if not shot.keys:
            return "Drop the colored key drawings on the timeline to begin"
        has_color = shot.coloring(number) is not None or number in shot.keys
        if self._mode is PictureMode.DOUBT and shot.coloring(number) is None:
            return "Confidence is known when the drawing is colored"
        if self._mode is not PictureMode.LINE and not has_color:
            return "Not colored yet"
        return ""

    def _place_overlays(self) -> None:
        self._legend.move(_MARGIN, self.height() - self._legend.height() - _MARGIN)
        room = self.width() - 2 * _MARGIN
        self._chip.setWordWrap(False)
        if self._chip.sizeHint().width() > room:
            self._chip.setWordWrap(True)
            self._chip.resize(room, self._chip.heightForWidth(room))
        else:
            self._chip.adjustSize()
        below = self.height() - self._chip.height() - _MARGIN // 2
        self._chip.move(QPoint((self.width() - self._chip.width()) // 2, below))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the overlays in their corners."""
        if event.type() == QEvent.Type.Resize:
            self._place_overlays()
        return False
