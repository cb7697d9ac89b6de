"""Which keys do what: the table's own shortcuts, and those that the user has instead."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence

from app.io.settings.shortcuts_file import Keys, load_shortcuts, save_shortcuts
from app.ui.controls.actions import Act, Actions, show_shortcut

_log = logging.getLogger(__name__)

_GIVES_WAY = {Act.PLAY: (Act.ACCEPT, Act.USE_OTHER)}
"""Actions that share keys with others, and leave these to them while those can be done."""


class Shortcuts(QObject):
    """The shortcuts of all actions; every key belongs to one action.

    Signals:
        changed(): an action has other keys.
    """

    changed = Signal()

    def __init__(self, actions: Actions, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._path = path
        self._keys = _settle(load_shortcuts(path))
        for act in {strong for strongs in _GIVES_WAY.values() for strong in strongs}:
            actions[act].enabledChanged.connect(self._give_way)
        self._apply(Act)

    def keys(self, act: Act) -> Keys:
        """The key sequences of an action, in portable text."""
        return self._keys[act]

    def is_default(self, act: Act) -> bool:
        """True while an action has the keys that it came with."""
        return self._keys[act] == default_keys(act)

    def owner(self, key: str, besides: Act) -> Act | None:
        """The action that already has a key and cannot share it with the other one."""
        return next(
            (a for a in Act if a is not besides and key in self._keys[a] and _clash(a, besides)),
            None,
        )

    def set_keys(self, act: Act, keys: Sequence[str]) -> None:
        """Give an action these keys; whatever else had one of them loses it."""
        self._change({act: _normal(keys)})

    def reset(self, act: Act) -> None:
        """Give an action its own keys back; whatever else had one of them loses it."""
        self._change({act: default_keys(act)})

    def reset_all(self) -> None:
        """Give every action its own keys back."""
        self._change({act: default_keys(act) for act in Act})

    def _change(self, wanted: dict[Act, Keys]) -> None:
        before = dict(self._keys)
        self._keys.update(wanted)
        for winner, keys in wanted.items():
            for act in Act:
                if act not in wanted and _clash(act, winner):
                    self._keys[act] = tuple(key for key in self._keys[act] if key not in keys)
        if self._keys != before:
            self._apply(Act)
            self._save()
            self.changed.emit()

    @Slot()
    def _give_way(self) -> None:
        self._apply(_GIVES_WAY)

    def _apply(self, acts: Iterable[Act]) -> None:
        for act in acts:
            taken = {
                key
                for stronger in _GIVES_WAY.get(act, ())
                if self._actions[stronger].isEnabled()
                for key in self._keys[stronger]
            }
            action = self._actions[act]
            wanted = [QKeySequence(key) for key in self._keys[act] if key not in taken]
            if action.shortcuts() != wanted:
                action.setShortcuts(wanted)
                show_shortcut(action)

    def _save(self) -> None:
        own = {act.name: self._keys[act] for act in Act if not self.is_default(act)}
        try:
            save_shortcuts(own, self._path)
        except OSError as error:
            _log.warning("The shortcuts were not kept: %s", error)


def default_keys(act: Act) -> Keys:
    """The keys that an action comes with."""
    return _normal(act.value.shortcuts)


def words_for(key: str) -> str:
    """A key sequence as it is written on this system."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _clash(one: Act, other: Act) -> bool:
    """True when two actions must not have a key in common."""
    return (
        one is not other
        and other not in _GIVES_WAY.get(one, ())
        and one not in _GIVES_WAY.get(other, ())
    )


def _normal(keys: Iterable[str]) -> Keys:
    sequences = (QKeySequence(key) for key in keys)
    known = (s.toString() for s in sequences if not s.isEmpty() and _is_known(s))
    return tuple(dict.fromkeys(known))


def _is_known(sequence: QKeySequence) -> bool:
    return all(
        sequence[place].key() is not Qt.Key.Key_unknown  # type: ignore[index]
        for place in range(sequence.count())
    )


def _settle(own: dict[str, Keys]) -> dict[Act, Keys]:
    """The user's choices, then the defaults of the others; a key stays with the first of two."""
    settled: dict[Act, Keys] = {}
    for act in sorted(Act, key=lambda act: act.name not in own):
        # A choice of none is kept; one of which nothing is known is as good as no choice.
        keys = _normal(own.get(act.name, ()))
        if not keys and own.get(act.name) != ():
            keys = default_keys(act)
        settled[act] = tuple(
            key
            for key in keys
            if not any(key in others and _clash(act, one) for one, others in settled.items())
        )
    return settled
