"""The evaluation of one case by one program: what is in memory, what is being computed, and the instances made.

What each node means is `meaning`; the choice among rules and exceptions `choose`; days in runs `days`. It knows no law.
"""

from collections.abc import Iterator
from contextlib import suppress
from weakref import ref

from justesse.evaluation.choose import chooser_of, choosers_of
from justesse.evaluation.compiled import Env
from justesse.evaluation.days import Days
from justesse.evaluation.facts import Record, records
from justesse.evaluation.groups import Groups
from justesse.evaluation.indexes import Indexes
from justesse.evaluation.meaning import meaning
from justesse.evaluation.refusal import Refusal
from justesse.evaluation.timelines import RunContext, Timeline
from justesse.evaluation.trace import Gap, Instance, Step
from justesse.evaluation.unfold import Scene
from justesse.program.core import Core
from justesse.program.program import Program, Quantity
from justesse.values.states import State, joined


class Evaluator:
    """Evaluates one case with one program; `readings` maps an interpretation to the reading this run takes."""

    def __init__(
        self, program: Program, root: Record, readings: dict[str, str] | None = None, by_day: bool = False, bounded: bool = False
    ) -> None:
        self.program = program
        self.root = root
        self.readings = {one.identifier: one.readings[0] for one in program.interpretations.values()} | (readings or {})
        self.memo: dict[tuple[object, ...], Instance] = {}
        self.bounded = bounded
        """Whether what is not known is kept as bounds and options."""
        self.gaps: dict[str, Gap] = {}
        """What sentences say is not known, under the words that values give as their cause; kept with the bounds."""
        self.choosers, self.plain = choosers_of(program, readings or {}, bounded)
        self.listed: dict[str, tuple[Record, ...]] = {}
        self.open: set[tuple[object, ...]] = set()
        self.context: RunContext | None = None
        """The run being decided, when there is one."""
        self.unfolding = False
        """Whether values are being found again for the trace: then nothing new is decided."""
        self.noted: dict[tuple[int, Env], object] = {}
        """The long operations already evaluated in the sentence that is being unfolded."""
        self.itself = ref(self)
        """What instances hold: nothing here refers back to the evaluator, so that it is freed with its decision."""
        self.indexes = Indexes()
        self.groups = Groups()
        self.days = Days(by_day)

    def run(self, node: Core, env: Env) -> Step:
        """The step of a node in an environment (slot 0 is the subject of the case)."""
        return Step(node, meaning(node)(self, env), scene=Scene(self, env, self.context))

    def records(self, kind: str) -> tuple[Record, ...]:
        """The records of a kind that the case lists, in order."""
        found = self.listed.get(kind)
        if found is None:
            found = self.listed[kind] = records(self.root, kind)
        return found

    def read(self, key: str, args: tuple[object, ...]) -> object:
        """The value of a quantity as a sentence sees it; a subject that is not known leaves it so."""
        for arg in args:
            if isinstance(arg, State):
                return joined([one for one in args if isinstance(one, State)])
        return self.read_known(key, args)

    def read_known(self, key: str, args: tuple[object, ...]) -> object:
        """The same, of subjects that are known."""
        plain = self.plain.get(key) if self.context is None and not self.unfolding else None
        if plain is not None:  # most reads, written apart
            quantity, chooser = plain
            made = self.memo[(key, *args)] = Instance(quantity, args, chooser(self, (self.root, *args)), self.itself)
            return made.value
        quantity = self.program.quantities[key]
        return self.days.read(self, quantity, args) if quantity.by_day else self._made(quantity, args).value

    def instance(self, key: str, args: tuple[object, ...]) -> Instance:
        """Memoised; a quantity that needs itself is refused."""
        quantity = self.program.quantities[key]
        if quantity.by_day:
            return self.days.instance(self, quantity, args)
        return self.memo.get((key, *args)) or self._made(quantity, args)

    def _made(self, quantity: Quantity, args: tuple[object, ...]) -> Instance:
        """A quantity decided for its subjects, outside any run."""
        assert not self.unfolding, "a value is decided once, before anything is unfolded"
        if quantity.knotted:
            return self._guarded(quantity, args)
        if self.context is None:
            return self._decided(quantity, args)
        outer, self.context = self.context, None
        try:
            return self._decided(quantity, args)
        finally:
            self.context = outer

    def _guarded(self, quantity: Quantity, args: tuple[object, ...]) -> Instance:
        """The same, of a quantity that could come back to itself: it is then refused."""
        place = (quantity.key, *args)
        if place in self.open:
            raise Refusal("E0105", quantity.rules[0].span if quantity.rules else None, nom=quantity.name)
        if quantity.recurrent:
            self._warm(quantity.key, args)
        self.open.add(place)
        outer, self.context = self.context, None
        try:
            return self._decided(quantity, args)
        finally:
            self.context = outer
            self.open.discard(place)

    def _decided(self, quantity: Quantity, args: tuple[object, ...]) -> Instance:
        key = quantity.key
        chooser = self.choosers.get(key) or chooser_of(self, quantity)
        made = self.memo[(key, *args)] = Instance(quantity, args, chooser(self, (self.root, *args)), self.itself)
        return made

    def _warm(self, key: str, args: tuple[object, ...]) -> None:
        """Compute a recurrence from its first element, so that its depth stays flat.

        An earlier element that needs what is being decided is left: whoever truly reads it is refused, then.
        """
        element = args[0]
        if isinstance(element, Record):
            for earlier in element.siblings[: element.position]:
                if (key, earlier, *args[1:]) not in self.memo and (key, earlier, *args[1:]) not in self.open:
                    with suppress(Refusal):
                        self.instance(key, (earlier, *args[1:]))

    def instances(self) -> Iterator[Instance]:
        """Everything evaluated so far, days last; a value of a day may come twice."""
        yield from self.memo.values()
        for timeline in self.timelines.values():
            for run in timeline.runs:
                yield from run.instances.values()

    def retained_identifiers(self) -> frozenset[str]:
        """The sentences that gave a value somewhere in this evaluation."""
        found = (found for one in self.instances() for found in one.found)
        return frozenset(clause.identifier for clause, verdict, *_ in found if verdict == "retained")

    def scene_of(self, instance: Instance) -> Scene:
        """Where an instance was decided."""
        if instance.first is None or not instance.quantity.by_day:
            return Scene(self, (self.root, *instance.args), None)
        *owner, _ = instance.args
        context = self.days.timelines[(instance.quantity.loop, *owner)].decided_at(instance.first).context
        return Scene(self, (self.root, *owner, context.day), context)

    # --- days ----------------------------------------------------------------------------------------

    @property
    def timelines(self) -> dict[tuple[object, ...], Timeline]:
        """The timelines computed so far."""
        return self.days.timelines

    def timeline(self, quantity: Quantity, owner: tuple[object, ...]) -> Timeline:
        """The timeline of a day quantity for an owner (nothing computed yet)."""
        return self.days.timeline(self, quantity, owner)

    def ensure(self, timeline: Timeline, day: int) -> None:
        """Decide every day up to `day`."""
        self.days.ensure(self, timeline, day)

    def seen(self, instance: Instance, day: object) -> object:
        """The value of an instance on a day."""
        return self.days.seen(self, instance, day)
