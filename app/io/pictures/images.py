"""Reading line art and color images, value for value.

Nothing here changes a color: no color profile, gamma or EXIF rotation is applied. Paints are
exact RGB values from a color sheet, and a converted value would be another paint.
"""

from __future__ import annotations

import errno
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile

IMAGE_SUFFIXES = (".png", ".tga", ".tif", ".tiff", ".bmp", ".webp", ".jpg", ".jpeg")
"""What we read, best first: of two files of one drawing the earlier suffix wins."""

MAX_PIXELS = 200_000_000

_FORMATS = ("PNG", "TGA", "TIFF", "BMP", "WEBP", "JPEG")
_DAMAGED = "is damaged or cut off; export or copy it again."
_NO_EXACT_RGB = ("CMYK", "LAB", "YCbCr", "HSV", "F", "I")
_TO_RGBA = {1: cv2.COLOR_GRAY2RGBA, 3: cv2.COLOR_BGR2RGBA, 4: cv2.COLOR_BGRA2RGBA}
# What Pillow's decoders raise on damaged data, apart from the OSError they should raise.
_DAMAGE = (SyntaxError, ValueError, EOFError, IndexError, TypeError, struct.error, zlib.error)

# Our own limit is checked before decoding and answers in a sentence; Pillow's would warn on stderr.
Image.MAX_IMAGE_PIXELS = None


class ImageError(Exception):
    """An image cannot be read; the text is one sentence naming the file and the remedy."""


def shown(path: Path) -> str:
    """A path as sentences name it: the file and the folder that tells it from its namesakes."""
    return f"{path.parent.name}/{path.name}" if path.parent.name else path.name


def read_size(path: Path) -> tuple[int, int]:
    """(height, width) in pixels from the header alone; ImageError when it cannot be read."""
    with _opened(path) as (_, image):
        return image.height, image.width


def has_exact_colors(path: Path) -> bool:
    """False for a JPEG, whose colors are only about right; ImageError when it cannot be read."""
    with _opened(path) as (_, image):
        return image.format != "JPEG"


def read_rgba(path: Path) -> NDArray[np.uint8]:
    """Read an image of any supported kind.

    Args:
        path: PNG, TGA, TIFF, BMP, WebP or JPEG; gray, palette or RGB, with or without alpha,
            8 or 16 bit. Of several pages or frames the first is read.

    Returns:
        (H, W, 4) uint8 RGBA, straight alpha. 16-bit values become round(v / 257).

    Raises:
        ImageError: missing, unreadable, damaged, larger than 200 megapixels, or of a kind whose
            colors are not plain RGB.
    """
    with _opened(path) as (file, image):
        bits = _bits(image)
        image.load()
        if bits == 16:
            return _read_16_bit(path, file, image)
        if image.mode == "La":
            image = image.convert("LA")
        rgba = np.array(image.convert("RGBA"))
        return _without_undeclared_alpha(file, image, rgba)


def line_gray(rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Line art as gray for the networks and for finding regions.

    The darkest channel over white is taken, not the luma: a pure red, green or blue trace marks
    the border of a shadow or highlight and must separate regions as black ink does. This is also
    the measure by which `app.document.compositing` tells ink from paper.

    Args:
        rgba: (H, W, 4) uint8 RGBA, straight alpha.

    Returns:
        (H, W) uint8, 0 = ink, 255 = paper.
    """
    darkest = np.minimum(np.minimum(rgba[..., 0], rgba[..., 1]), rgba[..., 2])
    if rgba[..., 3].min() == 255:
        return darkest
    alpha = rgba[..., 3].astype(np.uint16)
    over_white = darkest * alpha + 255 * (255 - alpha)
    return ((over_white + 127) // 255).astype(np.uint8)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], Image.Image]]:
    """Open the header; whatever goes wrong inside the block becomes an ImageError."""
    try:
        with path.open("rb") as file:
            if not file.seek(0, 2):
                raise ImageError(f"{shown(path)} is empty (0 bytes); export it again.")
            file.seek(0)
            with Image.open(file, formats=_FORMATS) as image:
                _check_kind(path, image)
                yield file, image
    except Image.UnidentifiedImageError as error:
        raise ImageError(
            f"{shown(path)} is not an image that can be read; save it as PNG, TGA or TIFF."
        ) from error
    except OSError as error:
        raise ImageError(f"{shown(path)} {_reason(error)}") from error
    except _DAMAGE as error:
        raise ImageError(f"{shown(path)} {_DAMAGED}") from error


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "does not exist; check the path."
    if isinstance(error, IsADirectoryError):
        return "is a folder, not an image; name a file inside it."
    if isinstance(error, PermissionError):
        return "may not be read by you; change its permissions."
    if error.errno in (errno.ENAMETOOLONG, errno.ENOTDIR, errno.ELOOP):
        return "is not a usable path; check it."
    return _DAMAGED


def _check_kind(path: Path, image: Image.Image) -> None:
    if image.width * image.height > MAX_PIXELS:
        raise ImageError(
            f"{shown(path)} is {image.width}×{image.height}, more than "
            f"{MAX_PIXELS // 1_000_000} megapixels; reduce its size."
        )
    if image.mode in _NO_EXACT_RGB and _bits(image) != 16:
        raise ImageError(
            f"{shown(path)} holds {image.mode} colors, which have no exact RGB values; "
            "save it as 8 or 16 bit RGB."
        )


def _bits(image: Image.Image) -> int:
    """Bits per channel of an image not loaded yet; its mode does not tell, Pillow cuts to 8."""
    if isinstance(image, PngImageFile):
        return 16 if "16" in str(image.tile[0].args) else 8
    if isinstance(image, TiffImageFile):
        return int(max(image.tag_v2.get(258, (1,))))
    return 8


def _read_16_bit(path: Path, file: IO[bytes], image: Image.Image) -> NDArray[np.uint8]:
    """Pillow has loaded it without complaint, so it is whole; OpenCV keeps all 16 bits."""
    file.seek(0)
    data = np.frombuffer(file.read(), dtype=np.uint8)
    pixels = cv2.imdecode(data, cv2.IMREAD_UNCHANGED)
    if pixels is None or pixels.dtype != np.uint16:
        raise ImageError(f"{shown(path)} is of an unusual 16-bit kind; save it as PNG.")
    if isinstance(image, TiffImageFile) and image.tag_v2.get(262) == 0:
        pixels = 65535 - pixels  # photometric 0: white is zero
    rgba = cv2.cvtColor(pixels, _TO_RGBA[1 if pixels.ndim == 2 else pixels.shape[2]])
    if image.mode == "RGBa":
        alpha = np.maximum(rgba[..., 3:].astype(np.float64), 1.0)
        rgba[..., :3] = np.minimum(np.rint(rgba[..., :3] * 65535.0 / alpha), 65535.0)
    return ((rgba.astype(np.uint32) + 128) // 257).astype(np.uint8)


def _without_undeclared_alpha(
    file: IO[bytes], image: Image.Image, rgba: NDArray[np.uint8]
) -> NDArray[np.uint8]:
    """Make a 32-bit TGA opaque when its header declares no alpha and the spare byte is all 0."""
    if image.format != "TGA" or rgba[..., 3].any():
        return rgba
    file.seek(17)
    if file.read(1)[0] & 0x0F == 0:
        rgba[..., 3] = 255
    return rgba
