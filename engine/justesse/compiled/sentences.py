"""Which sentence gives the value, written out: versions in force, exceptions, liftings, priorities, base rules.

The same order as evaluation. Two sentences that disagree, or none in force, leave the dossier, for evaluation says why.
"""

from justesse.compiled import operands as o
from justesse.compiled import truths, values
from justesse.compiled.lowering import Env, Lowering
from justesse.compiled.operands import Operand
from justesse.program.program import Clause, Quantity, Validity
from justesse.program.types import Days, ListOf, YesNo


def chosen(lo: Lowering, quantity: Quantity, env: Env) -> Operand:
    """Write the choice; the value of the quantity for its subjects."""
    rules, exceptions = lo.clauses[quantity.key]
    if not exceptions and quantity.fact is None and len(rules) == 1 and _always(rules[0]):
        return _plain(lo, quantity, rules[0], env)
    result = values.Result(lo, lo.scales.quantities.get(quantity.key, 1), isinstance(quantity.type, Days | ListOf))
    if quantity.fact is not None:
        said = values.value(lo, quantity.fact, env)
        with lo.text.block(f"if {said.text} != NA"):
            result.take(said)
        with lo.text.block("else"):
            _exceptions(lo, quantity, exceptions, rules, env, result)
    else:
        _exceptions(lo, quantity, exceptions, rules, env, result)
    return result.operand


def _always(clause: Clause) -> bool:
    return not clause.validities and (clause.condition is None or clause.value is None)


def _plain(lo: Lowering, quantity: Quantity, clause: Clause, env: Env) -> Operand:
    if clause.value is not None:
        one = values.value(lo, clause.value, env)
        if isinstance(quantity.type, YesNo) and one.nullable:
            return Operand(lo.text.named(f"({one.text} == 1) * 1"))
        return one
    assert clause.condition is not None
    return Operand(lo.text.named(f"({truths.holds(lo, clause.condition, env)}) * 1"))


# --- exceptions ---------------------------------------------------------------------------------------


def _exceptions(
    lo: Lowering, quantity: Quantity, every: list[Clause], rules: list[Clause], env: Env, result: "values.Result"
) -> None:
    proper = [one for one in every if one.kind == "exception"]
    if not proper:
        _base(lo, quantity, rules, env, result)
        return
    held = {one: _stands(lo, one, env) for one in proper}
    left = _remaining(lo, held, every, env)
    with lo.text.block(f"if {left} == 0"):
        _base(lo, quantity, rules, env, result)
    with lo.text.block("else"):
        _agreeing(lo, quantity, [(one, held[one]) for one in proper], env, result)


def _stands(lo: Lowering, clause: Clause, env: Env) -> str:
    """A name that is 1 when a sentence is in force and its condition holds, else 0."""
    name = lo.text.fresh("h")
    lo.text.line(f"{name} = 0")
    depth = lo.text.depth
    for validity in clause.validities:
        in_force(lo, validity, env)
    if clause.condition is not None:
        truths.under(lo, clause.condition, env)
    lo.text.line(f"{name} = 1")
    lo.text.depth = depth
    return name


def in_force(lo: Lowering, validity: Validity, env: Env) -> None:
    """What follows is written where the date of a sentence falls within its interval."""
    clock = values.value(lo, validity.date, env)
    for limit, op, sign in ((validity.start, "≥", ">="), (validity.end, "≤", "<=")):
        if limit is not None:
            if clock.slope and lo.moment is not None:
                _cut_at(lo, clock, limit, op)
            known = o.known(clock)
            lo.text.line(f"if {known + ' and ' if known else ''}{clock.text} {sign} {limit}:")
            lo.text.depth += 1


def _cut_at(lo: Lowering, clock: Operand, limit: int, op: str) -> None:
    assert lo.moment is not None
    if clock.slope != "1":
        lo.stop_here()
        return
    last = limit - 1 if op == "≥" else limit
    with lo.text.block(f"if {clock.text} <= {last}"):
        lo.cut(f"{last} + {lo.moment.day} - {clock.text}")


def _remaining(lo: Lowering, held: dict[Clause, str], every: list[Clause], env: Env) -> str:
    """Take away what liftings and priorities remove; how many exceptions are left."""
    targets = {one.identifier: name for one, name in held.items()}
    by_name: dict[str, list[str]] = {}
    for one, name in held.items():
        by_name.setdefault(one.identifier, []).append(name)
    lifts = [one for one in every if one.kind == "lift"]
    removers = [one for one in held if any(name in targets for name in (*one.targets, *one.priorities))]
    applied = {name: lo.text.named(f"{name} + 0") for name in held.values()} if lifts else {}
    for lift in lifts:
        lifted = [name for target in lift.targets for name in by_name.get(target, [])]
        if lifted:
            with lo.text.block("if " + " or ".join(applied[name] for name in lifted)):
                stands = _stands(lo, lift, env)
                with lo.text.block(f"if {stands}"):
                    for name in lifted:
                        lo.text.line(f"{name} = 0")
    for one in removers:
        with lo.text.block(f"if {held[one]}"):
            for target in (*one.targets, *one.priorities):
                for name in by_name.get(target, []):
                    if name != held[one]:
                        lo.text.line(f"{name} = 0")
    return lo.text.named(" + ".join(held.values()))


def _agreeing(lo: Lowering, quantity: Quantity, held: list[tuple[Clause, str]], env: Env, result: "values.Result") -> None:
    """The common value of the exceptions left."""
    seen = lo.text.fresh("n")
    lo.text.line(f"{seen} = 0")
    for place, (clause, name) in enumerate(held):
        with lo.text.block(f"if {name}"):
            one = values.value(lo, clause.value, env) if clause.value is not None else Operand("1")
            if place == 0:
                result.take(one)
                if len(held) > 1:
                    lo.text.line(f"{seen} = 1")
            else:
                with lo.text.block(f"if {seen}"):
                    _disagreement(lo, one, result)
                with lo.text.block("else"):
                    result.take(one)
                lo.text.line(f"{seen} = 1")


def _disagreement(lo: Lowering, one: Operand, result: "values.Result") -> None:
    there = result.operand
    ours, theirs = o.crossed(lo.still(one), Operand(result.name, there.scale))
    with lo.text.block(f"if ({one.text} == NA) != ({result.name} == NA) or {one.text} != NA and {ours} != {theirs}"):
        lo.text.line("leave(5)")


# --- base rules ---------------------------------------------------------------------------------------


def _base(lo: Lowering, quantity: Quantity, rules: list[Clause], env: Env, result: "values.Result") -> None:
    """The base rule in force that applies; a yes/no without any is no."""
    if not rules:
        lo.text.line("leave(5)")
        return
    if len(rules) == 1 and _always(rules[0]):
        result.take(_plain(lo, quantity, rules[0], env))
        return
    live = lo.text.fresh("n") if all(one.validities for one in rules) else ""
    met = lo.text.fresh("n")
    if live:
        lo.text.line(f"{live} = 0")
    lo.text.line(f"{met} = 0")
    for place, clause in enumerate(rules):
        depth = lo.text.depth
        for validity in clause.validities:
            in_force(lo, validity, env)
        if live:
            lo.text.line(f"{live} = 1")
        _rule(lo, quantity, clause, env, result, met, place > 0)
        lo.text.depth = depth
    if live:
        with lo.text.block(f"if {live} == 0"):
            lo.text.line("leave(5)")
    if isinstance(quantity.type, YesNo):
        with lo.text.block(f"if {met} == 0 or {result.name} == NA"):
            lo.text.line(f"{result.name} = 0")


def _rule(lo: Lowering, quantity: Quantity, clause: Clause, env: Env, result: "values.Result", met: str, others: bool) -> None:
    """One rule in force: its value when it applies, compared with that of another that did."""
    depth = lo.text.depth
    if clause.value is not None and clause.condition is not None:
        truths.under(lo, clause.condition, env)
    one = _plain(lo, quantity, clause, env)
    if others:
        with lo.text.block(f"if {met}"):
            _disagreement(lo, one, result)
    result.take(one)
    lo.text.line(f"{met} = 1")
    lo.text.depth = depth
