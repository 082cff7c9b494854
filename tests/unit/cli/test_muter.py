"""`justesse muter` over a library of one rule: exit codes, tables, the file it keeps, survivors read again, bad options."""

import json
from pathlib import Path

import pytest

from justesse.cli.main import main

FILES = {
    "regles/00.regle": """\
vocabulaire : « Prêts ».

fiche lecteur (lecteurs), sujet du dossier :
  - les pages, une durée en heures, au moins 0.

on calcule pour chaque lecteur :
  - la lecture, une durée en heures ;
  - un grand lecteur, oui ou non.

décision :
  - pour chaque lecteur : la lecture, un grand lecteur.
""",
    "regles/01.regle": """\
texte : « Lecture ».

règle temps-de-lecture (source : règlement art. 1) :
  la lecture du lecteur est égale à 2 × pages du lecteur.

règle grand-lecteur (source : règlement art. 2) :
  le lecteur est un grand lecteur
  si la lecture du lecteur est supérieure à 8 heures.
""",
    "recueil/lecture.yaml": """\
thème: La lecture
cas:
  - identifiant: quatre-pages
    titre: Quatre pages
    origine:
      nature: raisonnement
      calcul: "2 × 4"
    dossier:
      lecteur:
        pages: 4
    attendu:
      lecteur:
        lecture: 8
        grand lecteur: non
""",
}
LEFT = "grand-lecteur / nombre / « 8 heures » devient « 9 heures »"
SIGNED = f"""\
équivalents:
  - mutant: "{LEFT}"
    raison: personne ne lit huit pages et demie
    signé par: relecture juridique
    le: 2026-02-01
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def muter(library: Path, *options: str) -> int:
    given = ("--regles", library / "regles", "--recueil", library / "recueil", "--resultats", library / "build" / "m.json")
    return main(["muter", *map(str, given), "--coeurs", "1", *options])


def test_the_tables_the_survivor_and_the_score(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert muter(library) == 1
    out, told = capsys.readouterr()
    assert told == ""
    assert "comparaison : < pour ≤, > pour ≥" in out and "regles/01.regle" in out
    assert f"regles/01.regle:6\n  « la lecture du lecteur est supérieure à 8 heures »\n  - {LEFT}\n" in out
    assert "83 % : 5 mutants tués sur 6 ; 0 mutant écarté par le contrôle des règles" in out


def test_a_lower_goal_is_reached(library: Path) -> None:
    assert muter(library, "--seuil", "80") == 0


def test_a_signed_survivor_counts(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (library / "recueil" / "mutants.yaml").write_text(SIGNED, encoding="utf-8")
    assert muter(library) == 0
    assert "100 % : 5 mutants tués sur 6, 1 signé équivalent" in capsys.readouterr().out


def test_a_signature_that_a_case_belies_is_a_mistake(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    signed = SIGNED.replace("« 9 heures »", "« 7 heures »")
    (library / "recueil" / "mutants.yaml").write_text(signed, encoding="utf-8")
    assert muter(library) == 2
    assert "M0103" in capsys.readouterr().err


def test_the_survivors_are_read_again_without_running(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    muter(library)
    capsys.readouterr()
    (library / "recueil" / "lecture.yaml").unlink()
    assert muter(library, "--survivants") == 0
    out = capsys.readouterr().out
    assert LEFT in out and out.endswith("1 survivant\n")


def test_the_file_kept_says_which_case_noticed(library: Path) -> None:
    muter(library, "--operateur", "comparaison")
    kept = json.loads((library / "build" / "m.json").read_text(encoding="utf-8"))["mutants"]
    assert [(one["sort"], one["cas"], one["ligne"]) for one in kept.values()] == [("tué", "quatre-pages", 6)]


def test_a_sample_is_the_same_for_the_same_seed(library: Path) -> None:
    kept = []
    for _ in range(2):
        muter(library, "--echantillon", "2", "--graine", "7")
        kept.append((library / "build" / "m.json").read_text(encoding="utf-8"))
        (library / "build" / "m.json").unlink()
    assert kept[0] == kept[1] and len(json.loads(kept[0])["mutants"]) == 2


@pytest.mark.parametrize(
    "options",
    [("--echantillon", "0"), ("--coeurs", "deux"), ("--depuis", "hier"), ("--operateur", "humeur"), ("-k", "nulle part")],
)
def test_what_cannot_be_used_is_refused(library: Path, options: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert muter(library, *options) == 2
    out, told = capsys.readouterr()
    assert out == "" and "erreur" in told and "Traceback" not in told


def test_a_broken_result_file_is_as_none(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (library / "build").mkdir()
    (library / "build" / "m.json").write_text('{"mutants": 3}', encoding="utf-8")
    assert muter(library, "--survivants") == 2
    assert "M0105" in capsys.readouterr().err
    assert muter(library) == 1
