"""The open show as the window sees it: what is on the desk, and how far the work on it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.document.origins import KeySignature, Origin
from app.document.regions import ColoredDrawing
from app.document.shot import Shot
from app.document.show import Show, ShowChange
from app.ui.desk.desk import Desk
from app.ui.desk.rendering import PictureSource
from app.ui.desk.standing import Standing
from app.ui.desk.states import DrawingState


class Session(Desk):
    """What is on the desk, with what is known of its drawings: see `Desk` for more signals.

    Signals:
        traces_changed(bool): whether paint covers colored trace lines now.
    """

    traces_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._standing = Standing(self.show)
        self._paints_traces = False

    def open_show(self, show: Show) -> None:
        """Open another show, from its first shot."""
        self._standing = Standing(show, self.doubt_below)
        super().open_show(show)

    def source(self, number: int) -> PictureSource:
        """What a picture of this drawing is made from."""
        assert self._shot is not None
        shot = self._shot
        return PictureSource(
            shot.drawing(number),
            shot.keys.get(number),
            shot.coloring(number),
            swaps=self.colors.swaps(number),
            paints_traces=self._paints_traces,
        )

    def regions_source(self, number: int) -> PictureSource:
        """What a picture of this drawing's regions is made from.

        A coloring knows them, unless the gaps have been closed otherwise since it was made.
        """
        assert self._shot is not None
        shot, source = self._shot, self.source(number)
        if source.coloring is not None and not shot.has_former_regions(source.coloring):
            return source
        return replace(source, coloring=None, closing=shot.closing(number))

    @property
    def paints_traces(self) -> bool:
        """Whether paint covers colored trace lines, in the view and in what is exported."""
        return self._paints_traces

    def set_paints_traces(self, paints_traces: bool) -> None:
        """Let paint cover them, or show them as drawn."""
        if paints_traces != self._paints_traces:
            self._paints_traces = paints_traces
            self.traces_changed.emit(paints_traces)
            if self._shot is not None:
                self.drawings_changed.emit(frozenset(one.number for one in self._shot.drawings))

    # How far the work is

    def state(self, number: int) -> DrawingState:
        """What the timeline says about a drawing."""
        assert self._shot is not None
        return self._standing.state(self._shot, number)

    def is_stale(self, number: int) -> bool:
        """True when the keys, the files or the gaps changed since the drawing was colored."""
        assert self._shot is not None
        coloring = self._shot.coloring(number)
        return coloring is not None and self._standing.is_stale(self._shot, coloring)

    def doubts(self, number: int) -> int:
        """How many doubtful regions the coloring of a drawing has."""
        coloring = None if self._shot is None else self._shot.coloring(number)
        return 0 if coloring is None else self._standing.doubts(coloring)

    def doubtful_drawings(self, shot: Shot) -> int:
        """How many drawings of a shot have doubtful regions."""
        return self._standing.doubtful_drawings(shot)

    @property
    def doubt_below(self) -> float:
        """Regions with less confidence than this, 0 to 1, are doubtful."""
        return self._standing.doubt_below

    def set_doubt_below(self, share: float) -> None:
        """Be content with less, or doubt more."""
        if share != self.doubt_below:
            self._standing.set_doubt_below(share)
            if self._shot is not None:
                self.drawings_changed.emit(frozenset(self._shot.colorings))
            self.show_changed.emit()

    def pending(self) -> list[int]:
        """Drawings that Colorize has yet to do: no coloring, a stale one, or a mere guess."""
        return list(self._pending())

    def has_pending(self) -> bool:
        """True when Colorize has anything to do."""
        return any(True for _ in self._pending())

    def has_settled(self) -> bool:
        """True when Colorize has nothing more to do on some of the drawings."""
        shot = self._shot
        return shot is not None and any(
            not self._standing.is_pending(shot, drawing.number) for drawing in shot.drawings
        )

    def _pending(self) -> Iterable[int]:
        if self._shot is not None:
            for drawing in self._shot.drawings:
                if self._standing.is_pending(self._shot, drawing.number):
                    yield drawing.number

    @property
    def failures(self) -> Mapping[int, str]:
        """Why drawings could not be colored, by drawing number."""
        return {} if self._shot is None else self._standing.failures(self._shot)

    def failures_of(self, shot: Shot) -> Mapping[int, str]:
        """Why drawings of a shot could not be colored, by drawing number."""
        return self._standing.failures(shot)

    # What the work tells

    def note_made_with(self, coloring: ColoredDrawing, keys: KeySignature) -> None:
        """Remember which keys a coloring followed from; say so before it enters the shot."""
        self._show.origins.note(coloring, Origin(keys))

    def note_made_like(self, coloring: ColoredDrawing, former: ColoredDrawing) -> None:
        """Say that a coloring followed from the same keys and files as another one."""
        self._show.origins.note(coloring, self._show.origins[former])

    def note_failure(self, number: int, sentence: str, shot: Shot | None = None) -> None:
        """Remember why a drawing, of the shot on the desk unless another is named, failed."""
        shot = shot or self._shot
        assert shot is not None
        self._standing.failures(shot)[number] = sentence
        self._drawings_changed(shot, {number})

    def forget_failures(self) -> None:
        """A new run begins: what failed before is tried again."""
        if self._shot is not None and (numbers := set(self.failures)):
            self._standing.failures(self._shot).clear()
            self._drawings_changed(self._shot, numbers)

    def note_files_changed(self, shot: Shot, paths: Iterable[Path]) -> dict[Shot, list[int]]:
        """Line art or color images of a shot are other ones now.

        Returns:
            Numbers of the drawings whose coloring is out of date by that, by shot: others may
            have borrowed its keys.
        """
        changed = set(paths)
        if not changed:
            return {}
        keys = {n for n, path in shot.keys.items() if {path, shot.drawing(n).path} & changed}
        # Everything followed from the keys.
        affected = set(shot.colorings) if keys else set()
        affected |= {drawing.number for drawing in shot.drawings if drawing.path in changed}
        own = affected & set(shot.colorings)
        concerned = self._show.shots if keys else (shot,)
        outdated = {one: own if one is shot else _made_with(one, changed) for one in concerned}
        for one, numbers in outdated.items():
            self._show.note_outdated(one, numbers)
        if shot is self._shot:
            self.files_changed.emit()
            self.drawings_changed.emit(frozenset(drawing.number for drawing in shot.drawings))
        elif self._shot is not None and self._shot in outdated:
            self.drawings_changed.emit(frozenset(outdated[self._shot]))
        return {one: sorted(numbers) for one, numbers in outdated.items() if numbers}

    def _drawings_changed(self, shot: Shot, numbers: set[int]) -> None:
        if shot is self._shot:
            self.drawings_changed.emit(frozenset(numbers))
        self.show_changed.emit()

    def _on_show_change(self, change: ShowChange) -> None:
        if change.shot is not None:
            for number in change.change.colorings:
                self._standing.failures(change.shot).pop(number, None)
        what = change.change
        lends_otherwise = change.shots or what.keys or what.gap_strokes or what.files
        if lends_otherwise:
            self._standing.forget_lent()
        super()._on_show_change(change)
        if lends_otherwise and self._shot is not None and change.shot is not self._shot:
            borrowers = frozenset(n for n, one in self._shot.colorings.items() if one.loans)
            if borrowers:
                self.drawings_changed.emit(borrowers)


def _made_with(shot: Shot, files: set[Path]) -> set[int]:
    """Drawings that were colored with keys of other shots that have one of these files."""
    return {
        number
        for number, coloring in shot.colorings.items()
        if any({loan.line, loan.color} & files for loan in coloring.loans)
    }
