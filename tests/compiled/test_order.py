"""A list reached by what it is in order of: whatever that is, each compiled way keeps what evaluation keeps."""

from pathlib import Path

import pytest
from tests.compiled.shown import differences
from tests.compiled.small import program_of, root_of
from tests.compiled.ways import every_way

from justesse.compiled.single import Left
from justesse.evaluation.decide import decide_once

pytestmark = pytest.mark.usefixtures("own_folder")

VOCABULARY = """
vocabulaire : « Essai ».

fiche lecteur (lecteurs), sujet du dossier :
  - le repère (repères), {kind}, pour information ;
  - l'autre repère (autres repères), {kind}, {optional}, pour information ;
  - les prêts, une liste de fiches prêt, dans l'ordre de leur rang, pour information.

fiche prêt (prêts) :
  - le rang (rangs), {kind} ;
  - la durée (durées), un nombre, pour information.

on calcule pour chaque lecteur :
  - le seuil, un nombre ;
  - le total, un nombre.

décision :
  - pour chaque lecteur : le total.
"""
RULE = """
texte : « Essai ».

règle r-seuil (source : essai) :
  pour tout lecteur, le seuil du lecteur est égal à 2 × nombre de prêts du lecteur / nombre de prêts du lecteur.

règle r-total (source : essai) :
  pour tout lecteur, le total du lecteur est égal à la somme de la durée des prêts du lecteur dont le rang est {test}.
"""
RANKS = {
    "un nombre": ("0,01", "0,5", "2", "2", "2,5", "200", "250"),
    "un montant en €": ("0,01", "0,5", "2", "2", "2,5", "200", "250"),
    "une date": ("2025-01-02", "2025-02-28", "2025-03-01", "2025-03-01", "2025-03-02", "2025-04-01", "2026-01-01"),
    "un mois civil": ("2025-01", "2025-02", "2025-03", "2025-03", "2025-04", "2025-12", "2026-01"),
}
"""What a list may be in order of, and ranks: the fourth, which is the third, is the one asked for."""
TESTS = ("égal au repère du lecteur", "égal à l'autre repère du lecteur")
OF_NUMBERS = ("égal à 2", "égal à 2,5", "égal à 0,005", "égal au seuil du lecteur")
CASES = [(kind, test) for kind in RANKS for test in TESTS] + [("un nombre", test) for test in OF_NUMBERS]


@pytest.mark.parametrize(("kind", "test"), CASES)
def test_what_a_list_is_in_order_of_is_compared_as_it_is(kind: str, test: str, tmp_path: Path) -> None:
    optional = "facultative" if kind == "une date" else "facultatif"
    program = program_of(VOCABULARY.format(kind=kind, optional=optional), RULE.format(test=test), tmp_path)
    found = []
    for other in ("", f"  autre repère: {RANKS[kind][4]}\n"):
        root = root_of(program, dossier(kind, other))
        decision = decide_once(program, root)
        found.append(decision.parts[0].lines[0].value)
        for values in every_way(program, root):
            assert not isinstance(values, Left)
            assert list(differences(program, decision, values)) == []
    assert max(found) > 0 or test == "égal à 0,005"


def dossier(kind: str, other: str) -> str:
    """Seven loans, each with a duration that no others add up to."""
    loans = "".join(f"  - rang: {rank}\n    durée: {1 << place}\n" for place, rank in enumerate(RANKS[kind]))
    return f"lecteur:\n  repère: {RANKS[kind][3]}\n{other}prêts:\n{loans}"
