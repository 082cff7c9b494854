"""One row of a table as a case, read as a file would be: every mistake named, nothing guessed.

Slow beside columns, and the judge of what they set aside.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from justesse.batch.dossiers import Dossiers, Row
from justesse.batch.schema import IDENTIFIER, UNKNOWN_FACTS, lists_of
from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.evaluation.case import CaseFile, read_case
from justesse.program.declarations import Attribute, Declarations
from justesse.program.declarations import Record as RecordType
from justesse.program.types import ListOf, Month
from justesse.text.plain_tree import node_of
from justesse.text.source import normalise
from justesse.text.yaml_writing import Plain


def case_of_row(row: Row, declared: Declarations) -> tuple[CaseFile | None, list[Diagnostic]]:
    """The case of a row, or its mistakes."""
    both = list(given_and_unknown(row, declared))
    if both:
        return None, [mistake("L0119", None, nom=one) for one in both]
    return read_case(node_of(tree_of_row(row, declared)), declared)


def given_and_unknown(row: Row, declared: Declarations) -> Iterator[str]:
    """The facts that the row gives and says it does not know."""
    found = [row, *(one or {} for name, _ in lists_of(declared) for one in row.get(name) or [])]
    for one in found:
        yield from (name for name in one.get(UNKNOWN_FACTS) or [] if name and one.get(name) is not None)


def row_at(table: pa.RecordBatch, place: int) -> Row | None:
    """One row of a table; None when it holds a date that no calendar has."""
    try:
        found: Row = table.slice(place, 1).to_pylist()[0]
    except (OverflowError, ValueError):
        return None
    return found


def tree_of_row(row: Row, declared: Declarations) -> dict[str, Plain]:
    """The row as the texts of a case file."""
    root = declared.records[declared.root]
    tree: dict[str, Plain] = {"dossier": str(row.get(IDENTIFIER) or "")}
    own = _texts(row, root)
    if own:
        tree[root.name] = own
    for name, kind in lists_of(declared):
        items = [_texts(one or {}, declared.records[kind]) for one in row.get(name) or []]
        if items:
            tree[name] = items
    return tree


def found_rows(dossiers: Dossiers, identifiers: Sequence[str]) -> dict[str, Row]:
    """The rows of some dossiers by name, the first of each name; those that are not there are left out."""
    wanted, places, first = pa.array(identifiers, pa.string()), dict[str, int](), 0
    for names in dossiers.names():
        here = pc.index_in(wanted, value_set=names).to_pylist()
        for name, place in zip(identifiers, here, strict=True):
            if place is not None:
                places.setdefault(name, first + place)
        first += len(names)
    return dict(zip(places, dossiers.rows(list(places.values())), strict=True))


def _texts(found: Row, record: RecordType) -> dict[str, Plain]:
    facts = {name: fact for name, fact in record.facts.items() if not isinstance(fact.type, ListOf)}
    texts: dict[str, Plain] = {name: _text(found[name], fact) for name, fact in facts.items() if found.get(name) is not None}
    for name in found.get(UNKNOWN_FACTS) or []:
        texts[str(name or "")] = "inconnu"
    return texts


def _text(value: object, fact: Attribute) -> str:
    match value:
        case bool():
            return "oui" if value else "non"
        case date():
            whole = isinstance(fact.type, Month) and value.day == 1
            return value.isoformat()[: 7 if whole else 10]
        case Decimal():
            text = f"{value:f}"
            return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
        case _:
            return normalise(str(value))
