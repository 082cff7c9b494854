"""The readings that a run asks for, held against the interpretations of the rules. Chooses none."""

from collections.abc import Iterable

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.near_names import nearest
from justesse.program.program import Program


def unknown_readings(pairs: Iterable[tuple[str, str]], program: Program) -> list[Diagnostic]:
    """A mistake for each (interpretation, reading) that the rules do not have."""
    wrong = []
    for name, reading in pairs:
        known = program.interpretations.get(name)
        if known is None or reading not in known.readings:
            options = known.readings if known else tuple(program.interpretations)
            near = nearest(reading if known else name, options) or ", ".join(options)
            wrong.append(mistake("C0104", None, nom=name, lu=reading, proche=near))
    return wrong
