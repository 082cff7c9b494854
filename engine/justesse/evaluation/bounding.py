"""A case with facts missing, decided once for every way they could turn out: values become bounds, options or doubts.

The same sentences and the same meanings; where the exact evaluation would leave a value unknown, what is known of it is
kept. A quantity is the least that holds what each sentence not surely excluded would give; left unknown, it is what the
vocabulary allows. Sound for any completion; how tight, `narrowing` sees to. It names no fact and knows no law.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from justesse.evaluation.compiled import Env
from justesse.evaluation.facts import Record, named
from justesse.evaluation.trace import UNREAD, Found, Gap
from justesse.program.core import Const
from justesse.program.declarations import Attribute
from justesse.program.program import Quantity
from justesse.program.types import Choice, Date, Month, Number, Type, YesNo
from justesse.values import calendar
from justesse.values.moving import Moving
from justesse.values.ranges import OneOf, Range, belongs, between, combined, compared, extreme, hull, mapped, summed
from justesse.values.states import NOTHING, NotApplicable, Partial, State, Unknown, causes_of, joined

if TYPE_CHECKING:
    from justesse.evaluation.choose import Choice as Chosen
    from justesse.evaluation.choose import Chooser

_WITHOUT_DOUBT = ("failed", "not-in-force", "other-reading")


# --- facts --------------------------------------------------------------------------------------------


def allowed(fact: Attribute, causes: tuple[str, ...]) -> object:
    """What a fact that is not known can be, as the vocabulary has it."""
    return _widest(fact.type, causes, fact.declared.at_least, fact.declared.at_most, False)


def _widest(kind: Type, causes: tuple[str, ...], low: Fraction | None, high: Fraction | None, nothing: bool) -> object:
    match kind:
        case Number():
            return between(low, high, causes, nothing)
        case Date() | Month():
            return Range(None, None, causes, nothing)
        case Choice(options):
            return OneOf(frozenset(options), causes, nothing)
        case _:
            return Unknown(causes)


# --- quantities ---------------------------------------------------------------------------------------


def bounding(quantity: Quantity, chooser: Chooser) -> Chooser:
    """How a quantity chooses when facts are missing: every sentence that may apply has its say."""

    def bounded(e: Any, env: Env) -> Chosen:
        value, found, said = chooser(e, env)
        if not isinstance(value, State) or isinstance(value, NotApplicable):
            return value, found, said
        if not isinstance(value, Partial):
            value = _gap(e, quantity, value, found, env) or _bounds(e, quantity, value, found)
        return _clipped(e, quantity, value), found, said

    return bounded


def _bounds(e: Any, quantity: Quantity, value: object, found: tuple[Found, ...]) -> object:
    """The least that holds what each sentence not surely excluded gives, else all that the vocabulary allows."""
    causes = causes_of(value)
    if any(one[1] == "open" for one in found):
        _note_gaps(e, found)
        value = hull(_candidates(e, quantity, found), causes)
    if isinstance(value, State) and not isinstance(value, NotApplicable | Partial):
        return _widest(quantity.type, causes_of(value), None, None, True)
    return value


def _note_gaps(e: Any, found: tuple[Found, ...]) -> None:
    """Which sentence in doubt would say that something is not known; nobody knows yet of whom."""
    for clause, verdict, *_ in found:
        if verdict == "open" and isinstance(clause.value, Const) and isinstance(clause.value.value, State):
            for cause in causes_of(clause.value.value):
                e.gaps.setdefault(cause, Gap(clause.identifier, ()))


def _gap(e: Any, quantity: Quantity, value: State, found: tuple[Found, ...], env: Env) -> object:
    """What a value can be that a sentence says is unknown or to be judged, with whose it is; None when none does."""
    says = next((one[0] for one in found if isinstance(one[0].value, Const) and one[0].value.value is value), None)
    if says is None:
        return None
    whose = ", ".join(_whose(e, quantity, env))
    causes = tuple([type(cause)(f"{cause} : {whose}" if whose else cause) for cause in causes_of(value)])
    subjects = tuple([one for one in env[1:] if isinstance(one, Record) and not one.members])
    e.gaps.update(dict.fromkeys(causes, Gap(says.identifier, subjects)))
    return _widest(quantity.type, causes, None, None, False)


def _whose(e: Any, quantity: Quantity, env: Env) -> Iterator[str]:
    """The records and months that a quantity is about; a group is too wide to help."""
    for subject, value in zip(quantity.subjects, env[1:], strict=True):
        if isinstance(value, Record) and not value.members:
            yield named(value, e.program.declarations)
        elif isinstance(subject.kind, Month):
            yield calendar.iso_month(int(value))  # type: ignore[call-overload]


def _clipped(e: Any, quantity: Quantity, value: object) -> object:
    """A range within what the vocabulary declares; arithmetic loses that two terms come from the same unknown."""
    declared = e.program.declarations.attributes.get(quantity.key)
    least = declared.declared.at_least if declared is not None else None
    if not isinstance(value, Range) or least is None or (value.low is not None and value.low >= least):
        return value
    return between(least, value.high, value.causes, value.nothing)


def _candidates(e: Any, quantity: Quantity, found: tuple[Found, ...]) -> list[object]:
    """What the value may be: nothing, too, when no rule is sure to apply."""
    doubtful = [one for one in found if one[1] not in _WITHOUT_DOUBT and one[0].kind != "lift"]
    values = [_given(e, one) for one in doubtful]
    rules = [one[1] for one in found if one[0].kind == "rule" and one[1] not in ("not-in-force", "other-reading")]
    if rules and "retained" not in rules:
        values.append(False if isinstance(quantity.type, YesNo) else NOTHING)
    return values


def _given(e: Any, found: Found) -> object:
    value = found[4] if found[4] is not UNREAD else True
    if value.__class__ is Moving and e.context is not None:
        e.context.cut(e.context.start)
    return value.value if isinstance(value, Moving) else value


# --- operations ---------------------------------------------------------------------------------------

_STEADY: dict[str, Callable[[Any], Any]] = {
    "month_of": calendar.month_of, "first_day": calendar.first_day, "last_day": calendar.last_day,
    "next_day": lambda day: day + 1, "previous_day": lambda day: day - 1,
    "next_month": lambda month: month + 1, "previous_month": lambda month: month - 1,
    "january_1": lambda day: calendar.to_date(day).replace(month=1, day=1).toordinal(),
    "january_1_before": lambda day: calendar.to_date(day - 1).replace(month=1, day=1).toordinal(),
}  # fmt: skip
"""The built-ins of one date that never decrease."""


def operate_in_part(op: str, values: list[Any]) -> object:
    """A built-in on known values and values known in part (at least one)."""
    match op:
        case "+" | "-" | "*" | "/":
            return combined(op, values[0], values[1])
        case "=" | "≠" | "<" | "≤" | ">" | "≥":
            return compared(op, values[0], values[1])
        case "min" | "max" | "least" | "greatest":
            return extreme(op, values)
        case "member" if isinstance(values[1], tuple):
            return belongs(values[0], values[1])
        case _ if op in _STEADY and values[0].__class__ is Range:
            return mapped(_STEADY[op], values[0])
        case _:
            return joined([one for one in values if isinstance(one, State)])


def fold_in_part(kind: str, values: Sequence[Any], perhaps: Sequence[Any], doubts: list[State]) -> object:
    """What an observer makes of elements that are in the list, and of those that may be."""
    causes = tuple(cause for one in doubts for cause in causes_of(one))
    unsettled = [one for one in (*values, *perhaps) if isinstance(one, State) and not isinstance(one, Partial)]
    unsettled = [one for one in unsettled if not isinstance(one, NotApplicable)]
    if unsettled or (perhaps and kind not in ("count", "sum", "least", "greatest")):
        return joined([*doubts, *unsettled])
    optional = [hull([one, NOTHING], causes) for one in perhaps]
    match kind:
        case "count":
            return between(len(values), len(values) + len(perhaps), causes)
        case "sum":
            return summed((one, 1) for one in (*values, *optional) if not isinstance(one, NotApplicable))
        case "mean":
            return combined("/", summed((one, 1) for one in values), len(values))
        case "least" | "greatest":
            return extreme(kind, (*values, *optional))
        case _:
            return joined([*doubts, *(one for one in values if isinstance(one, Partial))])
