"""Weights folders of shows: what was learned, and which bundled networks it came from."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from model.manifest import BUNDLED
from model.networks.checkpoint import save_network
from model.training.bundle import write_bundle
from model.tuning.plan import Part
from model.tuning.tuner import Outcome
from model.weights import bundled_networks


def write_tuned(folder: Path, start: Path | None, outcome: Outcome, how: Mapping[str, Any]) -> None:
    """Write the networks of a run that won; the folder appears only when it is whole.

    Args:
        folder: does not exist yet.
        start: weights folder that the run began with; None for the bundled one.
        outcome: of the run.
        how: it was tuned, in values that JSON can hold.

    Raises:
        OSError: the disk does not take it; nothing of it stays behind.
    """
    source = start or BUNDLED
    unfinished = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    try:
        files = {}
        for part in Part:
            name = f"{part.value}.safetensors"
            files[part.value] = unfinished / name
            if part in outcome.adopted:
                save_network(getattr(outcome.weights, part.value), unfinished / name, how)
            else:
                shutil.copyfile(source / name, unfinished / name)
        weights = outcome.weights
        write_bundle(
            unfinished, files, weights.vote, weights.confidence, based_on=bundled_networks()
        )
        unfinished.rename(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
