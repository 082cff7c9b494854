"""Who cites each text of the register: rules and notices, interpretations, dated values, letters."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from justesse.program.program import Program
from justesse.program.register import registered


@dataclass(slots=True)
class Cited:
    """What cites a text, each name once, in the order of the program."""

    rules: list[str] = field(default_factory=list)
    interpretations: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)


def citations(program: Program) -> dict[str, Cited]:
    """Text of the register → what cites it."""
    made = {name: Cited() for name in program.register}
    for kind, name, sources in _citing(program):
        for source in sources:
            text = registered(source, program.register)
            listed = getattr(made[text.name], kind) if text else []
            if name not in listed:
                listed.append(name)
    return made


def _citing(program: Program) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for quantity in program.quantities.values():
        for clause in (*quantity.rules, *quantity.exceptions):
            yield "rules", clause.identifier, (*clause.sources, *clause.priority_sources)
    for notice in program.notices:
        yield "rules", notice.identifier, notice.sources
    for one in program.interpretations.values():
        yield "interpretations", one.identifier, one.sources
    for series in program.parameters.values():
        yield "values", series.name, tuple(value.source for value in series.values)
    if program.letter is not None:
        yield "rules", "courrier", tuple(program.letter.appeal.source.split(" ; "))
