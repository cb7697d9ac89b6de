"""Fine-tune on this show: choices before, a run to watch, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.language import tr
from app.ui.controls.widgets import explain, set_primary
from app.ui.desk.session import Session
from app.ui.learning.finetune_run import TuningRun
from app.ui.learning.finetune_setup import TuningSetup
from app.ui.learning.finetuning import FineTuning, Stage
from app.ui.learning.learned import Learned
from app.ui.learning.tuning_words import end_words

_SIZE = (940, 640)


class FineTuneDialog(QDialog):
    """A view of the show's fine-tuning; closing it ends nothing.

    Attributes:
        setup: before.
        run: during and after.
        begin, pause, stop: what can be done with a run.
        back, color, anew: what can be done after it.

    Signals:
        begin_asked(): begin as chosen in `setup`.
        color_asked(): color the shot on the desk anew.
        use_asked(object): color the show with a fine-tuning, or None for the weights of Shiage.
    """

    begin_asked = Signal()
    color_asked = Signal()
    use_asked = Signal(object)

    def __init__(
        self,
        tuning: FineTuning,
        learned: Learned,
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Fine-tune on this show"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._tuning, self._learned, self._session = tuning, learned, session
        self._chooses = not tuning.is_running and tuning.record is None
        self.setup, self.run = TuningSetup(learned), TuningRun(tuning)
        self._pages = QStackedWidget()
        self.begin, self.pause = QPushButton(tr("Start")), QPushButton()
        self.stop, self.back = QPushButton(tr("Stop")), QPushButton()
        self.color = QPushButton(tr("Color the shot again"))
        self.anew = QPushButton(tr("New fine-tuning…"))
        self._close = QPushButton(tr("Close"))
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        for page in (self.setup, self.run):
            self._pages.addWidget(page)
        explain(self.stop, tr("End now; the best so far is measured, and used if it wins"))
        explain(self.color, tr("Color all drawings of the shot on the desk with what was learned"))
        explain(self.anew, tr("Choose how to go on"))
        explain(self._close, tr("A run goes on without this dialog; the bottom bar shows it"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.pause, self.stop, self.anew):
            buttons.addWidget(button)
        buttons.addStretch()
        for button in (self.back, self.color, self._close, self.begin):
            button.setMinimumWidth(96)
            buttons.addWidget(button)
        for button in (self.pause, self.stop, self.anew, self.back, self.color, self._close):
            button.setAutoDefault(False)
        set_primary(self.begin, True)
        self.begin.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._pages, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.begin.clicked.connect(self.begin_asked)
        self.pause.clicked.connect(self._on_pause)
        self.stop.clicked.connect(self._tuning.stop)
        self.back.clicked.connect(self._on_back)
        self.color.clicked.connect(self.color_asked)
        self.anew.clicked.connect(self._on_anew)
        self._close.clicked.connect(self.close)
        self.setup.history.use_asked.connect(self.use_asked)
        self._tuning.changed.connect(self._on_changed)
        self._session.show_changed.connect(self._on_show_changed)
        self._session.show_opened.connect(self.close)

    @Slot()
    def refresh(self) -> None:
        """Show everything as it is now."""
        tuning = self._tuning
        runs = tuning.is_running
        chooses = self._chooses and not runs
        self._pages.setCurrentWidget(self.setup if chooses else self.run)
        self.begin.setVisible(chooses)
        self.pause.setVisible(runs)
        self.stop.setVisible(runs)
        self.anew.setVisible(not runs and not chooses)
        is_stopping = tuning.stage is Stage.STOPPING
        self.pause.setEnabled(tuning.stage is Stage.LEARNING)
        self.stop.setEnabled(not is_stopping)
        self.pause.setText(tr("Go on") if tuning.is_paused else tr("Pause"))
        explain(
            self.pause,
            tr("Learn on") if tuning.is_paused else tr("Leave the machine to other programs"),
        )
        self._settle_after(not runs and not chooses)
        if chooses:
            self._refresh_setup()

    def _settle_after(self, is_after: bool) -> None:
        """What can be done with what was learned."""
        record = self._tuning.record
        has_won = is_after and record is not None and record.has_won
        is_used = record is not None and self._learned.in_use == record.id
        self.back.setVisible(has_won)
        self.back.setText(tr("Go back") if is_used else tr("Use what was learned"))
        explain(
            self.back,
            tr("Color with the weights from before again")
            if is_used
            else tr("Color the show with what was learned from now on"),
        )
        self.color.setVisible(has_won and is_used)
        set_primary(self.color, True)
        shot = self._session.shot
        self.color.setEnabled(shot is not None and bool(shot.keys))

    def _refresh_setup(self) -> None:
        tuning = self._tuning
        shots = [shot for shot in self._session.show.shots if shot.keys or shot.corrections]
        self.setup.refresh(len(shots), self._learned.interrupted())
        self.setup.tell(end_words(tuning) if tuning.stage is Stage.OVER and tuning.error else "")

    @Slot()
    def _on_changed(self) -> None:
        if self._tuning.is_running:
            self._chooses = False
        elif self._tuning.stage is Stage.OVER and not self._tuning.points:
            # Nothing to look at: why that is stands above the choices.
            self._chooses = True
        self.refresh()

    @Slot()
    def _on_show_changed(self) -> None:
        if not self._tuning.is_running:
            self.run.refresh()
            self.refresh()

    @Slot()
    def _on_pause(self) -> None:
        self._tuning.set_paused(not self._tuning.is_paused)

    @Slot()
    def _on_back(self) -> None:
        record = self._tuning.record
        if record is not None:
            is_used = self._learned.in_use == record.id
            self.use_asked.emit(self._tuning.weights_before if is_used else record.id)

    @Slot()
    def _on_anew(self) -> None:
        self._chooses = True
        self.refresh()
