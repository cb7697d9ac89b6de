from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from model.colorizer import Colorizer, KeyDrawing
from model.manifest import WeightsError
from model.networks.color_transform import ColorTransformNetwork
from model.weights import load_weights
from tests.model.figures import EYE, PAPER, SHIRT, SKIN, figure


@pytest.fixture(scope="module")
def colorizer() -> Colorizer:
    return Colorizer(device="cpu")


def _colors(image: np.ndarray) -> set[tuple[int, ...]]:
    return {tuple(int(v) for v in row) for row in np.unique(image.reshape(-1, 4), axis=0)}


def test_an_in_between_gets_the_exact_colors_of_its_keys(colorizer: Colorizer) -> None:
    keys = colorizer.encode_keys([figure(0), figure(40)])
    truth = figure(20)
    coloring = colorizer.color(truth.line, keys)
    layer = coloring.color_layer()
    assert layer.shape == truth.color.shape
    assert _colors(layer) <= {PAPER, SKIN, SHIRT, EYE}
    paper = truth.line == 255
    assert (layer == truth.color).all(axis=2)[paper].mean() > 0.99


def test_result_describes_every_region(colorizer: Colorizer) -> None:
    keys = colorizer.encode_keys([figure(0)])
    coloring = colorizer.color(figure(5).line, keys)
    count = int(coloring.labels.max()) + 1
    assert coloring.region_colors.shape == coloring.confidence.shape == (count,)
    assert ((coloring.confidence > 0) & (coloring.confidence <= 1)).all()
    assert coloring.soft is None


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_any_number_of_keys(colorizer: Colorizer, count: int) -> None:
    keys = colorizer.encode_keys([figure(10 * index) for index in range(count)])
    assert len(keys) == count
    layer = colorizer.color(figure(12).line, keys).color_layer()
    assert _colors(layer) <= {PAPER, SKIN, SHIRT, EYE}


def test_a_key_comes_back_as_it_was_painted(colorizer: Colorizer) -> None:
    key = figure(0)
    keys = colorizer.encode_keys([key, figure(40)])
    layer = colorizer.color_key(0, keys).color_layer()
    paper = key.line == 255
    assert (layer[paper] == key.color[paper]).all()


def test_a_subset_keeps_the_palette_of_the_shot(colorizer: Colorizer) -> None:
    other = figure(0)
    green = np.where((other.color == SHIRT).all(axis=2, keepdims=True), (0, 200, 0, 255), 0)
    recolored = np.where(green.any(axis=2, keepdims=True), green, other.color).astype(np.uint8)
    keys = colorizer.encode_keys([figure(0), KeyDrawing(other.line, recolored)])
    assert len(keys.subset([1]).palette) == 5


def test_drawings_and_keys_of_odd_and_different_sizes(colorizer: Colorizer) -> None:
    keys = colorizer.encode_keys([figure(0, (151, 203)), figure(20, (160, 233))])
    layer = colorizer.color(figure(10, (173, 217)).line, keys).color_layer()
    assert layer.shape == (173, 217, 4)


def test_a_blank_drawing_becomes_one_region(colorizer: Colorizer) -> None:
    keys = colorizer.encode_keys([figure(0)])
    coloring = colorizer.color(np.full((150, 200), 255, np.uint8), keys)
    assert coloring.region_colors.shape == (1,)


def test_soft_stays_near_the_flat_color_and_keeps_its_alpha(colorizer: Colorizer) -> None:
    keys = colorizer.encode_keys([figure(0), figure(40)])
    coloring = colorizer.color(figure(20).line, keys, soft=True)
    assert coloring.soft is not None
    flat = coloring.color_layer()
    assert (coloring.soft[..., 3] == flat[..., 3]).all()
    for region in range(len(coloring.region_colors)):
        inside = coloring.labels == region
        apart = coloring.soft[inside].mean(axis=0) - flat[inside].mean(axis=0)
        assert np.abs(apart[:3]).max() < 40


def test_no_keys_are_refused(colorizer: Colorizer) -> None:
    with pytest.raises(ValueError, match="no key"):
        colorizer.encode_keys([])


def test_a_key_of_another_size_than_its_lines_is_refused(colorizer: Colorizer) -> None:
    with pytest.raises(ValueError, match="size"):
        colorizer.encode_keys([KeyDrawing(figure(0).line, figure(0, (90, 90)).color)])


def test_a_missing_graphics_card_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    with pytest.raises(WeightsError, match="no CUDA graphics card"):
        Colorizer(device="cuda")


def test_other_networks_that_look_again_say_what_they_would_have_said_at_once() -> None:
    bundled = load_weights()
    torch.manual_seed(0)
    young = ColorTransformNetwork(bundled.color_transform.config)
    first = Colorizer(bundled, "cpu")
    other = Colorizer(replace(bundled, color_transform=young), "cpu")
    keys, line = [figure(0), figure(40)], figure(20).line
    told = first.gather(line, studied := first.encode_keys(keys), before=1)
    at_once = other.gather(line, other.encode_keys(keys), before=1)

    again = other.see_again(told, line, other.encode_again(studied), before=1)

    assert again.regions is told.regions
    assert np.array_equal(again.evidence.match, told.evidence.match)
    assert not np.allclose(told.evidence.transport, at_once.evidence.transport)
    assert np.allclose(again.evidence.transport, at_once.evidence.transport, atol=1e-5)
    assert np.allclose(again.shade.color, at_once.shade.color, atol=1e-5)
