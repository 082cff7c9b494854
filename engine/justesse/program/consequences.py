"""Mistakes that only follow from another: what « does not exist » because the text that says it was itself refused.

They come back by themselves if they are still true once the first is mended. Finds no mistake.
"""

import re

from justesse.diagnostics.diagnostic import Diagnostic
from justesse.text.source import Source

_NAMED = frozenset({"R0501", "R0505"})
"""No interpretation, no rule of this name."""
_RULES, _VALUES = frozenset({"R0704"}), frozenset({"R0407"})
"""No rule defines a quantity; no file gives the values of a parameter."""


def first_mistakes(diagnostics: list[Diagnostic], sources: list[Source]) -> list[Diagnostic]:
    """Those that do not merely follow from the others."""
    absences = _NAMED | _RULES | _VALUES
    firm = [one for one in diagnostics if one.severity == "erreur" and one.code not in absences]
    wrong = {one.span.source.name.rpartition(".")[2] for one in firm if one.span is not None}
    written = _written(sources) if "regle" in wrong else set[str]()
    return [one for one in diagnostics if not _follows(one, wrong, written)]


def _follows(one: Diagnostic, wrong: set[str], written: set[str]) -> bool:
    if one.code in _NAMED:
        return dict(one.details)["nom"] in written
    return (one.code in _RULES and "regle" in wrong) or (one.code in _VALUES and "yaml" in wrong)


def _written(sources: list[Source]) -> set[str]:
    """Every identifier that begins a sentence, understood or not."""
    header = re.compile(r"^\s*[^\W\d_]+\s+([a-z][a-z0-9]*(?:-[a-z0-9]+)+)", re.MULTILINE)
    return {name for one in sources if one.name.endswith(".regle") for name in header.findall(one.text)}
