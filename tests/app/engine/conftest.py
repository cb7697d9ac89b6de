from __future__ import annotations

import pytest

from tests.app.engine.fakes import FakeNetworks


@pytest.fixture
def networks(monkeypatch: pytest.MonkeyPatch) -> FakeNetworks:
    """Fake networks in place of the real ones."""
    fake = FakeNetworks()
    monkeypatch.setattr("app.engine.shot_painter.Networks", lambda w, d: fake.open(w, d))
    return fake
