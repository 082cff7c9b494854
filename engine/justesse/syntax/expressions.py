"""The tree of what a sentence is made of: references, expressions, lists, windows, conditions.

As in `nodes`, which holds the statements and hands these names on: what is written, before anyone knows what it means.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from justesse.text.source import Span


def place() -> Span | None:
    """The default of every `span`: none, and left out of comparisons."""
    return field(default=None, compare=False, repr=False)


# --- references -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Segment:
    """One noun of a path: « les 12 dernières paies », « l'arrivée précédente »."""

    article: str | None
    name: str
    rank: Literal["first", "last", "second", "third"] | None = None
    count: int | None = None
    neighbour: Literal[-1, 0, 1] = 0
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Path:
    """« A de B de C », written order; `target` is what follows « pour », `before` what follows « précédant »."""

    segments: tuple[Segment, ...]
    target: "Path | None" = None
    before: "Path | None" = None
    span: Span | None = place()


# --- expressions ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Number:
    """A literal number, its unit as written (« jours », « €/heure ») or None; a percentage is already divided by 100."""

    value: Fraction
    unit: str | None = None
    percent: bool = False
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class DateLiteral:
    """A day number."""

    day: int
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Operation:
    """left op right."""

    op: Literal["+", "-", "*", "/"]
    left: "Expression"
    right: "Expression"
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Share:
    """« 6,2 % de X », « la moitié de X »: factor × of; `words` keeps what was written."""

    factor: Fraction
    words: str
    of: "Expression"
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Bounded:
    """« dans la limite de » (most), « sans pouvoir être inférieur à » (least); `words` keeps which was written."""

    kind: Literal["most", "least"]
    value: "Expression"
    bound: "Expression"
    words: str
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Rounded:
    """« arrondi au centime le plus proche », « tronqué à l'euro »; sources when the rule names one for the rounding."""

    mode: Literal["nearest", "down"]
    step: Fraction
    value: "Expression"
    sources: tuple[str, ...] = ()
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Shifted:
    """« 6 mois après D », « la durée avant D »."""

    amount: "Number | Path"
    direction: Literal[-1, 1]
    point: "Expression"
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class InForce:
    """« P en vigueur au D »: a dated value at an explicit date."""

    path: Path
    point: "Expression"
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Aggregate:
    """« la somme des X dont … dans … »."""

    kind: Literal["sum", "count", "mean", "greatest", "least", "earliest", "latest"]
    listing: "Listing"
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Extremum:
    """« la plus tardive des dates suivantes : … »; a whole definition."""

    kind: Literal["least", "greatest"]
    words: str
    items: tuple["Expression", ...]
    span: Span | None = place()


Expression = Number | DateLiteral | Path | Operation | Share | Bounded | Rounded | Shifted | InForce | Aggregate | Extremum


# --- windows, lists, filters ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class UnitsWindow:
    """« les 3 ans s'achevant ce jour non compris »: count and unit, which side, the point, end excluded or not."""

    count: int
    unit: str
    edge: Literal["preceding", "following", "ending", "starting"]
    point: Expression
    excluded: bool = False
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class SpanWindow:
    """« allant du A au B »; « jusqu'à B » has no start."""

    start: Expression | None
    end: Expression
    excluded: bool = False
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class PeriodWindow:
    """« dans P », a period, a month or a set of days."""

    period: Path
    span: Span | None = place()


Window = UnitsWindow | SpanWindow | PeriodWindow


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with what narrows it."""

    path: Path
    filters: tuple["Criterion", ...] = ()
    window: Window | None = None
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Criterion:
    """« dont X est … » (subject X) or « qui est … » (subject None: the element itself)."""

    subject: Path | None
    test: "Test"
    span: Span | None = place()


# --- conditions -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Compared:
    """« est au moins égal à E »; op among = ≠ < ≤ > ≥ ; `words` keeps the comparator written."""

    op: Literal["=", "≠", "<", "≤", ">", "≥"]
    other: Expression
    words: str


@dataclass(frozen=True, slots=True)
class Within:
    """« est comprise dans les 2 jours précédant D »."""

    window: Window


@dataclass(frozen=True, slots=True)
class BetweenDates:
    """« est comprise entre A et B », both included."""

    start: Expression
    end: Expression


@dataclass(frozen=True, slots=True)
class Among:
    """« est parmi « a », « b » »; one choice when a single one."""

    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IsA:
    """« est un jour de garde », « est le premier prêt du lecteur »: the checker decides by type."""

    listing: Listing


@dataclass(frozen=True, slots=True)
class IsState:
    """« est inconnu », « est à apprécier », « est sans objet »."""

    state: Literal["unknown", "judge", "nothing"]


@dataclass(frozen=True, slots=True)
class HasVerb:
    """A declared verb, affirmative form."""

    verb: str


@dataclass(frozen=True, slots=True)
class Relates:
    """« couvre X », « chevauche X »."""

    relation: Literal["covers", "overlaps"]
    other: Expression


Predicate = Compared | Within | BetweenDates | Among | IsA | IsState | HasVerb | Relates


@dataclass(frozen=True, slots=True)
class Test:
    """A predicate and whether it is denied."""

    predicate: Predicate
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Holds:
    """subject + test."""

    subject: Expression
    test: Test
    span: Span | None = place()


@dataclass(frozen=True, slots=True)
class Exists:
    """« il existe un X dont … », « il n'existe aucun X … »."""

    listing: Listing
    negated: bool = False
    span: Span | None = place()


Atom = Holds | Exists


@dataclass(frozen=True, slots=True)
class Condition:
    """One level: a single atom, or all / any of several."""

    kind: Literal["all", "any"]
    atoms: tuple[Atom, ...]
    span: Span | None = place()
