"""Records as evaluation sees them: the facts of one case, and the groups that rules make of them.

A record knows its list and its place in it, so that « previous » means something. Reading a case file is `case.py`.
"""

from dataclasses import dataclass, field, replace
from weakref import ref

from justesse.program.declarations import Declarations
from justesse.program.types import Label, Month
from justesse.values.calendar import iso_day, iso_month
from justesse.values.states import Unknown


@dataclass(frozen=True, slots=True)
class Stated:
    """What one paper says of a fact; `retained` when a person chose it among several, for `reason`."""

    value: object
    paper: str = ""
    received: int | None = None
    retained: bool = False
    reason: str = ""


@dataclass(slots=True, eq=False, repr=False)
class Record:
    """One record of a case; `fields` maps a field name to a known value, a state, a record or a tuple of records.

    `place` is where the case says it (« paies, 3e »); `paper` and `received` what it comes from; `provenance` the same
    for single fields; `statements` what each paper says of the fields on which several speak. `row` is the list it stands
    in, `rows` those that it holds.
    """

    type: str
    fields: dict[str, object]
    position: int = 0
    row: "ref[Row] | None" = None
    place: str = ""
    paper: str = ""
    received: int | None = None
    provenance: dict[str, tuple[str, int | None]] = field(default_factory=dict)
    members: tuple["Record", ...] = ()
    statements: dict[str, tuple[Stated, ...]] = field(default_factory=dict)
    rows: "tuple[Row, ...]" = ()

    @property
    def siblings(self) -> tuple["Record", ...]:
        """The records of its list, itself among them; its case must still be held by someone."""
        row = self.row() if self.row is not None else None
        assert row is not None, f"{self!r} without its list"
        return row.records

    @property
    def contradictions(self) -> dict[str, tuple[object, ...]]:
        """The facts left unknown because papers differ, with the values they give: the fact is one of them."""
        left = {name: said for name, said in self.statements.items() if isinstance(self.fields.get(name), Unknown)}
        values = {name: tuple(dict.fromkeys(one.value for one in said)) for name, said in left.items()}
        return {name: tuple(one for one in some if not isinstance(one, Unknown)) for name, some in values.items()}

    def __repr__(self) -> str:
        return f"<{self.type} {self.place}>"


class Row:
    """Records in a row, as each knows it: weakly, so that a case dropped is freed at once. Whoever lists them holds it."""

    __slots__ = ("__weakref__", "records")

    def __init__(self, records: tuple[Record, ...]) -> None:
        self.records = records
        for position, record in enumerate(records):
            record.position, record.row = position, ref(self)


def group(kind: str, members: tuple[Record, ...], position: int) -> Record:
    """A group: named by its place among the groups of its kind."""
    return Record(kind, {}, position, place=f"{kind} {position + 1}", members=members)


def completed(root: Record, given: dict[tuple[int, str], object]) -> Record:
    """The same case where some facts, each by the id of its record and its name, have another value."""
    made: dict[int, Record] = {}
    lists = [value for value in root.fields.values() if isinstance(value, tuple)]
    listed = [one for value in lists for one in value if isinstance(one, Record)]
    for one in (root, *listed):
        made[id(one)] = replace(one, fields=dict(one.fields))
    for old in (root, *listed):
        new = made[id(old)]
        new.fields = {name: _followed(given.get((id(old), name), value), made) for name, value in old.fields.items()}
    copy = made[id(root)]
    copy.rows = tuple(Row(tuple(made[id(one)] for one in row.records)) for row in root.rows)
    return copy


def _followed(value: object, made: dict[int, Record]) -> object:
    """A value of the case where its records are those of the copy."""
    if isinstance(value, tuple):
        return tuple(_followed(one, made) for one in value)
    return made.get(id(value), value) if isinstance(value, Record) else value


def records(root: Record, kind: str) -> tuple[Record, ...]:
    """The records of a kind that the case lists, in order."""
    for value in root.fields.values():
        if isinstance(value, tuple) and value and isinstance(value[0], Record) and value[0].type == kind:
            return value
    return ()


def named(record: Record, declared: Declarations) -> str:
    """A record as a person finds it: its kind, its name, else its month or first day, and the record it points to."""
    known = [(fact, record.fields.get(name)) for name, fact in declared.records[record.type].facts.items()]
    labels = [value for fact, value in known if isinstance(fact.type, Label) and isinstance(value, str)]
    if labels:
        return f"{record.type} {labels[0]}"
    months = [iso_month(value) for fact, value in known if isinstance(fact.type, Month) and isinstance(value, int)]
    starts = [f"du {iso_day(value)}" for fact, value in known if fact.declared.opens and isinstance(value, int)]
    others = [f"({named(value, declared).removeprefix(value.type).lstrip()})" for _, value in known if isinstance(value, Record)]
    return " ".join([record.type, *months, *starts, *others])
