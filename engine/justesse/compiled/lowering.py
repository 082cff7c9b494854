"""What every part of the lowering shares: the program, its numbering, the text being written, the day being decided.

Records, choices and quantities get numbers; facts and memories get the names of arrays. Writes no expression.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from justesse.compiled.objects import Objects
from justesse.compiled.operands import Operand
from justesse.compiled.scales import Scales
from justesse.compiled.text import Text
from justesse.compiled.written import Names
from justesse.program.program import Clause, Program, Quantity
from justesse.program.types import ListOf, Type

Env = tuple[Operand, ...]
"""The subject of the case, the subjects, one operand for each enclosing list or day."""


class Unsupported(Exception):
    """A construct that kernels do not have: the quantity is left to evaluation."""


@dataclass(frozen=True, slots=True)
class Array:
    """An array of a dossier: how many numbers it has; what fills it, empty when it is written before it is read."""

    name: str
    size: str
    filling: str = ""


@dataclass(slots=True)
class Moment:
    """The run being decided: the name of its day, the loop and the owner that it extends (0 and empty: none)."""

    day: str
    loop: int = -1
    owner: str = ""


@dataclass(slots=True)
class Lowering:
    """One program under some readings, being written as a kernel."""

    program: Program
    names: Names
    clauses: dict[str, tuple[list[Clause], list[Clause]]]
    """The rules of each quantity, then its exceptions and liftings, in the readings taken."""
    scales: Scales
    objects: Objects
    text: Text = field(default_factory=Text)
    moment: Moment | None = None
    tables: dict[str, str] = field(default_factory=dict)
    """Constant arrays by name, as they are written."""
    counters: dict[str, str] = field(default_factory=dict)
    """The quantities by day that move, with the one whose truth in a run makes each grow (empty: none)."""
    every_day: frozenset[str] = frozenset()
    """The quantities by day that must be decided on every day; the others only where their own loop reads them."""
    months: frozenset[str] = frozenset()
    """The lists of months that follow one another: held by the first and how many."""
    run_of_months: bool = False
    """Whether the quantity being written is one of them."""
    in_place: frozenset[str] = frozenset()
    """The quantities written where they are read: they have neither a function nor a memory."""
    ahead: dict[str, bool] = field(default_factory=dict)
    """The quantities decided ahead, in this order; whether what is shown reads it, from its memory and without asking."""
    strict: tuple[str, ...] = ()
    """The quantities computed first for every record, in this order, and then read from their memory without asking."""
    waited: set[int] = field(default_factory=set)
    """The quantities by day that a comparison waits for: it is settled once their run has decided them."""
    stills: dict[str, None] = field(default_factory=dict)
    """The quantities by day, the same every day, that are kept once for each owner."""
    widths: dict[str, int] = field(default_factory=dict)
    """How many months the lists of each owner have at most, by the key of the list."""

    @contextmanager
    def writing(self, text: Text, moment: Moment | None) -> Iterator[None]:
        """Write elsewhere for a while."""
        outer = self.text, self.moment
        self.text, self.moment = text, moment
        yield
        self.text, self.moment = outer

    @contextmanager
    def at(self, moment: Moment | None) -> Iterator[None]:
        """The same text, on another day."""
        outer, self.moment = self.moment, moment
        yield
        self.moment = outer

    def table(self, prefix: str, values: list[int]) -> str:
        """The name of a constant array."""
        written = repr(values)
        for name, there in self.tables.items():
            if there == written and name.startswith(prefix):
                return name
        name = f"{prefix}{len(self.tables)}"
        self.tables[name] = written
        return name

    def number(self, quantity: Quantity) -> int:
        """What stands for a quantity in the names of arrays and functions."""
        return self.names.quantities[quantity.key]

    def cut(self, day: str) -> None:
        """Write that nothing is promised after a day."""
        if self.moment is not None:
            place = self.text.named(day)
            done = f"cut {self.moment.day} {place}"
            if self.text.known(done) is None:
                with self.text.block(f"if {place} < U[0]"):
                    self.text.line(f"U[0] = {place}")
                self.text.learn(done, f"{place} {self.moment.day}", True)

    def stop_here(self) -> None:
        """Write that the run lasts one day."""
        if self.moment is not None:
            self.cut(self.moment.day)

    def still(self, one: Operand) -> Operand:
        """The value today: the run is cut when it moves."""
        if one.slope:
            self.stop_here()
        return one.still


def item_of(kind: Type) -> Type:
    """What a list holds."""
    assert isinstance(kind, ListOf)
    return kind.item
