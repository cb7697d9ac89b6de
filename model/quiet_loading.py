"""Loading a large library without freezing the window.

`import` holds Python's lock while the system maps a library and binds its symbols. For the
library of the networks that takes about a second on a busy machine, in which no window repaints.
A foreign function called through ctypes gives the lock up; the import that follows finds the
library in place.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from pathlib import Path

_NETWORKS_PACKAGE = "torch"
_NETWORKS_LIBRARY = "lib/libtorch_python.so"


def load_networks_library() -> None:
    """Map the library that the networks run on; call it on a worker thread, before they load.

    Where this cannot be done (another system, another layout of the package) nothing happens,
    and the import does the work as ever.
    """
    if not sys.platform.startswith("linux") or _NETWORKS_PACKAGE in sys.modules:
        return
    package = importlib.util.find_spec(_NETWORKS_PACKAGE)
    if package is None or package.origin is None:
        return
    library = Path(package.origin).parent / _NETWORKS_LIBRARY
    if library.exists():
        dlopen = ctypes.CDLL(None).dlopen
        dlopen.argtypes = [ctypes.c_char_p, ctypes.c_int]
        dlopen.restype = ctypes.c_void_p
        dlopen(os.fsencode(library), os.RTLD_NOW | os.RTLD_LOCAL)
