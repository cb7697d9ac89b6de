"""What a show has to learn from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.document.corrections import Correction
from app.document.origins import Origin
from app.document.regions import ColoredDrawing
from app.document.show import ColoringState, ShotState
from app.engine.show_sequences import sequences_of, stock_of
from tests.app.engine.tuned_shows import save_show
from tests.app.shots import COAT, SIZE, SKIN, color_layer, line_art, save


def colored(number: int, confidence: float) -> ColoredDrawing:
    labels = np.zeros(SIZE, np.int32)
    labels[:, SIZE[1] // 2 :] = 1
    return ColoredDrawing.pack(
        number,
        labels,
        np.array([COAT, SKIN], np.uint8),
        np.array([0, 1]),
        np.array([confidence, confidence]),
    )


@pytest.fixture
def shot(tmp_path: Path) -> ShotState:
    """Nine drawings, the first four of them keys, drawings 6 and 7 colored, 7 corrected."""
    _, state = save_show(tmp_path, finished=4)
    (shot,) = state.shots
    colorings = {n: ColoringState(colored(n, 0.5), Origin()) for n in (6, 7)}
    return replace(shot, colorings=colorings, corrections={7: (Correction(60, 5, SKIN),)})


def test_keys_and_corrected_drawings_are_learned_from(shot: ShotState) -> None:
    assert stock_of([shot]).keys == 4
    assert stock_of([shot]).corrected == 1
    (sequence,) = sequences_of([shot])
    assert len(sequence) == 5


def test_of_a_corrected_drawing_only_what_a_person_told_is_known(shot: ShotState) -> None:
    (sequence,) = sequences_of([shot])

    drawing = sequence.drawings[-1]()

    assert drawing.known is not None
    assert not drawing.known[:, : SIZE[1] // 2].any()
    assert drawing.known[:, SIZE[1] // 2 :].all()


def test_what_is_nearly_certain_is_known_too(shot: ShotState) -> None:
    sure = {7: ColoringState(colored(7, 0.99), Origin())}

    (sequence,) = sequences_of([replace(shot, colorings=sure)])

    known = sequence.drawings[-1]().known
    assert known is not None
    assert known.all()


def test_footage_is_cut_into_sequences_of_its_own(tmp_path: Path) -> None:
    for number in range(20):
        save(tmp_path / "film" / "line" / f"{number:04d}.png", line_art(number))
        save(tmp_path / "film" / "color" / f"{number:04d}.png", color_layer(number))

    sequences = sequences_of([], [tmp_path / "film"])

    assert [len(one) for one in sequences] == [8, 12]
    assert np.array_equal(sequences[0].drawings[3]().color, color_layer(3))
    assert stock_of([], [tmp_path / "film"]).footage == 20


def test_a_deleted_film_is_nothing_to_learn_from(tmp_path: Path) -> None:
    assert sequences_of([], [tmp_path / "gone"]) == []
