"""The outcomes of cases on the screen: what differs, then a summary by folder. Decides nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from justesse.casebook.wording import computed_text
from justesse.cli.report import count, show_diagnostics
from justesse.cli.screen import output, plain_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from justesse.casebook.run import Outcome


def show_outcomes(outcomes: Sequence[Outcome], base: Path) -> None:
    """Problems on the error stream; differences and the summary on the output."""
    problems = [one for outcome in outcomes for one in outcome.problems]
    if problems:
        show_diagnostics(problems)
    with output() as console:
        failed = [one for one in outcomes if one.differences]
        if failed:
            _differences(console, failed, base)
        _summary(console, outcomes)
        passed = sum(one.passed and not one.case.to_confirm for one in outcomes)
        console.print(f"{count(passed, 'cas conforme', 'cas conformes')} sur {len(outcomes)}")
        _to_confirm(console, outcomes)


def _to_confirm(console: Console, outcomes: Sequence[Outcome]) -> None:
    """The cases whose result nobody has found in the law: they prove nothing yet."""
    names = [one.case.identifier for one in outcomes if one.case.to_confirm]
    if names:
        console.print(f"{count(len(names), 'cas', 'cas')} à confirmer : {', '.join(names)}")


def _differences(console: Console, failed: Sequence[Outcome], base: Path) -> None:
    table = plain_table("cas", "ce qui diffère", "attendu", "calculé")
    for outcome in failed:
        for number, one in enumerate(outcome.differences):
            name = outcome.case.identifier if number == 0 else ""
            where = f"{base / one.span.source.name}:{one.span.line}"
            table.add_row(f"{name}\n{where}".strip(), f"{one.subject}\n{one.name}", one.expected, computed_text(one))
    for column in table.columns[:1]:
        column.overflow = "fold"
    console.print(table)
    console.print()


def _summary(console: Console, outcomes: Sequence[Outcome]) -> None:
    folders: dict[str, list[Outcome]] = {}
    for one in outcomes:
        folders.setdefault(str(Path(one.case.span.source.name).parent), []).append(one)
    table = plain_table("dossier", "cas", "conformes", "valeurs comparées", right=("cas", "conformes", "valeurs comparées"))
    for name, some in sorted(folders.items()):
        passed = sum(one.passed and not one.case.to_confirm for one in some)
        style = "" if passed == len(some) else "bold red"
        table.add_row(name, str(len(some)), str(passed), str(sum(one.checked for one in some)), style=style)
    console.print(table)
    console.print()
