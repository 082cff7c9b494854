"""Which sentence gives the value: base rule, exceptions, liftings, priorities, versions and readings.

Agreeing exceptions are all retained; conflicting ones are refused, both named. Every sentence looked at keeps its
verdict. An open condition is tried both ways: if it changes nothing it is without effect. How a quantity chooses is
compiled once from its sentences and kept on it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from justesse.evaluation.attempts import answers, attempt, conditional, conditions
from justesse.evaluation.bounding import bounding
from justesse.evaluation.compiled import Env, Meaning
from justesse.evaluation.meaning import meaning
from justesse.evaluation.refusal import Refusal
from justesse.evaluation.trace import UNREAD, Found, Verdict
from justesse.program.program import Clause, Program, Quantity
from justesse.program.types import YesNo
from justesse.values import calendar
from justesse.values.moving import Moving
from justesse.values.states import NotApplicable, Partial, State, Unknown, joined

if TYPE_CHECKING:
    from justesse.evaluation.evaluator import Evaluator

Choice = tuple[object, tuple[Found, ...], object]
"""The value, every sentence tried, what the case itself says (`UNREAD`: it cannot say)."""
Chooser = Callable[[Any, Env], Choice]
Plain = tuple[Quantity, Chooser]
"""A quantity of no day that never comes back to itself, and how it chooses."""
_CONDITION = NotApplicable("condition")


def choosers_of(program: Program, readings: dict[str, str], bounded: bool) -> tuple[dict[str, Chooser], dict[str, Plain]]:
    """How each quantity met so far chooses in the readings of a run; those that need no guard again, with the quantity.

    Every run of a program that takes these readings shares both.
    """
    try:
        by_readings = program.prepared
    except AttributeError:
        by_readings = program.prepared = {}
    return by_readings.setdefault((bounded, frozenset(readings.items())), ({}, {}))  # type: ignore[no-any-return]


def chooser_of(evaluator: Evaluator, quantity: Quantity) -> Chooser:
    """How a quantity chooses in the readings of a run, the first time it is asked."""
    made = _prepared(quantity, evaluator.readings)
    made = evaluator.choosers[quantity.key] = bounding(quantity, made) if evaluator.bounded else made
    if not quantity.by_day and not quantity.knotted:
        evaluator.plain[quantity.key] = quantity, made
    return made


def _prepared(quantity: Quantity, readings: dict[str, str]) -> Chooser:
    """How a quantity chooses in these readings, compiled the first time; only its own interpretations tell runs apart."""
    try:
        interpretations, choosers = quantity.prepared
    except AttributeError:
        sentences = (*quantity.rules, *quantity.exceptions)
        interpretations = tuple(dict.fromkeys(one.reading[1] for one in sentences if one.reading is not None))
        choosers = dict[tuple[str | None, ...], Chooser]()
        quantity.prepared = interpretations, choosers
    taken = tuple([readings.get(one) for one in interpretations])
    if taken not in choosers:
        choosers[taken] = _chooser(quantity, readings)
    return choosers[taken]  # type: ignore[no-any-return]


def _chooser(quantity: Quantity, readings: dict[str, str]) -> Chooser:
    """How a quantity chooses in these readings."""
    rules, others = _of_readings(quantity.rules, readings)
    exceptions, absent = _of_readings(quantity.exceptions, readings)
    if any(one.kind == "exception" for one in exceptions):
        chosen = _with_exceptions(quantity, exceptions, absent, _base(quantity, rules, others))
    else:
        chosen = _base(quantity, rules, (*absent, *others))
    return chosen if quantity.fact is None else _by_default(quantity, chosen)


def _of_readings(clauses: list[Clause], readings: dict[str, str]) -> tuple[list[Clause], tuple[Found, ...]]:
    """The sentences of the readings taken; what is found of the others, whatever the case."""
    taken = [one for one in clauses if one.reading is None or readings.get(one.reading[1]) == one.reading[0]]
    others = [one for one in clauses if one not in taken and one.kind != "lift"]
    return taken, tuple((one, "other-reading", (), UNREAD, UNREAD) for one in others)


def _by_default(quantity: Quantity, chosen: Chooser) -> Chooser:
    """What the case says, else what the sentences give."""
    fact = meaning(quantity.fact)  # type: ignore[arg-type]

    def by_default(e: Any, env: Env) -> Choice:
        said = fact(e, env)
        if not isinstance(said, Unknown | Partial | NotApplicable):
            return said, (), said
        value, found, _ = chosen(e, env)
        return value, found, said

    return by_default


# --- base rules ---------------------------------------------------------------------------------------


def _base(quantity: Quantity, rules: list[Clause], absent: tuple[Found, ...]) -> Chooser:
    """The value of the base rule in force; `absent`: what is found of the sentences of other readings."""
    if len(rules) == 1 and _always(rules[0]):
        return _single(rules[0], absent)
    prepared = conditions(rules)
    if prepared and not any(answers(one) for one in rules):
        return _among_rules(quantity, prepared, absent)
    attempts = tuple(attempt(clause) for clause in rules)

    def base(e: Any, env: Env) -> Choice:
        found = tuple([one(e, env) for one in attempts])
        live = [one for one in found if one[1] != "not-in-force"]
        if not live:
            raise _no_text(quantity, (*found, *absent))
        if len(live) == 1:
            return _value_of(quantity, live[0]), (*found, *absent), UNREAD
        held = [one for one in live if one[1] == "retained"]
        if len(held) > 1:
            _agreed(quantity, held)
        return _value_of(quantity, held[0] if held else _reason(live)), (*found, *absent), UNREAD

    return base


def _among_rules(quantity: Quantity, prepared: list[tuple[Clause, Meaning, Meaning]], absent: tuple[Found, ...]) -> Chooser:
    """Rules without dates, each of which may not apply: the one that does, else the first gives the reason."""
    tests = list(enumerate([condition for _, condition, _ in prepared]))
    failures: list[Found] = [(clause, "failed", (), False, UNREAD) for clause, _, _ in prepared]

    def among_rules(e: Any, env: Env) -> Choice:
        met = [(place, held) for place, test in tests if (held := test(e, env)) is not False]
        found = failures.copy()
        for place, held in met:
            clause, _, given = prepared[place]
            found[place] = conditional(clause, held, given, e, env)
        retained = [found[place] for place, _ in met if found[place][1] == "retained"]
        if len(retained) > 1:
            _agreed(quantity, retained)
        return _value_of(quantity, retained[0] if retained else _reason(found)), (*found, *absent), UNREAD

    return among_rules


def _reason(found: Sequence[Found]) -> Found:
    """Of sentences none of which surely applies, the one that says why: one in doubt, whatever their order."""
    return next((one for one in found if one[1] == "open"), found[0])


def _always(clause: Clause) -> bool:
    """Whether a sentence applies whatever the dates and the facts."""
    return not clause.validities and (clause.condition is None or clause.value is None)


def _single(clause: Clause, absent: tuple[Found, ...]) -> Chooser:
    """The common case: one rule, nothing to choose."""
    if not answers(clause):
        value = meaning(clause.value)  # type: ignore[arg-type]

        def single(e: Any, env: Env) -> Choice:
            given = value(e, env)
            return given, ((clause, "retained", (), UNREAD, given),), UNREAD

        def beside_others(e: Any, env: Env) -> Choice:
            given = value(e, env)
            return given, ((clause, "retained", (), UNREAD, given), *absent), UNREAD

        return beside_others if absent else single
    condition = meaning(clause.condition)  # type: ignore[arg-type]

    def answered(e: Any, env: Env) -> Choice:
        held = condition(e, env)
        return False if held.__class__ is NotApplicable else held, ((clause, "retained", (), held, held), *absent), UNREAD

    return answered


def _value_of(quantity: Quantity, found: Found) -> object:
    match found[1]:
        case "failed":
            return False if isinstance(quantity.type, YesNo) else _CONDITION
        case "open":
            return joined(_doubts(found))
        case _:
            value = _given(found)
            return False if value.__class__ is NotApplicable and isinstance(quantity.type, YesNo) else value


def _no_text(quantity: Quantity, found: tuple[Found, ...]) -> Refusal:
    for clause, _, clocks, _, _ in found:
        if clocks:
            return Refusal("E0101", clause.span, nom=quantity.name, date=_day_text(clocks[-1]))
    return Refusal("E0103", found[0][0].span if found else None, nom=quantity.name)


def _day_text(clock: object) -> str:
    day = clock.value if isinstance(clock, Moving) else clock
    return calendar.iso_day(day) if isinstance(day, int) else "date inconnue"


# --- exceptions ---------------------------------------------------------------------------------------


def _with_exceptions(quantity: Quantity, exceptions: list[Clause], absent: tuple[Found, ...], base: Chooser) -> Chooser:
    """The value of the exceptions that stand, else of the base rule."""
    proper = [clause for clause in exceptions if clause.kind == "exception"]
    prepared = conditions(proper)
    if prepared is not None:
        return _among_conditions(quantity, exceptions, prepared, absent, base)
    attempts = tuple(attempt(clause) for clause in proper)

    def with_exceptions(e: Any, env: Env) -> Choice:
        return _decided(quantity, exceptions, [one(e, env) for one in attempts], absent, base, e, env)

    return with_exceptions


def _among_conditions(
    quantity: Quantity,
    exceptions: list[Clause],
    prepared: list[tuple[Clause, Meaning, Meaning]],
    absent: tuple[Found, ...],
    base: Chooser,
) -> Chooser:
    """The common case, written apart: exceptions without dates, most often none of which holds, or one."""
    tests = list(enumerate([condition for _, condition, _ in prepared]))
    failures: list[Found] = [(clause, "failed", (), False, UNREAD) for clause, _, _ in prepared]
    failed = (*failures, *absent)
    lifted = {target for clause in exceptions if clause.kind == "lift" for target in clause.targets}

    def among_conditions(e: Any, env: Env) -> Choice:
        met = [(place, held) for place, test in tests if (held := test(e, env)) is not False]
        if not met:
            sure, rules, _ = base(e, env)
            return sure, failed + rules, UNREAD
        tried = failures.copy()
        for place, held in met:
            clause, _, given = prepared[place]
            tried[place] = conditional(clause, held, given, e, env)
        verdicts = [tried[place][1] for place, _ in met]
        if "open" not in verdicts:
            if "retained" not in verdicts:
                sure, rules, _ = base(e, env)
                return sure, (*tried, *absent, *rules), UNREAD
            if verdicts == ["retained"] and clause.identifier not in lifted:
                return _given(tried[place]), (*tried, *absent), UNREAD
        return _decided(quantity, exceptions, tried, absent, base, e, env)

    return among_conditions


def _decided(
    quantity: Quantity, exceptions: list[Clause], tried: list[Found], absent: tuple[Found, ...], base: Chooser, e: Any, env: Env
) -> Choice:
    """The choice, once what each exception finds is known."""
    lifts = list[Found]()
    if "retained" in [one[1] for one in tried]:
        tried, lifts, standing = _standing(exceptions, tried, e, env)
        if standing:
            sure, found = _agreed(quantity, standing), (*tried, *lifts, *absent)
            return _settled(sure, _undecided(tried, standing), lifts), found, UNREAD
    sure, rules, _ = base(e, env)
    return _settled(sure, _undecided(tried, []), lifts), (*tried, *lifts, *absent, *rules), UNREAD


_AFTER_LIFT: dict[Verdict, Verdict] = {"retained": "lifted", "open": "open"}
"""What an exception that applied becomes by a lifting: one that may hold leaves it in doubt."""


def _standing(exceptions: list[Clause], tried: list[Found], e: Any, env: Env) -> tuple[list[Found], list[Found], list[Found]]:
    """The exceptions with their last verdict, the liftings tried, and those that nothing removes."""
    verdicts: dict[Clause, Verdict] = {one[0]: one[1] for one in tried if one[1] == "retained"}
    applied, lifts = list(verdicts), list[Found]()
    for clause in exceptions:
        if clause.kind == "lift" and any(one.identifier in clause.targets for one in applied):
            lifts.append(attempt(clause)(e, env))
            if lifts[-1][1] in _AFTER_LIFT:
                after = _AFTER_LIFT[lifts[-1][1]]
                verdicts.update((one, after) for one in applied if one.identifier in clause.targets and verdicts[one] != "lifted")
    for clause in applied:
        if verdicts[clause] == "retained":
            removed = (*clause.targets, *clause.priorities)
            verdicts.update((one, "overridden") for one in applied if one is not clause and one.identifier in removed)
    last: list[Found] = [(one[0], verdicts.get(one[0], one[1]), *one[2:]) for one in tried]
    return last, lifts, [one for one in last if one[1] == "retained"]


def _agreed(quantity: Quantity, applicable: list[Found]) -> object:
    """The common value of the sentences that apply; a disagreement names the two and their sources."""
    first, *others = applicable
    for other in others:
        known_in_part = isinstance(_given(first), Partial) or isinstance(_given(other), Partial)
        if not known_in_part and not same(_given(first), _given(other)):
            raise Refusal(
                "E0102", first[0].span, other[0].span, nom=quantity.name,
                premiere=first[0].identifier, sources_premiere=" ; ".join(first[0].sources),
                seconde=other[0].identifier, sources_seconde=" ; ".join(other[0].sources),
            )  # fmt: skip
    return _given(first)


def _given(found: Found) -> object:
    return found[4] if found[4] is not UNREAD else True


def same(left: object, right: object) -> bool:
    """Whether two values are the same, moving ones included."""
    if isinstance(left, Moving) and isinstance(right, Moving):
        return (left.value, left.slope, left.flags) == (right.value, right.slope, right.flags)
    return (type(left) is type(right) and left == right) or (left == right and not isinstance(left, bool | State))


def _undecided(tried: list[Found], standing: list[Found]) -> list[Found]:
    """The open exceptions that count: one that a standing sentence would remove anyway is without effect."""
    if "open" not in [one[1] for one in tried]:
        return []
    removed = {name for one in standing for name in (*one[0].targets, *one[0].priorities)}
    return [one for one in tried if one[1] == "open" and one[0].identifier not in removed]


def _settled(sure: object, doubtful: list[Found], lifts: list[Found]) -> object:
    """The value if the open exceptions change nothing, else the state that they, or the liftings in doubt, leave it in."""
    if all(same(_given(one), sure) for one in doubtful):
        return sure
    states = [state for one in (*doubtful, *lifts) if one[1] == "open" for state in _doubts(one)]
    return joined(states) if states else Unknown()


def _doubts(found: Found) -> list[State]:
    """The states that a sentence met in its dates and its condition."""
    return [one for one in (*found[2], found[3]) if isinstance(one, State)]
