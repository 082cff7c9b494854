"""The records of a case once read: merged when papers describe the same thing, put in order, their unknowns named.

The order of the file leaves no trace: a list is in its declared order; what is equal there, in that of its other facts, as
declared. Reads no file and types no value (`case.py`).
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.evaluation.facts import Record, Row, named
from justesse.evaluation.statements import contradiction, merged, versions
from justesse.program.declarations import Attribute, Declarations
from justesse.program.declarations import Record as RecordType
from justesse.program.types import ListOf, RecordOf
from justesse.text.source import Span
from justesse.values.states import Unknown


@dataclass(frozen=True, slots=True)
class Assembly:
    """Where each record is written, those a person retained and why, the mistakes gathered."""

    declared: Declarations
    places: dict[Record, Span]
    retained: dict[Record, str]
    diagnostics: list[Diagnostic]

    def assemble(self, root: Record, lists: dict[str, Attribute]) -> None:
        """Every list of the case, in place."""
        self._order(root, lists)
        self._name_unknowns(root)

    def _order(self, root: Record, lists: dict[str, Attribute]) -> None:
        for name, fact in in_rank_order(self.declared, lists):
            kind = self.declared.records[record_of(fact)]
            records = root.fields[name]
            assert isinstance(records, tuple)
            records = self._unique(kind, records)
            ordered = tuple(sorted(records, key=partial(_rank, by=ranks(self.declared, kind, fact.declared.order))))
            root.rows += (Row(ordered),)
            root.fields[name] = ordered

    def _name_unknowns(self, root: Record) -> None:
        """Say of each unknown fact whose it is, « durée : prêt 2025-03 (A) », and what papers say of it when they differ."""
        listed = [one for records in root.fields.values() if isinstance(records, tuple) for one in records]
        for record in (root, *listed):
            for name, value in record.fields.items():
                differ = self._versions(record, name)
                if isinstance(value, Unknown) and (differ or record is not root):
                    record.fields[name] = Unknown((f"{name}, {named(record, self.declared)}{differ}",))

    def _versions(self, record: Record, name: str) -> str:
        if name not in record.contradictions:
            return ""
        return f" : {versions(record.statements[name], self.declared.records[record.type].facts[name].type)}"

    def _unique(self, kind: RecordType, records: tuple[Record, ...]) -> tuple[Record, ...]:
        """One record for each thing: those that two papers describe are merged, what they differ on told."""
        if not kind.unique:
            return records
        same: dict[tuple[object, ...], list[Record]] = {}
        for record in records:
            named = [record.fields.get(name) for name in kind.unique]
            alone = (id(record),) if Unknown() in named else ()  # a field that could not be read makes nobody the same
            same.setdefault((*alone, *map(_key, named)), []).append(record)
        return tuple(self._one(kind, some) if len(some) > 1 else some[0] for some in same.values())

    def _one(self, kind: RecordType, records: list[Record]) -> Record:
        first, *others = (self.places[one] for one in records)
        papers = {(one.paper, one.received) for one in records if one.paper}
        if len(papers) < len(records):
            said = {"fiche": kind.name, "champs": " et ".join(kind.unique), "ligne": first.line}
            named = ", ".join(f"ligne {self.places[one].line} : {one.paper or 'aucune pièce'}" for one in records)
            self.diagnostics.extend(mistake("D0116", other, first, **said, pieces=named) for other in others)
            return records[0]
        if sum(one in self.retained for one in records) > 1:
            cause = "plusieurs fiches sont retenues"
            self.diagnostics.append(mistake("D0121", others[0], first, champ=kind.name, cause=cause))
        record = merged(kind, records, self.retained)
        for name in record.contradictions:
            self.diagnostics.append(contradiction(kind.facts[name], record.statements[name], others[0], first))
        return record


def _key(value: object) -> tuple[int, object]:
    """A sorting key for any field: numbers and dates by value, the rest by text."""
    if isinstance(value, bool):
        return (0, int(value))
    if isinstance(value, int | Fraction):
        return (0, value)
    if isinstance(value, Record):
        return (1, _canonical(value))
    return (1, str(value) if isinstance(value, str) else "")


def record_of(fact: Attribute) -> str:
    """The kind of record that a list holds."""
    assert isinstance(fact.type, ListOf) and isinstance(fact.type.item, RecordOf)
    return fact.type.item.record


def in_rank_order(declared: Declarations, lists: dict[str, Attribute]) -> list[tuple[str, Attribute]]:
    """The lists, those that others point to first: a record is ranked by the place of those it points to."""
    return sorted(lists.items(), key=lambda one: _depth(declared, record_of(one[1])))


def _depth(declared: Declarations, kind: str) -> int:
    """How many links can be followed from a record of a kind."""
    pointed = [one.type.record for one in declared.records[kind].facts.values() if isinstance(one.type, RecordOf)]
    return 1 + max((_depth(declared, one) for one in pointed if one != kind), default=-1)


def ranks(declared: Declarations, kind: RecordType, order: str) -> tuple[tuple[str, int], ...]:
    """The facts that rank the records of a list, the first that differs deciding; −1 where the greatest comes first.

    Of two that begin together the longest is first, so that what is inside another comes after it.
    """
    last = declared.attributes[kind.last].name if kind.last and declared.attributes[kind.last].is_fact else ""
    others = [name for name in kind.facts if name not in (order, last)]
    return (order, 1), *([(last, -1)] if last and last != order else []), *((name, 1) for name in others)


def _rank(record: Record, by: tuple[tuple[str, int], ...]) -> tuple[tuple[int, object], ...]:
    """Numbers and dates by value, links by the place of what they point to, words by letter, what is not known last."""
    return tuple(_ranked(record.fields.get(name), way) for name, way in by)


def _ranked(value: object, way: int) -> tuple[int, object]:
    match value:
        case Record():
            return (0, value.position)
        case int() | Fraction():
            return (0, way * value)
        case str():
            return (1, value)
        case _:
            return (2, "")


def _canonical(record: Record) -> str:
    """A text that depends on the facts alone, to order records that start together."""
    parts = []
    for name in sorted(record.fields):
        value = record.fields[name]
        parts.append(f"{name}={_canonical(value) if isinstance(value, Record) else value}")
    return "|".join(parts)
