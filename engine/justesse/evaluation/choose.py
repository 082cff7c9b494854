"""Which sentence gives the value: base rule, exceptions, liftings, priorities, versions and readings.

Agreeing exceptions are all retained; conflicting ones are refused, both named. Every sentence looked at keeps its
verdict. An open condition is tried both ways: if it changes nothing it is without effect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from justesse.evaluation.compiled import Env
from justesse.evaluation.meaning import meaning
from justesse.evaluation.operations import compare
from justesse.evaluation.refusal import Refusal
from justesse.evaluation.trace import UNREAD, Instance, Step, Tried, Verdict
from justesse.evaluation.unfold import Scene
from justesse.program.program import Clause, Quantity, Validity
from justesse.program.types import YesNo
from justesse.values import calendar
from justesse.values.moving import Moving
from justesse.values.states import NotApplicable, State, Unknown, joined

if TYPE_CHECKING:
    from justesse.evaluation.evaluator import Evaluator

_ALWAYS: tuple[tuple[object, ...], object] = ((), True)
_CONDITION = NotApplicable("condition")
_ABSENT = frozenset({"not-in-force", "other-reading"})


def choose(evaluator: Evaluator, quantity: Quantity, args: tuple[object, ...], env: Env) -> Instance:
    """The value of a quantity for its subjects, with every sentence tried."""
    made = Instance(quantity, args, None)
    scene = Scene(evaluator, env, evaluator.context)
    if quantity.fact is not None:
        said = meaning(quantity.fact)(evaluator, env)
        made.fact = Step(quantity.fact, said, scene=scene)
        if not isinstance(said, Unknown | NotApplicable):
            made.value = said
            return made
    if quantity.exceptions:
        made.value = _with_exceptions(quantity, scene, made)
    elif len(quantity.rules) == 1 and _always(quantity.rules[0]):
        made.value = _single(quantity.rules[0], scene, made)
    else:
        made.value = _base(quantity, scene, made)
    return made


def _with_exceptions(quantity: Quantity, scene: Scene, made: Instance) -> object:
    """The value of the exceptions that stand, else of the base rule."""
    exceptions = [_tried(clause, scene) for clause in quantity.exceptions if clause.kind == "exception"]
    applicable = _standing(quantity, exceptions, scene, made)
    doubtful = [one for one in exceptions if one.verdict == "open"]
    made.tried = exceptions + made.tried
    sure = _agreed(quantity, applicable) if applicable else _base(quantity, scene, made)
    return _with_doubts(sure, doubtful) if doubtful else sure


def _always(clause: Clause) -> bool:
    """Whether a sentence applies whatever the dates, the reading and the facts."""
    return not clause.validities and clause.reading is None and (clause.condition is None or clause.value is None)


def _single(clause: Clause, scene: Scene, made: Instance) -> object:
    """The common case: one rule, nothing to choose."""
    if clause.value is not None:
        given = meaning(clause.value)(scene.evaluator, scene.env)
        made.tried.append(Tried(clause, "retained", scene, (), UNREAD, given))
        return given
    assert clause.condition is not None
    held = meaning(clause.condition)(scene.evaluator, scene.env)
    made.tried.append(Tried(clause, "retained", scene, (), held, held))
    return False if isinstance(held, NotApplicable) else held


def _tried(clause: Clause, scene: Scene) -> Tried:
    """A sentence against its reading, its dates, its condition; its value when it applies or might."""
    if clause.reading is not None and _other_reading(clause.reading, scene):
        return Tried(clause, "other-reading", scene)
    clocks, in_force = in_force_at(clause.validities, scene.evaluator, scene.env) if clause.validities else _ALWAYS
    if in_force is False:
        return Tried(clause, "not-in-force", scene, clocks)
    condition = clause.condition
    held = meaning(condition)(scene.evaluator, scene.env) if condition is not None else UNREAD
    applies = in_force if condition is None else held if in_force is True else _both(in_force, held)
    if applies is False or isinstance(applies, NotApplicable):
        return Tried(clause, "failed", scene, clocks, held)
    given = meaning(clause.value)(scene.evaluator, scene.env) if clause.value is not None else UNREAD
    return Tried(clause, "retained" if applies is True else "open", scene, clocks, held, given)


def _other_reading(reading: tuple[str, str], scene: Scene) -> bool:
    return scene.evaluator.readings.get(reading[1]) != reading[0]


def _both(left: object, right: object) -> object:
    if right is False or isinstance(right, NotApplicable):
        return False
    return joined([one for one in (left, right) if isinstance(one, State)])


def in_force_at(validities: tuple[Validity, ...], evaluator: Evaluator, env: Env) -> tuple[tuple[object, ...], object]:
    """The dates read, and whether every one falls within its interval (or the doubt met)."""
    clocks: list[object] = []
    for validity in validities:
        clock = meaning(validity.date)(evaluator, env)
        clocks.append(clock)
        if isinstance(clock, State):
            return tuple(clocks), clock
        after = validity.start is None or compare(evaluator, "≥", clock, validity.start)
        if not after or not (validity.end is None or compare(evaluator, "≤", clock, validity.end)):
            return tuple(clocks), False
    return tuple(clocks), True


def _standing(quantity: Quantity, exceptions: list[Tried], scene: Scene, made: Instance) -> list[Tried]:
    """The applicable exceptions that no lifting, exception to them, or priority removes."""
    applied = [one for one in exceptions if one.verdict == "retained"]
    if not applied:
        return []
    for clause in quantity.exceptions:
        if clause.kind == "lift" and any(one.clause.identifier in clause.targets for one in applied):
            lift = _tried(clause, scene)
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
    return one.given if one.given is not UNREAD else True


def same(left: object, right: object) -> bool:
    """Whether two values are the same, moving ones included."""
    if isinstance(left, Moving) and isinstance(right, Moving):
        return (left.value, left.slope, left.flags) == (right.value, right.slope, right.flags)
    return (type(left) is type(right) and left == right) or (left == right and not isinstance(left, bool | State))


def _base(quantity: Quantity, scene: Scene, made: Instance) -> object:
    """The value of the base rule in force."""
    if len(quantity.rules) == 1:
        only = _tried_base(quantity.rules[0], scene)
        made.tried.append(only)
        if only.verdict not in _ABSENT:
            return _value_of(quantity, only)
        raise _no_text(quantity, [only])
    tried = [_tried_base(clause, scene) for clause in quantity.rules]
    made.tried.extend(tried)
    live = [one for one in tried if one.verdict not in _ABSENT]
    if not live:
        raise _no_text(quantity, tried)
    held = [one for one in live if one.verdict == "retained"]
    if len(held) > 1 and not all(same(_given(held[0]), _given(one)) for one in held[1:]):
        _agreed(quantity, held)
    return _value_of(quantity, held[0] if held else live[0])


def _tried_base(clause: Clause, scene: Scene) -> Tried:
    """A base rule: a yes/no rule without a value has its condition as its value."""
    if clause.value is not None or clause.condition is None:
        return _tried(clause, scene)
    if clause.reading is not None and _other_reading(clause.reading, scene):
        return Tried(clause, "other-reading", scene)
    clocks, in_force = in_force_at(clause.validities, scene.evaluator, scene.env) if clause.validities else _ALWAYS
    if in_force is not True:
        verdict: Verdict = "not-in-force" if in_force is False else "failed" if isinstance(in_force, NotApplicable) else "open"
        return Tried(clause, verdict, scene, clocks)
    held = meaning(clause.condition)(scene.evaluator, scene.env)
    return Tried(clause, "retained", scene, clocks, held, held)


def _value_of(quantity: Quantity, tried: Tried) -> object:
    if tried.verdict == "failed":
        return False if isinstance(quantity.type, YesNo) else _CONDITION
    if tried.verdict == "open":
        return joined(_doubts(tried))
    value = _given(tried)
    return False if isinstance(value, NotApplicable) and isinstance(quantity.type, YesNo) else value


def _no_text(quantity: Quantity, tried: list[Tried]) -> Refusal:
    dated = next((one for one in tried if one.clocks), None)
    if dated is None:
        span = tried[0].clause.span if tried else None
        return Refusal("E0103", span, nom=quantity.name)
    return Refusal("E0101", dated.clause.span, nom=quantity.name, date=_day_text(dated.clocks[-1]))


def _day_text(clock: object) -> str:
    day = clock.value if isinstance(clock, Moving) else clock
    return calendar.iso_day(day) if isinstance(day, int) else "date inconnue"


def _with_doubts(sure: object, doubtful: list[Tried]) -> object:
    """The value if the open exceptions change nothing, else the state they leave it in."""
    if all(same(_given(one), sure) for one in doubtful):
        return sure
    states = [state for one in doubtful for state in _doubts(one)]
    return joined(states) if states else Unknown()


def _doubts(tried: Tried) -> list[State]:
    """The states that a sentence met in its dates and its condition."""
    return [one for one in (*tried.clocks, tried.held) if isinstance(one, State)]
