"""A folder of training samples for the region matcher, filled while training reads from it.

Making a sample costs more than learning from it, and a sample can be learned from more than once.
"""

from __future__ import annotations

import logging
import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import cv2
import numpy as np

from model.training.matcher_samples import MatcherSample
from model.training.matcher_sources import MatcherSource, SourceMix

log = logging.getLogger(__name__)

_LOOK_AGAIN = 30.0  # seconds after which the folder is listed anew
_SEEDS_A_WORKER = 10_000_000


@dataclass(frozen=True)
class PoolPlan:
    """What fills a pool.

    Attributes:
        pool: the folder.
        footage: shot folders to learn from, or None.
        stills: folders of single drawings to learn from, or None.
        mix: how often each is drawn.
    """

    pool: Path
    footage: Path | None
    stills: Path | None
    mix: SourceMix


@contextmanager
def filling(plan: PoolPlan, workers: int) -> Iterator[None]:
    """Keep processes making samples for as long as the context is open; 0 workers make none."""
    plan.pool.mkdir(parents=True, exist_ok=True)
    spawn = multiprocessing.get_context("spawn")
    processes = [
        spawn.Process(target=fill, args=(plan, worker), daemon=True) for worker in range(workers)
    ]
    for process in processes:
        process.start()
    try:
        yield
    finally:
        for process in processes:
            process.terminate()
            process.join()


def fill(plan: PoolPlan, worker: int, samples: int | None = None) -> None:
    """Make samples, those that are there already left out.

    Args:
        plan: from what, and where to.
        worker: each worker has seeds of its own.
        samples: how many; None: until the process is ended.
    """
    cv2.setNumThreads(1)
    source = MatcherSource(plan.footage, plan.stills, plan.mix)
    first = worker * _SEEDS_A_WORKER
    for seed in count(first) if samples is None else range(first, first + samples):
        path = plan.pool / f"{seed:09d}.npz"
        if path.exists():
            continue
        try:
            source.sample(seed).save(path)
        except (OSError, ValueError) as error:
            log.warning("sample %d was left out: %s", seed, error)


def read_pool(pool: Path, seed: int) -> Iterator[MatcherSample]:
    """Samples at random without end, new ones as they come; waits while there are none."""
    rng = np.random.default_rng(seed)
    files: list[Path] = []
    looked = -_LOOK_AGAIN
    while True:
        if time.monotonic() - looked > _LOOK_AGAIN or not files:
            looked = time.monotonic()
            files = sorted(path for path in pool.glob("*.npz") if ".part" not in path.name)
        if not files:
            time.sleep(1)
            continue
        yield MatcherSample.load(files[rng.integers(len(files))])
