"""A reform on the screen: what it costs, then by type of case and by decile. Shows only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from justesse.cli.screen import output, plain_table
from justesse.pages.figures import mean, number, percent, whole_euros
from justesse.reform.measure import groups
from justesse.reform.page import apart

if TYPE_CHECKING:
    from justesse.reform.measure import Group, Reform
    from justesse.reform.page import Titles

_HEADINGS = ("dossiers", "avant", "écart", "", "gagnent", "perdent", "écart moyen")


def show_reform(reform: Reform, titles: Titles) -> None:
    """Three tables, then those that are not compared."""
    with output() as console:
        console.print(f"{titles.before} → {titles.after} : {titles.amount.name}")
        for name, some in groups(reform):
            table = plain_table(name, *_HEADINGS, right=_HEADINGS)
            for one in some:
                table.add_row(one.name or "sans type", *_cells(one))
            console.print()
            console.print(table)
        console.print()
        console.print(f"Déciles selon « {titles.by.name} », avant.")
        if apart(reform):
            console.print(apart(reform))


def _cells(group: Group) -> tuple[str, ...]:
    return (
        number(group.dossiers), whole_euros(group.before), whole_euros(group.gap), percent(group.gap, group.before),
        percent(group.winners, group.compared), percent(group.losers, group.compared), mean(group.gap, group.compared),
    )  # fmt: skip
