"""How the window bears a shot of thousands of drawings.

python -m tests.benchmarks.long_shot [COUNT]

Makes a shot of COUNT (2,000) line drawings of 1920x1080 in a temporary folder, opens it, colors
every drawing with a made-up result, and prints how long opening took, how fast the timeline is
scrubbed and scrolled, and the most memory that was used. The networks are not loaded.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.commands.apply_coloring import ApplyColoring
from app.document.regions import ColoredDrawing
from app.ui.desk.states import key_signature
from app.ui.look.theme import apply_theme
from app.ui.window.main_window import MainWindow

SIZE = (1080, 1920)
DISTINCT = 50  # images; the others are copies of them under other names
STRETCH = 48  # drawings that the picture cache holds at this size
PATIENCE = 60_000  # ms


def make_shot(folder: Path, count: int) -> None:
    """Drawings of a few moving strokes."""
    images = []
    for step in range(DISTINCT):
        image = np.full((*SIZE, 3), 255, np.uint8)
        center = (300 + 26 * step, 540)
        for radius in (80, 160, 240):
            cv2.circle(image, center, radius, (0, 0, 0), 3, cv2.LINE_AA)
        cv2.line(image, (0, 900), (1919, 700 + step), (0, 0, 255), 2)
        images.append(cv2.imencode(".png", image)[1].tobytes())
    for number in range(1, count + 1):
        (folder / f"A{number:04}.png").write_bytes(images[number % DISTINCT])


def made_up_coloring() -> ColoredDrawing:
    """A coloring of a hundred regions."""
    rows, columns = np.mgrid[: SIZE[0], : SIZE[1]]
    labels = (rows // 108 * 10 + columns // 192).astype(np.int32)
    palette = np.random.default_rng(0).integers(0, 256, (12, 4)).astype(np.uint8)
    palette[:, 3] = 255
    colors = np.arange(100, dtype=np.int32) % 12
    return ColoredDrawing.pack(1, labels, palette, colors, np.ones(100, np.float32))


def wait(until: Callable[[], bool]) -> None:
    """Run the event loop until something is so."""
    loop, poll = QEventLoop(), QTimer()
    poll.timeout.connect(lambda: until() and loop.quit())
    poll.start(1)
    QTimer.singleShot(PATIENCE, loop, loop.quit)
    loop.exec()
    if not until():
        raise TimeoutError


def color_all(window: MainWindow) -> float:
    """Put a coloring on every drawing, one by one as a run does; milliseconds each."""
    session, shot = window.session, window.session.shot
    assert shot is not None
    first = made_up_coloring()
    command: ApplyColoring | None = None
    began = time.perf_counter()
    for drawing in shot.drawings:
        packed = bytes(bytearray(first.packed_labels))  # as much memory as a real one
        one = replace(first, number=drawing.number, packed_labels=packed)
        session.note_made_with(one, key_signature(shot.keys))
        if command is None:
            command = ApplyColoring(shot, one)
            session.undo_stack.push(command)
        else:
            command.add(one)
        QApplication.processEvents()
    return 1000 * (time.perf_counter() - began) / len(shot.drawings)


def scrub(window: MainWindow, frames: range, waits: bool) -> tuple[float, float]:
    """Drawings per second, and the longest pause in milliseconds."""
    playhead, worst = window.session.playhead, 0.0
    began = last = time.perf_counter()
    for frame in frames:
        before = window.view.image
        playhead.move_to(frame)
        QApplication.processEvents()
        if waits and frame != frames[0]:
            wait(lambda before=before: window.view.image is not before)  # type: ignore[misc]
        now = time.perf_counter()
        worst, last = max(worst, now - last), now
    return len(frames) / (last - began), 1000 * worst


def scroll(window: MainWindow) -> tuple[float, float]:
    """Milliseconds for a step of scrolling through the whole strip: mean and longest."""
    bar = window.timeline.horizontalScrollBar()
    times = []
    for value in range(0, bar.maximum(), max(1, bar.maximum() // 300)):
        began = time.perf_counter()
        bar.setValue(value)
        QApplication.processEvents()
        times.append(1000 * (time.perf_counter() - began))
    return sum(times) / len(times), max(times)


def report(folder: Path, count: int) -> None:
    """Open the shot and print the figures."""
    window = MainWindow()
    window.resize(1600, 950)
    window.show()
    began = time.perf_counter()
    window.open(folder)
    opened = time.perf_counter() - began
    wait(lambda: window.view.image is not None)
    print(
        f"{count} drawings open in {opened:.2f} s, {time.perf_counter() - began:.2f} s to see one"
    )
    print(f"taking a result: {color_all(window):.1f} ms each")
    stretch = range(100, 100 + STRETCH)
    cold, _ = scrub(window, stretch, waits=True)
    warm, pause = scrub(window, stretch, waits=True)
    print(f"scrub: {cold:.0f} drawings/s first, {warm:.0f}/s from cache (pause {pause:.0f} ms)")
    _, pause = scrub(window, range(0, count, 3), waits=False)
    print(f"fast drag over all: longest pause {pause:.0f} ms")
    mean, worst = scroll(window)
    print(f"scroll: {mean:.1f} ms a step, longest {worst:.0f} ms")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB")
    # A window with unsaved work asks before it closes.
    window.shows.saving.count_as_saved()
    window.close()


if __name__ == "__main__":
    program = QApplication(sys.argv[:1])
    apply_theme(program)
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as place:
        make_shot(Path(place), number)
        report(Path(place), number)
