"""A training run that can be taken up again: one safetensors file, no pickle."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

STATE_FILE = "state.safetensors"


@dataclass
class Clock:
    """How far a run has come: steps made and minutes spent, over all its sittings."""

    step: int = 0
    minutes: float = 0.0


def save_state(
    folder: Path,
    clock: Clock,
    modules: dict[str, nn.Module],
    optimizers: dict[str, torch.optim.Optimizer],
) -> None:
    """Write a run; the file is replaced only when the new one is whole."""
    tensors: dict[str, Tensor] = {}
    for name, module in modules.items():
        tensors |= {f"{name}.{key}": value for key, value in module.state_dict().items()}
    for name, optimizer in optimizers.items():
        for number, values in optimizer.state_dict()["state"].items():
            tensors |= {f"{name}.{number}.{key}": value for key, value in values.items()}
    # Cloned: networks may share storage between entries, which the format refuses.
    plain = {key: value.detach().cpu().contiguous().clone() for key, value in tensors.items()}
    unfinished = folder / f"{STATE_FILE}.part"
    save_file(plain, unfinished, metadata={"step": str(clock.step), "minutes": str(clock.minutes)})
    unfinished.replace(folder / STATE_FILE)


def load_state(
    folder: Path,
    modules: dict[str, nn.Module],
    optimizers: dict[str, torch.optim.Optimizer],
) -> Clock:
    """Put a saved run back into fresh modules and optimizers.

    Raises:
        ValueError: the folder holds no run, or one of other networks.
    """
    path = folder / STATE_FILE
    try:
        with safe_open(path, framework="pt") as file:
            header = file.metadata()
            tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118
        for name, module in modules.items():
            module.load_state_dict(_below(tensors, name))
        for name, optimizer in optimizers.items():
            _fill_optimizer(optimizer, _below(tensors, name))
        return Clock(int(header["step"]), float(header["minutes"]))
    except (OSError, SafetensorError, RuntimeError, KeyError) as error:
        raise ValueError(
            f"{path} can not be taken up again ({error}); start anew or choose another folder."
        ) from error


def _below(tensors: dict[str, Tensor], name: str) -> dict[str, Tensor]:
    start = f"{name}."
    return {
        key.removeprefix(start): value for key, value in tensors.items() if key.startswith(start)
    }


def _fill_optimizer(optimizer: torch.optim.Optimizer, tensors: dict[str, Tensor]) -> None:
    state = optimizer.state_dict()
    entries: dict[int, dict[str, Tensor]] = {}
    for key, value in tensors.items():
        number, _, field = key.partition(".")
        entries.setdefault(int(number), {})[field] = value
    optimizer.load_state_dict({"state": entries, "param_groups": state["param_groups"]})
