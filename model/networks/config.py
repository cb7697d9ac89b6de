"""Sizes of the networks: one frozen config, two presets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar, Protocol, TypeVar


@dataclass(frozen=True)
class ColorTransformConfig:
    """Sizes of the color transform network (paper sections 3.2, 3.3 and 3.5)."""

    # Channels of the three convolutions of EnL, EnD and EnC; the last is C of section 3.3.
    encoder_widths: tuple[int, int, int]
    # Channels in which target and reference cells are compared (the paper's C/8).
    match_channels: int
    # Channels of the reference colors carried through the matching matrix (the paper's C/8).
    value_channels: int
    # Compare unit vectors with a learned temperature instead of bare dot products: without it a
    # short training spends its steps on finding the scale of the softmax.
    match_cosine: bool
    # Carry the reference colors themselves through the matching matrix too, and let the decoder
    # choose in each pixel how far to depart from them: colors are then as right as the matching
    # from the first step on, where learning to decode any color takes days.
    carry_colors: bool
    # Kernel of the convolutions behind the masks m_i and n_i.
    mask_kernel: int
    # Channels of EnD's path down to 1/8 and 1/16; empty: no path, EnD sees 16 pixels as written.
    context_widths: tuple[int, ...]
    # Self-attention layers of one drawing with itself at the bottom of that path.
    context_layers: int
    # Channels of the five convolutions of the embedder; the last is the style vector's length.
    embedder_widths: tuple[int, int, int, int, int]
    # Hidden units of the fully connected network that turns the style vector into AdaIN values.
    style_hidden: int
    # Residual blocks of Mid.
    middle_blocks: int
    # Instance norm on the way of the colors (EnC and De). It takes away the mean of every
    # channel, hence how bright and how saturated a picture is as a whole.
    normalize_colors: bool
    # Spectral norm on the encoders and the decoder (never on the embedder: colors go dim).
    spectral_norm: bool
    # Channels of the first convolution of the discriminator; doubled by each of the next three.
    discriminator_width: int

    @property
    def channels(self) -> int:
        """C of section 3.3: channels of the features at 1/4 size."""
        return self.encoder_widths[-1]


@dataclass(frozen=True)
class TemporalConfig:
    """Sizes of the temporal constraint network (paper sections 3.2 and 3.5)."""

    # Channels of the three encoder layers; the decoder mirrors them.
    widths: tuple[int, int, int]
    # Dilation of each gated layer between encoder and decoder.
    dilations: tuple[int, ...]
    # Share of the channels that the learnable temporal shift mixes with the neighbors in time.
    shifted_share: float
    # A channel that tells key drawings, whose colors are exact, from colored in-betweens.
    key_flag: bool
    # Predict what to change in the given colors instead of the colors themselves.
    residual: bool
    # Spectral norm on generator and discriminator.
    spectral_norm: bool
    # Channels of the first convolution of the patch discriminator; doubled by the next three.
    discriminator_width: int


@dataclass(frozen=True)
class NetworksConfig:
    """Both networks of the paper."""

    color: ColorTransformConfig
    temporal: TemporalConfig


_PAPER = NetworksConfig(
    color=ColorTransformConfig(
        encoder_widths=(64, 128, 256),
        match_channels=32,
        value_channels=32,
        match_cosine=False,
        carry_colors=False,
        mask_kernel=3,
        context_widths=(),
        context_layers=0,
        embedder_widths=(64, 128, 256, 256, 256),
        style_hidden=256,
        middle_blocks=8,
        normalize_colors=True,
        spectral_norm=True,
        discriminator_width=64,
    ),
    temporal=TemporalConfig(
        widths=(64, 128, 256),
        dilations=(2, 4, 8, 16),
        shifted_share=0.25,
        key_flag=False,
        residual=False,
        spectral_norm=True,
        discriminator_width=64,
    ),
)

_SHIAGE = NetworksConfig(
    color=ColorTransformConfig(
        encoder_widths=(16, 32, 64),
        match_channels=32,
        value_channels=32,
        match_cosine=True,
        carry_colors=True,
        mask_kernel=1,
        context_widths=(96, 128),
        context_layers=2,
        embedder_widths=(16, 32, 64, 96, 128),
        style_hidden=192,
        middle_blocks=8,
        normalize_colors=False,
        spectral_norm=True,
        discriminator_width=32,
    ),
    temporal=TemporalConfig(
        widths=(24, 48, 64),
        dilations=(2, 4, 8, 16),
        shifted_share=0.25,
        key_flag=True,
        residual=True,
        spectral_norm=True,
        discriminator_width=32,
    ),
)

_PRESETS = {"paper": _PAPER, "shiage": _SHIAGE}


def preset(name: str) -> NetworksConfig:
    """The networks as the paper writes them (`paper`) or as Shiage ships them (`shiage`).

    Raises:
        ValueError: there is no preset of that name.
    """
    try:
        return _PRESETS[name]
    except KeyError:
        known = ", ".join(sorted(_PRESETS))
        raise ValueError(f"There is no network preset {name!r}; choose one of: {known}.") from None


class _Dataclass(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]


Config = TypeVar("Config", bound=_Dataclass)


def config_to_dict(config: _Dataclass) -> dict[str, Any]:
    """The config in values that JSON can hold."""
    return asdict(config)


def config_from_dict(kind: type[Config], values: Mapping[str, Any]) -> Config:
    """The config of a dictionary that `config_to_dict` made.

    Raises:
        ValueError: a field is missing or unknown.
    """
    names = {field.name for field in fields(kind)}
    if names != set(values):
        odd = ", ".join(sorted(names ^ set(values)))
        raise ValueError(f"The network config lacks or does not know these fields: {odd}.")
    ready: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }
    return kind(**ready)
