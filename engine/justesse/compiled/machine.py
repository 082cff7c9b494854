"""A kernel as machine code takes it: every function brought down to the subset, and what every name that is not local is.

The kernel's own text, the prelude, what stands for Python's library (`machine_prelude`), the arrays of a dossier (`memory`),
the way through a block (`driver`). Printers write `leave` and `attempt`, and print the rest; knows no target.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

from justesse.compiled import prelude
from justesse.compiled.driver import driver, given_of, of_subject_in
from justesse.compiled.facts import doubtful
from justesse.compiled.memory import Column, columns, emptied
from justesse.compiled.subset import Function, functions, reached
from justesse.compiled.written import NA, Kernel
from justesse.program.program import Program
from justesse.text.digest import sha256_of

RUNS = 48
"""The most runs of one owner in a timeline; a dossier that has more goes to generated Python."""
ROOM = 1 << 14
WORDS = 1 << 20
"""How much the arrays of a dossier may take, and the lists of a dossier (`ROOM`)."""
_EMPTY = int.from_bytes(b"\x80" * 8, signed=True)
"""One byte repeated: memories are emptied by the fastest means there is."""
UNKNOWN = NA + 1
"""What stands in a column for a fact that is not known."""
CONSTANTS = {
    "NA": NA, "UN": _EMPTY, "BUSY": _EMPTY + 1, "CAP": RUNS, "ROOM": ROOM, "WORDS": WORDS,
    "FIRST_MONTH": prelude.FIRST_MONTH, "FIRST_OF_ALL": prelude.FIRST_OF_ALL,
}  # fmt: skip
_ALONE = ("AT", "BEFORE", "U", "OUT", "TOP", "WTOP", "PTOP", "USED")
FIXED = dict.fromkeys(_ALONE, 1) | {"L": ROOM, "W": ROOM, "P": ROOM, "ARENA": WORDS}
"""Arrays that are in the memory of a thread → their size."""
INLINED = frozenset({"rounded", "truncated", "within"})
"""Functions written out wherever they are called: what they are given is often known, and a division by it no division."""
APART = re.compile(r"reach\d+")
"""Functions never written out where they are called, rarely: so whatever calls them saves no register for them."""
SHARED = {"FIRSTS": len(prelude.FIRSTS), "MONTH_OF": len(prelude.MONTH_OF)}
"""Arrays that every thread reads, filled by `calendar` → their size."""


@dataclass(frozen=True, slots=True)
class Machine:
    """What there is to print."""

    functions: tuple[Function, ...]
    tables: dict[str, tuple[int, ...]]
    """Constant arrays."""
    columns: dict[str, Column]
    """Arrays of a dossier that are columns of a table."""
    of_subject: dict[str, str]
    """Facts of the subject of the case → the column given that has one number a dossier, that of `AT[0]` at its own place."""
    doubtful: frozenset[str]
    """The arrays of facts in which `UNKNOWN` may stand: of those of the subject, all, where a dossier does not fit."""
    counts: tuple[str, ...]
    """How many records of each kind a dossier has."""
    arrays: tuple[str, ...]
    """Arrays whose place changes with the dossier or the block, the most read first: near the start, an address is short."""
    given: tuple[str, ...]
    """Those that whoever calls gives, in order."""


def machine_of(program: Program, kernel: Kernel) -> Machine:
    """Everything that machine code holds."""
    text, own = ast.parse(kernel.text), functions(_read("machine_prelude.py"))
    done = frozenset(one.name for one in own) | {"_calendar", "leave"}
    parts = [*own, *functions(_read("prelude.py"), done), *functions(text, frozenset({"reset"}))]
    parts = reached([*parts, *functions(ast.parse(driver(program, kernel)))], {"calendar", "decided", "through", "filled"})
    parts += functions(ast.parse(emptied(text, {name for one in parts for name in one.outside})))
    tables = _tables(text)
    counts = tuple(kernel.names.count(kind) for kind in kernel.names.records)
    known = {*counts, *tables, *CONSTANTS, *FIXED, *SHARED}
    given, inside, of_subject = given_of(program, kernel), columns(text), of_subject_in(program, kernel)
    arrays = {name for one in parts for name in one.outside} - known - set(inside) - set(of_subject) | set(given)
    asked = frozenset(kernel.names.fact(*one) for one in doubtful(program)) | of_subject.keys()
    return Machine(tuple(parts), tables, inside, of_subject, asked, counts, _by_use(arrays, parts, inside), given)


def _by_use(arrays: set[str], parts: Iterable[Function], inside: dict[str, Column]) -> tuple[str, ...]:
    """Arrays in the order of how many times functions name them, or a column of them."""
    names = (node.id for part in parts for one in part.body for node in ast.walk(one) if isinstance(node, ast.Name))
    uses = Counter(inside[name].table if name in inside else name for name in names)
    return tuple(sorted(arrays, key=lambda one: (-uses[one], one)))


def key_of(program: Program, kernel: Kernel) -> str:
    """A hash of all that machine code depends on but whoever compiles it: the texts, and the modules that print them."""
    modules = sorted(files("justesse.compiled").iterdir(), key=lambda one: one.name)
    printing = (one.read_bytes() for one in modules if one.name.endswith(".py"))
    return sha256_of(f"{kernel.text}\0{driver(program, kernel)}", *printing)


def _read(name: str) -> ast.Module:
    return ast.parse(files("justesse.compiled").joinpath(name).read_text(encoding="utf-8"))


def _tables(text: ast.Module) -> dict[str, tuple[int, ...]]:
    found = {}
    for node in text.body:
        match node:
            case ast.Assign([ast.Name(name)], ast.List(elts) as values) if elts and name != "OUT":
                found[name] = tuple(ast.literal_eval(values))
            case _:
                pass
    return found
