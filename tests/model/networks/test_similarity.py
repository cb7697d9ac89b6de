from __future__ import annotations

import math
from dataclasses import replace

import pytest
import torch
from torch import Tensor

from model.networks.attention import matching_logarithm, transport
from model.networks.similarity import SimilarityColorTransform
from tests.model.networks.small import small_color_config

_CELLS = 3


def _features(count: int, channels: int) -> tuple[Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(3)

    def draw(*shape: int) -> Tensor:
        return torch.randn(*shape, channels, _CELLS, _CELLS, generator=generator)

    return draw(1), draw(1, count), draw(1, count)


def _literal(
    layer: SimilarityColorTransform, target: Tensor, others: Tensor, colors: Tensor
) -> Tensor:
    """Equations 3 to 5, cell by cell and reference by reference."""
    count = others.shape[1]
    places = [(y, x) for y in range(_CELLS) for x in range(_CELLS)]

    def point(conv: torch.nn.Conv2d, vector: Tensor) -> Tensor:
        bias = conv.bias
        assert bias is not None
        return conv.weight[:, :, 0, 0] @ vector + bias

    def masks(index: int, conv: torch.nn.Conv2d, y: int, x: int) -> Tensor:
        pair = torch.cat([others[0, index, :, y, x], target[0, :, y, x]])
        return torch.sigmoid(point(conv, pair))

    result = torch.zeros_like(target)
    for y, x in places:
        query = point(layer.target_match, target[0, :, y, x])
        scores, values = [], []
        for index in range(count):
            for v, u in places:
                key = point(layer.reference_match, others[0, index, :, v, u])
                if layer.cosine:
                    scale = layer.log_scale.exp()
                    score = scale * (query / query.norm()) @ (key / key.norm())
                else:
                    score = query @ key
                scores.append(score.item())
                own = colors[0, index, :, v, u] * masks(index, layer.reference_mask, v, u)
                values.append(point(layer.reduce_colors, own))
        top = max(scores)
        weights = [math.exp(score - top) for score in scores]
        carried = sum(w * v for w, v in zip(weights, values, strict=True)) / sum(weights)
        matched = point(layer.restore_colors, carried)
        for index in range(count):
            own = colors[0, index, :, y, x] * masks(index, layer.reference_mask, y, x)
            n = masks(index, layer.combining_mask, y, x)
            result[0, :, y, x] += ((1 - n) * matched + own * n) / count
    return result


@pytest.mark.parametrize("name", ["shiage", "paper"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_sim_equals_the_literal_equations(name: str, count: int) -> None:
    torch.manual_seed(0)
    config = replace(small_color_config(name), mask_kernel=1)
    layer = SimilarityColorTransform(config)
    target, others, colors = _features(count, config.channels)
    with torch.no_grad():
        keys = layer.keys(others)
        fused = layer(target, others, keys, colors).features
        materialized = layer(target, others, keys, colors, with_matching=True).features
        expected = _literal(layer, target, others, colors)
    torch.testing.assert_close(fused, expected, atol=1e-5, rtol=1e-4)
    torch.testing.assert_close(materialized, expected, atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize("chunk", [1, 7, 20, 1000])
@pytest.mark.parametrize("carried", [2, 9])
def test_transport_in_chunks_equals_the_whole_matching_matrix(chunk: int, carried: int) -> None:
    generator = torch.Generator().manual_seed(2)
    queries = torch.randn(2, 4, 20, generator=generator)
    keys = torch.randn(2, 4, 33, generator=generator)
    values = torch.randn(2, carried, 33, generator=generator)
    whole = (matching_logarithm(queries, keys).exp() @ values.transpose(1, 2)).transpose(1, 2)
    torch.testing.assert_close(transport(queries, keys, values, chunk), whole, atol=1e-5, rtol=1e-4)


def test_the_softmax_is_joint_over_all_references() -> None:
    """A reference that resembles the target takes the mass that it would get alone."""
    queries = torch.tensor([[[8.0], [0.0]]])
    alike, unlike = torch.tensor([[[8.0], [0.0]]]), torch.tensor([[[0.0], [8.0]]])
    values = torch.tensor([[[1.0, 0.0]]])
    carried = transport(queries, torch.cat([alike, unlike], dim=2), values)
    assert carried.item() > 0.999
