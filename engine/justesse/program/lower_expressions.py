"""Expressions lowered: literals, arithmetic with units, bounds, rounding, moved dates, dated values.

Operations on lists are lowered by who knows lists: `aggregate` is given.
"""

from collections.abc import Callable

from justesse.program.core import (
    Apply,
    Const,
    Core,
    Round,
    Series,
    Shift,
)  # fmt: skip
from justesse.program.resolve import Resolver
from justesse.program.terms import One, Scope, ill
from justesse.program.types import Date, Month, Number, french
from justesse.syntax import nodes as n
from justesse.syntax.names import collapsed
from justesse.values.states import NotApplicable, State, ToJudge, Unknown
from justesse.values.units import NONE, Unit, parse_unit

_MONTHS_IN = {"mois": 1, "an": 12}
_DAYS_IN = {"jour": 1, "semaine": 7}
STATES: dict[str, State] = {"unknown": Unknown(), "judge": ToJudge(), "nothing": NotApplicable()}


Aggregate = Callable[[str, n.Listing, Scope, n.Aggregate], One]
"""How an operation on a list is lowered."""


class Expressions:
    """Lowers expressions in a scope. `rounds` and `literals` remember what the checker looks at."""

    def __init__(self, resolver: Resolver, aggregate: Aggregate) -> None:
        self.resolver = resolver
        self.aggregate = aggregate
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
                if "%" in words:
                    self.literals.append(n.Number(factor, None, True, phrase.span))
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
                return self.aggregate(kind, listing, scope, phrase)
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
        self.same(term, limit, place)
        return One(Apply("min" if kind == "most" else "max", (term.core, limit.core)), term.type)

    def _extremum(self, kind: str, items: tuple[n.Expression, ...], scope: Scope, place: n.Extremum) -> One:
        terms = [self.value(item, scope) for item in items]
        for term in terms[1:]:
            self.same(terms[0], term, place)
        return One(Apply("least" if kind == "least" else "greatest", tuple(term.core for term in terms)), terms[0].type)

    def same(self, left: One, right: One, place: n.Expression | None) -> None:
        """Refuse two values whose types or units differ, saying how."""
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


def _unit(term: One) -> Unit:
    return term.type.unit if isinstance(term.type, Number) else NONE
