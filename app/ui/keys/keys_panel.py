"""The keys of the shot, each with its color image."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.engine.lent_keys import can_borrow
from app.language import tr
from app.ui.controls.actions import Act, Actions
from app.ui.controls.widgets import ElidedLabel, explain, label, tool_button
from app.ui.desk.session import Session
from app.ui.look.icons import icon
from app.ui.view.pictures import Pictures

_THUMB = QSize(64, 48)
_MARGIN = 6


class KeyCard(QFrame):
    """One key: click shows its drawing.

    Signals:
        chosen(int): clicked; its drawing number.
        removal_asked(int): its remove button was pressed.
    """

    chosen = Signal(int)
    removal_asked = Signal(int)

    def __init__(self, number: int, file_name: str) -> None:
        super().__init__()
        self.setObjectName("keyCard")
        self.setFixedHeight(_THUMB.height() + 2 * _MARGIN)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(file_name)
        self._number = number
        self._thumb = QLabel()
        self._thumb.setFixedSize(_THUMB)
        self._thumb.setAlignment(Qt.AlignmentFlag.AlignCenter)
        remove = QToolButton()
        remove.setIcon(icon("close", "dim"))
        explain(remove, tr("Drawing {number} is no key any more", number=number))
        remove.setAccessibleName(tr("Remove key {number}", number=number))
        remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        remove.clicked.connect(self._on_remove)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(label(tr("Drawing {number}", number=number), "keyNumber"))
        name = ElidedLabel("dim", Qt.TextElideMode.ElideLeft)
        name.setText(file_name)
        words.addWidget(name)
        words.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, 4, _MARGIN)
        layout.setSpacing(10)
        layout.addWidget(self._thumb)
        layout.addLayout(words, 1)
        layout.addWidget(remove)

    def show_thumbnail(self, pixmap: QPixmap) -> None:
        """Show the color image, on white paper."""
        self._thumb.setStyleSheet("background: #ffffff; border-radius: 3px;")
        self._thumb.setPixmap(pixmap)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        self.chosen.emit(self._number)

    @Slot()
    def _on_remove(self) -> None:
        self.removal_asked.emit(self._number)


class KeysPanel(QWidget):
    """All keys in a column.

    Signals:
        removal_asked(int): the user wants this drawing to be a key no more.
    """

    removal_asked = Signal(int)

    def __init__(
        self,
        session: Session,
        pictures: Pictures,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures = pictures
        self._borrow = actions[Act.BORROW_KEYS]
        self._cards: dict[int, KeyCard] = {}
        self._hint = label("", "panelHint", True)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(label(tr("KEYS"), "panelTitle"), 1)
        head.addWidget(tool_button(actions[Act.ADD_KEYS]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._hint)
        layout.addLayout(self._column)
        session.shot_changed.connect(self._rebuild)
        session.keys_changed.connect(self._rebuild)
        self._borrow.toggled.connect(self._rebuild)
        pictures.key_thumbnail_ready.connect(self._fill_thumbnails)

    @property
    def numbers(self) -> list[int]:
        """Drawing numbers of the keys on show."""
        return list(self._cards)

    @Slot()
    def _rebuild(self) -> None:
        for card in self._cards.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        shot = self._session.shot
        keys = {} if shot is None else shot.keys
        self._cards = {number: KeyCard(number, path.name) for number, path in keys.items()}
        for card in self._cards.values():
            card.chosen.connect(self._session.go_to)
            card.removal_asked.connect(self.removal_asked)
            self._column.addWidget(card)
        self._hint.setVisible(not keys)
        borrows = shot is not None and self._borrow.isChecked()
        self._hint.setText(
            tr(
                "This shot has no keys: Colorize uses those of other shots. "
                "Drop colored drawings on the timeline to add its own."
            )
            if borrows and can_borrow(shot, self._session.show.shots)
            else tr("Drop the colored key drawings on the timeline.")
        )
        self._fill_thumbnails()

    @Slot()
    def _fill_thumbnails(self) -> None:
        shot = self._session.shot
        if shot is None:
            return
        ratio = self.devicePixelRatioF()
        for number, card in self._cards.items():
            image = self._pictures.key_thumbnail(shot.keys[number], _THUMB * ratio)
            if image is not None:
                pixmap = QPixmap.fromImage(image)
                pixmap.setDevicePixelRatio(ratio)
                card.show_thumbnail(pixmap)
