"""A kernel as machine code, called on blocks of columns; compiled by the C compiler of the machine, else by LLVM.

Without either there is no native kernel, and generated Python does all. Calls hold no lock, so that two threads, each
with a `Memory` of its own, go twice as fast. Reads no dossier and explains none.
"""

import ctypes
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeAlias, assert_never

from justesse.compiled import prelude
from justesse.compiled.built import Built
from justesse.compiled.c_build import built_by_c, trained_by_c
from justesse.compiled.driver import by_day, facts_of, groups_of, kinds_of, lines_of
from justesse.compiled.llvm_build import built_by_llvm
from justesse.compiled.machine import UNKNOWN, Machine, key_of, machine_of
from justesse.compiled.written import Kernel
from justesse.program.program import Program

__all__ = ["UNKNOWN", "Block", "By", "Found", "Native", "native_of"]


class By(Enum):
    """Who compiles, the one preferred first."""

    C = "C"
    LLVM = "LLVM"


Whole: TypeAlias = "Any"
"""Whole numbers of 64 bits side by side, in an `array.array` of type « q » or whatever else gives its memory so."""
Numbers: TypeAlias = "memoryview[int]"
"""The same, in memory of ours."""
_START = ctypes.c_char * 0
_PAGE, _STEP = 512, 24
"""A page, and three lines of the first cache, in numbers of 64 bits."""


@dataclass(slots=True)
class Block:
    """Dossiers side by side: for each kind of record where those of each dossier begin; one column a fact.

    A dossier has one subject: it is at the place of its dossier.
    """

    count: int
    offsets: dict[str, Whole]
    columns: dict[tuple[str, str], Whole]
    left: dict[int, int] = field(default_factory=dict)
    """The dossiers that do not fit, with the code of why: left, even when nothing of them was asked."""


@dataclass(slots=True)
class Found:
    """What comes out of a block: a route a dossier, then its values where the route is 0."""

    routes: Numbers
    notices: Numbers
    groups: Numbers
    lines: dict[str, tuple[Numbers, Numbers]]
    runs: Numbers
    run_offsets: Numbers


class Native:
    """A kernel compiled for this machine."""

    def __init__(self, program: Program, kernel: Kernel, built: Built) -> None:
        self.program, self.kernel, self.built = program, kernel, built
        lengths = array("q", prelude.LENGTHS)
        built.calendar(None, _pointer(lengths), len(lengths), prelude.FIRST_OF_ALL)
        self.options = {number: value for value, number in kernel.names.choices.items()}
        """Number of a choice → its words."""
        self.kinds, self.facts, self.lines = kinds_of(program), facts_of(program, kernel), lines_of(program, kernel)

    def memory(self) -> ctypes.Array:  # type: ignore[type-arg]
        """The memory of one thread."""
        return ctypes.create_string_buffer(self.built.memory_size())

    def room(self, block: Block, held: Found | None = None) -> Found:
        """Where the values of a block of this size go: `held`, when it is large enough, else one larger than is needed now.

        Memory that is new is given by the system page after page, which costs a sixth of what deciding does.
        """
        sizes = self._sizes(block)
        if held is not None:
            if all(len(one) >= size for one, size in zip(_arrays(held), sizes, strict=True)):
                return held
            sizes = [size + size // 8 for size in sizes]
        *found, routes, notices, groups, runs, run_offsets = side_by_side(sizes)
        lines = dict(zip([name for name, _ in self.lines], zip(found[::2], found[1::2], strict=True), strict=True))
        return Found(routes, notices, groups, lines, runs, run_offsets)

    def _sizes(self, block: Block) -> list[int]:
        """What each array of a room must hold, in the order of `_arrays`; the runs at least, most often enough."""
        members = {group: kind for kind, group in self.program.declarations.members.items()}
        lines = [block.offsets[members.get(kind, kind)][-1] for _, kind in self.lines for _ in range(2)]
        groups, views = len(groups_of(self.program)) * block.count, len(by_day(self.program))
        return [*lines, block.count, block.count, groups, 64 * block.count + 4096, views * block.count + 1]

    def decide(self, memory: ctypes.Array, block: Block, into: Found | None = None) -> Found:  # type: ignore[type-arg]
        """Decide a block, in the room given or made for it; the runs of days take as much as they need.

        What stands on a line of a dossier that was left, or is out of scope, means nothing.
        """
        found = into if into is not None else self.room(block)
        while self._call(memory, block, found) != block.count:
            (found.runs,) = side_by_side([2 * len(found.runs)])
        for place, code in block.left.items():
            found.routes[place] = code
        return found

    def _call(self, memory: ctypes.Array, block: Block, found: Found) -> int:  # type: ignore[type-arg]
        """The arrays in the order of `driver.given_of`."""
        given = [block.offsets[kind] for kind in self.kinds] + [block.columns[(kind, name)] for kind, name, _ in self.facts]
        given += [one for name, _ in self.lines for one in found.lines[name]]
        given += [found.notices, found.groups, found.runs, array("q", [len(found.runs)]), found.routes, found.run_offsets]
        places = (ctypes.c_void_p * len(given))(*map(_address, given))
        return self.built.decide(memory, 0, block.count, places)


def _arrays(found: Found) -> list[Numbers]:
    lines = [one for pair in found.lines.values() for one in pair]
    return [*lines, found.routes, found.notices, found.groups, found.runs, found.run_offsets]


def side_by_side(sizes: Sequence[int]) -> list[Numbers]:
    """Zeros in one piece of memory, cut in arrays that are read together.

    Each begins three cache lines further in its page than the one before: arrays that all begin with a page have the numbers
    of a dossier in the same few lines of the first cache, where eight fit (a third of the time on fifteen rules).
    """
    starts, top = list[int](), 0
    for place, size in enumerate(sizes):
        top += (_STEP * place - top) % _PAGE
        starts.append(top)
        top += max(1, size)
    every = memoryview(bytearray(8 * top)).cast("q")
    return [every[start : start + max(1, size)] for start, size in zip(starts, sizes, strict=True)]


def _pointer(values: Whole) -> ctypes.c_void_p:
    return ctypes.c_void_p(_address(values))


def _address(values: Whole) -> int:
    return ctypes.addressof(_START.from_buffer(values))


# --- compiling ----------------------------------------------------------------------------------------


def native_of(program: Program, kernel: Kernel, only: By | None = None) -> Native | None:
    """The native kernel, built the first time by whoever can; `only`: by this one or not at all."""
    key = key_of(program, kernel)
    for by in By if only is None else (only,):
        built = _built(by, key, lambda: machine_of(program, kernel))
        if built is not None:
            return Native(program, kernel, built)
    return None


def trained_of(program: Program, kernel: Kernel, run: Callable[[Native], object]) -> Native | None:
    """The native kernel built from what `run` goes through, for whoever asks for it from now on; None without a C compiler."""
    key = key_of(program, kernel)
    built = trained_by_c(key, lambda: machine_of(program, kernel), lambda counting: run(Native(program, kernel, counting)))
    return Native(program, kernel, built) if built is not None else None


def _built(by: By, key: str, machine: Callable[[], Machine]) -> Built | None:
    match by:
        case By.C:
            return built_by_c(key, machine)
        case By.LLVM:
            return built_by_llvm(key, machine)
        case _:
            assert_never(by)
