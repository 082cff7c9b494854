"""The recipe of a population, from its file to laws and kinds of dossier: every name checked before anything is drawn.

A kind of dossier is a dossier where values may be written « = … ». Draws nothing.
"""

from dataclasses import dataclass, field

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.near_names import meant
from justesse.population.expressions import Expression, NotUnderstood, read
from justesse.population.laws import HUNDREDTHS, Kind, Law, between, choices, classes, quantiles
from justesse.program.declarations import Attribute, Declarations, Record
from justesse.program.schema_check import check_schema
from justesse.program.types import Choice, Date, Label, ListOf, Month, Number, RecordOf, YesNo
from justesse.text.positioned_yaml import Mapping, Node, Scalar, Sequence
from justesse.text.source import Span
from justesse.values.calendar import first_day, read_day, read_month
from justesse.values.numbers import read_decimal

RANK = "rang"
_PARTS = 1_000_000


@dataclass(frozen=True, slots=True)
class Assignment:
    """A name given to a value."""

    name: str
    value: Expression


@dataclass(frozen=True, slots=True)
class Given:
    """A fact and what it is given; `written` when the recipe says the value itself: a number in hundredths, a day, words."""

    fact: Attribute
    value: Expression | None
    written: int | str | None = None


@dataclass(slots=True)
class RecordRecipe:
    """Records of one list: how many times, how likely, the names before and after, the facts, those left unknown."""

    listed: str
    times: Expression | None = None
    chance: int = _PARTS
    before: list[Assignment] = field(default_factory=list)
    after: list[Assignment] = field(default_factory=list)
    facts: list[Given] = field(default_factory=list)
    unknown: list[tuple[str, int]] = field(default_factory=list)


@dataclass(slots=True)
class KindOfDossier:
    """One kind: its share of the population (a weight), its names, its facts and records."""

    name: str
    weight: int
    names: list[Assignment] = field(default_factory=list)
    root: RecordRecipe = field(default_factory=lambda: RecordRecipe(""))
    records: list[RecordRecipe] = field(default_factory=list)


@dataclass(slots=True)
class Recipe:
    """The whole."""

    amount: str = ""
    """The line of decisions that a comparison measures; `by` the line that ranks the deciles."""
    by: str = ""
    laws: dict[str, Law] = field(default_factory=dict)
    kinds: list[KindOfDossier] = field(default_factory=list)


def read_recipe(tree: Node, declared: Declarations) -> tuple[Recipe | None, list[Diagnostic]]:
    """The recipe of a file, or every mistake in it."""
    wrong = check_schema(tree, "population")
    if wrong:
        return None, wrong
    reader = _Reader(declared)
    recipe = reader.recipe(tree)
    return (None if reader.wrong else recipe), reader.wrong


class _Reader:
    def __init__(self, declared: Declarations) -> None:
        self.declared = declared
        self.recipe_, self.wrong = Recipe(), list[Diagnostic]()
        self.names: dict[str, Kind] = {}

    def recipe(self, tree: Node) -> Recipe:
        for one in _items(tree, "lois"):
            law = self._law(one)
            if law is not None and law.name in self.recipe_.laws:
                self.wrong.append(mistake("L0110", one.span, lu=f"{law.name}, déjà écrite"))
            elif law is not None:
                self.recipe_.laws[law.name] = law
        if isinstance(tree, Mapping):
            self.recipe_.amount, self.recipe_.by = tree.text_of("montant"), tree.text_of("déciles selon")
        self.recipe_.kinds = [self._kind(one) for one in _items(tree, "types")]
        return self.recipe_

    # --- laws ----------------------------------------------------------------------------------------

    def _law(self, tree: Mapping) -> Law | None:
        try:
            kind, draw = self._drawing(tree)
        except ValueError as error:
            self.wrong.append(mistake("L0110", tree.span, lu=str(error)))
            return None
        return Law(tree.text_of("nom"), kind, draw, tree.text_of("source"), tree.text_of("statut"))

    def _drawing(self, tree: Mapping):  # type: ignore[no-untyped-def]
        kind: Kind = "mois" if tree.text_of("unité") == "mois" else "nombre"
        size = 1 if kind == "mois" else HUNDREDTHS
        if tree.get("quantiles") is not None:
            points = sorted((_level(name), _whole(value, size)) for name, value in _pairs(tree, "quantiles"))
            if len(points) < 2 or (points[0][0], points[-1][0]) != (0, 100 * HUNDREDTHS):
                raise ValueError("quantiles : de 0 % à 100 %")
            return kind, quantiles(points)
        if tree.get("classes") is not None:
            some = [(_whole(value, HUNDREDTHS), *_bounds(name)) for name, value in _pairs(tree, "classes")]
            if sum(weight for weight, _, _ in some) <= 0 or any(weight < 0 or last < first for weight, first, last in some):
                raise ValueError("classes : des bornes en ordre, des poids positifs")
            drawn = classes(some)
            return kind, drawn if kind == "nombre" else (lambda chance: int(drawn(chance)) // HUNDREDTHS)
        if tree.get("choix") is not None:
            weights = [(_whole(value, HUNDREDTHS), name) for name, value in _pairs(tree, "choix")]
            if sum(weight for weight, _ in weights) <= 0 or any(weight < 0 for weight, _ in weights):
                raise ValueError("choix : des poids positifs")
            return "texte", choices([*weights])
        before, _, after = tree.text_of("entre").partition(" à ")
        first, last = read_day(before), read_day(after)
        if first is None or last is None or last < first:
            raise ValueError(tree.text_of("entre"))
        return "jour", between(first, last)

    # --- kinds of dossier --------------------------------------------------------------------------------

    def _kind(self, tree: Mapping) -> KindOfDossier:
        made = KindOfDossier(tree.text_of("nom"), self._parts(tree, "part", 1))
        if made.weight <= 0:
            self.wrong.append(mistake("L0110", tree.span, lu=tree.text_of("part")))
        self.names = {RANK: "nombre"}
        made.names = self._assigned(tree, "avec")
        root = self.declared.records[self.declared.root]
        facts = {fact.name: fact for fact in root.facts.values() if isinstance(fact.type, ListOf)}
        body = tree.get("dossier")
        for entry in body.entries if isinstance(body, Mapping) else ():
            name = entry.key.text
            if name == root.name and isinstance(entry.value, Mapping):
                made.root = self._record(entry.value, root, "")
            elif name in facts and isinstance(entry.value, Sequence):
                kind = facts[name].type
                assert isinstance(kind, ListOf) and isinstance(kind.item, RecordOf)
                record = self.declared.records[kind.item.record]
                made.records += [self._record(one, record, name) for one in entry.value.items if isinstance(one, Mapping)]
            else:
                self._unknown(name, entry.key.span, [root.name, *facts])
        return made

    def _record(self, tree: Mapping, record: Record, listed: str) -> RecordRecipe:
        made = RecordRecipe(listed)
        made.chance = self._parts(tree, "parfois", _PARTS)
        times = tree.get("fois")
        made.times = self._expression(times, tree.text_of("fois")) if times is not None else None
        if times is not None and made.times is not None and made.times.kind not in ("nombre", "mois"):
            self.wrong.append(mistake("L0110", times.span, lu=tree.text_of("fois")))
        made.before = self._assigned(tree, "avec")
        made.unknown = [(name, self._millionths(value)) for name, value in _pairs(tree, "inconnus")]
        for entry in tree.entries:
            if entry.key.text not in ("parfois", "fois", "avec", "puis", "inconnus"):
                made.facts += self._given(entry.key.text, entry.value, record, entry.key.span)
        made.after = self._assigned(tree, "puis")
        for name, _ in made.unknown:
            if name not in record.facts:
                self._unknown(name, tree.span, list(record.facts))
        return made

    def _given(self, name: str, value: Node, record: Record, span: Span) -> list[Given]:
        fact = record.facts.get(name)
        if fact is None or not isinstance(value, Scalar):
            self._unknown(name, span, list(record.facts))
            return []
        if not value.text.startswith("= "):
            if _written(fact, value.text) is None:
                self.wrong.append(mistake("L0110", value.span, lu=value.text))
            return [Given(fact, None, _written(fact, value.text))]
        found = self._expression(value, value.text.removeprefix("= "))
        if found is None or found.kind != _needed(fact):
            self.wrong.append(mistake("L0110", value.span, lu=value.text))
            return []
        return [Given(fact, found)]

    def _assigned(self, tree: Mapping, key: str) -> list[Assignment]:
        made = []
        for name, value in _pairs(tree, key):
            found = self._expression(value, value.text.removeprefix("= "))
            if found is not None:
                self.names[name] = found.kind
                made.append(Assignment(name, found))
        return made

    def _expression(self, node: Node, text: str) -> Expression | None:
        try:
            return read(text, self.names, self.recipe_.laws)
        except NotUnderstood as error:
            self.wrong.append(mistake("L0110", node.span, lu=str(error)))
            return None

    def _parts(self, tree: Mapping, key: str, default: int) -> int:
        value = tree.get(key)
        return self._millionths(value) if isinstance(value, Scalar) else default

    def _millionths(self, value: Scalar) -> int:
        number = read_decimal(value.text.removesuffix("%").strip())
        if number is None:
            self.wrong.append(mistake("L0110", value.span, lu=value.text))
            return 0
        return int(number * _PARTS / 100)

    def _unknown(self, name: str, span: Span, known: list[str]) -> None:
        self.wrong.append(mistake("L0111", span, nom=name, proche=meant(name, known)))


def _written(fact: Attribute, text: str) -> int | str | None:
    """A value that the recipe says itself; None when the fact cannot have it."""
    match fact.type:
        case Date():
            return read_day(text)
        case Month():
            month = read_month(text)
            return None if month is None else first_day(month)
        case Number():
            number = read_decimal(text)
            return None if number is None or (number * HUNDREDTHS).denominator != 1 else int(number * HUNDREDTHS)
        case YesNo():
            return text if text in ("oui", "non") else None
        case Choice(options):
            return text if text in options else None
        case _:
            return text


def _needed(fact: Attribute) -> Kind:
    match fact.type:
        case Date() | Month():
            return "jour"
        case Number():
            return "nombre"
        case YesNo() | Choice() | Label() | RecordOf():
            return "texte"
        case _:
            raise AssertionError(fact.type)


def _items(tree: Node, key: str) -> list[Mapping]:
    found = tree.get(key) if isinstance(tree, Mapping) else None
    return [one for one in found.items if isinstance(one, Mapping)] if isinstance(found, Sequence) else []


def _pairs(tree: Mapping, key: str) -> list[tuple[str, Scalar]]:
    found = tree.get(key)
    entries = found.entries if isinstance(found, Mapping) else ()
    return [(entry.key.text, entry.value) for entry in entries if isinstance(entry.value, Scalar)]


def _level(text: str) -> int:
    """« 12,5 % » in hundredths of a percent."""
    return _whole_text(text.removesuffix("%").strip(), HUNDREDTHS)


def _whole(value: Scalar, size: int) -> int:
    return _whole_text(value.text.removesuffix("%").strip(), size)


def _whole_text(text: str, size: int) -> int:
    number = read_decimal(text)
    if number is None or (number * size).denominator != 1:
        raise ValueError(text)
    return int(number * size)


def _bounds(text: str) -> tuple[int, int]:
    first, _, last = text.partition(" à ")
    return _whole_text(first, 1), _whole_text(last or first, 1)
