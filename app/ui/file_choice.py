"""Asking for files and folders."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from app.io.images import IMAGE_SUFFIXES
from app.io.palette_file import PALETTE_SUFFIXES

_PALETTES = {".gpl": "GIMP palette (*.gpl)", ".json": "Shiage palette (*.json)"}


class FileChooser(Protocol):
    """Asks the user; an empty answer means that they changed their mind."""

    def folder(self, title: str, start: Path) -> Path | None:
        """One folder."""
        ...

    def images(self, title: str, start: Path, several: bool) -> list[Path]:
        """Image files."""
        ...

    def palette(self, title: str, start: Path) -> Path | None:
        """A palette to read."""
        ...

    def new_palette(self, title: str, start: Path) -> Path | None:
        """Where to write a palette; the name ends in one of its suffixes."""
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

    def palette(self, title: str, start: Path) -> Path | None:
        """A palette to read."""
        kinds = f"Palettes ({' '.join('*' + suffix for suffix in PALETTE_SUFFIXES)})"
        name, _ = QFileDialog.getOpenFileName(self._parent, title, str(start), kinds)
        return Path(name) if name else None

    def new_palette(self, title: str, start: Path) -> Path | None:
        """Where to write a palette; a name without a suffix gets that of the chosen kind."""
        dialog = QFileDialog(self._parent, title, str(start), ";;".join(_PALETTES.values()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("gpl")

        def follow(kind: str) -> None:
            dialog.setDefaultSuffix("json" if kind == _PALETTES[".json"] else "gpl")

        dialog.filterSelected.connect(follow)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None
