"""What a casebook expects of its coverage: thresholds, and the items that a person explained cannot be covered.

Read from `couverture.yaml` beside the cases. An explanation that no longer explains anything is a mistake.
"""

from collections.abc import Mapping as Mapped
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from justesse.coverage.measure import Measure, Share, Sort, share
from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.near_names import nearest
from justesse.program.load import unreadable, yaml_diagnostic
from justesse.program.schema_check import check_schema
from justesse.text.positioned_yaml import Mapping, Node, Scalar, Sequence, read_yaml
from justesse.text.source import Span, Unreadable, read_source
from justesse.values.calendar import read_day

SORTS: dict[str, Sort] = {"branches": "branch", "mcdc": "atom"}
"""The name of each threshold, and what it counts."""


@dataclass(frozen=True, slots=True)
class Explained:
    """One item explained: the sentence and the item as the report names them, the reason."""

    identifier: str
    item: str
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Goals:
    """Percentages to reach by name, and what is explained."""

    thresholds: tuple[tuple[str, int], ...] = ()
    explained: tuple[Explained, ...] = ()

    def explanations(self) -> dict[tuple[str, str], str]:
        """(sentence, item) → reason."""
        return {(one.identifier, one.item): one.reason for one in self.explained}


def read_goals(path: Path, name: str) -> tuple[Goals, list[Diagnostic]]:
    """The goals of a file; no goal at all when it is not there."""
    if not path.is_file():
        return Goals(), []
    try:
        tree, mistakes = read_yaml(read_source(path, name))
    except Unreadable as error:
        return Goals(), [unreadable(error)]
    if tree is None or mistakes:
        return Goals(), [yaml_diagnostic(one) for one in mistakes]
    problems = check_schema(tree, "couverture")
    if problems or not isinstance(tree, Mapping):
        return Goals(), problems
    return _goals(tree)


def _goals(tree: Mapping) -> tuple[Goals, list[Diagnostic]]:
    wanted, listed = tree.get("seuils"), tree.get("expliqués")
    thresholds = [(one.key.text, int(_text(one.value))) for one in wanted.entries] if isinstance(wanted, Mapping) else []
    nodes = [one for one in listed.items if isinstance(one, Mapping)] if isinstance(listed, Sequence) else []
    problems = [problem for one in nodes for problem in _date(one.get("date"))]
    return Goals(tuple(thresholds), tuple(map(_explained, nodes))), problems


def _explained(node: Mapping) -> Explained:
    identifier, item, reason = (_text(node.get(key)) for key in ("identifiant", "élément", "raison"))
    return Explained(identifier, item, reason, node.span)


def _date(node: Node | None) -> list[Diagnostic]:
    if node is None or read_day(_text(node)) is not None:
        return []
    return [mistake("Y0106", node.span, lu=_text(node), attendu="une date du calendrier, AAAA-MM-JJ")]


def _text(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, Scalar) else ""


def check_explained(goals: Goals, found: Measure) -> list[Diagnostic]:
    """Each explanation must be about something that no case covers."""
    items = {(one.sentence.name, one.text): one for one in found.items}
    diagnostics: list[Diagnostic] = []
    for one in goals.explained:
        item = items.get((one.identifier, one.item))
        if item is None:
            diagnostics.append(mistake("C0132", one.span, nom=one.identifier, element=one.item, proche=_near(one, list(items))))
        elif item.covered:
            diagnostics.append(mistake("C0131", one.span, nom=one.identifier, element=one.item, cas=", ".join(item.cases)))
    return diagnostics


def _near(one: Explained, known: list[tuple[str, str]]) -> str:
    """The nearest item of the sentence, or the nearest sentence."""
    of_sentence = [item for name, item in known if name == one.identifier]
    options = of_sentence or list(dict.fromkeys(name for name, _ in known))
    return nearest(one.item if of_sentence else one.identifier, options) or ", ".join(options[:3])


@dataclass(frozen=True, slots=True)
class Unmet:
    """A threshold that is not reached."""

    name: str
    reached: Share
    wanted: int


def unmet(found: Measure, thresholds: Mapped[str, int]) -> list[Unmet]:
    """The thresholds that are not reached."""
    reached = {name: share(found.items, SORTS[name]) for name in thresholds}
    return [Unmet(name, reached[name], least) for name, least in thresholds.items() if reached[name].percent < Fraction(least)]
