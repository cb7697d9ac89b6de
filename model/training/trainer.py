"""The training loop: one code path for CPU and GPU, for both networks."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import torch
from PIL import Image
from torch import Tensor, nn
from torch.utils.data import DataLoader

from model.training.color_stage import ColorStage
from model.training.config import TrainingConfig, config_to_json, load_config, provenance
from model.training.ema import MovingAverage
from model.training.pairs import DrawingBatch, DrawingBatches
from model.training.stage import Stage
from model.training.state import Clock, load_state, save_state
from model.training.temporal_stage import TemporalStage

_LOG = logging.getLogger(__name__)

_LOG_MINUTES = 1.0
# Batches are numbered; previews show one that no training run reaches.
_PREVIEW_BATCH = 1 << 40
_LAST_BATCH = 1 << 31
# Longer gradients are shortened: one odd batch must not undo an hour.
_LONGEST_GRADIENT = 5.0
# Steps in which the learning rate rises to its full value.
_WARM_UP = 50


@dataclass(frozen=True)
class Progress:
    """One training step made.

    Attributes:
        step: number of steps so far, over all sittings.
        minutes: training time so far, over all sittings.
        total_minutes: when the run ends.
        losses: weighted losses and measures of the last step.
        saved: whether weights were written after this step.
    """

    step: int
    minutes: float
    total_minutes: float
    losses: dict[str, float]
    saved: bool


def train(
    config_path: Path,
    out_dir: Path,
    resume: Path | None = None,
    minutes: float | None = None,
) -> Iterator[Progress]:
    """Train a network as a config says; ends when its minutes are spent.

    `out_dir` receives the exported network, the state to resume from, previews and the config.
    Closing the iterator ends the run after the current step, with everything saved.

    Args:
        config_path: JSON file, see `TrainingConfig`.
        out_dir: is made where missing.
        resume: folder of an earlier run to take up again.
        minutes: instead of the config's.

    Yields:
        One `Progress` per step.

    Raises:
        ValueError: a config, a data folder or a state that can not be used.
    """
    config = load_config(config_path)
    if minutes is not None:
        config = replace(config, minutes=minutes)
    yield from Trainer(config, out_dir, resume).run()


class Trainer:
    """One run of one stage."""

    def __init__(self, config: TrainingConfig, out_dir: Path, resume: Path | None = None) -> None:
        torch.manual_seed(config.seed)
        if config.threads:
            torch.set_num_threads(config.threads)
        # Tails of a softmax are full of denormal numbers, which slow a CPU down several times.
        torch.set_flush_denormal(True)
        self._config = config
        self._out = out_dir
        self._device = _device(config.device)
        self._stage: Stage = _stage(config, self._device)
        self._optimizer = _adam(self._stage.network, config.generator_rate, config)
        self._average = MovingAverage(self._stage.network, config.ema)
        self._modules = {"network": self._stage.network, "average": self._average.network}
        self._optimizers: dict[str, torch.optim.Optimizer] = {"optimizer": self._optimizer}
        if self._stage.adversary is not None:
            self._modules["adversary"] = self._stage.adversary
            self._optimizers["adversary_optimizer"] = _adam(
                self._stage.adversary, config.discriminator_rate, config
            )
        self._clock = Clock()
        if resume is not None:
            self._clock = load_state(resume, self._modules, self._optimizers)
            self._average.updates = self._clock.step
        self._data = DrawingBatches(
            config.data, config.batch, config.seed, sequences=self._stage.sequences
        )
        self._shown: DrawingBatch | None = None
        self._autocast = _autocast(self._device)
        out_dir.mkdir(parents=True, exist_ok=True)
        (out_dir / "config.json").write_text(config_to_json(config), encoding="utf-8")

    def run(self) -> Iterator[Progress]:
        """Train until the minutes are spent; see `train`."""
        due = _Timers()
        last = time.monotonic()
        try:
            for batch in self._batches():
                losses = self._step(batch.to(self._device))
                now = time.monotonic()
                self._clock.step += 1
                self._clock.minutes += (now - last) / 60
                last = now
                done = self._clock.minutes >= self._config.minutes
                if due("log", _LOG_MINUTES) or done:
                    self._log(losses)
                if due("preview", self._config.preview_minutes) or done:
                    self._preview()
                saved = due("save", self._config.save_minutes)
                if saved:
                    self._save()
                yield self._progress(losses, saved)
                if done:
                    return
        finally:
            self._save()

    def _batches(self) -> Iterator[DrawingBatch]:
        workers = self._config.data.workers
        return iter(
            DataLoader(
                self._data,
                batch_size=None,
                sampler=range(self._clock.step, _LAST_BATCH),
                num_workers=workers,
                worker_init_fn=_start_worker,
                # Forking a process that runs Qt or torch threads can lock up the child.
                multiprocessing_context="spawn" if workers else None,
                pin_memory=self._device.type == "cuda",
            )
        )

    def _step(self, batch: DrawingBatch) -> dict[str, Tensor]:
        share = self._clock.minutes / self._config.minutes
        factor = self._rate_factor(share)
        with self._autocast:
            losses = self._stage.losses(batch, share)
        _descend(
            self._optimizer,
            self._stage.network,
            torch.stack(list(losses.values())).sum(),
            self._config.generator_rate * factor,
        )
        self._average.update(self._stage.network)
        if self._stage.adversary is not None:
            with self._autocast:
                losses["adversary"] = self._stage.adversary_loss(batch)
            if losses["adversary"].requires_grad:
                _descend(
                    self._optimizers["adversary_optimizer"],
                    self._stage.adversary,
                    losses["adversary"],
                    self._config.discriminator_rate * factor,
                )
        return {**losses, **self._stage.measures()}

    def _rate_factor(self, share: float) -> float:
        rising = min(1.0, (self._clock.step + 1) / _WARM_UP)
        falling = min(1.0, (1 - share) / max(self._config.decay_share, 1e-6))
        return rising * max(falling, 0.0)

    def _progress(self, losses: dict[str, Tensor], saved: bool) -> Progress:
        return Progress(
            self._clock.step,
            self._clock.minutes,
            self._config.minutes,
            {name: float(value.detach()) for name, value in losses.items()},
            saved,
        )

    def _log(self, losses: dict[str, Tensor]) -> None:
        figures = "  ".join(f"{name} {float(value.detach()):.4f}" for name, value in losses.items())
        line = f"step {self._clock.step}  {self._clock.minutes:.1f} min  {figures}"
        _LOG.info(line)
        with (self._out / "log.txt").open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def _preview(self) -> None:
        if self._shown is None:
            self._shown = self._data[_PREVIEW_BATCH].to(self._device)
        picture = self._stage.preview(self._average.network, self._shown)
        Image.fromarray(picture).save(self._out / f"preview_{self._clock.step:07d}.png")

    def _save(self) -> None:
        save_state(self._out, self._clock, self._modules, self._optimizers)
        training = {
            "steps": self._clock.step,
            "samples": self._clock.step * self._config.batch,
            "minutes": round(self._clock.minutes, 1),
            "config": provenance(self._config),
        }
        self._stage.export(self._average.network, self._out, training)


class _Timers:
    """Says of each of several things whether its time has come again."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._last: dict[str, float] = {}

    def __call__(self, name: str, minutes: float) -> bool:
        now = time.monotonic()
        if now - self._last.get(name, self._start) < 60 * minutes:
            return False
        self._last[name] = now
        return True


def _stage(config: TrainingConfig, device: torch.device) -> Stage:
    if config.stage == "temporal":
        return TemporalStage(config).to(device)
    return ColorStage(config).to(device)


def _device(name: str) -> torch.device:
    if name == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    return torch.device(name)


def _autocast(device: torch.device) -> AbstractContextManager[object]:
    """bf16 where the device computes it natively; elsewhere it is slower than fp32."""
    if device.type == "cuda":
        native = torch.cuda.is_bf16_supported()
    else:
        able = torch.cpu.get_capabilities()
        native = bool(able.get("avx512_bf16") or able.get("amx_bf16"))
    return torch.autocast(device.type, dtype=torch.bfloat16) if native else nullcontext()


def _adam(network: nn.Module, rate: float, config: TrainingConfig) -> torch.optim.Adam:
    return torch.optim.Adam(network.parameters(), lr=rate, betas=config.betas)


def _descend(
    optimizer: torch.optim.Optimizer, network: nn.Module, loss: Tensor, rate: float
) -> None:
    for group in optimizer.param_groups:
        group["lr"] = rate
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), _LONGEST_GRADIENT)
    optimizer.step()


def _start_worker(_: int) -> None:
    cv2.setNumThreads(0)
    torch.set_num_threads(1)
