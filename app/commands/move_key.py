"""Give the key of one drawing to another."""

from __future__ import annotations

from app.commands.mark_keys import MarkKeys
from app.document.shot import Shot
from app.language import tr


class MoveKey(MarkKeys):
    """One drawing loses its key, another gets it; both lose colorings that followed from it."""

    def __init__(self, shot: Shot, source: int, target: int) -> None:
        """Prepare the move.

        Raises:
            KeyError: the source is no key, or the shot has no such target.
            ValueError: the target is a key already.
        """
        if target in shot.keys:
            raise ValueError(f"drawing {target} is a key already")
        super().__init__(shot, {source: None, target: shot.keys[source]})
        self.setText(tr("move key {source} to {target}", source=source, target=target))
