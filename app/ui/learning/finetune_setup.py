"""Before a fine-tuning: what there is to learn from, how long it may take, where it begins."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.io.shows.weights_store import Length, TuningPlan, TuningRecord
from app.language import marked, tr
from app.ui.controls.widgets import explain, label
from app.ui.learning.finetune_history import TuningHistory
from app.ui.learning.learned import Learned
from app.ui.learning.tuning_words import stock_words, when_words
from app.ui.look.icons import IconMark

_LENGTHS: Sequence[tuple[str, Length, str]] = (
    (marked("2 minutes"), Length(2.0), marked("Enough for a first gain, over a cup of tea")),
    (marked("15 minutes"), Length(15.0), marked("Learns also how the show’s colors blend")),
    (
        marked("Overnight (8 hours)"),
        Length(480.0),
        marked("All that the show has to teach; stop it any time, the best so far is kept"),
    ),
    (
        marked("30 epochs, as in the paper"),
        Length(None),
        marked("Every drawing thirty times, however long that takes"),
    ),
)


class TuningSetup(QWidget):
    """The choices of a run, and the fine-tunings there were.

    Attributes:
        lengths: a radio button for each length.
        from_last, from_own: what it begins with.
        stock: what there is to learn from, in words.
        history: earlier fine-tunings.
        banner: tells of a run that was cut off.
        resume, discard: the answers to that.
        message: why the last run broke off.

    Signals:
        resume_asked(), discard_asked(): about the run that was cut off.
    """

    resume_asked = Signal()
    discard_asked = Signal()

    def __init__(self, learned: Learned, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._learned = learned
        self._last: TuningRecord | None = None
        self.stock = label("", "", wraps=True)
        self.lengths = [QRadioButton(tr(words)) for words, _, _ in _LENGTHS]
        self.from_last, self.from_own = QRadioButton(""), QRadioButton(tr("Shiage’s own weights"))
        self.history = TuningHistory(learned)
        self.banner, self._cut_off = QFrame(), label("", "", wraps=True)
        self.resume, self.discard = QPushButton(tr("Go on")), QPushButton(tr("Throw away"))
        self.message = label("", "warning", wraps=True)
        self._groups = [QButtonGroup(self), QButtonGroup(self)]
        for button in self.lengths:
            self._groups[0].addButton(button)
        for button in (self.from_last, self.from_own):
            self._groups[1].addButton(button)
        self.lengths[0].setChecked(True)
        self._lay_out()
        self.resume.clicked.connect(self.resume_asked)
        self.discard.clicked.connect(self.discard_asked)

    @property
    def length(self) -> Length:
        """How long the run may take."""
        chosen = next(row for row, button in enumerate(self.lengths) if button.isChecked())
        return _LENGTHS[chosen][1]

    @property
    def start(self) -> str | None:
        """Id of the fine-tuning to go on from; None for the weights of Shiage."""
        goes_on = self._last is not None and self.from_last.isChecked()
        return self._last.id if goes_on and self._last is not None else None

    def refresh(self, shots: int, interrupted: TuningPlan | None) -> None:
        """Show what there is now.

        Args:
            shots: how many the show has that something can be learned from.
            interrupted: a run that was cut off, or None.
        """
        self.stock.setText(tr("{stock}.", stock=stock_words(self._learned.stock(), shots)))
        last = self._learned.last()
        if last != self._last:
            (self.from_own if last is None else self.from_last).setChecked(True)
        self._last = last
        self.from_last.setEnabled(last is not None)
        self.from_last.setText(
            tr("What the show learned on {when}", when=when_words(last.when))
            if last is not None
            else tr("What the show has learned (nothing yet)")
        )
        if not self.from_last.isChecked():
            self.from_own.setChecked(True)
        self.banner.setVisible(interrupted is not None)
        if interrupted is not None:
            self._cut_off.setText(
                tr(
                    "A fine-tuning of {when} was cut off. It goes on where it was.",
                    when=when_words(interrupted.when),
                )
            )
        self.history.refresh()

    def tell(self, sentence: str) -> None:
        """Say why there is nothing to show of a run."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        self._lay_out_banner()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.message)
        column.addWidget(label(tr("WHAT THERE IS TO LEARN FROM"), "panelTitle"))
        column.addWidget(self.stock)
        column.addWidget(
            label(
                tr(
                    "Some of it is kept apart and measured on: what was learned is used only if "
                    "it wins there."
                ),
                "dim",
                wraps=True,
            )
        )
        column.addSpacing(10)
        column.addLayout(self._choices())
        column.addSpacing(10)
        column.addWidget(self.history, 1)

    def _lay_out_banner(self) -> None:
        self.banner.setObjectName("popover")
        row = QHBoxLayout(self.banner)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(8)
        row.addWidget(IconMark("backup-restore", "mark", 18))
        row.addWidget(self._cut_off, 1)
        explain(self.resume, tr("Go on with the run that was cut off"))
        explain(self.discard, tr("Forget the run that was cut off; the weights in use stay"))
        for button in (self.discard, self.resume):
            button.setAutoDefault(False)
            row.addWidget(button)

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(4)
        grid.addWidget(label(tr("HOW LONG"), "panelTitle"), 0, 0)
        grid.addWidget(label(tr("BEGIN WITH"), "panelTitle"), 0, 1)
        for row, (button, (_, _, tip)) in enumerate(zip(self.lengths, _LENGTHS, strict=True), 1):
            explain(button, tr(tip))
            grid.addWidget(button, row, 0)
        explain(self.from_last, tr("Learn more on top of it"))
        explain(self.from_own, tr("Begin anew, as if the show had learned nothing yet"))
        grid.addWidget(self.from_last, 1, 1)
        grid.addWidget(self.from_own, 2, 1)
        grid.setColumnStretch(1, 1)
        return grid
