"""A case as a row of the table that `justesse lot` reads: the other way of `batch/rows.py`, for tests."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from justesse.batch.dossiers import Row
from justesse.batch.schema import IDENTIFIER, UNKNOWN_FACTS, lists_of
from justesse.evaluation.facts import Record, records
from justesse.program.declarations import Attribute, Declarations
from justesse.program.declarations import Record as RecordType
from justesse.program.types import Date, ListOf, Month
from justesse.values.calendar import first_day
from justesse.values.states import NotApplicable, Unknown


def row_of_case(root: Record, declared: Declarations, identifier: str) -> Row:
    """A case as a row of the table; papers and who said what are not kept."""
    row: Row = {IDENTIFIER: identifier, **_values(root, declared.records[declared.root])}
    for name, kind in lists_of(declared):
        row[name] = [_values(one, declared.records[kind]) for one in records(root, kind)]
    return row


def _values(record: Record, kind: RecordType) -> Row:
    facts = {name: fact for name, fact in kind.facts.items() if not isinstance(fact.type, ListOf)}
    found = {name: record.fields.get(name) for name in facts}
    values: Row = {name: _value(found[name], fact) for name, fact in facts.items()}
    unknown = [name for name, value in found.items() if isinstance(value, Unknown)]
    return values | {UNKNOWN_FACTS: unknown or None}


def _value(value: object, fact: Attribute) -> object:
    match value:
        case None | NotApplicable() | Unknown():
            return None
        case Record():
            return label_of(value)
        case bool() | str():
            return value
        case int() if isinstance(fact.type, Date | Month):
            return date.fromordinal(first_day(value) if isinstance(fact.type, Month) else value)
        case int() | Fraction():
            return Decimal(value.numerator) / Decimal(value.denominator)
        case _:
            raise AssertionError(value)


def label_of(record: Record) -> str:
    """The name by which others point to a record: the first text it holds."""
    return next(value for value in record.fields.values() if isinstance(value, str))
