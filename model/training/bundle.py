"""Put trained networks together into a weights folder: `python -m model.training.bundle`."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from safetensors import safe_open

from model.manifest import BUNDLED, MANIFEST, SCHEMA, sha256
from model.painting.vote import ConfidenceFit, VoteWeights


def write_bundle(
    folder: Path,
    files: Mapping[str, Path],
    vote: VoteWeights,
    confidence: ConfidenceFit,
    measured: Mapping[str, Any] | None = None,
    based_on: Mapping[str, str] | None = None,
) -> None:
    """Copy network files into a weights folder and write its manifest.

    The manifest repeats each file's config and how it was trained, so that both can be read
    without torch.

    Args:
        folder: is made when it does not exist.
        files: safetensors file of each network: `color_transform`, `temporal`, `region_matcher`,
            and among those that are bundled `line_completion`.
        vote: how the vote trusts them.
        confidence: what the vote's probabilities are worth.
        measured: figures from `measured_figures`; None while there are none.
        based_on: sha256 of the bundled networks that these were tuned from; None for those.

    Raises:
        OSError: a file cannot be read or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    networks = {}
    for name, source in files.items():
        target = folder / f"{name}.safetensors"
        if source.resolve() != target.resolve():
            shutil.copyfile(source, target)
        networks[name] = {"file": target.name, "sha256": sha256(target), **_header(target)}
    manifest = {
        "schema": SCHEMA,
        "networks": networks,
        "vote": asdict(vote),
        "confidence": asdict(confidence),
    }
    if measured:
        manifest["measured"] = dict(measured)
    if based_on:
        manifest["based_on"] = dict(based_on)
    text = json.dumps(manifest, indent=2) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")


def measured_figures(report: Mapping[str, Any]) -> dict[str, Any]:
    """What a report of `shiage benchmark` says of the networks: means of each shot and setting."""
    figures: dict[str, Any] = {}
    for score in report["scores"]:
        if score["method"] == "shiage":
            setting = figures.setdefault(score["keys"], {})
            setting[score["shot"]] = {
                name: round(score["mean"][name], 4)
                for name in ("region_accuracy", "psnr", "psnr_256", "ssim_256", "off_palette")
            }
    return figures


def _header(path: Path) -> dict[str, Any]:
    with safe_open(path, framework="np") as file:
        header = file.metadata() or {}
    return {name: json.loads(header[name]) for name in ("config", "training") if name in header}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("color_transform", "temporal", "region_matcher", "line_completion"):
        parser.add_argument(f"--{name}", type=Path, default=BUNDLED / f"{name}.safetensors")
    parser.add_argument(
        "--calibration",
        type=Path,
        default=BUNDLED / MANIFEST,
        help="file of `model.training.calibration`; if left out, what is bundled stays",
    )
    parser.add_argument("--measured", type=Path, help="report of `shiage benchmark` on them")
    parser.add_argument("--out", type=Path, default=BUNDLED)
    given = vars(parser.parse_args())
    out, report = given.pop("out"), given.pop("measured")
    learned = _read(given.pop("calibration"))
    found = _read(report) if report else None
    write_bundle(
        out,
        given,
        VoteWeights(**learned["vote"]),
        ConfidenceFit(**learned["confidence"]),
        measured_figures(found) if found else None,
    )


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
