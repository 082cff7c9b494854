"""What people found of the differences: for a family or for one dossier, who is right, why, since when.

A verdict is a person's; nothing here gives one. One that answers to no difference is told, so that a file does not outlive what
it was about.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from justesse.diagnostics.diagnostic import Diagnostic, caution, mistake
from justesse.diagnostics.near_names import meant
from justesse.program.schema_check import check_schema, written_day
from justesse.shadow.found import DIFFERENT, Apart, Confrontation
from justesse.text.positioned_yaml import Mapping, Node, Sequence
from justesse.text.source import Span
from justesse.text.yaml_writing import Plain

THEIR_MISTAKE, OUR_MISTAKE, READING, FACTS, OPEN = "leur erreur", "notre erreur", "lecture", "faits différents", "à examiner"
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
    for one in (one for one in verdicts if one.family or one.dossier):
        if seen.setdefault((one.family, one.dossier), one) is not one:
            problems.append(mistake("L0128", one.span, seen[one.family, one.dossier].span, nom=one.dossier or one.family))
    return verdicts, problems


def _verdict(node: Mapping, problems: list[Diagnostic]) -> Verdict:
    family, dossier, found, reason, source = (node.text_of(key) for key in ("famille", "dossier", "verdict", "raison", "source"))
    made = Verdict(family, dossier, found, reason, source, node.span)
    if bool(made.family) == bool(made.dossier):
        problems.append(mistake("L0129", node.span))
    if made.found != OPEN:
        problems += [mistake("Y0103", node.span, cle=key) for key in ("raison", "par") if not node.text_of(key).strip()]
        written_day(node, "le", problems)
    return made


@dataclass(slots=True)
class Judged:
    """The dossiers that differ, by what was found of them."""

    of: dict[str, str]
    """Dossier → what was found."""
    families: dict[str, Verdict]
    by_family: dict[str, Counter[str]]
    """Family → how many of its dossiers have each verdict."""
    counts: Counter[str]
    open_gap: int
    """The gaps of those without a verdict, day after day, whatever their side: millionths."""


def judged(found: Confrontation, verdicts: Iterable[Verdict]) -> tuple[Judged, list[Diagnostic]]:
    """Each dossier that differs with its verdict, its own before that of its family; verdicts that answer to nothing."""
    some = list(verdicts)
    families = {one.family: one for one in some if one.family}
    alone = {one.dossier: one for one in some if one.dossier}
    differing = [one for one in found.apart if one.state == DIFFERENT]
    of = {one.name: _of(one, families, alone) for one in differing}
    by_family: dict[str, Counter[str]] = {}
    for one in differing:
        by_family.setdefault(one.family, Counter())[of[one.name]] += 1
    open_gap = sum(one.size for one in differing if of[one.name] == OPEN)
    told = [
        caution("L0130", one.span, nom=one.family or one.dossier, proche=meant(one.family or one.dossier, known))
        for one in some
        for known in ([*by_family] if one.family else [*of],)
        if (one.family or one.dossier) not in known
    ]
    return Judged(of, families, by_family, Counter(of.values()), open_gap), told


def _of(one: Apart, families: dict[str, Verdict], alone: dict[str, Verdict]) -> str:
    held = alone.get(one.name) or families.get(one.family)
    return held.found if held is not None else OPEN


def draft(held: Judged, told: dict[str, str]) -> dict[str, Plain]:
    """A file of verdicts to fill, for the families where some dossier has none; `told`: what may begin the reason of each."""
    waiting = [name for name, counts in held.by_family.items() if counts[OPEN] and name not in held.families]
    return {
        "verdicts": [
            {"famille": one, "verdict": OPEN, "raison": told.get(one, ""), "source": "", "par": "", "le": ""} for one in waiting
        ]
    }
