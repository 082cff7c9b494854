"""The command that says what is refused and what would change it: its screen, its document, and what it is not given."""

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.second_opinion.compare import shipped_program

from justesse.cli.main import main
from justesse.program.why_not_plan import read_why_not_plan
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source

ROOT = Path(__file__).parents[3]
SCHEMA = Draft202012Validator(json.loads((ROOT / "grammar" / "schemas" / "refus.schema.json").read_text(encoding="utf-8")))
CASE = """\
dossier: Huit heures
emplois:
  - nom: mairie
    début: 2018-01-01
paies:
  - emploi: mairie
    mois: 2024-05 à 2025-03
    salaire brut: 500
    heures: 50
  - emploi: mairie
    mois: 2025-04
    salaire brut: 500
    heures: 42
arrêts:
  - début: 2025-05-05
    fin: 2025-05-11
    case cochée: initial
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "dossier.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["pourquoi-pas", *arguments]) == 0
    return " ".join(capsys.readouterr().out.replace("\u00a0", " ").split())


def test_the_screen_says_why_then_what_would_change_it(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = shown(capsys, str(case), "--jour", "2025-05-09")
    assert "Huit heures" in words and "des faits à vérifier sur les papiers" in words
    assert "Le 9 mai 2025 : sans droit" in words
    assert "(142 heures) sont au moins égales à 150 heures — il manque 8 heures" in words
    assert "Ce serait différent si (vérifié) : 1. heures, paie 2025-02 (mairie) : 58 heures au lieu de 50 heures" in words
    assert "pièce à vérifier : attestation de salaire, envoyée par l'employeur" in words
    assert case.read_text(encoding="utf-8") == CASE


def test_the_change_it_gives_is_one_that_et_si_makes(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pourquoi-pas", str(case), "--jour", "2025-05-09", "--format", "json"]) == 0
    made = json.loads(capsys.readouterr().out)
    SCHEMA.validate(made)
    (refusal,) = made["refus"]
    for change in refusal["changements"]:
        assert main(["et-si", str(case), "--changer", change["changer"], "--format", "json"]) == 0
        totals = json.loads(capsys.readouterr().out)["totaux"]
        gap = next(one["écart"] for one in totals if one["nom"] == "total brut")
        assert gap == change["gain"] and not gap.startswith("-")


def test_answers_that_are_no_come_after_the_days(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = shown(capsys, str(case))
    assert "ouvre droit aux six premiers mois, non Même raison que plus haut" in words
    assert "Ce serait différent avec les mêmes changements que « Du 5 au 11 mai 2025 : sans droit »." in words


def test_a_day_that_is_not_refused(capsys: pytest.CaptureFixture[str]) -> None:
    words = shown(capsys, str(ROOT / "docs" / "exemples" / "trois_employeurs.yaml"), "--jour", "2025-04-11")
    assert words.endswith("Aucun refus le 11 avril 2025.")


def test_a_case_out_of_scope_says_why(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case.write_text(CASE.replace("début: 2018-01-01", "début: 2018-01-01\n    catégorie: artiste-auteur"), encoding="utf-8")
    assert "Hors périmètre, aucun montant" in shown(capsys, str(case))


def test_a_day_that_cannot_be_read(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pourquoi-pas", str(case), "--jour", "avril"]) == 2
    assert "« avril » n'est pas un jour" in capsys.readouterr().err


def test_rules_that_do_not_say_what_is_refused(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = tmp_path / "regles"
    shutil.copytree(ROOT / "rules", rules, ignore=shutil.ignore_patterns("pourquoi_pas.yaml"))
    assert main(["pourquoi-pas", str(case), "--regles", str(rules)]) == 2
    assert "F0131" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("jour: indemnités", "indemnité"),
        ("total: total brute", "total brut"),
        ("  - date de naissance (assurée)", "date de naissance (assuré)"),
    ],
)
def test_a_plan_that_names_nothing_known(wrong: str, near: str) -> None:
    declared = shipped_program().declarations
    lines = {"indemnité": declared.attributes["indemnité (chaîne, jour)"].type}
    totals = {"total brut": declared.attributes["total brut (assuré)"].type}
    facts = [key for key, one in declared.attributes.items() if one.is_fact]
    begins = wrong.partition(":")[0] if ":" in wrong else "  - date de naissance"
    written = (ROOT / "rules" / "pourquoi_pas.yaml").read_text(encoding="utf-8").splitlines()
    tree, _ = read_yaml(Source("pourquoi_pas.yaml", "\n".join(wrong if one.startswith(begins) else one for one in written)))
    assert tree is not None
    plan, problems = read_why_not_plan(tree, lines, totals, facts)
    assert plan is None and [one.code for one in problems] == ["P0106"]
    assert near in str(problems[0].details)


LATE = """\
emplois:
  - nom: A
    début: 2019-01-01
paies:
  - emploi: A
    mois: 2025-01 à 2026-02
    salaire brut: 2200
    heures: 151,67
arrêts:
  - début: 2026-03-02
    fin: 2026-03-08
    case cochée: initial
    mode de consultation: téléconsultation
    prescripteur: autre médecin
  - début: 2026-03-09
    fin: 2026-03-22
    case cochée: prolongation
    date d'envoi: 2026-03-25
"""


def test_no_comparison_of_another_day_is_told_with_the_figures_of_this_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """That the first day was free was said of the fourth: « 4 jours est au plus égal à 3 jours », and held."""
    case = tmp_path / "dossier.yaml"
    case.write_text(LATE, encoding="utf-8")
    assert main(["pourquoi-pas", str(case), "--jour", "2026-03-06"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "téléconsultation n'est pas indemnisé" in told and "est au plus égal au délai" not in told
