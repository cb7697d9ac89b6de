from __future__ import annotations

import pytest

from app.ui.view.view_transform import MAX_ZOOM, ViewTransform


def image_point(transform: ViewTransform, x: float, y: float) -> tuple[float, float]:
    return (x - transform.x) / transform.zoom, (y - transform.y) / transform.zoom


@pytest.mark.parametrize(
    ("image", "view", "zoom"),
    [
        ((100, 100), (248, 148), 1.0),
        ((1000, 500), (548, 1048), 0.5),
        ((10, 10), (448, 448), 40.0),
        ((10, 10), (44_000, 44_000), MAX_ZOOM),
    ],
)
def test_fit_shows_all_with_a_margin(
    image: tuple[int, int], view: tuple[int, int], zoom: float
) -> None:
    fitted = ViewTransform.fit(image, view, margin=24)
    assert fitted.zoom == pytest.approx(zoom)
    middle = image_point(fitted, view[0] / 2, view[1] / 2)
    assert middle == pytest.approx((image[0] / 2, image[1] / 2), abs=1)


def test_zooming_keeps_the_point_under_the_mouse() -> None:
    transform = ViewTransform(0.7, 13, -5)
    for zoom in (0.9, 1.3, 64.0, 0.2):
        before = image_point(transform, 200, 100)
        transform = transform.zoomed_to(zoom, (200, 100))
        assert transform.zoom == zoom
        assert image_point(transform, 200, 100) == pytest.approx(before)


@pytest.mark.parametrize(
    ("zoom", "factor", "result"),
    [(0.9, 1.26, 1.0), (1.2, 0.5, 1.0), (1.0, 1.01, 1.01), (0.5, 1.26, 0.63), (3.0, 0.5, 1.5)],
)
def test_steps_stop_at_actual_pixels(zoom: float, factor: float, result: float) -> None:
    assert ViewTransform(zoom, 0, 0).stepped(factor, (0, 0)).zoom == pytest.approx(result)


def test_a_picture_cannot_be_pushed_out_of_sight() -> None:
    pushed = ViewTransform(1.0, 0, 0).panned(-5000, 9000).kept_in_sight((200, 200), (400, 300))
    assert -200 < pushed.x < 400
    assert -200 < pushed.y < 300
