"""The tree of a rule file: what is written, before anyone knows what the names mean.

Two trees are equal when they say the same thing: places are left out of comparisons. No node holds a type or a value
computed from elsewhere.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from justesse.text.source import Span


def _place() -> Span | None:
    return field(default=None, compare=False, repr=False)  # type: ignore[no-any-return]


# --- references -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Segment:
    """One noun of a path: « les 12 dernières paies », « l'arrivée précédente »."""

    article: str | None
    name: str
    rank: Literal["first", "last", "second", "third"] | None = None
    count: int | None = None
    neighbour: Literal[-1, 0, 1] = 0
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Path:
    """« A de B de C », written order; `target` is what follows « pour », `before` what follows « précédant »."""

    segments: tuple[Segment, ...]
    target: "Path | None" = None
    before: "Path | None" = None
    span: Span | None = _place()


# --- expressions ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Number:
    """A literal number, its unit as written (« jours », « €/heure ») or None; a percentage is already divided by 100."""

    value: Fraction
    unit: str | None = None
    percent: bool = False
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class DateLiteral:
    """A day number."""

    day: int
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Operation:
    """left op right."""

    op: Literal["+", "-", "*", "/"]
    left: "Expression"
    right: "Expression"
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Share:
    """« 6,2 % de X », « la moitié de X »: factor × of; `words` keeps what was written."""

    factor: Fraction
    words: str
    of: "Expression"
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Bounded:
    """« dans la limite de » (most), « sans pouvoir être inférieur à » (least); `words` keeps which was written."""

    kind: Literal["most", "least"]
    value: "Expression"
    bound: "Expression"
    words: str
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Rounded:
    """« arrondi au centime le plus proche », « tronqué à l'euro »; sources when the rule names one for the rounding."""

    mode: Literal["nearest", "down"]
    step: Fraction
    value: "Expression"
    sources: tuple[str, ...] = ()
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Shifted:
    """« 6 mois après D », « la durée avant D »."""

    amount: "Number | Path"
    direction: Literal[-1, 1]
    point: "Expression"
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class InForce:
    """« P en vigueur au D »: a dated value at an explicit date."""

    path: Path
    point: "Expression"
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Aggregate:
    """« la somme des X dont … dans … »."""

    kind: Literal["sum", "count", "mean", "greatest", "least", "earliest", "latest"]
    listing: "Listing"
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Extremum:
    """« la plus tardive des dates suivantes : … »; a whole definition."""

    kind: Literal["least", "greatest"]
    words: str
    items: tuple["Expression", ...]
    span: Span | None = _place()


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
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class SpanWindow:
    """« allant du A au B »; « jusqu'à B » has no start."""

    start: Expression | None
    end: Expression
    excluded: bool = False
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class PeriodWindow:
    """« dans P », a period, a month or a set of days."""

    period: Path
    span: Span | None = _place()


Window = UnitsWindow | SpanWindow | PeriodWindow


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with what narrows it."""

    path: Path
    filters: tuple["Criterion", ...] = ()
    window: Window | None = None
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Criterion:
    """« dont X est … » (subject X) or « qui est … » (subject None: the element itself)."""

    subject: Path | None
    test: "Test"
    span: Span | None = _place()


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
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Exists:
    """« il existe un X dont … », « il n'existe aucun X … »."""

    listing: Listing
    negated: bool = False
    span: Span | None = _place()


Atom = Holds | Exists


@dataclass(frozen=True, slots=True)
class Condition:
    """One level: a single atom, or all / any of several; `bullets` when written as a list."""

    kind: Literal["all", "any"]
    atoms: tuple[Atom, ...]
    bullets: bool = False
    span: Span | None = _place()


# --- sentences and statements ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Define:
    """« Q est égal à E » / « Q est de 3 jours » (short)."""

    target: Path
    value: Expression
    short: bool = False


@dataclass(frozen=True, slots=True)
class DefineChoice:
    """« Q est « a » »."""

    target: Path
    choice: str


@dataclass(frozen=True, slots=True)
class DefineState:
    """« Q est à apprécier »."""

    target: Path
    state: Literal["unknown", "judge", "nothing"]


@dataclass(frozen=True, slots=True)
class Designate:
    """« S est un N » (predicate) or « Q est le dernier X dont … » (record, list or days): the checker decides."""

    target: Path
    listing: Listing | UnitsWindow
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Affirm:
    """« S <verbe déclaré> »."""

    target: Path
    verb: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Supply:
    """« à défaut de X, on retient E »."""

    target: Path
    value: Expression


@dataclass(frozen=True, slots=True)
class Lift:
    """« l'exception visée ne s'applique pas »."""


Definition = Define | DefineChoice | DefineState | Designate | Affirm | Supply | Lift


@dataclass(frozen=True, slots=True)
class Sentence:
    """Subjects it speaks of, what it defines, when."""

    context: tuple[Path, ...]
    definition: Definition
    condition: Condition | None = None
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Clock:
    """One dated validity: by which date, from, to (both inclusive, None when open)."""

    date: Path
    start: int | None
    end: int | None
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Header:
    """What every statement of law says before its colon. `reading` is (reading, interpretation)."""

    identifier: str
    sources: tuple[str, ...]
    clocks: tuple[Clock, ...] = ()
    reading: tuple[str, str] | None = None
    priorities: tuple[str, ...] = ()
    priority_sources: tuple[str, ...] = ()
    missing_day: Literal["dernier", "suivant"] | None = None
    judge: str | None = None
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Message:
    """« se lit » (positive) or « sinon se lit »; text between the guillemets, `{…}` kept."""

    positive: bool
    text: str
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Title:
    """What the file is about."""

    text: str
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Rule:
    """A base rule."""

    header: Header
    sentence: Sentence
    messages: tuple[Message, ...] = ()
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class ExceptionRule:
    """An exception, with the identifiers it is an exception to."""

    header: Header
    targets: tuple[str, ...]
    sentence: Sentence
    messages: tuple[Message, ...] = ()
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: choices, a lowest number, or neither (any other case); what it defines."""

    choices: tuple[str, ...]
    lowest: Number | None
    cells: tuple[Define | DefineChoice, ...]
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Table:
    """A rule by cases of one key."""

    header: Header
    context: tuple[Path, ...]
    key: Path
    rows: tuple[Row, ...]
    messages: tuple[Message, ...] = ()
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A choice the text leaves: the statement, then its fields in order (« lecture retenue », « autre lecture », …)."""

    header: Header
    statement: str
    fields: tuple[tuple[str, str], ...]
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning, or what is out of scope; the text shown, when."""

    kind: Literal["warning", "out-of-scope"]
    header: Header
    context: tuple[Path, ...]
    text: str
    condition: Condition | None
    span: Span | None = _place()


Statement = Title | Rule | ExceptionRule | Table | Interpretation | Notice


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A whole file, with its comments (offset of what they precede, text) for the formatter."""

    statements: tuple[Statement, ...]
    comments: tuple[tuple[int, str], ...] = field(default=(), compare=False)
