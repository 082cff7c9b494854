"""Records as evaluation sees them: the facts of one case, and the groups that rules make of them.

A record knows its list and its place in it, so that « previous » means something. Reading a case file is `case.py`.
"""

from dataclasses import dataclass, field

from justesse.values.states import Unknown


@dataclass(frozen=True, slots=True)
class Stated:
    """What one paper says of a fact; `retained` when a person chose it among several, for `reason`."""

    value: object
    paper: str = ""
    received: int | None = None
    retained: bool = False
    reason: str = ""


@dataclass(slots=True, eq=False)
class Record:
    """One record of a case; `fields` maps a field name to a known value, a state, a record or a tuple of records.

    `place` is where the case says it (« paies, 3e »); `paper` and `received` what it comes from; `provenance` the same
    for single fields; `statements` what each paper says of the fields on which several speak.
    """

    type: str
    fields: dict[str, object]
    position: int = 0
    siblings: tuple["Record", ...] = ()
    place: str = ""
    paper: str = ""
    received: int | None = None
    provenance: dict[str, tuple[str, int | None]] = field(default_factory=dict)
    members: tuple["Record", ...] = ()
    statements: dict[str, tuple[Stated, ...]] = field(default_factory=dict)

    @property
    def contradictions(self) -> dict[str, tuple[object, ...]]:
        """The facts left unknown because papers differ, with the values they give: the fact is one of them."""
        left = {name: said for name, said in self.statements.items() if isinstance(self.fields.get(name), Unknown)}
        values = {name: tuple(dict.fromkeys(one.value for one in said)) for name, said in left.items()}
        return {name: tuple(one for one in some if not isinstance(one, Unknown)) for name, some in values.items()}


def group(kind: str, members: tuple[Record, ...], position: int) -> Record:
    """A group: named by its place among the groups of its kind."""
    return Record(kind, {}, position, (), f"{kind} {position + 1}", members=members)


def records(root: Record, kind: str) -> tuple[Record, ...]:
    """The records of a kind that the case lists, in order."""
    for value in root.fields.values():
        if isinstance(value, tuple) and value and isinstance(value[0], Record) and value[0].type == kind:
            return value
    return ()
