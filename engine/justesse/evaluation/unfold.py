"""What a value rests on, found when someone asks: the operands that were evaluated, by evaluating them again as they were.

Gives no node a meaning: each value is its `meaning`'s, and this module only says which operands were looked at. What is
found again must be what was decided. Knows no words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar
from weakref import ref

from justesse.evaluation.compiled import Env, Meaning
from justesse.evaluation.indexes import keys_of
from justesse.evaluation.meaning import compiled_with, meaning
from justesse.evaluation.timelines import RunContext
from justesse.evaluation.trace import Instance, Step
from justesse.program import core as c
from justesse.values.moving import Moving
from justesse.values.states import NotApplicable, State

if TYPE_CHECKING:
    from justesse.evaluation.evaluator import Evaluator

Parts = tuple[Step | Instance, ...]
Found = TypeVar("Found")


class Scene:
    """Where a sentence was evaluated: the environment, the evaluator and the run being decided, if any (both held weakly)."""

    __slots__ = ("_context", "_evaluator", "_noted", "env")

    def __init__(
        self, evaluator: Evaluator, env: Env, context: RunContext | None, noted: dict[tuple[int, Env], object] | None = None
    ) -> None:
        self._evaluator = evaluator.itself
        self.env = env
        self._context = ref(context) if context is not None else None
        self._noted = noted if noted is not None else {}

    @property
    def evaluator(self) -> Evaluator:
        """The evaluator, as long as its decision is there."""
        evaluator = self._evaluator()
        assert evaluator is not None, "a step is unfolded while its decision is there"
        return evaluator

    @property
    def context(self) -> RunContext | None:
        """The run being decided, which its timeline keeps."""
        return self._context() if self._context is not None else None

    def decided(self, node: c.Core, value: object) -> Step:
        """The step of a value decided here; finding another one again would be a mistake of the engine."""
        (found,) = self._values((node,))
        assert alike(found, value), (node, value, found)
        return Step(node, value, scene=self)

    def step(self, node: c.Core) -> Step:
        """The step of an operand."""
        return self._steps((node,))[0]

    def parts(self, node: c.Core) -> Parts:
        """The operands of a node that were evaluated here, in order."""
        match node:
            case c.Const() | c.Slot():
                return ()
            case c.Value(quantity, args):
                return self._instance(quantity, args)
            case c.Logic():
                return tuple(self._logic(node))
            case c.Case():
                return tuple(self._case(node))
            case c.Fold() | c.Select() | c.Flatten():
                return self._list(node)
            case _:
                return self._steps(_operands(node))

    def within(self, element: object) -> Scene:
        """The same, inside a list, at one of its elements."""
        return Scene(self.evaluator, (*self.env, element), self.context, self._noted)

    # --- evaluating again ----------------------------------------------------------------------------

    def _steps(self, nodes: tuple[c.Core, ...]) -> tuple[Step, ...]:
        values = self._values(nodes)
        return tuple([Step(node, value, scene=self) for node, value in zip(nodes, values, strict=True)])

    def _values(self, nodes: tuple[c.Core, ...]) -> list[object]:
        if all(type(node) in _LEAVES for node in nodes):
            return [meaning(node)(None, self.env) for node in nodes]
        return self._again(lambda evaluator: [noting(node)(evaluator, self.env) for node in nodes])

    def _again(self, work: Callable[[Evaluator], Found]) -> Found:
        """Do something as when the run was decided, then settle the slopes that it left open."""
        evaluator, context = self.evaluator, self.context
        outer = evaluator.context, evaluator.unfolding, evaluator.noted
        evaluator.context, evaluator.unfolding, evaluator.noted = context, True, self._noted
        try:
            found = work(evaluator)
        finally:
            evaluator.context, evaluator.unfolding, evaluator.noted = outer
        if context is not None and (context.flagged or context.pending):
            context.settle()
            context.pending.clear()
        return found

    def _instance(self, quantity: str, args: tuple[c.Core, ...]) -> Parts:
        """The quantity itself; none when one of its subjects is not known."""
        given = tuple(self._values(args))
        if any(isinstance(arg, State) for arg in given):
            return ()
        return (self._again(lambda evaluator: evaluator.instance(quantity, given)),)

    # --- operands that were looked at ----------------------------------------------------------------

    def _logic(self, node: c.Logic) -> Iterator[Step]:
        """Up to the one that decided."""
        for item in node.items:
            step = self.step(item)
            yield step
            if step.value is (node.kind == "any") or (node.kind == "all" and isinstance(step.value, NotApplicable)):
                return

    def _case(self, node: c.Case) -> Iterator[Step]:
        """The tests up to the one that held or left a doubt, then what was chosen."""
        for test, chosen in node.branches:
            step = self.step(test)
            yield step
            if step.value is True:
                yield self.step(chosen)
                return
            if _doubtful(step.value):
                return
        if node.otherwise is not None:
            yield self.step(node.otherwise)

    def _list(self, node: c.Fold | c.Select | c.Flatten) -> Parts:
        """The list, then what was computed of each element kept."""
        source = self.step(node.source)
        if isinstance(source.value, State):
            return (source,)
        assert isinstance(source.value, tuple)
        match node:
            case c.Fold():
                return (source, *self._bodies(node, source.value))
            case c.Select():
                return (source, *self._tests(node, source.value))
            case c.Flatten():
                return (source, *(self.within(element).step(node.body) for element in source.value))

    def _bodies(self, node: c.Fold, elements: tuple[object, ...]) -> Iterator[Step]:
        """What is observed of each element that passes, unless it is without object there."""
        if node.body is None:
            return
        for scene in self._candidates(node.where, elements):
            if node.where is None or scene.step(node.where).value is True:
                step = scene.step(node.body)
                if not isinstance(step.value, NotApplicable):
                    yield step

    def _tests(self, node: c.Select, elements: tuple[object, ...]) -> Parts:
        """The condition of each element that passes; of the one in doubt, alone, when there is one."""
        if node.where is None:
            return ()
        tests: list[Step] = []
        for scene in self._candidates(node.where, elements):
            test = scene.step(node.where)
            if _doubtful(test.value):
                return (test,)
            if test.value is True:
                tests.append(test)
        return tuple(tests)

    def _candidates(self, where: c.Core | None, elements: tuple[object, ...]) -> Iterator[Scene]:
        """The elements tested, in the order they were."""
        keys = keys_of(where, meaning)
        found, _ = self._again(lambda evaluator: evaluator.indexes.candidates(evaluator, keys, self.env, elements, None))
        return (self.within(element) for element in found)


_LEAVES = frozenset({c.Const, c.Slot})
_LONG = frozenset({c.Fold, c.Select, c.Flatten, c.DayFold})


def noting(node: c.Core) -> Meaning:
    """The meaning of a node, where a long operation is evaluated once for a sentence, however deep one looks for it."""
    try:
        return node.noted  # type: ignore[no-any-return]
    except AttributeError:
        made = compiled_with(node, noting)
        made = _once(node, made) if type(node) in _LONG else made
        object.__setattr__(node, "noted", made)
        return made


def _once(node: c.Core, found: Meaning) -> Meaning:
    def once(e: Evaluator, env: Env) -> object:
        place = (id(node), env)
        if place not in e.noted:
            e.noted[place] = found(e, env)
        return e.noted[place]

    return once


def _operands(node: c.Core) -> tuple[c.Core, ...]:
    """The operands of a node that always looks at all of them."""
    match node:
        case c.Field(record, _) | c.GroupOf(_, record):
            return (record,)
        case c.Apply(_, args):
            return args
        case c.Shift(date, amount):
            return (date, amount)
        case c.Series(_, date):
            return (date,)
        case c.Round(_, _, value):
            return (value,)
        case c.Months(first, last):
            return (first, last)
        case c.Single(item) | c.Members(item) | c.Neighbour(item):
            return (item,)
        case c.DayFold():
            return tuple(part for part in (node.owners, node.start, node.end) if part is not None)
        case _:
            return ()


def _doubtful(value: object) -> bool:
    return isinstance(value, State) and not isinstance(value, NotApplicable)


def alike(left: object, right: object) -> bool:
    """Whether two values are the same, slopes included."""
    if isinstance(left, Moving) and isinstance(right, Moving):
        return (left.value, left.slope, left.flags) == (right.value, right.slope, right.flags)
    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(alike(*pair) for pair in zip(left, right, strict=True))
    return type(left) is type(right) and left == right
