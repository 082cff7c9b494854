"""A yes/no expression as atoms: what was observed of each, and which pairs show that an atom alone changes the outcome.

An atom is anything that is not « et », « ou », or the denial of one. An atom that an early stop left unexamined is masked:
it may stand for anything. Unknown and to-be-judged evaluations are no observation. Pure; knows no sentence and no case.
"""

from collections.abc import Iterator

from justesse.evaluation.trace import Step
from justesse.program import core as c
from justesse.values.states import NotApplicable, State

Vector = tuple[bool | None, ...]
"""One truth an atom, in order; None where it was not examined."""


def atoms_of(node: c.Core) -> tuple[c.Core, ...]:
    """The atoms of a condition, in the order they are examined."""
    inner = _denied(node)
    if inner is not None:
        return atoms_of(inner)
    if isinstance(node, c.Logic):
        return tuple(atom for item in node.items for atom in atoms_of(item))
    return (node,)


def _denied(node: c.Core) -> c.Core | None:
    """What a denial denies, when it is made of atoms."""
    if isinstance(node, c.Apply) and node.op == "not" and (isinstance(node.args[0], c.Logic) or _denied(node.args[0])):
        return node.args[0]
    return None


def steps_of_atoms(node: c.Core, step: Step | None) -> Iterator[Step | None]:
    """The step of each atom, None where it was not examined."""
    parts = step.parts if step is not None else ()
    inner = _denied(node)
    if inner is not None:
        yield from steps_of_atoms(inner, _step(parts, 0))
    elif isinstance(node, c.Logic):
        for place, item in enumerate(node.items):
            yield from steps_of_atoms(item, _step(parts, place))
    else:
        yield step


def _step(parts: tuple[object, ...], place: int) -> Step | None:
    found = parts[place] if place < len(parts) else None
    return found if isinstance(found, Step) else None


def truth(value: object) -> bool | None:
    """Yes, no (« sans objet » counts as no), None for what cannot be settled."""
    if isinstance(value, State):
        return False if isinstance(value, NotApplicable) else None
    return value is True


def observed(steps: list[Step | None], outcome: object) -> tuple[Vector, bool] | None:
    """The truth of each atom and the outcome; None when anything could not be settled."""
    result = truth(outcome)
    vector = tuple(truth(step.value) if step is not None else None for step in steps)
    unsettled = any(step is not None and seen is None for step, seen in zip(steps, vector, strict=True))
    return None if result is None or unsettled else (vector, result)


def shows(place: int, one: Vector, other: Vector) -> bool:
    """Whether two observations of different outcomes differ by this atom alone, the others being equal or masked."""
    if one[place] is None or other[place] is None or one[place] is other[place]:
        return False
    return all(a is b or a is None or b is None for at, (a, b) in enumerate(zip(one, other, strict=True)) if at != place)


def outcome_of(node: c.Core, vector: Vector) -> bool | None:
    """Kleene's value of a condition for these truths; None when they do not settle it."""
    return _kleene(node, iter(vector))


def _kleene(node: c.Core, truths: Iterator[bool | None]) -> bool | None:
    inner = _denied(node)
    if inner is not None:
        value = _kleene(inner, truths)
        return None if value is None else not value
    if not isinstance(node, c.Logic):
        return next(truths)
    values = [_kleene(item, truths) for item in node.items]
    deciding = node.kind == "any"
    return deciding if deciding in values else None if None in values else not deciding
