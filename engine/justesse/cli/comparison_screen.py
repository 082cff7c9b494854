"""What two folders of rules change, on the screen: the cases from the greatest change to the least, then the sums."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from justesse.casebook.wording import signed, words_of
from justesse.cli.report import count
from justesse.cli.screen import output, plain_table
from justesse.explanation.wording import count_text, period_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from justesse.casebook.comparison import Change, Compared


def show_comparison(total: int, changed: Sequence[Compared]) -> None:
    """The cases that change, the sums of their gaps, how many there are."""
    with output() as console:
        if changed:
            _cases(console, changed)
            _sums(console, changed)
            console.print(f"{count(len(changed), 'cas change', 'cas changent')} sur {total}")
            _decisions(console, changed)
        else:
            console.print(f"Aucun cas ne change, sur {total}.")


def _decisions(console: Console, changed: Sequence[Compared]) -> None:
    """How many decisions appear and go."""
    lost = sum(bool(one.after.stopped) and not one.before.stopped for one in changed)
    won = sum(bool(one.before.stopped) and not one.after.stopped for one in changed)
    if lost:
        console.print(f"{count(lost, 'cas perd sa décision', 'cas perdent leur décision')} (refus ou hors champ)")
    if won:
        console.print(f"{count(won, 'cas obtient une décision', 'cas obtiennent une décision')}")


def _cases(console: Console, changed: Sequence[Compared]) -> None:
    table = plain_table("cas, et ce qui change", "avant", "après", "écart", right=("avant", "après", "écart"))
    for one in changed:
        table.add_row(one.name, style="bold")
        for change in one.changes:
            words = words_of(change.before, change.type), words_of(change.after, change.type)
            table.add_row(f"  {_what(change)}", *words, _gap(change))
    for column in table.columns[1:3]:
        column.no_wrap = False
    console.print(table)
    console.print()


def _sums(console: Console, changed: Sequence[Compared]) -> None:
    gaps: dict[str, list[Change]] = {}
    for change in (change for one in changed for change in one.changes if change.gap):
        gaps.setdefault(change.name, []).append(change)
    if not gaps:
        return
    table = plain_table("somme", "cas", "en plus", "en moins", "écart", right=("cas", "en plus", "en moins", "écart"))
    for name, some in gaps.items():
        known = [one.gap for one in some if one.gap is not None]
        more = sum((gap for gap in known if gap > 0), Fraction(0))
        less = sum((gap for gap in known if gap < 0), Fraction(0))
        kind = some[0].type
        table.add_row(name, str(len(some)), signed(more, kind), signed(less, kind), signed(more + less, kind))
    console.print(table)
    console.print()


def _what(change: Change) -> str:
    if change.first is None or change.last is None:
        return change.name
    return f"{change.name}, {period_text(change.first, change.last)}"


def _gap(change: Change) -> str:
    if change.gap is not None:
        return signed(change.gap, change.type)
    return count_text(change.days, "jour") if change.days else ""
