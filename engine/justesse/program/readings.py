"""The readings that a run asks for, held against the interpretations of the rules. Chooses none."""

from collections.abc import Iterable

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.near_names import meant
from justesse.program.program import Program
from justesse.text.source import Span


def unknown_readings(pairs: Iterable[tuple[str, str]], program: Program, span: Span | None = None) -> list[Diagnostic]:
    """A mistake for each (interpretation, reading) that the rules do not have; `span`: where they are asked for."""
    wrong = []
    for name, reading in pairs:
        known = program.interpretations.get(name)
        if known is None or reading not in known.readings:
            options = known.readings if known else tuple(program.interpretations)
            near = meant(reading if known else name, options)
            wrong.append(mistake("C0104", span, nom=name, lu=reading, proche=near))
    return wrong
