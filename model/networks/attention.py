"""Softmax attention that never holds the whole matching matrix."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

# Entries of the matching matrix that may be held at once where no fused kernel serves: 64 MB.
_ENTRIES = 1 << 24


def matching_logarithm(queries: Tensor, keys: Tensor) -> Tensor:
    """Logarithm of the matching matrix of paper section 3.3, the whole of it.

    Args:
        queries: (B, c, N) target features.
        keys: (B, c, M) features of the cells of all references.

    Returns:
        (B, N, M); exp of a row sums to 1 over all cells of all references.
    """
    return torch.log_softmax(queries.transpose(1, 2) @ keys, dim=-1)


def transport(queries: Tensor, keys: Tensor, values: Tensor, chunk: int | None = None) -> Tensor:
    """Carry values from reference cells to target cells with the softmax of their similarity.

    Args:
        queries: (B, c, N) target features.
        keys: (B, c, M) features of the cells of all references.
        values: (B, v, M) what each reference cell holds.
        chunk: target cells handled at a time; None: as many as fit in 64 MB.

    Returns:
        (B, v, N).
    """
    batch, compared, _ = queries.shape
    carried = values.shape[1]
    if chunk is None:
        chunk = max(1, _ENTRIES // (batch * keys.shape[-1]))
    width = max(compared, carried)
    key_rows, value_rows = _rows(keys, width), _rows(values, width)
    parts = [
        F.scaled_dot_product_attention(_rows(part, width), key_rows, value_rows, scale=1.0)
        for part in queries.split(chunk, dim=2)
    ]
    return torch.cat(parts, dim=2)[:, 0, :, :carried].transpose(1, 2)


def _rows(features: Tensor, width: int) -> Tensor:
    # The fused kernel, three times faster and without a matching matrix, wants one head and
    # queries, keys and values of one width; zeros change neither similarities nor results.
    rows = features.transpose(1, 2)[:, None]
    return F.pad(rows, (0, width - rows.shape[-1])).contiguous()
