"""Which sentence gives the value: base rule, exceptions, liftings, priorities, versions and readings.

Agreeing exceptions are all retained; conflicting ones are refused, both named. Every sentence looked at keeps its
verdict. An open condition is tried both ways: if it changes nothing it is without effect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from justesse.evaluation.refusal import Refusal
from justesse.evaluation.trace import Instance, Step, Tried
from justesse.program.core import Const
from justesse.program.program import Clause, Quantity, Validity
from justesse.program.types import YesNo
from justesse.values.moving import Moving
from justesse.values.states import NotApplicable, State, Unknown, joined

if TYPE_CHECKING:
    from justesse.evaluation.evaluator import Env, Evaluator


def choose(evaluator: Evaluator, quantity: Quantity, args: tuple[object, ...], env: Env) -> Instance:
    """The value of a quantity for its subjects, with every sentence tried."""
    made = Instance(quantity, args, None)
    if quantity.fact is not None:
        made.fact = evaluator.run(quantity.fact, env)
        if not isinstance(made.fact.value, Unknown | NotApplicable):
            made.value = made.fact.value
            return made
    if not quantity.exceptions and len(quantity.rules) == 1 and _always(quantity.rules[0]):
        return _single(evaluator, quantity.rules[0], env, made)
    exceptions = [_tried(evaluator, clause, env) for clause in quantity.exceptions if clause.kind == "exception"]
    applicable = _standing(evaluator, quantity, exceptions, env, made)
    doubtful = [one for one in exceptions if one.verdict == "open"]
    made.tried = exceptions + made.tried
    sure = _agreed(quantity, applicable) if applicable else _base(evaluator, quantity, env, made)
    made.value = _with_doubts(quantity, sure, doubtful) if doubtful else sure
    return made


def _always(clause: Clause) -> bool:
    """Whether a sentence applies whatever the dates, the reading and the facts."""
    plain = not clause.validities and clause.reading is None
    return plain and (clause.condition is None or clause.value is None)


def _single(evaluator: Evaluator, clause: Clause, env: Env, made: Instance) -> Instance:
    """The common case: one rule, nothing to choose."""
    step = evaluator.run(clause.condition if clause.value is None else clause.value, env)  # type: ignore[arg-type]
    made.tried.append(Tried(clause, "retained", (), step if clause.value is None else None, step))
    made.value = False if clause.value is None and isinstance(step.value, NotApplicable) else step.value
    return made


def _tried(evaluator: Evaluator, clause: Clause, env: Env) -> Tried:
    """A sentence against its reading, its dates, its condition; its value when it applies or might."""
    if clause.reading is not None and evaluator.readings.get(clause.reading[1]) != clause.reading[0]:
        return Tried(clause, "other-reading")
    dates, in_force = _dates(evaluator, clause.validities, env)
    if in_force is False:
        return Tried(clause, "not-in-force", dates)
    condition = evaluator.run(clause.condition, env) if clause.condition is not None else None
    held = in_force if condition is None else condition.value if in_force is True else _both(in_force, condition.value)
    if held is False or isinstance(held, NotApplicable):
        return Tried(clause, "failed", dates, condition)
    value = evaluator.run(clause.value, env) if clause.value is not None else None
    return Tried(clause, "retained" if held is True else "open", dates, condition, value)


def _both(left: object, right: object) -> object:
    if right is False or isinstance(right, NotApplicable):
        return False
    return joined([one for one in (left, right) if isinstance(one, State)])


def _dates(evaluator: Evaluator, validities: tuple[Validity, ...], env: Env) -> tuple[tuple[Step, ...], object]:
    """Whether every clock falls within its interval."""
    steps: list[Step] = []
    for validity in validities:
        step = evaluator.run(validity.date, env)
        steps.append(step)
        if isinstance(step.value, State):
            return tuple(steps), step.value
        after = validity.start is None or evaluator.compare("≥", step.value, validity.start)
        if not after or not (validity.end is None or evaluator.compare("≤", step.value, validity.end)):
            return tuple(steps), False
    return tuple(steps), True


def _standing(evaluator: Evaluator, quantity: Quantity, exceptions: list[Tried], env: Env, made: Instance) -> list[Tried]:
    """The applicable exceptions that no lifting, exception to them, or priority removes."""
    applied = [one for one in exceptions if one.verdict == "retained"]
    if not applied:
        return []
    for clause in quantity.exceptions:
        if clause.kind == "lift" and any(one.clause.identifier in clause.targets for one in applied):
            lift = _tried(evaluator, clause, env)
            made.tried.append(lift)
            if lift.verdict == "retained":
                _mark(applied, clause.targets, "lifted")
    for one in applied:
        if one.verdict == "retained":
            _mark([other for other in applied if other is not one], one.clause.targets, "overridden")
            _mark([other for other in applied if other is not one], one.clause.priorities, "overridden")
    return [one for one in applied if one.verdict == "retained"]


def _mark(tried: list[Tried], identifiers: tuple[str, ...], verdict: str) -> None:
    for one in tried:
        if one.clause.identifier in identifiers:
            one.verdict = verdict  # type: ignore[assignment]


def _agreed(quantity: Quantity, applicable: list[Tried]) -> object:
    """The common value of the exceptions that apply; a disagreement names the two sentences and their sources."""
    first = applicable[0]
    for other in applicable[1:]:
        if not same(_given(first), _given(other)):
            raise Refusal(
                "E0102", first.clause.span, other.clause.span, nom=quantity.name,
                premiere=first.clause.identifier, sources_premiere=" ; ".join(first.clause.sources),
                seconde=other.clause.identifier, sources_seconde=" ; ".join(other.clause.sources),
            )  # fmt: skip
    return _given(first)


def _given(one: Tried) -> object:
    return one.value.value if one.value is not None else True


def same(left: object, right: object) -> bool:
    """Whether two values are the same, moving ones included."""
    if isinstance(left, Moving) and isinstance(right, Moving):
        return (left.value, left.slope, left.flags) == (right.value, right.slope, right.flags)
    return (type(left) is type(right) and left == right) or (left == right and not isinstance(left, bool | State))


def _base(evaluator: Evaluator, quantity: Quantity, env: Env, made: Instance) -> object:
    """The value of the base rule in force."""
    tried = [_tried_base(evaluator, clause, env) for clause in quantity.rules]
    made.tried.extend(tried)
    live = [one for one in tried if one.verdict not in ("not-in-force", "other-reading")]
    if not live:
        raise _no_text(evaluator, quantity, tried)
    held = [one for one in live if one.verdict == "retained"]
    if len(held) > 1 and not all(same(_given(held[0]), _given(one)) for one in held[1:]):
        _agreed(quantity, held)
    chosen = held[0] if held else live[0]
    return _value_of(quantity, chosen)


def _tried_base(evaluator: Evaluator, clause: Clause, env: Env) -> Tried:
    """A base rule: a yes/no rule without a value has its condition as its value."""
    if clause.value is not None or clause.condition is None:
        return _tried(evaluator, clause, env)
    probe = Clause(
        clause.identifier, clause.kind, clause.sources, clause.validities, clause.reading, None, Const(True), (), (), (),
        clause.says, clause.says_else, clause.span, clause.version,
    )  # fmt: skip
    found = _tried(evaluator, probe, env)
    if found.verdict != "retained":
        return Tried(clause, found.verdict, found.dates)
    condition = evaluator.run(clause.condition, env)
    return Tried(clause, "retained", found.dates, condition, condition)


def _value_of(quantity: Quantity, tried: Tried) -> object:
    if tried.verdict == "failed":
        return False if quantity.type == YesNo() else NotApplicable("condition")
    if tried.verdict == "open":
        states = [
            one
            for one in (*(step.value for step in tried.dates), tried.condition and tried.condition.value)
            if isinstance(one, State)
        ]
        return joined(states)
    value = _given(tried)
    return False if quantity.type == YesNo() and isinstance(value, NotApplicable) else value


def _no_text(evaluator: Evaluator, quantity: Quantity, tried: list[Tried]) -> Refusal:
    dated = next((one for one in tried if one.dates), None)
    if dated is None:
        span = tried[0].clause.span if tried else None
        return Refusal("E0103", span, nom=quantity.name)
    date = dated.dates[-1].value
    return Refusal("E0101", dated.clause.span, nom=quantity.name, date=evaluator.day_text(date))


def _with_doubts(quantity: Quantity, sure: object, doubtful: list[Tried]) -> object:
    """The value if the open exceptions change nothing, else the state they leave it in."""
    if all(same(_given(one), sure) for one in doubtful):
        return sure
    steps = [step for one in doubtful for step in (*one.dates, *([one.condition] if one.condition else []))]
    states = [step.value for step in steps if isinstance(step.value, State)]
    return joined(states) if states else Unknown()
