"""Casebook files to cases: theme, identifier, origin, the case itself, what is expected.

Reads and checks the shape; running is `run.py`.
"""

from dataclasses import dataclass
from pathlib import Path

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.program.load import unreadable, yaml_diagnostic
from justesse.program.schema_check import check_schema
from justesse.text.positioned_yaml import Mapping, Node, Scalar, Sequence, read_yaml
from justesse.text.source import Span, Unreadable, read_source

COVERAGE = "couverture.yaml"
"""What is expected of the coverage."""
SIGNATURES = "mutants.yaml"
"""The mutants said to change nothing (`mutation/signatures.py`)."""
NOT_CASES = frozenset({COVERAGE, SIGNATURES})
"""What stands beside the cases and holds none."""
TO_FILL = "à compléter"


@dataclass(frozen=True, slots=True, eq=False)
class CaseEntry:
    """One case: `dossier` and `expected` stay trees, typed when the program is known.

    `to_confirm`: what is expected was written by the program, and nobody has found it in the law yet.
    """

    identifier: str
    title: str
    theme: str
    origin: Mapping
    dossier: Node
    expected: Mapping
    readings: tuple[tuple[str, str], ...]
    span: Span
    to_confirm: bool = False

    def articles(self) -> tuple[str, ...]:
        """The articles its origin cites."""
        listed = self.origin.get("articles")
        return tuple(one.text for one in listed.items if isinstance(one, Scalar)) if isinstance(listed, Sequence) else ()


def read_casebook(folder: Path) -> tuple[list[CaseEntry], list[Diagnostic]]:
    """Every case of a folder (or of one file), in the order of files, and what is wrong with them."""
    paths = [folder] if folder.is_file() else sorted(path for path in folder.rglob("*.yaml") if path.name not in NOT_CASES)
    cases: list[CaseEntry] = []
    diagnostics: list[Diagnostic] = []
    if not paths:
        diagnostics.append(mistake("C0101", None, chemin=folder))
    base = folder.parent if folder.is_file() else folder
    for path in paths:
        found, mistakes = read_case_file(path, str(path.relative_to(base)))
        cases.extend(found)
        diagnostics.extend(mistakes)
    return cases, diagnostics + _repeated(cases)


def read_case_file(path: Path, name: str) -> tuple[list[CaseEntry], list[Diagnostic]]:
    """The cases of one file."""
    try:
        source = read_source(path, name)
    except Unreadable as error:
        return [], [unreadable(error)]
    tree, mistakes = read_yaml(source)
    if tree is None or mistakes:
        return [], [yaml_diagnostic(one) for one in mistakes]
    problems = check_schema(tree, "casebook")
    if problems or not isinstance(tree, Mapping):
        return [], problems
    listed = tree.get("cas")
    assert isinstance(listed, Sequence)
    theme = _text(tree, "thème")
    cases = [_entry(one, theme) for one in listed.items if isinstance(one, Mapping)]
    return cases, [one for case in cases for one in _unfilled(case)]


def _entry(node: Mapping, theme: str) -> CaseEntry:
    origin, dossier, expected, readings = (node.get(key) for key in ("origine", "dossier", "attendu", "lectures"))
    assert isinstance(origin, Mapping) and dossier is not None and isinstance(expected, Mapping)
    chosen = (
        tuple((one.key.text, one.value.text) for one in readings.entries if isinstance(one.value, Scalar))
        if isinstance(readings, Mapping)
        else ()
    )
    identifier = node.get("identifiant")
    assert isinstance(identifier, Scalar)
    to_confirm = _text(node, "à confirmer") == "oui"
    title = _text(node, "titre")
    return CaseEntry(identifier.text, title, theme, origin, dossier, expected, chosen, identifier.span, to_confirm)


def _text(node: Mapping, key: str) -> str:
    found = node.get(key)
    return found.text if isinstance(found, Scalar) else ""


def _unfilled(case: CaseEntry) -> list[Diagnostic]:
    """An origin left to fill, at its first place."""
    left = [one.value.span for one in case.origin.entries if isinstance(one.value, Scalar) and one.value.text == TO_FILL]
    return [mistake("C0121", left[0], nom=case.identifier)] if left else []


def _repeated(cases: list[CaseEntry]) -> list[Diagnostic]:
    seen: dict[str, CaseEntry] = {}
    found: list[Diagnostic] = []
    for case in cases:
        if case.identifier in seen:
            found.append(mistake("C0102", case.span, seen[case.identifier].span, nom=case.identifier))
        seen.setdefault(case.identifier, case)
    return found
