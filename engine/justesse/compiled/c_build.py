"""C compiled by the compiler of the machine, kept in the private folder. Writes no C.

Trained, when someone asks for it ahead: built once to count what is gone through, run, and built again from what was counted.
Only where things stand and which functions are written in place depend on it, never a value.
"""

import _ctypes
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

_FLAGS = ("-O2", "-fno-tree-slp-vectorize", "-fPIC", "-w")
_OF_FEW = ("-finline-functions",)
"""For a program of a few functions: a tenth less work in each dossier; a large one would only grow."""
_FEW = 200_000
"""Characters of C."""
_COUNTING, _COUNTED = ("-O3", "-fprofile-generate"), ("-O3", "-fprofile-use")
"""Once it is counted what is gone through, larger code is made only there: 6 % faster than `-O2`, which gains nothing before."""


def built_by_c(key: str, machine: Callable[[], Machine]) -> Built | None:
    """Built the first time, or found, trained if it was; None when this machine has no C compiler or no private folder."""
    compiler, folder = _compiler(), private_cache()
    if compiler is None or folder is None:
        return None
    place = _place(folder, key)
    if _trained(place).exists():
        return _loaded(_trained(place))
    if not place.exists() and not _kept(compiler, c_of(machine()), place):
        return None
    return _loaded(place)


def trained_by_c(key: str, machine: Callable[[], Machine], run: Callable[[Built], object]) -> Built | None:
    """Built from what `run` goes through, and kept; None when this machine cannot. What `run` is given is gone after it."""
    compiler, folder = _compiler(), private_cache()
    if compiler is None or folder is None:
        return None
    text, place = c_of(machine()), _trained(_place(folder, key))
    with tempfile.TemporaryDirectory(dir=folder) as beside:
        made = _compiled(compiler, text, Path(beside), _COUNTING)
        if made is None or not _counted(made, run):
            return None
        made = _compiled(compiler, text, Path(beside), _COUNTED)
        if made is None:
            return None
        os.replace(made, place)
    forget_oldest(place)
    return _loaded(place)


def _compiler() -> str | None:
    return shutil.which("cc") or shutil.which("gcc")


def _place(folder: Path, key: str) -> Path:
    asked = f"{key}\0{platform.machine()}\0{' '.join((*_FLAGS, *_OF_FEW))}\0{_FEW}"
    return folder / f"kernel-{hashlib.sha256(asked.encode()).hexdigest()[:24]}.so"


def _trained(place: Path) -> Path:
    return place.with_name(f"{place.stem}-trained.so")


def _kept(compiler: str, text: str, place: Path) -> bool:
    """Compile beside, then put in place at once."""
    with tempfile.TemporaryDirectory(dir=place.parent) as beside:
        made = _compiled(compiler, text, Path(beside))
        if made is None:
            return False
        os.replace(made, place)
    forget_oldest(place)
    return True


def _compiled(compiler: str, text: str, folder: Path, more: tuple[str, ...] = ()) -> Path | None:
    """The library, in a folder where counts are, or will be; in two steps, so that both builds call them the same."""
    (folder / "kernel.c").write_text(text, encoding="utf-8")
    flags = (*_FLAGS, *(_OF_FEW if len(text) < _FEW else ()), *more)
    steps = ((*flags, "-c", "-o", "kernel.o", "kernel.c"), (*flags, "-shared", "-o", "kernel.so", "kernel.o"))
    for step in steps:
        if subprocess.run([compiler, *step], cwd=folder, capture_output=True, check=False).returncode != 0:
            return None
    return folder / "kernel.so"


def _counted(made: Path, run: Callable[[Built], object]) -> bool:
    """Run a library that counts, then let it go: that is when it writes its counts beside it."""
    try:
        library = ctypes.CDLL(str(made))
    except OSError:  # another compiler, that counts otherwise
        return False
    try:
        run(_built(library))
    finally:
        _ctypes.dlclose(library._handle)
    return any(made.parent.glob("*.gcda"))


def _loaded(place: Path) -> Built:
    return _built(ctypes.CDLL(str(place)))


def _built(library: ctypes.CDLL) -> Built:
    return built_at(lambda name: ctypes.cast(getattr(library, name), ctypes.c_void_p).value or 0, library)
