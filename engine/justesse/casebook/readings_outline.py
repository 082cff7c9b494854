"""The interpretations a decision met, as points: the reading taken, then what each other one would give. Decides nothing."""

from collections.abc import Iterator, Sequence

from justesse.casebook.comparison import Change
from justesse.casebook.other_readings import Met, OtherReading
from justesse.casebook.wording import signed, words_of
from justesse.explanation.point import Point
from justesse.explanation.wording import count_text, period_text

MOST_DAYS = 3
"""The most runs of days told for a line; the JSON has them all."""


def readings_points(met: Sequence[Met], every: bool) -> list[Point]:
    """The interpretations on which the decision depends, then those without effect on it: their names, or `every` reading."""
    told, without = ([one for one in met if one.matters is matters] for matters in (True, False))
    parts = (
        ("Interprétations dont la décision dépend", [_told(one) for one in told]),
        ("Interprétations sans effet sur cette décision", [_brief(one) for one in without] if every else _names(without)),
    )
    return [Point("subject", title, points=points) for title, points in parts if points]


def _names(met: Sequence[Met]) -> list[Point]:
    return [Point("fact", ", ".join(one.rule.identifier for one in met))] if met else []


def _told(met: Met) -> Point:
    """Everything about an interpretation that matters."""
    rule = met.rule
    points = [Point("sentence", rule.statement), *map(_other, met.others)]
    said = [" ; ".join(rule.sources), *(f"{name} : {text}" for name, text in rule.fields if text not in rule.readings)]
    return Point("quantity", f"{rule.identifier}, lecture « {met.taken} »", detail=" — ".join(said), points=points)


def _brief(met: Met) -> Point:
    others = " ou ".join(f"« {one.reading} »" for one in met.others)
    instead = f"lecture « {met.taken} » ; {others} donnerait la même chose" if others else f"lecture « {met.taken} »"
    return Point("quantity", met.rule.identifier, instead)


def _other(other: OtherReading) -> Point:
    title = f"autre lecture, « {other.reading} »"
    if not other.changes:
        return Point("note", f"{title} : rien ne change")
    return Point("note", title, points=[Point("fact", line) for line in change_lines(other.changes)])


def change_lines(changed: Sequence[Change]) -> Iterator[str]:
    """« total brut : 420,00 € au lieu de 400,00 € (+20,00 €) », then the days of each line that changes."""
    by_line: dict[str, list[Change]] = {}
    for one in changed:
        if one.first is None:
            gap = f" ({signed(one.gap, one.type)})" if one.gap else ""
            yield f"{one.name} : {words_of(one.after, one.type)} au lieu de {words_of(one.before, one.type)}{gap}"
        else:
            by_line.setdefault(one.name, []).append(one)
    for name, some in by_line.items():
        days = count_text(sum(one.days for one in some), "jour")
        told = " ; ".join(map(_days, some[:MOST_DAYS]))
        yield f"{name}, {days} : {told}" + (" ; …" if len(some) > MOST_DAYS else "")


def _days(one: Change) -> str:
    assert one.first is not None and one.last is not None
    return f"{words_of(one.after, one.type)} au lieu de {words_of(one.before, one.type)} {period_text(one.first, one.last)}"
