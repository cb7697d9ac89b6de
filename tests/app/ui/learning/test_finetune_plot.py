from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.engine.tuning_request import MeasuredPoint
from app.ui.learning.finetune_plot import TuningPlot, axis_over, round_step
from app.ui.look.theme import theme


@pytest.mark.parametrize(
    ("rough", "step"), [(0.005, 0.005), (0.006, 0.01), (0.3, 0.5), (1.5, 2.0), (7.0, 10.0)]
)
def test_steps_are_round(rough: float, step: float) -> None:
    assert round_step(rough) == pytest.approx(step)


def test_an_axis_holds_all_values_between_round_marks() -> None:
    axis = axis_over([0.915, 0.974], least=0.02)
    assert axis.low < 0.915 < 0.974 < axis.high
    assert axis.marks[0] == pytest.approx(axis.low)
    assert axis.share(axis.low) == 0.0 and axis.share(axis.high) == 1.0
    assert axis.marks == pytest.approx([0.90, 0.92, 0.94, 0.96, 0.98, 1.0])


def test_noise_does_not_look_like_a_mountain() -> None:
    axis = axis_over([0.9200, 0.9201], least=0.02)
    assert axis.high - axis.low >= 0.02


def test_both_lines_are_seen_and_the_level_before(qtbot: QtBot) -> None:
    plot = TuningPlot()
    qtbot.addWidget(plot)
    plot.resize(420, 280)
    points = tuple(
        MeasuredPoint(minutes, 0.92 + minutes / 100, 34 - minutes, minutes == 0)
        for minutes in (0.0, 1.0, 2.0)
    )
    plot.show_points(points[:1], 2.0)
    marked = _count(plot, "mark")
    assert marked > 100  # one point, and the dashed line from edge to edge
    plot.show_points(points, 2.0)
    assert _count(plot, "mark") > marked + 300
    assert plot.accessibleDescription() == "94.0 %, 32.0 dB"


def _count(plot: TuningPlot, color: str) -> int:
    """Pixels that have a color of the theme, or nearly."""
    image, wanted = plot.grab().toImage(), theme().color(color)
    near = 0
    for y in range(image.height()):
        for x in range(image.width()):
            found = image.pixelColor(x, y)
            far = abs(found.red() - wanted.red()) + abs(found.blue() - wanted.blue())
            near += far < 60
    return near
