"""What became of the mutants, on the screen: by kind of mistake, by file, then each survivor with its place. Decides nothing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from justesse.cli.report import count
from justesse.cli.screen import output, plain_table
from justesse.mutation.mutants import WHAT, Mutant
from justesse.mutation.results import Score, Survivor, score_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from rich.console import Console

    from justesse.mutation.hunt import Result

_LONGEST = 140
_FIGURES = ("mutants", "tués", "signés", "survivants", "%")


def show_run(mutants: Sequence[Mutant], results: Sequence[Result], signed: Collection[str], left: Sequence[Survivor]) -> None:
    """The tables, the survivors, then the score."""
    with output() as console:
        _table(console, "faute", mutants, results, signed, lambda one: f"{one.operator} : {WHAT[one.operator]}")
        _table(console, "fichier", mutants, results, signed, lambda one: one.file)
        _survivors(console, left)
        score = score_of(results, signed)
        born = sum(one.fate == "mort-né" for one in results)
        console.print(f"{_score(score)} ; {count(born, 'mutant écarté', 'mutants écartés')} par le contrôle des règles")


def show_survivors(left: Sequence[Survivor]) -> None:
    """Only the survivors."""
    with output() as console:
        _survivors(console, left)
        console.print(count(len(left), "survivant"))


def _score(score: Score) -> str:
    signed = f", {count(score.signed, 'signé équivalent', 'signés équivalents')}" if score.signed else ""
    return f"{score.percent} % : {count(score.killed, 'mutant tué', 'mutants tués')} sur {score.mutants}{signed}"


def _table(
    console: Console, heading: str, mutants: Sequence[Mutant], results: Sequence[Result], signed: Collection[str],
    group: Callable[[Mutant], str],
) -> None:  # fmt: skip
    groups = {one.name: group(one) for one in mutants}
    found: dict[str, list[Result]] = {}
    for result in results:
        found.setdefault(groups[result.name], []).append(result)
    table = plain_table(heading, *_FIGURES, right=_FIGURES)
    for name in sorted(found):
        score = score_of(found[name], signed)
        alive = score.mutants - score.killed - score.signed
        table.add_row(name, *map(str, (score.mutants, score.killed, score.signed, alive, score.percent)))
    console.print(table)
    console.print()


def _survivors(console: Console, left: Sequence[Survivor]) -> None:
    """By sentence: its place, its words, then each survivor by the name that a signature quotes, never cut."""
    for (file, line, excerpt), some in groupby(left, key=lambda one: (one.file, one.line, one.excerpt)):
        console.print(f"{file}:{line}", style="bold")
        console.print(f"  « {excerpt} »" if len(excerpt) <= _LONGEST else f"  « {excerpt[:_LONGEST].rstrip()}… »", soft_wrap=True)
        for one in some:
            console.print(f"  - {one.name}", soft_wrap=True)
        console.print()
