"""The rows of the review queue."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.document.color_names import Color
from app.engine.reviewing import Finding, Reason
from app.language import tr
from app.ui.look.row_background import paint_row_background
from app.ui.look.swatches import paint_swatch
from app.ui.look.theme import theme

Index = QModelIndex | QPersistentModelIndex

NameOf = Callable[[Color], tuple[str, Color]]
"""What a source color is called, and what it is painted as."""

FindingRole = Qt.ItemDataRole.UserRole

_MARGIN, _SWATCH, _GAP = 6, QSize(16, 18), 8
_SHORTEST_NAME = 4  # letters, the dots among them
_BETWEEN = 2  # swatches; names need the room that a percentage beside them would take


class FindingModel(QAbstractListModel):
    """Findings in the order in which they should be looked at."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()

    def show(self, findings: Sequence[Finding]) -> None:
        """Show other findings."""
        if tuple(findings) != self._findings:
            self.beginResetModel()
            self._findings = tuple(findings)
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """One row for each finding."""
        return 0 if parent is not None and parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The finding, and words for those who hear the list read."""
        finding = self.finding(index)
        if finding is None:
            return None
        if role == FindingRole:
            return finding
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return tr(
                "Drawing {number}: {reason}", number=finding.number, reason=tr(finding.reason.value)
            )
        return None

    def finding(self, index: object) -> Finding | None:
        """The finding of a row."""
        if isinstance(index, Index) and 0 <= index.row() < len(self._findings):
            return self._findings[index.row()]
        return None

    def index_of(self, finding: Finding | None) -> QModelIndex:
        """The row of a finding; no index when it is not in the list."""
        if finding is not None:
            for row, one in enumerate(self._findings):
                if (one.number, one.region) == (finding.number, finding.region):
                    return self.index(row)
        return QModelIndex()


class FindingDelegate(QStyledItemDelegate):
    """Two swatches over the confidence, the drawing number with both names, and the reason."""

    HEIGHT = 44

    def __init__(self, name_of: NameOf, parent: QWidget) -> None:
        super().__init__(parent)
        self._name_of = name_of

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(100, self.HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        finding: Finding = index.data(FindingRole)
        area, font = option.rect, QFont(option.font)
        painter.save()
        paint_row_background(painter, QRectF(area), option.state)
        small = QFont(font)
        small.setPixelSize(11)
        left, top = area.left() + _MARGIN, area.top() + 6
        names = []
        for color in (finding.color, finding.other):
            name, painted = self._name_of(color)
            names.append(name)
            paint_swatch(painter, QRectF(left, top, _SWATCH.width(), _SWATCH.height()), painted)
            left += _SWATCH.width() + _BETWEEN
        words = area.adjusted(left + _GAP - area.left(), 5, -_MARGIN, -5)
        width = 2 * _SWATCH.width() + _BETWEEN
        painter.setFont(small)
        painter.setPen(theme().color("dim"))
        percent = f"{round(100 * (1 - finding.doubt))} %"
        below = QRectF(area.left() + _MARGIN, area.top(), width, area.height() - 5)
        painter.drawText(
            below, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter, percent
        )
        reason = QFontMetrics(small).elidedText(
            tr(finding.reason.value).capitalize(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignBottom, reason)
        if QFontMetrics(font).horizontalAdvance(_title(finding, names)) > words.width():
            font = small  # both names matter more than their size
        painter.setFont(font)
        painter.setPen(theme().color("text"))
        title = fitting_title(finding, names, QFontMetrics(font), words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignTop, title)
        painter.restore()


def fitting_title(finding: Finding, names: Sequence[str], metrics: QFontMetrics, width: int) -> str:
    """The title with its longest name cut, then both, until it fits: it asks about two colors."""
    for most in range(max(map(len, names)), _SHORTEST_NAME - 1, -1):
        cut = [name if len(name) <= most else f"{name[: most - 1].rstrip()}…" for name in names]
        title = _title(finding, cut)
        if metrics.horizontalAdvance(title) <= width:
            return title
    return metrics.elidedText(title, Qt.TextElideMode.ElideRight, width)


def _title(finding: Finding, names: Sequence[str]) -> str:
    color, other = names
    if finding.color == finding.other:
        return f"{finding.number}  {color}"
    if finding.reason is Reason.POP:
        return f"{finding.number}  {other} → {color}"
    return tr("{number}  {color} or {other}?", number=finding.number, color=color, other=other)
