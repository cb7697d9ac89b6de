"""Import finished footage: split it into shots, judge them, and keep what can be learned from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.engine.imported_shot import ImportedShot
from app.engine.task import CancelToken, Step


def import_footage(source: Path, show: Path, cancel: CancelToken) -> Iterator[Step[ImportedShot]]:
    """Import a video or a folder of color frames into a show; each result is one shot of it.

    A shot is kept as soon as it is whole, and a cancel keeps those. Importing a source again
    replaces what it gave before. What of the source cannot be read is a failure of its frame.

    Args:
        source: the video file or the folder.
        show: the folder of the show.
        cancel: looked at after every frame and every drawing that is written.

    Raises:
        FootageError: nothing can be read, or the disk does not take it; shots that were kept stay.
    """
    # Not before it is needed: the window opens without what this stands on.
    from app.engine.footage_import import FootageImport

    yield from FootageImport(source, show, cancel).steps()
