from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.__main__ import main
from app.io.shows.show_file import read_show
from app.io.shows.weights_store import WeightsStore
from tests.app.engine.tuned_shows import SMALL, save_show

Captured = pytest.CaptureFixture[str]


def test_a_run_tells_what_it_gained_and_leaves_a_record(tmp_path: Path, capsys: Captured) -> None:
    path, _ = save_show(tmp_path, finished=5)

    status = main(["finetune", str(path), "--epochs", "1", "--device", "cpu"])

    said = capsys.readouterr()
    assert "boxes.shiage: 5 keys, 0 corrected drawings, 0 drawings of footage" in said.out
    assert "before: " in said.err
    (record,) = WeightsStore(path).records()
    assert status == (0 if record.has_won else 1)
    assert read_show(path).weights == (record.id if record.has_won else SMALL)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--shot", "cut 9"], "has no shot named cut 9"),
        (["--resume"], "has no fine-tuning that was cut off"),
        (["--footage", "/nowhere"], "it needs the folders line and color"),
    ],
)
def test_bad_input_is_one_sentence(
    arguments: list[str], words: str, tmp_path: Path, capsys: Captured
) -> None:
    path, _ = save_show(tmp_path, finished=5)
    assert main(["finetune", str(path), *arguments]) == 2
    assert words in capsys.readouterr().err


def test_too_little_to_learn_from_is_one_sentence(tmp_path: Path, capsys: Captured) -> None:
    path, _ = save_show(tmp_path, finished=1)
    assert main(["finetune", str(path)]) == 2
    assert capsys.readouterr().err.endswith("or import finished footage.\n")


def test_a_killed_run_is_taken_up_again(tmp_path: Path, capsys: Captured) -> None:
    path, _ = save_show(tmp_path, finished=5)
    command = [sys.executable, "-m", "app", "finetune", str(path), "--epochs", "2"]
    running = subprocess.Popen([*command, "--device", "cpu"], stderr=subprocess.DEVNULL)
    store = WeightsStore(path)
    deadline = time.monotonic() + 60
    while store.interrupted() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    plan = store.interrupted()
    running.send_signal(signal.SIGKILL)
    running.wait()
    assert plan is not None

    main(["finetune", str(path), "--resume", "--device", "cpu"])

    assert store.interrupted() is None
    assert [record.id for record in store.records()] == [plan.id]
