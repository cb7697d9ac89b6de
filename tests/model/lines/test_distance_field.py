from __future__ import annotations

import numpy as np

from model.lines.distance_field import distance_field, distance_to_ink, ink_mask


def _vertical_line() -> np.ndarray:
    ink = np.zeros((40, 80), bool)
    ink[:, 10] = True
    return ink


def test_distance_is_counted_from_the_ink() -> None:
    distance = distance_to_ink(_vertical_line())
    assert distance[20, 10] == 0
    assert np.isclose(distance[20, 15], 5, atol=0.1)


def test_field_lies_between_ink_and_an_eighth_of_the_longer_side() -> None:
    field = distance_field(_vertical_line())
    assert field.dtype == np.float32
    assert field[20, 10] == 0
    assert np.isclose(field[20, 15], 0.5, atol=0.02)
    assert (field[:, 21:] == 1).all()


def test_empty_drawing_is_far_from_any_ink() -> None:
    assert (distance_field(np.zeros((16, 16), bool)) == 1).all()


def test_the_faint_rim_of_an_antialiased_line_is_no_ink() -> None:
    assert not ink_mask(np.array([[200]], np.uint8)).any()
    assert ink_mask(np.array([[90]], np.uint8)).all()
