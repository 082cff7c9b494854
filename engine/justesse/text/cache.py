"""A folder that belongs to the user alone, for what is long to build: checked programs, tables of a grammar that changed.

Never a shared folder: some of what is kept there is a pickle. Without such a folder nothing is kept.
"""

import contextlib
import os
from pathlib import Path

from justesse.text.digest import sha256_of

_MOST = 24


def private_cache() -> Path | None:
    """A folder that only this user can write to, or None."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    base = named if os.path.isabs(named) else Path.home() / ".cache" if _has_home() else None  # XDG: a relative one is ignored
    if base is None or not hasattr(os, "getuid"):
        return None
    place = Path(base) / "justesse"
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = place.stat()
    except OSError:
        return None
    return place if status.st_uid == os.getuid() and not status.st_mode & 0o022 else None


def modules_stamp(*parts: str) -> str:
    """Changes whenever a module of these parts of the engine does, so that nothing an older engine made is read."""
    package = Path(__file__).parent.parent
    stamps = [f"{path}:{path.stat().st_mtime_ns}" for part in parts for path in sorted((package / part).glob("*.py"))]
    return sha256_of(*stamps)[:12]


def forget_oldest(place: Path) -> None:
    """Of the files of one kind (« kernel-… »), keep the newest and this one: a folder of what can be built again stays small."""
    kind = place.name.partition("-")[0]
    with contextlib.suppress(OSError):
        found = sorted(place.parent.glob(f"{kind}-*"), key=lambda one: one.stat().st_mtime_ns)
        for one in found[:-_MOST]:
            if one != place:
                one.unlink()


def _has_home() -> bool:
    return bool(os.environ.get("HOME"))
