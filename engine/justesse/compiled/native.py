"""A kernel as machine code: compiled by the C compiler of the machine, kept in a private folder, called on blocks of columns.

Without a compiler there is no native kernel, and generated Python does all. Calls hold no lock, so that two threads, each
with a `Memory` of its own, go twice as fast. Reads no dossier and explains none.
"""

import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import tempfile
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from justesse.compiled import prelude
from justesse.compiled.c_driver import facts_of, kinds_of, lines_of
from justesse.compiled.c_program import c_of
from justesse.compiled.kernel import Kernel
from justesse.program.program import Program
from justesse.syntax.cache import private_cache

Whole: TypeAlias = "Any"
"""Whole numbers of 64 bits side by side, in an `array.array` of type « q » or whatever else gives its memory so."""
UNKNOWN = prelude.NA + 1
"""What stands in a column for a fact that is not known."""
_FLAGS = ("-O2", "-shared", "-fPIC", "-w")


@dataclass(slots=True)
class Block:
    """Dossiers side by side: for each kind of record where those of each dossier begin; one column a fact."""

    count: int
    offsets: dict[str, Whole]
    columns: dict[tuple[str, str], Whole]


@dataclass(slots=True)
class Found:
    """What comes out of a block: a route a dossier, then its values where the route is 0."""

    routes: array  # type: ignore[type-arg]
    notices: array  # type: ignore[type-arg]
    groups: array  # type: ignore[type-arg]
    lines: dict[str, tuple[array, array]]  # type: ignore[type-arg]
    runs: array  # type: ignore[type-arg]
    run_offsets: array  # type: ignore[type-arg]


class Native:
    """A kernel compiled for this machine."""

    def __init__(self, program: Program, kernel: Kernel, library: Path) -> None:
        self.program, self.kernel = program, kernel
        self.built = ctypes.CDLL(str(library))
        self.built.memory_size.restype = ctypes.c_int64
        self.built.decide.restype = ctypes.c_int64
        lengths = (ctypes.c_int64 * len(prelude.LENGTHS))(*prelude.LENGTHS)
        self.built.calendar(lengths, ctypes.c_int64(len(lengths)), ctypes.c_int64(prelude.FIRST_OF_ALL))
        self.options = {number: value for value, number in kernel.names.choices.items()}
        """Number of a choice → its words."""
        self.kinds, self.facts, self.lines = kinds_of(program), facts_of(program, kernel), lines_of(program, kernel)

    def memory(self) -> ctypes.Array:  # type: ignore[type-arg]
        """The memory of one thread."""
        return ctypes.create_string_buffer(self.built.memory_size())

    def room(self, block: Block) -> Found:
        """Where the values of a block of this size go."""
        members = {group: kind for kind, group in self.program.declarations.members.items()}
        sizes = [block.offsets[members.get(kind, kind)][-1] for _, kind in self.lines]
        lines = {name: (_zeros(size), _zeros(size)) for (name, _), size in zip(self.lines, sizes, strict=True)}
        routes, notices, groups = (_zeros(block.count) for _ in range(3))
        return Found(routes, notices, groups, lines, _zeros(64 * block.count + 4096), _zeros(block.count + 1))

    def decide(self, memory: ctypes.Array, block: Block, into: Found | None = None) -> Found:  # type: ignore[type-arg]
        """Decide a block, in the room given or made for it; the runs of days take as much as they need.

        What stands on a line of a dossier that was left, or is out of scope, means nothing.
        """
        found = into if into is not None else self.room(block)
        while self._call(memory, block, found) != block.count:
            found.runs = _zeros(2 * len(found.runs))
        return found

    def _call(self, memory: ctypes.Array, block: Block, found: Found) -> int:  # type: ignore[type-arg]
        outputs = [one for name, _ in self.lines for one in found.lines[name]]
        return int(self.built.decide(
            memory, ctypes.c_int64(0), ctypes.c_int64(block.count), _pointers([block.offsets[kind] for kind in self.kinds]),
            _pointers([block.columns[(kind, name)] for kind, name, _ in self.facts]), _pointers(outputs), _pointer(found.notices),
            _pointer(found.groups), _pointer(found.runs), ctypes.c_int64(len(found.runs)), _pointer(found.routes),
            _pointer(found.run_offsets),
        ))  # fmt: skip


def _zeros(count: int) -> array:  # type: ignore[type-arg]
    return array("q", bytes(8 * max(1, count)))


def _pointer(values: Whole) -> ctypes.c_void_p:
    return ctypes.c_void_p(_address(values))


def _pointers(some: list[Whole]) -> ctypes.Array:  # type: ignore[type-arg]
    return (ctypes.c_void_p * len(some))(*map(_address, some))


def _address(values: Whole) -> int:
    return ctypes.addressof((ctypes.c_char * 0).from_buffer(values))


# --- compiling ----------------------------------------------------------------------------------------


def native_of(program: Program, kernel: Kernel) -> Native | None:
    """The native kernel, built the first time; None when this machine has no C compiler or no private folder."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    folder = private_cache()
    if compiler is None or folder is None:
        return None
    text = c_of(program, kernel)
    key = hashlib.sha256(f"{text}\0{platform.machine()}\0{' '.join(_FLAGS)}".encode()).hexdigest()[:24]
    place = folder / f"kernel-{key}.so"
    if not place.exists() and not _built(compiler, text, place):
        return None
    return Native(program, kernel, place)


def _built(compiler: str, text: str, place: Path) -> bool:
    """Compile beside, then put in place at once."""
    with tempfile.TemporaryDirectory(dir=place.parent) as folder:
        source, made = Path(folder) / "kernel.c", Path(folder) / "kernel.so"
        source.write_text(text, encoding="utf-8")
        done = subprocess.run([compiler, *_FLAGS, "-o", str(made), str(source)], capture_output=True, check=False)
        if done.returncode != 0:
            return False
        os.replace(made, place)
    return True
