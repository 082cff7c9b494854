"""A whole decision as points: for each subject its values and what grounds them, its days with their reasons, the totals.

Order: subjects that have days first, then the others, the subject of the case last. Knows no quantity by name.
"""

from collections.abc import Iterator

from justesse.evaluation.decision import DayRun, Decision, Shown, SubjectPart
from justesse.evaluation.facts import Record
from justesse.explanation.concerned import concerned
from justesse.explanation.counters import counter_keys, counter_text, counters
from justesse.explanation.decision_json import moving_value
from justesse.explanation.inputs import used
from justesse.explanation.outline import Outliner
from justesse.explanation.point import Point
from justesse.explanation.reasons import Reason
from justesse.explanation.told_days import told_days
from justesse.explanation.wording import count_text, period_text, record_text, value_text
from justesse.values.states import NotApplicable


def decision_points(decision: Decision, depth: int = 1, day: int | None = None) -> list[Point]:
    """Everything the decision says; `depth` quantities deep under each line, on one `day` only when it is given."""
    outliner = Outliner(decision.program, day)
    points = [*_preamble(decision), *_only_days(decision, day)]
    for part in _ordered(decision):
        points.append(_part(decision, part, outliner, depth))
    return points


def _preamble(decision: Decision) -> Iterator[Point]:
    """The readings taken that are not those retained, and the notices."""
    for name, rule in decision.program.interpretations.items():
        taken = decision.readings.get(name, rule.readings[0])
        if taken != rule.readings[0]:
            yield Point("note", f"lecture prise : « {taken} » de {name} (lecture retenue d'ordinaire : « {rule.readings[0]} »)")
    for one in decision.notices:
        subjects = concerned(one, decision.root)
        words = "hors champ" if one.rule.kind == "out-of-scope" else "signalement"
        words = f"{words} possible" if one.open else words
        text = f"{words} : {one.rule.text}" + (f" ({subjects})" if subjects else "")
        yield Point("note", text, detail=" ; ".join(one.rule.sources))


def _ordered(decision: Decision) -> list[SubjectPart]:
    owners = {id(run.owner) for run in decision.runs}
    root = decision.program.declarations.root
    return sorted(decision.parts, key=lambda part: (part.record.type == root, id(part.record) not in owners))


def _part(decision: Decision, part: SubjectPart, outliner: Outliner, depth: int) -> Point:
    point = Point("subject", _capital(record_text(part.record)))
    if part.first is not None and part.last is not None:
        point.title = f"{_capital(part.record.type)} {period_text(part.first, part.last)}"
    point.points = [_line(line, outliner, depth) for line in part.lines]
    point.points.extend(_days(decision, part.record, outliner.day))
    return point


def _days(decision: Decision, owner: Record, day: int | None) -> list[Point]:
    days = [one for one in told_days(decision, owner) if _asked(one[0], day)]
    keys = counter_keys(decision.program) if days else []
    return [Point("subject", "Jours", points=[_run(decision, run, why, keys) for run, why in days])] if days else []


def _only_days(decision: Decision, day: int | None) -> Iterator[Point]:
    """The subjects of which the decision shows nothing but days."""
    told = {id(part.record) for part in decision.parts}
    for owner in {id(run.owner): run.owner for run in decision.runs if id(run.owner) not in told}.values():
        yield Point("subject", _capital(record_text(owner)), points=_days(decision, owner, day))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _asked(run: DayRun, day: int | None) -> bool:
    return day is None or run.first <= day <= run.last


def _line(line: Shown, outliner: Outliner, depth: int) -> Point:
    """One value of a subject; a value that is no quantity says where it comes from."""
    instance = line.instance
    if instance is not None:
        point = outliner.quantity(instance, depth)
        point.title = line.item.name
        return point
    point = Point("quantity", line.item.name, value_text(line.value, line.item.type))
    for one in used(line.step):
        if one.sort == "parameter":
            found = outliner.origins.parameter(one)
            point.detail = found.detail
    return point


def _run(decision: Decision, run: DayRun, why: list[Reason], keys: list[str]) -> Point:
    """Equal days, their values, why, and the counters as they move from day to day."""
    lines = [line for line in run.lines if not isinstance(line.value, NotApplicable)]
    values = [f"{line.item.name} : {value_text(moving_value(line, run), line.item.type)}" for line in lines]
    days = count_text(run.last - run.first + 1, "jour")
    title = period_text(run.first, run.last) + (f" ({days})" if run.last > run.first else "")
    points = [reason_point(one) for one in why]
    points += [Point("counter", one.quantity.name, counter_text(one)) for one in counters(decision, run, keys)]
    return Point("days", title, " ; ".join(values), points=points)


def reason_point(reason: Reason) -> Point:
    """« Les trois premiers jours … » with its rule and its sources."""
    return Point("reason", reason.text, detail=", ".join(filter(None, (reason.identifier, " ; ".join(reason.sources)))))
