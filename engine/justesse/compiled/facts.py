"""The facts of a dossier as kernels take them: their scale, what lists are in order of, which may be unknown. Holds none."""

from justesse.program import core as c
from justesse.program.program import Program
from justesse.program.types import Date, ListOf, Month, Number, RecordOf, Type

FACT = 100
"""Facts are whole cents, hundredths of hours; a dossier with a finer number is left to evaluation."""


def supplied(program: Program) -> frozenset[tuple[str, str]]:
    """(kind of record, fact) of the facts that a sentence supplies when they are not known."""
    quantities = program.quantities.values()
    return frozenset((one.subjects[0].name, one.fact.name) for one in quantities if isinstance(one.fact, c.Field))


def doubtful(program: Program) -> frozenset[tuple[str, str]]:
    """(kind of record, fact) of the facts that may be unknown when a rule reads them; of any other, such a dossier is left."""
    return frozenset(
        (kind, name)
        for kind, record in program.declarations.records.items()
        for name, fact in record.facts.items()
        if fact.declared.may_be_unknown
    ) - supplied(program)


def orders(program: Program) -> dict[str, str]:
    """Kind of record → the fact that its list is in order of, when that is a date, a month or a number."""
    found = {}
    for fact in program.declarations.records[program.declarations.root].facts.values():
        if isinstance(fact.type, ListOf):
            kind, order = record_of(fact.type.item), fact.declared.order
            by = program.declarations.records[kind].facts.get(order) if kind else None
            if by is not None and isinstance(by.type, Date | Month | Number):
                found[kind] = order
    return found


def record_of(kind: Type) -> str:
    """The kind of record that a value is the place of."""
    return kind.record if isinstance(kind, RecordOf) else ""
