"""A file written whole or not at all: its content goes to a neighbour, which then takes its place."""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Put this content at `path`, with the rights of the file it replaces; a link keeps leading there. Raises OSError."""
    place = path.resolve()
    with tempfile.NamedTemporaryFile(dir=place.parent, prefix=f".{place.name}.", delete=False) as file:
        beside = Path(file.name)
        try:
            file.write(content)
            file.flush()
            if place.exists():
                shutil.copymode(place, beside)
            os.replace(beside, place)
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink()
            raise
