"""One case to one decision: every view of the program evaluated for every subject, days in runs, notices, scope.

The decision is data: values with the instances that ground them. Nothing is worded. When a text is missing or two
conflict, there is no decision but the mistake.
"""

from collections.abc import Iterator

from justesse.diagnostics.diagnostic import mistake
from justesse.evaluation.attempts import in_force_at
from justesse.evaluation.decision import DayRun, Decision, Raised, Shown, SubjectPart, days_said
from justesse.evaluation.evaluator import Evaluator
from justesse.evaluation.facts import Record
from justesse.evaluation.meaning import meaning
from justesse.evaluation.missing import opened
from justesse.evaluation.refusal import Refusal
from justesse.evaluation.trace import Step
from justesse.program.collector import collector_paused
from justesse.program.program import NoticeRule, Program, View
from justesse.program.types import Date, Month, RecordOf
from justesse.values.moving import Moving
from justesse.values.states import ToJudge, Unknown


def decide(program: Program, root: Record, readings: dict[str, str] | None = None, by_day: bool = False) -> Decision:
    """The decision of a case; `readings` overrides the readings retained.

    Where facts that are missing leave something unknown, a second evaluation keeps what is sure of it all the same. In this
    order: bounds may settle what a sentence asks (« est inconnu »), or pass over what an exact evaluation refuses.
    """
    exact = decide_once(program, root, readings, by_day)
    if exact.refusals or _settled(exact):
        return exact
    bounded = decide_once(program, opened(program, root), readings, by_day, bounded=True)
    return exact if bounded.refusals else bounded


def decide_once(
    program: Program, root: Record, readings: dict[str, str] | None = None, by_day: bool = False, bounded: bool = False
) -> Decision:
    """One evaluation of a case: what is not known stays unknown, or is kept as bounds, options and doubts (`bounded`)."""
    evaluator = Evaluator(program, root, readings, by_day, bounded)
    decision = Decision(program, root, evaluator.readings, evaluator=evaluator)
    try:
        with collector_paused():
            decision.notices = list(_notices(program, evaluator))
            if not decision.out_of_scope:
                _views(program, evaluator, decision)
    except Refusal as refusal:
        details = dict(refusal.details)
        decision.refusals.append(mistake(refusal.code, refusal.span, *refusal.related, **details))
        decision.parts, decision.runs = [], []
    except RecursionError:
        decision.refusals.append(mistake("E0106", None, nom="le dossier"))
        decision.parts, decision.runs = [], []
    return decision


def _settled(decision: Decision) -> bool:
    """Whether nothing that is shown is unknown, and no notice left open."""
    unknown = any(isinstance(value, Unknown) for value in _shown_values(decision))
    return not unknown and not any(one.open for one in decision.notices)


def _shown_values(decision: Decision) -> Iterator[object]:
    for some in (decision.parts, decision.runs):
        yield from (line.value for one in some for line in one.lines)


# --- subjects -----------------------------------------------------------------------------------------


def subjects(evaluator: Evaluator, kind: str) -> tuple[Record, ...]:
    """Every record or group of a kind, in order."""
    declared = evaluator.program.declarations
    if kind == declared.root:
        return (evaluator.root,)
    if declared.records[kind].members:
        return evaluator.groups.all(evaluator, kind)
    return evaluator.records(kind)


def _argument_lists(evaluator: Evaluator, rule: NoticeRule) -> Iterator[tuple[object, ...]]:
    """The subjects of a notice: records, and the months of a list for each."""
    first, *rest = rule.subjects
    for record in subjects(evaluator, first.name):
        if not rest:
            yield (record,)
        elif isinstance(rest[0].kind, Month):
            key = f"{rest[0].listed} ({first.name})"
            months = evaluator.instance(key, (record,)).value
            yield from ((record, month) for month in (months if isinstance(months, tuple) else ()))


def _notices(program: Program, evaluator: Evaluator) -> Iterator[Raised]:
    for rule in program.notices:
        if rule.reading is not None and evaluator.readings.get(rule.reading[1]) != rule.reading[0]:
            continue
        condition = rule.condition
        test = meaning(condition) if condition is not None else None
        for args in _argument_lists(evaluator, rule):
            env = (evaluator.root, *args)
            if rule.validities and in_force_at(rule.validities, evaluator, env)[1] is not True:
                continue
            held = test(evaluator, env) if test is not None else True
            if held is True or isinstance(held, Unknown | ToJudge):
                yield Raised(rule, args, evaluator.run(condition, env) if condition is not None else None, held is not True)


# --- views --------------------------------------------------------------------------------------------


def _views(program: Program, evaluator: Evaluator, decision: Decision) -> None:
    by_day = [view for view in program.views if isinstance(view.subjects[-1].kind, Date)]
    for view in by_day:
        for record in subjects(evaluator, view.subjects[0].name):
            decision.runs.extend(_day_runs(evaluator, view, record))
    for view in program.views:
        if view not in by_day:
            assert isinstance(view.subjects[0].kind, RecordOf)
            for record in subjects(evaluator, view.subjects[0].name):
                decision.parts.append(_part(evaluator, view, record))


def _part(evaluator: Evaluator, view: View, record: Record) -> SubjectPart:
    env = (evaluator.root, record)
    steps = [(item, evaluator.run(item.core, env)) for item in view.items]
    lines = tuple(Shown(item, step.value, step, evaluator) for item, step in steps)
    first, last = _days(evaluator, record)
    return SubjectPart(view, record, first, last, lines)


def _days(evaluator: Evaluator, record: Record) -> tuple[int | None, int | None]:
    """First and last day of a record that has a period."""
    declared = evaluator.program.declarations.records[record.type]
    if not declared.members:
        return days_said(evaluator.program, record)
    keys = (f"premier jour ({declared.name})", f"dernier jour ({declared.name})")
    known = [evaluator.instance(key, (record,)).value if key in evaluator.program.quantities else None for key in keys]
    first, last = (one if isinstance(one, int) else None for one in known)
    return first, last


def _day_runs(evaluator: Evaluator, view: View, owner: Record) -> Iterator[DayRun]:
    """The days of an owner cut where any line of the view changes: every day, while one of them counts days."""
    quantities = [evaluator.program.quantities[item.key] for item in view.items]
    timelines = [evaluator.timeline(quantity, (owner,)) for quantity in quantities]
    for timeline in timelines:
        evaluator.ensure(timeline, timeline.last)
    day, last = timelines[0].first, timelines[0].last
    while day <= last:
        runs = [timeline.run_at(day) for timeline in timelines]
        end = min(run.last for run in runs)
        lines = []
        for item, quantity, run in zip(view.items, quantities, runs, strict=True):
            instance = run.instances[quantity.key]
            value = instance.value
            if isinstance(value, Moving):
                end, value = day if value.slope else end, value.at(day - run.first)
            lines.append(Shown(item, value, Step(item.core, value, (instance,)), evaluator))
        yield DayRun(owner, day, end, tuple(lines))
        day = end + 1


def decided_apart(decision: Decision, run: DayRun) -> list[DayRun]:
    """The same days cut where anything they may rest on was decided again, each piece as its first day is decided.

    Equal values by the same sentences may rest on other facts: an explanation that takes equal days together needs to know.
    """
    evaluator = decision.evaluator
    starts = sorted(one for one in evaluator.days.turns() if run.first < one <= run.last) if evaluator is not None else []
    if evaluator is None or not starts:
        return [run]
    ends = [*(start - 1 for start in starts), run.last]
    pieces = [DayRun(run.owner, run.first, ends[0], run.lines)]
    for start, end in zip(starts, ends[1:], strict=True):
        evaluator.days.turn(evaluator, start)
        pieces.append(DayRun(run.owner, start, end, _lines_turned(evaluator, run, start)))
    return pieces


def _lines_turned(evaluator: Evaluator, run: DayRun, day: int) -> tuple[Shown, ...]:
    lines = []
    for line in run.lines:
        quantity = evaluator.program.quantities[line.item.key]
        instance = evaluator.timeline(quantity, (run.owner,)).decided_at(day).instances[quantity.key]
        known = instance.value.value if isinstance(instance.value, Moving) else instance.value
        lines.append(Shown(line.item, known, Step(line.item.core, known, (instance,)), evaluator))
    return tuple(lines)


def decided_on(decision: Decision, owner: Record, quantity: str, day: int) -> object:
    """The value, on a day of an owner, of a day quantity by its name; None when the decision had no need of it."""
    evaluator = decision.evaluator
    if evaluator is None:
        return None
    for timeline in evaluator.timelines.values():
        if timeline.owner == (owner,) and timeline.first <= day < timeline.next:
            for one in timeline.run_at(day).instances.values():
                if one.quantity.name == quantity:
                    return evaluator.seen(one, day)
    return None
