"""Names that a file of data gives, against what the decision shows: one check, one message, for every such file."""

from collections.abc import Iterable

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.near_names import meant
from justesse.program.types import Type, is_amount
from justesse.text.positioned_yaml import Node, Scalar

Lines = dict[str, Type]
"""The lines of a view of the decision, and their types."""


def amounts(lines: Lines) -> list[str]:
    """The lines counted in money."""
    return [name for name, kind in lines.items() if is_amount(kind)]


def misnamed(node: Node | None, known: Iterable[str], expected: str) -> Diagnostic | None:
    """What is wrong with a name that is not among those known; None when it is one of them."""
    assert isinstance(node, Scalar)
    options = list(known)
    if node.text in options:
        return None
    return mistake("P0106", node.span, nom=node.text, attendu=expected, proche=meant(node.text, options))


def read_name(node: Node | None, known: Iterable[str], expected: str, problems: list[Diagnostic]) -> str:
    """A name as written; one that is not among those known is added to the problems."""
    problem = misnamed(node, known, expected)
    if problem is not None:
        problems.append(problem)
    assert isinstance(node, Scalar)
    return node.text
