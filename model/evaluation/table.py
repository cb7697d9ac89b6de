"""The benchmark's result for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from model.evaluation.scores import SIZE_NAMES, ShotScore, mean_flicker, mean_over_shots

_COLUMNS: tuple[tuple[str, Callable[[Sequence[ShotScore]], str]], ...] = (
    ("MSE", lambda scores: f"{mean_over_shots(scores, 'mse'):.4f}"),
    ("PSNR", lambda scores: f"{mean_over_shots(scores, 'psnr'):.2f}"),
    ("SSIM", lambda scores: f"{mean_over_shots(scores, 'ssim'):.4f}"),
    ("MSE 256", lambda scores: f"{mean_over_shots(scores, 'mse_256'):.4f}"),
    ("PSNR 256", lambda scores: f"{mean_over_shots(scores, 'psnr_256'):.2f}"),
    ("SSIM 256", lambda scores: f"{mean_over_shots(scores, 'ssim_256'):.4f}"),
    ("pixels", lambda scores: f"{mean_over_shots(scores, 'pixel_accuracy'):.4f}"),
    ("regions", lambda scores: f"{mean_over_shots(scores, 'region_accuracy'):.3f}"),
    ("as seen", lambda scores: f"{mean_over_shots(scores, 'region_accuracy_seen'):.3f}"),
    ("correct.", lambda scores: f"{mean_over_shots(scores, 'corrections'):.1f}"),
    ("flicker", lambda scores: _number(mean_flicker(scores), 2)),
    ("off pal.", lambda scores: f"{mean_over_shots(scores, 'off_palette'):.0f}"),
    ("s/draw.", lambda scores: f"{mean_over_shots(scores, 'seconds'):.2f}"),
    ("MiB", lambda scores: _number(_peak(scores), 0)),
)


def as_table(scores: Sequence[ShotScore]) -> str:
    """Three tables for each setting of keys: by shot, by measure, by size of region."""
    settings = list(dict.fromkeys(score.keys for score in scores))
    return "\n\n".join(
        _setting(setting, [score for score in scores if score.keys == setting])
        for setting in settings
    )


def _setting(setting: str, scores: Sequence[ShotScore]) -> str:
    methods = list(dict.fromkeys(score.method for score in scores))
    shots = list(dict.fromkeys(score.shot for score in scores))
    of_method = {name: [score for score in scores if score.method == name] for name in methods}
    by_shot = [["PSNR dB / regions right", *methods]]
    for shot in shots:
        cells = {score.method: score for score in scores if score.shot == shot}
        best = max(score.mean("region_accuracy") for score in cells.values())
        by_shot.append([shot, *(_cell(cells[name], best) for name in methods)])
    means = [
        f"{mean_over_shots(found, 'psnr'):.1f} / {mean_over_shots(found, 'region_accuracy'):.3f} "
        for found in of_method.values()
    ]
    by_shot.append(["mean over shots", *means])
    by_measure = [["mean over shots", *(name for name, _ in _COLUMNS)]]
    by_measure += [
        [name, *(write(found) for _, write in _COLUMNS)] for name, found in of_method.items()
    ]
    by_size = [["regions right, by size", *SIZE_NAMES]]
    by_size += [[name, *_sizes(found)] for name, found in of_method.items()]
    parts = [_aligned(rows) for rows in (by_shot, by_measure, by_size)]
    return "\n\n".join([f"Keys: {setting}", *parts])


def _cell(score: ShotScore, best: float) -> str:
    regions = score.mean("region_accuracy")
    return f"{score.mean('psnr'):.1f} / {regions:.3f}{'*' if regions == best else ' '}"


def _sizes(scores: Sequence[ShotScore]) -> list[str]:
    cells = []
    for classes in zip(*(score.by_size() for score in scores), strict=True):
        right, count = sum(pair[0] for pair in classes), sum(pair[1] for pair in classes)
        cells.append(f"{right / count:.3f} of {count}" if count else "-")
    return cells


def _peak(scores: Sequence[ShotScore]) -> float | None:
    return max((score.peak_mib for score in scores if score.peak_mib is not None), default=None)


def _number(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            [row[0].ljust(widths[0])]
            + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        ).rstrip()
        for row in rows
    )
