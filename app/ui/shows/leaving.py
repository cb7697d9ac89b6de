"""Before the open show goes: what is to become of its unsaved work?"""

from __future__ import annotations

from collections.abc import Callable

from app.language import marked, tr
from app.ui.controls.file_choice import FileChooser
from app.ui.desk.session import Session
from app.ui.shows.autosaving import Autosaving
from app.ui.shows.show_saving import ShowSaving

_SAVE, _SAVE_AS = marked("Save"), marked("Save as…")
_DISCARD, _LEAVE = marked("Discard"), marked("Leave unsaved")


class Leaving:
    """Asks when there is something to ask."""

    def __init__(
        self, session: Session, saving: ShowSaving, autosaving: Autosaving, chooser: FileChooser
    ) -> None:
        self._session = session
        self._saving = saving
        self._autosaving = autosaving
        self._chooser = chooser

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Find out whether the show may be left.

        Args:
            then: called when it may be left later, after it was saved.

        Returns:
            True when it may be left at once; False when the user stays, or `then` follows.
        """
        if not self._saving.is_dirty:
            self._autosaving.forget()
            return True
        show = self._session.show
        if show.path is None:
            text = tr("“{name}” is not saved as a show yet.", name=show.name)
            detail = tr("If you leave it unsaved, its work is kept and offered at the next start.")
            answer = self._ask(text, detail, _SAVE_AS, _LEAVE)
        else:
            text = tr("“{name}” has changes that are not saved.", name=show.name)
            detail = tr("Discarded changes cannot be brought back.")
            answer = self._ask(text, detail, _SAVE, _DISCARD)
        if answer in (_SAVE, _SAVE_AS):
            self._saving.save(then)
        elif answer == _LEAVE:
            self._autosaving.keep_and_leave()
        elif answer == _DISCARD:
            self._autosaving.forget()
        return answer in (_LEAVE, _DISCARD)

    def _ask(self, text: str, detail: str, *answers: str) -> str | None:
        words = {tr(answer): answer for answer in answers}
        return words.get(self._chooser.decision(text, detail, tuple(words)) or "")
