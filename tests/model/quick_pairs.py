"""Pairs of drawings measured without optical flow, for tests of what comes after it."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from model.painting import region_evidence


def leave_out_flow(monkeypatch: pytest.MonkeyPatch) -> None:
    """The flow of small drawings takes as long as that of large ones: longer than all else."""
    monkeypatch.setattr(region_evidence, "_flow", _nothing_moves)


def _nothing_moves(source: NDArray[np.uint8], _: NDArray[np.uint8]) -> NDArray[np.float32]:
    return np.zeros((*source.shape, 2), np.float32)
