"""The type of the value of a step, read from its node and its parts. Wording needs it; evaluation carries bare values.

`declared` tells the types of facts and parameters; without it a fact's type is told from its value.
"""

from fractions import Fraction

from justesse.evaluation.facts import Record
from justesse.evaluation.trace import Instance, Step
from justesse.program import core as c
from justesse.program.declarations import Declarations
from justesse.program.types import Choice, Date, Days, ListOf, Month, Number, RecordOf, Type, YesNo
from justesse.values.calendar import FIRST_DAY
from justesse.values.moving import Moving
from justesse.values.units import DAY, parse_unit

_YES_NO = frozenset({
    "=", "≠", "<", "≤", ">", "≥", "not", "saturday", "sunday", "holiday", "unknown?", "judge?", "nothing?", "member",
})  # fmt: skip
_DATES = frozenset({
    "first_day", "last_day", "next_day", "previous_day", "january_1", "january_1_before", "span_first", "span_last",
})  # fmt: skip
_MONTHS = frozenset({"month_of", "next_month", "previous_month"})


def kind_of(step: Step, declared: Declarations | None = None) -> Type:
    """The type of a step's value."""
    node, parts = step.node, step.parts
    match node:
        case c.Value() if parts and isinstance(parts[0], Instance):
            return parts[0].quantity.type
        case c.Field():
            return _fact(node.name, parts, declared) or of_value(step.value)
        case c.Series():
            return declared.parameters[node.parameter].type if declared else Number()
        case c.Shift():
            return Date()
        case c.Round() | c.Case():
            return _part(parts[-1], declared)
        case c.Logic():
            return YesNo()
        case c.Apply():
            return _operation(node.op, step, declared)
        case c.Fold():
            return _fold(node, step, declared)
        case c.DayFold():
            return _day_fold(node, step, declared)
        case c.Months():
            return ListOf(Month())
        case c.Const() if node.label and (unit := parse_unit(node.label)) is not None:
            return Number(unit)
        case _:
            return of_value(step.value)


def _part(part: Step | Instance, declared: Declarations | None) -> Type:
    return part.quantity.type if isinstance(part, Instance) else kind_of(part, declared)


def _fact(name: str, parts: tuple[Step | Instance, ...], declared: Declarations | None) -> Type | None:
    record = parts[0].value if parts else None
    if declared is None or not isinstance(record, Record):
        return None
    fact = declared.records[record.type].facts.get(name)
    return fact.type if fact else None


def _operation(op: str, step: Step, declared: Declarations | None) -> Type:
    if op in _YES_NO:
        return YesNo()
    if op in _DATES:
        return Date()
    if op in _MONTHS:
        return Month()
    if op == "span":
        return Days()
    if op == "days_between":
        return Number(DAY)
    kinds = [_part(part, declared) for part in step.parts]
    left, right = kinds[0], kinds[-1]
    if op in ("*", "/") and isinstance(left, Number) and isinstance(right, Number):
        return Number(left.unit.times(right.unit) if op == "*" else left.unit.over(right.unit))
    return left


def _fold(node: c.Fold, step: Step, declared: Declarations | None) -> Type:
    if node.kind == "count":
        return Number()
    if node.kind == "some":
        return YesNo()
    return _part(step.parts[1], declared) if len(step.parts) > 1 else of_value(step.value)


def _day_fold(node: c.DayFold, step: Step, declared: Declarations | None) -> Type:
    match node.kind:
        case "count":
            return Number(DAY)
        case "some":
            return YesNo()
        case "sum":
            summed = declared.attributes.get(node.body.quantity) if declared and isinstance(node.body, c.Value) else None
            return Number(summed.type.unit.times(DAY)) if summed and isinstance(summed.type, Number) else Number()
        case _:
            return Date()


def of_value(value: object) -> Type:
    """The type that a bare value shows: in a case, numbers are fractions, so an int is a day or a month."""
    match value:
        case bool():
            return YesNo()
        case int():
            return Date() if value >= FIRST_DAY else Month() if value > 20_000 else Number()
        case Fraction():
            return Number()
        case Moving():
            return of_value(value.value)
        case str():
            return Choice(())
        case Record():
            return RecordOf(value.type)
        case (int() as first, int() as last) if min(first, last) >= FIRST_DAY:
            return Days()
        case tuple():
            return ListOf(of_value(value[0]) if value else RecordOf(""))
        case _:
            return Number()
