"""The reference evaluator: a lazy, memoised walk over the core, one trace step an operation, exact numbers.

Day quantities are computed in runs of equal days by `days.py`; the choice among rules and exceptions is `choose.py`.
This module gives each node its meaning. It knows no sentence and no law.
"""

from fractions import Fraction
from typing import cast

from justesse.evaluation.choose import choose
from justesse.evaluation.days import DayEngine
from justesse.evaluation.facts import Record, group
from justesse.evaluation.indexes import Indexes
from justesse.evaluation.operations import Operations, fixed
from justesse.evaluation.refusal import Refusal
from justesse.evaluation.trace import Instance, Step
from justesse.program import core as c
from justesse.program.program import Program
from justesse.values.numbers import round_half_up, truncate
from justesse.values.states import NOTHING, NotApplicable, State, ToJudge, Unknown, joined

Env = tuple[object, ...]


class Evaluator(Operations, Indexes, DayEngine):
    """Evaluates one case with one program; `readings` maps an interpretation to the reading this run takes."""

    def __init__(self, program: Program, root: Record, readings: dict[str, str] | None = None, by_day: bool = False) -> None:
        self.program = program
        self.root = root
        self.readings = {one.identifier: one.readings[0] for one in program.interpretations.values()} | (readings or {})
        self.memo: dict[tuple[object, ...], Instance] = {}
        self.open: set[tuple[object, ...]] = set()
        self.groups: dict[str, tuple[Record, ...]] = {}
        self.group_of: dict[Record, Record] = {}
        self.start_days(by_day)
        self.start_indexes()
        self.table = {
            c.Const: self._const, c.Slot: self._slot, c.Field: self._field, c.Value: self._value, c.Apply: self.apply,
            c.Logic: self._logic, c.Case: self._case, c.Shift: self.shift, c.Series: self.series, c.Round: self._round,
            c.Fold: self._fold, c.Select: self._select, c.Flatten: self._flatten, c.Months: self._months,
            c.Options: self._options, c.Single: self._single, c.Neighbour: self._neighbour, c.Members: self._members,
            c.GroupOf: self._group_of, c.Groups: self._groups, c.DayFold: self.day_fold,
        }  # fmt: skip

    def run(self, node: c.Core, env: Env) -> Step:
        """The step of a node in an environment (slot 0 is the subject of the case)."""
        return self.table[node.__class__](node, env)

    def quantity(self, key: str, *args: object) -> Instance:
        """The instance of a quantity for its subjects."""
        return self.instance(key, args)

    def instance(self, key: str, args: tuple[object, ...]) -> Instance:
        """Memoised; a quantity that needs itself is refused."""
        quantity = self.program.quantities[key]
        if quantity.by_day:
            return self.day_instance(quantity, args)
        place = (key, *args)
        found = self.memo.get(place)
        if found is not None:
            return found
        if place in self.open:
            raise Refusal("E0105", quantity.rules[0].span if quantity.rules else None, nom=quantity.name)
        if quantity.recurrent:
            self._warm(key, args)
        self.open.add(place)
        outer, self.context = self.context, None
        try:
            made = choose(self, quantity, args, (self.root, *args))
        finally:
            self.context = outer
            self.open.discard(place)
        self.memo[place] = made
        return made

    def retained_identifiers(self) -> frozenset[str]:
        """The sentences that gave a value somewhere in this evaluation."""
        by_run = (one for timeline in self.timelines.values() for run in timeline.runs for one in run.instances.values())
        return frozenset(tried.clause.identifier for one in (*self.memo.values(), *by_run) for tried in one.retained())

    def _warm(self, key: str, args: tuple[object, ...]) -> None:
        """Compute a recurrence from its first element, so that its depth stays flat."""
        element = args[0]
        if isinstance(element, Record):
            for earlier in element.siblings[: element.position]:
                if (key, earlier, *args[1:]) not in self.memo and (key, earlier, *args[1:]) not in self.open:
                    self.instance(key, (earlier, *args[1:]))

    # --- leaves --------------------------------------------------------------------------------------

    def _const(self, node: c.Const, env: Env) -> Step:
        return Step(node, node.value)

    def _slot(self, node: c.Slot, env: Env) -> Step:
        return Step(node, env[node.index])

    def _field(self, node: c.Field, env: Env) -> Step:
        owner = node.record
        record = Step(owner, env[owner.index]) if owner.__class__ is c.Slot else self.run(owner, env)
        value = record.value
        if value.__class__ is Record:
            return Step(node, value.fields.get(node.name, NOTHING), (record,))
        return Step(node, value, (record,))

    def _value(self, node: c.Value, env: Env) -> Step:
        args = tuple([env[arg.index] if arg.__class__ is c.Slot else self.run(arg, env).value for arg in node.args])
        known = self.memo.get((node.quantity, *args))
        if known is not None:
            return Step(node, known.value, (known,))
        states = [arg for arg in args if isinstance(arg, State)]
        if states:
            return Step(node, joined(states))
        instance = self.instance(node.quantity, args)
        return Step(node, self.seen(instance, args[-1] if args else None), (instance,))

    # --- logic ---------------------------------------------------------------------------------------

    def _logic(self, node: c.Logic, env: Env) -> Step:
        deciding, table = node.kind == "any", self.table
        steps: list[Step] = []
        doubts: list[State] = []
        for item in node.items:
            step = table[item.__class__](item, env)
            steps.append(step)
            value = step.value
            if value is deciding or (not deciding and isinstance(value, NotApplicable)):
                return Step(node, deciding, tuple(steps))
            if isinstance(value, State) and not isinstance(value, NotApplicable):
                doubts.append(value)
        return Step(node, joined(doubts) if doubts else not deciding, tuple(steps))

    def _case(self, node: c.Case, env: Env) -> Step:
        steps: list[Step] = []
        for test, value in node.branches:
            step = self.run(test, env)
            steps.append(step)
            if step.value is True:
                chosen = self.run(value, env)
                return Step(node, chosen.value, (*steps, chosen))
            if isinstance(step.value, State) and not isinstance(step.value, NotApplicable):
                return Step(node, step.value, tuple(steps))
        if node.otherwise is None:
            return Step(node, NOTHING, tuple(steps))
        last = self.run(node.otherwise, env)
        return Step(node, last.value, (*steps, last))

    def _round(self, node: c.Round, env: Env) -> Step:
        step = self.run(node.value, env)
        if isinstance(step.value, State):
            return Step(node, step.value, (step,))
        value = fixed(self, step.value)
        assert isinstance(value, int | Fraction)
        rounded = round_half_up(value, node.step) if node.mode == "nearest" else truncate(value, node.step)
        return Step(node, rounded, (step,))

    # --- lists ---------------------------------------------------------------------------------------

    def items(self, node: c.Core, env: Env) -> tuple[Step, tuple[object, ...] | State]:
        """A list and its elements."""
        step = self.table[node.__class__](node, env)
        return step, cast("tuple[object, ...] | State", step.value)

    def _fold(self, node: c.Fold, env: Env) -> Step:
        source, elements = self.items(node.source, env)
        if isinstance(elements, State):
            return Step(node, elements, (source,))
        kept: list[Step] = []
        values: list[object] = []
        doubts: list[State] = []
        where, table = node.where, self.table
        for element in self.candidates(node.where, env, elements):
            inner = (*env, element)
            if where is not None:
                test = table[where.__class__](where, inner).value
                if test is not True:
                    if isinstance(test, Unknown | ToJudge):
                        doubts.append(test)
                    continue
            if node.body is None:
                values.append(element)
                continue
            step = self.run(node.body, inner)
            if step.value.__class__ is not NotApplicable:
                kept.append(step)
                values.append(step.value)
        doubts += [value for value in values if isinstance(value, State)]
        if doubts:
            return Step(node, joined(doubts), (source, *kept))
        return Step(node, _folded(self, node, values), (source, *kept))

    def _select(self, node: c.Select, env: Env) -> Step:
        source, elements = self.items(node.source, env)
        if isinstance(elements, State):
            return Step(node, elements, (source,))
        tests: list[Step] = []
        kept: list[object] = []
        where, table = node.where, self.table
        for element in self.candidates(where, env, elements):
            if where is not None:
                test = table[where.__class__](where, (*env, element))
                if isinstance(test.value, State) and not isinstance(test.value, NotApplicable):
                    return Step(node, test.value, (source, test))
                if test.value is not True:
                    continue
                tests.append(test)
            kept.append(element)
        if node.first is not None:
            kept = kept[: node.first]
        if node.last is not None:
            kept = kept[-node.last :]
        return Step(node, tuple(kept), (source, *tests))

    def _flatten(self, node: c.Flatten, env: Env) -> Step:
        source, elements = self.items(node.source, env)
        if isinstance(elements, State):
            return Step(node, elements, (source,))
        steps = [self.run(node.body, (*env, element)) for element in elements]
        merged = [one for step in steps if isinstance(step.value, tuple) for one in step.value]
        return Step(node, tuple(dict.fromkeys(merged)), (source, *steps))

    def _months(self, node: c.Months, env: Env) -> Step:
        first, last = self.run(node.first, env), self.run(node.last, env)
        states = [step.value for step in (first, last) if isinstance(step.value, State)]
        if states:
            return Step(node, joined(states), (first, last))
        start, end = int(fixed(self, first.value)), int(fixed(self, last.value))
        return Step(node, tuple(range(start, end + 1)), (first, last))

    def _options(self, node: c.Options, env: Env) -> Step:
        return Step(node, node.values)

    def _single(self, node: c.Single, env: Env) -> Step:
        step = self.run(node.item, env)
        return Step(node, step.value if isinstance(step.value, State) else (step.value,), (step,))

    def _neighbour(self, node: c.Neighbour, env: Env) -> Step:
        step = self.run(node.element, env)
        if isinstance(step.value, State):
            return Step(node, step.value, (step,))
        assert isinstance(step.value, Record)
        place = step.value.position + node.step
        while 0 <= place < len(step.value.siblings):
            candidate = step.value.siblings[place]
            if node.where is None or self.run(node.where, (*env, candidate)).value is True:
                return Step(node, candidate, (step,))
            place += node.step
        return Step(node, NotApplicable("neighbour"), (step,))

    # --- groups --------------------------------------------------------------------------------------

    def _members(self, node: c.Members, env: Env) -> Step:
        step = self.run(node.group, env)
        value = step.value
        return Step(node, value if isinstance(value, State) else value.members, (step,))  # type: ignore[attr-defined]

    def _group_of(self, node: c.GroupOf, env: Env) -> Step:
        step = self.run(node.record, env)
        if isinstance(step.value, State):
            return Step(node, step.value, (step,))
        self.all_groups(node.group)
        assert isinstance(step.value, Record)
        return Step(node, self.group_of[step.value], (step,))

    def _groups(self, node: c.Groups, env: Env) -> Step:
        return Step(node, self.all_groups(node.group))

    def all_groups(self, kind: str) -> tuple[Record, ...]:
        """The groups of a kind: the ordered list of records cut before each one that opens."""
        found = self.groups.get(kind)
        if found is None:
            found = self.groups[kind] = self._cut(kind)
        return found

    def _cut(self, kind: str) -> tuple[Record, ...]:
        declared = self.program.declarations
        member = next(name for name, gathered in declared.members.items() if gathered == kind)
        opens = next(one for one in declared.by_form[declared.records[kind].opens.lower()] if one.subjects[0].name == member)
        parts: list[list[Record]] = []
        for record in self._all(member):
            opening = self.instance(opens.key, (record,)).value
            if isinstance(opening, Unknown):
                raise Refusal("E0107", None, nom=declared.records[kind].opens, place=record.place)
            if opening is True or not parts:
                parts.append([])
            parts[-1].append(record)
        made = tuple(group(kind, tuple(members), place) for place, members in enumerate(parts))
        for one in made:
            one.siblings = made
            for record in one.members:
                self.group_of[record] = one
        return made

    def _all(self, kind: str) -> tuple[Record, ...]:
        for value in self.root.fields.values():
            if isinstance(value, tuple) and value and isinstance(value[0], Record) and value[0].type == kind:
                return value
        return ()


def _folded(evaluator: Evaluator, node: c.Fold, values: list[object]) -> object:
    """The result of a fold over known values."""
    match node.kind:
        case "count":
            return len(values)
        case "some":
            return bool(values)
        case "first" | "last" | "second" | "third":
            place = {"first": 0, "last": -1, "second": 1, "third": 2}[node.kind]
            return values[place] if len(values) > max(place, 0) else NOTHING
        case _:
            return _total(evaluator, node.kind, values)


def _total(evaluator: Evaluator, kind: str, values: list[object]) -> object:
    numbers: list[Fraction] = [fixed(evaluator, value) for value in values]
    if kind == "sum":
        return sum(numbers)
    if not numbers:
        return NOTHING
    if kind == "mean":
        return sum(numbers, Fraction(0)) / len(numbers)
    return max(numbers) if kind == "greatest" else min(numbers)
