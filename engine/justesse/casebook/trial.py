"""A case decided with one change of a fact, written as `edits.py` reads it, and what a decision says kept in little room.

A change is named by its line (« prêts[2].prix = 20 »): whoever reads it can have it made again. Compares nothing.
"""

import re
from dataclasses import dataclass, field
from fractions import Fraction

from justesse.casebook.edits import lists_of
from justesse.casebook.levers import Lever
from justesse.casebook.what_if import changed_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.evaluation.facts import Record
from justesse.program.declarations import Declarations
from justesse.program.program import Program
from justesse.program.types import Date, Label, Month, Type, YesNo
from justesse.program.why_not_plan import WhyNotPlan
from justesse.text.positioned_yaml import Mapping
from justesse.values.calendar import iso_day, iso_month

_PLAIN = re.compile(r"[\w-]+")
"""A name that needs no quotes."""
Said = tuple[str, object, Type]
"""A line of the decision: its name, its value, its type."""
Place = tuple[str, int, str]
"""A line of a subject: the kind of the subject, its rank, the name of the line."""


@dataclass(slots=True)
class Outcome:
    """What a decision says: the lines of its days, what is paid on each, its yes/no lines, its total. Empty when it stops."""

    days: dict[int, tuple[Said, ...]] = field(default_factory=dict)
    paid: dict[int, Fraction] = field(default_factory=dict)
    answers: dict[Place, object] = field(default_factory=dict)
    total: object = None

    @property
    def refused(self) -> int:
        """How many days have no amount."""
        return sum(not amount for amount in self.paid.values())

    @property
    def served(self) -> int:
        """How many days have an amount."""
        return len(self.paid) - self.refused


def outcome_of(decision: Decision, plan: WhyNotPlan) -> Outcome:
    """What is kept of a decision."""
    made = Outcome()
    for run in decision.runs:
        lines = tuple((line.item.name, line.value, line.item.type) for line in run.lines)
        paid = sum((value for name, value, _ in lines if name == plan.day and isinstance(value, Fraction)), Fraction(0))
        for day in range(run.first, run.last + 1):
            if paid or day not in made.days:  # of two subjects that share a day, the one that is paid
                made.days[day] = lines
            made.paid[day] = made.paid.get(day, Fraction(0)) + paid
    ranks: dict[str, int] = {}
    for part in decision.parts:
        kind = part.record.type
        rank = ranks[kind] = ranks.get(kind, 0) + 1
        for line in part.lines:
            if isinstance(line.item.type, YesNo):
                made.answers[kind, rank, line.item.name] = line.value
            if part.record is decision.root and line.item.name == plan.total:
                made.total = line.value
    return made


class Trials:
    """The outcomes of a case with one change, each decided once."""

    def __init__(self, program: Program, plan: WhyNotPlan, tree: Mapping, readings: dict[str, str]) -> None:
        self.program = program
        self.plan = plan
        self.tree = tree
        self.readings = readings
        self.known: dict[str, Outcome] = {}

    def outcome(self, change: str) -> Outcome:
        """What the decision says with a change; nothing when the case is no longer one."""
        if change not in self.known:
            self.known[change] = self._decided(change)
        return self.known[change]

    def _decided(self, change: str) -> Outcome:
        case, _ = changed_case(self.tree, [change], self.program.declarations)
        decision = decide(self.program, case.root, self.readings) if case is not None else None
        return Outcome() if decision is None or decision.refusals else outcome_of(decision, self.plan)


# --- the line of a change -----------------------------------------------------------------------------


def change_text(lever: Lever, value: object, declared: Declarations) -> str:
    """« prêts[2].prix = 20 »."""
    record = lever.record
    what = f"{lever.fact.name} = {written(value, lever.fact.type)}"
    if record.type == declared.root:
        return f"{declared.root}.{what}"
    listed = next(name for name, kind in lists_of(declared).items() if kind.name == record.type)
    return f"{listed}[{_which(record, declared)}].{what}"


def written(value: object, kind: Type) -> str:
    """A value as a case writes it."""
    match value:
        case bool():
            return "oui" if value else "non"
        case int() if isinstance(kind, Date):
            return iso_day(value)
        case int() if isinstance(kind, Month):
            return iso_month(value)
        case int() | Fraction():
            return _decimal(Fraction(value))
        case _:
            return str(value)


def _decimal(value: Fraction) -> str:
    whole, rest = divmod(abs(value), 1)
    digits = f"{rest * 1_000_000 // 1:06d}".rstrip("0")
    return ("-" if value < 0 else "") + str(whole) + (f",{digits}" if digits else "")


def _which(record: Record, declared: Declarations) -> str:
    """What the record is known by: the facts that make it the only one, else its number in the file."""
    kind = declared.records[record.type]
    known = [(name, record.fields.get(name), kind.facts[name].type) for name in kind.unique]
    pairs = [f"{name}={words}" for name, value, one in known if (words := _naming(value, one, declared))]
    return ", ".join(pairs) or record.place.rpartition(", ")[2]


def _naming(value: object, kind: Type, declared: Declarations) -> str:
    if isinstance(value, Record):
        facts = declared.records[value.type].facts
        label = next((value.fields.get(name) for name, fact in facts.items() if isinstance(fact.type, Label)), None)
        if not isinstance(label, str):
            return ""
        return label if _PLAIN.fullmatch(label) else f'"{label}"'
    return written(value, kind) if isinstance(value, int | str) else ""
