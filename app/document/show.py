"""A show: the shots that are worked on together, and which of them is on the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from app.document.corrections import Correction
from app.document.gap_closing import DEFAULT_GAP, GapStrokes, Point
from app.document.loans import Loans
from app.document.origins import Origin, Origins
from app.document.palette import Palette
from app.document.regions import ColoredDrawing
from app.document.shot import Drawing, Shot, ShotChange
from app.document.timesheet import Timesheet


class ColoringState(NamedTuple):
    """A coloring with where it came from."""

    coloring: ColoredDrawing
    origin: Origin


@dataclass(frozen=True)
class ShotState:
    """Everything of a shot that is saved, at one moment; two that are equal need no saving.

    Attributes:
        name, folder, drawings, timesheet, keys, corrections, palette, gap, gap_strokes,
            left_open: as in `Shot`.
        colorings: by drawing number.
    """

    name: str
    folder: Path
    drawings: tuple[Drawing, ...]
    timesheet: Timesheet
    keys: Mapping[int, Path]
    colorings: Mapping[int, ColoringState]
    corrections: Mapping[int, tuple[Correction, ...]]
    palette: Palette
    gap: int = DEFAULT_GAP
    gap_strokes: Mapping[int, GapStrokes] = field(default_factory=dict)
    left_open: Mapping[int, tuple[Point, ...]] = field(default_factory=dict)

    def shot(self, origins: Origins) -> Shot:
        """A shot in this state; the origins of its colorings are noted in `origins`."""
        shot = Shot(self.name, self.folder, self.drawings, self.timesheet, self.gap)
        shot.set_keys(self.keys)
        for coloring, origin in self.colorings.values():
            origins.note(coloring, origin)
        shot.set_colorings({n: state.coloring for n, state in self.colorings.items()})
        shot.set_corrections(self.corrections)
        shot.set_palette(self.palette)
        shot.set_gap_strokes(self.gap_strokes)
        shot.set_left_open(self.left_open)
        return shot


@dataclass(frozen=True)
class ShowState:
    """Everything of a show that is saved, at one moment.

    It is made of values that never change, so another thread may write it while work goes on.

    Attributes:
        shots: in the order of the list.
        weights: as in `Show`.
    """

    shots: tuple[ShotState, ...] = ()
    weights: str | None = None

    def show(self, path: Path | None) -> Show:
        """A show in this state, with the first shot on the desk."""
        show = Show(path)
        show.set_weights(self.weights)
        show.set_shots(shot.shot(show.origins) for shot in self.shots)
        return show


_NOTHING = ShotChange()


@dataclass(frozen=True)
class ShowChange:
    """What a listener is told.

    Attributes:
        shots: True when shots came, went or changed places.
        weights: True when other fine-tuned weights are in use, or none.
        shot: the shot that changed, or None.
        change: what changed in it.
    """

    shots: bool = False
    weights: bool = False
    shot: Shot | None = None
    change: ShotChange = _NOTHING


class Show:
    """Shots in an order.

    Only `app.commands` changes the list; everyone else reads and subscribes.

    Attributes:
        path: the `NAME.shiage` folder it was opened from or saved in; None while untitled.
        origins: where the colorings of its shots came from.
    """

    def __init__(self, path: Path | None = None, shots: Iterable[Shot] = ()) -> None:
        self.path = path
        self.origins = Origins()
        self._shots: tuple[Shot, ...] = ()
        self._states: dict[Shot, ShotState] = {}
        self._hearers: dict[Shot, Callable[[ShotChange], None]] = {}
        self._listeners: list[Callable[[ShowChange], None]] = []
        self._weights: str | None = None
        self.set_shots(shots)

    @property
    def weights(self) -> str | None:
        """Id of the fine-tuning whose weights color it; None for those that come with us."""
        return self._weights

    def set_weights(self, weights: str | None) -> None:
        """Color with other weights from now on; only `app.commands` calls this."""
        if weights != self._weights:
            self._weights = weights
            self._tell(ShowChange(weights=True))

    @property
    def shots(self) -> tuple[Shot, ...]:
        """All shots, in the order of the list."""
        return self._shots

    @property
    def name(self) -> str:
        """What to call it: its folder's name, or while untitled that of its first shot."""
        if self.path is not None:
            return self.path.stem
        return self._shots[0].name if self._shots else "Untitled"

    def shot_in(self, folder: Path) -> Shot | None:
        """The shot whose line art is in this folder, or None."""
        return next((shot for shot in self._shots if shot.folder == folder), None)

    def subscribe(self, listener: Callable[[ShowChange], None]) -> None:
        """Call `listener` after every change, on the thread that made it."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Callable[[ShowChange], None]) -> None:
        """Stop calling `listener`."""
        self._listeners.remove(listener)

    def set_shots(self, shots: Iterable[Shot]) -> None:
        """Put other shots in the list; a shot must not be there twice."""
        new = tuple(shots)
        if len(set(new)) != len(new):
            raise ValueError("a shot is in the show twice")
        for gone in set(self._shots) - set(new):
            gone.unsubscribe(self._hearers.pop(gone))
            self._states.pop(gone, None)
        for come in (shot for shot in new if shot not in self._hearers):
            self._hearers[come] = self._hearer(come)
            come.subscribe(self._hearers[come])
        self._shots = new
        self._tell(ShowChange(shots=True))

    def has_other_keys_than(self, loans: Loans) -> bool:
        """True when a drawing that lent its key has another one now, or none.

        What went from the show with its shot has not changed.
        """
        lent = {loan.line: loan for loan in loans}
        return any(
            shot.loan(drawing.number) != lent[drawing.path]
            for shot in self._shots
            for drawing in shot.drawings
            if drawing.path in lent
        )

    def note_outdated(self, shot: Shot, numbers: Iterable[int]) -> None:
        """The files that these drawings' colorings followed from changed on the disk."""
        outdated = [c for n in numbers if (c := shot.coloring(n)) is not None]
        for coloring in outdated:
            self.origins.note_outdated(coloring)
        if outdated:
            self._hearers[shot](ShotChange(origins=frozenset(c.number for c in outdated)))

    def state(self) -> ShowState:
        """Everything that is saved, as it is now; cheap, as only changed shots are looked at."""
        return ShowState(tuple(self._state_of(shot) for shot in self._shots), self._weights)

    def _state_of(self, shot: Shot) -> ShotState:
        if shot not in self._states:
            colorings = {
                n: ColoringState(coloring, self.origins[coloring])
                for n, coloring in shot.colorings.items()
            }
            self._states[shot] = ShotState(
                shot.name,
                shot.folder,
                shot.drawings,
                shot.timesheet,
                shot.keys,
                colorings,
                shot.corrections,
                shot.palette,
                shot.gap,
                shot.gap_strokes,
                shot.left_open,
            )
        return self._states[shot]

    def _hearer(self, shot: Shot) -> Callable[[ShotChange], None]:
        def hear(change: ShotChange) -> None:
            self._states.pop(shot, None)
            self._tell(ShowChange(shot=shot, change=change))

        return hear

    def _tell(self, change: ShowChange) -> None:
        for listener in tuple(self._listeners):
            listener(change)
