"""A parameter on a date: at each edge of its values, of what is known, and day by day; the three compiled ways and by hand."""

from fractions import Fraction
from pathlib import Path

import pytest
from tests.compiled.shown import differences
from tests.compiled.small import program_of, root_of
from tests.compiled.ways import by_machine

from justesse.compiled.native import By
from justesse.compiled.single import Left, Single
from justesse.evaluation.decide import decide_once
from justesse.program.program import Program

VOCABULARY = """
vocabulaire : « Essai ».

fiche lecteur (lecteurs), sujet du dossier :
  - le début, une date ;
  - la fin, une date, facultative ;
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début, pour information.

fiche prêt (prêts), période :
  - le début (débuts), une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période.

paramètres :
  - le tarif mensuel, un nombre, selon la date demandée ;
  - le tarif quelconque, un nombre, selon la date demandée ;
  - le tarif durable, un nombre, selon la date demandée ;
  - le tarif unique, un nombre, selon la date demandée.

on calcule pour chaque lecteur :
  - le mensuel, un nombre ;
  - le quelconque, un nombre ;
  - le durable, un nombre ;
  - l'unique, un nombre ;
  - le final, un nombre.

on calcule pour chaque jour de prêt :
  - le prix, un nombre.

décision :
  - pour chaque lecteur : le mensuel, le quelconque, le durable, l'unique, le final ;
  - pour chaque jour de prêt : le prix.
"""
RULES = (
    "texte : « Essai ».\n"
    + "".join(
        f"""
règle le-{name} (source : essai) :
  pour tout lecteur, le {name} du lecteur est égal à tarif {name} en vigueur au début du lecteur.
"""
        for name in ("mensuel", "quelconque", "durable")
    )
    + """
règle l-unique (source : essai) :
  pour tout lecteur, l'unique du lecteur est égal à tarif unique en vigueur au début du lecteur × 2.

règle le-final (source : essai) :
  pour tout lecteur, le final du lecteur est égal à tarif mensuel en vigueur à la fin du lecteur.

règle le-prix (source : essai) :
  pour chaque jour du prêt, le prix du jour est égal à tarif mensuel en vigueur ce jour + tarif unique en vigueur ce jour.
"""
)
UNTIL = "connu jusqu'au: 2024-06-20\n"
PARAMETERS = {
    "mensuel": (UNTIL, {"2024-01-01": "1", "2024-02-01": "2,5", "2024-05-01": "3"}),
    "quelconque": (UNTIL, {"2023-01-01": "4", "2024-02-15": "5"}),
    "durable": ("", {"2023-01-01": "6", "2024-02-01": "7"}),
    "unique": (UNTIL, {"2023-06-01": "8"}),
}
EXPECTED = {
    "2024-01-01": (1, 4, 6, 16),
    "2024-01-31": (1, 4, 6, 16),
    "2024-02-01": (Fraction(5, 2), 4, 7, 16),
    "2024-02-14": (Fraction(5, 2), 4, 7, 16),
    "2024-02-15": (Fraction(5, 2), 5, 7, 16),
    "2024-04-30": (Fraction(5, 2), 5, 7, 16),
    "2024-05-01": (3, 5, 7, 16),
    "2024-06-20": (3, 5, 7, 16),
}
"""By hand: the first day of a reader → its values."""
ENDS = {"2024-01-31": 1, "2024-05-01": 3, "": None}
OUTSIDE = ("1900-01-01", "2023-12-31", "2024-06-21", "2024-07-01", "2150-01-01")
"""Before the first value of one of them, or after what is known of another: no calculation is right, all ways leave it."""


@pytest.fixture
def program(tmp_path: Path) -> Program:
    folder = tmp_path / "parametres"
    folder.mkdir()
    for name, (known, values) in PARAMETERS.items():
        text = f"paramètre: tarif {name}\nunité: nombre\ndescription: Essai.\nselon: la date demandée\n"
        text += f"vérifié le: 2024-06-01\n{known}valeurs:\n"
        text += "".join(f"  - à compter du: {day}\n    valeur: {value}\n    source: essai\n" for day, value in values.items())
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return program_of(VOCABULARY, RULES, tmp_path)


def reader(start: str, end: str = "", loan: tuple[str, str] = ("2024-01-30", "2024-02-02")) -> str:
    said = f"lecteur:\n  début: {start}\n" + (f"  fin: {end}\n" if end else "")
    return said + f"prêts:\n  - début: {loan[0]}\n    fin: {loan[1]}\n"


DECIDED = [(reader(start, end), (*values, final)) for start, values in EXPECTED.items() for end, final in ENDS.items()]
LEFT = [
    *(reader(day) for day in OUTSIDE),
    reader("2024-01-01", "2023-12-31"),
    reader("2024-01-01", "2024-06-21"),
    reader("2024-01-01", loan=("2024-06-19", "2024-06-21")),
    reader("2024-01-01", loan=("2023-12-31", "2024-01-01")),
]


def test_evaluation_says_what_the_hand_says(program: Program) -> None:
    for text, expected in DECIDED:
        decision = decide_once(program, root_of(program, text))
        assert not decision.refusals
        first = next(part for part in decision.parts if part.lines)
        said = tuple(line.value if isinstance(line.value, (int, Fraction)) else None for line in first.lines)
        assert said == expected, text
        assert [line.value for run in decision.runs for _ in range(run.first, run.last + 1) for line in run.lines] == [
            9,
            9,
            Fraction(21, 2),
            Fraction(21, 2),
        ]


def test_generated_python_says_it_too_and_leaves_what_is_not_known(program: Program) -> None:
    for single in (Single(program), Single(program, every=True)):
        for text, _ in DECIDED:
            root = root_of(program, text)
            values = single.values(root)
            assert not isinstance(values, Left), text
            assert list(differences(program, decide_once(program, root), values)) == [], text
        for text in LEFT:
            assert isinstance(single.values(root_of(program, text)), Left), text


@pytest.mark.parametrize("by", By)
def test_machine_code_says_it_too_and_leaves_what_is_not_known(by: By, program: Program, tmp_path: Path,
                                                               monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    single, roots = Single(program), [root_of(program, text) for text in (*(text for text, _ in DECIDED), *LEFT)]
    for place, (root, values) in enumerate(zip(roots, by_machine(program, single, by, roots), strict=True)):
        if place >= len(DECIDED):
            assert isinstance(values, Left), LEFT[place - len(DECIDED)]
        else:
            assert not isinstance(values, Left) and list(differences(program, decide_once(program, root), values)) == []
