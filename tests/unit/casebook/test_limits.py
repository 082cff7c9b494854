"""Cases at the limits: every day and count written in the rules is found, dates move together, thresholds are reached exactly."""

from fractions import Fraction
from pathlib import Path

import pytest

from justesse.casebook.dossiers import read_tree
from justesse.casebook.limits import limits, periods_of
from justesse.casebook.variants import Fields, figures, raised, rewritten, shifted
from justesse.cli.main import main
from justesse.program.boundaries import day_counts, turning_days
from justesse.program.load import load_program
from justesse.program.program import Program
from justesse.program.schema_check import as_plain
from justesse.values.calendar import iso_day, read_day

VOCABULARY = """\
vocabulaire : « Prêts ».

fiche lecteur (lecteurs), sujet du dossier :
  - l'inscription, une date ;
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début ;
  - les cotisations, une liste de fiches cotisation, dans l'ordre de leur mois.

fiche prêt (prêts), période :
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période.

fiche cotisation (cotisations) :
  - le mois, un mois civil ;
  - le versement (versements), un montant en €, au moins 0.

on calcule pour chaque prêt :
  - la durée (durées), une durée en jours ;
  - un prêt long (prêts longs), oui ou non.

on calcule pour chaque jour de prêt :
  - la sorte, un choix parmi « gratuit » ou « payant ».

on calcule pour chaque lecteur :
  - le versé, un montant en € ;
  - le dû, un montant en € ;
  - à jour, oui ou non.

paramètres :
  - le tarif, un montant en €, selon l'inscription du lecteur.

décision :
  - pour chaque lecteur : le versé, le dû, à jour ;
  - pour chaque prêt : un prêt long ;
  - pour chaque jour de prêt : la sorte.
"""
RULES = """\
texte : « Prêts ».

règle duree-du-pret (source : règlement) :
  pour tout prêt, la durée du prêt est égale au nombre de jours du prêt.

règle pret-long (source : règlement), applicable selon le début du prêt à compter du 2 mars 2021 :
  pour tout prêt, le prêt est un prêt long
  si la durée du prêt est au moins égale à 21 jours.

règle pret-long (source : règlement), applicable selon le début du prêt jusqu'au 1er mars 2021 :
  pour tout prêt, le prêt est un prêt long
  si la durée du prêt est au moins égale à 30 jours.

règle sorte-du-jour (source : règlement) :
  pour chaque jour du prêt, la sorte du jour est « gratuit ».

exception sorte-payante à sorte-du-jour (source : règlement) :
  pour chaque jour du prêt, la sorte du jour est « payant »
  si l'inscription du lecteur est antérieure au 14 juillet 2022.

règle verse-du-lecteur (source : règlement) :
  pour tout lecteur, le versé du lecteur est égal à la somme des versements des cotisations du lecteur.

règle du-lecteur (source : règlement) :
  pour tout lecteur, le dû du lecteur est égal au tarif.

règle lecteur-a-jour (source : règlement) :
  pour tout lecteur, le lecteur est à jour
  si le versé du lecteur est au moins égal au dû du lecteur.
"""
TARIFF = """\
paramètre: tarif
unité: €
connu jusqu'au: 2030-12-31
vérifié le: 2026-01-01
valeurs:
  - à compter du: 2010-01-01
    valeur: 9,50
    source: règlement
  - à compter du: 2023-06-01
    valeur: 10
    source: règlement
"""
CASE = """\
dossier: Un lecteur
lecteur:
  inscription: 2024-01-15
prêts:
  - début: 2024-03-10
    fin: 2024-03-20
  - début: 2024-01-31
    fin: 2024-02-03
    reçue le: 2024-02-01
cotisations:
  - mois: 2023-11 à 2024-01
    versement: 2
  - mois: 2024-02
    versement:
      valeur: 1,25
      pièce: reçu
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("projet")
    (folder / "rules").mkdir()
    texts = {"rules/00.regle": VOCABULARY, "rules/01.regle": RULES, "rules/tarif.yaml": TARIFF, "cas.yaml": CASE}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def program(place: Path) -> Program:
    found, diagnostics = load_program(place / "rules")
    assert found is not None, diagnostics
    return found


@pytest.fixture(scope="module")
def tree(place: Path) -> Fields:
    node, _ = read_tree(place / "cas.yaml")
    assert node is not None
    plain = as_plain(node)
    assert isinstance(plain, dict)
    return plain


def test_every_day_of_the_rules_and_of_the_values_is_a_limit(program: Program) -> None:
    found = {iso_day(day): names for day, names in turning_days(program).items()}
    assert found == {
        "2010-01-01": ["tarif"], "2021-03-02": ["pret-long"], "2022-07-14": ["sorte-payante"], "2023-06-01": ["tarif"],
    }  # fmt: skip


def test_every_count_of_days_is_a_limit(program: Program) -> None:
    assert day_counts(program) == {21: ["pret-long"], 30: ["pret-long"]}


def test_dates_move_together_and_months_by_whole_months(program: Program, tree: Fields) -> None:
    first, wanted = read_day("2024-01-31"), read_day("2024-03-01")
    assert first is not None and wanted is not None
    moved = shifted(tree, program.declarations, first, wanted)
    assert moved["lecteur"] == {"inscription": "2024-02-14"}
    assert moved["prêts"] == [
        {"début": "2024-04-09", "fin": "2024-04-19"}, {"début": "2024-03-01", "fin": "2024-03-04", "reçue le": "2024-03-02"},
    ]  # fmt: skip
    assert [one["mois"] for one in moved["cotisations"]] == ["2024-01 à 2024-03", "2024-04"]  # type: ignore[index, union-attr]
    assert shifted(moved, program.declarations, wanted, first) == tree


def test_a_case_rewritten_as_it_is_stays_the_same(program: Program, tree: Fields) -> None:
    assert rewritten(tree, program.declarations, lambda _, text: text) == tree


def test_a_figure_is_raised_everywhere_or_in_one_record(program: Program, tree: Fields) -> None:
    declared = program.declarations
    assert list(figures(tree, declared)) == [("cotisations", "versement")]
    both = raised(tree, declared, ("cotisations", "versement"), Fraction(1, 2))
    assert both is not None
    assert [one["versement"] for one in both["cotisations"]] == ["2,50", {"valeur": "1,75", "pièce": "reçu"}]  # type: ignore[index, union-attr]
    one = raised(tree, declared, ("cotisations", "versement"), Fraction(1, 2), 0)
    assert one is not None and one["cotisations"][1] == tree["cotisations"][1]  # type: ignore[index]
    assert raised(tree, declared, ("cotisations", "versement"), Fraction(-2)) is None, "below its bound"
    assert raised(tree, declared, ("cotisations", "versement"), Fraction(1, 3)) is None, "no decimal"


def test_the_periods_are_those_of_the_days(program: Program, tree: Fields) -> None:
    periods = periods_of(program)
    assert periods is not None and (periods.listed, periods.first, periods.last) == ("prêts", "début", "fin")
    assert [iso_day(first) for first, _, _ in periods.of(tree)] == ["2024-01-31", "2024-03-10"]
    shorter = periods.alone(tree, (10, 10), 3)["prêts"]
    assert [(one["début"], one["fin"]) for one in shorter] == [  # type: ignore[index, union-attr]
        ("2024-01-31", "2024-02-09"), ("2024-02-13", "2024-02-22"),
    ]  # fmt: skip


def test_a_threshold_is_reached_below_at_and_above(program: Program, tree: Fields) -> None:
    (found,) = [one for one in limits(program, tree) if one.kind == "seuils"]
    assert found.theme == "Versement autour du seuil de « lecteur-a-jour »"
    paid = []
    for _, case in found.cases:
        three, one = case["cotisations"]
        paid.append(3 * Fraction(three["versement"].replace(",", ".")) + Fraction(one["versement"]["valeur"].replace(",", ".")))  # type: ignore
    assert paid == [9, 10, 11]


def test_a_limit_where_nothing_can_be_decided_is_left_out(program: Program, tree: Fields) -> None:
    names = [one.name for one in limits(program, tree) if one.kind == "dates"]
    assert names == ["2021-03-02", "2022-07-14", "2023-06-01"], "in 2010 the reader joined before the first tariff"
    lost = {**tree, "prêts": "rien"}
    assert [one.kind for one in limits(program, lost) if one.kind != "seuils"] == []


def test_the_command_writes_drafts_in_a_new_folder(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    proposals = tmp_path / "propositions"
    command = ["cas", "limites", str(place / "cas.yaml"), "--regles", str(place / "rules"), "--vers", str(proposals)]
    assert main(command) == 0
    shown = capsys.readouterr().out
    files = sorted(path.relative_to(proposals).as_posix() for path in proposals.rglob("*.yaml"))
    assert "dates/2021_03_02.yaml" in files and "durees/21_jours.yaml" in files and "calendrier/2024_02_29.yaml" in files
    assert all(one.isascii() for one in files) and "à confirmer dans" in shown
    assert main(["cas", str(proposals), "--regles", str(place / "rules")]) == 2
    assert "C0121" in capsys.readouterr().err
    for path in proposals.rglob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace(": à compléter", ": raisonnement"), encoding="utf-8")
    assert main(["cas", str(proposals), "--regles", str(place / "rules")]) == 1
    out = capsys.readouterr().out
    assert "ce qui diffère" not in out and "0 cas conforme sur" in out
    assert main(command) == 2
    assert "F0121" in capsys.readouterr().err
