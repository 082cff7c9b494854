"""Expressions, conditions, lists and windows lowered to the core, with their types and units checked on the way.

One phrase in, one term out, or a mistake raised as `Ill` for the pass that gathers them.
"""

from dataclasses import replace
from fractions import Fraction
from typing import Literal

from justesse.diagnostics.near_names import nearest
from justesse.program.core import (
    Apply, Case, Const, Core, DayFold, Fold, Logic, Months, Round, Select, Series, Shift, Single, Slot, Value,
)  # fmt: skip
from justesse.program.resolve import CALENDAR_PREDICATES, Resolver
from justesse.program.terms import Many, One, Scope, Spread, Term, ill
from justesse.program.types import Choice, Date, Days, Label, ListOf, Month, Number, RecordOf, YesNo, french
from justesse.syntax import nodes as n
from justesse.syntax.names import collapsed
from justesse.values.states import NotApplicable, ToJudge, Unknown
from justesse.values.units import DAY, NONE, Unit, base_unit, parse_unit

_MONTHS_IN = {"mois": 1, "an": 12}
_DAYS_IN = {"jour": 1, "semaine": 7}
STATES = {"unknown": Unknown(("la règle elle-même",)), "judge": ToJudge(), "nothing": NotApplicable()}


class Lowering:
    """Lowers phrases in a scope. `rounds` remembers roundings that name no source, for the checker."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.rounds: list[n.Rounded] = []
        self.literals: list[n.Number] = []

    # --- expressions ---------------------------------------------------------------------------------

    def value(self, phrase: n.Expression, scope: Scope) -> One:
        """A single value."""
        match phrase:
            case n.Number():
                return self._number(phrase)
            case n.DateLiteral(day):
                return One(Const(day, "date"), Date())
            case n.Path():
                return self.resolver.one(phrase, scope)
            case n.Operation():
                return self._operation(phrase, scope)
            case n.Share(factor, words, of):
                part = self._numeric(of, scope, phrase)
                return One(Apply("*", (Const(factor, words), part.core)), part.type)
            case n.Bounded(kind, value, bound):
                return self._bounded(kind, value, bound, scope, phrase)
            case n.Rounded(mode, step, value):
                if not phrase.sources:
                    self.rounds.append(phrase)
                rounded = self._numeric(value, scope, phrase)
                return One(Round(mode, step, rounded.core), rounded.type)
            case n.Shifted():
                return self._shifted(phrase, scope)
            case n.InForce(path, point):
                return self._in_force(path, point, scope)
            case n.Aggregate(kind, listing):
                return self._aggregate(kind, listing, scope, phrase)
            case n.Extremum(kind, _, items):
                return self._extremum(kind, items, scope, phrase)

    def _number(self, phrase: n.Number) -> One:
        self.literals.append(phrase)
        if phrase.unit is None:
            return One(Const(phrase.value), Number(NONE))
        unit = parse_unit(phrase.unit)
        if unit is None:
            raise ill("R0310", phrase.span, unite=phrase.unit)
        return One(Const(phrase.value, phrase.unit), Number(unit))

    def _numeric(self, phrase: n.Expression, scope: Scope, place: n.Expression) -> One:
        term = self.value(phrase, scope)
        if not isinstance(term.type, Number):
            raise ill("R0311", place.span, type=french(term.type))
        return term

    def _operation(self, phrase: n.Operation, scope: Scope) -> One:
        left, right = self._numeric(phrase.left, scope, phrase), self._numeric(phrase.right, scope, phrase)
        a, b = _unit(left), _unit(right)
        match phrase.op:
            case "*":
                unit = a.times(b)
            case "/":
                unit = a.over(b)
            case _:
                if a != b:
                    raise ill("R0312", phrase.span, gauche=a, droite=b)
                unit = a
        return One(Apply(phrase.op, (left.core, right.core)), Number(unit))

    def _bounded(self, kind: str, value: n.Expression, bound: n.Expression, scope: Scope, place: n.Bounded) -> One:
        term, limit = self.value(value, scope), self.value(bound, scope)
        self._same(term, limit, place)
        return One(Apply("min" if kind == "most" else "max", (term.core, limit.core)), term.type)

    def _extremum(self, kind: str, items: tuple[n.Expression, ...], scope: Scope, place: n.Extremum) -> One:
        terms = [self.value(item, scope) for item in items]
        for term in terms[1:]:
            self._same(terms[0], term, place)
        return One(Apply("min" if kind == "least" else "max", tuple(term.core for term in terms)), terms[0].type)

    def _same(self, left: One, right: One, place: n.Expression | None, also: object = None) -> None:
        if left.type == right.type:
            return
        kinds = {type(left.type), type(right.type)}
        if kinds == {Date, Month}:
            raise ill("R0313", getattr(place, "span", None))
        if kinds == {Number}:
            raise ill("R0312", getattr(place, "span", None), gauche=_unit(left), droite=_unit(right))
        raise ill("R0314", getattr(place, "span", None), gauche=french(left.type), droite=french(right.type))

    def _shifted(self, phrase: n.Shifted, scope: Scope) -> One:
        point = self.value(phrase.point, scope)
        if not isinstance(point.type, Date):
            raise ill("R0315", phrase.span, type=french(point.type))
        amount = self.value(phrase.amount, scope)
        unit = _unit(amount).powers
        word = unit[0][0] if len(unit) == 1 and unit[0][1] == 1 else ""
        return One(self.shift(point.core, amount.core, word, phrase.direction, scope, phrase), Date())

    def shift(self, date: Core, amount: Core, word: str, direction: int, scope: Scope, place: object) -> Core:
        """A date moved by an amount in days, weeks, months or years."""
        span = getattr(place, "span", None)
        if word in _DAYS_IN:
            return Shift(date, amount, "day", direction * _DAYS_IN[word], None, span)
        if word in _MONTHS_IN:
            return Shift(date, amount, "month", direction * _MONTHS_IN[word], scope.missing, span)
        raise ill("R0316", span, unite=word or "nombre")

    def _in_force(self, path: n.Path, point: n.Expression, scope: Scope) -> One:
        forms = self.resolver.declarations.parameter_forms
        name = forms.get(collapsed(path.segments[-1].name))
        if name is None or len(path.segments) != 1:
            raise ill("R0403", path.span, nom=path.segments[-1].name)
        date = self.value(point, scope)
        if not isinstance(date.type, Date):
            raise ill("R0402", path.span, nom=name, type=french(date.type))
        return One(Series(name, date.core), self.resolver.declarations.parameters[name].type)

    # --- lists ---------------------------------------------------------------------------------------

    def listing(self, phrase: n.Listing, scope: Scope) -> Term:
        """A list with its filters and its window; a rank at its head applies last (« le dernier X dont … »)."""
        head = phrase.path.segments[0]
        narrowed = bool(phrase.filters) or phrase.window is not None
        if isinstance(phrase.window, n.SpanWindow) and collapsed(head.name) in ("jour", "jours") and len(phrase.path.segments) == 1:
            return self._free_days(phrase.window, scope, phrase)
        path = phrase.path
        if narrowed and head.rank is not None:
            path = replace(path, segments=(replace(head, rank=None, count=None), *path.segments[1:]))
        term = self.resolver.path(path, scope)
        if isinstance(term, One) and isinstance(term.type, Days) and narrowed:
            edges = self.resolver.bounds(term)
            assert edges is not None
            term = Spread(Single(term.core), One(Slot(scope.depth), Days()), scope.depth,
                          Apply("span_first", (Slot(scope.depth),)), Apply("span_last", (Slot(scope.depth),)))  # fmt: skip
        for one in phrase.filters:
            term = self._filtered(term, one, scope)
        if phrase.window is not None:
            term = self._windowed(term, phrase.window, scope, phrase)
        return self.resolver.ranked(term, head) if narrowed and head.rank is not None else term

    def _free_days(self, window: n.SpanWindow, scope: Scope, place: n.Listing) -> Spread:
        """« les jours allant de A à B »."""
        if window.start is None:
            raise ill("R0309", place.span)
        start, end = self._window(window, scope)
        assert start is not None and end is not None
        owner = One(Slot(scope.depth), Days())
        first, last = Apply("span_first", (Slot(scope.depth),)), Apply("span_last", (Slot(scope.depth),))
        return Spread(Single(Apply("span", (start, end))), owner, scope.depth, first, last)

    def _filtered(self, term: Term, one: n.Criterion, scope: Scope) -> Term:
        match term:
            case Many():
                inner = scope.deeper(term.item)
                test = self._criterion(one, term.item, inner)
                if isinstance(term.source, Select) and term.source.first is None and term.source.last is None and term.source.where:
                    test = Logic("all", (term.source.where, test))
                    return Many(Select(term.source.source, test), term.item, term.slot, term.body)
                return Many(Select(term.source, test), term.item, term.slot, term.body)
            case Spread():
                inner = scope.deeper(term.day, 2)
                subject = term.day if one.subject is None or term.owner.type == Days() else None
                about_owner = subject is None and self._speaks_of_owner(one, term)
                test = self._criterion(one, term.owner if about_owner else term.day, scope.deeper(term.owner if about_owner else term.day, 2))
                where = test if term.where is None else Logic("all", (term.where, test))
                return Spread(term.owners, term.owner, term.slot, term.first, term.last, where, term.body, term.start, term.end)
            case _:
                raise ill("R0317", one.span)

    def _speaks_of_owner(self, one: n.Criterion, term: Spread) -> bool:
        """Whether « dont X » names a fact of the owner (« les jours des prêts dont la nature est … »)."""
        if one.subject is None:
            return False
        name = collapsed(one.subject.segments[-1].name)
        owner = term.owner_name() if hasattr(term, "owner_name") else _record_name(term.owner)
        return any(a.subjects[0].name == owner and len(a.subjects) == 1 for a in self.resolver.declarations.by_form.get(name, []))

    def _criterion(self, one: n.Criterion, element: One, inner: Scope) -> Core:
        if one.subject is None:
            return self.test(element, one.test, inner, one)
        scope = replace(inner, element=element)
        return self.test(self.resolver.one(one.subject, scope), one.test, scope, one)

    def _windowed(self, term: Term, window: n.Window, scope: Scope, place: n.Listing) -> Term:
        if isinstance(term, One) and isinstance(term.type, RecordOf | Month):
            edges = self.resolver.bounds(replace(term, core=Slot(scope.depth)))
            if edges is not None:
                owner = One(Slot(scope.depth), term.type, (), term.owner_subjects)
                term = Spread(Single(term.core), owner, scope.depth, *edges)
        if not isinstance(term, Spread):
            raise ill("R0309", place.span)
        start, end = self._window(window, scope)
        return Spread(term.owners, term.owner, term.slot, term.first, term.last, term.where, term.body, start, end)

    def _window(self, window: n.Window, scope: Scope) -> tuple[Core | None, Core | None]:
        """The first and last day of a window, in the outer scope."""
        match window:
            case n.SpanWindow(start, end, excluded):
                first = self._point(start, scope, window)[0] if start is not None else None
                last = self._point(end, scope, window)[1]
                return first, Apply("previous_day", (last,)) if excluded else last
            case n.PeriodWindow(period):
                edges = self.resolver.bounds(self.resolver.one(period, scope))
                if edges is None:
                    raise ill("R0318", window.span)
                return edges
            case n.UnitsWindow():
                return self._units(window, scope)

    def _point(self, phrase: n.Expression, scope: Scope, place: n.Window) -> tuple[Core, Core]:
        term = self.value(phrase, scope)
        if isinstance(term.type, Date):
            return term.core, term.core
        raise ill("R0315", place.span, type=french(term.type))

    def _units(self, window: n.UnitsWindow, scope: Scope) -> tuple[Core, Core]:
        if window.unit.startswith("mois civil"):
            first, last = self._civil_months(window, scope)
            return Apply("first_day", (first,)), Apply("last_day", (last,))
        point, _ = self._point(window.point, scope, window)
        word = base_unit(window.unit) or ""
        count = Const(window.count, window.unit)
        back = self.shift(point, count, word, -1, scope, window) if window.edge in ("preceding", "ending") else None
        ahead = self.shift(point, count, word, 1, scope, window) if window.edge in ("following", "starting") else None
        match window.edge:
            case "preceding":
                assert back is not None
                return back, Apply("previous_day", (point,))
            case "ending":
                assert back is not None
                return Apply("next_day", (back,)), Apply("previous_day", (point,)) if window.excluded else point
            case "following":
                assert ahead is not None
                return Apply("next_day", (point,)), ahead
            case "starting":
                assert ahead is not None
                return point, Apply("previous_day", (ahead,))

    def _civil_months(self, window: n.UnitsWindow, scope: Scope) -> tuple[Core, Core]:
        term = self.value(window.point, scope)
        if not isinstance(term.type, Date | Month):
            raise ill("R0315", window.span, type=french(term.type))
        month = term.core if isinstance(term.type, Month) else Apply("month_of", (term.core,))
        count = Const(window.count)
        one = Const(1)
        match window.edge:
            case "preceding":
                return Apply("-", (month, count)), Apply("-", (month, one))
            case "ending":
                return Apply("+", (Apply("-", (month, count)), one)), month
            case "following":
                return Apply("+", (month, one)), Apply("+", (month, count))
            case "starting":
                return month, Apply("-", (Apply("+", (month, count)), one))

    def months(self, window: n.UnitsWindow, scope: Scope) -> Core:
        """« les 3 mois civils précédant D » as a list."""
        if not window.unit.startswith("mois civil"):
            raise ill("R0319", window.span, unite=window.unit)
        return Months(*self._civil_months(window, scope))

    # --- aggregates ----------------------------------------------------------------------------------

    def _aggregate(self, kind: str, listing: n.Listing, scope: Scope, place: n.Aggregate) -> One:
        term = self.listing(listing, scope)
        if isinstance(term, One) and isinstance(term.type, Days):
            first, last = Apply("span_first", (Slot(scope.depth),)), Apply("span_last", (Slot(scope.depth),))
            term = Spread(Single(term.core), One(Slot(scope.depth), Days()), scope.depth, first, last)
        match term:
            case Spread():
                return self._over_days(kind, term, place)
            case Many():
                return self._over_list(kind, term, place)
            case _:
                raise ill("R0320", place.span)

    def _over_days(self, kind: str, term: Spread, place: n.Aggregate) -> One:
        parts = (term.owners, term.first, term.last, term.where, term.body.core if term.body else None, term.start, term.end)
        match kind:
            case "count" if term.body is None:
                return One(DayFold("count", *parts), Number(DAY))
            case "sum" if term.body is not None and isinstance(term.body.type, Number):
                return One(DayFold("sum", *parts), Number(term.body.type.unit.times(DAY)))
            case _:
                raise ill("R0321", place.span)

    def _over_list(self, kind: str, term: Many, place: n.Aggregate) -> One:
        body = term.body.core if term.body else None
        if kind == "count":
            return One(Fold("count", term.source), Number(NONE))
        item = term.body or term.item
        folds: dict[str, Literal["sum", "mean", "greatest", "least"]] = {
            "sum": "sum", "mean": "mean", "greatest": "greatest", "latest": "greatest", "least": "least", "earliest": "least",
        }  # fmt: skip
        wanted = (Date,) if kind in ("earliest", "latest") else (Number,)
        if not isinstance(item.type, wanted):
            raise ill("R0322", place.span, type=french(item.type))
        return One(Fold(folds[kind], term.source, None, body), item.type)

    # --- conditions ----------------------------------------------------------------------------------

    def condition(self, phrase: n.Condition, scope: Scope) -> Core:
        """A yes/no expression."""
        items = tuple(self._atom(atom, scope) for atom in phrase.atoms)
        return items[0] if len(items) == 1 else Logic(phrase.kind, items)

    def _atom(self, atom: n.Atom, scope: Scope) -> Core:
        match atom:
            case n.Exists(listing, negated):
                found = self._exists(self.listing(listing, scope), atom)
                return Apply("not", (found,)) if negated else found
            case n.Holds(subject, test):
                if isinstance(subject, n.Path) and isinstance(test.predicate, n.Relates | n.Within):
                    term = self.resolver.path(subject, scope)
                    if not isinstance(term, One):
                        raise ill("R0301", atom.span, nom="ce sujet")
                    return self.test(term, test, scope, atom)
                return self.test(self.value(subject, scope), test, scope, atom)

    def _exists(self, term: Term, place: n.Exists) -> Core:
        match term:
            case Many(source, _, _, None):
                return Fold("some", source)
            case Spread(body=None):
                return DayFold("some", term.owners, term.first, term.last, term.where, None, term.start, term.end)
            case One(core, Days()):
                return Apply("≤", (Apply("span_first", (core,)), Apply("span_last", (core,))))
            case _:
                raise ill("R0320", place.span)

    def test(self, subject: One, test: n.Test, scope: Scope, place: object) -> Core:
        """A predicate applied to its subject, negated when the sentence denies it."""
        core, negated = self._predicate(subject, test.predicate, scope, place), test.negated
        return Apply("not", (core,)) if negated else core

    def _predicate(self, subject: One, predicate: n.Predicate, scope: Scope, place: object) -> Core:
        span = getattr(place, "span", None)
        match predicate:
            case n.Compared(op, other):
                limit = self.value(other, scope)
                self._same(subject, limit, place)  # type: ignore[arg-type]
                return Apply(op, (subject.core, limit.core))
            case n.Within(window):
                return self._within(subject, window, scope, span)
            case n.BetweenDates(start, end):
                first, last = self.value(start, scope), self.value(end, scope)
                self._same(subject, first, place)  # type: ignore[arg-type]
                self._same(subject, last, place)  # type: ignore[arg-type]
                return Logic("all", (Apply("≥", (subject.core, first.core)), Apply("≤", (subject.core, last.core))))
            case n.Among(choices):
                return self._among(subject, choices, span)
            case n.IsA(listing):
                return self._is_a(subject, listing, scope, span)
            case n.IsState(state):
                ops: dict[str, Literal["unknown?", "judge?", "nothing?"]] = {
                    "unknown": "unknown?", "judge": "judge?", "nothing": "nothing?",
                }  # fmt: skip
                return Apply(ops[state], (subject.core,))
            case n.HasVerb(verb):
                return self._verb(subject, verb, scope, span)
            case n.Relates(relation, other):
                return self._relation(subject, relation, other, scope, span)

    def _within(self, subject: One, window: n.Window, scope: Scope, span: object) -> Core:
        if isinstance(subject.type, Month):
            if isinstance(window, n.UnitsWindow) and window.unit.startswith("mois civil"):
                first_month, last_month = self._civil_months(window, scope)
                return Logic("all", (Apply("≥", (subject.core, first_month)), Apply("≤", (subject.core, last_month))))
            raise ill("R0313", span)  # type: ignore[arg-type]
        if not isinstance(subject.type, Date):
            raise ill("R0315", span, type=french(subject.type))  # type: ignore[arg-type]
        first, last = self._window(window, scope)
        tests = [Apply("≥", (subject.core, first))] if first is not None else []
        tests += [Apply("≤", (subject.core, last))] if last is not None else []
        return tests[0] if len(tests) == 1 else Logic("all", tuple(tests))

    def _among(self, subject: One, choices: tuple[str, ...], span: object) -> Core:
        if not isinstance(subject.type, Choice | Label):
            raise ill("R0323", span, type=french(subject.type))  # type: ignore[arg-type]
        for choice in choices:
            self.check_choice(choice, subject, span)
        tests = tuple(Apply("=", (subject.core, Const(choice))) for choice in choices)
        return tests[0] if len(tests) == 1 else Logic("any", tests)

    def check_choice(self, choice: str, subject: One, span: object) -> None:
        """A choice that was declared, or a mistake with the nearest one."""
        if isinstance(subject.type, Choice) and choice not in subject.type.options:
            near = nearest(choice, subject.type.options) or subject.type.options[0]
            raise ill("R0324", span, lu=choice, proche=near)  # type: ignore[arg-type]

    def _is_a(self, subject: One, listing: n.Listing, scope: Scope, span: object) -> Core:
        segments = listing.path.segments
        plain = len(segments) == 1 and not listing.filters and listing.window is None and segments[0].rank is None
        if plain:
            quality = self._quality(subject, collapsed(segments[0].name), scope)
            if quality is not None:
                return quality
        term = self.listing(listing, scope)
        match term:
            case Many(body=None) if term.item.type == subject.type:
                return Apply("member", (subject.core, term.source))
            case Spread(body=None) if isinstance(subject.type, Date):
                return DayFold("some", term.owners, term.first, term.last, term.where, None, subject.core, subject.core)
            case One() if term.type == subject.type:
                return Apply("=", (subject.core, term.core))
            case One() | Many() | Spread():
                raise ill("R0325", span, nom=segments[0].name, type=french(subject.type))  # type: ignore[arg-type]

    def _quality(self, subject: One, name: str, scope: Scope) -> Core | None:
        if name in CALENDAR_PREDICATES and isinstance(subject.type, Date):
            return Apply(CALENDAR_PREDICATES[name], (subject.core,))  # type: ignore[arg-type]
        found = self.resolver._attribute_of(subject, n.Segment(None, name), scope, None)
        return found.core if isinstance(found, One) and found.type == YesNo() else None

    def _verb(self, subject: One, verb: str, scope: Scope, span: object) -> Core:
        found = self._quality(subject, collapsed(verb), scope)
        if found is None:
            raise ill("R0326", span, verbe=verb, type=french(subject.type))  # type: ignore[arg-type]
        return found

    def _relation(self, subject: One, relation: str, other: n.Expression, scope: Scope, span: object) -> Core:
        mine = self.resolver.bounds(subject)
        against = self.resolver.path(other, scope) if isinstance(other, n.Path) else self.value(other, scope)
        theirs = self.resolver.bounds(against) if isinstance(against, One) else self._outer(against)
        if mine is None or theirs is None:
            raise ill("R0318", span)  # type: ignore[arg-type]
        if relation == "covers":
            return Logic("all", (Apply("≤", (mine[0], theirs[0])), Apply("≥", (mine[1], theirs[1]))))
        return Logic("all", (Apply("≤", (mine[0], theirs[1])), Apply("≥", (mine[1], theirs[0]))))

    def _outer(self, term: Term) -> tuple[Core, Core] | None:
        if isinstance(term, Many) and isinstance(term.item.type, Month):
            first, last = Fold("first", term.source), Fold("last", term.source)
            return Apply("first_day", (first,)), Apply("last_day", (last,))
        return None

    # --- tables --------------------------------------------------------------------------------------

    def case(self, branches: list[tuple[Core, Core]], otherwise: Core | None) -> Core:
        """A table column."""
        return Case(tuple(branches), otherwise)


def _unit(term: One) -> Unit:
    return term.type.unit if isinstance(term.type, Number) else NONE


def _record_name(owner: One) -> str:
    return owner.type.record if isinstance(owner.type, RecordOf) else ""


__all__ = ["STATES", "Lowering", "ListOf", "Value"]
