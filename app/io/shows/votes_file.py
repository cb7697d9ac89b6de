"""What a stretch of drawings decided its colors by, as a file named after its content."""

from __future__ import annotations

import hashlib
from pathlib import Path

from app.document.votes import StretchVotes

VOTES_SUFFIX = ".votes"


def votes_name(votes: StretchVotes) -> str:
    """A file name that only this content has."""
    return f"stretch-{_digest(votes.packed)}{VOTES_SUFFIX}"


def read_votes(path: Path) -> StretchVotes | None:
    """Read votes; None when the file is missing or damaged: the stretch can be colored anew."""
    try:
        packed = path.read_bytes()
    except OSError:
        return None
    votes = StretchVotes(packed)
    return votes if votes_name(votes) == path.name else None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:20]
