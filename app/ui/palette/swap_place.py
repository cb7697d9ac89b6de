"""The choice of how far a changed color goes: this shot, or all shots of the show."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from app.document.palette import PaletteEntry
from app.document.show_swap import reach_of
from app.language import tr, trn
from app.ui.controls.widgets import explain, label
from app.ui.desk.session import Session
from app.ui.palette.show_colors import ShowColors
from app.ui.palette.swap_words import differing_words, reach_words


class SwapPlace(QWidget):
    """Two choices, and below them how much each would change.

    Attributes:
        this_shot, all_shots: the choices.

    Signals:
        changed(): another choice, or another number of drawings.
    """

    changed = Signal()

    def __init__(self, session: Session, show_colors: ShowColors, entry: PaletteEntry) -> None:
        """Prepare the choice.

        Args:
            session: whose show.
            show_colors: knows where the color is.
            entry: the color, in the palette of the shot on the desk.
        """
        super().__init__()
        self._session = session
        self._show_colors = show_colors
        self._entry = entry
        self.this_shot = QRadioButton(tr("This shot"))
        self.all_shots = QRadioButton()
        self.this_shot.setChecked(True)
        explain(self.this_shot, tr("Change the color in the shot on the desk only"))
        explain(
            self.all_shots,
            tr("Change the color in every shot that paints it the same, in one step"),
        )
        self._reach = label("", "dim", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (self.this_shot, self.all_shots, self._reach):
            layout.addWidget(part)
        self.all_shots.toggled.connect(self._follow)
        show_colors.changed.connect(self._follow)
        self._follow()

    @property
    def is_ready(self) -> bool:
        """False while it is not known yet what is to be changed."""
        return not self.all_shots.isChecked() or self._show_colors.is_complete

    @property
    def words(self) -> str:
        """What the choice would change."""
        return self._reach.text()

    @Slot()
    def _follow(self) -> None:
        shots = len(self._session.show.shots)
        self.all_shots.setText(tr("All shots of the show ({count})", count=shots))
        self._reach.setText(self._describe())
        self.changed.emit()

    def _describe(self) -> str:
        if not self.all_shots.isChecked():
            usage = self._session.colors.usage(self._entry.source)
            return trn("In {count} drawing", "In {count} drawings", usage.drawings)
        if not self._show_colors.is_complete:
            return tr("Reading the keys of the other shots …")
        reach = reach_of(self._show_colors.paints(), self._entry)
        return "\n".join(
            [reach_words(reach, len(self._session.show.shots)), *differing_words(reach)]
        )
