"""The coverage on the screen: a table by rule file, what is missing with the situation to write, then the figures.

Also writes the page. Counts and words come from below.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from justesse.cli.screen import output, plain_table
from justesse.coverage.measure import ENOUGH, share
from justesse.coverage.wording import kind_text, percent_text, summary_lines, unbroken, unmet_text

if TYPE_CHECKING:
    from rich.console import Console

    from justesse.coverage.goals import Unmet
    from justesse.coverage.measure import Measure


def show_coverage(found: Measure, unmet: list[Unmet]) -> None:
    """The whole text report."""
    with output() as console:
        console.print()
        _files(console, found)
        _missing(console, found)
        _scarce(console, found)
        _cited(console, found)
        for line in (*summary_lines(found), *map(unmet_text, unmet)):
            console.print(line)


def _files(console: Console, found: Measure) -> None:
    figures = ("phrases", "branches", "MC/DC", "manquent", "cas")
    table = plain_table("fichier de règles", *figures, right=figures)
    for name, sentences in found.files().items():
        items = found.of(*sentences)
        shares = (percent_text(share(items, "branch")), percent_text(share(items, "atom")))
        missing, cases = str(sum(one.missing for one in items)), str(found.cases(*sentences))
        table.add_row(name, str(len(sentences)), *shares, missing, cases)
    console.print(table)
    console.print()


def _missing(console: Console, found: Measure) -> None:
    """Each item that is neither covered nor explained, and the situation that would cover it."""
    from rich.padding import Padding

    named = ""
    for one in found.items:
        if one.missing:
            if one.sentence.name != named:
                named = one.sentence.name
                console.print(f"{named} — {one.sentence.file}", style="bold")
            console.print(Padding(unbroken(f"✗ {kind_text(one)} : {one.text}"), (0, 0, 0, 2)))
            console.print(Padding(unbroken(one.proposal), (0, 0, 0, 4)), style="dim")
    if named:
        console.print()


def _scarce(console: Console, found: Measure) -> None:
    from rich.padding import Padding

    scarce = found.scarce()
    if scarce:
        console.print(f"phrases jouées par moins de {ENOUGH} cas", style="bold")
        names = ", ".join(f"{one.name} ({found.cases(one)})" for one in scarce)
        console.print(Padding(names, (0, 0, 0, 2)))
        console.print()


def _cited(console: Console, found: Measure) -> None:
    """The texts some of whose branches or atoms are missing; the page has them all."""
    figures = ("branches", "MC/DC", "cas")
    table = plain_table("texte cité, couverture incomplète", "phrases", *figures, right=("phrases", *figures))
    for one in found.cited:
        items = found.of(*one.sentences)
        if any(item.missing for item in items):
            shares = (percent_text(share(items, "branch")), percent_text(share(items, "atom")))
            table.add_row(one.source, str(len(one.sentences)), *shares, str(found.cases(*one.sentences)))
    if table.row_count:
        console.print(table)
        console.print()


def write_page(path: Path, found: Measure) -> None:
    """The page, in a new file at the place asked for; raises Stopped when it cannot be written."""
    from justesse.cli.opening import write_new
    from justesse.coverage.page import page

    write_new(path, page(found))
    print(f"\npage écrite : {path}")
