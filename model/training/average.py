"""The mean of several trainings from the same start: `python -m model.training.average --help`.

It costs nothing in use. What it brought is told in `model/RESULTS.md`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors import safe_open

from model.networks.checkpoint import load_region_matcher, save_network
from model.networks.region_matcher import RegionMatcher


def average(files: Sequence[Path], shares: Sequence[float]) -> RegionMatcher:
    """The weighted mean of region matchers of the same widths.

    Args:
        files: written by training.
        shares: of each; they are brought to a sum of 1.

    Raises:
        ValueError: a file is missing or damaged, or widths differ.
    """
    networks = [load_region_matcher(file) for file in files]
    mean = networks[0]
    for file, other in zip(files, networks, strict=True):
        if other.config != mean.config:
            raise ValueError(f"{file} has other widths than {files[0]}; they have no mean.")
    states = [network.state_dict() for network in networks]
    total = sum(shares)
    mean.load_state_dict(
        {
            name: torch.stack(
                [state[name] * (share / total) for state, share in zip(states, shares, strict=True)]
            ).sum(dim=0)
            for name in states[0]
        }
    )
    return mean


def trainings(files: Sequence[Path], shares: Sequence[float]) -> list[dict[str, object]]:
    """How each was trained, with its share, as the header of the mean tells it."""
    told: list[dict[str, object]] = []
    for file, share in zip(files, shares, strict=True):
        with safe_open(file, framework="pt") as opened:
            header = opened.metadata() or {}
        told.append({"share": share, **json.loads(header.get("training", "{}"))})
    return told


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", help="safetensors files of region matchers")
    parser.add_argument("--shares", type=float, nargs="+", help="one for each; default: the same")
    parser.add_argument("--out", type=Path, required=True, help="safetensors file to write")
    given = parser.parse_args()
    shares = given.shares or [1.0] * len(given.files)
    if len(shares) != len(given.files):
        parser.error(f"{len(given.files)} files need as many shares, not {len(shares)}.")
    try:
        mean = average(given.files, shares)
    except ValueError as error:
        parser.error(str(error))
    save_network(mean, given.out, {"mean_of": trainings(given.files, shares)})


if __name__ == "__main__":
    main()
