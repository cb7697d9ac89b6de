"""What the user wants the networks to learn from, and for how long."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.document.gap_closing import DEFAULT_GAP
from app.document.show import ShotState, ShowState
from app.engine.networks import Device
from app.engine.show_sequences import shots_named
from app.io.shows.footage_store import find_footage
from app.io.shows.weights_store import TuningPlan


@dataclass(frozen=True, eq=False)
class TuningRequest:
    """A fine-tuning.

    Attributes:
        show: folder of the show; its `weights` folder takes what comes of it.
        plan: how long, from which weights, with which id. The plan of an interrupted run takes
            that run up again.
        shots: to learn from.
        footage: folders of finished drawings to learn from.
        gap: holes in lines up to this many pixels are closed.
        device: `auto` takes a graphics card if there is one.
    """

    show: Path
    plan: TuningPlan
    shots: tuple[ShotState, ...]
    footage: tuple[Path, ...] = ()
    gap: int = DEFAULT_GAP
    device: Device = "auto"


def request_for(
    show: Path,
    state: ShowState,
    plan: TuningPlan,
    device: Device,
    footage: Iterable[Path] = (),
) -> TuningRequest:
    """What a show is to learn from by a plan.

    Args:
        show: its folder.
        state: of the show.
        plan: one over some shots is about these alone, without the show's own footage.
        device: `auto` takes a graphics card if there is one.
        footage: more folders of finished drawings.
    """
    shots = tuple(shots_named(state.shots, plan.shots))
    own = () if plan.shots else footage_of(show)
    gap = shots[0].gap if shots else DEFAULT_GAP
    return TuningRequest(show, plan, shots, (*own, *footage), gap, device)


def footage_of(show: Path) -> tuple[Path, ...]:
    """Folders of finished footage that a show learns from; those that were unticked are not."""
    return tuple(one.folder for one in find_footage(show).used)


@dataclass(frozen=True)
class MeasuredPoint:
    """How well drawings that are not learned from come out at some moment.

    Attributes:
        minutes: into the run.
        regions: share of regions right, 0..1.
        psnr: dB.
        is_start: True for the measure before anything was learned.
    """

    minutes: float
    regions: float
    psnr: float
    is_start: bool


@dataclass(frozen=True, eq=False)
class TuningPictures:
    """One drawing that is not learned from, (H, W, 3) uint8 each, lines on top.

    Attributes:
        before: as it was painted at first.
        now: as it is painted now.
        truth: as it should be.
    """

    before: NDArray[np.uint8]
    now: NDArray[np.uint8]
    truth: NDArray[np.uint8]


class PauseSwitch:
    """Turned from any thread; the work looks at it before each step."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self, is_paused: bool) -> None:
        """Pause, or go on."""
        if is_paused:
            self._event.set()
        else:
            self._event.clear()

    @property
    def is_paused(self) -> bool:
        """True while the work shall wait."""
        return self._event.is_set()
