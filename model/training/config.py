"""What a training run does: one JSON file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

# Parts of the color transform network that a run can leave out; see `model.training.ablated`.
PARTS = ("sim", "embedder", "line", "distance")


@dataclass(frozen=True)
class LossConfig:
    """Weights of the losses of paper equation 11, and of ours; 0 switches a loss off."""

    # Equation 6.
    l1: float = 10.0
    # Equation 7.
    perceptual: float = 1.0
    # Equation 8.
    style: float = 1000.0
    # Equation 9; has no meaning for the temporal network.
    latent: float = 1.0
    # Equation 10.
    adversarial: float = 1.0
    # Ours: cross-entropy between Sim's matching matrix and region identities.
    matching: float = 0.0
    # Target cells drawn from each drawing for it.
    matching_cells: int = 256
    # How far small regions are favored in that: 0 every cell is as likely, 1 every region is.
    matching_balance: float = 0.5


@dataclass(frozen=True)
class DataConfig:
    """What the networks see. Shares are relative; a source without a share is not opened."""

    # Folder of shots (line/ and color/ in each), or None.
    shots: str | None = None
    # Folder of sets of stills (line/ and color/ in each), or None.
    stills: str | None = None
    shots_share: float = 1.0
    stills_share: float = 1.0
    # Procedural shows, made while training.
    shows_share: float = 1.0
    # Sizes of the square pictures, one drawn for each batch.
    sizes: tuple[int, ...] = (256,)
    # Numbers of references, one drawn for each batch (color network).
    references: tuple[int, ...] = (2,)
    # Frames between neighboring drawings of a sample, at most.
    largest_gap: int = 24
    # Drawings of a sequence, its two keys included (temporal network).
    sequence: int = 5
    # Mean number of gaps torn into the lines of a drawing.
    gaps: float = 2.0
    # Processes that make data; 0: the training process does it.
    workers: int = 1


@dataclass(frozen=True)
class TrainingConfig:
    """One training run. The defaults are the paper's (sections 3.4 and 4.1)."""

    # "color" or "temporal".
    stage: str = "color"
    # Network preset, see `model.networks.config.preset`.
    preset: str = "shiage"
    # Parts of the color network, out of `PARTS`, that it is trained without: for ablations.
    without: tuple[str, ...] = ()
    # Exported color network on whose output the temporal network is trained.
    color_network: str | None = None
    # Safetensors file of a perceptual network; None: VGG-19 of the local torch cache if there.
    perceptual_network: str | None = None
    # How that network wants its input: "torchvision", "rgb255" or "bgr255".
    perceptual_input: str = "torchvision"
    seed: int = 1
    minutes: float = 60.0
    batch: int = 4
    generator_rate: float = 1e-4
    discriminator_rate: float = 1e-5
    betas: tuple[float, float] = (0.5, 0.999)
    # Last share of the time in which the learning rate falls to zero.
    decay_share: float = 0.25
    # First share of the time in which Sim's matching alone is trained: several times cheaper a
    # step than the whole network, and everything after rests on it.
    matching_share: float = 0.0
    ema: float = 0.999
    # "auto", "cpu" or "cuda".
    device: str = "auto"
    # Threads of the training process on a CPU; 0: torch's default.
    threads: int = 0
    preview_minutes: float = 4.0
    save_minutes: float = 4.0
    losses: LossConfig = field(default_factory=LossConfig)
    data: DataConfig = field(default_factory=DataConfig)


def load_config(path: Path) -> TrainingConfig:
    """Read a training config; fields left out keep their defaults.

    Raises:
        ValueError: the file can not be read, is no JSON or has unknown fields.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(f"{path} can not be read as a training config: {error}.") from error
    try:
        return _filled(TrainingConfig, values)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{path} is no training config: {error}") from error


def config_to_json(config: TrainingConfig) -> str:
    """The whole config, defaults included."""
    return json.dumps(asdict(config), indent=2)


def provenance(config: TrainingConfig) -> dict[str, Any]:
    """What exported weights tell of their training: the config, of paths only the last part."""

    def told(value: Any) -> Any:
        if isinstance(value, Mapping):
            return {name: told(part) for name, part in value.items()}
        return Path(value).name if isinstance(value, str) else value

    return told(asdict(config))


Section = TypeVar("Section", TrainingConfig, LossConfig, DataConfig)


def _filled(kind: type[Section], values: Any) -> Section:
    if not isinstance(values, Mapping):
        raise ValueError(f"{kind.__name__} wants an object of named values.")
    known = {entry.name for entry in fields(kind)}
    if unknown := sorted(set(values) - known):
        raise ValueError(f"unknown fields: {', '.join(unknown)}.")
    ready: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }
    if kind is TrainingConfig:
        ready["losses"] = _filled(LossConfig, values.get("losses", {}))
        ready["data"] = _filled(DataConfig, values.get("data", {}))
        if ready.get("stage", "color") not in ("color", "temporal"):
            raise ValueError(f'stage is "color" or "temporal", not {ready["stage"]!r}.')
        _check_parts(ready.get("without", ()), ready.get("stage", "color"))
    return kind(**ready)


def _check_parts(without: Any, stage: str) -> None:
    if not isinstance(without, tuple) or not all(part in PARTS for part in without):
        raise ValueError(f"without is a list of parts out of {', '.join(PARTS)}, not {without!r}.")
    if without and stage != "color":
        raise ValueError("without names parts of the color network; this run trains another.")
