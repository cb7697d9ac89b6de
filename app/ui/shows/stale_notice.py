"""Telling which colors are out of date because files changed, for as long as they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QObject, Slot

from app.document.regions import ColoredDrawing
from app.document.shot import Shot
from app.ui.desk.session import Session
from app.ui.messages.notices import Notice, NoticeKind, Notices


class StaleNotice(QObject):
    """Shows the notice, and takes it away when Colorize has brought everything up to date."""

    def __init__(self, session: Session, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._notices = notices
        self._notice: Notice | None = None
        self._outdated: list[tuple[Shot, int, ColoredDrawing]] = []
        session.show_changed.connect(self._look)

    def tell(
        self,
        text: str,
        outdated: Mapping[Shot, Collection[int]],
        details: Sequence[str] = (),
    ) -> None:
        """Say it, in place of what was said of files before.

        Args:
            text: what changed, and what follows.
            outdated: numbers of the drawings whose colors are out of date by that.
            details: as in `Notices.show_notice`.
        """
        self._outdated = [
            (shot, number, coloring)
            for shot, numbers in outdated.items()
            for number in numbers
            if (coloring := shot.coloring(number)) is not None
        ]
        self._notice = self._notices.show_notice(NoticeKind.DISK, text, details=details)

    @Slot()
    def _look(self) -> None:
        if self._notice is None or not self._outdated:
            return
        shots = self._session.show.shots
        self._outdated = [
            (shot, number, coloring)
            for shot, number, coloring in self._outdated
            if shot in shots and shot.coloring(number) is coloring
        ]
        if not self._outdated:
            # Another notice of the kind may have taken its place.
            if self._notice in self._notices.shown:
                self._notice.dismiss()
            self._notice = None
