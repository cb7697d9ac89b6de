"""How fast a network learns from the first step to the last."""

from __future__ import annotations

import math


def warm_and_calm(step: int, warm_up: int, gone: float) -> float:
    """Factor of the learning rate: rising for some steps, then falling like half a cosine.

    Args:
        step: the first one is 1.
        warm_up: steps until the learning rate is reached.
        gone: how much of the training is over, 0..1.
    """
    return min(step / warm_up, 0.5 + 0.5 * math.cos(math.pi * gone))
