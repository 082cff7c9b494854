"""What several commands show of an incomplete case: its bounds, found in a time a person waits. Shows nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from justesse.cli.stopped import Stopped

if TYPE_CHECKING:
    from pathlib import Path

    from justesse.evaluation.bounds import Bounds
    from justesse.evaluation.decision import Decision
    from justesse.evaluation.facts import Record
    from justesse.program.bounds_plan import BoundsPlan
    from justesse.program.program import Program

PATIENCE = 500_000_000
"""Nanoseconds a person waits before the search for a better guarantee stops; what is found is sure all the same."""


def plan_of(program: Program, rules: Path) -> BoundsPlan:
    """What the rules say is bounded; rules that do not say stop the command."""
    from justesse.diagnostics.diagnostic import mistake

    if program.bounds is None:
        raise Stopped([mistake("F0130", None, chemin=rules)])
    return program.bounds


def bounds_of(program: Program, plan: BoundsPlan, root: Record, readings: dict[str, str], hurried: bool) -> Bounds:
    """The bounds of a case; a mistake that no missing fact explains stops the command.

    For a person who waits (`hurried`) the search ends with patience; for a program it must find the same each time.
    """
    from time import monotonic_ns

    from justesse.evaluation.narrowing import narrow

    late = monotonic_ns() + PATIENCE
    bounds = narrow(program, root, plan, readings, lambda: hurried and monotonic_ns() > late)
    if bounds.refusals and not bounds.missing:
        raise Stopped(list(bounds.refusals))
    return bounds


def bounds_of_decision(program: Program, root: Record, decision: Decision, hurried: bool) -> Bounds | None:
    """What is sure of a case that is not wholly decided; None when it is, or when nothing can be said."""
    doubtful = decision.evaluator is not None and decision.evaluator.bounded
    if program.bounds is None or not (doubtful or (decision.refusals and _lacks(program, root))):
        return None
    bounds = bounds_of(program, program.bounds, root, decision.readings, hurried)
    nothing_open = all(one.known for one in bounds.days)
    return None if bounds.refusals or bounds.decision.out_of_scope or nothing_open else bounds


def _lacks(program: Program, root: Record) -> bool:
    """Whether a fact of the case is not known."""
    from justesse.evaluation.missing import missing_facts

    return bool(missing_facts(program, root))
