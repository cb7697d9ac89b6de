"""What the disk means by an error."""

from __future__ import annotations

import errno


def is_full(error: OSError) -> bool:
    """There is no room left, or none for this user."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT)


def is_forbidden(error: OSError) -> bool:
    """The user may not write there, or nobody may."""
    return error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
