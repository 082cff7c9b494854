"""What a comparison with another system finds, as data: dossiers by state, differences, families. Compares nothing."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

SAME, DIFFERENT = "identiques", "différents"
UNDECIDED, OURS_ALONE, THEIRS_ALONE = "non décidés par nous", "absents chez eux", "absents chez nous"
STATES = (SAME, DIFFERENT, UNDECIDED, OURS_ALONE, THEIRS_ALONE)
REJECTED = "rejetés"
"""Instead of the type of case of a dossier that we rejected: it is with the reason, in the rejects."""
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """The line whose gaps are added up: of the dossier, or of the days of a view."""

    name: str
    view: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """A line of a dossier that differs, from a day to a day when it is of its days; values as they are written."""

    line: str
    first: date | None
    last: date | None
    ours: str
    theirs: str
    gap: int | None
    """Theirs less ours, in millionths: a day, or in all when there is no day. None: words."""
    way: str
    """How it differs, in words that other dossiers share."""

    @property
    def days(self) -> int:
        """How many days; none for a line of the dossier."""
        return (self.last - self.first).days + 1 if self.first and self.last else 0


@dataclass(frozen=True, slots=True)
class Apart:
    """A dossier that is not the same on both sides."""

    name: str
    kind: str
    state: str
    family: str = ""
    differences: tuple[Difference, ...] = ()
    gap: int = 0
    """On the line measured, theirs less ours in all: millionths."""
    size: int = 0
    """The same, day after day whatever the side: what differs one way does not hide what differs the other."""


@dataclass(slots=True)
class Confrontation:
    """Everything found: the dossiers of each state, by type of case; those not the same; the sums of the line measured."""

    line: Line
    states: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    apart: list[Apart] = field(default_factory=list)
    ours: int = 0
    theirs: int = 0
    """What each gives to the dossiers compared, in millionths."""
    nothing: int = 0
    """Of the dossiers that they do not have, those to which ours gives nothing on the line measured."""

    @property
    def dossiers(self) -> int:
        """All of both sides."""
        return self.states.total()

    @property
    def families(self) -> dict[str, list[Apart]]:
        """The dossiers that differ, the largest family first."""
        found: dict[str, list[Apart]] = defaultdict(list)
        for one in self.apart:
            if one.state == DIFFERENT:
                found[one.family].append(one)
        return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def way_of(ours: int, theirs: int) -> str:
    """How their number differs from ours."""
    if theirs == 0:
        return "rien chez eux"
    if ours == 0:
        return "rien chez nous"
    return "plus chez eux" if theirs > ours else "moins chez eux"


def differing(name: str, kind: str, differences: tuple[Difference, ...], line: Line) -> Apart:
    """A dossier that both decide otherwise."""
    gaps = [one.gap * max(one.days, 1) for one in differences if one.line == line.name and one.gap is not None]
    return Apart(name, kind, DIFFERENT, family_of(differences), differences, sum(gaps), sum(map(abs, gaps)))


def family_of(differences: Iterable[Difference]) -> str:
    """What a dossier is counted under: how its days differ, else how its totals do."""
    some = list(differences)
    by_day = [one for one in some if one.first is not None]
    return " + ".join(sorted({one.way for one in by_day or some}))


def written(value: int) -> str:
    """Millionths as a number: « 34.09 », at least two decimals."""
    whole, rest = divmod(abs(value), MILLION)
    return f"{'-' if value < 0 else ''}{whole}.{f'{rest:06d}'.rstrip('0').ljust(2, '0')}"
