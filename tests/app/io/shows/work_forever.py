"""A program for the test of sudden death: works, saves and autosaves until it is killed.

It counts in the key of drawing 1. What is printed is on the disk by then.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from app.document.show import Show
from app.io.shots.shot_folder import open_shot_folder
from app.io.shows.autosave import AutosaveSlot
from app.io.shows.show_file import ShowWriter
from tests.app.io.shows.test_show_file import random_coloring


def main(line: Path, path: Path, slots: Path, seed: int) -> None:
    chance = random.Random(seed)
    shot = open_shot_folder(line).shot
    show = Show(path, [shot])
    writer, slot = ShowWriter(path), AutosaveSlot(slots)
    for count in range(1, 1_000_000):
        shot.set_keys({1: Path(f"{count}.png")})
        for number in chance.sample(range(1, 6), 3):
            shot.set_colorings({number: random_coloring(number, seed=count)})
        if chance.random() < 0.5:
            slot.write(show.state(), show.name, path)
            print("autosave", count, flush=True)
        else:
            writer.write(show.state())
            print("save", count, flush=True)
            list(writer.write_pictures(show.state()))


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]), int(sys.argv[4]))
