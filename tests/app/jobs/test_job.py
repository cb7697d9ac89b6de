from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from app.engine.task import CancelToken, Failure, Step
from app.jobs.job import Job, Outcome, Work


class Listener(QObject):
    """Writes down everything a job says, and on which thread it was heard."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.progress: list[Step[object]] = []
        self.results: list[object] = []
        self.failures: list[Failure] = []
        self.sentences: list[str] = []
        self.outcomes: list[Outcome] = []
        self.threads: set[QThread] = set()
        job.progressed.connect(self.on_progress)
        job.delivered.connect(self.on_result)
        job.unit_failed.connect(self.on_failure)
        job.failed.connect(self.on_sentence)
        job.ended.connect(self.on_end)

    @Slot(object)
    def on_progress(self, step: Step[object]) -> None:
        self.threads.add(QThread.currentThread())
        self.progress.append(step)

    @Slot(object)
    def on_result(self, result: object) -> None:
        self.threads.add(QThread.currentThread())
        self.results.append(result)

    @Slot(object)
    def on_failure(self, failure: Failure) -> None:
        self.failures.append(failure)

    @Slot(str)
    def on_sentence(self, sentence: str) -> None:
        self.sentences.append(sentence)

    @Slot(object)
    def on_end(self, outcome: Outcome) -> None:
        self.threads.add(QThread.currentThread())
        self.outcomes.append(outcome)


def run_to_end(qtbot: QtBot, work: Work, speaks: tuple[type[Exception], ...] = ()) -> Listener:
    job = Job("Colorize shot", work, speaks)
    listener = Listener(job)
    with qtbot.waitSignal(job.ended, timeout=5000):
        job.start()
    assert not job.is_running
    return listener


def test_every_result_arrives_in_order_and_progress_is_thinned(qtbot: QtBot) -> None:
    def work(token: CancelToken) -> Iterator[Step[int]]:
        for number in range(1000):
            yield Step(number + 1, 1000, f"drawing {number}", result=number)

    listener = run_to_end(qtbot, work)
    assert listener.results == list(range(1000))
    assert 1 < len(listener.progress) < 100
    assert listener.progress[-1].done == 1000
    assert listener.outcomes == [Outcome.DONE]


def test_the_work_is_elsewhere_but_the_news_comes_on_the_gui_thread(qtbot: QtBot) -> None:
    worked_on: list[int] = []

    def work(token: CancelToken) -> Iterator[Step[int]]:
        worked_on.append(threading.get_ident())
        yield Step(1, 1, "", result=1)

    listener = run_to_end(qtbot, work)
    app = QCoreApplication.instance()
    assert app is not None
    assert listener.threads == {app.thread()}
    assert worked_on != [threading.get_ident()]


def test_cancel_keeps_what_is_done_and_stops_after_the_unit(qtbot: QtBot) -> None:
    def work(token: CancelToken) -> Iterator[Step[int]]:
        for number in range(10_000):
            if token.is_cancelled:
                return
            time.sleep(0.002)
            yield Step(number + 1, 10_000, "", result=number)

    job = Job("Colorize shot", work)
    listener = Listener(job)
    with qtbot.waitSignal(job.ended, timeout=5000):
        job.start()
        qtbot.waitUntil(lambda: len(listener.results) >= 3)
        job.cancel()
    assert listener.outcomes == [Outcome.CANCELLED]
    assert 3 <= len(listener.results) < 100
    assert listener.results == list(range(len(listener.results)))


def test_what_the_work_gives_after_a_cancel_arrives(qtbot: QtBot) -> None:
    def work(token: CancelToken) -> Iterator[Step[str]]:
        while not token.is_cancelled:
            time.sleep(0.001)
            yield Step(0, 2, "", result="guess")
        yield Step(1, 2, "", result="settled")
        yield Step(2, 2, "", result="settled too")

    job = Job("Colorize shot", work)
    listener = Listener(job)
    with qtbot.waitSignal(job.ended, timeout=5000):
        job.start()
        qtbot.waitUntil(lambda: len(listener.results) >= 1)
        job.cancel()
    assert listener.results[-2:] == ["settled", "settled too"]
    assert listener.outcomes == [Outcome.CANCELLED]


def test_failed_units_do_not_stop_the_rest(qtbot: QtBot) -> None:
    def work(token: CancelToken) -> Iterator[Step[int]]:
        yield Step(1, 2, "", failure=Failure(7, "A0007.png is empty; save it again."))
        yield Step(2, 2, "", result=8)

    listener = run_to_end(qtbot, work)
    assert listener.failures == [Failure(7, "A0007.png is empty; save it again.")]
    assert listener.results == [8]
    assert listener.outcomes == [Outcome.DONE]


def test_a_spoken_error_reaches_the_user_word_by_word(qtbot: QtBot) -> None:
    def work(token: CancelToken) -> Iterator[Step[int]]:
        raise ValueError("Mark a key first.")
        yield

    listener = run_to_end(qtbot, work, speaks=(ValueError,))
    assert listener.sentences == ["Mark a key first."]
    assert listener.outcomes == [Outcome.FAILED]


def test_an_unexpected_error_becomes_a_sentence_and_ends_the_thread(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def work(token: CancelToken) -> Iterator[Step[int]]:
        yield Step(1, 2, "", result=1)
        raise KeyError("weights")

    listener = run_to_end(qtbot, work)
    assert listener.results == [1]
    (sentence,) = listener.sentences
    assert "Colorize shot" in sentence and "KeyError" in sentence
    assert "broke off" in caplog.text


def test_waiting_on_the_gui_thread_does_not_deadlock(qtbot: QtBot) -> None:
    def work(token: CancelToken) -> Iterator[Step[int]]:
        while not token.is_cancelled:
            time.sleep(0.001)
            yield Step(0, 0, "")

    job = Job("Colorize shot", work)
    job.start()
    job.cancel()
    job.wait()
    with qtbot.waitSignal(job.ended, timeout=1000):
        pass
