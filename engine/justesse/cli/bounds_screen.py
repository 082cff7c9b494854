"""What is sure of a case with facts missing, on the screen: the guarantees, the days, the papers awaited and from whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from justesse.cli.screen import output, plain_table
from justesse.explanation.awaited import Awaited, Waiting, day_kinds, total_type, waiting
from justesse.explanation.wording import cause_text, value_text
from justesse.values.calendar import iso_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, RenderableType

    from justesse.evaluation.bounds import Bounds, DayBounds
    from justesse.program.program import Program
    from justesse.program.types import Type
    from justesse.values.ranges import Exact

INDENT = 2
_UNBOUNDED = "sans limite connue"
_NO_PAPER = {"paper": "décision à prendre", "judgment": "décision à prendre", "value": "valeur à venir"}


def show_bounds(program: Program, bounds: Bounds, title: str = "") -> None:
    """The guarantees of a case, or why it has none."""
    with output() as console:
        if title:
            console.print(Text(title, style="bold"))
        _Screen(console, bounds, waiting(program, bounds), total_type(program)).show()


class _Screen:
    def __init__(self, console: Console, bounds: Bounds, awaited: Waiting, kind: Type) -> None:
        self.console = console
        self.bounds = bounds
        self.awaited = awaited
        self.kind = kind

    def show(self) -> None:
        """Guarantees, days, papers; a case that cannot be bounded says what it needs first."""
        if self.bounds.decision.out_of_scope:
            self._heading("Hors périmètre : rien n'est garanti")
            for one in self.bounds.decision.out_of_scope:
                self._print(Text(f"{one.rule.text}  [{one.rule.identifier}]"))
            return
        if self.bounds.refusals:
            self._heading("Impossible de rien garantir sans ces faits")
            for missing in self.bounds.missing:
                self._print(Text(f"? {missing.cause}"))
        else:
            self._guarantees()
            self._days()
        self._papers()
        self._without_effect()

    def _guarantees(self) -> None:
        self._heading("Ce qui est garanti")
        grid = Table.grid(padding=(0, 2))
        grid.add_column()
        grid.add_column(justify="right", style="bold", no_wrap=True)
        grid.add_column(style="dim")
        low = "une situation possible donne ce montant" if self.bounds.reached else "le montant dû n'est jamais moindre"
        grid.add_row("jour par jour, au moins", self.money(self.bounds.by_day), "versé ainsi, jamais trop")
        grid.add_row("au total, au moins", self.money(self.bounds.low), low)
        grid.add_row("au total, au plus", self.money(self.bounds.high), "")
        self._print(grid)

    def _days(self) -> None:
        kinds = ", ".join(f"{number} {name}" for name, number in day_kinds(self.bounds.days) if number)
        self._heading(f"Les jours : {kinds}" if kinds else "Les jours : aucun")
        table = plain_table("du", "au", "jours", "", "au moins", "au plus", right=("jours", "au moins", "au plus"))
        for one in self.bounds.days:
            cells = iso_day(one.first), iso_day(one.last), str(one.length), _sign(one), self.money(one.low), self.money(one.high)
            table.add_row(*cells)
        self._print(table)
        self._print(Text("= établi, quoi que disent les pièces   ↔ entre deux montants   ? sans limite connue", style="dim"))

    def _papers(self) -> None:
        """A table of what the days wait for, then the facts of each paper."""
        papers, besides = self.awaited.papers, self.awaited.besides
        self._heading("Ce qui manque, et qui l'envoie" if papers else "Aucun montant n'attend de pièce")
        if papers:
            table = plain_table("pièce", "envoyée par", "pour", "jours", "de", "à", right=("jours", "de", "à"))
            for one in papers:
                days = str(sum(day.length for day in one.days))
                what = one.paper or _NO_PAPER[one.sort]
                table.add_row(what, one.sender or "—", one.about, days, self.money(one.low), self.money(one.high))
            self._print(table)
            self._doubts(papers)
            if self.awaited.nothing_to_send:
                self._print(Text(f"{self.bounds.decision.root.type.capitalize()} : rien à envoyer."))
        if besides:
            self._heading("Attendu aussi, sans effet sur ces montants")
            self._doubts(besides)

    def _doubts(self, awaited: Sequence[Awaited]) -> None:
        for one in awaited:
            named = "" if one.sort == "value" else f"{_named(one)} : "  # the doubt itself says that it is a value to come
            self._print(Text(f"{named}{' ; '.join(cause_text(doubt) for doubt in one.doubts)}", style="dim"))

    def _without_effect(self) -> None:
        if self.awaited.without_effect:
            self._heading("Inconnu, mais sans effet sur ce dossier")
            for cause in self.awaited.without_effect:
                self._print(Text(f"= {cause}"))

    def money(self, amount: Exact | None) -> str:
        """An amount; what nothing bounds says so."""
        return _UNBOUNDED if amount is None else value_text(amount, self.kind)

    def _heading(self, words: str) -> None:
        self.console.print()
        self.console.print(Text(words, style="bold"))

    def _print(self, what: RenderableType) -> None:
        self.console.print(Padding(what, (0, 0, 0, INDENT)))


def _named(one: Awaited) -> str:
    return f"{one.paper or one.sender}{f' ({one.about})' if one.about else ''}"


def _sign(one: DayBounds) -> str:
    return "=" if one.known else "?" if one.high is None else "↔"
