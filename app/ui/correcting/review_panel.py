"""The panel of the review queue: what to look at, why, and what to answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QListView,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.engine.reviewing import Finding
from app.language import marked, tr, trn
from app.ui.controls.actions import Act, Actions
from app.ui.controls.widgets import explain, label, push_button, tool_button
from app.ui.correcting.review import QueueKind, ReviewQueue
from app.ui.correcting.review_list import FindingDelegate, FindingModel, NameOf

_KIND_TIPS = {
    QueueKind.DOUBTS: marked("Regions that the coloring is not sure of"),
    QueueKind.POPS: marked("Regions whose color changes between neighboring drawings"),
}
_SHORTEST = 2  # rows of the list that are always seen


class ReviewPanel(QWidget):
    """Findings as a list, with the answers under it.

    Signals:
        threshold_chosen(int): regions below this many percent of confidence are doubtful.
    """

    threshold_chosen = Signal(int)

    def __init__(
        self,
        queue: ReviewQueue,
        actions: Actions,
        name_of: NameOf,
        threshold: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._queue = queue
        self._model = FindingModel(self)
        self._list = QListView()
        self._list.setObjectName("findings")
        self._list.setModel(self._model)
        self._list.setItemDelegate(FindingDelegate(name_of, self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setMinimumHeight(_SHORTEST * FindingDelegate.HEIGHT)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(tr("Regions to look at"))
        self._summary = label("", "panelHint", wraps=True)
        self._kinds = QButtonGroup(self)
        self._threshold, self._percent = QSlider(Qt.Orientation.Horizontal), label("", "dim")
        self._lay_out(actions, threshold)
        self._list.clicked.connect(self._on_clicked)
        self._list.activated.connect(self._on_clicked)
        queue.changed.connect(self.refresh)
        queue.moved.connect(self._on_moved)
        self.refresh()

    @property
    def summary(self) -> str:
        """The sentence over the list."""
        return self._summary.text()

    def _lay_out(self, actions: Actions, threshold: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._kind_row())
        column.addLayout(self._summary_row(actions))
        column.addLayout(self._threshold_row(threshold))
        column.addWidget(self._list, 1)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addWidget(push_button(actions[Act.USE_OTHER]), 1)
        answers.addWidget(push_button(actions[Act.ACCEPT], is_primary=True), 1)
        column.addLayout(answers)
        column.addWidget(push_button(actions[Act.LEARN_FROM_CORRECTIONS]))

    def _summary_row(self, actions: Actions) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self._summary, 1)
        row.addWidget(tool_button(actions[Act.PREVIOUS_FINDING]))
        row.addWidget(tool_button(actions[Act.NEXT_FINDING]))
        return row

    def _kind_row(self) -> QWidget:
        frame = QFrame()
        frame.setObjectName("modes")
        row = QHBoxLayout(frame)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for kind in QueueKind:
            action = QAction(tr(kind.value), self)
            action.setStatusTip(tr(_KIND_TIPS[kind]))
            action.setToolTip(tr(_KIND_TIPS[kind]))
            action.setCheckable(True)
            action.setChecked(kind is self._queue.kind)
            action.setData(kind)
            button = QToolButton()
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._kinds.addButton(button)
            row.addWidget(button, 1)
            action.toggled.connect(self._on_kind)
        return frame

    def _threshold_row(self, threshold: int) -> QHBoxLayout:
        slider = self._threshold
        slider.setRange(5, 95)
        slider.setSingleStep(5)
        slider.setPageStep(10)
        slider.setValue(threshold)
        explain(slider, tr("Regions that the coloring is less sure of than this are doubtful"))
        slider.setAccessibleName(tr("Doubt threshold"))
        # While it is dragged only the number follows: everything is judged anew at its end.
        slider.setTracking(False)
        slider.sliderMoved.connect(self._show_percent)
        slider.valueChanged.connect(self._on_threshold)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(tr("Doubtful below"), "dim"))
        row.addWidget(slider, 1)
        row.addWidget(self._percent)
        self._show_percent(threshold)
        return row

    @Slot()
    def refresh(self) -> None:
        """Show the findings as they are now."""
        self._model.show(self._queue.findings)
        self._summary.setText(self._words())
        self._threshold.setEnabled(self._queue.kind is QueueKind.DOUBTS)
        self._on_moved(self._queue.current)

    def _words(self) -> str:
        count, drawings = self._queue.counts(self._queue.kind)
        if not count:
            return (
                tr("No doubtful region is left.")
                if self._queue.kind is QueueKind.DOUBTS
                else tr("No color changes between neighboring drawings.")
            )
        where = trn("one drawing", "{count} drawings", drawings)
        if self._queue.kind is QueueKind.DOUBTS:
            return trn(
                "{count} region in {where}",
                "{count} regions in {where}",
                count,
                where=where,
            )
        return trn(
            "{count} color may pop in {where}",
            "{count} colors may pop in {where}",
            count,
            where=where,
        )

    @Slot(bool)
    def _on_kind(self, is_on: bool) -> None:
        action = self.sender()
        if is_on and isinstance(action, QAction):
            self._queue.show_kind(action.data())

    def set_threshold(self, percent: int) -> None:
        """Move the slider, which tells of it."""
        self._threshold.setValue(percent)

    @Slot(int)
    def _show_percent(self, percent: int) -> None:
        self._percent.setText(f"{percent} %")

    @Slot(int)
    def _on_threshold(self, percent: int) -> None:
        self._show_percent(percent)
        self.threshold_chosen.emit(percent)

    @Slot(object)
    def _on_clicked(self, index: object) -> None:
        finding = self._model.finding(index)
        if finding is not None:
            self._queue.go_to(finding)

    @Slot(object)
    def _on_moved(self, finding: Finding | None) -> None:
        index = self._model.index_of(finding)
        self._list.setCurrentIndex(index)
        if index.isValid():
            self._list.scrollTo(index)
