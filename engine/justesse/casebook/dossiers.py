"""Cases without what is expected of them: those of a casebook, or plain case files, so that many can be decided alike.

Reads; decides nothing.
"""

from dataclasses import dataclass
from pathlib import Path

from justesse.casebook.cases import NOT_CASES, read_case_file
from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.program.load import unreadable, yaml_diagnostic
from justesse.text.positioned_yaml import Mapping, Node, Scalar, read_yaml
from justesse.text.source import Unreadable, read_source


@dataclass(frozen=True, slots=True, eq=False)
class Dossier:
    """A case to decide: `tree` is typed when the program is known."""

    name: str
    title: str
    tree: Node
    readings: tuple[tuple[str, str], ...] = ()


def read_dossiers(path: Path) -> tuple[list[Dossier], list[Diagnostic]]:
    """Every case of a folder or of one file, casebook files and case files alike, and what cannot be read."""
    paths = [path] if not path.is_dir() else sorted(one for one in path.rglob("*.yaml") if one.name not in NOT_CASES)
    if not paths:
        return [], [mistake("C0101", None, chemin=path)]
    dossiers: list[Dossier] = []
    diagnostics: list[Diagnostic] = []
    base = path if path.is_dir() else path.parent
    for one in paths:
        found, mistakes = _of_file(one, one.relative_to(base).as_posix())
        dossiers.extend(found)
        diagnostics.extend(mistakes)
    return dossiers, diagnostics


def read_tree(path: Path, name: str | None = None) -> tuple[Node | None, list[Diagnostic]]:
    """The tree of one file, or None with its mistakes."""
    try:
        source = read_source(path, name)
    except Unreadable as error:
        return None, [unreadable(error)]
    tree, mistakes = read_yaml(source)
    return (None if mistakes else tree), [yaml_diagnostic(one) for one in mistakes]


def _of_file(path: Path, name: str) -> tuple[list[Dossier], list[Diagnostic]]:
    tree, mistakes = read_tree(path, name)
    if tree is None:
        return [], mistakes
    if isinstance(tree, Mapping) and tree.get("cas") is not None:
        cases, problems = read_case_file(path, name)
        return [Dossier(one.identifier, one.title, one.dossier, one.readings) for one in cases], problems
    title = tree.get("dossier") if isinstance(tree, Mapping) else None
    return [Dossier(name, title.text if isinstance(title, Scalar) else "", tree)], []
