"""The names one may take for another: same type and unit, same subjects, declared close by. Gross for net, start for end."""

from justesse.mutation.places import Scope, type_of
from justesse.program import core as c
from justesse.program.program import Program
from justesse.program.types import RecordOf

NEAR = 2
"""How many names are tried in the place of one."""


def near_facts(node: c.Field, scope: Scope, program: Program) -> list[str]:
    """The facts of the same record and type, nearest in the vocabulary first."""
    owner = type_of(node.record, scope, program)
    if not isinstance(owner, RecordOf):
        return []
    facts = program.declarations.records[owner.record].facts
    if node.name not in facts:
        return []
    kind = facts[node.name].type
    return _nearest(node.name, [name for name, fact in facts.items() if fact.type == kind])


def near_quantities(key: str, program: Program) -> list[str]:
    """The quantities of the same subjects and type that some rule defines, nearest in the vocabulary first."""
    wanted = program.quantities[key]
    return _nearest(
        key,
        [
            name
            for name, one in program.quantities.items()
            if one.subjects == wanted.subjects and one.type == wanted.type and one.rules and one.fact is wanted.fact
        ],
    )


def _nearest(name: str, names: list[str]) -> list[str]:
    if name not in names:
        return []
    place = names.index(name)
    return sorted((one for one in names if one != name), key=lambda one: abs(names.index(one) - place))[:NEAR]
