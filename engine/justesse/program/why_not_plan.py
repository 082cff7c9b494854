"""Which day is refused, which total is gained, and the facts never proposed as different: the file « pourquoi pas ».

Checked against the decision and the declared facts: a name they do not have is a mistake. It searches for nothing.
"""

from dataclasses import dataclass

from justesse.diagnostics.diagnostic import Diagnostic
from justesse.program.schema_check import check_schema
from justesse.program.shown_names import Lines, amounts, misnamed
from justesse.text.positioned_yaml import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class WhyNotPlan:
    """The amount of each day, the total, the keys of the facts that nobody should be told to look at."""

    day: str
    total: str
    never: frozenset[str]


def read_why_not_plan(tree: Node, days: Lines, totals: Lines, facts: list[str]) -> tuple[WhyNotPlan | None, list[Diagnostic]]:
    """The plan of a file « pourquoi pas », or None with every name that is not known."""
    problems = check_schema(tree, "pourquoi_pas")
    if problems or not isinstance(tree, Mapping):
        return None, problems
    listed = tree.get("jamais")
    asked = [
        (tree.get("jour"), amounts(days), "un montant que la décision montre de chaque jour"),
        (tree.get("total"), amounts(totals), "un total de la décision"),
        *((one, facts, "un fait, suivi de sa fiche") for one in (listed.items if isinstance(listed, Sequence) else ())),
    ]
    problems = [problem for node, known, expected in asked if (problem := misnamed(node, known, expected))]
    day, total, *never = [node.text for node, _, _ in asked if isinstance(node, Scalar)]
    return None if problems else WhyNotPlan(day, total, frozenset(never)), problems
