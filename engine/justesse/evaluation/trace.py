"""What an evaluation leaves behind: one step an operation, one instance a quantity, one verdict a sentence.

Pure data over the core; no words. `explanation` turns it into sentences and JSON.
"""

from typing import Literal

from justesse.program.core import Core
from justesse.program.program import Clause, Quantity

Verdict = Literal[
    "retained",  # gives the value
    "failed",  # its condition does not hold
    "open",  # its condition is unknown or to be judged
    "not-in-force",  # its dates exclude the case
    "other-reading",  # the run takes another reading
    "lifted",  # removed by a lifting
    "overridden",  # removed by an exception to it, or by priority
    "base",  # the base rule, an exception having been retained
]


class Step:
    """One operation: its node, its value, the steps or instances it came from."""

    __slots__ = ("node", "parts", "value")

    def __init__(self, node: Core, value: object, parts: tuple["Step | Instance", ...] = ()) -> None:
        self.node = node
        self.value = value
        self.parts = parts


class Tried:
    """A sentence that was looked at: its verdict, the steps of its dates, condition and value."""

    __slots__ = ("clause", "condition", "dates", "value", "verdict")

    def __init__(
        self,
        clause: Clause,
        verdict: Verdict,
        dates: tuple[Step, ...] = (),
        condition: Step | None = None,
        value: Step | None = None,
    ) -> None:
        self.clause = clause
        self.verdict = verdict
        self.dates = dates
        self.condition = condition
        self.value = value


class Instance:
    """A quantity of given subjects, its value and every sentence tried.

    For a day quantity `first`/`last` bound the run of equal days, and a changing value is a `Moving`. `fact` is what the
    case says, when a sentence only supplies what it does not.
    """

    __slots__ = ("args", "fact", "first", "last", "quantity", "tried", "value")

    def __init__(
        self, quantity: Quantity, args: tuple[object, ...], value: object, first: int | None = None, last: int | None = None
    ) -> None:
        self.quantity = quantity
        self.args = args
        self.value = value
        self.tried: list[Tried] = []
        self.fact: Step | None = None
        self.first = first
        self.last = last

    def retained(self) -> list[Tried]:
        """The sentences that give the value."""
        return [one for one in self.tried if one.verdict == "retained"]

    def grounds(self) -> tuple[tuple[int, str], ...]:
        """What makes two days equal in reason: the sentences and their verdicts."""
        return tuple((id(one.clause), one.verdict) for one in self.tried)
