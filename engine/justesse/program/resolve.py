"""Paths to terms: what « le salaire de la paie précédente » means in a sentence.

A path is read from its right end: the last noun is a subject in scope, each noun before it an attribute of what follows.
Knows declarations and the calendar; expressions and conditions are lowered elsewhere.
"""

from typing import Literal

from justesse.diagnostics.near_names import nearest
from justesse.program.core import (
    Apply, Case, Const, Core, DayFold, Field, Flatten, Fold, GroupOf, Groups, Members, Neighbour, Options, Select, Series,
    Single, Slot, Value,
)  # fmt: skip
from justesse.program.declarations import DAY_NAMES, Attribute, Declarations, Record, Subject
from justesse.program.terms import Many, One, Scope, Spread, Term, ill
from justesse.program.types import Choice, Date, Days, ListOf, Month, RecordOf, Type, YesNo, french
from justesse.syntax import nodes as n
from justesse.syntax.names import collapsed
from justesse.values.calendar import LAST_DAY

_DATE_STEPS: dict[str, tuple[str, Type]] = {
    "lendemain": ("next_day", Date()), "veille": ("previous_day", Date()), "mois civil": ("month_of", Month()),
    "1er janvier": ("january_1", Date()),
}  # fmt: skip
CALENDAR_PREDICATES = {"samedi": "saturday", "dimanche": "sunday", "jour férié": "holiday"}


class Resolver:
    """Resolves paths against the declarations; marks attributes as used; knows which facts are supplied by a sentence."""

    def __init__(self, declarations: Declarations) -> None:
        self.declarations = declarations
        self.supplied: dict[str, str] = {}
        """Fact key → key of the quantity that supplies it when the case does not say."""
        self.implicit: dict[str, tuple[Record, Core]] = {}
        """First and last day of groups: key → (group, formula over slot 1)."""

    # --- entry ---------------------------------------------------------------------------------------

    def path(self, path: n.Path, scope: Scope) -> Term:
        """The term of a whole path."""
        if path.before is not None:
            return self._before(path, scope)
        target = self.path(path.target, scope) if path.target is not None else None
        term = self._base(path.segments[-1], scope, alone=len(path.segments) == 1)
        for segment in reversed(path.segments[:-1]):
            term = self._step(term, segment, scope, target)
        return term

    def one(self, path: n.Path, scope: Scope) -> One:
        """The single value of a path, or a mistake."""
        term = self.path(path, scope)
        if not isinstance(term, One):
            raise ill("R0301", path.span, nom=_words(path))
        return term

    def _before(self, path: n.Path, scope: Scope) -> One:
        """« le 1er janvier précédant D », « le mois civil précédant D »."""
        assert path.before is not None
        point = self.one(path.before, scope)
        match collapsed(path.segments[-1].name), point.type:
            case "1er janvier", Date():
                return One(Apply("january_1_before", (point.core,)), Date())
            case "1er janvier", Month():
                return One(Apply("january_1_before", (Apply("first_day", (point.core,)),)), Date())
            case "mois civil", Date():
                month: Term = One(Apply("previous_month", (Apply("month_of", (point.core,)),)), Month())
            case "mois civil", Month():
                month = One(Apply("previous_month", (point.core,)), Month())
            case _:
                raise ill("R0302", path.span, nom=_words(path))
        for segment in reversed(path.segments[:-1]):
            month = self._step(month, segment, scope, None)
        if not isinstance(month, One):
            raise ill("R0301", path.span, nom=_words(path))
        return month

    # --- the last noun -------------------------------------------------------------------------------

    def _base(self, segment: n.Segment, scope: Scope, alone: bool) -> Term:
        name = collapsed(segment.name)
        if scope.element is not None and alone and not _this(segment):
            own = self._attribute_of(scope.element, segment, scope, None)
            if own is not None:
                return self._modified(own, segment, scope)
        found = self._in_scope(name, scope)
        if found is not None:
            return self._modified(found, segment, scope)
        if name in self.declarations.parameter_forms:
            return self._parameter(name, segment, scope)
        options = self._choice_list(name, scope)
        if options is not None:
            return options
        if scope.element is not None:
            own = self._attribute_of(scope.element, segment, scope, None)
            if own is not None:
                return self._modified(own, segment, scope)
        raise self._no_subject(segment, scope)

    def _in_scope(self, name: str, scope: Scope) -> One | None:
        record = self.declarations.record_of(name)
        for called, term in scope.named.items():
            same_record = record is not None and isinstance(term.type, RecordOf) and term.type.record == record.name
            if called == name or same_record or (name == "jours" and called == "jour"):
                return term
        implied = self.declarations.implied.get(name)
        if implied is None:
            return None
        owner = implied.path.split(" de ", 1)[-1].removeprefix("l'").removeprefix("la ").removeprefix("le ")
        base = self._in_scope(collapsed(owner), scope) if collapsed(owner) != name else None
        if base is None:
            return None
        found = self._attribute_of(base, n.Segment(None, name), scope, None)
        return found if isinstance(found, One) else None

    def _parameter(self, name: str, segment: n.Segment, scope: Scope) -> One:
        parameter = self.declarations.parameters[self.declarations.parameter_forms[name]]
        if not parameter.clock:
            raise ill("R0401", segment.span, nom=parameter.name)
        return One(Series(parameter.name, self.clock_of(parameter.clock, scope, segment)), parameter.type)

    def clock_of(self, words: str, scope: Scope, segment: n.Segment) -> Core:
        """The date of a clock declared in words (« la date de référence de la chaîne »)."""
        names = [_strip(part) for part in _split_path(words)]
        path = n.Path(tuple(n.Segment(None, name, span=segment.span) for name in names), span=segment.span)
        term = self.one(path, scope)
        if not isinstance(term.type, Date):
            raise ill("R0402", segment.span, nom=words, type=french(term.type))
        return term.core

    def _choice_list(self, name: str, scope: Scope) -> Term | None:
        for attribute in self.declarations.by_form.get(name, []):
            if isinstance(attribute.type, Choice) and name in map(collapsed, attribute.forms):
                return Many(Options(attribute.type.options), One(Slot(scope.depth), attribute.type), scope.depth)
        return None

    # --- one noun further left -----------------------------------------------------------------------

    def _step(self, base: Term, segment: n.Segment, scope: Scope, target: Term | None) -> Term:
        match base:
            case One():
                found = self._attribute_of(base, segment, scope, target)
                if found is None:
                    raise self._not_of(segment, base)
                return self._modified(found, segment, scope)
            case Many():
                return self._modified(self._mapped(base, segment, scope, target), segment, scope)
            case Spread():
                body = self._attribute_of(base.body or base.day, segment, scope, target)
                if not isinstance(body, One):
                    raise self._not_of(segment, base.day)
                return Spread(base.owners, base.owner, base.slot, base.first, base.last, base.where, body, base.start, base.end)

    def _mapped(self, base: Many, segment: n.Segment, scope: Scope, target: Term | None) -> Term:
        inner = Scope(scope.subjects, base.slot + 1, None, scope.missing, scope.named)
        element = base.body or base.item
        days = self._days_of_each(base, segment) if base.body is None else None
        if days is not None:
            return days
        found = self._attribute_of(element, segment, inner, target)
        match found:
            case One():
                return Many(base.source, base.item, base.slot, found)
            case Many():
                item = One(Slot(base.slot), found.item.type, found.item.owner, found.item.owner_subjects, found.item.listed)
                return Many(Flatten(base.source, found.source), item, base.slot)
            case _:
                raise self._not_of(segment, element)

    def _days_of_each(self, base: Many, segment: n.Segment) -> Spread | None:
        """« les jours (de garde) des tours du lecteur »: the days of several owners."""
        if not isinstance(base.item.type, RecordOf):
            return None
        return self._days_of(base.item, base.source, base.slot, segment)

    # --- attributes ----------------------------------------------------------------------------------

    def _attribute_of(self, base: One, segment: n.Segment, scope: Scope, target: Term | None) -> Term | None:
        """The attribute called by this noun, of this value; None when there is none."""
        name = collapsed(segment.name)
        match base.type:
            case RecordOf(record):
                return self._of_record(base, self.declarations.records[record], segment, scope, target)
            case Date():
                return self._of_day(base, name, scope, target)
            case Month():
                return self._of_month(base, segment, name, scope, target)
            case Days():
                first, last = Apply("span_first", (base.core,)), Apply("span_last", (base.core,))
                return self._edge_or_days(Single(base.core), base, scope.depth, first, last, segment)
            case _:
                return None

    def _of_record(self, base: One, record: Record, segment: n.Segment, scope: Scope, target: Term | None) -> Term | None:
        name = collapsed(segment.name)
        for attribute in self.declarations.by_form.get(name, []):
            if attribute.subjects and attribute.subjects[0].name == record.name:
                found = self._applied(attribute, (base.core,), base, scope, target)
                if found is not None:
                    return found
        linked = self._linked(base, record, name, scope)
        if linked is not None:
            return linked
        return self._days_of(base, Single(base.core), scope.depth, segment)

    def _applied(self, attribute: Attribute, args: tuple[Core, ...], base: One, scope: Scope, target: Term | None) -> Term | None:
        """A fact or quantity given its first subjects; a further subject comes from « pour » or from the sentence."""
        rest = attribute.subjects[len(args) :]
        if attribute.is_fact:
            attribute.used = True
            return self._fact(attribute, args[0], scope)
        if len(rest) == 1 and not isinstance(rest[0].kind, Date | Month):
            extra = self._extra(rest[0], scope, target)
            if extra is None:
                return None
            args = (*args, extra)
        elif rest:
            return None
        attribute.used = True
        owners = (attribute.subjects, args)
        return self._typed(Value(attribute.key, args), attribute.type, scope, owners, attribute.name)

    def _extra(self, subject: Subject, scope: Scope, target: Term | None) -> Core | None:
        if isinstance(target, One) and target.type == subject.kind:
            return target.core
        inside = scope.named.get(subject.name.lower())
        return inside.core if inside is not None and target is None else None

    def _fact(self, attribute: Attribute, record: Core, scope: Scope) -> Term:
        if attribute.key in self.supplied:
            return self._typed(Value(self.supplied[attribute.key], (record,)), attribute.type, scope, None, "")
        return self._typed(Field(record, attribute.name), attribute.type, scope, None, "")

    def _typed(
        self, core: Core, kind: Type, scope: Scope, owners: tuple[tuple[Subject, ...], tuple[Core, ...]] | None, listed: str
    ) -> Term:
        if not isinstance(kind, ListOf):
            return One(core, kind, (), (Subject(kind.record, kind),) if isinstance(kind, RecordOf) else ())
        slot = Slot(scope.depth)
        if isinstance(kind.item, Month) and owners:
            return Many(core, One(slot, kind.item, owners[1], owners[0], listed), scope.depth)
        subject = (Subject(kind.item.record, kind.item),) if isinstance(kind.item, RecordOf) else ()
        return Many(core, One(slot, kind.item, (), subject), scope.depth)

    def _linked(self, base: One, record: Record, name: str, scope: Scope) -> Term | None:
        """Lists and links that the shape of the records gives: members, groups, records that point here, sub-lists."""
        wanted = self.declarations.record_of(name)
        if wanted is not None:
            subject = Subject(wanted.name, RecordOf(wanted.name))
            item = One(Slot(scope.depth), RecordOf(wanted.name), (), (subject,))
            if wanted.members and self.declarations.root == record.name:
                return Many(Groups(wanted.name), item, scope.depth)
            if self.declarations.members.get(record.name) == wanted.name:
                return One(GroupOf(wanted.name, base.core), RecordOf(wanted.name), (), (subject,))
            if self.declarations.members.get(wanted.name) == record.name:
                return Many(Members(base.core), item, scope.depth)
            for fact in record.facts.values():
                if fact.type == ListOf(RecordOf(wanted.name)):
                    fact.used = True
                    return Many(Field(base.core, fact.name), item, scope.depth)
            return self._pointing(base, record, wanted, item, scope)
        return self._quality_list(base, name, scope)

    def _pointing(self, base: One, record: Record, wanted: Record, item: One, scope: Scope) -> Many | None:
        """The records that name this one in a field: « les prêts du lecteur »."""
        back = next((fact for fact in wanted.facts.values() if fact.type == RecordOf(record.name)), None)
        root = self.declarations.records.get(self.declarations.root)
        if back is None or root is None:
            return None
        whole = next((fact for fact in root.facts.values() if fact.type == ListOf(RecordOf(wanted.name))), None)
        if whole is None:
            return None
        back.used = whole.used = True
        where = Apply("=", (Field(Slot(scope.depth), back.name), base.core))
        return Many(Select(Field(Slot(0), whole.name), where), item, scope.depth)

    def _quality_list(self, base: One, name: str, scope: Scope) -> Term | None:
        """« les prêts tardifs du lecteur »: the sub-list that a noun-quality makes."""
        for attribute in self.declarations.by_form.get(name, []):
            subject = attribute.subjects[0]
            if attribute.kind != "quality" or len(attribute.subjects) != 1 or subject.name == self.declarations.root:
                continue
            term = self._linked(base, self.declarations.records[_record(base)], collapsed(subject.name), scope)
            if isinstance(term, Many):
                attribute.used = True
                test = self._applied(attribute, (Slot(scope.depth),), term.item, scope, None)
                assert isinstance(test, One)
                return Many(Select(term.source, test.core), term.item, scope.depth)
        return None

    # --- days and months -----------------------------------------------------------------------------

    def bounds(self, base: One) -> tuple[Core, Core] | None:
        """First and last day of a period, a group, a month or a span."""
        match base.type:
            case RecordOf(name):
                record = self.declarations.records[name]
                if record.members:
                    member = next(one for one, group in self.declarations.members.items() if group == name)
                    return self._group_edge(base, record, member, "least"), self._group_edge(base, record, member, "greatest")
                if not record.period:
                    return None
                return self._edge(base.core, record.first), self._edge(base.core, record.last)
            case Month():
                return Apply("first_day", (base.core,)), Apply("last_day", (base.core,))
            case Days():
                return Apply("span_first", (base.core,)), Apply("span_last", (base.core,))
            case Date():
                return base.core, base.core
            case _:
                return None

    def _group_edge(self, base: One, group: Record, member: str, kind: Literal["least", "greatest"]) -> Core:
        """The first or last day of a group: an implicit quantity, computed once a group."""
        of = self.declarations.records[member]
        key = f"{'premier' if kind == 'least' else 'dernier'} jour ({group.name})"
        if key not in self.implicit:
            edge = self._edge(Slot(2), of.first if kind == "least" else of.last)
            self.implicit[key] = (group, Fold(kind, Members(Slot(1)), None, edge))
        return Value(key, (base.core,))

    def _edge(self, record: Core, key: str) -> Core:
        attribute = self.declarations.attributes[key]
        attribute.used = True
        core = Field(record, attribute.name) if attribute.is_fact else Value(attribute.key, (record,))
        if attribute.declared.optional:
            return Case(((Apply("nothing?", (core,)), Const(LAST_DAY)),), core)
        return core

    def _days_of(self, base: One, owners: Core, slot: int, segment: n.Segment) -> Spread | None:
        """All the days of a period, or those that have a quality."""
        name = collapsed(segment.name)
        owner = One(Slot(slot), base.type, (), base.owner_subjects)
        edges = self.bounds(owner)
        if edges is None:
            return None
        if name in DAY_NAMES:
            return Spread(owners, owner, slot, *edges)
        for attribute in self.declarations.by_form.get(name, []):
            by_day = len(attribute.subjects) == 2 and isinstance(attribute.subjects[1].kind, Date)
            if by_day and attribute.type == YesNo() and base.owner_subjects == attribute.subjects[:1]:
                attribute.used = True
                return Spread(owners, owner, slot, *edges, Value(attribute.key, (Slot(slot), Slot(slot + 1))))
        return None

    def _edge_or_days(self, owners: Core, base: One, slot: int, first: Core, last: Core, segment: n.Segment) -> Spread | None:
        if collapsed(segment.name) not in DAY_NAMES:
            return None
        owner = One(Slot(slot), base.type)
        return Spread(owners, owner, slot, *(self.bounds(owner) or (first, last)))

    def _of_day(self, base: One, name: str, scope: Scope, target: Term | None) -> Term | None:
        if name in _DATE_STEPS:
            op, kind = _DATE_STEPS[name]
            return One(Apply(op, (base.core,)), kind)  # type: ignore[arg-type]
        for attribute in self.declarations.by_form.get(name, []):
            subjects = attribute.subjects
            if len(subjects) > 1 and isinstance(subjects[1].kind, Date) and subjects[:1] == base.owner_subjects[:1]:
                return self._applied(attribute, (*base.owner, base.core), base, scope, target)
        return None

    def _of_month(self, base: One, segment: n.Segment, name: str, scope: Scope, target: Term | None) -> Term | None:
        if name in DAY_NAMES:
            first, last = Apply("first_day", (base.core,)), Apply("last_day", (base.core,))
            if segment.rank in ("first", "last"):
                return One(first if segment.rank == "first" else last, Date())
            return Spread(Single(base.core), One(Slot(scope.depth), Month()), scope.depth, first, last)
        for attribute in self.declarations.by_form.get(name, []):
            subjects = attribute.subjects
            if len(subjects) > 1 and subjects[1].listed and subjects[:1] == base.owner_subjects[:1] and base.owner:
                return self._applied(attribute, (*base.owner, base.core), base, scope, target)
        return None

    # --- ranks and neighbours ------------------------------------------------------------------------

    def _modified(self, term: Term, segment: n.Segment, scope: Scope) -> Term:
        if segment.neighbour:
            return self._neighbour(term, segment)
        if segment.rank is None or (isinstance(term, One) and isinstance(term.type, Date)):
            return term
        return self.ranked(term, segment)

    def ranked(self, term: Term, segment: n.Segment) -> Term:
        """« le premier X », « les 12 dernières X », « le dernier jour de X »."""
        match term:
            case Many():
                if segment.count is not None:
                    taken = Select(term.source, None, segment.count if segment.rank == "first" else None,
                                   segment.count if segment.rank == "last" else None)  # fmt: skip
                    return Many(taken, term.item, term.slot, term.body)
                assert segment.rank is not None
                whole = term.body or term.item
                body = term.body.core if term.body else None
                return One(Fold(segment.rank, term.source, None, body), whole.type, whole.owner, whole.owner_subjects, whole.listed)
            case Spread() if segment.rank in ("first", "last"):
                return self.edge_day(term, segment.rank)
            case _:
                raise ill("R0303", segment.span, nom=segment.name)

    def edge_day(self, term: Spread, rank: str) -> One:
        """The first or the last of the days; a plain period gives its own edge."""
        if isinstance(term.owners, Single) and term.where is None and term.start is None and term.end is None:
            edges = self.bounds(One(term.owners.item, term.owner.type, (), term.owner.owner_subjects))
            if edges is not None:
                return One(edges[0] if rank == "first" else edges[1], Date())
        kind = "first" if rank == "first" else "last"
        fold = DayFold(kind, term.owners, term.first, term.last, term.where, None, term.start, term.end)  # type: ignore[arg-type]
        return One(fold, Date())

    def _neighbour(self, term: Term, segment: n.Segment) -> One:
        if isinstance(term, One) and isinstance(term.type, RecordOf):
            step = segment.neighbour
            assert step in (-1, 1)
            return One(Neighbour(term.core, step), term.type, (), term.owner_subjects)
        if isinstance(term, One) and isinstance(term.type, Month):
            op = "previous_month" if segment.neighbour < 0 else "next_month"
            return One(Apply(op, (term.core,)), Month())  # type: ignore[arg-type]
        raise ill("R0304", segment.span, nom=segment.name)

    # --- messages ------------------------------------------------------------------------------------

    def _no_subject(self, segment: n.Segment, scope: Scope) -> Exception:
        owners = sorted({one.subjects[0].name for one in self.declarations.by_form.get(collapsed(segment.name), []) if one.subjects})
        if owners:
            return ill("R0305", segment.span, nom=segment.name, de=" ou ".join(f"« {one} »" for one in owners))
        return ill("R0306", segment.span, nom=segment.name, sujets=", ".join(f"« {one} »" for one in scope.named))

    def _not_of(self, segment: n.Segment, base: One) -> Exception:
        kind = base.type
        if isinstance(kind, RecordOf):
            known = [one.name for one in self.declarations.attributes.values() if one.subjects and one.subjects[0].name == kind.record]
            near = nearest(segment.name, known)
            if near is not None:
                return ill("R0307", segment.span, nom=segment.name, type=french(kind), proche=near)
        return ill("R0308", segment.span, nom=segment.name, type=french(kind))


__all__ = ["CALENDAR_PREDICATES", "Resolver"]


def _record(base: One) -> str:
    assert isinstance(base.type, RecordOf)
    return base.type.record


def _this(segment: n.Segment) -> bool:
    return segment.article in ("ce", "cet", "cette")


def _words(path: n.Path) -> str:
    return " de ".join(segment.name for segment in path.segments)


def _split_path(words: str) -> list[str]:
    """Longest pieces between « de » that are not part of a name: resolved by trying, names first."""
    return [part for part in words.replace(" de la ", "|").replace(" de l'", "|").replace(" du ", "|").replace(" des ", "|").split("|") if part]


def _strip(words: str) -> str:
    for article in ("le ", "la ", "les ", "l'"):
        words = words.removeprefix(article)
    return words
