"""Which frame plays when."""

from __future__ import annotations


def frame_due(start: int, played: int, frames: range, loops: bool) -> int | None:
    """The frame to show when `played` frame times have gone by since `start` was shown.

    Args:
        start: a frame of `frames`.
        played: 0 or more.
        frames: what plays, one after another.
        loops: begin again after the last.

    Returns:
        The frame; None when playing has come to its end. A single frame does not loop.
    """
    place = start - frames.start + played
    if place < len(frames):
        return frames[place]
    return frames[place % len(frames)] if loops and len(frames) > 1 else None
