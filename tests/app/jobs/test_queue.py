from __future__ import annotations

import time
from collections.abc import Iterator

from pytestqt.qtbot import QtBot

from app.engine.task import CancelToken, Step
from app.jobs.job import Job, Outcome
from app.jobs.queue import JobQueue, Lane


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


def test_a_short_job_passes_a_long_one_and_what_waits_for_that(qtbot: QtBot) -> None:
    queue, trace = JobQueue(), Trace()
    long = trace.job("long", units=100_000)
    queue.submit(long, frozenset({Lane.NETWORKS}))
    queue.submit(trace.job("behind it"))
    assert not queue.is_free()
    assert queue.is_free(frozenset({Lane.DRAWINGS}))

    queue.submit(trace.job("short"), frozenset({Lane.DRAWINGS}))
    qtbot.waitUntil(lambda: "short ends" in trace.events)

    assert "behind it begins" not in trace.events
    with qtbot.waitSignal(queue.idle, timeout=5000):
        queue.cancel(long)
    assert trace.events[-2:] == ["behind it begins", "behind it ends"]
    assert "long ends" not in trace.events


def test_jobs_of_one_lane_wait_for_each_other(qtbot: QtBot) -> None:
    queue, trace = JobQueue(), Trace()
    with qtbot.waitSignal(queue.idle, timeout=5000):
        for name in "ab":
            queue.submit(trace.job(name), frozenset({Lane.DRAWINGS}))
    assert trace.events == ["a begins", "a ends", "b begins", "b ends"]


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
    assert queue.is_busy
    with qtbot.waitSignal(queue.idle, timeout=1000):
        pass
