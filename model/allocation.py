"""Freed memory is kept for the next drawing instead of being given back at once."""

from __future__ import annotations

import ctypes
import sys

# Parameters of glibc's mallopt.
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3

# The largest block that is taken from kept memory, and how much of it is kept: the features of
# the networks' widest layers are 11 MB each. Larger arrays are given back as before.
_BLOCK = 32 << 20
_KEPT = 256 << 20


def keep_freed_memory() -> None:
    """Let the process reuse freed memory.

    Each drawing needs the same buffers as the one before. Given back in between, they return page
    by page, which takes a twelfth of the networks' time. Nothing is done where the C library does
    not offer the choice; it does on Linux with glibc.
    """
    if not sys.platform.startswith("linux"):
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_MMAP_THRESHOLD, _BLOCK)
        mallopt(_TRIM_THRESHOLD, _KEPT)
