from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.jobs.loader import Loader


@pytest.fixture
def loader(qtbot: QtBot) -> Iterator[Loader]:
    loader = Loader()
    yield loader
    loader.stop()


def test_a_value_comes_back_under_its_key(qtbot: QtBot, loader: Loader) -> None:
    with qtbot.waitSignal(loader.loaded, timeout=2000) as caught:
        loader.request("a", lambda: 41 + 1)
    assert caught.args == ["a", 42]


def test_the_newest_request_comes_first(qtbot: QtBot, loader: Loader) -> None:
    gate, begun = threading.Event(), threading.Event()
    order: list[object] = []
    loader.loaded.connect(lambda key, value: order.append(key))

    def wait_at_the_gate() -> None:
        begun.set()
        gate.wait(5)

    loader.request("gate", wait_at_the_gate)
    assert begun.wait(2)
    for key in "abc":
        loader.request(key, lambda: None)
    loader.request("a", lambda: None)
    gate.set()
    qtbot.waitUntil(lambda: len(order) == 4)
    assert order == ["gate", "a", "c", "b"]


def test_what_is_being_loaded_is_not_loaded_again(qtbot: QtBot, loader: Loader) -> None:
    gate, begun = threading.Event(), threading.Event()
    loads: list[str] = []

    def slow() -> None:
        loads.append("slow")
        begun.set()
        gate.wait(5)

    loader.request("slow", slow)
    assert begun.wait(2)
    loader.request("slow", slow)
    with qtbot.waitSignal(loader.loaded, timeout=2000):
        loader.request("last", lambda: loads.append("last"))
        gate.set()
    qtbot.waitUntil(lambda: len(loads) == 2)
    assert loads == ["slow", "last"]
    loader.request("slow", slow)
    qtbot.waitUntil(lambda: len(loads) == 3)


def test_after_clear_a_value_is_read_anew(qtbot: QtBot, loader: Loader) -> None:
    gate, begun = threading.Event(), threading.Event()
    values: list[object] = []
    loader.loaded.connect(lambda key, value: values.append(value))

    def old() -> str:
        begun.set()
        gate.wait(5)
        return "old"

    loader.request("a", old)
    assert begun.wait(2)
    loader.clear()
    loader.request("a", lambda: "new")
    gate.set()
    qtbot.waitUntil(lambda: bool(values))
    assert values == ["new"]


def test_of_too_many_requests_the_oldest_are_forgotten_until_they_are_asked_again(
    qtbot: QtBot,
) -> None:
    loader = Loader(most_waiting=2)
    gate, begun = threading.Event(), threading.Event()
    order: list[object] = []
    loader.loaded.connect(lambda key, value: order.append(key))

    def wait_at_the_gate() -> None:
        begun.set()
        gate.wait(5)

    loader.request("gate", wait_at_the_gate)
    assert begun.wait(2)
    for key in "abcd":
        loader.request(key, lambda: None)
    gate.set()
    qtbot.waitUntil(lambda: len(order) == 3)
    loader.request("a", lambda: None)
    qtbot.waitUntil(lambda: len(order) == 4)
    assert order == ["gate", "d", "c", "a"]
    loader.stop()


def test_one_bad_file_does_not_stop_the_others(qtbot: QtBot, loader: Loader) -> None:
    def broken() -> None:
        raise OSError("cannot read A0001.png")

    failures: list[tuple[object, str]] = []
    loader.failed.connect(lambda key, message: failures.append((key, message)))
    with qtbot.waitSignal(loader.failed, timeout=2000):
        loader.request("bad", broken)
    with qtbot.waitSignal(loader.loaded, timeout=2000) as caught:
        loader.request("good", lambda: 1)
    assert caught.args == ["good", 1]
    assert failures == [("bad", "cannot read A0001.png")]


def test_forgotten_requests_are_not_delivered(qtbot: QtBot, loader: Loader) -> None:
    gate, begun = threading.Event(), threading.Event()
    delivered: list[object] = []
    loader.loaded.connect(lambda key, value: delivered.append(key))

    def wait_at_the_gate() -> None:
        begun.set()
        gate.wait(5)

    loader.request("old", wait_at_the_gate)
    loader.request("older", lambda: None)
    assert begun.wait(2)
    loader.clear()
    gate.set()
    with qtbot.waitSignal(loader.loaded, timeout=2000):
        loader.request("new", lambda: None)
    assert delivered == ["new"]


def test_requests_after_the_end_are_ignored(loader: Loader) -> None:
    loader.stop()
    loader.request("late", lambda: 1)
