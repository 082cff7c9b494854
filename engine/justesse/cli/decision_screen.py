"""A decision on the screen: scope and notices, the calendar, each owner of days with its figures and runs, the totals.

Everything comes from the program's views: labels are the names of their items, figures their types. No word of the
matter is known here, and nothing is computed but counts of days.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from justesse.cli.screen import output, plain_table
from justesse.cli.timeline import RULER, calendar, legend, mark_of, status_of
from justesse.evaluation.facts import Record
from justesse.explanation.concerned import concerned
from justesse.explanation.wording import brief_text, cause_text, period_text, record_text, value_text
from justesse.program.types import YesNo, is_amount
from justesse.values.calendar import iso_day
from justesse.values.ranges import OneOf, Range
from justesse.values.states import NotApplicable, State, ToJudge, Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, RenderableType

    from justesse.evaluation.decision import DayRun, Decision, Raised, Shown, SubjectPart
    from justesse.explanation.reasons import Reason

INDENT = 2
NARROW = 130
TWO_COLUMNS = 96
WIDE = 24
"""A value longer than this leaves no room for a second column."""


def show_decision(decision: Decision, title: str, why: bool = True) -> None:
    """The whole decision on the standard output; without the reasons of days when nobody asks `why`."""
    with output() as console:
        _Screen(decision, console, why).show(title)


Told = tuple["DayRun", list[str]]
"""Days, and why they are so."""


class _Screen:
    def __init__(self, decision: Decision, console: Console, why: bool) -> None:
        self.decision = decision
        self.why = why
        self.days = _told(decision) if why else [(run, []) for run in decision.runs]
        self.declared = decision.program.declarations
        self.console = console
        self.open: dict[str, None] = {}
        """Why values are open, in the order met: said once, below."""

    def show(self, title: str) -> None:
        """Head, then the decision or the reasons why there is none."""
        self._head(title)
        if self.decision.out_of_scope:
            self._notices(self.decision.out_of_scope, "Hors périmètre : aucun montant n'est calculé", "bold red")
            return
        perhaps = [one for one in self.decision.notices if one.rule.kind == "out-of-scope"]
        self._notices(perhaps, "Peut-être hors périmètre : les montants valent s'il n'en est rien", "bold yellow")
        self._notices([one for one in self.decision.notices if one.rule.kind == "warning"], "À vérifier", "bold yellow")
        self._calendar()
        owners = list(dict.fromkeys(run.owner for run in self.decision.runs))
        for owner in owners:
            self._owner(owner)
        root = self.decision.root
        rest = [part for part in self.decision.parts if part.record is not root and part.record not in owners]
        for kind in dict.fromkeys(part.record.type for part in rest):
            self._table([part for part in rest if part.record.type == kind])
        for part in self.decision.parts:
            if part.record is root:
                self._totals(part)
        self._causes()

    # --- head ----------------------------------------------------------------------------------------

    def _head(self, title: str) -> None:
        self._print(Text(title, style="bold"))
        root = self.decision.root
        counts = [f"{name} : {len(value)}" for name, value in root.fields.items() if isinstance(value, tuple) and value]
        self._print(Text(" · ".join(counts), style="dim"))
        for name, reading in self.decision.readings.items():
            kept = self.decision.program.interpretations[name].readings[0]
            if reading != kept:
                self._print(Text(f"Lecture demandée — {name} : « {reading} » (lecture retenue : « {kept} »)", style="yellow"))

    def _notices(self, raised: Sequence[Raised], heading: str, style: str) -> None:
        if not raised:
            return
        self._heading(heading, style)
        for one in raised:
            about = concerned(one, self.decision.root)
            text = Text("! ", style=style)
            text.append(one.rule.text, style="default")
            text.append(f"  [{one.rule.identifier}{' ; ' + about if about else ''}]", style="dim")
            self._print(Padding(text, (0, 0, 0, INDENT)))

    # --- days ----------------------------------------------------------------------------------------

    def _calendar(self) -> None:
        rows = calendar(self.decision.runs)
        if not rows:
            return
        self._heading("Calendrier")
        width = max(len(row.label) for row in rows)
        lines = [Text(" " * (width + 2) + RULER, style="dim")]
        for row in rows:
            line = Text(row.label.rjust(width) + "  ")
            for mark in row.marks:
                line.append(mark.sign if mark else " ", style=mark.colour if mark else "")
            lines.append(line.append(f" {row.note}", style="dim") if row.note else line)
        key = Text()
        for mark, days in legend(self.decision.runs):
            key.append(mark.sign, style=mark.colour).append(f" {mark.name} ").append(days, style="dim").append("   ")
        for text in (*lines, Text(""), key):
            text.rstrip()
            self._print(Padding(text, (0, 0, 0, INDENT)))

    def _owner(self, owner: Record) -> None:
        days = [one for one in self.days if one[0].owner is owner]
        part = next((one for one in self.decision.parts if one.record is owner), None)
        self._heading(f"{owner.type.capitalize()} {period_text(days[0][0].first, days[-1][0].last)}")
        if part is not None:
            wide = any(len(self.value(line)) > WIDE for line in part.lines)
            columns = 1 if wide or self.console.width < TWO_COLUMNS else 2
            self._print(Padding(self._figures(part.lines, columns), (0, 0, 1, INDENT)))
        self._print(Padding(self._runs(days), (0, 0, 0, INDENT)))
        if self.why and self.narrow:
            self._reasons_below(days)

    def _reasons_below(self, days: Sequence[Told]) -> None:
        """The reasons under the days, each once with all its days."""
        told: dict[str, list[str]] = {}
        for run, why in days:
            told.setdefault(" ".join(why), []).append(period_text(run.first, run.last))
        for said, periods in told.items():
            words = ", ".join(periods)
            self._print(Padding(Text.assemble((f"{words[0].upper()}{words[1:]} : ", "dim"), said), (1, 0, 0, INDENT)))

    @property
    def narrow(self) -> bool:
        """Whether the reasons no longer fit beside the days."""
        return self.console.width < NARROW

    def _runs(self, days: Sequence[Told]) -> Table:
        lines = days[0][0].lines
        items = [line.item.name for line in lines]
        amounts = tuple(line.item.name for line in lines if is_amount(line.item.type))
        beside = self.why and not self.narrow
        table = plain_table("du", "au", "jours", *items, *(["pourquoi"] if beside else []), right=("jours", *amounts))
        for run, reasons in days:
            cells = [self._cell(line, line is status_of(run)) for line in run.lines]
            why = ["\n".join(reasons)] if beside else []
            table.add_row(iso_day(run.first), iso_day(run.last), str(run.last - run.first + 1), *cells, *why)
        for column in table.columns[:2]:
            column.no_wrap = True
        return table

    def _cell(self, line: Shown, marked: bool) -> Text:
        if isinstance(line.value, NotApplicable):
            return Text("—", style="dim")
        mark = mark_of(line) if marked else None
        text = self.value(line)
        return Text.assemble((f"{mark.sign} ", mark.colour), text) if mark else text

    # --- figures -------------------------------------------------------------------------------------

    def _table(self, parts: Sequence[SubjectPart]) -> None:
        lines = parts[0].lines
        names = [line.item.name for line in lines]
        right = tuple(line.item.name for line in lines if not isinstance(line.item.type, YesNo))
        self._heading(", ".join(self.declared.records[parts[0].record.type].forms[:1]).capitalize() or parts[0].record.type)
        table = plain_table("jours" if parts[0].first else "", *names, right=right)
        for part in parts:
            table.add_row(self._named(part), *(self.value(line) for line in part.lines))
        for place, column in enumerate(table.columns):
            column.no_wrap = place == 0  # whose line it is stays whole; bounds may take two lines
        self._print(Padding(table, (0, 0, 0, INDENT)))

    def _named(self, part: SubjectPart) -> str:
        if part.first is not None and part.last is not None:
            return period_text(part.first, part.last)
        return record_text(part.record)

    def _totals(self, part: SubjectPart) -> None:
        self._heading("Total")
        self._print(Padding(self._figures(part.lines, 1, "bold"), (0, 0, 0, INDENT)))

    def _figures(self, lines: Sequence[Shown], columns: int = 2, style: str = "") -> Table:
        """Names and values side by side, read down then across."""
        grid = Table.grid(padding=(0, 2))
        for _ in range(columns):
            grid.add_column(style="dim")
            grid.add_column(justify="right", style=style, no_wrap=True)
        height = -(-len(lines) // columns)
        for row in range(height):
            cells: list[RenderableType] = []
            for line in lines[row::height]:
                cells.extend((line.item.name, self.value(line)))
            grid.add_row(*cells)
        return grid

    def value(self, line: Shown) -> Text:
        """A value in words; an open one in a word, its causes are told below."""
        match line.value:
            case Range() | OneOf():
                self.open.update(dict.fromkeys(cause_text(one) for one in line.value.causes))
                return Text(brief_text(line.value, line.item.type), style="bold yellow")
            case Unknown(causes):
                self.open.update(dict.fromkeys(cause_text(one) for one in causes))
                return Text("inconnu", style="bold yellow")
            case ToJudge(judges):
                self.open.update(dict.fromkeys(f"à apprécier par {judge}" for judge in judges))
                return Text("à apprécier", style="bold yellow")
            case _:
                return Text(value_text(line.value, line.item.type))

    def _causes(self) -> None:
        """What would settle the open values."""
        if not self.open:
            return
        told = [line for run in self.decision.runs for line in run.lines]
        told += [line for part in self.decision.parts if part.record is self.decision.root for line in part.lines]
        if any(_is_open(line) for line in told):
            self._heading("Ce qui manque pour conclure", "bold yellow")
        else:
            self._heading("Non établi, sans effet sur les jours ni sur les totaux")
        for cause in self.open:
            self._print(Padding(Text(f"? {cause}"), (0, 0, 0, INDENT)))

    def _heading(self, words: str, style: str = "bold") -> None:
        self.console.print()
        self._print(Text(words, style=style))

    def _print(self, what: RenderableType) -> None:
        self.console.print(what)


def _is_open(line: Shown) -> bool:
    return isinstance(line.value, State) and not isinstance(line.value, NotApplicable)


def _told(decision: Decision) -> list[Told]:
    """Days with their reasons; what finds them is read only when someone asks why."""
    from justesse.explanation.told_days import told_days

    return [(run, _why(reasons)) for run, reasons in told_days(decision)]


def _why(reasons: Sequence[Reason]) -> list[str]:
    """The reasons of some days; a rule without words gives its name and its texts."""
    return [one.text or f"{one.identifier} ({' ; '.join(one.sources)})" for one in reasons]
