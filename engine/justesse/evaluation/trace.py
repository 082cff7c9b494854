"""What an evaluation leaves behind, on two levels: instances and verdicts, always kept; steps, unfolded when someone reads them.

Pure data over the core; no words. `unfold` says what a step rests on; `explanation` turns it into sentences and JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from justesse.program.core import Core
from justesse.program.program import Clause, Quantity

if TYPE_CHECKING:
    from justesse.evaluation.unfold import Scene

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
UNREAD: Final = object()
"""Stands for the value of a condition or of a formula that was not evaluated."""


class Step:
    """One operation: its node, its value, the steps or instances it came from (found when first asked)."""

    __slots__ = ("_parts", "_scene", "node", "value")

    def __init__(
        self, node: Core, value: object, parts: tuple[Step | Instance, ...] | None = None, scene: Scene | None = None
    ) -> None:
        self.node = node
        self.value = value
        self._parts = parts
        self._scene = scene

    @property
    def parts(self) -> tuple[Step | Instance, ...]:
        """The operands that were evaluated, in order."""
        if self._parts is None:
            self._parts = self._scene.parts(self.node, self.value) if self._scene is not None else ()
            self._scene = None
        return self._parts


class Tried:
    """A sentence that was looked at: its verdict and what was decided; the steps of its dates, condition and value on demand.

    `clocks`, `held` and `given` are the values decided: of each date read, of the condition, of the sentence.
    """

    __slots__ = ("_condition", "_dates", "_value", "clause", "clocks", "given", "held", "scene", "verdict")

    def __init__(
        self,
        clause: Clause,
        verdict: Verdict,
        scene: Scene,
        clocks: tuple[object, ...] = (),
        held: object = UNREAD,
        given: object = UNREAD,
    ) -> None:
        self.clause = clause
        self.verdict = verdict
        self.scene = scene
        self.clocks = clocks
        self.held = held
        self.given = given
        self._dates: tuple[Step, ...] | None = None
        self._condition: Step | None = None
        self._value: Step | None = None

    @property
    def dates(self) -> tuple[Step, ...]:
        """The steps of the dates read, as far as they were."""
        if self._dates is None:
            read = zip(self.clause.validities, self.clocks, strict=False)
            self._dates = tuple(self.scene.decided(validity.date, value) for validity, value in read)
        return self._dates

    @property
    def condition(self) -> Step | None:
        """The step of the condition, None when none was evaluated."""
        if self._condition is None and self.held is not UNREAD and self.clause.condition is not None:
            self._condition = self.scene.decided(self.clause.condition, self.held)
        return self._condition

    @property
    def value(self) -> Step | None:
        """The step of the value, None when none was evaluated; that of the condition for a yes/no rule that is only one."""
        if self._value is None and self.given is not UNREAD:
            self._value = self.condition if self.clause.value is None else self.scene.decided(self.clause.value, self.given)
        return self._value


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

    def grounds(self) -> list[tuple[Clause, str]]:
        """What makes two days equal in reason: the sentences and their verdicts."""
        return [(one.clause, one.verdict) for one in self.tried]
