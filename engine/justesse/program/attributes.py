"""What can be said of a value: its facts, quantities, links, days and months.

The first half of resolving; reading a whole path is `resolve.py`.
"""

from typing import Literal

from justesse.program.core import (
    Apply,
    Case,
    Const,
    Core,
    Field,
    Fold,
    GroupOf,
    Groups,
    Members,
    Select,
    Single,
    Slot,
    Value,
)  # fmt: skip
from justesse.program.declarations import DAY_NAMES, Attribute, Declarations, Record, Subject
from justesse.program.terms import Many, One, Scope, Spread, Term
from justesse.program.types import Date, Days, ListOf, Month, RecordOf, Type, YesNo
from justesse.syntax import nodes as n
from justesse.syntax.names import collapsed
from justesse.values.calendar import LAST_DAY

_DATE_STEPS: dict[str, tuple[str, Type]] = {
    "lendemain": ("next_day", Date()), "veille": ("previous_day", Date()), "mois civil": ("month_of", Month()),
    "mois civils": ("month_of", Month()),
    "1er janvier": ("january_1", Date()),
}  # fmt: skip
CALENDAR_PREDICATES = {"samedi": "saturday", "dimanche": "sunday", "jour férié": "holiday"}


class Attributes:
    """Finds the attribute that a noun names; marks it as used; knows which facts a sentence supplies."""

    def __init__(self, declarations: Declarations) -> None:
        self.declarations = declarations
        self.supplied: dict[str, str] = {}
        """Fact key → key of the quantity that supplies it when the case does not say."""
        self.implicit: dict[str, tuple[Record, Core]] = {}
        """First and last day of groups: key → (group, formula over slot 1)."""

    # --- attributes ----------------------------------------------------------------------------------

    def of(self, base: One, segment: n.Segment, scope: Scope, target: Term | None) -> Term | None:
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
            elif attribute.subjects[1:] and attribute.subjects[-1].name == record.name:
                found = self._of_last(attribute, base, scope)
                if found is not None:
                    return found
        linked = self._linked(base, record, name, scope)
        if linked is not None:
            return linked
        return self.days_of(base, Single(base.core), scope.depth, segment)

    def _applied(self, attribute: Attribute, args: tuple[Core, ...], base: One, scope: Scope, target: Term | None) -> Term | None:
        """A fact or quantity given its first subjects; a further subject comes from « pour » or from the sentence."""
        rest = attribute.subjects[len(args) :]
        if attribute.is_fact:
            attribute.used = True
            return self._fact(attribute, args[0], scope)
        if len(rest) == 1 and isinstance(target, Many) and _element(target).type == rest[0].kind:
            attribute.used = True
            each = One(Value(attribute.key, (*args, _element(target).core)), attribute.type)
            return Many(target.source, target.item, target.slot, each)
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

    def _of_last(self, attribute: Attribute, base: One, scope: Scope) -> Term | None:
        """A quantity said of its last subject, when the sentence is about the others (« les soldes des contrats »)."""
        before = [scope.named.get(one.name.lower()) for one in attribute.subjects[:-1]]
        args = (*(one.core for one in before if one is not None), base.core)
        if len(args) < len(attribute.subjects):
            return None
        attribute.used = True
        return self._typed(Value(attribute.key, args), attribute.type, scope, (attribute.subjects, args), attribute.name)

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

    def days_of(self, base: One, owners: Core, slot: int, segment: n.Segment) -> Spread | None:
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


def _element(many: Many) -> One:
    """What is taken of each element of a list."""
    return many.body or many.item


def _record(base: One) -> str:
    assert isinstance(base.type, RecordOf)
    return base.type.record
