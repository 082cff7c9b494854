"""A fact that several papers say: agreed, retained by a person for a reason, or unknown and told. Never the last one."""

from fractions import Fraction
from itertools import permutations
from pathlib import Path

import pytest

from justesse.evaluation.case import read_case
from justesse.evaluation.facts import Record
from justesse.program.declarations import Declarations, declare
from justesse.syntax.vocabulary import parse_vocabulary
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source, read_source
from justesse.values.states import NotApplicable, Unknown

WORLD = Path(__file__).parents[2] / "language" / "monde" / "vocabulaire.regle"
FIVE = "      - valeur: 5\n        pièce: reçu\n        reçue le: 2025-04-02\n"
SEVEN = "      - valeur: 7,50\n        pièce: registre\n"
UNKNOWN = "      - valeur: inconnues\n        pièce: carnet\n"
CHOICE = "        retenue: oui\n        motif: erreur reconnue\n"


@pytest.fixture(scope="module")
def declared() -> Declarations:
    return declare(list(parse_vocabulary(read_source(WORLD))[0]))[0]


def read(declared: Declarations, text: str) -> tuple[Record | None, list[str]]:
    tree, mistakes = read_yaml(Source("dossier.yaml", text))
    assert tree is not None and not mistakes
    case, diagnostics = read_case(tree, declared)
    return (case.root if case is not None else None), [one.code for one in diagnostics]


def paid(declared: Declarations, *statements: str, month: str = "2025-03") -> tuple[Record, list[str]]:
    text = f"cotisations:\n  - mois: {month}\n    heures: 10\n    versement:\n" + "".join(statements)
    root, told = read(declared, text)
    assert root is not None, told
    return root.fields["cotisations"][0], told  # type: ignore[index]


def record(month: str, amount: str, *more: str) -> str:
    return "".join((f"  - mois: {month}\n    heures: 10\n    versement: {amount}\n", *(f"    {one}\n" for one in more)))


def test_papers_that_agree_make_one_fact(declared: Declarations) -> None:
    found, told = paid(declared, FIVE, SEVEN.replace("7,50", "5,00"))
    assert (found.fields["versement"], told, found.contradictions) == (Fraction(5), [], {})
    assert found.provenance["versement"][0] == "reçu et registre"


def test_papers_that_differ_leave_the_fact_unknown_whatever_their_order(declared: Declarations) -> None:
    for some in permutations((FIVE, SEVEN, SEVEN.replace("registre", "copie"))):
        found, told = paid(declared, *some)
        value = found.fields["versement"]
        assert told == ["D0120"] and isinstance(value, Unknown)
        assert set(found.contradictions["versement"]) == {Fraction(5), Fraction(15, 2)}
        (cause,) = value.causes
        assert cause.startswith("versement, cotisation 2025-03 : ")
        assert "5 € selon reçu (2025-04-02), 7,5 € selon " in cause


def test_the_subject_of_the_case_too(declared: Declarations) -> None:
    days = {"A": "2024-01-01", "B": "2024-01-02"}
    papers = "".join(f"      - valeur: {day}\n        pièce: {name}\n" for name, day in days.items())
    root, told = read(declared, "lecteur:\n  inscription:\n" + papers)
    assert root is not None and told == ["D0120"]
    assert root.fields["inscription"] == Unknown(("inscription, lecteur : 2024-01-01 selon A, 2024-01-02 selon B",))


def test_a_person_retains_one_and_says_why(declared: Declarations) -> None:
    for some in permutations((FIVE + CHOICE, SEVEN)):
        found, told = paid(declared, *some)
        assert (found.fields["versement"], told, found.contradictions) == (Fraction(5), [], {})
        assert [(one.paper, one.reason) for one in found.statements["versement"] if one.retained] == [("reçu", "erreur reconnue")]


@pytest.mark.parametrize(
    "statements",
    [
        FIVE + "        retenue: oui\n" + SEVEN,
        FIVE + CHOICE + SEVEN + CHOICE,
        FIVE + "        retenue: peut-être\n" + SEVEN,
    ],
)
def test_an_unclear_choice_is_a_mistake(declared: Declarations, statements: str) -> None:
    text = "cotisations:\n  - mois: 2025-03\n    heures: 10\n    versement:\n" + statements
    root, told = read(declared, text)
    assert root is None and "D0121" in told


def test_a_statement_names_its_paper(declared: Declarations) -> None:
    text = "cotisations:\n  - mois: 2025-03\n    heures: 10\n    versement:\n" + FIVE + "      - valeur: 7\n"
    assert read(declared, text) == (None, ["D0104", "D0120"])


def test_a_paper_that_does_not_know_contradicts_none(declared: Declarations) -> None:
    known = "      - valeur: 10\n        pièce: reçu\n"
    for some in permutations((UNKNOWN, known)):
        text = "cotisations:\n  - mois: 2025-03\n    versement: 5\n    heures:\n" + "".join(some)
        root, told = read(declared, text)
        assert root is not None and told == []
        assert root.fields["cotisations"][0].fields["heures"] == 10  # type: ignore[index]


def test_nothing_and_something_differ(declared: Declarations) -> None:
    text = "prêts:\n  - début: 2025-03-03\n    fin: 2025-03-20\n    réservation:\n" + "".join(
        f"      - valeur: {value}\n        pièce: {paper}\n" for value, paper in (("sans objet", "A"), ("2025-03-01", "B"))
    )
    root, told = read(declared, text)
    assert root is not None and told == ["D0120"]
    values = root.fields["prêts"][0].contradictions["réservation"]  # type: ignore[index]
    assert any(isinstance(one, NotApplicable) for one in values) and len(values) == 2


@pytest.mark.parametrize(
    ("field", "values"),
    [("fin", ("2025-03-20", "2025-03-21")), ("livre", ("Atlas", "Contes")), ("début", ("2025-03-01", "2025-03-03"))],
)
def test_what_places_a_record_must_be_chosen(declared: Declarations, field: str, values: tuple[str, str]) -> None:
    books = "livres:\n  - titre: Atlas\n  - titre: Contes\n"
    fields = {"début": " 2025-03-03\n", "fin": " 2025-03-20\n", "livre": " Atlas\n"}
    for choice, said in (("", ["D0122"]), (CHOICE, [])):
        papers = "".join(
            f"      - valeur: {one}\n        pièce: P{place}\n{'' if place else choice}" for place, one in enumerate(values)
        )
        written = {**fields, field: "\n" + papers}
        loan = "".join(f"    {name}:{text}" for name, text in written.items())
        root, told = read(declared, f"{books}prêts:\n  -{loan[3:]}")
        assert (root is not None, told) == (bool(choice), said)
        if root is not None and field == "livre":
            assert root.fields["prêts"][0].fields["livre"].fields["titre"] == "Atlas"  # type: ignore[index]


def test_the_months_of_a_range_keep_what_papers_say(declared: Declarations) -> None:
    text = "cotisations:\n  - mois: 2025-01 à 2025-03\n    heures: 10\n    versement:\n" + FIVE + SEVEN
    root, told = read(declared, text)
    assert root is not None and told == ["D0120"]
    found = root.fields["cotisations"]
    assert isinstance(found, tuple) and [len(one.contradictions["versement"]) for one in found] == [2, 2, 2]
    assert [one.fields["versement"].causes[0][:31] for one in found] == [
        f"versement, cotisation 2025-0{n} :"[:31] for n in (1, 2, 3)
    ]


# --- two records of the same thing --------------------------------------------------------------------


def test_two_papers_on_one_thing_are_one_record(declared: Declarations) -> None:
    first, second = record("2025-01 à 2025-03", "5", "pièce: reçus"), record("2025-02", "7", "pièce: registre")
    for text in (first + second, second + first):
        root, told = read(declared, "cotisations:\n" + text)
        assert root is not None and told == ["D0120"]
        found = root.fields["cotisations"]
        assert isinstance(found, tuple) and [one.fields["mois"] % 12 + 1 for one in found] == [1, 2, 3]
        assert set(found[1].contradictions) == {"versement"} and found[1].fields["heures"] == 10
        assert set(found[1].contradictions["versement"]) == {Fraction(5), Fraction(7)}


def test_two_papers_that_say_the_same_thing_are_one_record(declared: Declarations) -> None:
    root, told = read(declared, "cotisations:\n" + record("2025-02", "5", "pièce: A") + record("2025-02", "5,0", "pièce: B"))
    assert root is not None and told == []
    (found,) = root.fields["cotisations"]  # type: ignore[misc]
    assert found.fields["versement"] == 5 and found.paper == "A et B"


def test_a_person_retains_one_record(declared: Declarations) -> None:
    choice = ("pièce: B", "retenue: oui", "motif: rectifié")
    for some in permutations((record("2025-02", "5", "pièce: A"), record("2025-02", "7", *choice))):
        root, told = read(declared, "cotisations:\n" + "".join(some))
        assert root is not None and told == []
        (found,) = root.fields["cotisations"]  # type: ignore[misc]
        assert found.fields["versement"] == 7 and found.provenance["versement"][0] == "B"
        assert {one.reason for one in found.statements["versement"]} == {"", "rectifié"}


def test_a_record_on_which_papers_differ_is_not_settled_by_another(declared: Declarations) -> None:
    several = f"  - mois: 2025-02\n    heures: 10\n    pièce: A\n    versement:\n{FIVE}{SEVEN}"
    for some in permutations((several, record("2025-02", "5", "pièce: B"))):
        root, told = read(declared, "cotisations:\n" + "".join(some))
        assert root is not None and "D0120" in told
        assert set(root.fields["cotisations"][0].contradictions["versement"]) == {5, Fraction(15, 2)}  # type: ignore[index]


@pytest.mark.parametrize("papers", [((), ()), (("pièce: A",), ()), (("pièce: A",), ("pièce: A",))])
def test_a_repeated_record_without_papers_of_its_own_is_a_mistake(
    declared: Declarations, papers: tuple[tuple[str, ...], ...]
) -> None:
    text = "cotisations:\n" + "".join(record("2025-02", "5", *one) for one in papers)
    assert read(declared, text) == (None, ["D0116"])


def test_a_list_that_rules_unite_in_groups_is_bounded(declared: Declarations) -> None:
    months = [f"{1980 + one // 12}-{one % 12 + 1:02}" for one in range(201)]
    loans = "".join(f"  - début: {one}-01\n    fin: {one}-09\n" for one in months)
    root, told = read(declared, "prêts:\n" + loans)
    assert root is None and told == ["D0119"]
    root, _ = read(declared, "prêts:\n" + loans[: loans.rindex("  - ")])
    assert root is not None
