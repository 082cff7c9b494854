"""Numbers and dates at the edge of what kernels hold: each of the three compiled ways says what evaluation says, or leaves.

Nothing of the law comes near these; a rule or a dossier may. None of them may stop the program or read out of an array.
"""

from pathlib import Path

import pytest
from tests.compiled.shown import differences
from tests.compiled.small import program_of, root_of

from justesse.compiled.blocks import block_of, values_of
from justesse.compiled.machine import machine_of
from justesse.compiled.native import By, native_of
from justesse.compiled.single import Left, Single
from justesse.evaluation.decide import decide_once

pytestmark = pytest.mark.usefixtures("own_folder")

HEAD = "texte : « Essai ».\n"
RECORD = "vocabulaire : « Essai ».\n\nfiche foyer (foyers), sujet du dossier :"
SHIFT = (
    RECORD
    + """
  - le départ, une date ;
  - la durée dite, une durée en {unit}.

on calcule pour chaque foyer :
  - la durée retenue, une durée en {unit} ;
  - l'échéance, une date ;
  - le mois d'échéance, un mois civil ;
  - le jour de fin, une date.

décision :
  - pour chaque foyer : le jour de fin, le mois d'échéance.
""",
    HEAD
    + """
règle duree-retenue (source : essai) :
  pour tout foyer, la durée retenue du foyer est égale à durée dite du foyer arrondie à l'unité la plus proche (source : essai).

règle l-echeance (source : essai){missing} :
  pour tout foyer, l'échéance du foyer est égale à durée retenue du foyer après le départ du foyer.

règle mois-d-echeance (source : essai) :
  pour tout foyer, le mois d'échéance du foyer est égal au mois civil de l'échéance du foyer.

règle fin-du-foyer (source : essai) :
  pour tout foyer, le jour de fin du foyer est égal au départ du foyer.

exception fin-courte à fin-du-foyer (source : essai) :
  pour tout foyer, le jour de fin du foyer est égal à l'échéance du foyer
  si la durée retenue du foyer est inférieure à 100 {unit}.
""",
)
EIGHT = " + ".join(["part du foyer"] * 8)
PRODUCT = (
    RECORD
    + """
  - le loyer, un montant en € ;
  - l'autre, un nombre.

on calcule pour chaque foyer :
  - le total, un montant en € ;
  - la part, un montant en € ;
  - le plancher, un montant en €.

décision :
  - pour chaque foyer : le total, la part, le plancher.
""",
    HEAD
    + f"""
règle la-part (source : essai) :
  pour tout foyer, la part du foyer est égale au loyer du foyer × autre du foyer.

règle le-total (source : essai) :
  pour tout foyer, le total du foyer est égal à {EIGHT} arrondi au centime le plus proche (source : essai).

règle le-plancher (source : essai) :
  pour tout foyer, le plancher du foyer est égal à {EIGHT} tronqué au centime (source : essai).
""",
)
LARGE = (
    RECORD
    + """
  - le loyer, un montant en €.

on calcule pour chaque foyer :
  - la part, un montant en €.

décision :
  - pour chaque foyer : la part.
""",
    HEAD
    + """
règle la-part (source : essai) :
  pour tout foyer, la part du foyer est égale au loyer du foyer × 4294967296 × 4294967296.
""",
)
LINKED = (
    RECORD
    + """
  - le nom, un nom, pour information ;
  - le loyer, un montant en €, au moins 0 ;
  - l'autre, un montant en € ;
  - les versements, une liste de fiches versement, dans l'ordre de leur jour.

fiche versement (versements) :
  - le jour, une date, pour information ;
  - le payeur, une fiche foyer, facultative.

on calcule pour chaque foyer :
  - l'aide, un montant en € ;
  - la part, un montant en € ;
  - le total, un nombre.

décision :
  - pour chaque foyer : l'aide, le total.
""",
    HEAD
    + """
règle la-part (source : essai) :
  pour tout foyer, la part du foyer est égale au loyer du foyer / 4 + autre du foyer.

règle le-total (source : essai) :
  pour tout foyer, le total du foyer est égal au nombre de versements du foyer dont la part du payeur est supérieure ou égale
    à autre du foyer.

règle aide-du-foyer (source : essai) :
  pour tout foyer, l'aide du foyer est égale à loyer du foyer × le total du foyer.
""",
)
ABSENT = (
    RECORD
    + """
  - l'alpha, un nombre, inconnu possible ;
  - le beta, un nombre ;
  - le gamma, un nombre, facultatif.

on calcule pour chaque foyer :
  - la part, un nombre.

décision :
  - pour chaque foyer : la part.
""",
    HEAD
    + """
règle la-part (source : essai) :
  pour tout foyer, la part du foyer est égale à alpha du foyer + gamma du foyer × 0,5 / beta du foyer.
""",
)


def shift(unit: str) -> tuple[str, str]:
    """A date moved by what the dossier says, in days or in months."""
    missing = ", quantième manquant « dernier jour du mois »" if unit == "mois" else ""
    vocabulary, rules = SHIFT
    return vocabulary.replace("{unit}", unit), rules.replace("{unit}", unit).replace("{missing}", missing)


def moved(start: str, by: int) -> str:
    return f"foyer:\n  départ: {start}\n  durée dite: {by}\n"


MOVES = [
    moved(day, by) for day in ("1900-01-01", "2024-01-31", "2100-12-31") for by in (6, 0, -6, 99, 999_999_999, -2000, -999_999)
]
PRODUCTS = ["foyer:\n  loyer: -21474836,48\n  autre: 5368709,12\n", "foyer:\n  loyer: 10,01\n  autre: -1,5\n"]
RENTS = ["foyer:\n  loyer: 21,48\n", "foyer:\n  loyer: 0\n"]
PAID = ["foyer:\n  nom: A\n  loyer: 100\n  autre: 30\nversements:\n  - jour: 2024-01-01\n  - jour: 2024-01-02\n"]
LACKING = [
    f"foyer:\n  {one}\n" for one in ("alpha: inconnu\n  beta: 2", "alpha: 1\n  beta: 2", "alpha: 1\n  beta: 0\n  gamma: 4")
]
EDGES = {
    "months": (shift("mois"), MOVES, 8),
    "days": (shift("jours"), MOVES, 12),
    "product": (PRODUCT, PRODUCTS, 1),
    "large": (LARGE, RENTS, 0),
    "linked": (LINKED, PAID, 1),
    "absent": (ABSENT, LACKING, 1),
}
"""Rules, dossiers, and how many of these machine code decides at least."""


@pytest.mark.parametrize("name", EDGES)
def test_generated_python_says_the_same_or_leaves(name: str, tmp_path: Path) -> None:
    files, texts, _ = EDGES[name]
    program = program_of(*files, tmp_path)
    for text in texts:
        root = root_of(program, text)
        for single in (Single(program), Single(program, every=True)):
            values = single.values(root)
            if not isinstance(values, Left):
                decision = decide_once(program, root)
                assert not decision.refusals, text
                assert list(differences(program, decision, values)) == [], text


@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize("name", EDGES)
def test_machine_code_says_the_same_or_leaves(name: str, by: By, tmp_path: Path) -> None:
    files, texts, most = EDGES[name]
    program = program_of(*files, tmp_path)
    single, roots = Single(program), [root_of(program, text) for text in texts]
    native = native_of(program, single.kernel, by)
    assert native is not None
    block, columns, outside = block_of(native, single.plan, roots)
    found = native.decide(native.memory(), block)
    decided = 0
    for place, (root, text) in enumerate(zip(roots, texts, strict=True)):
        values = values_of(native, block, found, columns, place)
        if place in outside:
            assert isinstance(values, Left), text
        elif not isinstance(values, Left):
            assert list(differences(program, decide_once(program, root), values)) == [], text
            decided += 1
    assert decided >= most


MISFIT = (
    RECORD
    + """
  - la mise, un montant en € ;
  - le loyer, un montant en €, facultatif.

on calcule pour chaque foyer :
  - l'aide, un montant en €.

décision :
  - pour chaque foyer : l'aide.
""",
    HEAD
    + """
règle aide-au-loyer (source : essai) :
  pour tout foyer, l'aide du foyer est égale à loyer du foyer × 2.

exception sans-loyer à aide-au-loyer (source : essai) :
  pour tout foyer, l'aide du foyer est égale à mise du foyer si le loyer du foyer est sans objet.
""",
)
"""Without a rent there is an aid too: to take a dossier that does not fit for one that says nothing would give it."""


LINKED = (
    """
vocabulaire : « Essai ».

fiche lecteur (lecteurs), sujet du dossier :
  - la mise, un montant en € ;
  - le favori, une fiche prêt ;
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début.

fiche prêt (prêts) :
  - le nom, un nom ;
  - le début, une date, pour information ;
  - le prix, un montant en €.

regroupement série (séries) : réunit les prêts du lecteur ; s'ouvre à chaque prêt d'ouverture.

on calcule pour chaque prêt :
  - un prêt d'ouverture (prêts d'ouverture), oui ou non.

on calcule pour chaque série :
  - la remise, un montant en €.

on calcule pour chaque lecteur :
  - le score, un montant en €.

décision :
  - pour chaque lecteur : le score.
""",
    HEAD
    + """
règle pret-d-ouverture (source : essai) :
  pour tout prêt, le prêt est un prêt d'ouverture si le prix du prêt est supérieur à mise du lecteur.

règle remise-de-la-serie (source : essai) :
  pour toute série, la remise de la série est égale à la somme des prix des prêts de la série.

règle score-du-lecteur (source : essai) :
  pour tout lecteur, le score du lecteur est égal à remise de la série du favori du lecteur.
""",
)


@pytest.mark.parametrize("by", By)
def test_the_link_of_a_dossier_that_does_not_fit_leads_nowhere(by: By, tmp_path: Path) -> None:
    program = program_of(*LINKED, tmp_path)
    text = "lecteur:\n  mise: 7\n  favori: A\nprêts:\n  - nom: A\n    début: 2024-01-01\n    prix: {}\n"
    single, roots = Single(program), [root_of(program, text.format(price)) for price in ("98765432", "'3,333'", "9")]
    native = native_of(program, single.kernel, by)
    assert native is not None
    machine = machine_of(program, single.kernel)
    assert machine.of_subject and machine.doubtful >= machine.of_subject.keys(), "nothing of its subject is read without asking"
    block, columns, outside = block_of(native, single.plan, roots)
    found = native.decide(native.memory(), block)
    assert outside == {1: 2} and list(found.routes) == [0, 2, 0]
    last = values_of(native, block, found, columns, 2)
    assert not isinstance(last, Left) and list(differences(program, decide_once(program, roots[2]), last)) == []


@pytest.mark.parametrize("by", By)
def test_a_dossier_that_does_not_fit_is_left_and_its_neighbours_decided(by: By, tmp_path: Path) -> None:
    program = program_of(*MISFIT, tmp_path)
    texts = [f"foyer:\n  mise: 7\n{rent}" for rent in ("  loyer: 10\n", "  loyer: '3,333'\n", "")]
    single, roots = Single(program), [root_of(program, text) for text in texts]
    native = native_of(program, single.kernel, by)
    assert native is not None
    block, columns, outside = block_of(native, single.plan, roots)
    assert outside == {1: 2}
    found = native.decide(native.memory(), block)
    first, misfit, last = (values_of(native, block, found, columns, place) for place in range(3))
    assert isinstance(misfit, Left)
    assert not isinstance(first, Left) and first.lines == {(0, 0): [20]}
    assert not isinstance(last, Left) and last.lines == {(0, 0): [7]}
