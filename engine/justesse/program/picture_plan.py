"""What the picture of a case shows, and with which colours and patterns: read from the file « image » of the rules.

Checked against the vocabulary: a name it does not declare is a mistake. It draws nothing and changes no decision.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from justesse.diagnostics.diagnostic import Diagnostic
from justesse.program.declarations import Declarations, Record
from justesse.program.schema_check import check_schema
from justesse.program.shown_names import Lines, read_name
from justesse.program.types import Choice, Date, ListOf, RecordOf
from justesse.text.positioned_yaml import Mapping, Node, Sequence


@dataclass(frozen=True, slots=True)
class Look:
    """How days of one value are drawn: short label, « #rrggbb », one of the patterns of `image.schema.json`."""

    value: str
    label: str
    colour: str
    pattern: str


@dataclass(frozen=True, slots=True)
class RecordLane:
    """A list of the case drawn as bars; `says` names the facts told; `extends` when its records set the time drawn."""

    listed: str
    says: tuple[str, ...] = ()
    extends: bool = False


@dataclass(frozen=True, slots=True)
class DateMark:
    """A date fact drawn as a mark, and what it means."""

    record: str
    fact: str
    words: str


@dataclass(frozen=True, slots=True)
class PicturePlan:
    """Names of the vocabulary: the line of days, the figures under it, its counters, the looks, lanes and marks."""

    line: str = ""
    figures: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    looks: tuple[Look, ...] = ()
    totals: tuple[str, ...] = ()
    lanes: tuple[RecordLane, ...] = ()
    marks: tuple[DateMark, ...] = ()


def read_plan(tree: Node, declared: Declarations, days: Lines, totals: Lines) -> tuple[PicturePlan | None, list[Diagnostic]]:
    """The plan of a file « image », or None with every name that the vocabulary or the decision does not have."""
    problems = check_schema(tree, "image")
    if problems or not isinstance(tree, Mapping):
        return None, problems
    reader = _Reader(declared, days, totals)
    plan = reader.plan(tree)
    return (None if reader.problems else plan), reader.problems


class _Reader:
    def __init__(self, declared: Declarations, days: Lines, totals: Lines) -> None:
        self.declared = declared
        self.days = days
        self.totals = totals
        self.problems: list[Diagnostic] = []

    def plan(self, tree: Mapping) -> PicturePlan:
        """The file, name by name."""
        days = tree.get("jours")
        line = ""
        looks: tuple[Look, ...] = ()
        if isinstance(days, Mapping):
            choices = [name for name, kind in self.days.items() if isinstance(kind, Choice)]
            line = self.name(days.get("ligne"), choices, "un choix que la décision montre de chaque jour")
            looks = tuple(self.look(one, line) for one in _mappings(days.get("valeurs")))
        counted = [one.name for one in self.declared.attributes.values() if isinstance(one.subjects[-1].kind, Date)]
        return PicturePlan(
            line,
            self.all_names(days, "chiffres", self.days, "une ligne que la décision montre de chaque jour"),
            self.all_names(days, "compteurs", counted, "une grandeur de chaque jour"),
            looks,
            self.all_names(tree, "totaux", self.totals, "un total de la décision"),
            tuple(self.lane(one) for one in _mappings(tree.get("bandes"))),
            tuple(self.mark(one) for one in _mappings(tree.get("dates"))),
        )

    def look(self, node: Mapping, line: str) -> Look:
        kind = self.days.get(line)
        options = kind.options if isinstance(kind, Choice) else ()
        value = self.name(node.get("valeur"), options, f"une valeur de « {line} »")
        return Look(value, node.text_of("libellé") or value, node.text_of("couleur"), node.text_of("motif"))

    def lane(self, node: Mapping) -> RecordLane:
        lists = dict(period_lists(self.declared))
        listed = self.name(node.get("liste"), lists, "une liste de fiches qui ont une période")
        facts = lists[listed].facts if listed in lists else {}
        says = self.all_names(node, "dit", facts, f"un fait de « {listed} »")
        return RecordLane(listed, says, node.text_of("étend le temps") == "oui")

    def mark(self, node: Mapping) -> DateMark:
        record = self.name(node.get("fiche"), self.declared.records, "une fiche")
        held = self.declared.records.get(record)
        dates = [name for name, fact in held.facts.items() if isinstance(fact.type, Date)] if held else []
        return DateMark(record, self.name(node.get("date"), dates, f"une date de la fiche « {record} »"), node.text_of("libellé"))

    def all_names(self, node: Node | None, key: str, known: Iterable[str], expected: str) -> tuple[str, ...]:
        """Every name of a list."""
        listed = node.get(key) if isinstance(node, Mapping) else None
        items = listed.items if isinstance(listed, Sequence) else ()
        return tuple(self.name(one, known, expected) for one in items)

    def name(self, node: Node | None, known: Iterable[str], expected: str) -> str:
        """A name that must be among those known."""
        return read_name(node, known, expected, self.problems)


def period_lists(declared: Declarations) -> Iterator[tuple[str, Record]]:
    """The lists of the case whose records have a first and a last day written in the case."""
    for name, fact in declared.records[declared.root].facts.items():
        if isinstance(fact.type, ListOf) and isinstance(fact.type.item, RecordOf):
            record = declared.records[fact.type.item.record]
            edges = [declared.attributes.get(key) for key in (record.first, record.last)]
            if all(edge is not None and edge.is_fact for edge in edges):
                yield name, record


def _mappings(node: Node | None) -> list[Mapping]:
    return [one for one in node.items if isinstance(one, Mapping)] if isinstance(node, Sequence) else []
