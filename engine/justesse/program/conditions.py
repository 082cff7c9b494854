"""Conditions that decide nothing: they can never hold, or they always do. Each is told where it is written.

One look at the whole condition of a sentence, then one at each of its parts. Compares no two sentences.
"""

from collections.abc import Iterator

from justesse.diagnostics.diagnostic import Diagnostic, caution
from justesse.program.core import Apply, Core, Logic
from justesse.program.exclusion import always, never
from justesse.program.program import Clause, NoticeRule, Program
from justesse.syntax import nodes as n
from justesse.text.source import Span

Written = tuple[Span | None, Core]
"""A part of a condition and its place."""


def idle_conditions(program: Program, statements: list[n.Statement]) -> Iterator[Diagnostic]:
    """Every condition, or part of one, that could be left out or makes its sentence dead."""
    written = {(one.span.source.name, one.span.start): phrase for one in statements if one.span and (phrase := _phrase(one))}
    for clause in _sentences(program):
        phrase, condition = written.get((clause.span.source.name, clause.span.start)), _condition(clause)
        if phrase is not None and condition is not None:
            yield from _idle(program, clause, phrase, condition)


def _sentences(program: Program) -> Iterator[Clause | NoticeRule]:
    for quantity in program.quantities.values():
        yield from quantity.rules
        yield from quantity.exceptions
    yield from program.notices


def _phrase(one: n.Statement) -> n.Condition | None:
    match one:
        case n.Rule() | n.ExceptionRule():
            return one.sentence.condition
        case n.Notice():
            return one.condition
        case _:
            return None


def _condition(clause: Clause | NoticeRule) -> Core | None:
    """A rule that denies has its condition in its value."""
    match clause:
        case Clause(condition=None, value=Apply("not", (inner,))):
            return inner
        case _:
            return clause.condition


def _idle(program: Program, clause: Clause | NoticeRule, phrase: n.Condition, condition: Core) -> Iterator[Diagnostic]:
    parts = _parts(phrase, condition)
    if never(program, clause, condition):
        dead = [span for span, part in parts if never(program, clause, part)]
        yield caution("R0509", (dead or [phrase.span])[0], nom=clause.identifier)
    elif always(program, clause, condition):
        told = [span for span, part in parts if always(program, clause, part)]
        yield caution("R0512", (told or [phrase.span])[0], nom=clause.identifier)
    elif len(parts) > 1:
        test, code = (always, "R0512") if phrase.kind == "all" else (never, "R0509")
        yield from (caution(code, span, nom=clause.identifier) for span, part in parts if test(program, clause, part))


def _parts(phrase: n.Condition, condition: Core) -> list[Written]:
    if len(phrase.atoms) == 1 or not isinstance(condition, Logic):
        return [(phrase.span, condition)]
    return [(atom.span, part) for atom, part in zip(phrase.atoms, condition.items, strict=True)]
