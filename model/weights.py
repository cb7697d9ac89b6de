"""The bundled weights: which files belong together, and whether they are whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from torch import nn

from model.networks.checkpoint import load_color_transform, load_region_matcher, load_temporal
from model.networks.color_transform import ColorTransformNetwork
from model.networks.region_matcher import RegionMatcher
from model.networks.temporal import TemporalNetwork
from model.painting.vote import ConfidenceFit, VoteWeights

BUNDLED = Path(__file__).resolve().parents[1] / "resources" / "weights"
MANIFEST = "manifest.json"
SCHEMA = 2  # since 2 with what the vote's probabilities are worth

NetworkT = TypeVar("NetworkT", bound=nn.Module)


class WeightsError(Exception):
    """Weights that cannot be used; the message is one sentence for the user."""


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
    manifest = _read_manifest(folder)
    if "based_on" in manifest and manifest["based_on"] != bundled_networks():
        raise WeightsError(
            f"The fine-tuned weights in {folder} were made for other networks than those of this "
            "version of Shiage; fine-tune again, or go back to the weights that come with Shiage."
        )
    try:
        vote = VoteWeights(**manifest["vote"])
        confidence = ConfidenceFit(**manifest["confidence"])
    except (KeyError, TypeError) as error:
        raise _damaged(folder / MANIFEST, f"its vote cannot be read, {error}") from error
    return Weights(
        _load(folder, manifest, "color_transform", load_color_transform),
        _load(folder, manifest, "temporal", load_temporal),
        _load(folder, manifest, "region_matcher", load_region_matcher),
        vote,
        confidence,
    )


def bundled_networks() -> dict[str, str]:
    """The sha256 of each bundled network: tuned weights tell by them where they came from.

    Raises:
        WeightsError: the bundled weights are missing or damaged.
    """
    manifest = _read_manifest(BUNDLED)
    return {name: str(entry["sha256"]) for name, entry in manifest["networks"].items()}


def sha256(path: Path) -> str:
    """The sha256 of a file, in hexadecimal; OSError when it cannot be read."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _read_manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        schema = manifest["schema"]
    except OSError as error:
        raise WeightsError(
            f"The networks' weights are missing: {path} cannot be read ({error.strerror}); "
            "install Shiage again or choose another weights folder."
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(path, f"it is no manifest, {error}") from error
    if schema != SCHEMA:
        raise WeightsError(
            f"{path} is of schema {schema}, this version of Shiage reads {SCHEMA}; "
            "use weights and program of one version."
        )
    return manifest


def _load(
    folder: Path, manifest: dict[str, Any], name: str, load: Callable[[Path], NetworkT]
) -> NetworkT:
    try:
        entry = manifest["networks"][name]
        path, expected = folder / entry["file"], entry["sha256"]
    except (KeyError, TypeError) as error:
        raise _damaged(folder / MANIFEST, f"it does not name the {name} network") from error
    try:
        found = sha256(path)
    except OSError as error:
        raise WeightsError(
            f"The networks' weights are incomplete: {path} cannot be read ({error.strerror}); "
            "install Shiage again or choose another weights folder."
        ) from error
    if found != expected:
        raise _damaged(path, "its sha256 is not that of the manifest")
    try:
        return load(path)
    except ValueError as error:
        raise WeightsError(str(error)) from error


def _damaged(path: Path, what: str) -> WeightsError:
    return WeightsError(
        f"{path} is damaged ({what}); install Shiage again or choose another weights folder."
    )
