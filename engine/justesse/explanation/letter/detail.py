"""The detail of a letter: every day, every amount, the words explained. What the first parts say of it is `outline.py`."""

from collections.abc import Iterator
from fractions import Fraction

from justesse.evaluation.decision import Decision, SubjectPart
from justesse.explanation.letter.earned import Took, took
from justesse.explanation.letter.message import Amount, Argument, Choice, Count, Day, Glossary, Item, Table, Unsettled
from justesse.explanation.letter.stays import Stay, joined, unsettled
from justesse.program.letter_plan import Days, LetterPlan
from justesse.program.letter_words import message_name


def detail(decision: Decision, plan: LetterPlan, found: list[Stay]) -> Iterator[Item]:
    """The tables of a decision, then the words they use."""
    if found:
        yield _day_table(plan.days, found)
    amounts = plan.periods.amounts
    rows = tuple(_period_row(part, amounts) for part in periods(decision, plan))
    if rows:
        yield Table("detail-periodes", ("colonne-du", "colonne-au", *(message_name("colonne", one) for one in amounts)), rows)
    yield from _earned_table(decision, plan, found)
    met = {one.status for one in found}
    words = [one.word for one in plan.words if not one.days or met.intersection(one.days)]
    if found and words:
        yield Glossary("detail-mots", tuple((message_name("mot", one), message_name("sens", one)) for one in words))


def _earned_table(decision: Decision, plan: LetterPlan, found: list[Stay]) -> Iterator[Table]:
    """What the amounts of the days paid, or still open, were made of; whose they are when there are several."""
    shown = [one.owner for one in found if one.open or one.status == plan.days.paying]
    rows = took(decision, plan.earned, dict.fromkeys(shown))
    first_days = {id(one.owner): min(stay.first for stay in found if stay.owner is one.owner) for one in rows}
    several = len(first_days) > 1
    if rows:
        yield Table(
            "detail-gains",
            (*(("colonne-chaine",) if several else ()), "colonne-du", "colonne-au", "colonne-gagne", "colonne-compte"),
            tuple((*((Day(first_days[id(one.owner)]),) if several else ()), *_earned_row(one)) for one in rows),
        )


def _earned_row(one: Took) -> tuple[Argument | None, ...]:
    return Day(one.first), Day(one.last), _cell(one.earned), _cell(one.counted)


def periods(decision: Decision, plan: LetterPlan) -> list[SubjectPart]:
    """The records whose amounts are listed."""
    return [part for part in decision.parts if part.record.type == plan.periods.record]


def _day_table(days: Days, found: list[Stay]) -> Table:
    line, payee = (message_name("colonne", one) for one in (days.line, days.payee))
    columns = ("colonne-du", "colonne-au", "colonne-jours", line, "colonne-montant", payee)
    return Table("detail-jours", columns, tuple(_day_row(days, one) for one in joined(found)))


def _day_row(days: Days, one: Stay) -> tuple[Argument | None, ...]:
    absent = Unsettled() if one.open else None
    return (
        Day(one.first),
        Day(one.last),
        Count(one.days),
        Choice(message_name(days.line, one.status)) if one.status else absent,
        Amount(one.amount) if one.amount is not None else absent,
        Choice(message_name(days.payee, one.payee)) if one.payee else absent,
    )


def _period_row(part: SubjectPart, amounts: tuple[str, ...]) -> tuple[Argument | None, ...]:
    values = {line.item.name: line.value for line in part.lines}
    days = (Day(one) if one is not None else None for one in (part.first, part.last))
    return (*days, *(_cell(values.get(name)) for name in amounts))


def _cell(value: object) -> Argument | None:
    if isinstance(value, int | Fraction):
        return Amount(Fraction(value))
    return Unsettled() if unsettled(value) else None
