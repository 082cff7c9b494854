"""The states a value can have besides being known, and how they join. Kleene's and / or are evaluation's, where they stop early.

A known value is a plain Python object (int, Fraction, bool, str, tuple, record). The three other states are instances
of the classes below, so that a state can never be mistaken for an amount. Bounds and options are `ranges`.
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


class Judge(str):
    """Among the causes of a doubt: not a fact that is missing, a person who must judge."""

    __slots__ = ()


class ToCome(str):
    """Among the causes of a doubt: not a fact that is missing, a dated value that nobody knows yet at the date it names."""

    __slots__ = ()


class Partial(State):
    """Known in part only (`ranges`): for an operation that cannot follow the part that is known, an unknown."""

    __slots__ = ()
    causes: tuple[str, ...]
    nothing: bool


NOTHING: Final = NotApplicable()


def joined(states: list[State]) -> State:
    """The state of an operation that met `states` (at least one): to judge, else unknown, else not applicable."""
    if len(states) == 1 and not isinstance(states[0], Partial):
        return states[0]
    judges = [name for state in states if isinstance(state, ToJudge) for name in state.judges]
    if any(isinstance(state, ToJudge) for state in states):
        return ToJudge(tuple(dict.fromkeys(judges)))
    if any(isinstance(state, Unknown | Partial) for state in states):
        return Unknown(tuple(dict.fromkeys(cause for state in states for cause in causes_of(state))))
    return states[0]


def causes_of(value: object) -> tuple[str, ...]:
    """What is missing, and who must judge (`Judge`), for a value that is not known."""
    match value:
        case Unknown() | Partial():
            return value.causes
        case ToJudge():
            return tuple([Judge(one) for one in value.judges or ("une personne",)])
        case _:
            return ()


def negation(truth: object) -> object:
    """Kleene's *not*: a state stays what it is."""
    return truth if isinstance(truth, State) else not truth
