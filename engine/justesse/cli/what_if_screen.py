"""What a change asked for does to a decision, on the screen: totals, days, then why, each reason once with its days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from justesse.casebook.wording import signed, words_of
from justesse.cli.screen import output, plain_table
from justesse.explanation.wording import brief_text, cause_text, count_text, period_text, value_text
from justesse.program.types import Number
from justesse.values.calendar import iso_day
from justesse.values.ranges import OneOf, Range
from justesse.values.states import NotApplicable, ToJudge, Unknown, causes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from justesse.casebook.causes import Cause
    from justesse.casebook.comparison import Change
    from justesse.casebook.what_if import WhatIf
    from justesse.evaluation.decision import Raised

INDENT = 2
MOST = 12
"""The most figures told for some days; the JSON has them all."""
_ABSENT = "—"


def show_what_if(found: WhatIf, title: str, asked: Sequence[str]) -> None:
    """The changes asked for, then what they do."""
    with output() as console:
        console.print(Text(title, style="bold"))
        for one in asked:
            console.print(Padding(Text(f"et si : {one}"), (0, 0, 0, INDENT)))
        console.print()
        if found.nothing:
            console.print("Rien ne change.")
            return
        _scope(console, found)
        _notices(console, "Signalements en plus", found.raised)
        _notices(console, "Signalements en moins", found.dropped)
        _totals(console, found.totals)
        _days(console, found)
        _causes(console, found)
        _missing(console, found)


# --- the decision and its notices -----------------------------------------------------------------


def _scope(console: Console, found: WhatIf) -> None:
    for words, decision in (("Avant", found.before), ("Après", found.after)):
        for one in decision.out_of_scope:
            console.print(f"{words} : hors périmètre, aucun montant ({one.rule.identifier}). {one.rule.text}")
    stopped = [bool(one.out_of_scope) for one in (found.before, found.after)]
    if stopped == [True, False]:
        console.print("Après : la décision est calculée.")
    elif stopped == [False, True]:
        console.print("Avant : la décision est calculée.")
    if any(stopped):
        console.print()


def _notices(console: Console, heading: str, raised: Sequence[Raised]) -> None:
    told = [one for one in raised if one.rule.kind == "warning"]
    if told:
        console.print(Text(heading, style="bold"))
        for one in told:
            console.print(Padding(Text(f"! {one.rule.text}  [{one.rule.identifier}]"), (0, 0, 0, INDENT)))
        console.print()


# --- figures --------------------------------------------------------------------------------------


def _totals(console: Console, totals: Sequence[Change]) -> None:
    if not totals:
        return
    table = plain_table("total", "avant", "après", "écart", right=("avant", "après", "écart"))
    for one in totals:
        gap = signed(one.gap, one.type) if one.gap else "" if one.before == one.after else "change"
        pair = (_short(value, one) for value in (one.before, one.after))
        table.add_row(one.name, *pair, gap, style="" if gap else "dim")
    for column in table.columns[1:3]:
        column.no_wrap = False
    console.print(table)
    console.print()


def _days(console: Console, found: WhatIf) -> None:
    if not found.days:
        if found.totals:
            console.print("Aucun jour ne change.")
        return
    names = list(dict.fromkeys(line.name for run in found.days for line in run.lines))
    right = [line.name for line in found.days[0].lines if isinstance(line.type, Number)]
    table = plain_table("du", "au", "jours", *names, right=("jours", *right))
    for run in found.days:
        lines = {line.name: _moved(line) for line in run.lines}
        cells = [lines.get(name, Text(_ABSENT)) for name in names]
        table.add_row(iso_day(run.first), iso_day(run.last), str(run.last - run.first + 1), *cells)
    for column in table.columns[:2]:
        column.no_wrap = True
    console.print(table)


def _moved(line: Change) -> Text:
    """« avant → après », or the value that does not change."""
    before, after = (_short(value, line) for value in (line.before, line.after))
    return Text(before, style="dim") if before == after else Text(f"{before} → {after}")


def _short(value: object, line: Change) -> str:
    """A value in a cell; why it is open is told below."""
    match value:
        case Unknown():
            return "inconnu"
        case ToJudge():
            return "à apprécier"
        case NotApplicable():
            return _ABSENT
        case Range() | OneOf() if line.type is not None:
            return brief_text(value, line.type)
        case _:
            return words_of(value, line.type)


def _missing(console: Console, found: WhatIf) -> None:
    """What would settle the values that the changes leave open."""
    values = [line.after for line in (*found.totals, *(line for run in found.days for line in run.lines))]
    doubts = list(dict.fromkeys(cause for value in values for cause in causes_of(value)))
    if doubts:
        console.print()
        console.print(Text("Ce qui manque pour conclure, après", style="bold"))
        for cause in doubts:
            console.print(Padding(Text(f"? {cause_text(cause)}"), (0, 0, 0, INDENT)))


# --- why ------------------------------------------------------------------------------------------


def _causes(console: Console, found: WhatIf) -> None:
    """What made the days differ: sentences first, then facts, then figures."""
    days: dict[tuple[str, ...], list[str]] = {}
    for run in found.days:
        days.setdefault(tuple(_lines(run.causes)), []).append(period_text(run.first, run.last))
    for lines, periods in ((lines, periods) for lines, periods in days.items() if lines):
        words = ", ".join(periods)
        console.print()
        console.print(Text(f"{words[0].upper()}{words[1:]}", style="bold"))
        for line in lines:
            console.print(Padding(Text(line), (0, 0, 0, INDENT)))


def _lines(causes: Sequence[Cause]) -> Iterator[str]:
    for cause in causes:
        if cause.sort == "sentence":
            verdict = "s'applique" if cause.after == "retained" else "ne s'applique plus"
            sources = f" ({' ; '.join(cause.sources)})" if cause.sources else ""
            yield f"{'+' if cause.after == 'retained' else '−'} « {cause.name} » {verdict}{_of(cause)}{sources}"
    told = [one for sort in ("fact", "parameter", "figure") for one in causes if one.sort == sort]
    figures: dict[tuple[str, ...], str] = {}
    for cause in told:
        values = tuple(_told(value, cause) for value in (cause.before, cause.after))
        # A value handed on from figure to figure is told once.
        figures.setdefault((cause.about, *values), f"· {cause.name}{_of(cause)} : {' → '.join(values)}")
    yield from list(figures.values())[:MOST]
    if len(figures) > MOST:
        yield f"· … et {count_text(len(figures) - MOST, 'autre')} (tout est dans « --format json »)"


def _told(value: object, cause: Cause) -> str:
    return _ABSENT if value is None or cause.type is None else value_text(value, cause.type)


def _of(cause: Cause) -> str:
    return f", {cause.about}" if cause.about else ""
