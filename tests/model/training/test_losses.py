from __future__ import annotations

import math
from dataclasses import replace

import pytest
import torch
from torch import Tensor

from model.networks.similarity import SimilarityColorTransform
from model.training.losses import (
    adversarial_loss,
    discriminator_loss,
    draw_cells,
    gram_matrix,
    l1_loss,
    latent_loss,
    matching_loss,
    perceptual_loss,
    style_loss,
)
from tests.model.networks.small import small_color_config


def _maps(seed: int) -> list[Tensor]:
    generator = torch.Generator().manual_seed(seed)
    return [
        torch.rand(2, 3, 4, 5, generator=generator),
        torch.rand(2, 6, 2, 2, generator=generator),
    ]


def test_every_image_loss_is_zero_on_the_truth_and_positive_elsewhere() -> None:
    truth = torch.rand(2, 3, 8, 8)
    other = 1 - truth
    assert l1_loss(truth, truth) == 0
    assert l1_loss(other, truth) > 0
    assert latent_loss(truth, truth, truth) == 0
    assert latent_loss(other, truth, truth) == pytest.approx(float(l1_loss(other, truth)))
    for loss in (perceptual_loss, style_loss):
        assert loss(_maps(1), _maps(1)) == 0
        assert loss(_maps(1), _maps(2)) > 0


def test_perceptual_loss_is_equation_7() -> None:
    ours, theirs = _maps(1), _maps(2)
    expected = sum(
        float(((a - b) ** 2).sum()) / a.numel() for a, b in zip(ours, theirs, strict=True)
    )
    assert float(perceptual_loss(ours, theirs)) == pytest.approx(expected, rel=1e-5)


def test_gram_matrix_is_the_scaled_product_of_channels() -> None:
    features = torch.rand(1, 2, 3, 4)
    rows = features[0].reshape(2, 12)
    expected = torch.stack([(rows[i] * rows[j]).sum() for i in range(2) for j in range(2)]) / 24
    torch.testing.assert_close(gram_matrix(features)[0].flatten(), expected)


def test_adversaries_want_opposite_things() -> None:
    sure_real, sure_fake = torch.full((1, 1, 2, 2), 9.0), torch.full((1, 1, 2, 2), -9.0)
    assert discriminator_loss(sure_real, sure_fake) < 0.01
    assert discriminator_loss(sure_fake, sure_real) > 9
    assert adversarial_loss(sure_real) < 0.01
    assert adversarial_loss(sure_fake) > 8


def test_even_matching_costs_the_logarithm_of_the_share_of_right_cells() -> None:
    """With featureless drawings all reference cells get the same mass."""
    layer = SimilarityColorTransform(replace(small_color_config(), match_cosine=False))
    features = torch.zeros(1, 2, 8, 2, 2)
    identities = torch.tensor([[[1, 1, 1, 1], [1, 2, 2, 2]]])
    loss = matching_loss(layer, features, identities, cells=50, balance=0.0)[0].item()
    # Every cell of the first drawing finds one of four; the one of the second that is shown, all.
    assert -math.log(1 / 4) * 0.5 < loss < -math.log(1 / 4) + 1e-4


def test_identities_that_no_reference_shows_cost_nothing() -> None:
    layer = SimilarityColorTransform(small_color_config())
    features = torch.rand(1, 2, 8, 2, 2)
    identities = torch.tensor([[[1, 1, 1, 1], [2, 2, 2, 2]]])
    loss, right = matching_loss(layer, features, identities, cells=10, balance=0.5)
    assert loss.item() == 0
    assert right.item() == 0
    loss.backward()


def test_matching_can_be_learned_and_never_looks_at_the_own_drawing() -> None:
    torch.manual_seed(0)
    layer = SimilarityColorTransform(small_color_config())
    kinds = torch.randn(2, 8)
    identities = torch.tensor([[[0, 0, 1, 1], [1, 0, 1, 0]]])
    features = kinds[identities].permute(0, 1, 3, 2).unflatten(3, (2, 2))
    optimizer = torch.optim.Adam(layer.parameters(), lr=0.02)
    losses = []
    for _ in range(60):
        loss, right = matching_loss(layer, features, identities, cells=16, balance=0.5)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < 0.2 < losses[0]
    assert float(right) == 1


def test_balance_draws_cells_of_small_regions_more_often() -> None:
    torch.manual_seed(0)
    identities = torch.tensor([[7] * 99 + [8]])
    small = [
        float((draw_cells(identities, 4000, balance) == 99).float().mean())
        for balance in (0.0, 0.5, 1.0)
    ]
    assert small[0] == pytest.approx(0.01, abs=0.01)
    assert small[1] == pytest.approx(1 / (1 + math.sqrt(99)), abs=0.03)
    assert small[2] == pytest.approx(0.5, abs=0.04)
