from __future__ import annotations

import pytest
import torch
from torch import Tensor

from model.networks import pair_network, region_pairs
from model.networks.region_matcher import EncodedSet, RegionMatcher, RegionMatcherConfig
from model.networks.region_set import RegionSet

SMALL = RegionMatcherConfig(width=16, heads=2, rounds=3, pair_width=8)


def _regions(counts: list[int], seed: int) -> RegionSet:
    generator = torch.Generator().manual_seed(seed)
    count = sum(counts)
    drawing = torch.repeat_interleave(torch.arange(len(counts)), torch.tensor(counts))
    touching = torch.rand(count, count, generator=generator)
    touching = touching * (drawing[:, None] == drawing[None]) * (1 - torch.eye(count))
    return RegionSet(
        torch.rand(1, count, 6, 32, 32, generator=generator),
        torch.randn(1, count, 16, generator=generator),
        torch.rand(1, count, 2, generator=generator),
        (touching / touching.sum(1, keepdim=True).clamp(min=1e-6))[None],
        drawing[None],
    )


def _sample(rows: int, counts: list[int], seed: int) -> tuple[RegionSet, RegionSet, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(seed)
    evidence = torch.rand(1, rows, sum(counts), 8, generator=generator)
    colors = torch.randint(0, 3, (1, sum(counts)), generator=generator)
    return _regions([rows], seed + 1), _regions(counts, seed + 2), evidence, colors


def _padded(regions: RegionSet, count: int) -> RegionSet:
    extra = count - regions.drawing.shape[1]

    def pad(tensor: Tensor, fill: float = 0.0) -> Tensor:
        shape = list(tensor.shape)
        shape[1] = extra
        return torch.cat([tensor, tensor.new_full(shape, fill)], dim=1)

    adjacency = torch.nn.functional.pad(regions.adjacency, (0, extra, 0, extra))
    return RegionSet(
        pad(regions.crops),
        pad(regions.geometry),
        pad(regions.positions),
        adjacency,
        pad(regions.drawing, -1),
    )


def _cut(regions: RegionSet, kept: slice) -> RegionSet:
    """One drawing of a set."""
    return RegionSet(
        regions.crops[:, kept],
        regions.geometry[:, kept],
        regions.positions[:, kept],
        regions.adjacency[:, kept, kept],
        regions.drawing[:, kept] * 0,
    )


def _network() -> RegionMatcher:
    torch.manual_seed(0)
    return RegionMatcher(SMALL).eval()


def test_each_round_answers_for_every_key_region_and_none() -> None:
    answers = _network()(*_sample(5, [4, 3], 0))
    assert len(answers) == 3
    for answer in answers:
        assert answer.shape == (1, 5, 8)
        assert torch.isfinite(answer).all()
        assert torch.allclose(answer.softmax(-1).sum(-1), torch.ones(1, 5), atol=1e-5)


def test_padding_changes_nothing() -> None:
    target, keys, evidence, colors = _sample(5, [4, 3], 0)
    alone = _network()(target, keys, evidence, colors)[-1]
    padded = _network()(
        _padded(target, 8),
        _padded(keys, 11),
        torch.nn.functional.pad(evidence, (0, 0, 0, 4, 0, 3)),
        torch.nn.functional.pad(colors, (0, 4), value=-2),
    )[-1]
    assert torch.allclose(padded[:, :5, :7], alone[..., :7], atol=1e-4)
    assert torch.allclose(padded[:, :5, -1], alone[..., -1], atol=1e-4)


@pytest.mark.parametrize("counts", [[5], [3, 2]])
def test_the_order_of_key_regions_does_not_matter(counts: list[int]) -> None:
    target, keys, evidence, colors = _sample(4, counts, 3)
    order = torch.tensor([3, 0, 4, 1, 2])
    shuffled = RegionSet(
        keys.crops[:, order],
        keys.geometry[:, order],
        keys.positions[:, order],
        keys.adjacency[:, order][:, :, order],
        keys.drawing[:, order],
    )
    plain = _network()(target, keys, evidence, colors)[-1]
    other = _network()(target, shuffled, evidence[:, :, order], colors[:, order])[-1]
    assert torch.allclose(other[..., :-1], plain[..., order], atol=1e-4)


def test_keys_encoded_beforehand_give_the_same_answer() -> None:
    network = _network()
    sample = _sample(4, [3, 3], 5)
    again = network(*sample, encoded_keys=network.encode(sample[1]))
    assert torch.allclose(again[-1], network(*sample)[-1], atol=1e-6)


def test_drawings_encoded_one_by_one_give_the_same_answer() -> None:
    network = _network()
    target, keys, evidence, colors = _sample(4, [3, 2], 6)
    first, second = _cut(keys, slice(0, 3)), _cut(keys, slice(3, 5))
    encoded = EncodedSet.joined([network.encode(first), network.encode(second)])
    again = network(target, keys, evidence, colors, encoded_keys=encoded)
    whole = network(target, keys, evidence, colors)
    assert torch.allclose(again[-1], whole[-1], atol=1e-5)


@torch.inference_mode()
def test_what_places_say_is_kept_in_use_and_gives_the_same_answer() -> None:
    network = _network()
    target, keys, evidence, colors = _sample(4, [3, 2], 6)
    parts = [network.encode(_cut(keys, rows)) for rows in (slice(0, 3), slice(3, 5))]
    assert all(part.steering(1) is not None for part in parts)
    again = network(
        target,
        keys,
        evidence,
        colors,
        encoded_keys=EncodedSet.joined(parts),
        encoded_target=network.encode(target),
    )
    whole = network(target, keys, evidence, colors)
    assert torch.allclose(again[-1], whole[-1], atol=1e-5)


@torch.inference_mode()
def test_one_drawing_of_which_nothing_is_kept_is_enough_to_compute_all_anew() -> None:
    network = _network()
    target, keys, evidence, colors = _sample(4, [3, 2], 6)
    first, second = (network.encode(_cut(keys, rows)) for rows in (slice(0, 3), slice(3, 5)))
    mixed = EncodedSet.joined([first, EncodedSet(second.tokens)])
    again = network(target, keys, evidence, colors, encoded_keys=mixed)
    whole = network(target, keys, evidence, colors)
    assert torch.allclose(again[-1], whole[-1], atol=1e-5)


def test_only_the_equality_of_colors_is_looked_at() -> None:
    network = _network()
    target, keys, evidence, _ = _sample(4, [5], 8)
    answers = [
        network(target, keys, evidence, torch.tensor([colors]))[-1]
        for colors in ([0, 1, 1, 2, 0], [7, 3, 3, 5, 7], [0, 1, 2, 3, 4])
    ]
    assert torch.allclose(answers[0], answers[1], atol=1e-5)
    assert not torch.allclose(answers[0], answers[2], atol=1e-3)


def test_gradients_reach_every_parameter() -> None:
    network = _network()
    sum(answer[..., 0].sum() for answer in network(*_sample(4, [3, 2], 7))).backward()
    without = [name for name, p in network.named_parameters() if p.grad is None]
    assert without == []


def test_a_single_region_and_a_single_key_region_work() -> None:
    answer = _network()(*_sample(1, [1], 9))[-1]
    assert answer.shape == (1, 1, 2)
    assert torch.isfinite(answer).all()


@pytest.mark.parametrize("kept", [0, 1 << 19])
def test_rows_read_in_parts_give_the_same_answer(
    kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pair_network, "_READ_PAIRS", 20)
    monkeypatch.setattr(region_pairs, "_KEPT_PAIRS", kept)
    network = _network()
    sample = _sample(11, [3, 4], 11)
    whole = network(*sample)[-1]
    with torch.inference_mode():
        in_parts = network(*sample)[-1]
    assert torch.allclose(in_parts, whole, atol=1e-5)
