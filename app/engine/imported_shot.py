"""One shot of finished footage, as it is reported."""

from __future__ import annotations

from dataclasses import dataclass

from app.engine.footage_thumbnails import Thumbnail


@dataclass(frozen=True, eq=False)
class ImportedShot:
    """What became of a shot of the footage.

    Attributes:
        name: tells its frames; unique within its source.
        source: what its source is called within the show.
        first: its first frame, from 1.
        last: its last frame.
        drawings: how many different ones it has; 0 when it was left out.
        reason: why it was left out; None when it was kept.
        thumbnails: a few of its drawings.
    """

    name: str
    source: str
    first: int
    last: int
    drawings: int = 0
    reason: str | None = None
    thumbnails: tuple[Thumbnail, ...] = ()

    @property
    def id(self) -> str:
        """Names it within the show; see `FootageSequence.id`."""
        return f"{self.source}/{self.name}"
