"""Marking keys: dropped, chosen, offered by the folder, or taken away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Slot

from app.commands.mark_keys import MarkKeys
from app.commands.move_key import MoveKey
from app.document.naming import listed
from app.document.shot import Shot
from app.engine.keys import have_exact_colors, key_problem
from app.language import tr, trn
from app.ui.controls.file_choice import FileChooser
from app.ui.desk.key_drops import KeyDrop, by_number, on_drawing, on_view
from app.ui.desk.session import Session
from app.ui.messages.notices import Choice, NoticeKind, Notices
from app.ui.messages.sentences import told


class KeyMarking(QObject):
    """Turns what the user does with color images into undoable commands."""

    def __init__(
        self, session: Session, notices: Notices, chooser: FileChooser, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._notices = notices
        self._chooser = chooser
        self._offered: WeakKeyDictionary[Shot, Mapping[int, Path]] = WeakKeyDictionary()
        session.shot_changed.connect(self._offer_again)

    def drop(self, paths: Sequence[Path], number: int | None = None) -> None:
        """Color images let go on a drawing of the timeline, or (None) on the view."""
        shot = self._session.shot
        if shot is None:
            return
        if len(paths) > 1:
            self._take(by_number(shot, paths))
        elif number is not None:
            self._take(on_drawing(shot, number, paths[0]))
        else:
            self._take(on_view(shot, self._session.current, paths[0]))

    def offer(self, offered: Mapping[int, Path]) -> None:
        """Offer the keys that lie beside the line art, as often as the shot comes to the desk."""
        shot = self._session.shot
        if shot is not None and offered:
            self._offered[shot] = offered
            self._offer_again()

    @Slot()
    def _offer_again(self) -> None:
        self._notices.dismiss(NoticeKind.OFFER)
        shot = self._session.shot
        if shot is None or shot.keys or shot not in self._offered:
            return
        offered = self._offered[shot]
        ends = {number: offered[number] for number in (min(offered), max(offered))}
        choices = [Choice(tr("Use as keys"), lambda: self._mark(offered), is_primary=True)]
        if len(offered) > 2:
            choices = [
                Choice(tr("Use first and last"), lambda: self._mark(ends), is_primary=True),
                Choice(tr("Use all {count}", count=len(offered)), lambda: self._mark(offered)),
            ]
        self._notices.show_notice(NoticeKind.OFFER, _offer_text(offered), choices)

    def mark_given(self, keys: Mapping[int, Path]) -> None:
        """Keys named on the command line; each is looked at before it is taken."""
        shot = self._session.shot
        if shot is not None:
            problems = {number: key_problem(shot, number, path) for number, path in keys.items()}
            fitting = {number: path for number, path in keys.items() if problems[number] is None}
            refused = tuple(problem for problem in problems.values() if problem is not None)
            self._take(KeyDrop(fitting, refused, ""))

    @Slot()
    def toggle_current(self) -> None:
        """Take the key of the drawing on show away, or ask for its color image."""
        shot = self._session.shot
        if shot is None:
            return
        number = self._session.current
        if self._session.is_blank:
            return
        if number in shot.keys:
            self.remove([number])
            return
        title = tr("Color image of drawing {number}", number=number)
        chosen = self._chooser.images(title, self._start_folder(), several=False)
        if chosen:
            self._take(on_drawing(shot, number, chosen[0]))

    @Slot()
    def choose(self) -> None:
        """Ask for several color images, which go by drawing number."""
        shot = self._session.shot
        if shot is not None:
            chosen = self._chooser.images(tr("Colored key drawings"), self._start_folder(), True)
            if chosen:
                self._take(by_number(shot, chosen))

    def remove(self, numbers: Iterable[int]) -> None:
        """Make keys in-betweens again."""
        shot = self._session.shot
        if shot is not None:
            self._session.undo_stack.push(MarkKeys(shot, dict.fromkeys(numbers)))

    def move(self, source: int, target: int | None) -> None:
        """Give the key of one drawing to another, if it fits there."""
        shot = self._session.shot
        if shot is None or source not in shot.keys:
            return
        problem = self._move_problem(shot, source, target)
        if problem is not None or target is None:
            self._session.said.emit(problem or "")
            return
        self._session.undo_stack.push(MoveKey(shot, source, target))
        self._session.said.emit(
            tr(
                "The key of drawing {source} now belongs to drawing {target}.",
                source=source,
                target=target,
            )
        )

    @Slot()
    def move_to_previous(self) -> None:
        """Give the current key to the drawing before."""
        self._move_by(-1)

    @Slot()
    def move_to_next(self) -> None:
        """Give the current key to the drawing after."""
        self._move_by(1)

    def _move_by(self, step: int) -> None:
        shot = self._session.shot
        if shot is not None:
            index, source = shot.index(self._session.current) + step, self._session.current
            target = shot.drawings[index].number if 0 <= index < len(shot.drawings) else None
            self.move(source, target)
            if target is not None and source not in shot.keys:
                self._session.go_to(target)

    @staticmethod
    def _move_problem(shot: Shot, source: int, target: int | None) -> str | None:
        stays = tr("The key stays with drawing {source}", source=source)
        if target is None:
            return tr("{stays}: there is no drawing to give it to.", stays=stays)
        if target in shot.keys:
            return tr(
                "{stays}: drawing {target} has a key of its own; unmark that one first.",
                stays=stays,
                target=target,
            )
        problem = key_problem(shot, target, shot.keys[source])
        return (
            None
            if problem is None
            else tr("{stays}: {problem}", stays=stays, problem=told(problem))
        )

    def _take(self, drop: KeyDrop) -> None:
        self._notices.dismiss(NoticeKind.ERROR)
        if drop.keys:
            self._mark(drop.keys)
            self._session.said.emit(_with_warning(drop))
        if len(drop.problems) == 1:
            self._notices.show_notice(NoticeKind.ERROR, drop.problems[0])
        elif drop.problems:
            text = tr("{count} images could not be used as keys.", count=len(drop.problems))
            self._notices.show_notice(NoticeKind.ERROR, text, details=drop.problems)

    def _mark(self, keys: Mapping[int, Path]) -> None:
        shot = self._session.shot
        assert shot is not None
        self._notices.dismiss(NoticeKind.OFFER)
        self._session.undo_stack.push(MarkKeys(shot, dict(keys)))

    def _start_folder(self) -> Path:
        shot = self._session.shot
        assert shot is not None
        keys = list(shot.keys.values())
        return keys[-1].parent if keys else shot.folder


def _with_warning(drop: KeyDrop) -> str:
    if not drop.sentence or have_exact_colors(drop.keys.values()):
        return drop.sentence
    return tr(
        "{sentence} A JPEG has no exact colors: each region gets the one it shows most.",
        sentence=drop.sentence,
    )


def _offer_text(offered: Mapping[int, Path]) -> str:
    places = sorted({path.parent.name for path in offered.values()})
    where = ", ".join(f"{place}/" for place in places)
    return trn(
        "Found {count} colored drawing in {where} ({numbers}).",
        "Found {count} colored drawings in {where} ({numbers}).",
        len(offered),
        where=where,
        numbers=listed(sorted(offered)),
    )
