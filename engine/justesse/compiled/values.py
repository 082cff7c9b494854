"""Plain expressions: facts, quantities, arithmetic, dates and tables, written as statements that end in an operand.

Lists are `lists`, observers of days `days`, yes/no expressions `truths`. Each node means what evaluation says it means.
"""

from fractions import Fraction
from typing import assert_never

from justesse.compiled import days, gathers, lists, reads, truths
from justesse.compiled import operands as o
from justesse.compiled.facts import FACT, record_of
from justesse.compiled.in_force import in_force
from justesse.compiled.lowering import Env, Lowering, Unsupported
from justesse.compiled.operands import VOID, Operand
from justesse.compiled.scales import factored
from justesse.program import core as c
from justesse.program.types import Number
from justesse.values import calendar
from justesse.values.states import NotApplicable, State

EARLIEST, LATEST = calendar.first_day(12 * 1871), calendar.last_day(12 * 2199 + 11)
"""The days that a date may be moved to; the calendar of kernels has some years more at both ends."""
_MISSING = {None: 0, "dernier": 1, "suivant": 2}
_TRUE_OR_FALSE = (
    "=",
    "≠",
    "<",
    "≤",
    ">",
    "≥",
    "not",
    "saturday",
    "sunday",
    "holiday",
    "unknown?",
    "judge?",
    "nothing?",
    "member",
)


def value(lo: Lowering, node: c.Core, env: Env) -> Operand:
    """Write the evaluation of a node; its value."""
    match node:
        case c.Const(known):
            return constant(lo, known)
        case c.Slot(index):
            return env[index]
        case c.Field(record, name):
            return fact(lo, value(lo, record, env), name)
        case c.Value(key, args):
            return reads.quantity(lo, key, tuple(value(lo, one, env) for one in args))
        case c.Apply(op) if op in _TRUE_OR_FALSE:
            return truths.answer(lo, node, env)
        case c.Apply():
            return _apply(lo, node, env)
        case c.Logic():
            return Operand(truths.holds(lo, node, env))
        case c.Case():
            return _case(lo, node, env)
        case c.Shift():
            return _shift(lo, node, env)
        case c.Series(name, date):
            return in_force(lo, name, value(lo, date, env))
        case c.Round(mode, step, inner):
            if step.numerator != 1:
                raise Unsupported("a rounding to more than one unit")
            return o.rounding(lo.text, lo.still(value(lo, inner, env)), mode, step.denominator)
        case c.Fold():
            return gathers.fold(lo, node, env)
        case c.Neighbour():
            return lists.neighbour(lo, node, env)
        case c.GroupOf(group, record):
            return lists.group_of(lo, group, value(lo, record, env))
        case c.DayFold():
            return days.fold(lo, node, env)
        case c.Select() | c.Flatten() | c.Months() | c.Options() | c.Single() | c.Members() | c.Groups():
            return lists.standing(lo, node, env, lo.run_of_months)
        case _:
            assert_never(node)


def constant(lo: Lowering, known: object) -> Operand:
    """What a rule writes."""
    match known:
        case bool():
            return Operand(str(int(known)))
        case int():
            return Operand(str(known))
        case Fraction():
            return Operand(str(known.numerator), known.denominator)
        case str():
            return Operand(str(lo.names.choice(known)))
        case NotApplicable():
            return VOID
        case State():
            return Operand(lo.text.named("leave(1)"), 1, True)
        case _:
            raise Unsupported(f"the constant {known!r}")


def fact(lo: Lowering, record: Operand, name: str) -> Operand:
    """A fact of a record, as the dossier says it."""
    if not record.of:
        raise Unsupported(f"« {name} » of what is no record")
    kind = lo.program.declarations.records[record.of].facts[name].type
    array = lo.names.fact(record.of, name)
    scale = FACT if isinstance(kind, Number) else 1
    found = lo.text.named(o.guarded(lo.text, f"{array}[{record.text}]", record))
    nullable = record.nullable or (record.of, name) in lo.objects.facts
    return Operand(found, scale, nullable, of=record_of(kind))


# --- built-ins ----------------------------------------------------------------------------------------


def _apply(lo: Lowering, node: c.Apply, env: Env) -> Operand:
    inner, factor = factored(node)
    if inner is not node:
        return o.product(lo.text, lo.still(value(lo, inner, env)), Operand(str(factor.numerator), factor.denominator))
    args = [value(lo, one, env) for one in node.args]
    match node.op:
        case "+" | "-":
            return _plus(lo, args[0], args[1], node.op)
        case "*" | "/":
            left, right = (lo.still(one) for one in args)
            return o.product(lo.text, left, right) if node.op == "*" else o.quotient(lo.text, left, right)
        case "min" | "max" | "least" | "greatest":
            found = lo.still(args[0])
            for other in args[1:]:
                sign = "<" if node.op in ("min", "least") else ">"
                found = o.extreme(lo.text, found, lo.still(other), sign, node.op in ("least", "greatest"))
            return found
        case "next_day" | "previous_day":
            return _plus(lo, args[0], Operand("1"), "+" if node.op == "next_day" else "-")
        case "next_month" | "previous_month":
            return _plus(lo, lo.still(args[0]), Operand("1"), "+" if node.op == "next_month" else "-")
        case "span":
            first, last = (lo.still(one) for one in args)
            known = o.known(first, last)
            return Operand(o.guarded(lo.text, first.text, first, last), 1, bool(known), end=last.text)
        case "span_first":
            return Operand(args[0].text, 1, args[0].nullable)
        case "span_last":
            return Operand(o.guarded(lo.text, args[0].end, args[0]), 1, args[0].nullable)
        case "days_between":
            raise Unsupported("days between two dates")
        case _:
            return _calendar(lo, node.op, args[0])


def _plus(lo: Lowering, left: Operand, right: Operand, op: str) -> Operand:
    """A sum; one that moves goes on moving."""
    if not left.slope and not right.slope:
        return o.sum_of(lo.text, left, right, op)
    if o.is_ratio(left) or o.is_ratio(right) or left.scale != right.scale or (left.key and right.key and left.key != right.key):
        return o.sum_of(lo.text, lo.still(left), lo.still(right), op)
    plain = o.sum_of(lo.text, left.still, right.still, op)
    slope = _combined(lo, left.slope, right.slope, op)
    flag = _combined(lo, left.flag, right.flag, op)
    return Operand(plain.text, plain.scale, plain.nullable, slope=slope or "0", flag=flag, key=left.key or right.key)


def _combined(lo: Lowering, left: str, right: str, op: str) -> str:
    if not right:
        return left
    if not left:
        return right if op == "+" else lo.text.named(f"-{right}")
    return lo.text.named(f"{left} {op} {right}")


def _calendar(lo: Lowering, op: str, date: Operand) -> Operand:
    """What depends on a date by its month or its year; a date that moves day by day bounds the run."""
    match op:
        case "month_of" | "january_1":
            if date.slope == "1" and lo.moment is not None:
                end = "last_day(month_of({0}))" if op == "month_of" else "last_day(month_of(january_1({0})) + 11)"
                lo.cut(f"{end.format(date.text)} + {lo.moment.day} - {date.text}")
                date = date.still
            date = lo.still(date)
            written = f"MONTH_OF[{date.text} - FIRST_OF_ALL]" if op == "month_of" else f"january_1({date.text})"
            return Operand(o.guarded(lo.text, written, date), 1, date.nullable)
        case "january_1_before":
            date = lo.still(date)
            return Operand(o.guarded(lo.text, f"january_1({date.text} - 1)", date), 1, date.nullable)
        case "first_day" | "last_day":
            date = lo.still(date)
            written = f"FIRSTS[{date.text} - FIRST_MONTH]" if op == "first_day" else f"FIRSTS[{date.text} - FIRST_MONTH + 1] - 1"
            return Operand(o.guarded(lo.text, written, date), 1, date.nullable)
        case _:
            raise Unsupported(f"the operation {op}")


def _shift(lo: Lowering, node: c.Shift, env: Env) -> Operand:
    """A date moved; by months, it goes on moving as far as the calendar does not bend."""
    date, amount = value(lo, node.date, env), lo.still(value(lo, node.amount, env))
    if o.is_ratio(amount) or amount.scale != 1:
        raise Unsupported("a date moved by a part of a unit")
    steps = lo.text.named(
        str(int(amount.text) * node.factor) if amount.text.lstrip("-").isdigit() else f"{amount.text} * {node.factor}"
    )
    nullable = date.nullable or amount.nullable
    if node.unit == "day":
        plain = Operand(o.guarded(lo.text, f"{date.text} + {steps}", date, amount), 1, nullable)
        if not steps.lstrip("-").isdigit():
            _in_calendar(lo, plain)
        return Operand(plain.text, 1, nullable, slope=date.slope, flag=date.flag, key=date.key)
    missing = _MISSING[node.missing]
    moved = o.guarded(lo.text, f"shifted({date.text}, {steps}, {missing})", date, amount)
    if date.slope != "1" or lo.moment is None:
        lo.still(date)
        return Operand(moved, 1, nullable)
    lo.cut(f"straight_until({date.text}, {steps}, {missing}) + {lo.moment.day} - {date.text}")
    return Operand(moved, 1, nullable, slope="1")


def _in_calendar(lo: Lowering, day: Operand) -> None:
    """A day moved by what the dossier says may be of no month that kernels have: the dossier is then left."""
    known = o.known(day)
    with lo.text.block(f"if {known + ' and ' if known else ''}({day.text} < {EARLIEST} or {day.text} > {LATEST})"):
        lo.text.line("leave(2)")


def _case(lo: Lowering, node: c.Case, env: Env) -> Operand:
    """The first branch that holds; without object when none does."""
    scale = lo.scales.of(node)
    result = Result(lo, scale)
    _branches(lo, node, 0, env, result)
    return result.operand


def _branches(lo: Lowering, node: c.Case, place: int, env: Env, result: "Result") -> None:
    if place == len(node.branches):
        if node.otherwise is not None:
            result.take(value(lo, node.otherwise, env))
        return
    test, chosen = node.branches[place]
    held = truths.holds(lo, test, env)
    with lo.text.block(f"if {held}"):
        result.take(value(lo, chosen, env))
    with lo.text.block("else"):
        _branches(lo, node, place + 1, env, result)


class Result:
    """A name that several branches give its value to; without object until one does."""

    def __init__(self, lo: Lowering, scale: int, may_span: bool = True) -> None:
        self.lo, self.scale = lo, scale
        self.name = lo.text.fresh("r")
        self.below = lo.text.fresh("r") if not scale else ""
        self.end = lo.text.fresh("r") if may_span else ""
        self.of, self.span = "", False
        lo.text.line(f"{self.name} = NA")
        if self.below:
            lo.text.line(f"{self.below} = 1")
        if self.end:
            lo.text.line(f"{self.end} = NA")

    def take(self, one: Operand) -> None:
        """This branch gives this value."""
        one = self.lo.still(one)
        self.of = self.of or one.of
        if one.end:
            self.span = True
            self.lo.text.line(f"{self.end} = {one.end}")
        one = o.rescaled(self.lo.text, one, self.scale)
        self.lo.text.line(f"{self.name} = {one.text}")
        if self.below:
            self.lo.text.line(f"{self.below} = {one.scale}")

    @property
    def operand(self) -> Operand:
        for name in (self.name, self.below, self.end):
            self.lo.text.settle(name)
        end = self.end if self.span else ""
        return Operand(self.name, self.below or self.scale, True, end=end, of=self.of)
