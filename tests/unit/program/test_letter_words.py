"""The plan of letters names lines that the decision shows; every language says every message with the same values."""

import shutil
from pathlib import Path

import pytest

from justesse.program.letter_words import message_name, needed_messages
from justesse.program.load import load_program

SHIPPED = Path(__file__).parents[3] / "rules"


def mistakes(folder: Path, name: str, before: str, after: str) -> list[tuple[str, dict[str, str]]]:
    """What is told of the shipped rules with one text of one file changed."""
    rules = folder / "rules"
    shutil.copytree(SHIPPED, rules)
    path = rules / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    program, found = load_program(rules, fresh=True)
    assert program is None or not found
    return [(one.code, dict(one.details)) for one in found if one.severity == "erreur"]


def test_names_of_messages() -> None:
    assert message_name("statut", "séjour à l'étranger") == "statut-sejour-a-l-etranger"
    assert message_name("colonne", "total de la CSG") == "colonne-total-de-la-csg"


def test_every_value_of_the_vocabulary_has_its_messages() -> None:
    program, _ = load_program(SHIPPED)
    assert program is not None and program.letter is not None
    names = [one.name for one in needed_messages(program.letter)]
    assert len(names) == len(set(names))
    for option in program.letter.days.options:
        assert {message_name("statut", option), message_name("raison", option)} <= set(names)
    assert set(program.letter_words) == {"fr", "falc", "en", "pt-PT", "es", "ar"}


@pytest.mark.parametrize(
    ("name", "before", "after", "code", "told"),
    [
        ("courrier.yaml", "versé: total net", "versé: total nett", "P0106", "total nett"),
        ("courrier.yaml", "payé: indemnisé", "payé: indemnise", "P0106", "indemnise"),
        ("courrier.yaml", "    - indemnité entière", "    - date de référence", "P0106", "date de référence"),
        ("courrier.yaml", "compté: salaire retenu", "compté: salaire retenue", "P0106", "salaire retenue"),
        ("courrier.yaml", "compté: salaire retenu", "compté: revenu", "P0106", "revenu"),
        ("courrier.yaml", "  - essai-encadre", "  - essai-encadree", "P0106", "essai-encadree"),
        ("courrier.yaml", "  - essai-encadre", "  - livre-rare", "P0106", "livre-rare"),
        ("courrier.yaml", "gagné: revenu mensuel", "gagné: revenu rétabli", "P0106", "revenu rétabli"),
        ("courrier.yaml", "recours:", "recour:", "Y0102", "recour"),
        ("courrier.yaml", "CSS art. R. 142-6", "CSS art. R. 142-66", "R0707", "CSS art. R. 142-66"),
        ("courrier/es.ftl", "raison-carence", "raison-carencia", "P0107", "raison-carence"),
        ("courrier/falc.ftl", "quand-rien =", "quand-nul =", "P0107", "quand-rien"),
        ("courrier/en.ftl", "{ $montant } in total", "much in total", "P0108", "total-personne"),
        ("courrier/fr.ftl", "{ $montant } en tout", "{ $total } en tout", "P0108", "total-personne"),
        ("courrier/falc.ftl", "Vous recevez { $montant }", "Vous recevez { $somme }", "P0108", "total-personne"),
    ],
)
def test_a_mistake_in_the_letters_is_one_of_the_rules(
    tmp_path: Path, name: str, before: str, after: str, code: str, told: str
) -> None:
    assert (code, told) in [
        (found, value) for found, details in mistakes(tmp_path, name, before, after) for value in details.values()
    ]


def test_a_value_added_to_the_vocabulary_asks_for_its_words(tmp_path: Path) -> None:
    found = mistakes(tmp_path, "maladie/vocabulaire/jours.regle", "« indemnisé » ou", "« indemnisé » ou « à revoir » ou")
    missing = {(details["nom"], details["fichier"]) for code, details in found if code == "P0107"}
    assert {name for name, _ in missing} == {"statut-a-revoir", "raison-a-revoir"}
    assert len({file for _, file in missing}) == 6
