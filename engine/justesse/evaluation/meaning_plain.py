"""What plain expressions mean: leaves, comparisons, arithmetic, logic and tables, written as one Python function each.

A sentence is mostly made of these, and a call for each of its nodes would cost more than the work: so an expression
becomes the text of one function, compiled once for all the expressions of its shape. Literals, names and the other
families (lists, days, dates, rounding) are its constants: nothing that a rule writes ever enters the text.

« its hours are below 150 », of the subject in slot 1, is:

    def expression(k0, k1):
        def meaning(e, env):
            s1 = env[1]
            v1 = s1.fields.get(k0, NOTHING)
            v2 = (v1 < k1) if v1.__class__ in KNOWN else operate(e, '<', [v1, k1])
            return v2
        return meaning
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any

from justesse.evaluation.compiled import Compile, Meaning
from justesse.evaluation.facts import Record
from justesse.evaluation.operations import TESTS, operate, over
from justesse.program import core as c
from justesse.text.codes import code_of
from justesse.values import calendar
from justesse.values.states import NOTHING, NotApplicable, State, ToJudge, Unknown, joined

_KNOWN = frozenset({int, Fraction, bool, str, Record})
_INFIX = {
    "=": "==", "≠": "!=", "<": "<", "≤": "<=", ">": ">", "≥": ">=", "+": "+", "-": "-", "*": "*",
}  # fmt: skip
_ON_TWO = {**{op: f"{{}} {sign} {{}}" for op, sign in _INFIX.items()}, "min": "min({}, {})", "max": "max({}, {})",
           "/": "over({}, {})", "span": "({}, {})"}  # fmt: skip
_ON_ONE = {
    "not": "not {}", "month_of": "month_of({})", "first_day": "first_day({})", "last_day": "last_day({})",
    "next_month": "{} + 1", "previous_month": "{} - 1",
}  # fmt: skip
_TESTED = (
    "False if {0}.__class__ in KNOWN or {0}.__class__ is NotApplicable else {1}",
    "True if {0}.__class__ is NotApplicable else False if {0}.__class__ in KNOWN else {1}",
)
"""Whether a value is unknown or to be judged; whether it is without object."""
_OF_THOSE = {"least": "min", "greatest": "max"}
_OF_TWO = (
    "{2}({0}, {1}) if {0}.__class__ in KNOWN and {1}.__class__ in KNOWN"
    " else {0} if {0}.__class__ in KNOWN and {1}.__class__ is NotApplicable else {3}"
)
"""The least or greatest of two values, of which the second may be without object."""
_STEPS = {"next_day": "+", "previous_day": "-"}
_GLOBALS = {
    "KNOWN": _KNOWN, "NOTHING": NOTHING, "NotApplicable": NotApplicable, "Record": Record, "State": State, "Unknown": Unknown,
    "ToJudge": ToJudge, "joined": joined, "operate": operate, "over": over, "month_of": calendar.month_of,
    "first_day": calendar.first_day, "last_day": calendar.last_day,
}  # fmt: skip


def plain(node: c.Core, compiled: Compile) -> Meaning:
    """The meaning of a plain expression; `compiled` gives that of its other operands."""
    text = _Text(compiled)
    result = text.value(node)
    return _factory(text.function(result))(*text.constants)


@cache
def _factory(function: str) -> Callable[..., Meaning]:
    """From the constants of an expression to its meaning."""
    made: dict[str, Any] = {}
    exec(code_of(function), _GLOBALS, made)
    return made["expression"]  # type: ignore[no-any-return]


class _Text:
    """The text of one function, statement by statement: `value` writes what a node needs and names its value."""

    def __init__(self, compiled: Compile) -> None:
        self.compiled = compiled
        self.constants: list[object] = []
        self.lines: list[str] = []
        self.depth = 2
        self.names = 0
        self.slots: set[int] = set()

    def function(self, result: str) -> str:
        """The whole text: a function of the constants that makes the meaning."""
        given = ", ".join(f"k{place}" for place in range(len(self.constants)))
        slots = [f"        s{slot} = env[{slot}]" for slot in sorted(self.slots)]
        inside = "\n".join(("    def meaning(e, env):", *slots, *self.lines, f"        return {result}"))
        return f"def expression({given}):\n{inside}\n    return meaning\n"

    # --- writing -------------------------------------------------------------------------------------

    def write(self, statement: str) -> None:
        self.lines.append("    " * self.depth + statement)

    def constant(self, value: object) -> str:
        self.constants.append(value)
        return f"k{len(self.constants) - 1}"

    def name(self) -> str:
        self.names += 1
        return f"v{self.names}"

    def named(self, expression: str) -> str:
        """A new name for the value of an expression."""
        name = self.name()
        self.write(f"{name} = {expression}")
        return name

    # --- nodes ---------------------------------------------------------------------------------------

    def value(self, node: c.Core) -> str:
        """Write the evaluation of a node; the name of its value."""
        match node:
            case c.Const(value):
                return self.constant(value)
            case c.Slot(index):
                self.slots.add(index)
                return f"s{index}"
            case c.Field(c.Slot() as subject, field):
                return self.named(f"{self.value(subject)}.fields.get({self.constant(field)}, NOTHING)")
            case c.Field(record, field):
                return self._field(self.value(record), self.constant(field))
            case c.Value():
                return self._quantity(node)
            case c.Apply():
                return self._apply(node)
            case c.Logic():
                return self._logic(node)
            case c.Case():
                return self._case(node)
            case _:  # of another family: one call
                return self.named(f"{self.constant(self.compiled(node))}(e, env)")

    def _field(self, record: str, field: str) -> str:
        """A fact; a state in place of the record goes through."""
        return self.named(f"{record}.fields.get({field}, NOTHING) if {record}.__class__ is Record else {record}")

    def _quantity(self, node: c.Value) -> str:
        """From memory when it is there, else computed; of the day being decided, most often, for an owner and a day."""
        key, args = self.constant(node.quantity), [self.value(arg) for arg in node.args]
        given, result, known = ", ".join((*args, "")), self.name(), all(isinstance(arg, c.Slot) for arg in node.args)
        if len(args) == 2 and known:
            self.write("run = e.context")
            self.write(f"if run is not None and {args[1]} is run.day:")
            self.write(f"    {result} = e.days.now(e, run, {key}, {args[0]})")
            self.write("else:")
            self.depth += 1
            self._remembered(result, key, given, known)
            self.depth -= 1
        else:
            self._remembered(result, key, given, known)
        return result

    def _remembered(self, result: str, key: str, given: str, known: bool) -> None:
        """A subject is known, and so is an element of a list; what is computed may not be."""
        self.write(f"{result} = e.memo.get(({key}, {given}))")
        self.write(f"{result} = {result}.value if {result} is not None else e.read{'_known' if known else ''}({key}, ({given}))")

    def _apply(self, node: c.Apply) -> str:
        """A built-in on known values; states, moving values and the rarer ones go to the closed table."""
        op, args = node.op, [self.value(arg) for arg in node.args]
        table = f"operate(e, {op!r}, [{', '.join(args)}])"
        if op in TESTS:
            return self.named(_TESTED[op == "nothing?"].format(args[0], table))
        if op in _OF_THOSE and len(args) == 2:
            return self.named(_OF_TWO.format(*args, _OF_THOSE[op], table))
        short, checked = self._short(node, args)
        if not short:
            return self.named(table)
        known = " and ".join(checked) or "True"
        if op in _ON_TWO and checked and not _literal(node.args[0]):
            others = " and ".join([f"{args[0]}.__class__ is NotApplicable", *checked[1:]])
            table = f"{args[0]} if {others} else {table}"
        return self.named(f"{short} if {known} else {table}")

    def _short(self, node: c.Apply, args: list[str]) -> tuple[str, list[str]]:
        """The short way of a built-in, and what must be known of its operands."""
        op = node.op
        if op in _ON_TWO and len(args) == 2:
            return f"({_ON_TWO[op].format(*args)})", [
                f"{arg}.__class__ in KNOWN" for arg, operand in zip(args, node.args, strict=True) if not _literal(operand)
            ]
        if op in _STEPS:
            return f"{args[0]} {_STEPS[op]} 1", [f"{args[0]}.__class__ is int"]
        if op in _ON_ONE:
            return _ON_ONE[op].format(args[0]), [f"{args[0]}.__class__ in KNOWN"]
        if op == "member":
            return f"{args[0]} in {args[1]}", [f"{args[1]}.__class__ is tuple", f"{args[0]}.__class__ in KNOWN"]
        if op in ("span_first", "span_last"):
            return f"{args[0]}[{0 if op == 'span_first' else 1}]", [f"{args[0]}.__class__ is tuple"]
        return "", []

    # --- logic ---------------------------------------------------------------------------------------

    def _logic(self, node: c.Logic) -> str:
        """Kleene's and / or: stops at the first operand that decides; what has no object fails, so it decides an « et »."""
        result, doubts, is_all = self.name(), self.name(), node.kind == "all"
        self.write(f"{result} = {not is_all}")
        self.write(f"{doubts} = None")
        self.write("while True:")
        self.depth += 1
        for item in node.items:
            value = self.value(item)
            self.write(f"if {value} is not {is_all}:")
            decided = f"{value} is False or {value}.__class__ is NotApplicable" if is_all else f"{value} is True"
            self.write(f"    if {decided}:")
            self.write("        break")
            left = "else" if is_all else f"elif isinstance({value}, State) and {value}.__class__ is not NotApplicable"
            self.write(f"    {left}: {doubts} = [*({doubts} or ()), {value}]")
        self.write(f"{result} = joined({doubts}) if {doubts} else {is_all}")
        self.write("break")
        self.depth -= 1
        return result

    def _case(self, node: c.Case) -> str:
        """The first branch that holds; a test in doubt leaves the whole in doubt."""
        result = self.named("NOTHING")
        self.write("while True:")
        self.depth += 1
        for test, chosen in node.branches:
            held = self.value(test)
            self.write(f"if {held} is True:")
            self._chosen(result, chosen)
            self.write(f"if isinstance({held}, State) and {held}.__class__ is not NotApplicable:")
            self.write(f"    {result} = {held}")
            self.write("    break")
        if node.otherwise is not None:
            self.write(f"{result} = {self.value(node.otherwise)}")
        self.write("break")
        self.depth -= 1
        return result

    def _chosen(self, result: str, node: c.Core) -> None:
        self.depth += 1
        self.write(f"{result} = {self.value(node)}")
        self.write("break")
        self.depth -= 1


def _literal(node: c.Core) -> bool:
    return isinstance(node, c.Const) and node.value.__class__ in _KNOWN


FAMILY: dict[type, Callable[[Any, Compile], Meaning]] = dict.fromkeys(
    (c.Const, c.Slot, c.Field, c.Value, c.Apply, c.Logic, c.Case), plain
)
