from __future__ import annotations

from tests.app.engine.conftest import networks

__all__ = ["networks"]
