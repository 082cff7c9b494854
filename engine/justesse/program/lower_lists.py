"""Lists lowered: filters, windows, the days of periods, aggregates.

The tests of filters are conditions, lowered by who knows them: `test` is given.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from justesse.program.core import (
    Apply,
    Const,
    Core,
    DayFold,
    Fold,
    Logic,
    Months,
    Select,
    Single,
    Slot,
)  # fmt: skip
from justesse.program.lower_expressions import Expressions
from justesse.program.terms import Many, One, Scope, Spread, Term, ill
from justesse.program.types import Date, Days, Month, Number, RecordOf, french
from justesse.syntax import nodes as n
from justesse.syntax.names import collapsed
from justesse.values.units import DAY, NONE, base_unit

Test = Callable[[One, n.Test, Scope, object], Core]
"""How a predicate is lowered."""


class Lists:
    """Lowers lists on top of expressions; the tests of their filters are lowered by `test`."""

    def __init__(self, expressions: Expressions, test: Test) -> None:
        self.expressions = expressions
        self.resolver = expressions.resolver
        self.test = test

    # --- lists ---------------------------------------------------------------------------------------

    def listing(self, phrase: n.Listing, scope: Scope) -> Term:
        """A list with its filters and its window; a rank at its head applies last (« le dernier X dont … »)."""
        head = phrase.path.segments[0]
        narrowed = bool(phrase.filters) or phrase.window is not None
        if (
            isinstance(phrase.window, n.SpanWindow)
            and collapsed(head.name) in ("jour", "jours")
            and len(phrase.path.segments) == 1
        ):
            return self._free_days(phrase.window, scope, phrase)
        path = phrase.path
        if narrowed and head.rank is not None:
            path = replace(path, segments=(replace(head, rank=None, count=None), *path.segments[1:]))
        term = self.resolver.path(path, scope)
        if isinstance(term, One) and isinstance(term.type, Days) and narrowed:
            edges = self.resolver.attributes.bounds(term)
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
        start, end = self.window(window, scope)
        assert start is not None and end is not None
        owner = One(Slot(scope.depth), Days())
        first, last = Apply("span_first", (Slot(scope.depth),)), Apply("span_last", (Slot(scope.depth),))
        return Spread(Single(Apply("span", (start, end))), owner, scope.depth, first, last)

    def _filtered(self, term: Term, one: n.Criterion, scope: Scope) -> Term:
        match term:
            case Many():
                inner = scope.deeper(term.item)
                test = self._criterion(one, term.item, inner)
                if (
                    isinstance(term.source, Select)
                    and term.source.first is None
                    and term.source.last is None
                    and term.source.where
                ):
                    test = Logic("all", (term.source.where, test))
                    return Many(Select(term.source.source, test), term.item, term.slot, term.body)
                return Many(Select(term.source, test), term.item, term.slot, term.body)
            case Spread():
                subject = term.day if one.subject is None or term.owner.type == Days() else None
                about_owner = subject is None and self._speaks_of_owner(one, term)
                test = self._criterion(
                    one, term.owner if about_owner else term.day, scope.deeper(term.owner if about_owner else term.day, 2)
                )
                where = test if term.where is None else Logic("all", (term.where, test))
                return Spread(term.owners, term.owner, term.slot, term.first, term.last, where, term.body, term.start, term.end)
            case _:
                raise ill("R0317", one.span)

    def _speaks_of_owner(self, one: n.Criterion, term: Spread) -> bool:
        """Whether « dont X » names a fact of the owner (« les jours des prêts dont la nature est … »)."""
        if one.subject is None:
            return False
        name = collapsed(one.subject.segments[-1].name)
        owner = _record_name(term.owner)
        return any(a.subjects[0].name == owner and len(a.subjects) == 1 for a in self.resolver.declarations.by_form.get(name, []))

    def _criterion(self, one: n.Criterion, element: One, inner: Scope) -> Core:
        if one.subject is None:
            return self.test(element, one.test, inner, one)
        scope = replace(inner, element=element)
        return self.test(self.resolver.one(one.subject, scope), one.test, scope, one)

    def _windowed(self, term: Term, window: n.Window, scope: Scope, place: n.Listing) -> Term:
        if isinstance(term, One) and isinstance(term.type, RecordOf | Month):
            edges = self.resolver.attributes.bounds(replace(term, core=Slot(scope.depth)))
            if edges is not None:
                owner = One(Slot(scope.depth), term.type, (), term.owner_subjects)
                term = Spread(Single(term.core), owner, scope.depth, *edges)
        if not isinstance(term, Spread):
            raise ill("R0309", place.span)
        start, end = self.window(window, scope)
        return Spread(term.owners, term.owner, term.slot, term.first, term.last, term.where, term.body, start, end)

    def window(self, window: n.Window, scope: Scope) -> tuple[Core | None, Core | None]:
        """The first and last day of a window, in the outer scope."""
        match window:
            case n.SpanWindow(start, end, excluded):
                first = self._point(start, scope, window)[0] if start is not None else None
                last = self._point(end, scope, window)[1]
                return first, Apply("previous_day", (last,)) if excluded else last
            case n.PeriodWindow(period):
                edges = self.resolver.attributes.bounds(self.resolver.one(period, scope))
                if edges is None:
                    raise ill("R0318", window.span)
                return edges
            case n.UnitsWindow():
                return self._units(window, scope)

    def _point(self, phrase: n.Expression, scope: Scope, place: n.Window) -> tuple[Core, Core]:
        term = self.expressions.value(phrase, scope)
        if isinstance(term.type, Date):
            return term.core, term.core
        raise ill("R0315", place.span, type=french(term.type))

    def _units(self, window: n.UnitsWindow, scope: Scope) -> tuple[Core, Core]:
        if window.unit.startswith("mois civil"):
            first, last = self.civil_months(window, scope)
            return Apply("first_day", (first,)), Apply("last_day", (last,))
        point, _ = self._point(window.point, scope, window)
        word = base_unit(window.unit) or ""
        count = Const(window.count, window.unit)
        back = self.expressions.shift(point, count, word, -1, scope, window) if window.edge in ("preceding", "ending") else None
        ahead = self.expressions.shift(point, count, word, 1, scope, window) if window.edge in ("following", "starting") else None
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

    def civil_months(self, window: n.UnitsWindow, scope: Scope) -> tuple[Core, Core]:
        """The first and last civil month of a window."""
        term = self.expressions.value(window.point, scope)
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
        return Months(*self.civil_months(window, scope))

    # --- aggregates ----------------------------------------------------------------------------------

    def aggregate(self, kind: str, listing: n.Listing, scope: Scope, place: n.Aggregate) -> One:
        """A sum, a count, a mean, the greatest or least, of a list or of days."""
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


def _record_name(owner: One) -> str:
    """The record type of a value, empty when it is no record."""
    return owner.type.record if isinstance(owner.type, RecordOf) else ""
