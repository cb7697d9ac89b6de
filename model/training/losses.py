"""The losses of paper section 3.4, and the matching loss."""

from __future__ import annotations

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor

from model.networks.similarity import SimilarityColorTransform


def l1_loss(predicted: Tensor, truth: Tensor) -> Tensor:
    """Equation 6, as a mean over values."""
    return F.l1_loss(predicted, truth)


def latent_loss(sim: Tensor, mid: Tensor, truth: Tensor) -> Tensor:
    """Equation 9: L1 of both latent images, (B, 3, H, W) each."""
    return F.l1_loss(sim, truth) + F.l1_loss(mid, truth)


def perceptual_loss(predicted: Sequence[Tensor], truth: Sequence[Tensor]) -> Tensor:
    """Equation 7 on feature maps (B, C_i, h_i, w_i), averaged over the batch."""
    parts = [F.mse_loss(ours, theirs) for ours, theirs in zip(predicted, truth, strict=True)]
    return torch.stack(parts).sum()


def style_loss(predicted: Sequence[Tensor], truth: Sequence[Tensor]) -> Tensor:
    """Equation 8 on feature maps (B, C_i, h_i, w_i), Gram matrices averaged over their entries."""
    parts = [
        F.l1_loss(gram_matrix(ours), gram_matrix(theirs))
        for ours, theirs in zip(predicted, truth, strict=True)
    ]
    return torch.stack(parts).sum()


def gram_matrix(features: Tensor) -> Tensor:
    """(B, C, h, w) to (B, C, C), divided by C*h*w."""
    rows = features.flatten(2)
    return rows @ rows.transpose(1, 2) / rows[0].numel()


def discriminator_loss(real: Tensor, fake: Tensor) -> Tensor:
    """What the discriminator minimizes: the negative of equation 10, from logits."""
    return F.binary_cross_entropy_with_logits(
        real, torch.ones_like(real)
    ) + F.binary_cross_entropy_with_logits(fake, torch.zeros_like(fake))


def adversarial_loss(fake: Tensor) -> Tensor:
    """What the generator minimizes: -log D of its output, from logits."""
    return F.binary_cross_entropy_with_logits(fake, torch.ones_like(fake))


def matching_loss(
    similarity: SimilarityColorTransform,
    features: Tensor,
    identities: Tensor,
    cells: int,
    balance: float,
) -> tuple[Tensor, Tensor]:
    """Minus the logarithm of the attention mass on reference cells of the same identity.

    Every drawing of a sample is a target in turn and all others are its references: this reads
    T matching matrices from one encoding. Target cells are drawn at random; cells whose identity
    no reference shows are left out.

    Args:
        similarity: whose matching is trained.
        features: (B, T, C, h, w), EnD of T >= 2 drawings.
        identities: (B, T, h*w) int64 region identities.
        cells: target cells drawn from each drawing.
        balance: 0 every cell is as likely to be drawn, 1 every region is.

    Returns:
        The loss, and the share of drawn cells whose best reference cell is right; both scalar.
    """
    batch, count = features.shape[:2]
    places = draw_cells(identities.flatten(0, 1), cells, balance)
    queries = similarity.queries(features.flatten(0, 1))
    drawn = queries.gather(2, places[:, None].expand(-1, queries.shape[1], -1))
    scores = torch.einsum(
        "btcn,bscm->btnsm",
        drawn.unflatten(0, (batch, count)),
        similarity.keys(features).flatten(3),
    )
    own = torch.eye(count, dtype=torch.bool, device=scores.device)[None, :, None, :, None]
    shares = torch.softmax(scores.masked_fill(own, float("-inf")).flatten(3), dim=3)
    targets = identities.gather(2, places.unflatten(0, (batch, count)))
    same = (targets[..., None, None] == identities[:, None, None]).logical_and(~own).flatten(3)
    shown = same.any(dim=3)
    mass = (shares * same).sum(dim=3)
    # Added rather than clamped at: a cell that is all wrong must still pull.
    loss = -torch.log(mass[shown] + 1e-6)
    right = same.gather(3, shares.argmax(dim=3, keepdim=True))[..., 0]
    number = shown.sum().clamp(min=1)
    return loss.sum() / number, right.sum() / number


def draw_cells(identities: Tensor, count: int, balance: float) -> Tensor:
    """Draw cells, those of small regions more often than those of large ones.

    Args:
        identities: (N, cells) int64.
        count: how many for each row, with replacement.
        balance: 0 every cell is as likely, 1 every region is.

    Returns:
        (N, count) int64 places in the row.
    """
    sizes = (identities[:, :, None] == identities[:, None, :]).sum(dim=2)
    return torch.multinomial(sizes.double().pow(-balance), count, replacement=True)
