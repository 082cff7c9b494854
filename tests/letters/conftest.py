"""Letters of the shipped rules over cases of every theme of the casebook, one in a few files, and over a case refused."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from justesse.casebook.cases import NOT_CASES, read_case_file
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.explanation.letter.message import Letter
from justesse.explanation.letter.outline import letter_of, short_letter
from justesse.explanation.letter.page import Sheet, letter_page
from justesse.explanation.letter.wording import Wording
from justesse.explanation.picture.outline import picture_of
from justesse.program.load import load_program
from justesse.program.program import Program
from justesse.text.positioned_yaml import Node, read_yaml
from justesse.text.source import Source, read_source
from justesse.values.calendar import read_day

ROOT = Path(__file__).parents[2]
RULES = ROOT / "rules"
EXAMPLE = ROOT / "docs" / "exemples" / "trois_employeurs.yaml"
ONE_IN = 8
ALWAYS = (
    "hors_perimetre/motifs.yaml", "parcours/histoires_completes.yaml", "destinataire/maintien_du_salaire.yaml",
    "ouverture_des_droits/paie_manquante.yaml", "ouverture_des_droits/activite_discontinue.yaml",
    "ouverture_des_droits/salaires_de_six_mois.yaml", "destinataire/maintien_incertain_ou_a_temps_partiel.yaml",
    "destinataire/subrogations_qui_se_relaient.yaml", "montant/retenues_par_jour.yaml",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sent:
    """A case, its decision, its letter."""

    name: str
    decision: Decision
    letter: Letter
    short: Letter


@pytest.fixture(scope="session")
def program() -> Program:
    loaded, diagnostics = load_program(RULES)
    assert loaded is not None, diagnostics
    return loaded


def day(text: str) -> int:
    found = read_day(text)
    assert found is not None
    return found


def sent(program: Program, name: str, dossier: Node, readings: dict[str, str] | None = None) -> Sent:
    case, diagnostics = read_case(dossier, program.declarations)
    assert case is not None and program.letter is not None, diagnostics
    decision = decide(program, case.root, readings)
    letter = letter_of(decision, program.letter, name, day("2026-03-02"))
    return Sent(name, decision, letter, short_letter(letter, program.letter))


@pytest.fixture(scope="session")
def example(program: Program) -> Sent:
    tree, _ = read_yaml(read_source(EXAMPLE))
    assert tree is not None
    return sent(program, "dossier", tree)


@pytest.fixture(scope="session")
def letters(program: Program, example: Sent) -> list[Sent]:
    """The example, a case refused (its texts are too old), a case or more of each file looked at."""
    files = sorted(path for path in (ROOT / "casebook").rglob("*.yaml") if path.name not in NOT_CASES)
    wanted = [*files[::ONE_IN], *(ROOT / "casebook" / name for name in ALWAYS)]
    made = [example, sent(program, "refus", _refused())]
    for path in dict.fromkeys(wanted):
        cases, diagnostics = read_case_file(path, path.name)
        assert not diagnostics
        kept = cases if path.relative_to(ROOT / "casebook").as_posix() in ALWAYS else cases[:1]
        made.extend(
            sent(program, "dossier", one.dossier, dict(one.readings)) for one in kept if "erreur" not in _keys(one.expected)
        )
    return made


def _keys(node: object) -> set[str]:
    return {one.key.text for one in node.entries}  # type: ignore[attr-defined]


def _refused() -> Node:
    text = EXAMPLE.read_text(encoding="utf-8").replace("2025-", "2013-").replace("2024-09 à", "2012-09 à")
    tree, _ = read_yaml(Source("refus", text))
    assert tree is not None
    return tree


@pytest.fixture(scope="session")
def wordings(program: Program) -> dict[str, Wording]:
    return {language: Wording(language, text) for language, text in program.letter_words.items()}


@pytest.fixture(scope="session")
def sheet() -> Sheet:
    return Sheet(*((RULES / "courrier" / f"courrier.{kind}").read_text(encoding="utf-8") for kind in ("html", "css")))


Pager = Callable[..., str]


@pytest.fixture(scope="session")
def page(wordings: dict[str, Wording], sheet: Sheet) -> Pager:
    """The page of a case; `aid` a language beside, `short` the version easy to read."""

    def made(one: Sent, aid: str = "", short: bool = False, printed: bool = False) -> str:
        beside = wordings[aid] if aid else None
        if short:
            return letter_page(one.short, wordings["falc"], beside, sheet, None, printed)
        return letter_page(one.letter, wordings["fr"], beside, sheet, picture_of(one.decision, one.name), printed)

    return made
