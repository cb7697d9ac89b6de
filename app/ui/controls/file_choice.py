"""Asking for files and folders, and for decisions about them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.io.footage.video import VIDEO_SUFFIXES
from app.io.palettes.palette_file import PALETTE_SUFFIXES
from app.io.pictures.images import IMAGE_SUFFIXES
from app.io.shows.show_file import SHOW_SUFFIX
from app.language import marked, tr
from app.ui.controls.widgets import set_primary

_PALETTES = {".gpl": marked("GIMP palette (*.gpl)"), ".json": marked("Shiage palette (*.json)")}


class FileChooser(Protocol):
    """Asks the user; an empty answer means that they changed their mind."""

    def folder(self, title: str, start: Path) -> Path | None:
        """One folder."""
        ...

    def images(self, title: str, start: Path, several: bool) -> list[Path]:
        """Image files."""
        ...

    def video(self, title: str, start: Path) -> Path | None:
        """A video file."""
        ...

    def palette(self, title: str, start: Path) -> Path | None:
        """A palette to read."""
        ...

    def new_palette(self, title: str, start: Path) -> Path | None:
        """Where to write a palette; the name ends in one of its suffixes."""
        ...

    def show_to_save(self, start: Path) -> Path | None:
        """A place and name for a show; `start` proposes one."""
        ...

    def decision(self, text: str, detail: str, answers: Sequence[str]) -> str | None:
        """One of the answers, the first of which most would choose; None for cancel."""
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
        kinds = tr("Images ({kinds})", kinds=" ".join("*" + suffix for suffix in IMAGE_SUFFIXES))
        if several:
            names, _ = QFileDialog.getOpenFileNames(self._parent, title, str(start), kinds)
            return [Path(name) for name in names]
        name, _ = QFileDialog.getOpenFileName(self._parent, title, str(start), kinds)
        return [Path(name)] if name else []

    def video(self, title: str, start: Path) -> Path | None:
        """A video file."""
        videos = tr("Videos ({kinds})", kinds=" ".join("*" + suffix for suffix in VIDEO_SUFFIXES))
        kinds = ";;".join((videos, tr("All files (*)")))
        name, _ = QFileDialog.getOpenFileName(self._parent, title, str(start), kinds)
        return Path(name) if name else None

    def palette(self, title: str, start: Path) -> Path | None:
        """A palette to read."""
        kinds = tr(
            "Palettes ({kinds})", kinds=" ".join("*" + suffix for suffix in PALETTE_SUFFIXES)
        )
        name, _ = QFileDialog.getOpenFileName(self._parent, title, str(start), kinds)
        return Path(name) if name else None

    def new_palette(self, title: str, start: Path) -> Path | None:
        """Where to write a palette; a name without a suffix gets that of the chosen kind."""
        dialog = QFileDialog(
            self._parent, title, str(start), ";;".join(map(tr, _PALETTES.values()))
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("gpl")

        def follow(kind: str) -> None:
            dialog.setDefaultSuffix("json" if kind == tr(_PALETTES[".json"]) else "gpl")

        dialog.filterSelected.connect(follow)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def show_to_save(self, start: Path) -> Path | None:
        """A place and name for a show."""
        kinds = tr("Shows (*{suffix})", suffix=SHOW_SUFFIX)
        name, _ = QFileDialog.getSaveFileName(self._parent, tr("Save show as"), str(start), kinds)
        return Path(name) if name else None

    def decision(self, text: str, detail: str, answers: Sequence[str]) -> str | None:
        """One of the answers."""
        box = QMessageBox(self._parent)
        box.setWindowTitle("Shiage")
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(text)
        box.setInformativeText(detail)
        buttons = {
            box.addButton(words, QMessageBox.ButtonRole.AcceptRole): words for words in answers
        }
        first = next(iter(buttons))
        set_primary(first, True)
        cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(first)
        box.setEscapeButton(cancel)
        box.exec()
        clicked = box.clickedButton()
        return next((words for button, words in buttons.items() if button is clicked), None)
