"""The name probably meant, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justesse.diagnostics.near_names import fold, meant, nearest

KNOWN = ("début", "fin", "date de naissance", "heures", "mois", "cœur de métier", "case cochée")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("debut", "début"),
        ("Début", "début"),
        ("débbut", "début"),
        ("dbéut", "début"),
        ("DATE  DE NAISSANCE", "date de naissance"),
        ("date_de_naissance", "date de naissance"),
        ("date de naisance", "date de naissance"),
        ("coeur de metier", "cœur de métier"),
        ("heure", "heures"),
        ("de\u0301but", "début"),
        ("fon", "fin"),
        ("case-cochee", "case cochée"),
    ],
)
def test_close_names_are_proposed(name: str, meant: str) -> None:
    assert nearest(name, KNOWN) == meant


@pytest.mark.parametrize("name", ["", "x", "fo", "nom", "durée", "adresse", "naissance", "m" * 100_000])
def test_distant_names_are_not(name: str) -> None:
    assert nearest(name, KNOWN) is None


def test_nothing_known_gives_nothing() -> None:
    assert nearest("début", ()) is None


@pytest.mark.parametrize(
    ("letters", "slips", "proposed"),
    [
        ("abc", "abx", True),
        ("abc", "axx", False),
        ("abcdef", "abcdxx", True),
        ("abcdef", "abcxxx", False),
        ("abcdefghijkl", "abcdefghixxx", True),
        ("abcdefghijkl", "abcdefghxxxx", False),
    ],
)
def test_longer_names_forgive_more_up_to_three_slips(letters: str, slips: str, proposed: bool) -> None:
    assert (nearest(slips, [letters]) == letters) is proposed


def test_a_swap_counts_for_one() -> None:
    assert nearest("mios", ["mois"]) == "mois"


def test_the_answer_does_not_depend_on_the_order() -> None:
    assert nearest("cat", ["cab", "car"]) == nearest("cat", ["car", "cab"]) == "cab"
    assert nearest("côte", ["cote", "côté", "côte"]) == "côte"


@given(st.text(), st.lists(st.text(), max_size=4))
def test_the_answer_is_known_and_an_exact_name_is_its_own(name: str, known: list[str]) -> None:
    assert nearest(name, known) in [*known, None]
    assert nearest(name, [*known, name]) == name


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


def test_without_a_near_name_a_few_are_told_those_that_hold_it_first() -> None:
    known = ["un", "deux", "trois", "quatre", "cinq", "six", "sept-fois-huit"]
    assert meant("troi", known) == "trois"
    assert meant("fois", known) == "sept-fois-huit, un, deux, trois, quatre, cinq…"
    assert meant("fois", known[:2]) == "un, deux"
    assert meant("", known[:2]) == "un, deux" and meant("un", []) == "aucun"
