"""What a decision shows, in one form, whether evaluation, generated Python or machine code decided it; and the differences."""

from collections.abc import Iterator

from justesse.compiled.single import Values
from justesse.evaluation.decision import Decision
from justesse.evaluation.facts import Record
from justesse.program.program import Program
from justesse.values.states import NotApplicable

Days = dict[tuple[int, int], tuple[object, ...]]
"""(place of the owner, day) → the values of that day: how runs are cut is no value."""


def plain(value: object) -> object:
    """Records by place; every « sans objet » alike."""
    if isinstance(value, Record):
        return value.position
    if isinstance(value, tuple):
        return tuple(plain(one) for one in value)
    return None if isinstance(value, NotApplicable) else value


def days_of_decision(decision: Decision) -> Days:
    """Day by day."""
    return {
        (run.owner.position, day): tuple(plain(line.value) for line in run.lines)
        for run in decision.runs
        for day in range(run.first, run.last + 1)
    }


def days_of_values(values: Values) -> Days:
    """The same, of a kernel."""
    return {
        (owner, day): tuple(plain(one) for one in line)
        for _, owner, first, last, line in values.runs
        for day in range(first, last + 1)
    }


def differences(program: Program, decision: Decision, values: Values) -> Iterator[str]:
    """What evaluation and a kernel do not show alike."""
    said = {one.rule.identifier for one in decision.notices if not one.open}
    if said != {name for name, _ in values.notices}:
        yield f"notices: {sorted(said)} / {sorted({name for name, _ in values.notices})}"
    if decision.out_of_scope:
        return
    views = {id(view): number for number, view in enumerate(program.views)}
    for part in decision.parts:
        found = values.lines.get((views[id(part.view)], part.record.position), [])
        for line, one in zip(part.lines, found, strict=True):
            if plain(line.value) != plain(one):
                yield f"{part.record!r}, {line.item.name}: {line.value} / {one}"
    expected, there = days_of_decision(decision), days_of_values(values)
    for key in sorted(expected.keys() | there.keys()):
        if expected.get(key) != there.get(key):
            yield f"owner {key[0]}, day {key[1]}: {expected.get(key)} / {there.get(key)}"
