"""What the ablation found: its file, and its table beside the paper's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from model.evaluation.ablation_rows import BASE, ROWS
from model.evaluation.raw_networks import Figures

_RESULTS = "ablation.json"


def read_results(folder: Path) -> dict[str, Any]:
    """Finished rows by name: `mse`, `psnr`, `ssim`, `steps`, `shots`, `settings`.

    `steps` are those of the color network and, for `full`, of the temporal network.

    Raises:
        ValueError: `ablation.json` is there but can not be read.
    """
    return read_json(folder / _RESULTS) or {}


def write_results(folder: Path, results: Mapping[str, Any]) -> None:
    """Write what `read_results` reads."""
    write_json(folder / _RESULTS, results)


def as_markdown(results: Mapping[str, Mapping[str, Any]]) -> str:
    """The finished rows in the order of `ROWS`, the paper's Table 1 beside ours."""
    lines = [
        "| row | paper's setting | paper MSE | PSNR | SSIM | our MSE | PSNR | SSIM | "
        f"our PSNR against {BASE} | steps |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    base = results.get(BASE)
    for name, row in ROWS.items():
        if name not in results:
            continue
        found = results[name]
        ours = Figures(found["mse"], found["psnr"], found["ssim"])
        against = f"{ours.psnr - base['psnr']:+.2f}" if base and name != BASE else "–"
        steps = " + ".join(str(count) for count in found["steps"])
        cells = [name, row.title, *_cells(row.paper), *_cells(ours), against, steps]
        lines.append(f"| {' | '.join(cells)} |")
    lines += [
        "",
        f"Only `full` has a temporal network, trained on top of the color network of `{BASE}`. "
        f"All other rows are measured without one and compare with `{BASE}`; in the paper they "
        "have one and compare with Full. The paper's figures are of its own test set.",
    ]
    return "\n".join(lines)


def _cells(figures: Figures | None) -> list[str]:
    if figures is None:
        return ["–"] * 3
    return [f"{figures.mse:.4f}", f"{figures.psnr:.2f}", f"{figures.ssim:.3f}"]


def read_json(path: Path) -> Any:
    """What a JSON file holds; None where there is no file.

    Raises:
        ValueError: it is there but can not be read.
    """
    if not path.exists():
        return None
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(
            f"{path} can not be read ({error}); remove it or choose another folder."
        ) from error


def write_json(path: Path, values: Any) -> None:
    """Write a JSON file; an earlier one is replaced only when the new one is whole."""
    unfinished = path.with_suffix(".part")
    unfinished.write_text(json.dumps(values, indent=2) + "\n", encoding="utf-8")
    unfinished.replace(path)
