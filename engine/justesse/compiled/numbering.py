"""What is settled before a kernel is written: numbers of things, sentences of the readings taken, denominators, counters.

Reads the program; writes nothing.
"""

from justesse.compiled import counters, placing
from justesse.compiled.lowering import Lowering
from justesse.compiled.objects import Objects
from justesse.compiled.scales import Scales
from justesse.compiled.written import Names
from justesse.program.program import Clause, Program
from justesse.program.types import ListOf, Month


def lowering_of(program: Program, taken: dict[str, str]) -> Lowering:
    """All of it; `taken` gives the reading of each interpretation."""
    clauses = {key: (_of(one.rules, taken), _of(one.exceptions, taken)) for key, one in program.quantities.items()}
    kinds = list(program.declarations.records)
    names = Names(
        records={kind: place for place, kind in enumerate(kinds)},
        quantities={key: place for place, key in enumerate(program.quantities)},
        loops={loop: place for place, loop in enumerate(program.loops)},
    )
    for kind, record in program.declarations.records.items():
        for place, fact in enumerate(record.facts):
            names.facts[(kind, fact)] = place
    scales = Scales(program, {key: [*rules, *others] for key, (rules, others) in clauses.items()})
    lo = Lowering(program, names, clauses, scales, Objects(program, clauses))
    lo.counters = counters.counters_of(lo)
    lo.in_place = placing.written_in_place(lo, taken)
    lo.ahead = placing.decided_ahead(lo, taken)
    lo.every_day = counters.decided_every_day(lo, taken)
    lo.widths = {
        one.key: counters.most_months(clauses[one.key][0] + clauses[one.key][1])
        for one in program.quantities.values()
        if one.type == ListOf(Month())
    }
    lo.months = frozenset(key for key in lo.widths if counters.follow_one_another(clauses[key]))
    return lo


def _of(clauses: list[Clause], taken: dict[str, str]) -> list[Clause]:
    """The sentences of the readings taken."""
    return [one for one in clauses if one.reading is None or taken.get(one.reading[1]) == one.reading[0]]
