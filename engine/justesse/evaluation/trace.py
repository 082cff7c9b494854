"""What an evaluation leaves behind, on two levels: instances and verdicts, always kept; steps, unfolded when someone reads them.

Pure data over the core; no words. `unfold` says what a step rests on; `explanation` turns it into sentences and JSON.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from justesse.program.core import Core
from justesse.program.program import Clause, Quantity

if TYPE_CHECKING:
    from justesse.evaluation.evaluator import Evaluator
    from justesse.evaluation.facts import Record
    from justesse.evaluation.unfold import Scene

Verdict = Literal[
    "retained",  # gives the value
    "failed",  # its condition does not hold
    "open",  # its condition is unknown or to be judged
    "not-in-force",  # its dates exclude the case
    "other-reading",  # the run takes another reading
    "lifted",  # removed by a lifting
    "overridden",  # removed by an exception to it, or by priority
]
UNREAD: Final = object()
"""Stands for the value of a condition or of a formula that was not evaluated."""
Found = tuple[Clause, Verdict, tuple[object, ...], object, object]
"""What was decided of a sentence, compact: its verdict, the value of each date read, of its condition, of itself."""


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
            self._parts = self._scene.parts(self.node) if self._scene is not None else ()
            self._scene = None
        return self._parts


class Tried:
    """A sentence that was looked at: its verdict and what was decided; the steps of its dates, condition and value on demand.

    `clocks`, `held` and `given` are the values decided: of each date read, of the condition, of the sentence.
    """

    __slots__ = ("_steps", "clause", "clocks", "given", "held", "scene", "verdict")

    def __init__(self, found: Found, scene: Scene) -> None:
        self.clause, self.verdict, self.clocks, self.held, self.given = found
        self.scene = scene
        self._steps: tuple[tuple[Step, ...], Step | None, Step | None] | None = None

    @property
    def dates(self) -> tuple[Step, ...]:
        """The steps of the dates read, as far as they were."""
        return self._unfolded()[0]

    @property
    def condition(self) -> Step | None:
        """The step of the condition, None when none was evaluated."""
        return self._unfolded()[1]

    @property
    def value(self) -> Step | None:
        """The step of the value, None when none was evaluated; that of the condition for a yes/no rule that is only one."""
        return self._unfolded()[2]

    def _unfolded(self) -> tuple[tuple[Step, ...], Step | None, Step | None]:
        if self._steps is None:
            clause, scene = self.clause, self.scene
            read = zip(clause.validities, self.clocks, strict=False)
            dates = tuple(scene.decided(validity.date, clock) for validity, clock in read)
            condition = scene.decided(clause.condition, self.held) if clause.condition and self.held is not UNREAD else None
            own = scene.decided(clause.value, self.given) if clause.value and self.given is not UNREAD else None
            self._steps = dates, condition, own or (condition if self.given is not UNREAD else None)
        return self._steps


class Instance:
    """A quantity of given subjects, its value and every sentence tried.

    `said` is what the case says, when a sentence only supplies what it does not. The evaluator is held weakly, so that a
    decision dropped is freed at once; what an instance rests on can be read as long as the decision is there.
    """

    __slots__ = ("_evaluator", "_fact", "_tried", "args", "found", "quantity", "said", "value")
    first: int | None = None
    last: int | None = None
    _tried: list[Tried]
    _fact: Step

    def __init__(
        self,
        quantity: Quantity,
        args: tuple[object, ...],
        chosen: tuple[object, tuple[Found, ...], object],
        evaluator: Callable[[], Evaluator | None],
    ) -> None:
        self.quantity = quantity
        self.args = args
        self.value, self.found, self.said = chosen
        self._evaluator = evaluator

    @property
    def tried(self) -> list[Tried]:
        """Every sentence looked at, exceptions first."""
        try:
            return self._tried
        except AttributeError:
            scene = self._scene() if self.found else None
            self._tried = [Tried(found, scene) for found in self.found] if scene is not None else []
            return self._tried

    @property
    def fact(self) -> Step | None:
        """The step of what the case says, None when the case cannot say it."""
        if self.said is UNREAD:
            return None
        try:
            return self._fact
        except AttributeError:
            assert self.quantity.fact is not None
            self._fact = Step(self.quantity.fact, self.said, scene=self._scene())
            return self._fact

    def _scene(self) -> Scene:
        evaluator = self._evaluator()
        assert evaluator is not None, "an instance is read while its decision is there"
        return evaluator.scene_of(self)

    def retained(self) -> list[Tried]:
        """The sentences that give the value."""
        return [one for one in self.tried if one.verdict == "retained"]

    def goes_on(self, other: Instance) -> bool:
        """Whether two days are equal in reason: the same sentences with the same verdicts."""
        return [one[:2] for one in self.found] == [one[:2] for one in other.found]


class DayInstance(Instance):
    """The same over a run of equal days, from `first` to `last`; a changing value is a `Moving`."""

    __slots__ = ("first", "last")


@dataclass(frozen=True, slots=True, eq=False)
class Gap:
    """A sentence that says a value is unknown or to be judged, and the records it is about."""

    rule: str
    subjects: tuple[Record, ...]
