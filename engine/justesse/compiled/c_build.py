"""C compiled by the compiler of the machine, kept in the private folder. Writes no C.

Trained, when someone asks for it ahead: built once to count what is gone through, run, and built again from what was counted.
Only where things stand and which functions are written in place depend on it, never a value.
"""

import _ctypes
import ctypes
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
from justesse.text.digest import sha256_of

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
    if compiler is None or folder is None or not _counts(compiler):
        return None
    place = _trained(_place(folder, key))
    with tempfile.TemporaryDirectory(dir=folder) as beside:
        made = _counted(compiler, c_of(machine()), Path(beside), run)
        if made is None:
            return None
        os.replace(made, place)
    forget_oldest(place)
    return _loaded(place)


def _compiler() -> str | None:
    return shutil.which("cc") or shutil.which("gcc")


def _place(folder: Path, key: str) -> Path:
    asked = f"{key}\0{platform.machine()}\0{' '.join((*_FLAGS, *_OF_FEW))}\0{_FEW}"
    return folder / f"kernel-{sha256_of(asked)[:24]}.so"


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


def _counts(compiler: str) -> bool:
    """Whether it counts as gcc does, beside the library; clang answers to the same name, and counts elsewhere."""
    said = subprocess.run([compiler, "-dM", "-E", "-x", "c", os.devnull], capture_output=True, check=False).stdout
    return b"__GNUC__" in said and b"__clang__" not in said


def _counted(compiler: str, text: str, folder: Path, run: Callable[[Built], object]) -> Path | None:
    """The library made again from the counts of a first one: it writes them beside it when it is let go."""
    made = _compiled(compiler, text, folder, _COUNTING)
    if made is None:
        return None
    library = ctypes.CDLL(str(made))
    try:
        run(_built(library))
    finally:
        _ctypes.dlclose(library._handle)
    return _compiled(compiler, text, folder, _COUNTED) if any(folder.glob("*.gcda")) else None


def _loaded(place: Path) -> Built:
    return _built(ctypes.CDLL(str(place)))


def _built(library: ctypes.CDLL) -> Built:
    return built_at(lambda name: ctypes.cast(getattr(library, name), ctypes.c_void_p).value or 0, library)
