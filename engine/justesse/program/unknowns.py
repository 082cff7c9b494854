"""Facts that may be unknown: what follows from their absence must be said.

It is said in one of four ways: a paper brings the fact (what depends on it then stays unknown, and the decision names what is
missing), a sentence supplies a value (« à défaut de … »), a condition looks at whether it is unknown — the fact or what is
computed from it —, or the fact decides nothing (« pour information »). Facts of one name are told apart by their record for
papers and supplies only: an expression does not say which record it reads.
"""

from collections.abc import Iterator

from justesse.diagnostics.diagnostic import Diagnostic, caution
from justesse.program import core as c
from justesse.program.order import children, clause_parts
from justesse.program.program import Program


def unsaid_effects(program: Program) -> Iterator[Diagnostic]:
    """Each fact that may be unknown and whose absence nothing speaks of."""
    looked_at = _looked_at(program)
    for one in program.declarations.attributes.values():
        if one.is_fact and one.declared.may_be_unknown and not one.declared.for_information:
            brought = (one.name, one.subjects[0].name) in program.papers
            if not (brought or supplied_key(one.key) in program.quantities or one.name in looked_at):
                yield caution("R0705", one.span, nom=one.name, sujet=one.subjects[0].name)


def supplied_key(fact: str) -> str:
    """The quantity that stands for a fact when a sentence supplies its value."""
    return f"{fact}, à défaut"


def _looked_at(program: Program) -> set[str]:
    """The names of the facts that some « est inconnu » reaches."""
    tested = [inner for part in _sentences(program) for inner in _tested(part)]
    names: set[str] = set()
    seen: set[str] = set()
    while tested:
        node = tested.pop()
        if isinstance(node, c.Field):
            names.add(node.name)
        if isinstance(node, c.Value) and node.quantity not in seen:
            seen.add(node.quantity)
            quantity = program.quantities[node.quantity]
            tested.extend(part for one in (*quantity.rules, *quantity.exceptions) for part in clause_parts(one))
        tested.extend(children(node))
    return names


def _sentences(program: Program) -> Iterator[c.Core]:
    for quantity in program.quantities.values():
        for clause in (*quantity.rules, *quantity.exceptions):
            yield from clause_parts(clause)
    yield from (notice.condition for notice in program.notices if notice.condition is not None)


def _tested(node: c.Core) -> Iterator[c.Core]:
    if isinstance(node, c.Apply) and node.op == "unknown?":
        yield node.args[0]
    for part in children(node):
        yield from _tested(part)
