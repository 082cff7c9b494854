"""A decision as the outline of a letter: what is received, when, why, what is missing, what to do, the detail, the rights.

Everything comes from the decision and the plan of the rules; only days are counted. Which words say it is `wording.py`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from justesse.evaluation.bounds import Bounds
from justesse.evaluation.decision import Decision
from justesse.evaluation.facts import Record
from justesse.explanation.awaited import papers_of_days, waiting
from justesse.explanation.letter.detail import detail, periods
from justesse.explanation.letter.message import (
    Amount,
    Argument,
    Choice,
    Count,
    Day,
    Item,
    Letter,
    Message,
    Section,
    Words,
    message,
)
from justesse.explanation.letter.stays import Stay, joined, stays
from justesse.explanation.wording import dates_in_words
from justesse.program.letter_plan import LetterPlan
from justesse.program.letter_words import message_name
from justesse.values.calendar import shift_months
from justesse.values.states import Judge, ToCome, causes_of

SHOWN = 3
"""The most periods named beside one reason; the others are in the detail."""


def letter_of(decision: Decision, plan: LetterPlan, case: str, date: int, bounds: Bounds | None = None) -> Letter:
    """The letter of a decision, dated `date`; `bounds` say what is guaranteed meanwhile, and which papers are awaited."""
    writer = _Writer(decision, plan, date, bounds, stays(decision, plan.days))
    made = (Section(name, tuple(items)) for name, items in writer.sections())
    return Letter(date, case, tuple(one for one in made if one.items))


def short_letter(letter: Letter, plan: LetterPlan) -> Letter:
    """The parts of the short version."""
    return Letter(letter.date, letter.case, tuple(one for one in letter.sections if one.name in plan.short))


@dataclass(slots=True)
class _Writer:
    decision: Decision
    plan: LetterPlan
    date: int
    bounds: Bounds | None
    stays: list[Stay]

    def sections(self) -> Iterator[tuple[str, Iterable[Item]]]:
        """The parts in their order."""
        yield "obtenez", self.received()
        yield "quand", self.when()
        yield "pourquoi", self.why()
        yield "manque", self.lacking()
        yield "faire", self.to_do()
        yield "detail", detail(self.decision, self.plan, self.stays)
        yield "droits", self.rights()

    # --- what the decision holds ---------------------------------------------------------------------

    @property
    def settled(self) -> bool:
        """Whether some day is decided."""
        return any(one.status is not None for one in self.stays)

    def totals(self) -> dict[str, object]:
        """The lines of the subject of the case."""
        parts = [part for part in self.decision.parts if part.record is self.decision.root]
        return {line.item.name: line.value for part in parts for line in part.lines}

    def paid_days(self) -> list[Stay]:
        return [one for one in self.stays if one.status == self.plan.days.paying and one.amount is not None]

    @property
    def limit(self) -> int:
        """The first day the time limit may end: it runs from a day that is not before the letter."""
        end = shift_months(self.date, self.plan.appeal.months, self.plan.appeal.missing)
        assert end is not None
        return end

    # --- what is received ----------------------------------------------------------------------------

    def received(self) -> Iterator[Item]:
        if self.decision.refusals or self.decision.out_of_scope:
            yield message("calcul-impossible" if self.decision.refusals else "pas-de-calcul")
            return
        totals = self.totals()
        paid = totals.get(self.plan.totals.paid)
        if not isinstance(paid, int | Fraction):
            yield message("total-inconnu")
            before = totals.get(self.plan.totals.before)
            if isinstance(before, int | Fraction):
                yield message("avant-retenues", montant=Amount(Fraction(before)))
            yield from self.guaranteed()
            yield from self.known_periods()
        elif paid == 0:
            yield message("total-nul")
        else:
            yield from self.known_total(Fraction(paid), totals)

    def known_total(self, paid: Fraction, totals: dict[str, object]) -> Iterator[Item]:
        shares = [totals.get(name) for name in (self.plan.totals.to_person, self.plan.totals.to_others)]
        before = totals.get(self.plan.totals.before)
        to_person, to_others = shares
        if not isinstance(to_person, int | Fraction) or not isinstance(to_others, int | Fraction):
            yield message("total-sans-destinataire", montant=Amount(paid))
        elif to_person and to_others:
            yield message(self.of_others("partage"), montant=Amount(paid))
            yield message("part-personne", montant=Amount(Fraction(to_person)))
            yield message(self.of_others("part"), montant=Amount(Fraction(to_others)))
        elif to_person:
            yield message("total-personne", montant=Amount(paid))
        else:
            yield message(self.of_others("total"), montant=Amount(paid))
        if isinstance(before, int | Fraction) and before != paid:
            yield message("avant-retenues", montant=Amount(Fraction(before)))
        yield message("jours-payes", jours=Count(sum(one.days for one in self.paid_days())))

    def of_others(self, kind: str) -> str:
        """The message about those paid instead of the person, several if any day is paid to several."""
        paid, others = {one.payee for one in self.paid_days()}, self.plan.days.others
        return message_name(kind, [one for one in others if one in paid or one is others[0]][-1])

    def guaranteed(self) -> Iterator[Item]:
        """The least and the most that can be due before what is deducted, when they are known."""
        if self.bounds is not None and not self.bounds.refusals:
            if self.bounds.low:
                yield message("total-garanti", montant=Amount(Fraction(self.bounds.low)))
            if self.bounds.high is not None:
                yield message("total-au-plus", montant=Amount(Fraction(self.bounds.high)))

    def known_periods(self) -> Iterator[Item]:
        """What is already known of some periods when the whole is not."""
        for part in periods(self.decision, self.plan):
            paid = next((line.value for line in part.lines if line.item.name == self.plan.periods.paid), None)
            if isinstance(paid, int | Fraction) and paid and part.first is not None and part.last is not None:
                yield message("periode-connue", du=Day(part.first), au=Day(part.last), montant=Amount(Fraction(paid)))

    # --- when ----------------------------------------------------------------------------------------

    def when(self) -> Iterator[Item]:
        if not self.stays:
            return
        paid = self.paid_days()
        sides = list(dict.fromkeys(self.side(one) for one in paid))
        for side in sides:
            yield message(side)
            for one in joined(stay for stay in paid if self.side(stay) == side):
                assert one.amount is not None
                yield _period("quand", one, montant=Amount(one.amount))
        unknown = joined(one for one in self.stays if one.open and one not in paid)
        for one in unknown:
            yield _period("quand-inconnu", one)
        if not paid and not unknown:
            yield message("quand-rien")

    def side(self, one: Stay) -> str:
        """The message that says to whom a day goes."""
        return "quand-sans-destinataire" if one.payee is None else message_name("quand", one.payee)

    # --- why -----------------------------------------------------------------------------------------

    def why(self) -> Iterator[Item]:
        if self.decision.refusals:
            yield message("raison-refus")
        for words in dict.fromkeys(one.rule.text for one in self.decision.out_of_scope):
            yield message("raison-hors-champ", words)
        yield from self.why_paid()
        groups: dict[tuple[str, str], list[Stay]] = {}
        for one in self.stays:
            if one.status not in (None, self.plan.days.paying):
                groups.setdefault((one.status or "", one.why), []).append(one)
        for (status, words), found in groups.items():
            yield from self.named(joined(found))
            yield message(message_name("raison", status), words)
        yield from self.told()
        if any(one.open for one in self.stays):
            yield message("pourquoi-inconnu")

    def told(self) -> Iterator[Item]:
        """What is to be said of some periods, whether or not it changes their days."""
        name, values = self.plan.periods.told
        for part in periods(self.decision, self.plan):
            value = next((line.value for line in part.lines if line.item.name == name), None)
            if value in values and part.first is not None and part.last is not None:
                yield message(message_name(name, str(value)), du=Day(part.first), au=Day(part.last))

    def named(self, found: list[Stay]) -> Iterator[Item]:
        """The first periods, the others counted."""
        for one in found[:SHOWN]:
            status = Choice(message_name(self.plan.days.line, one.status or ""))
            yield _dated("pourquoi", one, statut=status)
        if len(found) > SHOWN:
            yield message("pourquoi-autres", periodes=Count(len(found) - SHOWN))

    def why_paid(self) -> Iterator[Item]:
        """For each owner of days, the sentences of its amounts and the lines that ground them."""
        owners: dict[int, list[Stay]] = {}
        for one in self.paid_days():
            owners.setdefault(id(one.owner), []).append(one)
        for found in owners.values():
            yield from self.named(_one_period(found))
            for words in dict.fromkeys(one.why_amount for one in found):
                yield message(message_name("raison", self.plan.days.paying), words)
            yield from self.grounds(found[0].owner)

    def grounds(self, owner: Record) -> Iterator[Item]:
        record, names = self.plan.grounds
        parts = [part for part in self.decision.parts if part.record is owner and part.record.type == record]
        values = {line.item.name: line.value for part in parts for line in part.lines}
        for name in names:
            value = values.get(name)
            if isinstance(value, int | Fraction):
                yield message(message_name("calcul", name), montant=Amount(Fraction(value)))

    # --- what is missing, what to do -----------------------------------------------------------------

    def lacking(self) -> Iterator[Item]:
        found = list(self.open_facts() if self.bounds is None else self.awaited(self.bounds))
        if self.bounds is None:
            papers = papers_of_days(self.decision.program, self.decision.runs)
            found += [message("manque-piece", piece=Words(paper), qui=Words(sender)) for paper, sender in papers]
        undecided = self.decision.refusals or self.decision.out_of_scope
        yield from found or [message("manque-examen" if undecided else "manque-rien")]
        warned = [one.rule.text for one in self.decision.notices if one.rule.identifier in self.plan.notices]
        yield from (message("a-savoir", point=Words(words)) for words in dict.fromkeys(warned))

    def open_facts(self) -> Iterator[Message]:
        """The facts and the opinions that the days and the total wait for, each once."""
        values = [line.value for run in self.decision.runs for line in run.lines] + list(self.totals().values())
        causes = dict.fromkeys(cause for one in values for cause in causes_of(one))
        yield from (
            message("manque-fait", fait=Words(dates_in_words(one))) for one in causes if not isinstance(one, Judge | ToCome)
        )
        yield from (message("manque-avis", qui=Words(one.partition(" : ")[0])) for one in causes if isinstance(one, Judge))
        yield from _to_come(causes)

    def awaited(self, bounds: Bounds) -> Iterator[Message]:
        """The papers that the days wait for, each with who sends it and for what; then whether the person has any to send."""
        found = waiting(self.decision.program, bounds)
        papers: dict[tuple[str, str], dict[str, None]] = {}
        values: dict[str, None] = {}
        for one in (*found.papers, *found.besides):
            if one.sort == "value":
                values.update(dict.fromkeys(one.doubts))
            elif one.days:
                papers.setdefault((one.paper, one.sender), {}).update(dict.fromkeys(one.doubts))
            else:
                papers.setdefault((one.paper, one.sender), dict.fromkeys(one.doubts))
        for (paper, sender), doubts in papers.items():
            if paper:
                yield message("manque-piece", piece=Words(paper), qui=Words(sender))
                yield from _made_plain(list(doubts))
            else:
                yield message("manque-avis", qui=Words(sender))
        yield from _to_come(values)
        if (papers or values) and found.nothing_to_send:
            yield message("manque-rien-a-envoyer")

    def to_do(self) -> Iterator[Item]:
        if self.decision.refusals or self.decision.out_of_scope:
            yield message("faire-attendre")
        elif self.something_to_send():
            yield message("faire-envoyer")
        yield message("faire-corriger")
        yield message("faire-question")
        if self.settled:
            yield message("faire-contester", limite=Day(self.limit))

    def something_to_send(self) -> bool:
        if self.bounds is not None:
            return not waiting(self.decision.program, self.bounds).nothing_to_send
        return any(one.name == "manque-fait" for one in self.open_facts())

    # --- the rights ----------------------------------------------------------------------------------

    def rights(self) -> Iterator[Item]:
        months = Count(self.plan.appeal.months)
        if self.settled:
            yield message("droits-delai", mois=months, limite=Day(self.limit))
            yield message("droits-commission")
            yield message("droits-medical")
            yield message("droits-silence", mois=months)
        else:
            yield message("droits-plus-tard")
        template = self.decision.program.record_template if self.settled else None
        if self.settled:  # a letter that decides nothing has no calculation to tell
            yield message("droits-algorithme", template.item("mention")["texte"] if template is not None else "")
        for name, rule in self.decision.program.interpretations.items():
            taken = self.decision.readings.get(name, rule.readings[0])
            if taken != rule.readings[0]:
                yield message("droits-lecture", question=Words(name), lecture=Words(taken))
        sources = [self.plan.appeal.source] if self.settled else []
        mention = [template.item("mention")["source"]] if template is not None else []
        if sources or mention:
            yield message("droits-textes", textes=Words(" ; ".join([*sources, *mention])))


def _to_come(causes: Iterable[str]) -> Iterator[Message]:
    """The dated values that nobody knows yet, each with its date: nothing that the person could send."""
    yield from (message("manque-valeur", valeur=Words(dates_in_words(one))) for one in causes if isinstance(one, ToCome))


def _made_plain(doubts: list[str]) -> Iterator[Message]:
    """What a paper would say, the first points named, the others counted."""
    yield from (message("manque-precision", fait=Words(dates_in_words(one))) for one in doubts[:SHOWN])
    if len(doubts) > SHOWN:
        yield message("manque-precisions", points=Count(len(doubts) - SHOWN))


def _period(name: str, one: Stay, **arguments: Argument) -> Message:
    """Days with their count; a single day by itself."""
    if one.days == 1:
        return message(f"{name}-jour", jour=Day(one.first), **arguments)
    several = name if name.endswith("inconnu") else f"{name}-periode"
    return message(several, du=Day(one.first), au=Day(one.last), jours=Count(one.days), **arguments)


def _dated(name: str, one: Stay, **arguments: Argument) -> Message:
    if one.days == 1:
        return message(f"{name}-jour", jour=Day(one.first), **arguments)
    return message(f"{name}-periode", du=Day(one.first), au=Day(one.last), **arguments)


def _one_period(found: list[Stay]) -> list[Stay]:
    """Paid days of one owner, whatever their amounts: joined where they follow one another."""
    made: list[Stay] = []
    for one in found:
        if made and made[-1].last + 1 == one.first:
            made[-1] = replace(made[-1], last=one.last)
        else:
            made.append(one)
    return made
