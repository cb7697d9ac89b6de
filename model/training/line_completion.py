"""Train the network that completes lines: `python -m model.training.line_completion --help`."""

from __future__ import annotations

import argparse
import logging
from dataclasses import asdict
from pathlib import Path

import torch

from model.networks.checkpoint import load_line_completion, save_network
from model.networks.line_completion import LineCompletion
from model.training.completion_trainer import CompletionTraining, train_completion
from model.training.line_holes import line_sources


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--footage", type=Path, help="folder of shots with line/ and color/")
    parser.add_argument("--stills", type=Path, help="folder of stills with line/ and color/")
    parser.add_argument("--shows", type=int, default=300, help="procedural shows to draw")
    parser.add_argument("--out", type=Path, required=True, help="safetensors file to write")
    parser.add_argument("--start", type=Path, help="safetensors file to go on from")
    parser.add_argument("--minutes", type=float, default=CompletionTraining.minutes)
    parser.add_argument("--rate", type=float, default=CompletionTraining.learning_rate)
    parser.add_argument("--seed", type=int, default=CompletionTraining.seed)
    parser.add_argument("--threads", type=int, default=0, help="threads that train; 0: torch's")
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if given.threads:
        torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    start = load_line_completion(given.start) if given.start else LineCompletion()
    training = CompletionTraining(given.minutes, learning_rate=given.rate, seed=given.seed)
    sources = line_sources(given.footage, given.stills, given.shows)
    pictures = [len(source.lines) for source in sources]
    given.out.parent.mkdir(parents=True, exist_ok=True)
    for step, averaged in train_completion(start.requires_grad_(True), sources, training):
        how = {"steps": step, "pictures": pictures, "training": asdict(training)}
        save_network(averaged, given.out, how)


if __name__ == "__main__":
    main()
