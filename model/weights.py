"""All that was learned for coloring, out of a weights folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from torch import nn

from model.manifest import BUNDLED, MANIFEST, WeightsError, damaged, load_listed, read_manifest
from model.networks.checkpoint import load_color_transform, load_region_matcher, load_temporal
from model.networks.color_transform import ColorTransformNetwork
from model.networks.region_matcher import RegionMatcher
from model.networks.temporal import TemporalNetwork
from model.painting.vote import ConfidenceFit, VoteWeights


@dataclass(frozen=True)
class Weights:
    """All that was learned.

    Attributes:
        color_transform: the color transform network.
        temporal: the temporal constraint network.
        region_matcher: the region matcher.
        vote: how the vote trusts each of them.
        confidence: what its probabilities are worth.
    """

    color_transform: ColorTransformNetwork
    temporal: TemporalNetwork
    region_matcher: RegionMatcher
    vote: VoteWeights
    confidence: ConfidenceFit

    def with_network(self, name: str, network: nn.Module) -> Weights:
        """The same with another network of this name."""
        return replace(self, **{name: network})  # type: ignore[arg-type]


def load_weights(folder: Path | None = None) -> Weights:
    """Load and check the networks of a weights folder.

    Args:
        folder: with `manifest.json` and the files it names; None for the bundled one.

    Raises:
        WeightsError: something is missing, damaged, or not what the manifest says.
    """
    folder = folder or BUNDLED
    manifest = read_manifest(folder)
    if "based_on" in manifest and manifest["based_on"] != bundled_networks():
        raise WeightsError(
            f"The fine-tuned weights in {folder} were made for other networks than those of this "
            "version of Shiage; fine-tune again, or go back to the weights that come with Shiage."
        )
    try:
        vote = VoteWeights(**manifest["vote"])
        confidence = ConfidenceFit(**manifest["confidence"])
    except (KeyError, TypeError) as error:
        raise damaged(folder / MANIFEST, f"its vote cannot be read, {error}") from error
    return Weights(
        load_listed(folder, manifest, "color_transform", load_color_transform),
        load_listed(folder, manifest, "temporal", load_temporal),
        load_listed(folder, manifest, "region_matcher", load_region_matcher),
        vote,
        confidence,
    )


def bundled_networks() -> dict[str, str]:
    """The sha256 of each bundled network: tuned weights tell by them where they came from.

    Raises:
        WeightsError: the bundled weights are missing or damaged.
    """
    manifest = read_manifest(BUNDLED)
    return {name: str(entry["sha256"]) for name, entry in manifest["networks"].items()}
