"""The kinds of image file that we write, each value for value with its alpha."""

from __future__ import annotations

import io
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

ImageKind = Literal["png", "tga", "tiff"]

SUFFIXES: dict[ImageKind, str] = {"png": ".png", "tga": ".tga", "tiff": ".tif"}

_SAVE: dict[ImageKind, tuple[str, dict[str, Any]]] = {
    "png": ("PNG", {}),
    "tga": ("TGA", {"compression": "tga_rle"}),
    "tiff": ("TIFF", {"compression": "tiff_lzw"}),
}


def image_bytes(rgba: NDArray[np.uint8], kind: ImageKind) -> bytes:
    """An image file without a color profile; also what is wholly transparent keeps its color.

    Args:
        rgba: (H, W, 4) uint8 RGBA, straight alpha.
        kind: which format.
    """
    format_name, options = _SAVE[kind]
    buffer = io.BytesIO()
    Image.fromarray(rgba).save(buffer, format_name, **options)
    return buffer.getvalue()
