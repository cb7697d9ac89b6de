"""Tell a shot where its files are now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtGui import QUndoCommand

from app.document.shot import Drawing, Shot
from app.document.show import Show
from app.language import tr

_Files = tuple[Path, tuple[Drawing, ...], Mapping[int, Path]]


class RelinkShot(QUndoCommand):
    """Gives a shot another folder, with files for all its drawings; nothing colored is lost."""

    def __init__(
        self,
        show: Show,
        shot: Shot,
        folder: Path,
        drawings: Sequence[Drawing],
        keys: Mapping[int, Path],
        text: str = "",
    ) -> None:
        """Prepare the change.

        Args:
            show: the show that the shot belongs to.
            shot: the shot.
            folder: where its line art is now.
            drawings: the drawings, at least those that it has.
            keys: the same keys, where they are now.
            text: the change in words, when it is more than a move.
        """
        super().__init__(text or tr("relink {shot}", shot=shot.name))
        self._show = show
        self._shot = shot
        self._before: _Files = (shot.folder, shot.drawings, shot.keys)
        self._after: _Files = (folder, tuple(drawings), dict(keys))

    def redo(self) -> None:
        """Take the new places."""
        self._move(self._before, self._after)

    def undo(self) -> None:
        """Take the former places."""
        self._move(self._after, self._before)

    def _move(self, away: _Files, to: _Files) -> None:
        self._show.origins.move_keys(away[2], to[2])
        self._shot.set_files(*to)
