"""Twice as much to read takes about twice the work: what is slow is slow because it is long, not because of how it is read.

Work is counted in calls, which no load of the machine changes; seconds are for `run.py`. Fields are read by the pure parser,
whose calls can be counted. What happens inside one call of a library (an expression searched, a text copied) is not seen.
"""

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

import pytest
from tests.hostile.seeds import ROOT
from tests.second_opinion.compare import shipped_program

from justesse.evaluation.case import read_case
from justesse.program.build import build_program
from justesse.text import positioned_yaml
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source, normalise, read_source

WORLD = ROOT / "tests" / "language" / "monde"
_RULE = "règle x{0} (source : CSS art. L. 321-1) :\n  pour tout arrêt, la fin retenue de l'arrêt est égale à {1}.\n\n"
FEW = 500
"""Calls that do not depend on the length: the same mistake told of another place."""

CASES: dict[str, Callable[[int], str]] = {
    "jobs": lambda n: "emplois:\n" + "".join(f"  - nom: E{one}\n    début: 2019-01-01\n" for one in range(n)),
    "jobs of one name": lambda n: "emplois:\n" + "  - nom: A\n    début: 2019-01-01\n" * n,
    "equal pays": lambda n: "paies:\n" + "  - emploi: A\n    mois: 2025-01\n    salaire brut: 1\n    heures: 1\n" * n,
    "links that lead nowhere": lambda n: (
        "emplois:\n" + "".join(f"  - nom: E{one}\n    début: 2019-01-01\n" for one in range(n))
        + "paies:\n" + "".join(f"  - emploi: F{one}\n    mois: 2025-01\n    salaire brut: 1\n    heures: 1\n" for one in range(n))
    ),
    "months of a link": lambda n: "emplois:\n  - nom: A\n    début: 2019-01-01\npaies:\n" + (
        "  - emploi: A\n    mois: 2020-01 à 2024-12\n    salaire brut: 1\n    heures: 1\n" * (n // 20)
    ),
    "stops": lambda n: "arrêts:\n" + "  - début: 2025-01-01\n    fin: 2025-01-02\n    case cochée: initial\n" * n,
    "keys": lambda n: "".join(f"k{one}: 1\n" for one in range(n)),
    "a field again": lambda n: "emplois:\n  - nom: A\n" + "    début: 2019-01-01\n" * n,
    "papers": lambda n: "assuré:\n  date de naissance:\n" + "    - valeur: 1980-01-01\n      pièce: p\n" * n,
    "a list in a list": lambda n: "emplois: " + "[" * n + "]" * n + "\n",
    "quotes": lambda n: "dossier: '" + "''" * n + "'\n",
}
RULES: dict[str, Callable[[int], str]] = {
    "rules": lambda n: "".join(_RULE.format(one, "la fin de l'arrêt") for one in range(n)),
    "equal identifiers": lambda n: _RULE.format("", "la fin de l'arrêt") * n,
    "one long sentence": lambda n: _RULE.format(1, "la fin de l'arrêt précédent " * n),
    "parentheses": lambda n: _RULE.format(1, "(" * n + "1" + ")" * n),
    "full stops": lambda n: "." * n,
    "openings": lambda n: "«" * n,
    "brackets": lambda n: "[" * n + "]" * n,
    "apostrophes": lambda n: "l'" * n,
    "numbers": lambda n: "1 " * n,
    "dashes": lambda n: " - " * n,
    "unknown words": lambda n: "".join(f"mot{one} " for one in range(n)),
}


def work(done: Callable[[], object]) -> int:
    """How many functions are called, Python's own among them."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        done()
    finally:
        sys.setprofile(None)
    return calls


def read(text: str) -> None:
    tree, _ = read_yaml(Source("dossier.yaml", text))
    if tree is not None:
        read_case(tree, shipped_program().declarations)


def build(text: str) -> None:
    shared = [read_source(path, path.name) for path in sorted(WORLD.iterdir())]
    build_program([*shared, Source("essai.regle", normalise(f"texte : « essai ».\n\n{text}"))], lambda _: None)


@pytest.mark.parametrize("name", CASES)
def test_a_case_twice_as_long_is_read_in_twice_the_work(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(positioned_yaml, "alike", lambda _: False)
    grows_as_its_length(read, CASES[name], 400)


@pytest.mark.parametrize("name", RULES)
def test_rules_twice_as_long_are_read_in_twice_the_work(name: str) -> None:
    grows_as_its_length(build, RULES[name], 150)


def grows_as_its_length(received: Callable[[str], None], text: Callable[[int], str], size: int) -> None:
    received(text(1))  # what is kept after a first time
    none, once, twice = (work(partial(received, text(length))) for length in (0, size, 2 * size))
    assert twice - none <= 2.5 * max(0, once - none) + FEW
