"""A folder that belongs to the user alone, for what is long to build: checked programs, tables of a grammar that changed.

Never a shared folder: some of what is kept there is a pickle. Without such a folder nothing is kept.
"""

import os
from pathlib import Path


def private_cache() -> Path | None:
    """A folder that only this user can write to, or None."""
    base = os.environ.get("XDG_CACHE_HOME") or (Path.home() / ".cache" if _has_home() else None)
    if base is None or not hasattr(os, "getuid"):
        return None
    place = Path(base) / "justesse"
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = place.stat()
    except OSError:
        return None
    return place if status.st_uid == os.getuid() and not status.st_mode & 0o022 else None


def _has_home() -> bool:
    return bool(os.environ.get("HOME"))
