"""French texts of values."""

from fractions import Fraction

import pytest

from justesse.explanation.wording import day_text, list_text, number_text, period_text, state_text, value_text
from justesse.program.types import Choice, Date, Days, ListOf, Month, Number, YesNo
from justesse.values.calendar import read_day, read_month
from justesse.values.moving import Moving
from justesse.values.states import NotApplicable, ToJudge, Unknown
from justesse.values.units import parse_unit


def day(text: str) -> int:
    found = read_day(text)
    assert found is not None
    return found


def month(text: str) -> int:
    found = read_month(text)
    assert found is not None
    return found


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Fraction(4932, 100), "€", "49,32 €"),
        (Fraction(3), "€", "3,00 €"),
        (Fraction(36000, 365), "€/jour", "≈ 98,63 €/jour"),
        (Fraction(1234567), "€", "1 234 567,00 €"),
        (Fraction(-5), "€", "−5,00 €"),
        (1, "jours", "1 jour"),
        (3, "jours", "3 jours"),
        (0, "heures", "0 heure"),
        (Fraction(45501, 100), "heures", "455,01 heures"),
        (Fraction(8), "heures/jour", "8 heures/jour"),
        (Fraction(3, 2), "semaines", "1,5 semaine"),
        (Fraction(62, 1000), "nombre", "0,062"),
        (Fraction(1, 3), "nombre", "≈ 0,333333"),
    ],
)
def test_a_number_is_said_with_its_unit_and_a_sign_when_it_is_shortened(value: Fraction | int, unit: str, text: str) -> None:
    known = parse_unit(unit)
    assert known is not None
    assert plain(number_text(value, known)) == text


def test_figures_and_their_units_do_not_break() -> None:
    assert " " not in number_text(Fraction(1234), parse_unit("€"))


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2025-04-01", "2025-04-12", "du 1er au 12 avril 2025"),
        ("2025-03-31", "2025-04-20", "du 31 mars au 20 avril 2025"),
        ("2024-12-30", "2025-01-02", "du 30 décembre 2024 au 2 janvier 2025"),
        ("2025-03-31", "2025-03-31", "le 31 mars 2025"),
    ],
)
def test_a_period_repeats_nothing(first: str, last: str, text: str) -> None:
    assert plain(period_text(day(first), day(last))) == text


def test_the_first_of_a_month_is_ordinal() -> None:
    assert plain(day_text(day("2025-04-01"))) == "1er avril 2025"


def test_months_that_follow_one_another_are_a_range() -> None:
    months = (month("2024-12"), month("2025-01"), month("2025-02"))
    assert value_text(months, ListOf(Month())) == "décembre 2024 à février 2025"
    assert value_text(months[::2], ListOf(Month())) == "décembre 2024, février 2025"


def test_a_long_list_is_cut_and_counted() -> None:
    assert list_text(tuple("abcdefghij"), Choice(())) == "a, b, c, d, e, f, g, h et 2 de plus"


def test_states_are_said() -> None:
    assert state_text(Unknown(("les pages",))) == "inconnu (les pages)"
    assert state_text(ToJudge()) == "à apprécier"
    assert value_text(NotApplicable("x"), YesNo()) == "sans objet"


def test_yes_no_days_and_no_day() -> None:
    assert (value_text(True, YesNo()), value_text(False, YesNo())) == ("oui", "non")
    first, last = day("2025-04-03"), day("2025-04-02")
    assert value_text((first, last), Days()) == "aucun jour"


def test_a_moving_value_says_its_change() -> None:
    days = parse_unit("jours")
    assert days is not None
    assert plain(value_text(Moving(3, 1), Number(days))) == "3 jours, puis +1 par jour"
    assert plain(value_text(Moving(day("2025-04-03"), 1), Date())) == "3 avril 2025"
