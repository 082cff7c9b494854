"""The examples of the documentation are compiled: fenced `regle` blocks over the vocabulary of the page beside them."""

import re
from pathlib import Path

import pytest

from justesse.program.load import compile_program
from justesse.text.source import Source, normalise

DOCS = Path(__file__).parents[3] / "docs"
_FENCE = re.compile(r"^```(regle|vocabulaire)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LANGUAGE = "reference/langage.md"
# An example defines a few names of the vocabulary, and reads a few: the others have no rule, or no reader, and that is all.
_ONLY_A_PART = {"R0703", "R0704"}
_TITLE = "texte : « Exemple ».\n\n"
_SERIES = """\
paramètre: {name}
unité: €/jour
connu jusqu'au: 2030-12-31
vérifié le: 2026-01-01
valeurs:
  - à compter du: 2000-01-01
    valeur: 0,50
    source: règlement, art. 19
"""


def _blocks(page: str, kind: str) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return [found[2] for found in _FENCE.finditer(text) if found[1] == kind]


def _sources(rules: str) -> list[Source]:
    vocabulary = _blocks("reference/vocabulaire.md", "vocabulaire")[0]
    series = [
        Source(f"rules/parametres/{number}.yaml", _SERIES.format(name=name))
        for number, name in enumerate(("tarif journalier", "tarif de référence"))
    ]
    return [Source("rules/00.regle", normalise(vocabulary)), Source("rules/01.regle", normalise(_TITLE + rules)), *series]


def _mistakes(rules: str) -> list[str]:
    _, diagnostics = compile_program(_sources(rules))
    return [f"{one.code} {one.details}" for one in diagnostics if one.code not in _ONLY_A_PART]


@pytest.mark.parametrize("number", range(len(_blocks(LANGUAGE, "regle"))))
def test_an_example_of_the_language_page_compiles(number: int) -> None:
    assert _mistakes(_blocks(LANGUAGE, "regle")[number]) == []


def test_rules_are_shown_as_rules_only_on_the_page_whose_examples_run() -> None:
    pages = [path.relative_to(DOCS).as_posix() for path in sorted(DOCS.rglob("*.md"))]
    assert [page for page in pages if _blocks(page, "regle")] == [LANGUAGE]


def test_a_broken_example_would_be_noticed() -> None:
    broken = "règle delai-du-pret (source : règlement, art. 1) :\n  pour tout prêt, le délais du prêt est de 21 jours.\n"
    assert _mistakes(broken) != []


def test_rules_quoted_elsewhere_are_in_the_shipped_rules() -> None:
    """Outside the language page, a quoted sentence (`text` block opening with a rule or an exception) is a real one."""
    shipped = _flat("".join(path.read_text(encoding="utf-8") for path in sorted((DOCS.parent / "rules").rglob("*.regle"))))
    quoted = re.compile(r"^```text\n((?:règle|exception) .*?)^```$", re.MULTILINE | re.DOTALL)
    invented = {"tutoriel/premiere_regle.md": 1}  # the imaginary reform that the reader writes
    for path in sorted(DOCS.rglob("*.md")):
        name = path.relative_to(DOCS).as_posix()
        missing = [block for block in quoted.findall(path.read_text(encoding="utf-8")) if _flat(block) not in shipped]
        assert len(missing) == invented.get(name, 0), (name, missing)


def _flat(text: str) -> str:
    return " ".join(normalise(text).split())
