"""Pixels as a PNG file, value for value and without a color profile."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def png_bytes(rgba: NDArray[np.uint8]) -> bytes:
    """The file for (H, W, 4) uint8 RGBA, straight alpha."""
    buffer = io.BytesIO()
    Image.fromarray(rgba).save(buffer, "PNG")
    return buffer.getvalue()
