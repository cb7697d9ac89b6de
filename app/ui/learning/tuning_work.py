"""What a fine-tuning does on its thread, and how it is told to end or to rest."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from functools import partial
from typing import cast

from app.engine.errors import TuningError
from app.engine.finetuning import TuningResult
from app.engine.networks import load_networks_library
from app.engine.task import CancelToken, Step
from app.engine.tuning_request import PauseSwitch, TuningRequest
from app.jobs.job import Job
from app.language import tr

FineTune = Callable[[TuningRequest, CancelToken, PauseSwitch], Iterator[Step[TuningResult]]]


def tuning_job(
    engine: FineTune, request: TuningRequest, pause: PauseSwitch, leave: threading.Event
) -> Job:
    """A job that has not begun.

    Args:
        engine: learns.
        request: from what.
        pause: lets it rest.
        leave: ends it without a judgement, so that it can be gone on with.
    """
    work = partial(_work, engine, request, pause, leave)
    return Job(tr("Fine-tuning"), work, speaks=(TuningError,))


def _work(
    engine: FineTune,
    request: TuningRequest,
    pause: PauseSwitch,
    leave: threading.Event,
    cancel: CancelToken,
) -> Iterator[Step[TuningResult]]:
    load_networks_library()
    steps = cast(Generator[Step[TuningResult], None, None], engine(request, cancel, pause))
    with closing(steps):
        for step in steps:
            if leave.is_set():
                return  # what is on the disk is enough to go on another time
            yield step
