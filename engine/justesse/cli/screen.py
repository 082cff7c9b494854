"""The terminal as the commands see it: colours for a person, plain text of a fixed width for a pipe or a file.

rich is imported here and where tables are made, never at the start of the program.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from justesse.explanation.point import Point

PIPED_WIDTH = 100
WIDEST = 120


@contextmanager
def output() -> Iterator[Console]:
    """The standard output; what is piped has neither colours nor blanks at the ends of lines."""
    from rich.console import Console

    if sys.stdout.isatty():
        console = Console(highlight=False, emoji=False, markup=False)
        console.width = min(console.width, WIDEST)
        yield console
        return
    console = Console(width=PIPED_WIDTH, color_system=None, highlight=False, emoji=False, markup=False)
    with console.capture() as captured:
        yield console
    sys.stdout.write("".join(f"{line.rstrip(' ')}\n" for line in captured.get().splitlines()))


def console_for_progress() -> Console | None:
    """The error stream when a person watches it, else nothing: progress never goes to a file."""
    if not sys.stderr.isatty():
        return None
    from rich.console import Console

    return Console(stderr=True, highlight=False, emoji=False)


def waiting(words: str) -> AbstractContextManager[object]:
    """Something that moves while the work goes on, when a person watches."""
    console = console_for_progress()
    return console.status(words) if console is not None else nullcontext()


def show_points(points: Sequence[Point]) -> None:
    """An explanation: trees for a person, plain lines for a pipe."""
    from justesse.explanation import text

    if not sys.stdout.isatty():
        print(text.text(list(points)))
        return
    with output() as console:
        for point in points:
            console.print(text.rich_tree(point))


def plain_table(*headings: str, right: tuple[str, ...] = ()) -> Table:
    """A table with one line under its headings; the columns named in `right` hold figures."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, header_style="dim")
    for heading in headings:
        figures = heading in right
        table.add_column(heading, justify="right" if figures else "left", no_wrap=figures)
    return table
