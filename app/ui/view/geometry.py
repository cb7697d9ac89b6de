"""Where pictures lie in a view, alone or compared: pure arithmetic in device pixels."""

from __future__ import annotations

from app.ui.view.panes import Compare, Pane, lay_panes, pane_width
from app.ui.view.view_transform import ViewTransform

Point = tuple[float, float]

# What is looked at closely has this many times its own size around it, and at most this zoom.
_ROOM_AROUND, _NEAR = 5.0, 4.0


class ViewGeometry:
    """Panes of a view and the one transform that all of them share.

    Attributes:
        transform: from pixels of the picture to a pane.
        is_fitted: the whole picture is kept in sight.
        compare: whether and how two pictures are shown.
        divider: place of the wipe's divider, 0 to 1.
        other_first: the picture compared with is on the left.
        image: (width, height) of the current picture; (0, 0) for none.
        view: (width, height) of the view.
    """

    def __init__(self) -> None:
        self.transform = ViewTransform(1.0, 0.0, 0.0)
        self.is_fitted = True
        self.compare = Compare.NONE
        self.divider = 0.5
        self.other_first = True
        self.image = (0, 0)
        self.view = (1, 1)

    def fit(self) -> None:
        """Show the whole picture, from now on."""
        self.is_fitted = True
        self.refit()

    def refit(self) -> None:
        """Show the whole picture again, if that is what was shown."""
        if self.is_fitted and all(self.image):
            self.transform = ViewTransform.fit(self.image, self._pane())

    def zoom_to(self, zoom: float) -> None:
        """Zoom about the middle of a pane."""
        self._move(self.transform.zoomed_to(zoom, self._middle()))

    def zoom_by(self, factor: float, at: Point | None = None) -> None:
        """Zoom by a factor about a point of the view, or about the middle of a pane."""
        about = self._middle() if at is None else (at[0] - self.pane_at(at[0]).origin, at[1])
        self._move(self.transform.stepped(factor, about))

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture."""
        self._move(self.transform.panned(dx, dy))

    def look_at(self, box: tuple[int, int, int, int]) -> None:
        """Look closely at a part of the picture (left, top, right, bottom).

        Only ever zooms in, and not further than single pixels can be told apart.
        """
        width, height = self._pane()
        sides = max(box[2] - box[0], 1), max(box[3] - box[1], 1)
        wanted = min(width / sides[0], height / sides[1]) / _ROOM_AROUND
        zoom = max(self.transform.zoom, min(wanted, _NEAR))
        x = width / 2 - (box[0] + box[2]) / 2 * zoom
        y = height / 2 - (box[1] + box[3]) / 2 * zoom
        self._move(ViewTransform(zoom, x, y))

    def panes(self) -> tuple[Pane, ...]:
        """The strips of the view, from left to right."""
        return lay_panes(self.compare, self.view[0], self.divider, self.other_first)

    def pane_at(self, x: float) -> Pane:
        """The strip at a place; the nearest one outside of all."""
        panes = self.panes()
        return next((pane for pane in panes[:-1] if x < pane.right), panes[-1])

    def to_image(self, at: Point) -> Point:
        """The point of the picture under a point of the view; it may lie outside the picture."""
        place = self.transform
        left = at[0] - self.pane_at(at[0]).origin - place.x
        return left / place.zoom, (at[1] - place.y) / place.zoom

    def _pane(self) -> tuple[int, int]:
        return pane_width(self.compare, self.view[0]), self.view[1]

    def _middle(self) -> Point:
        width, height = self._pane()
        return width / 2, height / 2

    def _move(self, transform: ViewTransform) -> None:
        if all(self.image):
            self.is_fitted = False
            self.transform = transform.kept_in_sight(self.image, self._pane())
