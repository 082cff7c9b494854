"""Mutants that a reader signed as changing nothing: read, checked, and held against what the run found.

A signature names a mutant by its stable words. One that names none, or one that a case kills, is a mistake of the file.
"""

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.mutation.hunt import Result
from justesse.program.load import unreadable, yaml_diagnostic
from justesse.program.schema_check import check_schema
from justesse.text.positioned_yaml import Mapping, Scalar, Sequence, read_yaml
from justesse.text.source import Span, Unreadable, read_source


@dataclass(frozen=True, slots=True)
class Signature:
    """« Equivalent », by whom (a role) and why."""

    mutant: str
    reason: str
    role: str
    span: Span


def read_signatures(path: Path) -> tuple[list[Signature], list[Diagnostic]]:
    """The signatures of a file; none when there is no file."""
    if not path.exists():
        return [], []
    try:
        source = read_source(path)
    except Unreadable as error:
        return [], [unreadable(error)]
    tree, mistakes = read_yaml(source)
    if tree is None or mistakes:
        return [], [yaml_diagnostic(one) for one in mistakes]
    problems = check_schema(tree, "mutants")
    listed = tree.get("équivalents") if isinstance(tree, Mapping) else None
    if problems or not isinstance(listed, Sequence):
        return [], problems
    signatures = [_signature(one) for one in listed.items if isinstance(one, Mapping)]
    return signatures, _repeated(signatures)


def _signature(node: Mapping) -> Signature:
    mutant, reason, role = (node.get(key) for key in ("mutant", "raison", "signé par"))
    assert isinstance(mutant, Scalar) and isinstance(reason, Scalar) and isinstance(role, Scalar)
    return Signature(mutant.text, reason.text, role.text, mutant.span)


def _repeated(signatures: list[Signature]) -> list[Diagnostic]:
    seen: dict[str, Signature] = {}
    found = [
        mistake("M0104", one.span, seen[one.mutant].span, nom=one.mutant)
        for one in signatures
        if seen.setdefault(one.mutant, one) is not one
    ]
    return found


def unfounded(signatures: Collection[Signature], names: Collection[str], results: Collection[Result]) -> list[Diagnostic]:
    """Signatures of mutants that do not exist, or that the run just saw killed or refused by the check of the rules."""
    fates = {one.name: one for one in results}
    found = []
    for one in signatures:
        if one.mutant not in names:
            alike = sorted(name for name in names if name.split(" / ")[0] == one.mutant.split(" / ")[0])
            near = "".join(f"« {name} »" for name in get_close_matches(one.mutant, alike, 1, 0)) or "aucun"
            found.append(mistake("M0102", one.span, nom=one.mutant, proche=near))
        elif one.mutant in fates and fates[one.mutant].fate != "survivant":
            killer = fates[one.mutant].killer or "le contrôle des règles"
            found.append(mistake("M0103", one.span, nom=one.mutant, cas=killer))
    return found
