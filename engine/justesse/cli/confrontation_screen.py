"""A comparison with another system, on the screen: what agrees, the families, the criteria. Shows only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from justesse.cli.screen import output, plain_table
from justesse.pages.figures import counted, number
from justesse.shadow.found import DIFFERENT, OURS_ALONE, STATES, THEIRS_ALONE, UNDECIDED
from justesse.shadow.report import (
    absent_words,
    bounds_words,
    cause_words,
    conclusion,
    family_verdict,
    limit_words,
    money,
    share,
    sides,
    value_words,
    when,
)

if TYPE_CHECKING:
    from rich.console import Console

    from justesse.shadow.found import Apart
    from justesse.shadow.report import Report

_ONE = {
    DIFFERENT: "différent", UNDECIDED: "non décidé par nous", OURS_ALONE: "absent chez eux", THEIRS_ALONE: "absent chez nous",
}  # fmt: skip
_SHOWN = 12
"""Families shown; the page and the table have them all."""


def show_report(report: Report) -> None:
    """The whole of it."""
    found = report.found
    with output() as console:
        console.print(f"{report.ours}, nous et {report.theirs} : {found.line.name}")
        console.print()
        states = plain_table("", "dossiers", "part", right=("dossiers", "part"))
        for one in STATES:
            states.add_row(one, number(found.states[one]), share(found.states[one], found.dossiers))
        console.print(states)
        console.print()
        gap = money(found.theirs - found.ours)
        console.print(f"Dossiers comparés : nous {money(found.ours)}, eux {money(found.theirs)}, écart {gap}.")
        for said in (absent_words(found), bounds_words(report.bounded)):
            if said:
                console.print(said, soft_wrap=True)
        if report.apart:
            console.print(f"Colonnes non comparées : {', '.join(report.apart)}.")
        _families(console, report)
        _criteria(console, report)


def _families(console: Console, report: Report) -> None:
    families = report.found.families
    if not families:
        return
    for place, (name, some) in enumerate(families.items()):
        if place == _SHOWN:
            console.print()
            console.print(f"{number(len(families) - _SHOWN)} autres familles : « --page » et « --table » les donnent toutes.")
            break
        console.print()
        console.print(name, style="bold", soft_wrap=True)
        gap = money(sum(one.gap for one in some))
        console.print(f"  {counted(len(some), 'dossier')}, écart {gap} ; par exemple {some[0].name}")
        console.print(f"  verdict : {family_verdict(report.judged, name)}", soft_wrap=True)
        for cause in report.causes.get(name, []):
            console.print(f"  essayé : {cause_words(cause)}", soft_wrap=True)
            for one in cause.departures:
                if one.place:
                    console.print(f"           {one.place}", soft_wrap=True)


def _criteria(console: Console, report: Report) -> None:
    console.print()
    if report.criteria is not None:
        table = plain_table("critère", "limite", "mesuré", "", right=("limite", "mesuré"))
        for one in report.measured:
            table.add_row(one.criterion.measure, limit_words(one), value_words(one), "✓ rempli" if one.met else "✗ non rempli")
        console.print(table)
        console.print()
    console.print(conclusion(report), style="bold")
    if report.criteria is not None:
        console.print(f"Fixés par {report.criteria.by} ; empreinte {report.criteria.fingerprint}.")


def show_apart(name: str, apart: Apart | None) -> None:
    """One dossier, line by line."""
    with output() as console:
        if apart is None:
            console.print(f"Dossier {name} : identique.")
            return
        console.print(f"Dossier {name} : {_ONE[apart.state]}")
        if not apart.differences:
            return
        table = plain_table("ligne", "jours", "nous", "eux", right=("nous", "eux"))
        for one in apart.differences:
            table.add_row(one.line, when(one), *sides(one))
        console.print(table)
