from __future__ import annotations

import numpy as np

from model.coloring import Coloring
from model.evaluation.reliability import judge_coloring, table
from model.evaluation.truth import Truth

RED, BLUE = (200, 0, 0, 255), (0, 0, 200, 255)


def _halves() -> tuple[np.ndarray, Truth]:
    line = np.full((20, 41), 255, np.uint8)
    line[:, 20] = 0
    color = np.zeros((20, 41, 4), np.uint8)
    color[:, :21], color[:, 21:] = RED, BLUE
    labels = np.zeros((20, 41), np.int32)
    labels[:, 21:] = 1
    labels[:2, 39:] = 2
    return labels, Truth(line, color)


def test_each_region_that_counts_is_right_or_wrong() -> None:
    labels, truth = _halves()
    palette = np.array([RED, BLUE], np.uint8)
    confidence = np.array([0.9, 0.6, 0.2], np.float32)
    chosen = np.array([0, 0, 1], np.int32)
    sure, right = judge_coloring(Coloring(labels, palette, chosen, confidence), truth)
    assert np.allclose(sure, [0.9, 0.6]), "four pixels are no region that anybody clicks"
    assert right.tolist() == [True, False]


def test_the_table_counts_what_is_right_in_each_span() -> None:
    judged = (np.array([0.99, 0.99, 0.92, 0.4], np.float32), np.array([True, True, False, False]))
    rows = table([judged]).splitlines()
    assert rows[-1].startswith("| 0.9 and more | 3 | 0.750 |")
    assert rows[-1].endswith("| 0.667 |")
    assert any(row.startswith("| 0.3 to 0.5 | 1 |") and row.endswith("| 0.000 |") for row in rows)
