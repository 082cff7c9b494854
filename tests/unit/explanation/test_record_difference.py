"""Two documents compared: what differs is found, named as a person finds it, and nothing else is told."""

from typing import Any

import pytest

from justesse.explanation.record_difference import Line, differences

DAYS = [{"du": "2025-03-01", "au": "2025-03-02", "lignes": [{"nom": "prix", "valeur": {"texte": "2 €", "exact": "2"}}]}]

CENTS = ("2 € ; exact : 2", "2 € ; exact : 3")


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ({"a": "x"}, {"a": "y"}, Line(("a",), "x", "y")),
        ({"a": "x"}, {}, Line(("a",), "x", None)),
        ({}, {"a": ["x", "y"]}, Line(("a",), None, "2 éléments")),
        ({"a": True}, {"a": 1}, Line(("a",), "oui", "1")),
        ({"v": {"texte": "2 €", "exact": "2"}}, {"v": {"texte": "3 €", "exact": "3"}}, Line(("v",), "2 €", "3 €")),
        ({"v": {"texte": "2 €", "exact": "2"}}, {"v": {"texte": "2 €", "exact": "3"}}, Line(("v",), *CENTS)),
        ([{"nom": "a"}, {"nom": "b", "x": "1"}], [{"nom": "b", "x": "2"}, {"nom": "a"}], Line(("b", "x"), "1", "2")),
        ([{"nom": "a"}, {"nom": "a"}], [{"nom": "a"}], Line(("a (2)",), "1 élément", None)),
        ({"source": "art. 1", "texte": "a"}, {"source": "art. 2", "texte": "a"}, Line(("source",), "art. 1", "art. 2")),
    ],
)  # fmt: skip
def test_one_line_differs(before: Any, after: Any, line: Line) -> None:
    assert list(differences(before, after)) == [line]


def test_nothing_differs() -> None:
    assert list(differences({"jours": DAYS}, {"jours": DAYS})) == []


def test_an_element_more_does_not_shift_the_others() -> None:
    more = [{"du": "2025-02-01", "au": "2025-02-02", "lignes": []}, *DAYS]
    assert [one.path for one in differences(DAYS, more)] == [("2025-02-01 2025-02-02",)]
