"""Where a drawing lies in the view: pure arithmetic in device pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace

MIN_ZOOM = 0.02
MAX_ZOOM = 64.0


@dataclass(frozen=True)
class ViewTransform:
    """Maps image pixels to device pixels of the view: device = image · zoom + (x, y).

    Attributes:
        zoom: device pixels per image pixel; 1.0 is pixel for pixel.
        x, y: device position of the image's top left corner.
    """

    zoom: float
    x: float
    y: float

    @classmethod
    def fit(cls, image: tuple[int, int], view: tuple[int, int], margin: int = 24) -> ViewTransform:
        """The whole image (width, height), centered in a view (width, height) with a margin."""
        room = (max(view[0] - 2 * margin, 1), max(view[1] - 2 * margin, 1))
        zoom = min(room[0] / image[0], room[1] / image[1])
        return cls.centered(image, view, min(max(zoom, MIN_ZOOM), MAX_ZOOM))

    @classmethod
    def centered(cls, image: tuple[int, int], view: tuple[int, int], zoom: float) -> ViewTransform:
        """The image's middle in the middle of the view."""
        x = round((view[0] - image[0] * zoom) / 2)
        y = round((view[1] - image[1] * zoom) / 2)
        return cls(zoom, x, y)

    def zoomed_to(self, zoom: float, at: tuple[float, float]) -> ViewTransform:
        """Another zoom, with the image point under the device point `at` staying there."""
        zoom = min(max(zoom, MIN_ZOOM), MAX_ZOOM)
        grown = zoom / self.zoom
        return ViewTransform(
            zoom, at[0] - (at[0] - self.x) * grown, at[1] - (at[1] - self.y) * grown
        )

    def stepped(self, factor: float, at: tuple[float, float]) -> ViewTransform:
        """Zoomed by a factor about a point, stopping at 100 % on the way past it."""
        zoom = self.zoom * factor
        passes = (self.zoom - 1.0) * (zoom - 1.0) < 0.0 and self.zoom != 1.0
        return self.zoomed_to(1.0 if passes else zoom, at)

    def panned(self, dx: float, dy: float) -> ViewTransform:
        """Moved by device pixels."""
        return replace(self, x=self.x + dx, y=self.y + dy)

    def kept_in_sight(self, image: tuple[int, int], view: tuple[int, int]) -> ViewTransform:
        """Moved back when less than a corner of the image would be left to see."""
        corner = 48
        width, height = image[0] * self.zoom, image[1] * self.zoom
        x = min(max(self.x, corner - width), view[0] - corner)
        y = min(max(self.y, corner - height), view[1] - corner)
        return replace(self, x=x, y=y)
