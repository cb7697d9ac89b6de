"""A tiny shot on the disk, an engine that obeys the test, and files that are dropped."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.document.regions import ColoredDrawing
from app.engine.coloring_request import ColoringRequest
from app.engine.task import CancelToken, Failure, Step

SIZE = (30, 40)
RED, BLUE = (200, 30, 40, 255), (20, 60, 220, 255)
PALETTE = np.array([RED, BLUE], np.uint8)


def line_art(number: int) -> NDArray[np.uint8]:
    """(30, 40, 4) white paper with one vertical line that moves with the number."""
    image = np.full((*SIZE, 4), 255, np.uint8)
    image[:, 10 + number % 20, :3] = 0
    return image


def color_image(number: int) -> NDArray[np.uint8]:
    """(30, 40, 4) red left of the line, blue right of it."""
    image = np.empty((*SIZE, 4), np.uint8)
    image[:] = RED
    image[:, 10 + number % 20 :] = BLUE
    return image


def save(path: Path, rgba: NDArray[np.uint8]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    ok, data = cv2.imencode(".png", cv2.cvtColor(rgba, cv2.COLOR_RGBA2BGRA))
    assert ok
    path.write_bytes(data.tobytes())
    return path


def make_shot_folder(folder: Path, numbers: Sequence[int] = (1, 2, 3, 4, 5)) -> Path:
    for number in numbers:
        save(folder / f"A{number:04}.png", line_art(number))
    return folder


def make_keys(folder: Path, numbers: Sequence[int]) -> list[Path]:
    return [save(folder / f"A{number:04}.png", color_image(number)) for number in numbers]


def coloring(
    number: int, is_key: bool = False, confidence: float = 0.95, is_guess: bool = False
) -> ColoredDrawing:
    labels = np.zeros(SIZE, np.int32)
    labels[:, 10 + number % 20 :] = 1
    return ColoredDrawing.pack(
        number,
        labels,
        PALETTE,
        np.array([0, 1], np.int32),
        np.array([confidence, 0.9], np.float32),
        is_key=is_key,
        is_guess=is_guess,
    )


class ObedientEngine:
    """Colors as many drawings as the test allows.

    Attributes:
        requests: what it was asked to do.
        fails: drawing numbers that cannot be colored.
        error: raised before the first step, when set.
        doubtful: drawing numbers that come out with a doubtful region.
    """

    def __init__(self) -> None:
        self.requests: list[ColoringRequest] = []
        self.fails: set[int] = set()
        self.doubtful: set[int] = set()
        self.error: Exception | None = None
        self._allowed = threading.Semaphore(1_000_000)

    def hold(self) -> None:
        """From now on only what `allow` allows."""
        self._allowed = threading.Semaphore(0)

    def allow(self, drawings: int) -> None:
        self._allowed.release(drawings)

    def __call__(
        self, request: ColoringRequest, cancel: CancelToken
    ) -> Iterator[Step[ColoredDrawing]]:
        self.requests.append(request)
        if self.error is not None:
            raise self.error
        only = request.only
        numbers = [d.number for d in request.drawings if only is None or d.number in only]
        for done, number in enumerate(numbers, 1):
            while not self._allowed.acquire(timeout=0.005):
                if cancel.is_cancelled:
                    return
            if cancel.is_cancelled:
                return
            if number in self.fails:
                failure = Failure(number, f"A{number:04}.png is truncated; save it again.")
                yield Step(done, len(numbers), "", failure=failure)
                continue
            confidence = 0.1 if number in self.doubtful else 0.95
            result = coloring(number, number in request.keys, confidence)
            result = result.numbered(number, request.closing(number))
            if number not in request.keys:
                result = replace(result, loans=frozenset(one.loan for one in request.lent))
            yield Step(done, len(numbers), f"Colored {number}", result=result)


class ScriptedChooser:
    """Answers file dialogs and questions; what it was asked is in `titles` and `questions`.

    Questions are answered with `decisions` in order, then with what leaves work unsaved.
    """

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.answer: list[Path] = []
        self.save_to: Path | None = None
        self.questions: list[str] = []
        self.decisions: list[str | None] = []

    def folder(self, title: str, start: Path) -> Path | None:
        self.titles.append(title)
        return self.answer[0] if self.answer else None

    def images(self, title: str, start: Path, several: bool) -> list[Path]:
        self.titles.append(title)
        return self.answer

    def video(self, title: str, start: Path) -> Path | None:
        return self.folder(title, start)

    def palette(self, title: str, start: Path) -> Path | None:
        return self.folder(title, start)

    def new_palette(self, title: str, start: Path) -> Path | None:
        return self.folder(title, start)

    def show_to_save(self, start: Path) -> Path | None:
        self.titles.append(f"Save {start.name}")
        return self.save_to

    def decision(self, text: str, detail: str, answers: Sequence[str]) -> str | None:
        self.questions.append(text)
        answer = self.decisions.pop(0) if self.decisions else answers[-1]
        assert answer is None or answer in answers
        return answer


def drop(widget: QWidget, paths: Sequence[Path], at: QPoint | None = None) -> None:
    """Drag files in, over a point, and let go."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    point = widget.rect().center() if at is None else at
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(point, action, mime, button, none)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDragMoveEvent(point, action, mime, button, none))
    QApplication.sendEvent(widget, QDropEvent(QPointF(point), action, mime, button, none))


def end(window: QWidget, qtbot: QtBot) -> None:
    """Close a window and destroy it here and now.

    Left to Python's garbage collector, its parts would be freed in any order, on any thread.
    """
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
