"""For tests of the application: what is measured of drawings is measured the quick way."""

from __future__ import annotations

import pytest

from tests.model.quick_pairs import leave_out_flow


@pytest.fixture(autouse=True)
def _quick_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    leave_out_flow(monkeypatch)
