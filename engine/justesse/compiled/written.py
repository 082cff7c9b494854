"""A kernel once it is written: its text, the numbers that stand for what the rules name, the shape of what comes out.

Whoever runs a kernel needs no more than this; how it is written is `kernel`.
"""

from dataclasses import dataclass, field

from justesse.program.types import Days, ListOf, Type

NA = -(1 << 62)
"""« Sans objet », as the prelude has it: here, so that who reads it need not run the prelude."""


@dataclass(slots=True)
class Names:
    """The numbers that stand for records, facts, choices and quantities."""

    records: dict[str, int]
    quantities: dict[str, int]
    loops: dict[str, int]
    choices: dict[str, int] = field(default_factory=dict)
    facts: dict[tuple[str, str], int] = field(default_factory=dict)
    """(kind of record, fact) → its place among the facts of the kind."""

    def count(self, record: str) -> str:
        """How many records of a kind the dossier has."""
        return f"N{self.records[record]}"

    def fact(self, record: str, name: str) -> str:
        """The array of a fact."""
        return f"F{self.records[record]}_{self.facts[(record, name)]}"

    def choice(self, value: str) -> int:
        """The number of an option, the same wherever it is written."""
        return self.choices.setdefault(value, len(self.choices))


@dataclass(frozen=True, slots=True)
class Shape:
    """How a value comes out: its type; its denominator, 0 when it comes with the value."""

    type: Type
    scale: int
    run: bool = False
    """For a list of months: one after the other, held by the first and how many."""

    @property
    def paired(self) -> bool:
        """Whether a second number comes with it: a denominator, a last day, a length."""
        return self.scale == 0 or isinstance(self.type, Days | ListOf)

    @property
    def listed(self) -> bool:
        """Whether it is a list whose elements stand in `L`."""
        return isinstance(self.type, ListOf) and not self.run


@dataclass(slots=True)
class Kernel:
    """The text; the numbers of records, facts and choices; the shape of each line shown; what is left to evaluation."""

    text: str
    names: Names
    shapes: dict[str, Shape] = field(default_factory=dict)
    """Function that gives a line → its shape."""
    scales: dict[str, int] = field(default_factory=dict)
    """Quantity that is a number → its denominator, 0 for a ratio."""
    months: frozenset[str] = frozenset()
    """The lists of months held by the first and how many."""
    left: dict[str, str] = field(default_factory=dict)
    """Quantity, or notice, that kernels cannot compute → why."""
