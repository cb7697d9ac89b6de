from __future__ import annotations

import pytest

from model.colorizer import Colorizer
from model.lent_shelf import LentShelf
from tests.model.figures import figure


@pytest.fixture(scope="module")
def colorizer() -> Colorizer:
    return Colorizer(device="cpu")


def test_what_was_studied_is_not_studied_again(colorizer: Colorizer) -> None:
    shelf = LentShelf()
    once = shelf.lent(colorizer, figure(0), gap=0)
    assert shelf.lent(colorizer, figure(0), gap=0) is once
    same_networks = Colorizer(device="cpu")
    assert shelf.lent(same_networks, figure(0), gap=0) is once


def test_whatever_changes_is_studied_anew(colorizer: Colorizer) -> None:
    shelf = LentShelf()
    once = shelf.lent(colorizer, figure(0), gap=0)
    assert shelf.lent(colorizer, figure(0), gap=4) is not once
    repainted = figure(0)
    repainted.color[100, 60] = (1, 2, 3, 255)
    assert shelf.lent(colorizer, repainted, gap=0) is not once
    learned = Colorizer(device="cpu")
    network = learned.matcher._network
    next(network.parameters()).data += 0.01
    assert shelf.lent(learned, figure(0), gap=0) is not once


def test_what_was_not_asked_for_longest_is_dropped_first(colorizer: Colorizer) -> None:
    size = LentShelf().lent(colorizer, figure(0), gap=0).nbytes
    shelf = LentShelf(most=int(2.5 * size))
    first, second = (shelf.lent(colorizer, figure(at), gap=0) for at in (0, 4))
    assert shelf.lent(colorizer, figure(0), gap=0) is first
    shelf.lent(colorizer, figure(8), gap=0)
    assert shelf.lent(colorizer, figure(0), gap=0) is first
    assert shelf.lent(colorizer, figure(4), gap=0) is not second
