"""Asking for files and folders."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from app.io.images import IMAGE_SUFFIXES


class FileChooser(Protocol):
    """Asks the user; an empty answer means that they changed their mind."""

    def folder(self, title: str, start: Path) -> Path | None:
        """One folder."""
        ...

    def images(self, title: str, start: Path, several: bool) -> list[Path]:
        """Image files."""
        ...


class DialogFileChooser:
    """Asks with the system's own dialogs."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def folder(self, title: str, start: Path) -> Path | None:
        """One folder."""
        chosen = QFileDialog.getExistingDirectory(self._parent, title, str(start))
        return Path(chosen) if chosen else None

    def images(self, title: str, start: Path, several: bool) -> list[Path]:
        """Image files."""
        kinds = f"Images ({' '.join('*' + suffix for suffix in IMAGE_SUFFIXES)})"
        if several:
            names, _ = QFileDialog.getOpenFileNames(self._parent, title, str(start), kinds)
            return [Path(name) for name in names]
        name, _ = QFileDialog.getOpenFileName(self._parent, title, str(start), kinds)
        return [Path(name)] if name else []
