"""The facts of a case that are not known, and what each may be: all that the vocabulary allows, or what papers that differ say.

Reads no rule and decides nothing.
"""

from dataclasses import dataclass

from justesse.evaluation.bounding import allowed
from justesse.evaluation.facts import Record, completed
from justesse.program.declarations import Attribute
from justesse.program.program import Program
from justesse.values.ranges import hull
from justesse.values.states import Unknown

Place = tuple[int, str]
"""A fact of a case: the id of its record and its name."""

Given = dict[Place, object]
"""What each missing fact may be."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact of the case that is not known; `cause` is how values that depend on it name it."""

    record: Record
    fact: Attribute
    cause: str


def missing_facts(program: Program, root: Record) -> tuple[Missing, ...]:
    """The facts of a case that are not known."""
    lists = [value for value in root.fields.values() if isinstance(value, tuple)]
    records = [root, *(one for value in lists for one in value if isinstance(one, Record))]
    return tuple(
        Missing(record, program.declarations.records[record.type].facts[name], value.causes[0])
        for record in records
        for name, value in record.fields.items()
        if isinstance(value, Unknown) and value.causes
    )


def place_of(missing: Missing) -> Place:
    """Where the fact is."""
    return id(missing.record), missing.fact.name


def at_first(missing: tuple[Missing, ...]) -> Given:
    """What each fact may be before anything is tried."""
    return {place_of(one): _widest(one) for one in missing}


def _widest(missing: Missing) -> object:
    said = missing.record.contradictions.get(missing.fact.name)
    return hull(said, (missing.cause,)) if said else allowed(missing.fact, (missing.cause,))


def opened(program: Program, root: Record) -> Record:
    """The case where each fact that is not known is all it may be."""
    missing = missing_facts(program, root)
    return completed(root, at_first(missing)) if missing else root
