"""What is shown of a comparison with another system, and its words, whatever shows it. Counts nothing, lays out nothing."""

import re
from dataclasses import dataclass, field
from math import ceil, floor

from justesse.explanation.wording import period_text
from justesse.pages.figures import FIXED, counted, euros, number
from justesse.shadow.bounded import Bounded
from justesse.shadow.causes import Cause, Departure
from justesse.shadow.criteria import Criteria, Measured
from justesse.shadow.found import MILLION, OURS_ALONE, SAME, Confrontation, Difference
from justesse.shadow.verdicts import Judged, Verdict

_NUMBER = re.compile(r"-?[0-9]+\.[0-9]+")


@dataclass(slots=True)
class Report:
    """Everything that is shown."""

    ours: str
    theirs: str
    found: Confrontation
    judged: Judged
    causes: dict[str, list[Cause]] = field(default_factory=dict)
    criteria: Criteria | None = None
    measured: list[Measured] = field(default_factory=list)
    bounded: Bounded = field(default_factory=Bounded)
    apart: list[str] = field(default_factory=list)
    """Their columns that are not compared."""

    @property
    def passed(self) -> bool:
        """Whether every criterion is met; without criteria, whether all the dossiers are the same, and there are some."""
        if self.criteria is not None:
            return all(one.met for one in self.measured)
        return self.found.states[SAME] == self.found.dossiers > 0


def conclusion(report: Report) -> str:
    """One sentence: whether the criteria are met; without criteria, whether all is the same."""
    whole, same = report.found.dossiers, report.found.states[SAME]
    if report.criteria is None and report.passed:
        return "Tous les dossiers sont identiques."
    if report.criteria is None:
        return f"{number(whole - same)} sur {counted(whole, 'dossier')} ne sont pas identiques ; aucun critère n'est fixé."
    missed, whole = sum(not one.met for one in report.measured), len(report.measured)
    if not missed:
        return f"Critères fixés le {report.criteria.day} : tous remplis ({whole})."
    said = "ne sont pas remplis" if missed > 1 else "n'est pas rempli"
    return f"Critères fixés le {report.criteria.day} : {missed} sur {whole} {said}."


def share(part: int, whole: int) -> str:
    """« 12,3 % »: never « 100,0 % » of what is not all, nor « 0,0 % » of what is not nothing."""
    tenths = (2000 * part + whole) // (2 * whole) if whole else 0
    tenths = min(max(tenths, int(part > 0)), 1000 - int(part < whole))
    return f"{tenths // 10},{tenths % 10}{FIXED}%" if whole else "–"


def absent_words(found: Confrontation) -> str:
    """Of the dossiers that they do not have, those that are owed nothing; nothing said when there is none."""
    if not found.nothing:
        return ""
    return f"Absents chez eux : {number(found.nothing)} sur {number(found.states[OURS_ALONE])} à qui nous ne donnons rien."


def bounds_words(held: Bounded) -> str:
    """How their decisions stand to our bounds, for dossiers that ours leave open; nothing when none was looked at."""
    if not held.tried:
        return ""
    outside = f" (par exemple {held.outside[0]})" if held.outside else ""
    return (
        f"Non décidés par nous, {held.tried} regardés : leur décision est dans nos bornes pour {len(held.inside)},"
        f" en dehors pour {len(held.outside)}{outside} ; sans bornes, {len(held.without)} (rejetés, hors périmètre)."
    )


def family_verdict(held: Judged, family: str) -> str:
    """What was found of a family: its verdict, with why; how many dossiers of each when they do not have the same."""
    counts = held.by_family[family]
    if len(counts) == 1 and family in held.families:
        return verdict_words(held.families[family])
    if len(counts) == 1:
        return next(iter(counts))
    return ", ".join(f"{found} ({counted(count, 'dossier')})" for found, count in counts.most_common())


def verdict_words(verdict: Verdict) -> str:
    """What was found, why, by which text."""
    why = f" : {verdict.reason}" if verdict.reason else ""
    return f"{verdict.found}{why}{f' ({verdict.source})' if verdict.source else ''}"


def departure_words(departure: Departure) -> str:
    """One way in which their rules would depart from ours."""
    return f"interprétation « {departure.interpretation} », {departure.words}" if departure.interpretation else departure.words


def cause_words(cause: Cause) -> str:
    """What was tried, and of how many dossiers it gives their decision."""
    what = " ; et ".join(map(departure_words, cause.departures))
    give = "donnent ensemble" if len(cause.departures) > 1 else "donne"
    whom = f"pour {cause.agreed} des {cause.tried} dossiers essayés" if cause.tried > 1 else "pour le dossier essayé"
    return f"{what} — {give} leur décision {whom}"


def told_causes(causes: dict[str, list[Cause]]) -> dict[str, str]:
    """Of each family, what may begin the reason of a verdict."""
    return {name: " ; ".join(cause_words(one) for one in some) for name, some in causes.items()}


def limit_words(one: Measured) -> str:
    """« au plus 0,5 % »."""
    return f"{'au moins' if one.criterion.least else 'au plus'} {one.criterion.written}"


def value_words(one: Measured) -> str:
    """What was measured, in the unit of the criterion; a share is cut at the thousandth, never to the good side of its limit."""
    if one.criterion.unit == "€":
        return money(int(one.value * MILLION))
    if one.criterion.unit == "%":
        cut = floor(one.value * 1000) if one.criterion.least else ceil(one.value * 1000)
        whole, rest = divmod(cut, 1000)
        return f"{whole},{rest:03d}{FIXED}%"
    return number(int(one.value))


def money(millionths: int) -> str:
    """A sum to the cent; what is finer is written whole."""
    cents, rest = divmod(abs(millionths), MILLION // 100)
    sign = -1 if millionths < 0 else 1
    finer = f"{abs(millionths) % MILLION:06d}".rstrip("0")
    return euros(sign * cents) if not rest else f"{number(sign * (abs(millionths) // MILLION))},{finer}{FIXED}€"


def when(one: Difference) -> str:
    """« du 4 au 6 janvier 2025 »; nothing for a line of the dossier."""
    return period_text(one.first.toordinal(), one.last.toordinal()) if one.first and one.last else ""


def sides(one: Difference) -> tuple[str, str]:
    """What each says, as a French reader writes numbers."""
    ours, theirs = (said.replace(".", ",") if _NUMBER.fullmatch(said) else said or "rien" for said in (one.ours, one.theirs))
    return ours, theirs
