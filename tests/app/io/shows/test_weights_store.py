"""What a show remembers of its fine-tunings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.io.shows.weights_store import Length, TuningPlan, TuningRecord, WeightsStore

RECORD = TuningRecord(
    "a", "2026-11-24T10:00:00", 2.0, "cut 1", 12, ("region_matcher",), 0.9, 0.95, 30.0, 31.5, 8, 2
)
PLAN = TuningPlan("b", "2026-11-24T11:00:00", 15.0, 30, ("cut 1",), "a")


def test_records_come_back_the_latest_first(tmp_path: Path) -> None:
    store = WeightsStore(tmp_path)
    later = replace(RECORD, id="z", when="2026-11-25T09:00:00", adopted=())
    for record in (later, RECORD):
        store.finish(record)

    assert WeightsStore(tmp_path).records() == [later, RECORD]


def test_a_run_is_there_to_go_on_until_it_is_finished(tmp_path: Path) -> None:
    store = WeightsStore(tmp_path)
    store.begin(PLAN)
    assert store.interrupted() == PLAN

    store.finish(replace(RECORD, id=PLAN.id))

    assert store.interrupted() is None
    assert not store.run_folder(PLAN.id).exists()


def test_a_damaged_record_or_plan_is_passed_over(tmp_path: Path) -> None:
    store = WeightsStore(tmp_path)
    store.finish(RECORD)
    (store.folder(RECORD.id) / "tuning.json").write_text("{")
    (store.begin(PLAN) / "plan.json").write_text("[]")

    assert store.records() == []
    assert store.interrupted() is None


def test_no_id_is_given_twice(tmp_path: Path) -> None:
    store = WeightsStore(tmp_path)
    ids = []
    for _ in range(3):
        plan = store.new_plan(Length(2.0))
        ids.append(plan.id)
        store.begin(plan)

    assert len(set(ids)) == 3


def test_what_is_removed_is_gone(tmp_path: Path) -> None:
    store = WeightsStore(tmp_path)
    store.finish(RECORD)
    store.remove(RECORD.id)

    assert store.records() == []


def test_a_show_that_never_learned_has_no_records(tmp_path: Path) -> None:
    assert WeightsStore(tmp_path / "nothing").records() == []
