"""What is bounded when facts are missing, and which paper settles a rule that says « inconnu »: the file « manques ».

Checked against the decision, the papers and the sentences: a name they do not have is a mistake. It bounds nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from justesse.diagnostics.diagnostic import Diagnostic
from justesse.program.schema_check import check_schema
from justesse.program.shown_names import Lines, amounts, misnamed, read_name
from justesse.program.types import Choice
from justesse.text.positioned_yaml import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Pending:
    """A value of a line of days that pays nothing as long as a paper is not there."""

    line: str
    value: str
    paper: str


@dataclass(frozen=True, slots=True)
class BoundsPlan:
    """The line of each day and that of the total; rule that says « inconnu » → the paper that settles it; days that wait."""

    day: str
    total: str
    settles: dict[str, str] = field(default_factory=dict)
    pending: tuple[Pending, ...] = ()

    def waiting(self, shown: Iterable[tuple[str, object]]) -> tuple[Pending, ...]:
        """The papers that may still change days which show these values, by line."""
        said = {(line, value) for line, value in shown if isinstance(value, str)}
        return tuple(one for one in self.pending if (one.line, one.value) in said)


def read_bounds_plan(
    tree: Node, days: Lines, paid: Lines, totals: Lines, papers: list[str], unknown: list[str]
) -> tuple[BoundsPlan | None, list[Diagnostic]]:
    """The plan of a file « manques », or None with every name that is not known.

    `paid` and `totals`: the lines of days and of the subject of the case that are never negative, as the least that is
    safe to pay supposes; `unknown`: the rules that say « inconnu ».
    """
    problems = check_schema(tree, "manques")
    if problems or not isinstance(tree, Mapping):
        return None, problems
    asked = [
        (tree.get("jour"), amounts(paid), "un montant « au moins 0 » que la décision montre de chaque jour"),
        (tree.get("total"), amounts(totals), "un total « au moins 0 » de la décision"),
    ]
    for one in _listed(tree, "règles"):
        asked += [(one.get("règle"), unknown, "une règle qui dit « inconnu »"), (one.get("pièce"), papers, "une pièce")]
    problems = [problem for node, known, expected in asked if (problem := misnamed(node, known, expected))]
    day, total, *pairs = [node.text for node, _, _ in asked if isinstance(node, Scalar)]
    pending = tuple(_pending(one, days, papers, problems) for one in _listed(tree, "en attente"))
    return None if problems else BoundsPlan(day, total, dict(zip(pairs[::2], pairs[1::2], strict=True)), pending), problems


def _pending(one: Mapping, days: Lines, papers: list[str], problems: list[Diagnostic]) -> Pending:
    choices = [name for name, kind in days.items() if isinstance(kind, Choice)]
    line = read_name(one.get("ligne"), choices, "un choix que la décision montre de chaque jour", problems)
    kind = days.get(line)
    options = kind.options if isinstance(kind, Choice) else ()
    value = read_name(one.get("valeur"), options, f"une valeur de « {line} »", problems)
    return Pending(line, value, read_name(one.get("pièce"), papers, "une pièce", problems))


def _listed(tree: Mapping, key: str) -> list[Mapping]:
    listed = tree.get(key)
    return [one for one in listed.items if isinstance(one, Mapping)] if isinstance(listed, Sequence) else []
