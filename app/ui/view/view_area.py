"""The view at work on a shot: which pictures it shows, and what is said over and about them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.engine.lent_keys import can_borrow
from app.jobs.loader import Loader
from app.language import tr
from app.ui.controls.actions import Act, Actions
from app.ui.desk.key_drops import named_or
from app.ui.desk.rendering import PictureMode
from app.ui.desk.session import Session
from app.ui.look.paper import Paper, paper_under
from app.ui.messages.sentences import told
from app.ui.view.comparison import Comparison, compare_drawings
from app.ui.view.frame_view import FrameView
from app.ui.view.onion_overlay import OnionOverlay, lies_under_paint, lines_lie_on_top
from app.ui.view.onion_pictures import OnionPictures
from app.ui.view.options import ViewOptions
from app.ui.view.overlays import Overlays
from app.ui.view.panes import Compare
from app.ui.view.pictures import Pictures
from app.ui.view.pixel_facts import Paint, PaintOf, PixelFacts, read_pixel
from app.ui.view.region_maps import RegionMaps
from app.ui.view.words import words_over

# Drawings fetched ahead, so that stepping and playing find them ready. Finding regions is slow:
# more than one would hold up what the user looks at when the gap distance changes again.
_AHEAD, _REGIONS_AHEAD = 3, 1


class ViewArea(FrameView):
    """Shows the session's current drawing as the options say.

    Attributes:
        paint_of: tells the read-out what the palette makes of a color of the keys.

    Signals:
        facts_changed(object): `PixelFacts` of the pixel under the mouse, or None.
        picture_shown(): another picture is on show.
    """

    facts_changed = Signal(object)
    picture_shown = Signal()

    def __init__(
        self,
        session: Session,
        pictures: Pictures,
        actions: Actions,
        options: ViewOptions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.paint_of: PaintOf = Paint
        self._session = session
        self._pictures = pictures
        self._options = options
        self._loader = Loader(self)
        self._onions = OnionPictures(self._loader, self)
        self._onion_overlay = OnionOverlay(self._onions)
        self._regions = RegionMaps(self._loader, self)
        self._comparison: Comparison | None = None
        self._is_playing = False
        self._mouse_at: QPointF | None = None
        self._is_waiting = False
        self._overlays = Overlays(self)
        self._borrow = actions[Act.BORROW_KEYS]
        self._connect(actions)
        self._on_options()

    def _connect(self, actions: Actions) -> None:
        session, pictures = self._session, self._pictures
        session.shot_changed.connect(self._on_shot_changed)
        session.current_changed.connect(self._on_current_changed)
        session.keys_changed.connect(self.refresh)
        self._borrow.toggled.connect(self.refresh)
        session.drawings_changed.connect(self.refresh)
        pictures.picture_ready.connect(self._take_pictures)
        pictures.unreadable.connect(self.refresh)
        self._onions.ready.connect(self._take_onion)
        self._regions.ready.connect(self._tell_facts)
        self._options.changed.connect(self._on_options)
        self.pointed.connect(self._on_pointed)
        actions[Act.FIT].triggered.connect(self.fit)
        actions[Act.ACTUAL].triggered.connect(self._on_actual)
        actions[Act.ZOOM_IN].triggered.connect(self.zoom_in)
        actions[Act.ZOOM_OUT].triggered.connect(self.zoom_out)

    @property
    def mode(self) -> PictureMode:
        """What is shown of a drawing."""
        return self._options.mode

    @property
    def is_waiting(self) -> bool:
        """True while the picture that should be on show is being made, and a former one is."""
        return self._is_waiting

    @property
    def hint(self) -> str:
        """The words over the view; "" when there are none."""
        return self._overlays.hint

    @property
    def pane_texts(self) -> tuple[str, str] | None:
        """What the left and the right side are called; None when nothing is compared."""
        return self._overlays.names.texts

    def stop(self) -> None:
        """End the background thread."""
        self._loader.stop()

    @Slot(bool)
    def set_playing(self, is_playing: bool) -> None:
        """Take onion skin and read-out away while the shot plays: they would only flicker."""
        self._is_playing = is_playing
        self._take_onion()
        self._tell_facts()

    @Slot()
    def _on_actual(self) -> None:
        self.zoom_to(1.0)

    @Slot()
    def _on_options(self) -> None:
        self.set_compare(self._options.compare)
        self.refresh()
        self._show_overlays()

    @Slot(int)
    def _on_current_changed(self, number: int) -> None:
        self._mouse.cancel_stroke()
        # What a scrub has passed need not be made any more.
        self._loader.clear()
        self._regions.forget_requests()
        self.refresh()

    # Pictures

    @Slot()
    def refresh(self) -> None:
        """Show the current drawing as it is now, as soon as its picture is ready."""
        shot = self._session.shot
        if shot is None:
            return
        self._fetch_ahead()
        self._comparison = None
        if self._options.compare is not Compare.NONE:
            self._comparison = compare_drawings(shot, self._session.current, self._options.against)
        self._take_pictures()
        self._take_onion()
        self._show_overlays()
        self._tell_facts()

    @Slot()
    def _take_pictures(self) -> None:
        if self._session.shot is None:
            return
        self._take_other()
        if self._session.is_blank:
            self._wait(False)
            self.show_image(None)
            return
        number = self._session.current
        image = self._pictures.picture(number, self.mode)
        self._wait(image is None)
        if image is not None:
            self.set_paper(self._paper_under(number))
            if image is not self.image:
                self.show_image(image)
                self.picture_shown.emit()
                self._take_onion()
                self._tell_facts()
        elif self._pictures.problem(number, self.mode) is not None:
            self.show_image(None)

    def _wait(self, is_waiting: bool) -> None:
        if is_waiting != self._is_waiting:
            self._is_waiting = is_waiting
            self._show_overlays()

    def _take_other(self) -> None:
        comparison = self._comparison
        if comparison is None or comparison.other is None:
            self.show_other(None, comparison is None or comparison.other_first, self.paper)
            return
        image = self._pictures.picture(comparison.other, self.mode)
        is_broken = self._pictures.problem(comparison.other, self.mode) is not None
        if image is not None or is_broken:
            self.show_other(image, comparison.other_first, self._paper_under(comparison.other))

    @Slot()
    def _take_onion(self) -> None:
        shot, options = self._session.shot, self._options
        if shot is None or self.image is None or self._is_playing or not options.has_onion:
            self.show_onion(None)
            return
        if self._is_waiting:
            return  # the former drawing is still on show, and its skin with it
        number, place = self._session.current, options.onion.place
        source = self._pictures.source(number, self.mode)
        size = (self.image.width(), self.image.height())
        on_top = lines_lie_on_top(place, source, self.mode)
        skin = self._onion_overlay.image(options.onion, shot, number, size, on_top)
        self.show_onion(skin, lies_under_paint(place, source, self.mode))

    def _paper_under(self, number: int) -> Paper:
        is_bare = self._pictures.source(number, self.mode).is_bare(self.mode)
        return paper_under(self._options.paper, is_bare)

    def _fetch_ahead(self) -> None:
        # The farthest first: what is asked for last is loaded first.
        ahead = _REGIONS_AHEAD if self.mode is PictureMode.REGIONS else _AHEAD
        for number in reversed(self._session.playhead.coming(ahead)):
            self._pictures.picture(number, self.mode)

    @Slot()
    def _on_shot_changed(self) -> None:
        self._onions.clear()
        self._regions.clear()
        self._loader.clear()
        self._mouse.cancel_stroke()
        self.show_image(None)
        self.fit()
        self.refresh()

    # The pixel under the mouse

    @Slot(object)
    def _on_pointed(self, at: QPointF | None) -> None:
        self._mouse_at = at
        self._tell_facts()

    @Slot()
    def _tell_facts(self) -> None:
        self.facts_changed.emit(self._facts())

    def _facts(self) -> PixelFacts | None:
        at = self._mouse_at
        pixel = None if at is None else self.pixel_at(at)
        if at is None or pixel is None or self._is_playing or self._is_waiting:
            return None
        number, shown = self._session.current, self.image
        if self.is_on_other(at) and self._comparison is not None:
            number, shown = self._comparison.other or number, self.other
        assert shown is not None
        source = self._pictures.source(number, self.mode)
        has_regions = source.coloring is not None or self.mode is PictureMode.REGIONS
        regions = self._regions.get(source) if has_regions else None
        return read_pixel(
            pixel, shown, self.mode, regions, self.paint_of, self._session.doubt_below
        )

    # Overlays

    def drop_hint(self, paths: Sequence[Path]) -> str:
        """What letting these files go here would do."""
        shot = self._session.shot
        if shot is None or any(path.is_dir() for path in paths):
            return tr("Drop to open this shot")
        if len(paths) > 1:
            return tr("Drop to mark {count} keys by drawing number", count=len(paths))
        number = named_or(shot, self._session.current, paths[0])
        return tr("Drop to make drawing {number} a key", number=number)

    def _show_overlays(self) -> None:
        has_legend = self.mode is PictureMode.DOUBT
        self._overlays.show(has_legend, self._comparison, self._words())

    def _words(self) -> str:
        shot = self._session.shot
        if shot is None:
            return ""
        if self._session.is_blank:
            missing = self._session.playhead.named
            if missing is not None:
                return tr(
                    "The timesheet has drawing {missing} here, which is not in the folder",
                    missing=missing,
                )
            return tr("This frame holds no drawing")
        number = self._session.current
        problem = self._pictures.problem(number, self.mode) or self._session.failures.get(number)
        if not problem and self._is_waiting and self.mode is PictureMode.REGIONS:
            return tr("Finding the regions …")
        if problem:
            return told(problem)
        borrows = self._borrow.isChecked() and can_borrow(shot, self._session.show.shots)
        return words_over(shot, number, self.mode, borrows)
