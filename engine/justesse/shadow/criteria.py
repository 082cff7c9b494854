"""Whether a comparison is good enough, by criteria written before it: each a measure and its limit, met or not.

A share is a share of all the dossiers of both sides: what was not decided is not the same. Sets no limit.
"""

from dataclasses import dataclass
from fractions import Fraction

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.program.schema_check import check_schema, written_day
from justesse.shadow.found import MILLION, STATES, Confrontation
from justesse.shadow.verdicts import OPEN, Judged
from justesse.text.digest import sha256_of
from justesse.text.positioned_yaml import Mapping, Node, Sequence
from justesse.values.numbers import read_decimal

WITHOUT, OPEN_GAP = "sans verdict", "écart sans verdict"
_LIMITS = ("au moins", "au plus")


@dataclass(frozen=True, slots=True)
class Criterion:
    """« Sans verdict : au plus 0 ». `unit`: « % » a share of all dossiers, « € » a sum, empty a number of dossiers."""

    measure: str
    least: bool
    limit: Fraction
    unit: str
    written: str


@dataclass(frozen=True, slots=True)
class Criteria:
    """All of them, when and by whom they were set, and a hash of what was set."""

    day: str
    by: str
    criteria: tuple[Criterion, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A criterion, what was measured in its unit, whether it is met."""

    criterion: Criterion
    value: Fraction
    met: bool


def read_criteria(tree: Node) -> tuple[Criteria | None, list[Diagnostic]]:
    """The criteria of a file, or every mistake in it."""
    problems = check_schema(tree, "criteres")
    if problems or not isinstance(tree, Mapping):
        return None, problems
    written_day(tree, "fixés le", problems)
    listed = tree.get("critères")
    assert isinstance(listed, Sequence)
    criteria = [_criterion(one, problems) for one in listed.items if isinstance(one, Mapping)]
    known = tuple(one for one in criteria if one is not None)
    said = "\n".join(f"{one.measure}\0{one.least}\0{one.written}" for one in known)
    hashed = sha256_of(f"{tree.text_of('fixés le')}\n{tree.text_of('par')}\n{said}")
    return (None if problems else Criteria(tree.text_of("fixés le"), tree.text_of("par"), known, hashed[:16])), problems


def _criterion(node: Mapping, problems: list[Diagnostic]) -> Criterion | None:
    measure, given = node.text_of("mesure"), [key for key in _LIMITS if node.get(key) is not None]
    if len(given) != 1:
        problems.append(mistake("L0131", node.span, nom=measure))
        return None
    written = node.text_of(given[0])
    unit = written[-1] if written[-1] in "%€" else ""
    if (unit == "€") != (measure == OPEN_GAP):
        problems.append(mistake("L0132", node.span, nom=measure, lu=written))
        return None
    limit = read_decimal(written.rstrip("%€").replace(" ", ""))
    if limit is None:
        problems.append(mistake("Y0106", node.span, lu=written, attendu="un nombre d'au plus dix-huit chiffres"))
        return None
    return Criterion(measure, given[0] == "au moins", limit, unit, written)


def measured(criteria: Criteria, found: Confrontation, held: Judged) -> list[Measured]:
    """Each criterion beside what was found."""
    return [_measured(one, found, held) for one in criteria.criteria]


def _measured(one: Criterion, found: Confrontation, held: Judged) -> Measured:
    value = _value(one, found, held)
    return Measured(one, value, value >= one.limit if one.least else value <= one.limit)


def _value(one: Criterion, found: Confrontation, held: Judged) -> Fraction:
    if one.measure == OPEN_GAP:
        return Fraction(held.open_gap, MILLION)
    count = found.states[one.measure] if one.measure in STATES else held.counts[OPEN if one.measure == WITHOUT else one.measure]
    return Fraction(100 * count, found.dossiers) if one.unit == "%" and found.dossiers else Fraction(count)
