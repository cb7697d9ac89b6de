from __future__ import annotations

import numpy as np

from app.document.regions import ColoredDrawing

LABELS = np.array([[0, 0, 1], [2, 2, 1]], np.int32)
PALETTE = np.array([[10, 20, 30, 255], [0, 0, 0, 0]], np.uint8)


def pack(soft: np.ndarray | None = None) -> ColoredDrawing:
    return ColoredDrawing.pack(
        3, LABELS, PALETTE, np.array([0, 1, 0]), np.array([0.25, 1.0, 0.5]), soft=soft
    )


def test_layers_are_rebuilt_from_the_packed_labels() -> None:
    drawing = pack()
    assert drawing.size == (2, 3)
    assert np.array_equal(drawing.labels(), LABELS)
    paint, clear = PALETTE
    expected = np.array([[paint, paint, clear], [paint, paint, clear]])
    assert np.array_equal(drawing.color_layer(), expected)
    assert drawing.confidence_map().tolist() == [[0.25, 0.25, 1.0], [0.5, 0.5, 1.0]]


def test_soft_is_the_given_image_or_else_the_flat_layer() -> None:
    soft = np.arange(24, dtype=np.uint8).reshape(2, 3, 4)
    assert np.array_equal(pack(soft).soft(), soft)
    assert np.array_equal(pack().soft(), pack().color_layer())
