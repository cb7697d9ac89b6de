from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from app.engine.reviewing import Finding, Reason
from app.ui.correcting.review_list import fitting_title

NAMES = ("Transparent", "Light blue")


def finding(reason: Reason = Reason.TIE) -> Finding:
    return Finding(4, 7, (1, 1), (0, 0, 2, 2), 0.7, reason, (0, 0, 0, 0), (1, 2, 3, 255))


@pytest.fixture
def metrics(qapp: QApplication) -> QFontMetrics:
    return QFontMetrics(QFont(qapp.font()))


def test_a_title_with_room_has_both_names(metrics: QFontMetrics) -> None:
    title = fitting_title(finding(), NAMES, metrics, 10_000)
    assert title == "4  Transparent or Light blue?"


def test_with_less_room_the_longer_name_is_cut_first(metrics: QFontMetrics) -> None:
    names = ("Transparent shadow", "Light blue")
    cut = "4  Transparent… or Light blue?"
    assert fitting_title(finding(), names, metrics, metrics.horizontalAdvance(cut)) == cut


@pytest.mark.parametrize("reason", [Reason.TIE, Reason.POP])
@pytest.mark.parametrize("share", [0.9, 0.75, 0.6, 0.3, 0.1])
def test_a_title_is_never_wider_than_its_room(
    metrics: QFontMetrics, reason: Reason, share: float
) -> None:
    room = int(share * metrics.horizontalAdvance("4  Transparent or Light blue?"))
    title = fitting_title(finding(reason), NAMES, metrics, room)
    assert metrics.horizontalAdvance(title) <= room
    if share >= 0.75:
        assert "Tra" in title and "Lig" in title
