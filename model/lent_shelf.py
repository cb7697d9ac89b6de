"""Lent keys that were studied, kept for the shots of a show that are colored next."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from threading import Lock

from model.colorizer import Colorizer
from model.key_features import KeyDrawing
from model.lent_keys import LentKey

_BYTES = 256 << 20


class LentShelf:
    """Takes what was studied off the shelf again, as long as nothing about it has changed.

    Several threads may ask at a time.
    """

    def __init__(self, most: int = _BYTES) -> None:
        """Begin with nothing.

        Args:
            most: bytes; what was not asked for longest is dropped first.
        """
        self._most = most
        self._kept: OrderedDict[bytes, LentKey] = OrderedDict()
        self._lock = Lock()

    def lent(self, colorizer: Colorizer, key: KeyDrawing, gap: int) -> LentKey:
        """The same as `Colorizer.lend`, which is only asked for what is not here."""
        name = _name(colorizer, key, gap)
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
                return self._kept[name]
        studied = colorizer.lend(key, gap)
        with self._lock:
            self._kept[name] = studied
            while sum(one.nbytes for one in self._kept.values()) > self._most:
                self._kept.popitem(last=False)
        return studied


def _name(colorizer: Colorizer, key: KeyDrawing, gap: int) -> bytes:
    """Equal for the same pixels seen by the same network on the same device."""
    seen_by = f"{colorizer.matcher.fingerprint} {gap} {key.line.shape} {key.color.shape}"
    name = hashlib.blake2b(seen_by.encode())
    name.update(key.line.tobytes())
    name.update(key.color.tobytes())
    return name.digest()
