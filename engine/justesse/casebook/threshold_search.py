"""A figure of a case brought just below, exactly at, and just above a threshold of the rules.

The distance to the threshold is measured by computing both sides; a step of one in the figure tells how far to go. What is not
reached exactly is not proposed as reached.
"""

from collections.abc import Iterator
from fractions import Fraction

from justesse.casebook.variants import Fields, figures, raised
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import subjects
from justesse.evaluation.evaluator import Evaluator
from justesse.evaluation.refusal import Refusal
from justesse.program.boundaries import Threshold
from justesse.program.program import Program
from justesse.text.plain_tree import node_of

Cases = tuple[tuple[str, Fields], ...]
_TARGETS = ((Fraction(-1), "un de moins que le seuil"), (Fraction(0), "au seuil"), (Fraction(1), "un de plus que le seuil"))
_CENTS = 100


def around(program: Program, tree: Fields, threshold: Threshold) -> Iterator[tuple[tuple[str, str], Cases]]:
    """For each figure that moves the threshold's distance, the cases reached: at least two of the three."""
    for figure in figures(tree, program.declarations):
        found = [(words, _reached(program, tree, threshold, figure, target)) for target, words in _TARGETS]
        cases = tuple((f"{figure[1].capitalize()} : {words}", case) for words, case in found if case is not None)
        if len(cases) > 1:
            yield figure, cases


def distance(program: Program, tree: Fields, threshold: Threshold) -> Fraction | None:
    """Left less right, for the first subject where both are numbers."""
    return next(iter(distances(program, tree, [threshold])), (threshold, None))[1]


def distances(program: Program, tree: Fields, among: list[Threshold]) -> list[tuple[Threshold, Fraction]]:
    """The thresholds that have a distance in this case; only what they need is computed."""
    case, _ = read_case(node_of(tree), program.declarations)
    if case is None:
        return []
    evaluator = Evaluator(program, case.root)
    measured = [(one, _distance(evaluator, one)) for one in among]
    return [(one, found) for one, found in measured if found is not None]


def _distance(evaluator: Evaluator, threshold: Threshold) -> Fraction | None:
    sides = threshold.left, threshold.right
    try:
        for record in subjects(evaluator, threshold.subjects[0].name):
            left, right = (evaluator.run(side, (evaluator.root, record)).value for side in sides)
            if isinstance(left, Fraction) and isinstance(right, Fraction):
                return left - right
    except Refusal:
        return None
    return None


def _reached(program: Program, tree: Fields, threshold: Threshold, figure: tuple[str, str], target: Fraction) -> Fields | None:
    """The case at a distance: the figure raised alike everywhere, to the cent, then what is left put in one record."""
    nearly = _step(program, tree, threshold, figure, target, None)
    if nearly is None or distance(program, nearly, threshold) == target:
        return nearly
    for number in range(_records(nearly, figure[0])):
        exact = _step(program, nearly, threshold, figure, target, number)
        if exact is not None and distance(program, exact, threshold) == target:
            return exact
    return None


def _step(
    program: Program, tree: Fields, threshold: Threshold, figure: tuple[str, str], target: Fraction, only: int | None
) -> Fields | None:
    """One secant step, rounded down to the cent."""
    start = distance(program, tree, threshold)
    further = raised(tree, program.declarations, figure, Fraction(1), only)
    after = distance(program, further, threshold) if further is not None else None
    if start is None or after is None or after == start:
        return None
    by = (target - start) / (after - start)
    return raised(tree, program.declarations, figure, Fraction((by * _CENTS).__floor__(), _CENTS), only)


def _records(tree: Fields, listed: str) -> int:
    records = tree.get(listed)
    return len(records) if isinstance(records, list) else 1
