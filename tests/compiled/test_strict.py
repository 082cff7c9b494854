"""What every dossier needs of each record is computed first, and what comes out is what evaluation finds."""

import re
from pathlib import Path

import pytest
from tests.compiled.shown import differences
from tests.compiled.small import program_of, root_of
from tests.compiled.ways import by_machine
from tests.second_opinion.compare import shipped_program

from justesse.compiled.kernel import kernel_of
from justesse.compiled.native import By
from justesse.compiled.single import Left, Single
from justesse.evaluation.decide import decide_once
from justesse.program.program import Program

VOCABULARY = """
vocabulaire : « Essai ».

fiche lecteur (lecteurs), sujet du dossier :
  - la naissance, une date, facultative, pour information ;
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début, pour information.

fiche prêt (prêts), période :
  - le début (débuts), une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période ;
  - la caution, un montant en €, inconnu possible ;
  - le genre (genres), un choix parmi « a » ou « b ».

regroupement série (séries) : réunit les prêts du lecteur ; s'ouvre à chaque prêt d'ouverture.

on calcule pour chaque prêt :
  - un prêt d'ouverture (prêts d'ouverture), oui ou non ;
  - un prêt long (prêts longs), oui ou non ;
  - la garde (gardes), un montant en € ;
  - le dû, un nombre.

on calcule pour chaque série :
  - la remise, un nombre ;
  - les cautions, un montant en €.

décision :
  - pour chaque prêt : le dû ;
  - pour chaque série : la remise, les cautions.
"""
RULES = """
texte : « Essai ».

règle r-ouverture (source : essai) :
  pour tout prêt, le prêt est un prêt d'ouverture
  si le genre du prêt est « a ».

règle r-long (source : essai) :
  pour tout prêt, le prêt est un prêt long
  si la fin du prêt est postérieure au 31 janvier 2024.

règle r-garde (source : essai) :
  pour tout prêt, la garde du prêt est égale à caution du prêt × 2.

règle r-remise (source : essai) :
  pour toute série, la remise de la série est égale au nombre de prêts longs de la série.

règle r-cautions (source : essai) :
  pour toute série, les cautions de la série sont égales à la somme des gardes des prêts longs de la série.

règle r-du (source : essai) :
  pour tout prêt, le dû du prêt est égal à 3 × remise de la série du prêt.
"""
OPENED_FIRST = (
    """
vocabulaire : « Essai ».

fiche lecteur (lecteurs), sujet du dossier :
  - la naissance, une date, facultative, pour information ;
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début, pour information.

fiche prêt (prêts), période :
  - le début (débuts), une date, qui ouvre la période, pour information ;
  - la fin, une date, qui clôt la période, pour information ;
  - la caution, un montant en €, pour information ;
  - le genre (genres), un choix parmi « a » ou « b ».

regroupement série (séries) : réunit les prêts du lecteur ; s'ouvre à chaque prêt d'ouverture.

on calcule pour chaque série :
  - la remise, un nombre ;
  - le bonus, un nombre.

on calcule pour chaque prêt :
  - un prêt d'ouverture (prêts d'ouverture), oui ou non.

décision :
  - pour chaque série : la remise, le bonus.
""",
    """
texte : « Essai ».

règle r-ouverture (source : essai) :
  pour tout prêt, le prêt est un prêt d'ouverture
  si le genre du prêt est « a ».

règle r-remise (source : essai) :
  pour toute série, la remise de la série est égale au nombre de prêts de la série.

règle r-bonus (source : essai) :
  pour toute série, le bonus de la série est égal à 2 × remise de la série.
""",
)
"""What opens the groups is computed first, and so are quantities of the groups: one must come before the other."""
LOANS = (
    (("2024-01-03", "2024-01-05", "12", "b"), ("2024-01-09", "2024-02-02", "7,50", "b"), ("2024-01-20", "2024-03-01", "1", "a")),
    (("2024-01-03", "2024-01-05", "inconnu", "a"),),
    (("2024-01-03", "2024-02-05", "inconnu", "a"), ("2024-02-06", "2024-02-07", "5", "b")),
    (),
)
Loans = tuple[tuple[str, str, str, str], ...]
ASKED = re.compile(r"= q(\d+)\(")


def dossier(loans: Loans) -> str:
    names = ("début", "fin", "caution", "genre")
    lines = [
        f"  {'-' if place == 0 else ' '} {name}: {value}"
        for loan in loans
        for place, (name, value) in enumerate(zip(names, loan, strict=True))
    ]
    return "\n".join(["lecteur: {}", "prêts:" if loans else "prêts: []", *lines]) + "\n"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    return program_of(VOCABULARY, RULES, tmp_path_factory.mktemp("prets"))


def first_of(text: str) -> list[int]:
    """The numbers of what is computed first, in order."""
    body = text.partition("def strict():\n")[2].partition("\n    return 0")[0]
    return [int(number) for number in re.findall(r"q(\d+)\(", body)]


def test_what_is_computed_first_is_not_asked_for(program: Program) -> None:
    for text in (kernel_of(program).text, kernel_of(shipped_program()).text):
        first = first_of(text)
        assert first, "nothing is computed first"
        asked = {int(number) for number in ASKED.findall(text)}
        assert not asked & set(first)


def test_what_is_read_comes_before_what_reads_it() -> None:
    text = kernel_of(shipped_program()).text
    parts = {part.partition("(")[0]: part for part in re.split(r"\ndef ", text)[1:]}
    calls = {name: set(re.findall(r"\b(\w+)\(", part)[1:]) & parts.keys() for name, part in parts.items()}
    read = {name: {f"q{number}" for number in re.findall(r"\bM(\d+)\[", part)} for name, part in parts.items()}
    order = [f"q{number}" for number in first_of(text)]
    for place, name in enumerate(order):
        met, fresh = set[str](), {name}
        while fresh:
            met |= fresh
            fresh = {inner for one in fresh for inner in calls[one]} - met
        later = set(order[place + 1 :])
        assert not {one for inside in met for one in read[inside]} & later, name


def test_nothing_is_computed_first_when_each_has_its_function(program: Program) -> None:
    assert "def strict(" not in kernel_of(program, every=True).text


@pytest.mark.parametrize("by", By)
def test_groups_are_made_once_what_opens_them_is_there(by: By, tmp_path: Path) -> None:
    program = program_of(*OPENED_FIRST, tmp_path)
    known = tuple(tuple((first, last, "1", kind) for first, last, _, kind in loans) for loans in LOANS)
    assert decided(program, known, by) == []


def test_rules_that_compute_nothing_are_a_kernel_all_the_same(tmp_path: Path) -> None:
    vocabulary = VOCABULARY.partition("regroupement")[0]
    assert not isinstance(Single(program_of(vocabulary, "texte : « Essai ».\n", tmp_path)), Left)


@pytest.mark.parametrize("by", By)
def test_it_says_what_evaluation_says(program: Program, by: By) -> None:
    left = decided(program, LOANS, by)
    assert left == [(1, 1), (1, 1), (2, 1), (2, 1)], "a deposit that is not known, needed or not"


def decided(program: Program, some: tuple[Loans, ...], by: By) -> list[tuple[int, int]]:
    """The dossiers left, by Python and by machine code, with why; of the others both say what evaluation says."""
    single, roots = Single(program), [root_of(program, dossier(loans)) for loans in some]
    left = []
    for place, (root, machine) in enumerate(zip(roots, by_machine(program, single, by, roots), strict=True)):
        for values in (single.values(root), machine):
            if isinstance(values, Left):
                left.append((place, values.code))
            else:
                assert list(differences(program, decide_once(program, root), values)) == [], some[place]
    return left
