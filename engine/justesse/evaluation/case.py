"""A case file, tree to records: every scalar typed by the declarations, every mistake gathered with its place.

Nothing is guessed: a field that is missing is unknown, without object, its declared default, or a mistake. Lists are
put in their declared order, so the order of the file never matters.
"""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from justesse.diagnostics.diagnostic import Diagnostic, has_errors, mistake
from justesse.diagnostics.near_names import meant, nearest, some_of
from justesse.evaluation.assembly import Assembly
from justesse.evaluation.facts import Record, Stated
from justesse.evaluation.statements import agreed, contradiction, sources
from justesse.program.case_schema import UNKNOWN_WORDS
from justesse.program.declarations import Attribute, Declarations
from justesse.program.declarations import Record as RecordType
from justesse.program.types import Choice, Date, Label, ListOf, Month, Number, RecordOf, YesNo
from justesse.text.positioned_yaml import Entry, Mapping, Node, Scalar, Sequence
from justesse.text.source import Span
from justesse.values.calendar import read_day, read_month
from justesse.values.numbers import read_decimal, without_unit
from justesse.values.states import NotApplicable, Unknown

MAX_RECORDS = 5_000
MAX_GROUPED = 200
"""The most records of a kind that rules unite in groups: each is compared with those before it."""
WITHOUT_OBJECT = "sans objet"
PAPER_KEYS = ("pièce", "reçue le")
CHOICE_KEYS = ("retenue", "motif")
"""What a person writes beside one of several papers that differ."""
VALUE_KEYS = ("valeur", *PAPER_KEYS)
_COMPARED = 2_000
"""Names compared with links that lead nowhere; beyond, a few names are told without looking for the nearest."""
_REASONS = {
    "date": "D0105", "mois": "D0106", "nombre": "D0107", "ouinon": "D0108", "choix": "D0109",
}  # fmt: skip


@dataclass(slots=True)
class CaseFile:
    """The records of a case; `root` holds the lists. `title` is free text; `diagnostics` what to look at, but no error."""

    root: Record
    title: str = ""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def beside_keys(kind: RecordType) -> tuple[str, ...]:
    """What a record may say beside its facts: its paper; the choice of a person, when papers may describe it twice."""
    chosen = bool(kind.unique) and kind.facts.keys().isdisjoint(CHOICE_KEYS)
    return (*PAPER_KEYS, *(CHOICE_KEYS if chosen else ()))


def read_case(tree: Node, declared: Declarations) -> tuple[CaseFile | None, list[Diagnostic]]:
    """The case with what to look at in it, or None with every mistake."""
    reader = _Reader(declared)
    case = reader.case(tree)
    case.diagnostics = reader.diagnostics
    return (None if has_errors(reader.diagnostics) else case), reader.diagnostics


class _Reader:
    def __init__(self, declared: Declarations) -> None:
        self.declared = declared
        self.diagnostics: list[Diagnostic] = []
        self.labels: dict[tuple[str, str], Record] = {}
        self.links: list[tuple[Record, Attribute, str, Span]] = []
        self.places: dict[Record, Span] = {}
        self.retained: dict[Record, str] = {}
        self.count = 0

    def case(self, tree: Node) -> CaseFile:
        """Scalars of the root under its name, lists at the top."""
        root_type = self.declared.records[self.declared.root]
        root = Record(root_type.name, {})
        if not isinstance(tree, Mapping):
            self._wrong("D0101", tree.span)
            return CaseFile(root)
        lists = {name: fact for name, fact in root_type.facts.items() if isinstance(fact.type, ListOf)}
        known = [*lists, root_type.name, "dossier"]
        title = ""
        scalars: Mapping | None = None
        for entry in tree.entries:
            name = entry.key.text
            if name == "dossier" and isinstance(entry.value, Scalar):
                title = entry.value.text
            elif name == root_type.name and isinstance(entry.value, Mapping):
                scalars = entry.value
            elif name == root_type.name:
                self._wrong("D0101", entry.value.span)
            else:
                listed = name if name in lists else self._unknown_key(entry, known)
                if listed in lists and listed not in root.fields:
                    root.fields[listed] = self._list(lists[listed], entry.value)
        for name in lists:
            root.fields.setdefault(name, ())
        self._fields(root, root_type, scalars, scalars.span if scalars else tree.span)
        self._link()
        Assembly(self.declared, self.places, self.retained, self.diagnostics).assemble(root, lists)
        return CaseFile(root, title)

    # --- records -------------------------------------------------------------------------------------

    def _list(self, fact: Attribute, node: Node) -> tuple[Record, ...]:
        assert isinstance(fact.type, ListOf) and isinstance(fact.type.item, RecordOf)
        kind = self.declared.records[fact.type.item.record]
        if isinstance(node, Scalar) and not node.text:
            return ()
        if not isinstance(node, Sequence):
            self._wrong("D0102", node.span, champ=fact.name)
            return ()
        found: list[Record] = []
        for number, item in enumerate(node.items, 1):
            if not isinstance(item, Mapping):
                self._wrong("D0103", item.span, champ=fact.name)
                continue
            made = self._records(kind, item, f"{fact.name}, {number}")
            found.extend(made)
            self.count += max(len(made), 1)
            if self.count > MAX_RECORDS:
                self._wrong("D0119", item.span, limite=MAX_RECORDS, fiche="fiches")
                return ()
            if len(found) > MAX_GROUPED and self._united(fact):
                self._wrong("D0119", item.span, limite=MAX_GROUPED, fiche=f"fiches « {kind.name} »")
                return ()
        return tuple(found)

    def _united(self, fact: Attribute) -> bool:
        """Whether a group is made of this list: « les … de … »."""
        return any(f" {fact.name} " in f" {one.members} " for one in self.declared.records.values())

    def _records(self, kind: RecordType, node: Mapping, place: str) -> list[Record]:
        """One record; « M1 à M2 » for a month gives one record a month."""
        months = [fact for fact in kind.facts.values() if isinstance(fact.type, Month)]
        for fact in months:
            value = node.get(fact.name)
            if isinstance(value, Scalar) and " à " in value.text:
                return self._repeated(kind, node, fact, value, place)
        return [self._record(kind, node, place)]

    def _repeated(self, kind: RecordType, node: Mapping, fact: Attribute, value: Scalar, place: str) -> list[Record]:
        first, last = (read_month(part) for part in value.text.split(" à ", 1))
        if first is None or last is None or last < first or last - first > 600:
            self._wrong("D0106", value.span, champ=fact.name, lu=value.text)
            return []
        rest = Mapping(tuple(one for one in node.entries if one.key.text != fact.name), node.span)
        before = len(self.links)
        template = self._record(kind, rest, place, fact.name)
        links = self.links[before:]
        del self.links[before:]
        made = []
        for month in range(first, last + 1):
            fields = {**template.fields, fact.name: month}
            one = replace(template, fields=fields, provenance=dict(template.provenance), statements=dict(template.statements))
            self.places[one] = node.span
            if template in self.retained:
                self.retained[one] = self.retained[template]
            made.append(one)
            self.links.extend((one, attribute, text, span) for _, attribute, text, span in links)
        return made

    def _record(self, kind: RecordType, node: Mapping, place: str, given: str = "") -> Record:
        record = Record(kind.name, {}, place=place)
        self.places[record] = node.span
        known = beside_keys(kind)
        beside = {entry.key.text: entry.value for entry in node.entries if entry.key.text in known}
        rest = Mapping(tuple(entry for entry in node.entries if entry.key.text not in beside), node.span)
        record.paper, record.received = self._paper(beside)
        retained, reason = self._choice(beside, kind.name, node.span) if "retenue" in beside else (False, "")
        if retained:
            self.retained[record] = reason
        self._fields(record, kind, rest, node.span, given)
        self._period(record, kind, node)
        for fact in kind.facts.values():
            label = record.fields.get(fact.name)
            if isinstance(fact.type, Label) and isinstance(label, str):
                other = self.labels.get((kind.name, label))
                if other is not None:
                    self.diagnostics.append(mistake("D0110", node.span, self.places[other], nom=label, fiche=kind.name))
                self.labels[(kind.name, label)] = record
        return record

    def _paper(self, papers: dict[str, Node]) -> tuple[str, int | None]:
        named, received = papers.get("pièce"), papers.get("reçue le")
        day = read_day(received.text) if isinstance(received, Scalar) else None
        if isinstance(received, Scalar) and day is None:
            self._wrong("D0105", received.span, champ="reçue le", lu=received.text)
        return named.text if isinstance(named, Scalar) else "", day

    def _period(self, record: Record, kind: RecordType, node: Mapping) -> None:
        if not (kind.first and kind.last):
            return
        first, last = self.declared.attributes[kind.first], self.declared.attributes[kind.last]
        start, end = record.fields.get(first.name), record.fields.get(last.name)
        if first.is_fact and last.is_fact and isinstance(start, int) and isinstance(end, int) and end < start:
            value = node.get(last.name)
            self._wrong("D0111", value.span if value else node.span, debut=first.name, fin=last.name)

    def _fields(self, record: Record, kind: RecordType, node: Mapping | None, span: Span, given: str = "") -> None:
        entries = {entry.key.text: entry for entry in node.entries} if node else {}
        facts = {name: fact for name, fact in kind.facts.items() if not isinstance(fact.type, ListOf)}
        others = [entry for name, entry in entries.items() if name not in facts]
        meant = {self._unknown_key(entry, [*facts, *beside_keys(kind)]): entry for entry in others}
        for name, fact in facts.items():
            if name == given:
                continue
            said = entries.get(name) or meant.get(name)
            if said is not None:
                record.fields[name] = self._field(record, fact, said.value)
            else:
                record.fields[name] = self._missing(fact, kind, span)

    def _missing(self, fact: Attribute, kind: RecordType, span: Span) -> object:
        declared = fact.declared
        if declared.default is not None:
            return self._default(fact, declared.default)
        if declared.optional:
            return NotApplicable("absent")
        if declared.may_be_unknown:
            return Unknown((f"{fact.name} ({kind.name})",))
        self._wrong("D0104", span, champ=fact.name, fiche=kind.name)
        return Unknown()

    def _default(self, fact: Attribute, text: str) -> object:
        if isinstance(fact.type, YesNo):
            return text == "oui"
        return read_decimal(text) if isinstance(fact.type, Number) else text

    # --- scalars -------------------------------------------------------------------------------------

    def _field(self, record: Record, fact: Attribute, node: Node) -> object:
        if isinstance(node, Mapping):
            return self._with_paper(record, fact, node)
        if isinstance(node, Sequence) and any(isinstance(one, Mapping) for one in node.items):
            return self._with_papers(record, fact, node)
        if not isinstance(node, Scalar):
            self._wrong("D0112", node.span, champ=fact.name)
            return Unknown()
        text = node.text.strip()
        if text in UNKNOWN_WORDS:
            return self._said_unknown(fact, node)
        if text == WITHOUT_OBJECT and fact.declared.optional:
            return NotApplicable("sans objet")
        return self._scalar(record, fact, text, node.span)

    def _with_paper(self, record: Record, fact: Attribute, node: Mapping) -> object:
        for entry in node.entries:
            if entry.key.text not in VALUE_KEYS:
                self._unknown_key(entry, list(VALUE_KEYS))
        value = node.get("valeur")
        record.provenance[fact.name] = self._paper({entry.key.text: entry.value for entry in node.entries})
        if not isinstance(value, Scalar):
            self._wrong("D0112", node.span, champ=fact.name)
            return Unknown()
        return self._field(record, fact, value)

    def _with_papers(self, record: Record, fact: Attribute, node: Sequence) -> object:
        """A fact said by several papers: what they agree on or a person retained, otherwise unknown, and told."""
        links = len(self.links)
        said = tuple(self._stated(record, fact, one) for one in node.items)
        read, self.links[links:] = self.links[links:], []
        if sum(one.retained for one in said) > 1:
            self._wrong("D0121", node.span, champ=fact.name, cause="plusieurs valeurs sont retenues")
        record.statements[fact.name] = said
        chosen = agreed(said)
        if chosen is None:
            self.diagnostics.append(contradiction(fact, said, node.span))
            return Unknown((fact.name,))
        self.links.extend([link for link in read if link[2] == chosen.value][:1])
        agreeing = [one for one in said if one.value == chosen.value]
        record.provenance[fact.name] = sources(agreeing), chosen.received if len(agreeing) == 1 else None
        return chosen.value

    def _stated(self, record: Record, fact: Attribute, node: Node) -> Stated:
        entries = {entry.key.text: entry for entry in node.entries} if isinstance(node, Mapping) else {}
        for name, entry in entries.items():
            if name not in (*VALUE_KEYS, *CHOICE_KEYS):
                self._unknown_key(entry, [*VALUE_KEYS, *CHOICE_KEYS])
        beside = {name: entry.value for name, entry in entries.items()}
        value, (paper, received) = beside.get("valeur"), self._paper(beside)
        if not paper:
            self._wrong("D0104", node.span, champ="pièce", fiche=fact.name)
        retained, reason = self._choice(beside, fact.name, node.span)
        if not isinstance(value, Scalar):
            self._wrong("D0112", node.span, champ=fact.name)
            return Stated(Unknown(), paper, received, retained, reason)
        return Stated(self._field(record, fact, value), paper, received, retained, reason)

    def _choice(self, beside: dict[str, Node], name: str, span: Span) -> tuple[bool, str]:
        """Whether a person retained this among several, and why: « retenue: oui », « motif: … »."""
        said, reason = (one.text.strip() if isinstance(one, Scalar) else "" for one in map(beside.get, CHOICE_KEYS))
        if "retenue" in beside and said not in ("oui", "non"):
            self._wrong("D0121", beside["retenue"].span, champ=name, cause="« retenue » attend oui ou non")
        elif said == "oui" and not reason:
            self._wrong("D0121", span, champ=name, cause="il manque « motif »")
        return said == "oui", reason

    def _said_unknown(self, fact: Attribute, node: Scalar) -> object:
        if not fact.declared.may_be_unknown:
            self._wrong("D0113", node.span, champ=fact.name)
        return Unknown((f"{fact.name} ({fact.subjects[0].name})",))

    def _scalar(self, record: Record, fact: Attribute, text: str, span: Span) -> object:
        value: Any
        match fact.type:
            case Date():
                value, reason = read_day(text), "date"
            case Month():
                value, reason = read_month(text), "mois"
            case Number():
                value, reason = read_decimal(text), "nombre"
                if isinstance(value, Fraction):
                    self._bounds(fact, value, span, text)
            case YesNo():
                value, reason = {"oui": True, "non": False}.get(text), "ouinon"
            case Choice(options):
                value, reason = (text if text in options else None), "choix"
                if value is None:
                    near = nearest(text, options) or ", ".join(f"« {one} »" for one in options)
                    self._wrong("D0109", span, champ=fact.name, lu=text, proche=near)
                    return Unknown()
            case RecordOf():
                self.links.append((record, fact, text, span))
                return text
            case _:
                return text
        if value is None:
            self._wrong(_REASONS[reason], span, champ=fact.name, lu=text, exemple=without_unit(text) or "3000,50")
            return Unknown()
        return value

    def _bounds(self, fact: Attribute, value: Fraction, span: Span, text: str) -> None:
        low, high = fact.declared.at_least, fact.declared.at_most
        if (low is not None and value < low) or (high is not None and value > high):
            limit = f"au moins {low}" if low is not None and value < low else f"au plus {high}"
            self._wrong("D0114", span, champ=fact.name, lu=text, borne=limit)

    # --- links, unknown names ----------------------------------------------------------------------------

    def _link(self) -> None:
        known: dict[str, list[str]] = {}
        for kind, label in self.labels:
            known.setdefault(kind, []).append(label)
        compared = 0
        for record, fact, text, span in self.links:
            assert isinstance(fact.type, RecordOf)
            target = self.labels.get((fact.type.record, text))
            if target is None:
                names = known.get(fact.type.record, [])
                near = meant(text, names) if compared < _COMPARED else some_of(names)
                compared += len(names)
                self._wrong("D0115", span, champ=fact.name, lu=text, proche=near)
            record.fields[fact.name] = target or Unknown()

    def _unknown_key(self, entry: Entry, known: list[str]) -> str | None:
        """Told, and the name probably meant: it is read as that one, so that one mistake neither hides others nor makes any."""
        near = nearest(entry.key.text, known)
        if near is None:
            self._wrong("D0118", entry.key.span, champ=entry.key.text, connus=", ".join(f"« {one} »" for one in known))
        else:
            self._wrong("D0117", entry.key.span, champ=entry.key.text, proche=near)
        return near

    def _wrong(self, code: str, span: Span, **details: object) -> None:
        self.diagnostics.append(mistake(code, span, **details))
