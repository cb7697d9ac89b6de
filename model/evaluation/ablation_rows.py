"""What each row of the ablation trains, and the paper's own figures for it (paper Table 1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from model.evaluation.raw_networks import Figures
from model.training.config import DataConfig, LossConfig, TrainingConfig

# The row whose color network has every part and loss; what the other rows are compared with.
BASE = "no_temporal"

# Every loss of paper equation 11 at its weight, and our matching loss.
WHOLE = LossConfig(matching=1.0)


@dataclass(frozen=True)
class Row:
    """One row of the table.

    Attributes:
        title: as the paper calls it, or what is ours.
        paper: its figures in the paper's Table 1; None for a row that is ours.
        without: parts of the color network it does without, see `TrainingConfig.without`.
        losses: their weights.
        preset: of the networks.
        temporal: whether a temporal network is trained on top of the color network of `BASE`.
    """

    title: str
    paper: Figures | None = None
    without: tuple[str, ...] = ()
    losses: LossConfig = WHOLE
    preset: str = "shiage"
    temporal: bool = False


# Table 1 gives FID too; it is left out, as it means something only beside the same Inception
# network and the same test pictures.
ROWS: Mapping[str, Row] = {
    BASE: Row("No Temporal", Figures(0.0111, 21.60, 0.86)),
    "full": Row("Full", Figures(0.0101, 22.81, 0.87), temporal=True),
    "no_sim": Row(
        "No Sim",
        Figures(0.0220, 17.27, 0.77),
        without=("sim",),
        # Nothing that colors reads EnD then: the matching loss would only cost time.
        losses=replace(WHOLE, matching=0.0),
    ),
    "no_embedder": Row("No Emb", Figures(0.0149, 19.92, 0.86), without=("embedder",)),
    "no_line": Row("No Line Art", Figures(0.0198, 18.71, 0.77), without=("line",)),
    "no_distance": Row("No Distance", Figures(0.0126, 20.46, 0.84), without=("distance",)),
    "no_perceptual": Row(
        "No Perc. Loss", Figures(0.0122, 20.57, 0.83), losses=replace(WHOLE, perceptual=0.0)
    ),
    "no_latent": Row(
        "No Latent Loss", Figures(0.0125, 20.51, 0.84), losses=replace(WHOLE, latent=0.0)
    ),
    "no_style": Row(
        "No Style Loss", Figures(0.0123, 20.56, 0.84), losses=replace(WHOLE, style=0.0)
    ),
    "no_matching": Row("ours: no matching loss", losses=replace(WHOLE, matching=0.0)),
    "paper_preset": Row("ours: networks as written", preset="paper"),
}

# Everything that a run of minutes on a CPU needs beyond the paper's settings: small pictures and
# a rate ten times the paper's, which has days.
_SIZES = (96,)
_REFERENCES = (1, 2)
_RATE = 1e-3
_EMA = 0.99
_DECAY_SHARE = 0.35
_LARGEST_GAP = 12


@dataclass(frozen=True)
class Budget:
    """What every row gets alike.

    Attributes:
        train: folder of shots to learn from.
        stills: folder of sets of stills to learn from.
        perceptual: safetensors file of the perceptual network.
        perceptual_input: what that wants, see `TrainingConfig.perceptual_input`.
        minutes: of training, for each network.
        threads: of the training process; 0: torch's default.
        workers: processes that make data; 0: the training process does it.
        seed: of weights and data.
        shares: of shots, stills and procedural shows in the data.
        batch: samples of a step.
    """

    train: Path
    stills: Path
    perceptual: Path
    perceptual_input: str = "rgb255"
    minutes: float = 2.5
    threads: int = 1
    workers: int = 0
    seed: int = 1
    shares: tuple[float, float, float] = (0.35, 0.15, 0.5)
    batch: int = 4


def color_training(row: Row, budget: Budget) -> TrainingConfig:
    """How a row's color network is trained: the paper's loss weights and our matching loss."""
    shots, stills, shows = budget.shares
    return TrainingConfig(
        stage="color",
        preset=row.preset,
        without=row.without,
        perceptual_network=str(budget.perceptual),
        perceptual_input=budget.perceptual_input,
        seed=budget.seed,
        minutes=budget.minutes,
        batch=budget.batch,
        generator_rate=_RATE,
        decay_share=_DECAY_SHARE,
        ema=_EMA,
        device="cpu",
        threads=budget.threads,
        # Once, at the end: pictures and files made on the way would cost some rows a step.
        preview_minutes=budget.minutes,
        save_minutes=budget.minutes,
        losses=row.losses,
        data=DataConfig(
            shots=str(budget.train),
            stills=str(budget.stills),
            shots_share=shots,
            stills_share=stills,
            shows_share=shows,
            sizes=_SIZES,
            references=_REFERENCES,
            largest_gap=_LARGEST_GAP,
            workers=budget.workers,
        ),
    )


def temporal_training(row: Row, budget: Budget, color_network: Path) -> TrainingConfig:
    """How the temporal network on top of an exported color network is trained."""
    color = color_training(row, budget)
    losses = replace(color.losses, latent=0.0, matching=0.0)
    return replace(color, stage="temporal", color_network=str(color_network), losses=losses)
