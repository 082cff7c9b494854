"""What people found of the differences: for a family or for one dossier, who is right, why, since when.

A verdict is a person's; nothing here gives one. One that answers to no difference is told, so that a file does not outlive what
it was about.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.near_names import nearest
from justesse.program.schema_check import check_schema, written_day
from justesse.shadow.found import DIFFERENT, Apart, Confrontation
from justesse.text.positioned_yaml import Mapping, Node, Scalar, Sequence
from justesse.text.source import Span
from justesse.text.yaml_writing import Plain

THEIR_MISTAKE, OUR_MISTAKE, READING, FACTS, OPEN = "leur erreur", "notre erreur", "lecture", "faits différents", "à examiner"
_KEYS = ("famille", "dossier", "verdict", "raison", "source")
FOUND = (THEIR_MISTAKE, OUR_MISTAKE, READING, FACTS)
"""What a person may find; « à examiner » is what is left."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of a family, or of a dossier."""

    family: str
    dossier: str
    found: str
    reason: str
    source: str
    span: Span


def read_verdicts(tree: Node) -> tuple[list[Verdict], list[Diagnostic]]:
    """The verdicts of a file, or every mistake in it."""
    problems = check_schema(tree, "verdicts")
    listed = tree.get("verdicts") if isinstance(tree, Mapping) else None
    if problems or not isinstance(listed, Sequence):
        return [], problems
    nodes = [one for one in listed.items if isinstance(one, Mapping)]
    verdicts = [_verdict(one, problems) for one in nodes]
    seen: dict[tuple[str, str], Verdict] = {}
    for one in verdicts:
        if seen.setdefault((one.family, one.dossier), one) is not one:
            problems.append(mistake("L0128", one.span, seen[one.family, one.dossier].span, nom=one.dossier or one.family))
    return verdicts, problems


def _verdict(node: Mapping, problems: list[Diagnostic]) -> Verdict:
    family, dossier, found, reason, source = (
        one.text if isinstance(one := node.get(key), Scalar) else ""
        for key in ("famille", "dossier", "verdict", "raison", "source")
    )
    if bool(family) == bool(dossier):
        problems.append(mistake("L0129", node.span))
    if found != OPEN:
        if not reason.strip():
            problems.append(mistake("Y0103", node.span, cle="raison"))
        written_day(node, "le", problems)
    return Verdict(family, dossier, found, reason, source, node.span)


@dataclass(slots=True)
class Judged:
    """The dossiers that differ, by what was found of them."""

    of: dict[str, str]
    """Dossier → what was found."""
    families: dict[str, Verdict]
    counts: Counter[str]
    open_gap: int
    """The gaps of those without a verdict, one and all, whatever their side: millionths."""


def judged(found: Confrontation, verdicts: Iterable[Verdict]) -> tuple[Judged, list[Diagnostic]]:
    """Each dossier that differs with its verdict, its own before that of its family; verdicts that answer to nothing."""
    some = list(verdicts)
    families = {one.family: one for one in some if one.family}
    alone = {one.dossier: one for one in some if one.dossier}
    differing = [one for one in found.apart if one.state == DIFFERENT]
    of = {one.name: _of(one, families, alone) for one in differing}
    open_gap = sum(abs(one.gap) for one in differing if of[one.name] == OPEN)
    known = {one.family for one in differing}
    told = [
        mistake(
            "L0130", one.span, nom=one.family or one.dossier, proche=nearest(one.family or one.dossier, known or of) or "aucun"
        )
        for one in some
        if (one.family not in known if one.family else one.dossier not in of)
    ]
    return Judged(of, families, Counter(of.values()), open_gap), told


def _of(one: Apart, families: dict[str, Verdict], alone: dict[str, Verdict]) -> str:
    held = alone.get(one.name) or families.get(one.family)
    return held.found if held is not None else OPEN


def draft(found: Confrontation, held: Judged, told: dict[str, str]) -> dict[str, Plain]:
    """A file of verdicts to fill, for the families that have none; `told`: what may begin the reason of each."""
    waiting = [name for name in found.families if name not in held.families]
    return {
        "verdicts": [
            {"famille": name, "verdict": OPEN, "raison": told.get(name, ""), "source": "", "par": "", "le": ""}
            for name in waiting
        ]
    }
