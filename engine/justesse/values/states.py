"""The states a value can have besides being known, and Kleene's logic over them.

A known value is a plain Python object (int, Fraction, bool, str, tuple, record). The three other states are instances
of the classes below, so that a state can never be mistaken for an amount. Knows nothing of ranges.
"""

from dataclasses import dataclass
from typing import Final


class State:
    """Any of the three states; the one question asked everywhere is whether a value is one."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Unknown(State):
    """Asked and not given. `causes` names the facts that are missing, in the order they were met."""

    causes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotApplicable(State):
    """No value exists here (« sans objet »): a neighbour that is not there, a rule that does not apply."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class ToJudge(State):
    """A person must judge (« à apprécier »). `judges` names who, when the rule says it."""

    judges: tuple[str, ...] = ()


NOTHING: Final = NotApplicable()


def is_state(value: object) -> bool:
    """Whether `value` is one of the three states rather than a known value."""
    return isinstance(value, State)


def joined(states: list[State]) -> State:
    """The state of an operation that met `states` (at least one): to judge, else unknown, else not applicable."""
    judges = [name for state in states if isinstance(state, ToJudge) for name in state.judges]
    if any(isinstance(state, ToJudge) for state in states):
        return ToJudge(tuple(dict.fromkeys(judges)))
    causes = [cause for state in states if isinstance(state, Unknown) for cause in state.causes]
    if any(isinstance(state, Unknown) for state in states):
        return Unknown(tuple(dict.fromkeys(causes)))
    return states[0]


def conjunction(truths: list[object]) -> object:
    """Kleene's *and*: false wins over any state; a condition without object does not hold."""
    if any(truth is False or isinstance(truth, NotApplicable) for truth in truths):
        return False
    open_truths = [truth for truth in truths if isinstance(truth, State)]
    return joined(open_truths) if open_truths else True


def disjunction(truths: list[object]) -> object:
    """Kleene's *or*: true wins over any state; a condition without object does not hold."""
    if any(truth is True for truth in truths):
        return True
    open_truths = [truth for truth in truths if isinstance(truth, Unknown | ToJudge)]
    return joined(list(open_truths)) if open_truths else False


def negation(truth: object) -> object:
    """Kleene's *not*: a state stays what it is."""
    return truth if isinstance(truth, State) else not truth
