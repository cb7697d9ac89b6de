"""What the user chose last, kept from one start to the next."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable
from typing import Any

_COLOR = re.compile(r"#[0-9a-f]{6}")


class SettingsDamagedError(Exception):
    """The text is not a settings file at all."""


def _one_of(*allowed: str) -> dict[str, Any]:
    return {"fits": lambda value: value in allowed}


def _between(low: int, high: int) -> dict[str, Any]:
    return {"fits": lambda value: type(value) is int and low <= value <= high}


def _color() -> dict[str, Any]:
    return {"fits": lambda value: isinstance(value, str) and bool(_COLOR.fullmatch(value))}


def _text() -> dict[str, Any]:
    return {"fits": lambda value: isinstance(value, str)}


def _texts() -> dict[str, Any]:
    def fits(value: object) -> bool:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)

    return {"fits": fits, "make": tuple}


def _flag() -> dict[str, Any]:
    return {"fits": lambda value: isinstance(value, bool)}


@dataclasses.dataclass(frozen=True)
class Settings:
    """The user's choices; window state is Qt's own business.

    Attributes:
        gap: holes in lines up to this many pixels are closed, 0 to 100.
        mode: `flat` or `soft`.
        device: `auto`, `cpu` or `cuda`.
        borrows_keys: Colorize also looks at keys of the show's other shots.
        layer: what the export writes: `color`, `composite`, `both`, or a preview `movie`.
        export_folder: where the last export went; empty at first.
        export_shot: the shot folder that it was an export of.
        export_kind: image format.
        export_movie_kind: movie format.
        export_names: files are called as the `drawings`, or as the `frames` of the timesheet.
        export_sheet: whether a timesheet goes with them.
        export_existing: `ask`, `replace` or `keep` files that are there, or use a `new` folder.
        paints_traces: paint covers colored trace lines, in the view and in what is exported.
        doubt_below: regions with less than this many percent of confidence are doubtful.
        shot_folder: the shot folder opened last; empty at first.
        view: what is shown of a drawing.
        paper: what shows through where a picture is transparent.
        compare_with: which drawing to compare the current one with.
        onion_before, onion_after: neighbors in the onion skin, 0 to 5 on either side.
        onion_before_tint, onion_after_tint: their colors as #rrggbb.
        onion_strength: opacity of the nearest neighbors in percent, 10 to 100.
        onion_place: where the onion skin lies: behind the `paint` of the current drawing, behind
            its `lines`, or in `front`.
        fps: frames per second when playing, 1 to 120.
        recent: shows and shot folders opened or saved last, the newest first.
        theme: `dark`, `light`, or `system` for what the desktop has.
        language: of the window, `en` or `ja`, or `system` for that of the desktop.
        has_toured: the tour has been shown once.
    """

    gap: int = dataclasses.field(default=4, metadata=_between(0, 100))
    mode: str = dataclasses.field(default="flat", metadata=_one_of("flat", "soft"))
    device: str = dataclasses.field(default="auto", metadata=_one_of("auto", "cpu", "cuda"))
    borrows_keys: bool = dataclasses.field(default=True, metadata=_flag())
    layer: str = dataclasses.field(
        default="color", metadata=_one_of("color", "composite", "both", "movie")
    )
    export_folder: str = dataclasses.field(default="", metadata=_text())
    export_shot: str = dataclasses.field(default="", metadata=_text())
    export_kind: str = dataclasses.field(default="png", metadata=_one_of("png", "tga", "tiff"))
    export_movie_kind: str = dataclasses.field(default="webp", metadata=_one_of("webp", "mp4"))
    export_names: str = dataclasses.field(
        default="drawings", metadata=_one_of("drawings", "frames")
    )
    export_sheet: bool = dataclasses.field(default=True, metadata=_flag())
    export_existing: str = dataclasses.field(
        default="ask", metadata=_one_of("ask", "replace", "keep", "new")
    )
    paints_traces: bool = dataclasses.field(default=False, metadata=_flag())
    doubt_below: int = dataclasses.field(default=50, metadata=_between(5, 95))
    shot_folder: str = dataclasses.field(default="", metadata=_text())
    view: str = dataclasses.field(
        default="composite",
        metadata=_one_of("line", "color", "composite", "soft", "regions", "doubt"),
    )
    paper: str = dataclasses.field(default="white", metadata=_one_of("white", "checker", "black"))
    compare_with: str = dataclasses.field(
        default="key before", metadata=_one_of("key before", "key after", "previous", "next")
    )
    onion_before: int = dataclasses.field(default=1, metadata=_between(0, 5))
    onion_after: int = dataclasses.field(default=1, metadata=_between(0, 5))
    onion_before_tint: str = dataclasses.field(default="#e0561f", metadata=_color())
    onion_after_tint: str = dataclasses.field(default="#1f7fe0", metadata=_color())
    onion_strength: int = dataclasses.field(default=70, metadata=_between(10, 100))
    onion_place: str = dataclasses.field(
        default="lines", metadata=_one_of("paint", "lines", "front")
    )
    fps: int = dataclasses.field(default=24, metadata=_between(1, 120))
    recent: tuple[str, ...] = dataclasses.field(default=(), metadata=_texts())
    theme: str = dataclasses.field(default="dark", metadata=_one_of("dark", "light", "system"))
    language: str = dataclasses.field(default="system", metadata=_one_of("system", "en", "ja"))
    has_toured: bool = dataclasses.field(default=False, metadata=_flag())

    @classmethod
    def from_json(cls, text: str) -> Settings:
        """Read settings; values that do not fit and fields of other versions are passed over.

        Raises:
            SettingsDamagedError: the text is no JSON object.
        """
        try:
            values = json.loads(text)
        except ValueError as error:
            raise SettingsDamagedError(str(error)) from error
        if not isinstance(values, dict):
            raise SettingsDamagedError("not an object")
        return cls(
            **{
                field.name: field.metadata.get("make", _as_it_is)(values[field.name])
                for field in dataclasses.fields(cls)
                if field.name in values and _fits(field, values[field.name])
            }
        )

    def to_json(self) -> str:
        """The text that `from_json` reads."""
        return json.dumps(dataclasses.asdict(self), indent=2)


def _as_it_is(value: Any) -> Any:
    return value


def _fits(field: dataclasses.Field[Any], value: object) -> bool:
    fits: Callable[[object], bool] = field.metadata["fits"]
    return fits(value)
