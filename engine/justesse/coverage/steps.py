"""The steps of one sentence in one case, observed: rows, limits, dated values, elements of filters, atoms of conditions.

Filters leave no trace of the elements they refuse: they are evaluated again for each element, on values already known (days
one by one, while something is missing). Which sentences were tried is `observe.py`.
"""

from fractions import Fraction

from justesse.coverage.atoms import atoms_of, observed, steps_of_atoms
from justesse.coverage.inventory import Inventory, Sentence, filter_of
from justesse.coverage.tally import Gap, Observation, Observations, Tally
from justesse.evaluation.compiled import Env
from justesse.evaluation.evaluator import Evaluator
from justesse.evaluation.trace import Instance, Step
from justesse.explanation.kinds import kind_of
from justesse.explanation.phrases import margin_text
from justesse.program import core as c
from justesse.values.moving import Moving

_COMPARED = frozenset({"=", "≠", "<", "≤", ">", "≥"})


class Walker:
    """Walks the steps of one case; `case` is the name the counters keep."""

    def __init__(self, tally: Tally, held: Inventory, evaluator: Evaluator, case: str) -> None:
        self.tally = tally
        self.watched = held.watched
        self.to_see = held.to_see
        self.declared = held.program.declarations
        self.parameters = held.program.parameters
        self.evaluator = evaluator
        self.case = case

    def walk(self, step: object, env: Env) -> None:
        """What is to be observed at a step and under it."""
        if not isinstance(step, Step) or id(step.node) not in self.watched:
            return
        node = step.node
        match node:
            case c.Case():
                self._row(node, step)
            case c.Apply(op) if op in ("min", "max"):
                self._side(node, step)
            case c.Series(parameter):
                self._read(parameter, step)
            case c.Fold() | c.Select() | c.Flatten():
                self._elements(node, step, env)
                return
            case c.DayFold():
                self._days(node, step, env)
            case _:
                pass
        for part in step.parts:
            self.walk(part, env)

    def _row(self, node: c.Case, step: Step) -> None:
        """The row that was read: what it gives is evaluated last."""
        last = step.parts[-1] if step.parts else None
        for place, given in enumerate((*(given for _, given in node.branches), node.otherwise)):
            if isinstance(last, Step) and last.node is given:
                self.tally.branch(node, f"row {place}", self.case)

    def _side(self, node: c.Apply, step: Step) -> None:
        """The operand that wins; the first of those equal."""
        values = [_now(part.value) for part in step.parts]
        numbers = [value for value in values if isinstance(value, int | Fraction)]
        if len(numbers) == len(node.args):
            best = min(numbers) if node.op == "min" else max(numbers)
            self.tally.branch(node, f"side {numbers.index(best)}", self.case)

    def _read(self, parameter: str, step: Step) -> None:
        day = _now(step.parts[0].value) if step.parts else None
        if isinstance(day, int):
            starts = [one.start for one in self.parameters[parameter].values if one.start <= day]
            if starts:
                self.tally.value(parameter, starts[-1], self.case)

    # --- lists and days ------------------------------------------------------------------------------

    def _elements(self, node: c.Fold | c.Select | c.Flatten, step: Step, env: Env) -> None:
        """A filter and a body, for each element of the source."""
        source = step.parts[0]
        self.walk(source, env)
        where, body = filter_of(node), None if isinstance(node, c.Select) else node.body
        body = body if body is not None and id(body) in self.watched else None
        elements = source.value if isinstance(source.value, tuple) else ()
        needless = body is None and (where is None or self.settled(where))
        for element in () if needless else elements:
            inner = (*env, element)
            kept = self._filtered(where, inner) if where is not None else True
            if kept and body is not None:
                self.walk(unfolded(self.evaluator, body, inner), inner)

    def _filtered(self, where: c.Core, env: Env) -> bool:
        """One element against a filter."""
        test = unfolded(self.evaluator, where, env)
        self.condition(where, test)
        self.walk(test, env)
        return test.value is True

    def _days(self, node: c.DayFold, step: Step, env: Env) -> None:
        """A filter of days: each day of each owner inside the window, while something is missing."""
        where = filter_of(node)
        owners = step.parts[0].value
        if where is None or not isinstance(owners, tuple):
            return
        window = _window(node, step)
        for owner in owners:
            span = [unfolded(self.evaluator, one, (*env, owner)).value for one in (node.first, node.last)]
            for day in _days_within(span, window):
                if self.settled(where):
                    return
                self._filtered(where, (*env, owner, day))

    # --- conditions ----------------------------------------------------------------------------------

    def looks(self, root: c.Core, whole: c.Core | None) -> bool:
        """Whether a root holds something to observe: the condition of its sentence, or a node under it."""
        denied = isinstance(root, c.Apply) and whole in root.args
        return root is whole or denied or id(root) in self.watched

    def settled(self, within: object) -> bool:
        """Whether everything there is to see in a sentence or a filter was seen; then looking further teaches nothing."""
        if id(within) in self.tally.settled:
            return True
        wanted = self.to_see[id(within)]
        if not all(self.observations(one).complete for one in wanted.conditions):
            return False
        if not all(key in self.tally.branches for key in wanted.branches):
            return False
        self.tally.settled.add(id(within))
        return True

    def exhausted(self, sentence: Sentence) -> bool:
        """Whether another case would change nothing of what is kept of a sentence, but that it was used."""
        key = id(sentence.source)
        if key in self.tally.exhausted:
            return True
        if self.to_see[key].dated or not self.settled(sentence.source):
            return False
        seen = [self.tally.branches.get(one.key) for one in sentence.branches]
        if not all(one is not None and one.full for one in seen):
            return False
        self.tally.exhausted.add(key)
        return True

    def observations(self, node: c.Core) -> Observations:
        """What was observed of a condition so far."""
        found = self.tally.conditions.get(id(node))
        if found is None:
            found = self.tally.conditions[id(node)] = Observations(node, len(atoms_of(node)))
        return found

    def condition(self, node: c.Core, step: Step) -> None:
        """One evaluation of a condition; once each atom has its pair, no other is of use."""
        all_seen = self.observations(node)
        if all_seen.complete:
            return
        steps = list(steps_of_atoms(node, step))
        known = observed(steps, step.value)
        if known is None:
            return
        seen = all_seen.add(*known, self.case)
        for place, atom in enumerate(steps):
            if atom is not None and place in seen.telling and place not in all_seen.pairs:
                self._gap(seen, place, atom)

    def _gap(self, seen: Observation, place: int, atom: Step) -> None:
        """How near a comparison came to its limit."""
        node = atom.node
        if not isinstance(node, c.Apply) or node.op not in _COMPARED or len(atom.parts) != 2:
            return
        left, right = (_now(part.value) for part in atom.parts)
        if not isinstance(left, int | Fraction) or not isinstance(right, int | Fraction) or isinstance(left, bool):
            return
        width = abs(Fraction(left) - Fraction(right))
        known = seen.gaps.get(place)
        if known is None or width < known.width:
            first = atom.parts[0]
            kind = first.quantity.type if isinstance(first, Instance) else kind_of(first, self.declared)
            seen.near(place, Gap(width, margin_text(node.op, left, right, kind, atom.value is True), self.case))


def unfolded(evaluator: Evaluator, node: c.Core, env: Env) -> Step:
    """The step of a node, its parts included: the only place where something is evaluated again."""
    return evaluator.run(node, env)


def _window(node: c.DayFold, step: Step) -> tuple[object, object]:
    """The first and last day observed, as the step has them; None when open."""
    edges = [_now(part.value) for part in step.parts[1:]]
    start = edges.pop(0) if node.start is not None and edges else None
    return start, edges.pop(0) if node.end is not None and edges else None


def _days_within(span: list[object], window: tuple[object, object]) -> range:
    first, last = span
    if not isinstance(first, int) or not isinstance(last, int):
        return range(0)
    start, end = window
    return range(max(first, start) if isinstance(start, int) else first, (min(last, end) if isinstance(end, int) else last) + 1)


def _now(value: object) -> object:
    """A moving value on the first day of its run."""
    return value.value if isinstance(value, Moving) else value
