"""C compiled by the compiler of the machine, kept in the private folder. Writes no C."""

import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from justesse.compiled.built import Built, built_at
from justesse.compiled.c_program import c_of
from justesse.compiled.machine import Machine
from justesse.text.cache import forget_oldest, private_cache

_FLAGS = ("-O2", "-fno-tree-slp-vectorize", "-shared", "-fPIC", "-w")
_OF_FEW = ("-finline-functions",)
"""For a program of a few functions: a tenth less work in each dossier; a large one would only grow."""
_FEW = 200_000
"""Characters of C."""


def built_by_c(key: str, machine: Callable[[], Machine]) -> Built | None:
    """Built the first time; None when this machine has no C compiler or no private folder."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    folder = private_cache()
    if compiler is None or folder is None:
        return None
    asked = f"{key}\0{platform.machine()}\0{' '.join((*_FLAGS, *_OF_FEW))}\0{_FEW}"
    place = folder / f"kernel-{hashlib.sha256(asked.encode()).hexdigest()[:24]}.so"
    if not place.exists() and not _compiled(compiler, c_of(machine()), place):
        return None
    library = ctypes.CDLL(str(place))
    return built_at(lambda name: ctypes.cast(getattr(library, name), ctypes.c_void_p).value or 0, library)


def _compiled(compiler: str, text: str, place: Path) -> bool:
    """Compile beside, then put in place at once."""
    with tempfile.TemporaryDirectory(dir=place.parent) as folder:
        source, made = Path(folder) / "kernel.c", Path(folder) / "kernel.so"
        source.write_text(text, encoding="utf-8")
        flags = (*_FLAGS, *(_OF_FEW if len(text) < _FEW else ()))
        done = subprocess.run([compiler, *flags, "-o", str(made), str(source)], capture_output=True, check=False)
        if done.returncode != 0:
            return False
        os.replace(made, place)
    forget_oldest(place)
    return True
