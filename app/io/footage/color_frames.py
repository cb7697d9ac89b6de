"""Frames of a folder of finished pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.document.compositing import over_white
from app.io.footage.frame_source import FootageError
from app.io.pictures.images import ImageError, read_rgba
from app.io.shots.numbered_images import (
    ShotFolderError,
    best_of,
    images_of,
    largest_first,
    series_of,
)


class FolderFrames:
    """See `FrameSource`. Of several series of numbered images the largest one is read."""

    def __init__(self, folder: Path) -> None:
        """Look at the names.

        Raises:
            FootageError: there is no such folder, or no numbered image in it.
        """
        try:
            series = largest_first(series_of(images_of(folder)))
        except ShotFolderError as error:
            raise FootageError(str(error)) from error
        if not series:
            raise FootageError(
                f"The folder {folder} holds no numbered images; choose one with finished color "
                "frames named with trailing digits, such as A0001.png."
            )
        self._folder = folder
        self._files = [best_of(files) for _, files in sorted(series[0].files.items())]
        self.count = len(self._files)
        self.problems: list[str] = []

    def frames(self) -> Iterator[NDArray[np.uint8]]:
        """Read the pictures, over white; see `FrameSource.frames`."""
        read = 0
        for file in self._files:
            try:
                rgba = read_rgba(file)
            except ImageError as error:
                self.problems.append(str(error))
                continue
            read += 1
            yield over_white(rgba)
        if read == 0:
            raise FootageError(
                f"Not one image in {self._folder} can be read; export them again as PNG."
            )
