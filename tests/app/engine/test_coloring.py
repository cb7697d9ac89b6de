from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from app.document.gap_closing import GapClosing, GapStroke
from app.document.regions import ColoredDrawing
from app.engine.coloring import color_shot
from app.engine.coloring_request import ColoringRequest
from app.engine.errors import ColoringError
from app.engine.task import CancelToken, Failure, Step
from app.io.shots.shot_folder import open_shot_folder
from tests.app.engine.fakes import FakeNetworks
from tests.app.shots import COAT, SKIN, color_layer, line_art, make_shot, save


def request(folder: Path, keys: tuple[int, ...] = (1, 5), **options: object) -> ColoringRequest:
    opened = open_shot_folder(folder)
    chosen = {number: folder.parent / "color" / f"A{number:04d}.png" for number in keys}
    return ColoringRequest(opened.shot.drawings, chosen, **options)  # type: ignore[arg-type]


def run(asked: ColoringRequest) -> tuple[dict[int, ColoredDrawing], dict[int, str], list[str]]:
    """Results and failures by drawing number, and everything that was said."""
    steps = list(color_shot(asked, CancelToken()))
    results = {step.result.number: step.result for step in steps if step.result}
    failures = {step.failure.number: step.failure.message for step in steps if step.failure}
    return results, failures, [step.what for step in steps]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_shot(tmp_path / "cut", count=5, keys=(1, 5))


def test_every_drawing_comes_back_in_order_with_the_keys_colors(
    folder: Path, networks: FakeNetworks
) -> None:
    results, failures, _ = run(request(folder))
    assert list(results) == [1, 2, 3, 4, 5]
    assert failures == {}
    assert [number for number, one in results.items() if one.is_key] == [1, 5]
    for one in results.values():
        assert one.size == (48, 64)
        colors = {tuple(color) for color in one.color_layer().reshape(-1, 4).tolist()}
        assert colors == {(0, 0, 0, 0), COAT, SKIN}


def test_progress_counts_up_to_the_total(folder: Path, networks: FakeNetworks) -> None:
    steps = list(color_shot(request(folder), CancelToken()))
    counts = [step.done for step in steps]
    assert counts == sorted(counts)
    assert counts[-1] == 5
    assert {step.total for step in steps} == {5}


def test_keys_are_encoded_once_and_the_nearest_on_both_sides_are_used(
    tmp_path: Path, networks: FakeNetworks
) -> None:
    folder = make_shot(tmp_path, count=9, keys=(1, 2, 3, 7, 8, 9))
    run(request(folder, (1, 2, 3, 7, 8, 9), keys_per_side=2, gap=7, only={2, 5}))
    assert [entry for entry in networks.log if entry[0] != "reach"] == [
        ("open", "auto"),
        ("encode", 6, 7),
        ("key", 1),
        ("color", (1, 2, 3, 4), 2, 7),
    ]


def test_first_guesses_come_at_once_and_are_replaced_when_the_next_key_is_reached(
    folder: Path, networks: FakeNetworks
) -> None:
    steps = list(color_shot(request(folder, guesses=True), CancelToken()))
    came = [(step.result.number, step.result.confidence.min()) for step in steps if step.result]
    guessed = [step.result.is_guess for step in steps if step.result]
    assert guessed == [False, True, True, True, False, False, False, False]
    assert came == [(1, 1), (2, 0.5), (3, 0.5), (4, 0.5), (2, 1), (3, 1), (4, 1), (5, 1)]


def test_identical_drawings_are_colored_once(folder: Path, networks: FakeNetworks) -> None:
    for number in (3, 4):
        (folder / f"A{number:04d}.png").unlink()
        save(folder / f"A{number:04d}.tga", line_art(2))
    results, _, _ = run(request(folder))
    assert sum(entry[0] == "color" for entry in networks.log) == 1
    assert [results[n].number for n in (2, 3, 4)] == [2, 3, 4]
    assert np.array_equal(results[4].color_layer(), results[2].color_layer())


def test_a_drawing_identical_to_a_key_gets_the_keys_paint(
    folder: Path, networks: FakeNetworks
) -> None:
    save(folder / "A0003.png", line_art(0))
    results, _, _ = run(request(folder))
    assert not results[3].is_key
    assert np.array_equal(results[3].color_layer(), results[1].color_layer())
    assert networks.log.count(("reach", 0)) == 2


def test_strokes_part_regions_and_held_drawings(folder: Path, networks: FakeNetworks) -> None:
    for number in (3, 4):
        (folder / f"A{number:04d}.png").unlink()
        save(folder / f"A{number:04d}.tga", line_art(2))
    across = (GapStroke(((26, 16), (26, 31))),)
    results, _, _ = run(request(folder, gap_strokes={3: across, 4: across}))
    assert sum(entry[0] == "color" for entry in networks.log) == 2
    counts = [len(results[number].region_colors) for number in (2, 3, 4)]
    assert counts == [3, 4, 4]
    assert [results[n].closing for n in (2, 3)] == [GapClosing(4), GapClosing(4, across)]


def test_equal_drawings_keep_their_own_strokes_in_mind(
    folder: Path, networks: FakeNetworks
) -> None:
    save(folder / "A0003.png", line_art(2))
    under_ink = (GapStroke(((-9, -9), (-5, -5))),)
    results, _, _ = run(request(folder, gap_strokes={3: under_ink}))
    assert sum(entry[0] == "color" for entry in networks.log) == 2
    assert [results[n].closing for n in (2, 3)] == [GapClosing(4), GapClosing(4, under_ink)]


def test_a_stroke_on_a_key_makes_it_another_drawing_than_its_twin(
    folder: Path, networks: FakeNetworks
) -> None:
    save(folder / "A0003.png", line_art(0))
    across = (GapStroke(((24, 16), (24, 31))),)
    results, _, _ = run(request(folder, gap_strokes={1: across}))
    assert networks.log.count(("reach", 0)) == 1
    assert len(results[1].region_colors) == 4
    assert len(results[3].region_colors) == 3


def test_soft_mode_brings_the_soft_image(folder: Path, networks: FakeNetworks) -> None:
    flat, _, _ = run(request(folder, only={2}))
    soft, _, _ = run(request(folder, only={2}, mode="soft"))
    assert np.array_equal(flat[2].soft(), flat[2].color_layer())
    assert not np.array_equal(soft[2].soft(), soft[2].color_layer())


def test_drawings_are_read_only_when_their_turn_comes(folder: Path, networks: FakeNetworks) -> None:
    for step in color_shot(request(folder), CancelToken()):
        if step.what == "Coloring A0003":
            (folder / "A0004.png").unlink()
        if step.failure:
            assert step.failure == Failure(4, "line/A0004.png does not exist; check the path.")
            break
    else:
        pytest.fail("the drawing removed meanwhile was read before its turn")


def test_cancel_finishes_what_was_begun_and_nothing_more(
    folder: Path, networks: FakeNetworks
) -> None:
    cancel = CancelToken()
    finished = []
    for step in color_shot(request(folder), cancel):
        if step.result:
            finished.append(step.result.number)
        if step.what == "Coloring A0003":
            cancel.cancel()
    assert finished == [1, 2, 3]


def test_a_bad_drawing_is_named_and_the_rest_goes_on(folder: Path, networks: FakeNetworks) -> None:
    (folder / "A0002.png").write_bytes(b"")

    def trip(device: str, line: NDArray[np.uint8]) -> None:
        if np.array_equal(line, line_art(6)[..., 0]):
            raise IndexError("too odd")

    networks.trip = trip
    results, failures, _ = run(request(folder))
    assert list(results) == [1, 3, 5]
    assert "line/A0002.png is empty" in failures[2]
    assert "A0004.png could not be colored (IndexError: too odd)" in failures[4]


def test_one_bad_key_is_a_failure_and_the_others_are_used(
    folder: Path, networks: FakeNetworks
) -> None:
    (folder.parent / "color" / "A0005.png").write_bytes(b"torn")
    results, failures, _ = run(request(folder))
    assert list(results) == [1, 2, 3, 4]
    assert list(failures) == [5]
    assert "color/A0005.png is not an image" in failures[5]
    assert ("encode", 1, 4) in networks.log


def test_what_cannot_be_colored_at_all(folder: Path, networks: FakeNetworks) -> None:
    colors = folder.parent / "color"
    save(colors / "A0002.png", color_layer(size=(24, 32)))
    save(colors / "A0003.png", color_layer(size=(48, 48)))
    (colors / "A0004.png").write_bytes(b"")
    save(colors / "A0009.png", color_layer())
    for keys, says in {
        (): "No drawing has a key",
        (1, 2): "color/A0002.png is 32×24, but its drawing A0002.png is 64×48; resize it",
        (3,): "color/A0003.png is 48×48, but its drawing A0003.png is 64×48; export it uncropped",
        (1, 9): "drawing 9, which this shot does not have; its drawings are 1–5.",
        (4,): "Not one key can be used: color/A0004.png is empty",
    }.items():
        with pytest.raises(ColoringError) as caught:
            run(request(folder, keys))
        assert says in str(caught.value)
    assert networks.log == []


def test_a_full_graphics_card_hands_over_to_the_processor(
    folder: Path, networks: FakeNetworks
) -> None:
    def trip(device: str, line: NDArray[np.uint8]) -> None:
        if device == "cuda" and not np.array_equal(line, line_art(2)[..., 0]):
            raise RuntimeError("CUDA out of memory. Tried to allocate 20.00 MiB")

    networks.trip = trip
    results, failures, said = run(request(folder, device="cuda"))
    assert list(results) == [1, 2, 3, 4, 5]
    assert failures == {}
    assert [entry for entry in networks.log if entry[0] == "open"] == [
        ("open", "cuda"),
        ("open", "cpu"),
    ]
    assert sum("out of memory" in what for what in said) == 1


def test_importing_the_engine_leaves_torch_alone() -> None:
    code = (
        "import sys, app.engine.coloring, app.engine.exporting, app.engine.keys;"
        "sys.exit('torch' in sys.modules or 'PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_step_says_what_is_being_done(folder: Path, networks: FakeNetworks) -> None:
    first: Step[ColoredDrawing] = next(color_shot(request(folder), CancelToken()))
    assert (first.done, first.total, first.what) == (0, 5, "Studying the keys")
    assert "Coloring A0003" in run(request(folder))[2]
