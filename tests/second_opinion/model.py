"""What is computed of a dossier: stops, chains of stops, days. The other modules fill it in, in the order of `law.py`."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from tests.second_opinion.figures import DAY, ZERO, months_later
from tests.second_opinion.papers import Facts, Papers

PAID = "indemnisé"
TO_JUDGE = "à apprécier"
MISSING = "inconnu"


@dataclass
class Stop:
    """A prescription of incapacity, and what its allowances come to."""

    facts: Facts
    sending: str = "aucun"
    halved: set[date] = field(default_factory=set)
    gross: Fraction = ZERO
    csg: Fraction = ZERO
    crds: Fraction = ZERO

    @property
    def first(self) -> date:
        day: date = self.facts["début"]
        return day

    @property
    def last(self) -> date:
        day: date = self.facts["fin"]
        return day

    @property
    def prescribed(self) -> date:
        day: date = self.facts.get("date de prescription", self.first)
        return day

    @property
    def partly_worked(self) -> bool:
        return bool(self.facts.get("débute par un jour en partie travaillé", False))

    @property
    def unfit_from(self) -> date:
        return self.first + DAY if self.partly_worked else self.first

    @property
    def illness(self) -> str | None:
        name: str | None = self.facts.get("affection de longue durée")
        return name

    @property
    def motive(self) -> str:
        return str(self.facts.get("motif", "maladie"))

    @property
    def part_time(self) -> bool:
        return bool(self.facts.get("à temps partiel", False))


@dataclass
class Examination:
    """What the tests of R. 313-3 and R. 313-7 look at on a day; hours are None when some are not known."""

    earned_of_six: Fraction
    threshold_of_six: Fraction
    hours_of_months: Fraction | None
    hours_of_days: Fraction | None
    earned_of_twelve: Fraction
    threshold_of_twelve: Fraction
    hours_of_twelve: Fraction | None
    hours_of_year: Fraction | None


@dataclass
class Chain:
    """Stops that prolong each other."""

    stops: list[Stop]
    examination: Examination | None = None
    examination_beyond: Examination | None = None
    ground: str | None = "aucun"
    entitled: bool | None = False
    beyond: bool | None = False
    on_leave_until: date | None = None
    waiting: int = 3
    coefficient: Fraction = ZERO
    cap: Fraction = ZERO
    maximum: Fraction = ZERO
    base: Fraction | None = ZERO

    @property
    def first(self) -> date:
        return self.stops[0].first

    @property
    def last(self) -> date:
        return self.stops[-1].last

    @property
    def reference(self) -> date:
        """The day of the interruption of work."""
        return self.stops[0].unfit_from

    @property
    def seventh_month(self) -> date:
        return months_later(self.reference, 6)

    @property
    def allowance(self) -> Fraction | None:
        """The whole allowance, exact."""
        return None if self.base is None else min(self.base / 2, self.maximum)


@dataclass
class Day:
    """One day of a chain; the payee is None when it cannot be known, even if some employer it is (`to_employers`)."""

    status: str
    amount: Fraction = ZERO
    payee: str | None = ""
    to_employers: bool = False


@dataclass
class Result:
    """What a dossier gives."""

    papers: Papers
    chains: list[Chain] = field(default_factory=list)
    days: dict[date, Day] = field(default_factory=dict)
    assimilated: dict[date, int] = field(default_factory=dict)
    past: dict[date, set[str]] = field(default_factory=dict)
    counted: list[date] = field(default_factory=list)
    paid_sickness: list[date] = field(default_factory=list)
    last_within: date | None = None
    out_of_scope: list[str] = field(default_factory=list)
    open: list[tuple[Chain, str]] = field(default_factory=list)

    @property
    def stops(self) -> list[Stop]:
        return [stop for chain in self.chains for stop in chain.stops]

    def paid_to(self, *payees: str) -> Fraction | None:
        """The gross due to some payees; not known when the payee of a paid day, who may be one of them, is not."""
        paid = [one for one in self.days.values() if one.status == PAID]
        if any(one.payee is None and ("employeurs" in payees or not one.to_employers) for one in paid):
            return None
        return sum((one.amount for one in paid if one.payee in payees), ZERO)

    @property
    def totals(self) -> dict[str, Fraction | None]:
        gross = sum((stop.gross for stop in self.stops), ZERO)
        csg = sum((stop.csg for stop in self.stops), ZERO)
        crds = sum((stop.crds for stop in self.stops), ZERO)
        return {
            "total brut": gross,
            "total de la CSG": csg,
            "total de la CRDS": crds,
            "total net": gross - csg - crds,
            "total brut dû à l'assuré": self.paid_to("assuré"),
            "total brut dû aux employeurs": self.paid_to("employeur", "employeurs"),
        }
