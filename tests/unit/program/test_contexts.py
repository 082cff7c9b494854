"""What may follow « pour chaque »."""

from pathlib import Path

from justesse.program.build import build_program
from justesse.text.source import Source, normalise, read_source

WORLD = Path(__file__).parents[2] / "language" / "monde" / "vocabulaire.regle"
BY_TWO = """
on calcule pour chaque prêt et chaque genre :
  - les mois lus (mois lus), une liste de mois civils.

on calcule pour chaque mois lu de prêt :
  - la page, un nombre.
"""


def codes(vocabulary: str) -> list[str]:
    text = read_source(WORLD).text + vocabulary
    _, diagnostics = build_program([Source("vocabulaire.regle", normalise(text))], lambda _: None)
    return [one.code for one in diagnostics if one.code == "R0213"]


def test_a_list_of_months_of_two_subjects_cannot_be_gone_through_for_one() -> None:
    assert codes(BY_TWO.replace("mois lus (mois lus)", "mois lus (mois lu)")) == ["R0213"]
    assert codes(BY_TWO.replace("mois lus (mois lus)", "mois lus (mois lu)").replace(" et chaque genre", "")) == []
