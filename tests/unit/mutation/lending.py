"""A program over the neutral world of the language examples: a few sentences, their mutants, one case."""

from pathlib import Path

from justesse.casebook.cases import CaseEntry, read_casebook
from justesse.mutation.mutants import Mutant
from justesse.mutation.sentences import all_mutants
from justesse.program.build import build_program
from justesse.program.program import Program
from justesse.text.source import Source, normalise, read_source

WORLD = Path(__file__).parents[2] / "language" / "monde"
SHARED = ("vocabulaire.regle", "tarif_de_base.yaml", "coefficient.yaml", "decision.regle")
BASE = (WORLD / "regles.regle").read_text(encoding="utf-8")
CASE = """\
thème: Amendes de retard
cas:
  - identifiant: retard-de-neuf-jours
    titre: Un prêt de neuf jours
    origine:
      nature: raisonnement
      calcul: 9 jours × 0,20 € = 1,80 €
    dossier:
      prêts:
        - début: 2025-03-03
          fin: 2025-03-11
    attendu:
      prêts:
        - du: 2025-03-03
          amende: 1,80
"""
SINCE = 737_425  # 1 January 2020


def library(sentences: str = "") -> Program:
    """The shared vocabulary, its three rules, and these sentences."""
    shared = [read_source(WORLD / name, name) for name in SHARED]
    rules = Source("regles.regle", normalise(f"{BASE}\n{sentences}"))
    program, diagnostics = build_program([*shared, rules], lambda _: None)
    assert program is not None, diagnostics
    return program


def mutants_of(sentences: str, identifier: str) -> list[Mutant]:
    """The mutants of one of these sentences."""
    found = [one for one in all_mutants(library(sentences), SINCE) if one.name.startswith(f"{identifier} ")]
    assert found, f"{identifier} has no mutant"
    return found


def cases(folder: Path, text: str = CASE) -> list[CaseEntry]:
    """The cases of a text."""
    (folder / "cas.yaml").write_text(text, encoding="utf-8")
    found, diagnostics = read_casebook(folder)
    assert not diagnostics
    return found
