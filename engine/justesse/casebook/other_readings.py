"""The interpretations a decision met, and what each other reading of them would give: the case decided again, compared.

An interpretation is met when a sentence or a notice of one of its readings was looked at. Says nothing of which is right.
"""

from dataclasses import dataclass

from justesse.casebook.comparison import Change, Result, changes, figures
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.program.program import InterpretationRule


@dataclass(frozen=True, slots=True)
class OtherReading:
    """One reading that was not taken, what the decision would be with it, and the lines that would differ."""

    reading: str
    result: Result
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """An interpretation met: the reading taken, and the others in the order of the rules."""

    rule: InterpretationRule
    taken: str
    others: tuple[OtherReading, ...]

    @property
    def matters(self) -> bool:
        """Whether another reading would change something that the decision shows."""
        return any(one.changes for one in self.others)


def other_readings(decision: Decision) -> list[Met]:
    """Every interpretation met by a decision that is not refused, those that matter first."""
    here = figures(decision)
    met = [_met(decision, rule, here) for rule in looked_at(decision)]
    return sorted(met, key=lambda one: not one.matters)


def _met(decision: Decision, rule: InterpretationRule, here: Result) -> Met:
    taken = decision.readings.get(rule.identifier, rule.readings[0])
    others = tuple(_other(decision, rule, reading, here) for reading in rule.readings if reading != taken)
    return Met(rule, taken, others)


def _other(decision: Decision, rule: InterpretationRule, reading: str, here: Result) -> OtherReading:
    there = figures(decide(decision.program, decision.root, {**decision.readings, rule.identifier: reading}))
    return OtherReading(reading, there, tuple(changes(here, there)))


def looked_at(decision: Decision) -> list[InterpretationRule]:
    """The interpretations met: those of the sentences tried; every notice is looked at in every decision."""
    assert decision.evaluator is not None
    tried = {found[0].reading for one in decision.evaluator.instances() for found in one.found}
    tried.update(rule.reading for rule in decision.program.notices)
    names = {one[1] for one in tried if one is not None}
    return [rule for name, rule in decision.program.interpretations.items() if name in names]
