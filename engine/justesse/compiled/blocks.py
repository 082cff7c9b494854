"""Dossiers put side by side as a block of columns, and the values of a block given back dossier by dossier.

The way in for dossiers that are read one by one; tables come in whole elsewhere.
"""

from array import array
from collections.abc import Sequence
from typing import Any

from justesse.compiled.columns import Columns, Outside, Plan, columns_of, nothing_of
from justesse.compiled.driver import by_day, groups_of
from justesse.compiled.native import UNKNOWN, Block, Found, Native, Numbers
from justesse.compiled.readout import shaped
from justesse.compiled.single import Left, Values
from justesse.compiled.written import Kernel
from justesse.evaluation.facts import Record
from justesse.program.types import Date


def block_of(native: Native, plan: Plan, roots: Sequence[Record]) -> tuple[Block, list[Columns], dict[int, int]]:
    """A block; the labels of each dossier are in its `Columns`; the dossiers that do not fit, with their code, are empty."""
    made: list[Columns] = []
    outside: dict[int, int] = {}
    for place, root in enumerate(roots):
        try:
            made.append(columns_of(plan, root, UNKNOWN))
        except Outside as error:
            outside[place] = error.code
            made.append(nothing_of(plan, root, UNKNOWN))
    offsets = {kind: array("q", [0]) for kind in native.kinds}
    columns = {(kind, name): array("q") for kind, name, _ in native.facts}
    for one in made:
        for kind in native.kinds:
            offsets[kind].append(offsets[kind][-1] + one.arrays[plan.names.count(kind)])  # type: ignore[operator]
        for kind, name, where in native.facts:
            columns[(kind, name)].extend(one.arrays[where])  # type: ignore[arg-type]
    return Block(len(made), offsets, columns, outside), made, outside


def values_of(native: Native, block: Block, found: Found, columns: list[Columns], place: int) -> Values | Left:
    """What a decision shows, of one dossier of a block."""
    if found.routes[place]:
        return Left(found.routes[place])
    program, values = native.program, Values()
    for number, rule in enumerate(program.notices):
        if found.notices[place] >> number & 1:
            values.notices.append((rule.identifier, ()))
    if any(rule.kind == "out-of-scope" for number, rule in enumerate(program.notices) if found.notices[place] >> number & 1):
        return values
    options = native.options | {number: value for value, number in columns[place].labels.items()}
    members = {group: kind for kind, group in program.declarations.members.items()}
    groups, views = groups_of(program), by_day(program)
    for number, view in enumerate(program.views):
        kind = view.subjects[0].name
        if isinstance(view.subjects[-1].kind, Date):
            at = len(views) * place + views.index(number)
            start, end = found.run_offsets[at : at + 2]
            values.runs += _runs(native.kernel, number, found.runs[start:end], options, len(view.items))
            continue
        start, end = block.offsets[members.get(kind, kind)][place : place + 2]
        for record in range(found.groups[len(groups) * place + groups.index(kind)] if kind in members else end - start):
            row = []
            for line in range(len(view.items)):
                first, second = found.lines[f"w{number}_{line}"]
                shape = native.kernel.shapes[f"w{number}_{line}"]
                row.append(shaped(first[start + record], second[start + record], shape, options))
            values.lines[(number, record)] = row
    return values


def _runs(kernel: Kernel, view: int, found: Numbers, options: dict[int, str], items: int) -> list[Any]:
    runs = []
    for at in range(0, len(found), 3 + 2 * items):
        owner, first, last, *values = found[at : at + 3 + 2 * items]
        row = [shaped(values[2 * line], values[2 * line + 1], kernel.shapes[f"w{view}_{line}"], options) for line in range(items)]
        runs.append((view, owner, first, last, row))
    return runs
