"""What a decision refuses, on the screen: why, the comparisons that decided, then the facts to check, each verified."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from justesse.casebook.change_words import lines_text, told
from justesse.casebook.wording import signed
from justesse.cli.screen import output
from justesse.explanation.decisive import decisive
from justesse.explanation.wording import count_text, day_text, period_text, record_text, value_text
from justesse.values.states import NotApplicable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from justesse.casebook.why_not import Changed, Refusal
    from justesse.evaluation.decision import Decision
    from justesse.program.types import Type
    from justesse.program.why_not_plan import WhyNotPlan

INDENT = 2
_CAUTION = "Les changements sont des faits à vérifier sur les papiers, jamais à écrire autrement qu'ils ne le disent."


def show_why_not(
    decision: Decision, refusals: Sequence[Refusal], plan: WhyNotPlan, total: object, title: str, day: int | None
) -> None:
    """Every refusal of a decision, or that it has none."""
    with output() as console:
        console.print(Text(title, style="bold"))
        if decision.out_of_scope:
            for one in decision.out_of_scope:
                console.print(f"Hors périmètre, aucun montant ({one.rule.identifier}). {one.rule.text}")
        elif not refusals:
            nothing = "Aucun jour sans montant, aucune réponse « non »."
            console.print(nothing if day is None else f"Aucun refus le {day_text(day)}.")
        else:
            console.print(Text(_CAUTION, style="dim"))
            _Screen(console, decision, plan, total).show(refusals)


class _Screen:
    def __init__(self, console: Console, decision: Decision, plan: WhyNotPlan, total: object) -> None:
        self.console = console
        self.decision = decision
        self.program = decision.program
        self.plan = plan
        self.total = total
        self.kind = _kind_of_total(decision, plan)
        self.told: dict[tuple[str, ...], str] = {}
        self.said: set[str] = set()

    def show(self, refusals: Sequence[Refusal]) -> None:
        """Each refusal under its heading."""
        for one in refusals:
            heading = self._heading(one)
            self.console.print()
            self.console.print(Text(heading, style="bold"))
            for line in self._why(one):
                self._print(line)
            self._changes(one, heading)

    def _heading(self, one: Refusal) -> str:
        """« Du 2 au 4 mars 2026 : refusé », « Fiche du 2 mars 2026 : complète, non »."""
        if one.place is not None:
            name = record_text(one.about, self.program.declarations)
            words = f"{name} : {one.place[2]}, non"
        else:
            shown = [line for line in one.lines if not isinstance(line.value, NotApplicable)]
            periods = ", ".join(period_text(*period) for period in one.periods)
            words = f"{periods} : {', '.join(value_text(line.value, line.item.type) for line in shown) or 'aucun montant'}"
        return words[0].upper() + words[1:]

    def _why(self, one: Refusal) -> Iterator[Text]:
        """The sentences, once each, then the comparisons that decided."""
        for reason in one.reasons:
            words = f"{reason.text or 'Règle'} [{reason.identifier}]"
            yield Text(words if words not in self.said else f"Même raison que plus haut [{reason.identifier}]")
            self.said.add(words)
        for point in decisive(self.program, one.sentences, one.start):
            words = f"{point.mark} {point.title} — {point.value}"
            if words not in self.said:
                yield Text(words)
            self.said.add(words)

    def _changes(self, one: Refusal, heading: str) -> None:
        key = tuple(change.change for change in one.changes)
        if not key:
            self._print(Text(_nothing(one)))
        elif key in self.told:
            self._print(Text(f"Ce serait différent avec les mêmes changements que « {self.told[key]} »."))
        else:
            self.told[key] = heading
            self._print(Text("Ce serait différent si (vérifié) :"))
            for number, change in enumerate(one.changes, 1):
                self._change(number, change)

    def _change(self, number: int, one: Changed) -> None:
        words = told(self.program, one)
        gap = f" — {words.gap}" if words.gap else ""
        about = f", {words.about}" if words.about else ""
        self._print(Text(f"{number}. {words.fact}{about} : {words.then} au lieu de {words.now}{gap}"))
        for line in (self._effect(one), _others(one), _paper(words.paper, words.sender)):
            if line:
                self._print(Text(line, style="dim"), 3)
        self._print(Text(f"et-si : {one.change}", style="dim", no_wrap=True, overflow="ignore"), 3)

    def _effect(self, one: Changed) -> str:
        """What would be paid, and what the total would gain."""
        days = f"{count_text(len(one.days), 'jour')} {'payés' if len(one.days) > 1 else 'payé'}"
        paid = f"{days} ({lines_text(one.lines)}) ; " if one.days else ""
        if not isinstance(one.total, int | Fraction) or not isinstance(self.total, int | Fraction) or self.kind is None:
            return paid.rstrip(" ;")
        gain = Fraction(one.total) - Fraction(self.total)
        change = f"{value_text(one.total, self.kind)} ({signed(gain, self.kind)})" if gain else "inchangé"
        return f"{paid}{self.plan.total} : {change}"

    def _print(self, text: Text, more: int = 0) -> None:
        self.console.print(Padding(text, (0, 0, 0, INDENT + more)))


def _kind_of_total(decision: Decision, plan: WhyNotPlan) -> Type | None:
    items = (item for view in decision.program.views for item in view.items)
    return next((item.type for item in items if item.name == plan.total), None)


def _nothing(one: Refusal) -> str:
    if not one.tried:
        return "Ce refus ne tient à aucun fait que l'on puisse proposer de vérifier."
    more = "" if one.complete else " ; la recherche n'est pas allée plus loin"
    return f"Aucun changement d'un seul fait ne suffit, parmi les {one.tried} essayés{more}."


def _others(one: Changed) -> str:
    """The changes of the same fact that are as small."""
    if not one.others:
        return ""
    more = f" et {count_text(len(one.others) - 2, 'autre')}" if len(one.others) > 2 else ""
    return f"ou, de même : {' ; '.join(one.others[:2])}{more}"


def _paper(paper: str, sender: str) -> str:
    return f"pièce à vérifier : {paper}, envoyée par {sender}" if paper else ""
