"""No figure of a letter comes from anywhere but the decision: the print is read back, languages are compared."""

import json
import re
from collections import Counter
from fractions import Fraction
from io import BytesIO

import pytest
from pypdf import PdfReader

from justesse.explanation.decision_json import decision_document
from justesse.explanation.letter.message import Amount, Argument, Count, Day, Message, Table, Words
from justesse.explanation.letter.pdf import letter_pdf
from justesse.explanation.letter.wording import CLOSE, OPEN, Wording
from justesse.explanation.picture.outline import picture_of
from justesse.explanation.picture.text import picture_text
from justesse.program.program import Program
from justesse.values.calendar import iso_day, shift_months
from justesse.values.numbers import round_half_up
from justesse.values.states import NotApplicable, State

from .conftest import RULES, Pager, Sent, day

FIGURE = re.compile(r"\d(?:[\d\u202f\u00a0.,]*\d)?")
AIDS = ("en", "pt-PT", "es", "ar")


def figures(text: str) -> set[str]:
    return set(FIGURE.findall(text))


def of_decision(one: Sent) -> set[str]:
    """Every figure of the decision document, as French writes it: days, months, years, amounts, counts of days."""
    document = json.dumps(decision_document(one.decision), ensure_ascii=False)
    texts = figures(document.replace("\\u202f", "\u202f"))
    exact = {Fraction(value) for value in re.findall(r'"exact": "(-?\d+(?:/\d+)?)"', document)}
    for value in exact:
        cents = round_half_up(value, Fraction(1, 100))
        texts.add(f"{cents.numerator * 100 // cents.denominator / 100:,.2f}".replace(",", "\u202f").replace(".", ","))
    days = [int(piece) for value in re.findall(r"\d{4}-\d{2}-\d{2}", document) for piece in value.split("-")]
    return texts | {str(value) for value in days}


def of_pays(one: Sent, program: Program) -> set[str]:
    """What months and pays gave and counted, and their days: shown of the trace, not of the decision."""
    assert program.letter is not None and one.decision.evaluator is not None
    keys = {key for pair in program.letter.earned for key in (pair.earned, pair.counted)}
    values = [found.value for found in one.decision.evaluator.memo.values() if found.quantity.key in keys]
    cents = {round_half_up(value, Fraction(1, 100)) for value in values if isinstance(value, int | Fraction)}
    texts = {f"{cent.numerator * 100 // cent.denominator / 100:,.2f}".replace(",", "\u202f").replace(".", ",") for cent in cents}
    tables = [item for section in one.letter.sections for item in section.items if isinstance(item, Table)]
    rows = [row for table in tables if table.title == "detail-gains" for row in table.rows]
    days = [cell.value for row in rows for cell in row if isinstance(cell, Day)]
    return texts | of_dates(*map(iso_day, days))


def of_counts(one: Sent) -> set[str]:
    """How many days follow one another and are the same, how many are paid, how many periods are only counted."""
    sizes: list[tuple[object, int, int]] = []
    for run in one.decision.runs:
        told = [_told(line.value) for line in run.lines]
        if sizes and sizes[-1][0] == told and sizes[-1][2] + 1 == run.first:
            sizes[-1] = (told, sizes[-1][1], run.last)
        else:
            sizes.append((told, run.first, run.last))
    paid = sum(last - first + 1 for told, first, last in sizes if "indemnisé" in told)  # type: ignore[operator]
    items = [item for section in one.letter.sections for item in section.items if isinstance(item, Message)]
    others = [value.value for item in items if item.name == "pourquoi-autres" for _, value in item.arguments]  # type: ignore[union-attr]
    assert all(0 < number < len(sizes) for number in others)
    return {str(number) for number in [paid, *others, *(last - first + 1 for _, first, last in sizes)]}


def _told(value: object) -> object:
    """What is not settled is told alike, whatever it may be."""
    return State if isinstance(value, State) and not isinstance(value, NotApplicable) else value


def declared(program: Program) -> set[str]:
    """Figures written in the words of the rules: the texts cited, the mention, what the rules say of their conditions."""
    assert program.letter is not None and program.record_template is not None
    words = [
        (RULES / "courrier" / "fr.ftl").read_text(encoding="utf-8"),
        str(program.record_template.fields),
        program.letter.appeal.source,
    ]
    said = [clause.says or "" for one in program.quantities.values() for clause in (*one.rules, *one.exceptions)]
    otherwise = [clause.says_else or "" for one in program.quantities.values() for clause in (*one.rules, *one.exceptions)]
    notices = [one.text for one in program.notices]
    return figures(" ".join([*words, *said, *otherwise, *notices])) | {str(program.letter.appeal.months)}


def of_reasons(one: Sent) -> set[str]:
    """The figures that the sentences of the rules take from the trace."""
    items = [item for section in one.letter.sections for item in section.items if isinstance(item, Message)]
    words = [value.text for item in items for _, value in item.arguments if isinstance(value, Words)]
    return figures(" ".join([*(item.said for item in items), *words]))


def of_dates(*texts: str) -> set[str]:
    return {str(int(piece)) for text in texts for piece in text.split("-")}


def read_back(one: Sent, page: Pager) -> tuple[str, int]:
    """The text of the print, without the page of the picture and without page numbers, and how many pages there are."""
    reader = PdfReader(BytesIO(letter_pdf(page(one, printed=True))))
    pages = [
        re.sub(rf"\b{number} / {len(reader.pages)}\b", "", text.extract_text()) for number, text in enumerate(reader.pages, 1)
    ]
    return "\n".join(text for text in pages if "Vos jours en image" not in text), len(pages)


def test_every_figure_of_the_print_is_of_the_decision(letters: list[Sent], program: Program, page: Pager) -> None:
    limit = shift_months(day("2026-03-02"), 2, "dernier")
    assert limit is not None
    for one in letters[:10] + letters[10::8]:
        text, _ = read_back(one, page)
        dates = of_dates("2026-03-02", iso_day(limit))
        known = of_decision(one) | of_counts(one) | of_pays(one, program) | declared(program) | of_reasons(one) | dates
        assert len(figures(text)) > 1
        assert figures(text) - known - {"1er"} == set(), one.name


def test_the_figures_of_reasons_are_of_the_trace(letters: list[Sent]) -> None:
    """A reason shows amounts that some quantity of the trace has."""
    for one in letters:
        reasons = [
            item.said
            for section in one.letter.sections
            if section.name == "pourquoi"
            for item in section.items
            if isinstance(item, Message)
        ]
        amounts = set(re.findall(r"\d[\d\u202f]*,\d\d(?=\u00a0€)", " ".join(reasons)))
        evaluator = one.decision.evaluator
        assert evaluator is not None
        values = [instance.value for instance in evaluator.memo.values() if isinstance(instance.value, Fraction)]
        known = {f"{int(round_half_up(value, Fraction(1, 100)) * 100) / 100:,.2f}" for value in values}
        assert {amount.replace("\u202f", ",")[:-3] + "." + amount[-2:] for amount in amounts} <= known


def test_what_counted_adds_up_to_the_base(example: Sent) -> None:
    """Paid by the month: three months over 91.25 days, for each chain."""
    tables = [item for section in example.letter.sections for item in section.items if isinstance(item, Table)]
    (table,) = [one for one in tables if one.title == "detail-gains"]
    counted: dict[Argument | None, Fraction] = {}
    for chain, _, _, earned, taken in table.rows:
        assert isinstance(earned, Amount) and isinstance(taken, Amount) and taken.value <= earned.value
        counted[chain] = counted.get(chain, Fraction(0)) + taken.value
    lines = [line for part in example.decision.parts for line in part.lines if line.item.name == "salaire journalier de base"]
    assert [total / Fraction("91.25") for total in counted.values()] == [line.value for line in lines] and len(lines) == 2


def amounts(text: str) -> set[str]:
    """« 2 175,88 » whatever the space a font has."""
    return set(re.findall(r"\d+,\d\d", re.sub(r"(?<=\d)\s(?=\d{3},)", "", text)))


def test_the_picture_adds_no_amount(example: Sent, page: Pager) -> None:
    reader = PdfReader(BytesIO(letter_pdf(page(example, printed=True))))
    drawn = reader.pages[-1].extract_text()
    assert "Vos jours en image" in drawn
    told = picture_text(picture_of(example.decision, example.name))
    assert len(amounts(drawn)) > 3 and amounts(drawn) <= amounts(told)


@pytest.mark.parametrize("language", AIDS)
def test_figures_do_not_change_with_the_language(letters: list[Sent], wordings: dict[str, Wording], language: str) -> None:
    binding, aid = wordings["fr"], wordings[language]
    for one in letters:
        for section in one.letter.sections:
            for item in section.items:
                if isinstance(item, Message) and not item.said:
                    assert numbers(item, binding) == numbers(item, aid), item.name


def numbers(item: Message, wording: Wording) -> Counter[Fraction]:
    """The figures of a message as numbers, whatever the signs of its language; none and one may be words."""
    text = wording.text(item).replace(OPEN, "").replace(CLOSE, "")
    small = {value.value for _, value in item.arguments if isinstance(value, Count) and value.value < 3}
    found = Counter(map(plain, FIGURE.findall(text)))
    return Counter({figure: times for figure, times in found.items() if figure not in small})


def plain(figure: str) -> Fraction:
    """« 2 175,88 », « 2,175.88 », « 2.175,88 » are one number."""
    if re.fullmatch(r".*[.,]\d\d", figure):
        return Fraction(int(re.sub(r"\D", "", figure)), 100)
    return Fraction(int(re.sub(r"\D", "", figure)))


@pytest.mark.parametrize("language", ["fr", "falc", *AIDS])
def test_amounts_days_and_digits(wordings: dict[str, Wording], language: str) -> None:
    wording = wordings[language]
    amount = str(wording.value(Amount(Fraction(123456, 100))))
    assert plain(FIGURE.findall(amount)[0]) == Fraction(123456, 100)
    assert str(wording.value(Amount(Fraction(1, 3)))) != str(wording.value(Amount(Fraction(33, 100))))
    date = str(wording.value(Day(day("2025-04-01"))))
    assert "2025" in date and re.search(r"\b1", date) and len(date) > 10
    assert not re.search(r"[٠-٩]", amount + date)
