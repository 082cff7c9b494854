"""A file written whole or not at all: its content goes to a neighbour, which then takes its place."""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Put this content at `path`; a link keeps leading there.

    The rights are those of the file it replaces, else of any new file. Raises OSError; whatever stops it leaves nothing beside.
    """
    place = path.resolve()
    with tempfile.NamedTemporaryFile(dir=place.parent, prefix=f".{place.name}.", delete=False) as file:
        beside = Path(file.name)
        try:
            file.write(content)
            file.flush()
            if place.exists():
                shutil.copymode(place, beside)
            else:
                beside.chmod(0o666 & ~_umask())
            os.replace(beside, place)
        except BaseException:
            with contextlib.suppress(OSError):
                beside.unlink()
            raise


def _umask() -> int:
    """The rights that new files of this process do not have: there is no asking without setting."""
    rights = os.umask(0)
    os.umask(rights)
    return rights
