"""The system libraries that Qt needs on Linux and does not bring along.

Qt answers a missing one with an ImportError for the first, or ends the process; we look before
it does and name all of them at once, with the command that installs them.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping

_ALWAYS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
_ON_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def why_no_window(environment: Mapping[str, str] | None = None) -> str | None:
    """One sentence on why no window can open here; None when it probably can.

    Args:
        environment: variables; those of this process when None.
    """
    if not sys.platform.startswith("linux"):
        return None
    variables = os.environ if environment is None else environment
    platform = variables.get("QT_QPA_PLATFORM", "")
    needed = dict(_ALWAYS)
    if not platform:
        if not (variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY")):
            return (
                "There is no display to open a window on; log in to a desktop, "
                "or use “shiage colorize”, which needs none."
            )
        if not variables.get("WAYLAND_DISPLAY"):
            needed.update(_ON_X11)
    elif platform.startswith("xcb"):
        needed.update(_ON_X11)
    missing = [library for library in needed if not _can_load(library)]
    if not missing:
        return None
    packages = " ".join(needed[library] for library in missing)
    return (
        f"The window needs {', '.join(missing)}, which this system lacks; "
        f"run: sudo apt-get install {packages}"
    )


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
