from __future__ import annotations

import platform
import subprocess
import sys

import pytest

# Takes and frees three buffers as large as the networks' widest, again and again, and prints how
# many pages the system had to hand out for them after the first round.
_ROUNDS = """
import resource
import numpy as np
from model.allocation import keep_freed_memory

def faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt

def round():
    buffers = [np.ones(11 << 17) for _ in range(3)]

{prepare}
round()
before = faults()
for _ in range(5):
    round()
print(faults() - before)
"""


def _pages(prepare: str) -> int:
    program = _ROUNDS.format(prepare=prepare)
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return int(result.stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other libraries offer no choice")
def test_freed_memory_serves_the_next_drawing() -> None:
    assert _pages("keep_freed_memory()") < 100 < _pages("")
