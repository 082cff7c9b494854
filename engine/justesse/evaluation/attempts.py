"""A sentence against its dates and its condition: compiled once to what it finds for given subjects.

What is found is kept compact, for most of it is never read; `trace` makes it a `Tried` on demand. Knows no other sentence.
"""

from collections.abc import Callable
from typing import Any

from justesse.evaluation.compiled import Env, Meaning
from justesse.evaluation.meaning import meaning
from justesse.evaluation.operations import compare
from justesse.evaluation.trace import UNREAD, Found
from justesse.program.program import Clause, Validity
from justesse.values.states import NotApplicable, State, joined

Attempt = Callable[[Any, Env], Found]
"""(evaluator, environment) → what a sentence finds there."""


def attempt(clause: Clause) -> Attempt:
    """What a sentence finds, compiled the first time."""
    try:
        return clause.prepared  # type: ignore[no-any-return]
    except AttributeError:
        made = _in_its_dates(clause, _applied(clause))
        object.__setattr__(clause, "prepared", made)
        return made


def answers(clause: Clause) -> bool:
    """Whether a base rule has its condition as its value."""
    return clause.kind == "rule" and clause.value is None and clause.condition is not None


# --- condition and value ------------------------------------------------------------------------------


def _applied(clause: Clause) -> Attempt:
    """The sentence in force."""
    if clause.condition is None:
        return _unconditional(clause)
    return _answer(clause) if answers(clause) else _conditional(clause)


def _unconditional(clause: Clause) -> Attempt:
    if clause.value is None:
        found: Found = (clause, "retained", (), UNREAD, UNREAD)
        return lambda e, env: found
    value = meaning(clause.value)
    return lambda e, env: (clause, "retained", (), UNREAD, value(e, env))


def _answer(clause: Clause) -> Attempt:
    """A yes/no rule without a value."""
    condition = meaning(clause.condition)  # type: ignore[arg-type]

    def answer(e: Any, env: Env) -> Found:
        held = condition(e, env)
        return (clause, "retained", (), held, held)

    return answer


def _conditional(clause: Clause) -> Attempt:
    condition, given = meaning(clause.condition), _given(clause)  # type: ignore[arg-type]
    return lambda e, env: conditional(clause, condition(e, env), given, e, env)


def conditional(clause: Clause, held: object, given: Meaning, e: Any, env: Env) -> Found:
    """What a sentence finds when its condition has this value; `given` is what it would say."""
    if held is False:
        return (clause, "failed", (), False, UNREAD)
    if held is True:
        return (clause, "retained", (), held, given(e, env))
    if held.__class__ is NotApplicable:
        return (clause, "failed", (), held, UNREAD)
    return (clause, "open", (), held, given(e, env))


def conditions(exceptions: list[Clause]) -> list[tuple[Clause, Meaning, Meaning]] | None:
    """Each exception with its condition and what it says, when the facts alone decide all of them: no date, no « always »."""
    if any(one.validities or one.condition is None for one in exceptions):
        return None
    return [(one, meaning(one.condition), _given(one)) for one in exceptions if one.condition is not None]


def _given(clause: Clause) -> Meaning:
    return meaning(clause.value) if clause.value is not None else _unread


def _unread(e: Any, env: Env) -> object:
    """The value of a lifting, or of an exception that only says yes."""
    return UNREAD


# --- dates --------------------------------------------------------------------------------------------


def _in_its_dates(clause: Clause, applied: Attempt) -> Attempt:
    """The sentence where its dates hold; with a doubt on them it is open, unless something else excludes it."""
    if not clause.validities:
        return applied
    validities = clause.validities

    def in_its_dates(e: Any, env: Env) -> Found:
        clocks, in_force = in_force_at(validities, e, env)
        if in_force is False:
            return (clause, "not-in-force", clocks, UNREAD, UNREAD)
        if in_force is not True:
            return _dates_in_doubt(clause, e, env, clocks, in_force)
        _, verdict, _, held, given = applied(e, env)
        return (clause, verdict, clocks, held, given)

    return in_its_dates


def _dates_in_doubt(clause: Clause, e: Any, env: Env, clocks: tuple[object, ...], in_force: object) -> Found:
    """A rule that is its condition says nothing before its dates are known; any other sentence may fail all the same."""
    held = UNREAD
    if clause.condition is not None and not answers(clause):
        held = meaning(clause.condition)(e, env)
    if held is False or isinstance(held, NotApplicable) or isinstance(_both(in_force, held), NotApplicable):
        return (clause, "failed", clocks, held, UNREAD)
    given = meaning(clause.value)(e, env) if clause.value is not None else UNREAD
    return (clause, "open", clocks, held, given)


def _both(in_force: object, held: object) -> object:
    return joined([one for one in (in_force, held) if isinstance(one, State)])


def in_force_at(validities: tuple[Validity, ...], e: Any, env: Env) -> tuple[tuple[object, ...], object]:
    """The dates read, and whether every one falls within its interval (or the doubt met)."""
    clocks: tuple[object, ...] = ()
    for validity in validities:
        clock = meaning(validity.date)(e, env)
        clocks = (*clocks, clock)
        if isinstance(clock, State):
            return clocks, clock
        after = validity.start is None or compare(e, "≥", clock, validity.start)
        if not after or not (validity.end is None or compare(e, "≤", clock, validity.end)):
            return clocks, False
    return clocks, True
