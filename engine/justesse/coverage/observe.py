"""The trace of one case folded into the counters, then forgotten.

Reads every sentence tried, and each notice for each of its subjects; what happens inside a sentence is `steps.py`. Changes
nothing of the decision.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

from justesse.coverage.atoms import truth
from justesse.coverage.inventory import Inventory, Sentence, answers, condition_of, roots
from justesse.coverage.steps import Walker, unfolded
from justesse.coverage.tally import Tally
from justesse.evaluation.compiled import Env
from justesse.evaluation.decide import subjects
from justesse.evaluation.decision import Decision
from justesse.evaluation.evaluator import Evaluator
from justesse.evaluation.refusal import Refusal
from justesse.evaluation.trace import UNREAD, Instance, Step, Tried
from justesse.program.core import Core
from justesse.program.program import Clause, NoticeRule, Quantity, Validity
from justesse.program.types import Month
from justesse.values.states import State

_Seen = TypeVar("_Seen")


def fold(tally: Tally, held: Inventory, decision: Decision, case: str) -> None:
    """Count what one decision exercised."""
    if decision.evaluator is None:
        return
    observer = _Observer(tally, held, decision.evaluator, case)
    for instance in list(decision.evaluator.instances()):
        observer.guarded(observer.instance, instance)
    for rule in held.program.notices:
        observer.guarded(observer.notice, rule)


class _Observer:
    """One case on its way into the counters."""

    def __init__(self, tally: Tally, held: Inventory, evaluator: Evaluator, case: str) -> None:
        self.tally = tally
        self.held = held
        self.evaluator = evaluator
        self.case = case
        self.walker = Walker(tally, held, evaluator, case)

    def guarded(self, observe: Callable[[_Seen], None], what: _Seen) -> None:
        """A case that is refused leaves values that cannot be looked at again: what they rest on is not looked at."""
        try:
            observe(what)
        except (Refusal, RecursionError):
            return

    def _hit(self, owner: object, name: str) -> None:
        self.tally.branch(owner, name, self.case)

    # --- sentences -----------------------------------------------------------------------------------

    def instance(self, instance: Instance) -> None:
        """Every sentence tried for a quantity, and the fact that made one useless."""
        if instance.fact is not None and not instance.tried:
            for clause in instance.quantity.rules:
                self._hit(clause, "given")
        env = (self.evaluator.root, *instance.args)
        for tried in instance.tried:
            if tried.clause.identifier:
                self._tried(tried, instance, env)
                self._other_days(tried, instance)

    def _tried(self, tried: Tried, instance: Instance, env: Env) -> None:
        clause = tried.clause
        if tried.verdict == "other-reading":
            return
        self._used(tried, instance.quantity)
        if self.walker.exhausted(self.held.by_source[id(clause)]):
            return
        self._applicable(clause, tried.verdict != "not-in-force" and not _open_dates(tried))
        self._verdict(tried, instance.quantity)
        if tried.verdict == "retained":
            for other in instance.tried:
                if other.verdict in ("lifted", "overridden") and other.clause.identifier in (*clause.targets, *clause.priorities):
                    self._hit(clause, f"over {other.clause.identifier}")
        self._condition(condition_of(clause, instance.quantity), tried.condition or tried.value)
        self.walker.walk(tried.condition, env)
        if tried.value is not tried.condition:
            self.walker.walk(tried.value, env)

    def _other_days(self, tried: Tried, instance: Instance) -> None:
        """Equal days are one run whatever made each of them so: the others are looked at while something is missing."""
        if instance.first is None or instance.last is None or tried.verdict not in ("retained", "failed"):
            return
        sentence = self.held.by_source[id(tried.clause)]
        for day in range(instance.first + 1, instance.last + 1):
            if self.walker.settled(tried.clause):
                return
            self._day(sentence, tried, (self.evaluator.root, *instance.args[:-1], day))

    def _day(self, sentence: Sentence, tried: Tried, env: Env) -> None:
        whole = condition_of(sentence.source, sentence.quantity)
        for root in roots(sentence.source)[: 1 if tried.verdict == "failed" else 2]:
            if not self.walker.looks(root, whole):
                continue
            step = unfolded(self.evaluator, root, env)
            self.walker.walk(step, env)
            self._condition(whole, step)

    def _applicable(self, sentence: Clause | NoticeRule, in_force: bool) -> None:
        if sentence.reading is not None:
            self._hit(sentence, "reading")
        if in_force and sentence.validities:
            self._hit(sentence, "in force")

    def _used(self, tried: Tried, quantity: Quantity) -> None:
        if tried.verdict == "retained" and (not answers(tried.clause, quantity) or truth(tried.given) is not None):
            self.tally.use(tried.clause, self.case)

    def _verdict(self, tried: Tried, quantity: Quantity) -> None:
        clause = tried.clause
        if tried.verdict == "failed" and tried.held is not UNREAD:
            self._hit(clause, "failed")
        if tried.verdict == "retained" and not answers(clause, quantity):
            self._hit(clause, "retained")
        elif tried.verdict == "retained":
            self._answer(clause, truth(tried.given))

    def _answer(self, clause: Clause, answer: bool | None) -> None:
        """A yes/no sentence: « condition remplie » is about its condition, which a denial turns round."""
        denies = clause.condition is None
        if answer is not None:
            self._hit(clause, "yes" if answer is not denies else "no")

    def _condition(self, node: Core | None, step: Step | None) -> None:
        """The condition of a sentence: its own step, or the one that a denial holds."""
        found = step.parts[0] if step is not None and step.node is not node and step.parts else step
        if isinstance(found, Step) and found.node is node:
            self.walker.condition(found.node, found)

    # --- notices -------------------------------------------------------------------------------------

    def notice(self, rule: NoticeRule) -> None:
        """A notice for each of its subjects: the decision keeps only those raised."""
        if rule.reading is not None and self.evaluator.readings.get(rule.reading[1]) != rule.reading[0]:
            return
        for args in self._subjects(rule):
            env = (self.evaluator.root, *args)
            in_force = all(self._holds(one, env) for one in rule.validities)
            self._applicable(rule, in_force)
            if in_force:
                self._raised(rule, env)

    def _subjects(self, rule: NoticeRule) -> Iterator[tuple[object, ...]]:
        first, *rest = rule.subjects
        for record in subjects(self.evaluator, first.name):
            if not rest:
                yield (record,)
            elif isinstance(rest[0].kind, Month):
                months = self.evaluator.instance(f"{rest[0].listed} ({first.name})", (record,)).value
                yield from ((record, month) for month in (months if isinstance(months, tuple) else ()))

    def _holds(self, validity: Validity, env: Env) -> bool:
        day = unfolded(self.evaluator, validity.date, env).value
        if not isinstance(day, int):
            return False
        return (validity.start is None or day >= validity.start) and (validity.end is None or day <= validity.end)

    def _raised(self, rule: NoticeRule, env: Env) -> None:
        step = unfolded(self.evaluator, rule.condition, env) if rule.condition is not None else None
        raised = step is None or truth(step.value)
        if raised is not None:
            self._hit(rule, "retained" if raised else "failed")
        if raised:
            self.tally.use(rule, self.case)
        if step is not None:
            self.walker.condition(step.node, step)
            self.walker.walk(step, env)


def _open_dates(tried: Tried) -> bool:
    return any(isinstance(one, State) for one in tried.clocks)
