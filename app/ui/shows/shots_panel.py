"""The shots of the show, each with how far it is."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.document.shot import Shot
from app.document.show import ShotState
from app.language import tr, trn
from app.ui.controls.actions import Act, Actions
from app.ui.controls.widgets import label, tool_button
from app.ui.desk.session import Session
from app.ui.look.theme import theme

_ROW = 44
_SummaryRole = Qt.ItemDataRole.UserRole + 1
_KeysRole = Qt.ItemDataRole.UserRole + 2


class _ShotDelegate(QStyledItemDelegate):
    """Two lines: name and number of keys, and below them how far the shot is."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As wide as there is room."""
        return QSize(40, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row; the shot on the desk is marked at its left edge."""
        area: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_current or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme().color("hover" if is_current else "raised"))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 5, 5)
        if is_current:
            painter.setBrush(theme().color("mark"))
            painter.drawRoundedRect(QRect(area.left(), area.top() + 9, 3, area.height() - 18), 1, 1)
        _draw_words(painter, area.adjusted(12, 5, -8, -5), index, is_current)
        painter.restore()


def _draw_words(
    painter: QPainter, area: QRect, index: QModelIndex | QPersistentModelIndex, is_bold: bool
) -> None:
    font = painter.font()
    font.setPixelSize(11)
    painter.setFont(font)
    painter.setPen(theme().color("dim"))
    keys = index.data(_KeysRole)
    top, right = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignRight
    painter.drawText(area.adjusted(0, 2, 0, 0), top | right, keys)
    _draw_line(painter, area, index.data(_SummaryRole), Qt.AlignmentFlag.AlignBottom)
    taken = painter.fontMetrics().horizontalAdvance(keys) + 8
    font.setPixelSize(13)
    font.setBold(is_bold)
    painter.setFont(font)
    painter.setPen(theme().color("text"))
    _draw_line(painter, area.adjusted(0, 0, -taken, 0), index.data(), top)


def _draw_line(painter: QPainter, area: QRect, text: str, where: Qt.AlignmentFlag) -> None:
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, area.width())
    painter.drawText(area, where | Qt.AlignmentFlag.AlignLeft, elided)


class ShotsPanel(QWidget):
    """All shots in a column; a click puts one on the desk.

    Attributes:
        rows: the list.

    Signals:
        counted(int): the show has that many shots; 0 while a single bare one needs no list.
    """

    counted = Signal(int)

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self.rows = QListWidget()
        self.rows.setObjectName("shots")
        self.rows.setItemDelegate(_ShotDelegate(self.rows))
        self.rows.setFrameShape(QFrame.Shape.NoFrame)
        self.rows.setMouseTracking(True)
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.rows.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.rows.setAccessibleName(tr("Shots"))
        self.rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.rows.customContextMenuRequested.connect(self._show_menu)
        self.rows.currentRowChanged.connect(self._on_row)
        head = QHBoxLayout()
        head.addWidget(label(tr("SHOTS"), "panelTitle"), 1)
        head.addWidget(tool_button(actions[Act.ADD_SHOT]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.rows, 1)
        self._shots: tuple[Shot, ...] = ()
        self._told: dict[Shot, tuple[ShotState, float]] = {}
        session.show_changed.connect(self._refresh)
        session.shot_changed.connect(self._refresh)
        self._refresh()

    @property
    def texts(self) -> list[tuple[str, str, str]]:
        """Name, keys and summary of each row."""
        items = [self.rows.item(row) for row in range(self.rows.count())]
        return [(item.text(), item.data(_KeysRole), item.data(_SummaryRole)) for item in items]

    @Slot()
    def _refresh(self) -> None:
        show = self._session.show
        is_needed = len(show.shots) > 1 or show.path is not None
        self.rows.blockSignals(True)
        if show.shots != self._shots:
            self._rebuild(show.shots)
        for row, (shot, state) in enumerate(zip(show.shots, show.state().shots, strict=True)):
            told = (state, self._session.doubt_below)
            if self._told.get(shot) != told:
                self._told[shot] = told
                self._tell(self.rows.item(row), shot)
            if shot is self._session.shot:
                self.rows.setCurrentRow(row)
        self.rows.blockSignals(False)
        self.counted.emit(len(show.shots) if is_needed else 0)

    def _tell(self, item: QListWidgetItem, shot: Shot) -> None:
        keys, summary = keys_of(shot), summary_of(shot, self._session.doubtful_drawings(shot))
        item.setData(_KeysRole, keys)
        item.setData(_SummaryRole, summary)
        item.setToolTip(f"{shot.name}\n{shot.folder}\n{keys} · {summary}")

    def _rebuild(self, shots: tuple[Shot, ...]) -> None:
        self._shots = shots
        self._told.clear()
        self.rows.clear()
        for shot in shots:
            self.rows.addItem(QListWidgetItem(shot.name))

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._shots):
            self._session.show_shot(self._shots[row])

    @Slot(QPoint)
    def _show_menu(self, point: QPoint) -> None:
        if self.rows.itemAt(point) is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in (Act.RELINK, Act.REMOVE_SHOT):
            menu.addAction(self._actions[act])
        menu.popup(self.rows.viewport().mapToGlobal(point))


def drawings_of(shot: Shot) -> str:
    """How many drawings a shot has: `12 drawings`."""
    return trn("{count} drawing", "{count} drawings", len(shot.drawings))


def keys_of(shot: Shot) -> str:
    """How many keys a shot has: `2 keys`."""
    return trn("{count} key", "{count} keys", len(shot.keys)) if shot.keys else tr("no keys")


def summary_of(shot: Shot, doubtful: int) -> str:
    """How far a shot is: `5 of 12 colored · 1 doubtful`."""
    words = [
        tr("{colored} of {count} colored", colored=len(shot.colorings), count=len(shot.drawings))
    ]
    if doubtful:
        words.append(tr("{count} doubtful", count=doubtful))
    return " · ".join(words)
