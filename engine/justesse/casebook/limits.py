"""Cases at the limits of the rules, made from one case: the eve, the day and the morrow of each change; below, at, above.

Each is to be confirmed by someone who knows the law: a limit says where to look, not what is right.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from justesse.casebook.threshold_search import around, distances
from justesse.casebook.variants import Fields, Periods, shifted
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.program.boundaries import day_counts, thresholds, turning_days
from justesse.program.program import Program
from justesse.program.types import Date, ListOf, RecordOf
from justesse.text.plain_tree import node_of
from justesse.values.calendar import day_of, iso_day

_SIDES = ("veille", "jour", "lendemain")
# A leap day, the ends of months of each length, a change of year: (year, month, day) of the first day tried.
_CALENDAR = ((2024, 2, 29), (2023, 2, 28), (2025, 1, 31), (2025, 4, 30), (2025, 12, 31))


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit: `name` for its file, `theme` for its reader, and its cases, each a title and a tree."""

    kind: str
    name: str
    theme: str
    cases: tuple[tuple[str, Fields], ...]


def periods_of(program: Program) -> Periods | None:
    """The periods that the days of the decision are about: the members of a group, or the records themselves."""
    declared = program.declarations
    gathered = {group: kind for kind, group in declared.members.items()}
    for view in program.views:
        if isinstance(view.subjects[-1].kind, Date):
            kind = declared.records[gathered.get(view.subjects[0].name, view.subjects[0].name)]
            facts = [declared.attributes[key] for key in (kind.first, kind.last) if key]
            for name, fact in declared.records[declared.root].facts.items():
                if fact.type == ListOf(RecordOf(kind.name)) and len(facts) == 2 and all(one.is_fact for one in facts):
                    return Periods(name, facts[0].name, facts[1].name)
    return None


def limits(program: Program, tree: Fields) -> Iterator[Limit]:
    """Every limit that the case can be brought to; those where no decision is possible are left out."""
    periods = periods_of(program)
    if periods is not None and periods.of(tree):
        found = [*_days(program, tree, periods), *_calendar(program, tree, periods), *_counts(program, tree, periods)]
        yield from (one for one in found if any(_decided(program, case) for _, case in one.cases))
    for number, (threshold, _) in enumerate(distances(program, tree, thresholds(program)), 1):
        for figure, cases in around(program, tree, threshold):
            words = f"{figure[1]} autour du seuil de « {threshold.identifier} »"
            yield Limit("seuils", f"{threshold.identifier}-{number}-{figure[1]}", words[0].upper() + words[1:], cases)


def decision_of(program: Program, tree: Fields) -> Decision | None:
    """What the program says of a case; None when the case cannot be read."""
    case, _ = read_case(node_of(tree), program.declarations)
    return decide(program, case.root) if case is not None else None


def _decided(program: Program, tree: Fields) -> bool:
    decision = decision_of(program, tree)
    return decision is not None and bool(decision.parts)


# --- days -----------------------------------------------------------------------------------------


def _days(program: Program, tree: Fields, periods: Periods) -> Iterator[Limit]:
    for day, names in turning_days(program).items():
        words = f"Le {iso_day(day)} : {', '.join(names)}"
        yield Limit("dates", iso_day(day), words, _around_day(program, tree, periods, day))


def _calendar(program: Program, tree: Fields, periods: Periods) -> Iterator[Limit]:
    for parts in _CALENDAR:
        day = day_of(*parts)
        assert day is not None
        words = f"Calendrier : autour du {iso_day(day)}"
        yield Limit("calendrier", iso_day(day), words, _around_day(program, tree, periods, day))


def _around_day(program: Program, tree: Fields, periods: Periods, day: int) -> tuple[tuple[str, Fields], ...]:
    """The case moved so that its first period opens on the eve, the day, the morrow."""
    first = periods.of(tree)[0][0]
    declared = program.declarations
    return tuple(
        (f"Premier jour le {iso_day(wanted)} ({side})", shifted(tree, declared, first, wanted))
        for side, wanted in zip(_SIDES, range(day - 1, day + 2), strict=True)
    )


def _counts(program: Program, tree: Fields, periods: Periods) -> Iterator[Limit]:
    """One period of as many days, one less, one more; two periods with as many days between them."""
    several = len(periods.of(tree)) > 1
    for count, names in day_counts(program).items():
        near = [one for one in (count - 1, count, count + 1) if one > 0]
        cases = [(f"Une période de {_days_text(one)}", periods.alone(tree, (one,))) for one in near]
        if several:
            cases += [(f"Deux périodes, {_days_text(one)} entre elles", periods.alone(tree, (10, 10), one)) for one in near]
        yield Limit("durées", f"{count}-jours", f"{_days_text(count)} : {', '.join(names)}", tuple(cases))


def _days_text(count: int) -> str:
    return f"{count} jour{'s' if count > 1 else ''}"
