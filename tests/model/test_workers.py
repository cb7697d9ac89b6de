from __future__ import annotations

import os
import threading
from functools import partial

import pytest
import torch

from model.workers import Workers, cores, leave_a_core


@pytest.fixture
def two() -> Workers:
    return Workers(2)


def test_works_go_on_side_by_side(two: Workers) -> None:
    meeting = threading.Barrier(2, timeout=10)
    assert sorted(two.together([meeting.wait, meeting.wait])) == [0, 1]


def test_answers_come_in_the_order_of_the_works(two: Workers) -> None:
    first_may_end = threading.Event()

    def first() -> str:
        assert first_may_end.wait(10)
        return "first"

    def second() -> str:
        first_may_end.set()
        return "second"

    assert two.together([first, second]) == ["first", "second"]


@pytest.mark.parametrize("count", [1, 2])
def test_what_a_work_raises_comes_with_its_answer(count: int) -> None:
    workers = Workers(count)
    failing = workers.begin(lambda: 1 / 0)
    assert workers.begin(lambda: 2).result() == 2
    with pytest.raises(ZeroDivisionError):
        failing.result()


def test_a_work_keeps_to_one_core_and_needs_no_gradients(two: Workers) -> None:
    assert two.begin(torch.get_num_threads).result() == 1
    assert two.begin(torch.is_inference_mode_enabled).result()


def test_one_worker_is_whoever_asks() -> None:
    workers = Workers(1)
    assert workers.begin(threading.get_ident).result() == threading.get_ident()
    assert workers.begin(torch.is_inference_mode_enabled).result()


def test_a_graphics_card_does_one_work_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "8")
    workers = Workers.on(torch.device("cuda"))
    assert workers.begin(threading.get_ident).result() == threading.get_ident()


def test_somebody_may_say_how_many_cores_to_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    assert cores() == 3
    for nothing in ("", "many", "0"):
        monkeypatch.setenv("OMP_NUM_THREADS", nothing)
        assert cores() >= 1
    monkeypatch.delenv("OMP_NUM_THREADS")
    assert cores() == os.cpu_count()


def test_training_leaves_a_core(monkeypatch: pytest.MonkeyPatch) -> None:
    before = torch.get_num_threads()
    try:
        for count, taken in ((1, 1), (2, 1), (4, 3)):
            monkeypatch.setenv("OMP_NUM_THREADS", str(count))
            leave_a_core()
            assert torch.get_num_threads() == taken
    finally:
        torch.set_num_threads(before)


@pytest.mark.parametrize("count", [1, 2])
def test_works_that_learn_have_gradients(count: int) -> None:
    weight = torch.ones((), requires_grad=True)

    def gradient(factor: float) -> float:
        return torch.autograd.grad(weight * factor, weight)[0].item()

    assert Workers(count).learn(partial(gradient, one) for one in (2.0, 3.0)) == [2.0, 3.0]
