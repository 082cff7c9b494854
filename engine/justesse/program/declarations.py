"""What the vocabulary declares, typed: records, attributes, groups, parameters, papers, views.

An attribute is anything one can say of a subject: a fact or a quantity. Sentences are not read here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.program.types import Choice, Date, Days, Label, ListOf, Month, Number, RecordOf, Type, YesNo
from justesse.syntax import declared as v
from justesse.syntax.names import collapsed, counts_a_list, without_article
from justesse.text.source import Span
from justesse.values.units import NONE, parse_unit

DAY_NAMES = ("jour", "jours")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a quantity is indexed by: a record, a day of the subject before it, a month of a list, a choice.

    `name` is how sentences call it; `kind` its type; `listed` the list attribute it runs over (months).
    """

    name: str
    kind: Type
    listed: str = ""


@dataclass(slots=True)
class Attribute:
    """A fact (`subjects` is the record alone) or a quantity; `key` identifies it in the program."""

    key: str
    name: str
    kind: str
    article: str
    forms: tuple[str, ...]
    type: Type
    subjects: tuple[Subject, ...]
    is_fact: bool
    declared: v.DeclaredField
    span: Span
    used: bool = False


@dataclass(slots=True)
class Record:
    """A record type or a group. `first`/`last` are the attribute keys of its period, when it has days."""

    name: str
    forms: tuple[str, ...]
    span: Span
    facts: dict[str, Attribute] = field(default_factory=dict)
    first: str = ""
    last: str = ""
    unique: tuple[str, ...] = ()
    members: str = ""
    opens: str = ""
    period: bool = False


@dataclass(frozen=True, slots=True)
class Parameter:
    """A dated value; `clock` is a path in words, empty when each use says its date."""

    name: str
    type: Type
    clock: str
    span: Span


@dataclass(slots=True)
class Declarations:
    """Everything declared. `by_form` finds attributes by any of their forms."""

    root: str = ""
    records: dict[str, Record] = field(default_factory=dict)
    record_forms: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, Attribute] = field(default_factory=dict)
    by_form: dict[str, list[Attribute]] = field(default_factory=dict)
    parameters: dict[str, Parameter] = field(default_factory=dict)
    parameter_forms: dict[str, str] = field(default_factory=dict)
    papers: list[v.PaperDeclaration] = field(default_factory=list)
    implied: dict[str, v.ImpliedDeclaration] = field(default_factory=dict)
    views: list[v.ViewDeclaration] = field(default_factory=list)
    members: dict[str, str] = field(default_factory=dict)
    """Record type → the group that gathers it."""

    def record_of(self, form: str) -> Record | None:
        """The record type called by this form (singular or plural)."""
        name = self.record_forms.get(collapsed(form))
        return self.records[name] if name else None

    def opening(self, group: str) -> Attribute:
        """The quantity that says which members open a group of this kind."""
        member = next(name for name, gathered in self.members.items() if gathered == group)
        return next(iter(self.openings(group, member)))

    def openings(self, group: str, member: str) -> Iterator[Attribute]:
        """What may say it: what a declared group is opened by, that a member is or is not."""
        for one in self.by_form.get(self.records[group].opens.lower(), []):
            if one.subjects == (Subject(member, RecordOf(member)),) and isinstance(one.type, YesNo):
                yield one

    def names(self) -> tuple[list[str], list[str], list[str]]:
        """Every form: nouns, verbs, negative verbs, for the scanner."""
        nouns = [*self.record_forms, *self.parameter_forms]
        verbs: list[str] = []
        negatives: list[str] = []
        for attribute in self.attributes.values():
            if attribute.kind == "verb":
                verbs.append(attribute.name)
                negatives.extend(attribute.forms)
            else:
                nouns.extend((attribute.name, *attribute.forms))
        return nouns, verbs, negatives


def declare(parts: list[v.Declaration]) -> tuple[Declarations, list[Diagnostic]]:
    """The typed vocabulary, and what contradicts itself in it."""
    maker = _Maker()
    for part in parts:
        maker.names(part)
    for part in parts:
        maker.contents(part)
    maker.periods()
    maker.groups()
    maker.lists_of_months()
    return maker.made, maker.diagnostics


class _Maker:
    def __init__(self) -> None:
        self.made = Declarations()
        self.diagnostics: list[Diagnostic] = []

    def names(self, part: v.Declaration) -> None:
        """First pass: record and group names, so that any order of declarations works."""
        match part:
            case v.RecordDeclaration(name, _, period, subject, unique):
                self._record(name, unique=unique, period=period)
                if subject:
                    self.made.root = name.name
            case v.GroupDeclaration(name, members, opens):
                self._record(name, members=members, opens=opens, period=True)
            case _:
                pass

    def contents(self, part: v.Declaration) -> None:
        """Second pass: everything that refers to records."""
        match part:
            case v.RecordDeclaration(name, fields):
                subject = Subject(name.name, RecordOf(name.name))
                for one in fields:
                    self._attribute(one, (subject,), True)
            case v.QuantitiesDeclaration(words, fields, span):
                subjects = subjects_of(words, self.made)
                if not subjects:
                    self.diagnostics.append(mistake("R0204", span, nom=words))
                for one in fields:
                    self._attribute(one, subjects, False)
            case v.GroupDeclaration(name, members):
                gathered = self.made.record_of(without_article(members.split(" de ")[0].split(" du ")[0]))
                if gathered is None:
                    self.diagnostics.append(mistake("R0204", name.span, nom=members))
                else:
                    self.made.members[gathered.name] = name.name
            case v.ParameterDeclaration(name, kind, clock):
                self._parameter(name, kind, clock)
            case v.PaperDeclaration():
                self.made.papers.append(part)
            case v.ImpliedDeclaration(name):
                self.made.implied[collapsed(name)] = part
            case v.ViewDeclaration():
                self.made.views.append(part)

    def periods(self) -> None:
        """The days of each record: the attributes that open and close its period; a group spans its members."""
        for attribute in self.made.attributes.values():
            owner = self.made.records.get(attribute.subjects[0].name) if attribute.subjects else None
            if owner is None or len(attribute.subjects) != 1:
                continue
            owner.first = attribute.key if attribute.declared.opens else owner.first
            owner.last = attribute.key if attribute.declared.closes else owner.last
        for record in self.made.records.values():
            if record.period and not record.members and not (record.first and record.last):
                self.diagnostics.append(mistake("R0205", record.span, nom=record.name))

    def groups(self) -> None:
        """A group is cut before each member that a quantity says opens one."""
        for member, group in self.made.members.items():
            record = self.made.records[group]
            if not any(self.made.openings(group, member)):
                self.diagnostics.append(mistake("R0216", record.span, regroupement=group, nom=record.opens, fiche=member))

    def lists_of_months(self) -> None:
        """A month gone through is one of a list that its record alone gives."""
        for attribute in self.made.attributes.values():
            for first, month in pairwise(attribute.subjects):
                if month.listed and not any(
                    one.type == ListOf(Month()) and one.subjects == (first,) for one in self.made.by_form.get(month.listed, [])
                ):
                    self.diagnostics.append(mistake("R0213", attribute.span, nom=month.listed, fiche=first.name))

    def _record(
        self, name: v.DeclaredName, *, unique: tuple[str, ...] = (), members: str = "", opens: str = "", period: bool = False
    ) -> None:
        self._free(name)
        record = Record(name.name, name.forms, name.span, {}, "", "", unique, members, opens, period)
        if name.name in self.made.records:
            self.diagnostics.append(mistake("R0209", name.span, self.made.records[name.name].span, nom=name.name))
        self.made.records[name.name] = record
        for form in (name.name, *name.forms):
            self.made.record_forms[collapsed(form)] = name.name

    def _attribute(self, one: v.DeclaredField, subjects: tuple[Subject, ...], is_fact: bool) -> None:
        self._free(one.name)
        key = f"{one.name.name} ({', '.join(subject.name for subject in subjects)})"
        kind = self.type(one.type, one.name)
        made = Attribute(
            key, one.name.name, one.name.kind, one.name.article, one.name.forms, kind, subjects, is_fact, one, one.name.span
        )
        if key in self.made.attributes:
            self.diagnostics.append(mistake("R0209", one.name.span, self.made.attributes[key].span, nom=one.name.name))
        self.made.attributes[key] = made
        for form in dict.fromkeys(collapsed(form) for form in (made.name, *made.forms)):
            self.made.by_form.setdefault(form, []).append(made)
        if is_fact and subjects:
            self.made.records[subjects[0].name].facts[made.name] = made

    def _parameter(self, name: v.DeclaredName, kind: v.DeclaredType, clock: str) -> None:
        self._free(name)
        asked = clock == "la date demandée"
        self.made.parameters[name.name] = Parameter(name.name, self.type(kind, name), "" if asked else clock, name.span)
        for form in (name.name, *name.forms):
            self.made.parameter_forms[collapsed(form)] = name.name

    def _free(self, name: v.DeclaredName) -> None:
        """A name that would hide an operation on lists is refused."""
        for form in (name.name, *name.forms):
            if counts_a_list(form):
                self.diagnostics.append(mistake("R0212", name.span, nom=form))

    def type(self, declared: v.DeclaredType, name: v.DeclaredName) -> Type:
        """The type that the words of a declaration mean."""
        match declared.kind:
            case "yes_no":
                return YesNo()
            case "date":
                return Date()
            case "month":
                return Month()
            case "months":
                return ListOf(Month())
            case "days":
                return Days()
            case "label":
                return Label()
            case "choice":
                return Choice(declared.options)
            case "amount" | "duration":
                return Number(parse_unit(declared.unit) or NONE)
            case "number" | "rate":
                return Number(NONE)
            case _:
                record = self.made.record_of(declared.record)
                if record is None:
                    self.diagnostics.append(mistake("R0204", name.span, nom=declared.record))
                link = RecordOf(record.name if record else declared.record)
                return ListOf(link) if declared.kind == "list_of" else link


def subjects_of(words: str, declared: Declarations) -> tuple[Subject, ...]:
    """« jour de garde », « mois de référence de contrat et chaque emploi » as subjects; empty when one is not known."""
    found: list[Subject] = []
    for part in words.replace(" et tout ", " et chaque ").replace(" et toute ", " et chaque ").split(" et chaque "):
        one = _subject(part.strip(), declared)
        if not one:
            return ()
        found.extend(subject for subject in one if subject not in found)
    return tuple(found)


def _subject(words: str, declared: Declarations) -> list[Subject]:
    record = declared.record_of(words)
    if record is not None:
        return [Subject(record.name, RecordOf(record.name))]
    for splitter in (" de l'", " de la ", " du ", " de ", " d'"):
        left, _, right = words.rpartition(splitter)
        owner = declared.record_of(right) if left else None
        if owner is not None:
            base = Subject(owner.name, RecordOf(owner.name))
            day = collapsed(left) in DAY_NAMES
            return [base, Subject("jour", Date()) if day else Subject(left, Month(), left)]
    choice = next((one for one in declared.by_form.get(collapsed(words), []) if isinstance(one.type, Choice)), None)
    return [Subject(words, choice.type)] if choice else []
