from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from app.__main__ import main
from tests.model.evaluation.shots import write_shot

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def shots(tmp_path: Path) -> Path:
    write_shot(tmp_path / "shots" / "walk", [0, 2, 30])
    return tmp_path / "shots"


def benchmark(shots: Path, *options: object) -> int:
    return main(["benchmark", "--shots", str(shots), *map(str, options)])


def test_the_table_has_every_shot_and_method(shots: Path, capsys: Captured) -> None:
    assert benchmark(shots, "--method", "segmatch", "copy_regions") == 0
    said = capsys.readouterr()
    head, walk, mean = said.out.splitlines()[2:5]
    assert head.split()[-2:] == ["copy_regions", "segmatch"]
    assert walk.startswith("walk ")
    assert mean.startswith("mean over shots ")
    assert "Keys: ends" in said.out and "Keys: first" in said.out
    assert "[0/4] walk, ends, copy_regions" in said.err


def test_report_and_sheets_are_written(shots: Path, tmp_path: Path) -> None:
    report, sheets = tmp_path / "r.json", tmp_path / "sheets"
    options = ("--method", "flow", "--keys", "first", "--report", report, "--sheets", sheets)
    assert benchmark(shots, *options) == 0
    told = json.loads(report.read_text())
    assert (told["methods"], told["keys"], told["gap"], told["gaps_cut"]) == (
        ["flow"],
        ["first"],
        4,
        0,
    )
    (score,) = told["scores"]
    assert [drawing["name"] for drawing in score["drawings"]] == ["A.0002", "A.0003"]
    accuracies = [drawing["region_accuracy"] for drawing in score["drawings"]]
    assert score["mean"]["region_accuracy"] == pytest.approx(sum(accuracies) / 2)
    assert [path.name for path in sheets.iterdir()] == ["walk.first.png"]
    with Image.open(sheets / "walk.first.png") as sheet:
        assert sheet.width > 4 * 96


def test_cut_gaps_are_closed_by_a_wider_setting_unless_one_is_given(
    shots: Path, tmp_path: Path
) -> None:
    report = tmp_path / "r.json"
    options = ("--method", "copy", "--keys", "first", "--gaps", "--report", report)
    assert benchmark(shots, *options) == 0
    told = json.loads(report.read_text())
    assert (told["gap"], told["gaps_cut"]) == (8, 5)
    assert benchmark(shots, *options, "--gap", 6) == 0
    assert json.loads(report.read_text())["gap"] == 6


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--weights", "{tmp}/none", "--method", "shiage"), "weights are missing"),
        (("--report", "{tmp}/nowhere/r.json"), "name a file in a folder that exists"),
        (("--sheets", "{tmp}/file"), "is a file; name a folder"),
        (("--method", "magic"), "invalid choice: 'magic'"),
    ],
)
def test_bad_input_is_refused(
    shots: Path, tmp_path: Path, capsys: Captured, options: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "file").write_text("x")
    assert benchmark(shots, *(option.format(tmp=tmp_path) for option in options)) == 2
    said = capsys.readouterr()
    assert sentence in said.err
    assert said.out == ""


def test_a_missing_shots_folder_is_said_clearly(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "nowhere"
    assert benchmark(folder) == 2
    assert capsys.readouterr().err.endswith(
        f"shiage: The shots folder {folder} does not exist; give one with --shots, "
        "with folders in it that have line/ and color/.\n"
    )


def test_interrupting_keeps_what_was_measured(
    shots: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("model.evaluation.region_matching.RegionMatching.color", stop)
    assert benchmark(shots, "--method", "copy", "segmatch", "--keys", "first") == 130
    out = capsys.readouterr().out
    assert "copy" in out and "segmatch" not in out


def test_classical_methods_need_no_torch(shots: Path) -> None:
    script = (
        "import sys; from app.__main__ import main; "
        f"main(['benchmark', '--shots', {str(shots)!r}, '--method', 'flow', '--keys', 'first']); "
        "sys.exit('torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
