"""One run of coloring: its results, as they come, become one step on the undo stack."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from app.commands.apply_coloring import ApplyColoring
from app.document.corrections import corrected_regions
from app.document.regions import ColoredDrawing
from app.document.shot import Shot
from app.engine.task import Failure
from app.jobs.job import Job
from app.ui.desk.session import Session
from app.ui.desk.states import KeySignature, key_signature

MakeCommand = Callable[[ColoredDrawing], ApplyColoring]
"""From the first result to the command that takes all of a run."""


class ColoringRun(QObject):
    """One run over a shot; all its results are one step on the undo stack.

    Attributes:
        colored: numbers of the drawings it put colors into.
    """

    def __init__(
        self, session: Session, shot: Shot, job: Job, make: MakeCommand, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._shot = shot
        self._job = job
        self._make = make
        self._keys_then = dict(shot.keys)
        self._signature: KeySignature = key_signature(shot.keys, shot.gap_strokes)
        self._command: ApplyColoring | None = None
        self.colored: set[int] = set()
        job.delivered.connect(self._on_result)
        job.unit_failed.connect(self._on_failure)
        session.undo_stack.indexChanged.connect(self._on_undo)

    @Slot(object)
    def _on_result(self, coloring: ColoredDrawing) -> None:
        if self._shot not in self._session.show.shots or self._was_undone:
            return
        number = coloring.number
        if self._shot.keys.get(number) != self._keys_then.get(number):
            return  # it became a key, or ceased to be one, while it was being colored
        # What was corrected since the run began wins all the same.
        if given := self._shot.corrections.get(number):
            coloring = coloring.with_corrections(corrected_regions(given, coloring.labels()))
        self.colored.add(number)
        self._session.note_made_with(coloring, self._signature)
        if self._command is None:
            self._command = self._make(coloring)
            self._session.undo_stack.push(self._command)
        else:
            self._command.add(coloring)

    @Slot(object)
    def _on_failure(self, failure: Failure) -> None:
        if self._shot in self._session.show.shots:
            self._session.note_failure(failure.number, failure.message, self._shot)

    @property
    def shot(self) -> Shot:
        """The shot it colors, which need not be the one on the desk."""
        return self._shot

    @property
    def _was_undone(self) -> bool:
        return self._command is not None and not self._command.is_applied

    @Slot()
    def _on_undo(self) -> None:
        """Undoing a run that still goes on means that nobody wants the rest of it either."""
        if self._was_undone:
            self._job.cancel()
