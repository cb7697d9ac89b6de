from __future__ import annotations

import time
from collections.abc import Iterator

from pytestqt.qtbot import QtBot

from app.engine.task import CancelToken, Step
from app.jobs.job import Job, Outcome
from app.jobs.queue import JobQueue


class Trace:
    """Works that note when they begin and end."""

    def __init__(self) -> None:
        self.events: list[str] = []

    def job(self, name: str, units: int = 3) -> Job:
        def work(token: CancelToken) -> Iterator[Step[int]]:
            self.events.append(f"{name} begins")
            for unit in range(units):
                if token.is_cancelled:
                    return
                time.sleep(0.001)
                yield Step(unit + 1, units, name)
            self.events.append(f"{name} ends")

        return Job(name, work)


def test_jobs_run_one_after_the_other(qtbot: QtBot) -> None:
    queue, trace = JobQueue(), Trace()
    with qtbot.waitSignal(queue.idle, timeout=5000):
        for name in "abc":
            queue.submit(trace.job(name))
        assert queue.is_busy
    assert trace.events == [f"{name} {what}" for name in "abc" for what in ("begins", "ends")]
    assert not queue.is_busy


def test_cancel_all_drops_what_waits_and_stops_what_runs(qtbot: QtBot) -> None:
    queue, trace = JobQueue(), Trace()
    ended: list[tuple[str, Outcome]] = []
    queue.job_ended.connect(lambda job, outcome: ended.append((job.title, outcome)))
    with qtbot.waitSignal(queue.idle, timeout=5000):
        queue.submit(trace.job("long", units=100_000))
        queue.submit(trace.job("waiting"))
        qtbot.waitUntil(lambda: trace.events == ["long begins"])
        queue.cancel_all()
    assert ended == [("waiting", Outcome.CANCELLED), ("long", Outcome.CANCELLED)]
    assert trace.events == ["long begins"]


def test_stop_returns_only_when_the_thread_is_gone(qtbot: QtBot) -> None:
    queue, trace = JobQueue(), Trace()
    queue.submit(trace.job("long", units=100_000))
    qtbot.waitUntil(lambda: trace.events == ["long begins"])
    queue.stop()
    assert queue.current is not None
    with qtbot.waitSignal(queue.idle, timeout=1000):
        pass
