from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from model.evaluation.benchmark import BenchmarkRequest, run_benchmark, shown_methods
from model.evaluation.footage import (
    BenchmarkError,
    key_positions,
    measured_positions,
    read_shot,
)
from model.evaluation.scores import ShotScore
from model.evaluation.sheets import marked
from model.evaluation.table import as_table
from model.evaluation.truth import Truth
from tests.app.engine.small_weights import make_weights
from tests.model.evaluation.shots import drawing, write_shot

STILL_THEN_FAR = [0, 0, 2, 30]


@pytest.fixture
def request_for(tmp_path: Path) -> BenchmarkRequest:
    write_shot(tmp_path / "shots" / "walk", STILL_THEN_FAR)
    return BenchmarkRequest(tmp_path / "shots", ["copy_regions"], ["first"], gap=0)


def scores_of(request: BenchmarkRequest) -> list[ShotScore]:
    return [step.score for step in run_benchmark(request) if step.score is not None]


def test_keys_are_spaced_evenly() -> None:
    assert key_positions("first", 9) == [0]
    assert key_positions("ends", 9) == key_positions("2", 9) == [0, 8]
    assert key_positions("1", 9) == [4]
    assert key_positions("3", 9) == [0, 4, 8]
    assert key_positions("5", 9) == [0, 2, 4, 6, 8]


def test_at_most_so_many_drawings_are_measured_and_no_key() -> None:
    assert measured_positions([0, 3], 5, 16) == [1, 2, 4]
    picked = measured_positions([0, 99], 100, 16)
    assert len(picked) == 16
    assert (picked[0], picked[-1]) == (1, 98)
    assert measured_positions([0, 1], 2, 16) == []


def test_scores_are_those_of_the_drawings_beside_the_key(request_for: BenchmarkRequest) -> None:
    (score,) = scores_of(request_for)
    assert (score.shot, score.keys, score.method) == ("walk", "first", "copy_regions")
    assert score.key_drawings == ("A.0001",)
    assert [drawing.name for drawing in score.drawings] == ["A.0002", "A.0003", "A.0004"]
    assert [drawing.psnr for drawing in score.drawings[:2]] == [100, 100]
    assert [drawing.region_accuracy for drawing in score.drawings[:2]] == [1, 1]
    assert score.drawings[2].region_accuracy < 1
    assert score.mean("corrections") == score.drawings[2].corrections / 3
    assert score.by_size()[3] == (3, 3)  # the paper around the figure
    assert score.prepare_seconds > 0
    assert score.peak_mib is None or score.peak_mib > 10


def test_every_shot_setting_and_method_has_its_run(request_for: BenchmarkRequest) -> None:
    write_shot(request_for.shots / "again", [0, 3, 6])
    request = replace(request_for, methods=["copy", "flow"], keys=["ends", "1"])
    steps = list(run_benchmark(request))
    assert [step.total for step in steps] == [8] * len(steps)
    runs = [(s.score.shot, s.score.keys, s.score.method) for s in steps if s.score is not None]
    assert len(set(runs)) == 8
    assert steps[-1].done == 8


def test_a_setting_that_leaves_nothing_to_measure_is_passed_over(
    request_for: BenchmarkRequest,
) -> None:
    steps = list(run_benchmark(replace(request_for, keys=["4", "5", "3"])))
    assert [step.score.keys for step in steps if step.score is not None] == ["3"]
    assert steps[0].what == "walk is too short for 4 keys"


def test_flicker_counts_only_what_changes_without_reason(request_for: BenchmarkRequest) -> None:
    for number in (2, 3, 4):
        for name, pixels in zip(("line", "color"), drawing(30), strict=True):
            Image.fromarray(pixels).save(request_for.shots / "walk" / name / f"A.{number:04d}.png")
    (score,) = scores_of(request_for)
    assert score.flicker == 0  # wrong, but always in the same way
    assert score.mean("corrections") > 0


def test_gaps_are_cut_into_the_lines_alone_and_always_the_same(
    request_for: BenchmarkRequest,
) -> None:
    folder = request_for.shots / "walk"
    closed, open_, again = (read_shot(folder, gaps) for gaps in (False, True, True))
    pairs = list(zip(closed.lines, open_.lines, strict=True))
    assert any((one != other).any() for one, other in pairs)
    assert all((other >= one).all() for one, other in pairs)
    assert all((a == b).all() for a, b in zip(open_.lines, again.lines, strict=True))
    assert (open_.truths[0].line == closed.truths[0].line).all()


def test_the_networks_are_measured_like_any_other_method(
    request_for: BenchmarkRequest, tmp_path: Path
) -> None:
    weights = make_weights(tmp_path / "weights")
    request = replace(request_for, methods=["shiage"], keys=["3"], weights=weights, device="cpu")
    (score,) = scores_of(request)
    assert score.method == "shiage"
    assert score.mean("off_palette") == 0
    assert 0 <= score.mean("region_accuracy") <= 1


def test_weights_that_cannot_be_used_are_said(
    request_for: BenchmarkRequest, tmp_path: Path
) -> None:
    request = replace(request_for, methods=["shiage"], weights=tmp_path / "none")
    with pytest.raises(BenchmarkError, match="weights are missing"):
        list(run_benchmark(request))


def test_the_best_baseline_is_shown_beside_ours(request_for: BenchmarkRequest) -> None:
    copied, matched = scores_of(replace(request_for, methods=["copy_regions", "segmatch"]))
    assert matched.mean("region_accuracy") > copied.mean("region_accuracy")
    ours = replace(copied, method="shiage")
    assert shown_methods([copied, matched]) == ["segmatch"]
    assert shown_methods([copied, matched, ours]) == ["shiage", "segmatch"]


def test_the_sheet_shows_wrong_regions_in_red(request_for: BenchmarkRequest) -> None:
    sheets = [step.sheet for step in run_benchmark(replace(request_for, sheets=True)) if step.sheet]
    ((name, picture),) = sheets
    assert name == "walk.first"
    red = (picture == (220, 30, 30)).all(axis=-1)
    assert red.any()
    columns = np.flatnonzero(red.any(axis=0))
    assert columns.min() > picture.shape[1] * 3 / 4  # only in the last of four columns
    rows = np.flatnonzero(red.any(axis=1))
    assert rows.min() > picture.shape[0] * 2 / 3  # only in the last of three rows


def test_marked_tells_wrong_from_right() -> None:
    line, color = drawing(0)
    painted = color.copy()
    painted[14:26, 16:28] = (1, 2, 3, 255)
    image = marked(painted, Truth(line, color))
    assert image[20, 20].tolist() == [220, 30, 30]
    assert image[30, 40].tolist() == [225, 225, 225]
    assert image[9, 20].tolist() == [0, 0, 0]


def test_table_and_json_tell_the_same(request_for: BenchmarkRequest) -> None:
    scores = scores_of(replace(request_for, methods=["copy_regions", "segmatch"]))
    table = as_table(scores)
    told = json.loads(json.dumps([score.as_json() for score in scores]))
    for entry in told:
        cell = f"{entry['mean']['psnr']:.1f} / {entry['mean']['region_accuracy']:.3f}"
        assert cell in table
    assert f"{told[1]['mean']['region_accuracy']:.3f}*" in table
    assert table.startswith("Keys: first\n")


def test_footage_that_cannot_be_measured_is_refused_in_one_sentence(
    request_for: BenchmarkRequest, tmp_path: Path
) -> None:
    with pytest.raises(BenchmarkError, match="does not exist"):
        list(run_benchmark(replace(request_for, shots=tmp_path / "nowhere")))
    (tmp_path / "empty").mkdir()
    with pytest.raises(BenchmarkError, match="no finished shots"):
        list(run_benchmark(replace(request_for, shots=tmp_path / "empty")))
    walk = request_for.shots / "walk"
    Image.fromarray(drawing(0)[0][:40]).save(walk / "line" / "A.0002.png")
    with pytest.raises(BenchmarkError, match=r"A\.0002\.png of .* differs in size"):
        read_shot(walk, with_gaps=False)
    (walk / "color" / "A.0002.png").write_bytes(b"no picture")
    with pytest.raises(BenchmarkError, match=r"A\.0002\.png of .* cannot be read"):
        read_shot(walk, with_gaps=False)
    for path in sorted((walk / "line").iterdir())[1:]:
        path.unlink()
    with pytest.raises(BenchmarkError, match="fewer than two drawings"):
        read_shot(walk, with_gaps=False)
