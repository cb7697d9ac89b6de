from __future__ import annotations

import subprocess
import sys

import pytest

CODE = """
import sys
from model.quiet_loading import load_networks_library
load_networks_library()
assert "torch" not in sys.modules
maps = open("/proc/self/maps").read()
sys.exit(0 if "libtorch_python" in maps else 3)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads Linux's /proc")
def test_the_library_is_mapped_before_anything_is_imported() -> None:
    assert subprocess.run([sys.executable, "-c", CODE], check=False).returncode == 0
