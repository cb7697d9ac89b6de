"""What is said about footage."""

from __future__ import annotations

from collections.abc import Sequence

from app.engine.imported_shot import ImportedShot
from app.jobs.job import Outcome
from app.language import tr, trn
from app.ui.messages.sentences import told


def title_of(shot: ImportedShot) -> str:
    """Which part of the footage a shot is."""
    if shot.first == 0:
        return shot.name
    return tr("Frames {first}–{last}", first=shot.first, last=shot.last)


def details_of(shot: ImportedShot) -> tuple[str, str]:
    """How much there is of a shot, or why it was left out; and where it comes from."""
    if shot.reason is not None:
        return told(shot.reason), shot.source
    return trn("{count} drawing", "{count} drawings", shot.drawings), shot.source


def summary_of(used: Sequence[ImportedShot], kept: int, left_out: int) -> str:
    """How much there is to learn from."""
    if not kept and not left_out:
        return ""
    drawings = sum(shot.drawings for shot in used)
    words = [
        tr(
            "{used} of {kept} shots to learn from, {drawings} drawings",
            used=len(used),
            kept=kept,
            drawings=drawings,
        )
    ]
    if left_out:
        words.append(tr("{count} left out", count=left_out))
    return " · ".join(words)


def ending_of(outcome: Outcome, kept: int) -> str:
    """How an import went."""
    if outcome == Outcome.CANCELLED:
        return tr("Stopped. The shots that were finished are kept.")
    if kept == 0:
        return tr("Nothing in it can be learned from; the reasons stand beside its shots.")
    return trn("1 shot was imported.", "{count} shots were imported.", kept)
