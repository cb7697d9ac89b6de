"""`python -m model.training --config FILE --out DIR`: train a network."""

from __future__ import annotations

import argparse
import logging
import signal
import sys
from pathlib import Path
from types import FrameType

from model.training.trainer import train


def main() -> int:
    """Run a training; 0 done, 130 stopped and saved, 2 a config or folder is unusable."""
    parser = argparse.ArgumentParser(prog="model.training", description="Train a network.")
    parser.add_argument("--config", type=Path, required=True, help="JSON file")
    parser.add_argument("--out", type=Path, required=True, help="folder for weights and previews")
    parser.add_argument("--resume", type=Path, help="folder of an earlier run to take up again")
    parser.add_argument("--minutes", type=float, help="instead of the config's")
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    signal.signal(signal.SIGTERM, _stop)
    try:
        for _ in train(given.config, given.out, given.resume, given.minutes):
            pass
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


def _stop(number: int, frame: FrameType | None) -> None:
    # An exception, so that the run saves what it has before it ends.
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
