"""Train the region matcher: `python -m model.training.matcher --help`."""

from __future__ import annotations

import argparse
import logging
from dataclasses import asdict
from pathlib import Path

import torch

from model.networks.checkpoint import load_region_matcher, save_network
from model.networks.region_matcher import RegionMatcher
from model.training.matcher_pool import PoolPlan, filling, read_pool
from model.training.matcher_sources import SourceMix
from model.training.matcher_trainer import MatcherTraining, train_matcher

_SAVE_EVERY = 5  # minutes


def train(plan: PoolPlan, training: MatcherTraining, out: Path, start: Path | None) -> None:
    """Fill the pool, train, and write `region_matcher.safetensors` every few minutes.

    Args:
        plan: what the samples are made of.
        training: how to train.
        out: the file to write.
        start: weights to go on from; None: from nothing.
    """
    network = load_region_matcher(start).requires_grad_(True) if start else RegionMatcher()
    samples = read_pool(plan.pool, training.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    out.parent.mkdir(parents=True, exist_ok=True)
    progress = train_matcher(network, samples, training, device)
    for told, (step, averaged) in enumerate(progress, start=1):
        if told % _SAVE_EVERY == 1:
            _write(averaged, out, step, plan, training)
    _write(averaged, out, step, plan, training)


def _write(
    network: RegionMatcher, out: Path, step: int, plan: PoolPlan, training: MatcherTraining
) -> None:
    how = {"steps": step, "training": asdict(training), "mix": asdict(plan.mix)}
    save_network(network, out, how)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--footage", type=Path, help="folder of shots with line/ and color/")
    parser.add_argument("--stills", type=Path, help="folder of stills with line/ and color/")
    parser.add_argument("--pool", type=Path, required=True, help="folder for samples")
    parser.add_argument("--out", type=Path, required=True, help="safetensors file to write")
    parser.add_argument("--start", type=Path, help="safetensors file to go on from")
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--rate", type=float, default=MatcherTraining.learning_rate)
    parser.add_argument(
        "--broken",
        type=float,
        default=SourceMix.broken,
        help="share of samples with holes in lines",
    )
    parser.add_argument("--seed", type=int, default=MatcherTraining.seed)
    parser.add_argument("--workers", type=int, default=1, help="processes that make samples")
    parser.add_argument("--threads", type=int, default=0, help="threads that train; 0: torch's")
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if given.threads:
        torch.set_num_threads(given.threads)
    plan = PoolPlan(given.pool, given.footage, given.stills, SourceMix(broken=given.broken))
    training = MatcherTraining(given.minutes, learning_rate=given.rate, seed=given.seed)
    with filling(plan, given.workers):
        train(plan, training, given.out, given.start)


if __name__ == "__main__":
    main()
