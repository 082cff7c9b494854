"""Where a value comes from: the paper of a fact, the text of a parameter, the sources and dates of a sentence."""

import re

from justesse.evaluation.facts import Record
from justesse.evaluation.trace import Instance, Tried
from justesse.explanation.inputs import Input
from justesse.explanation.kinds import kind_of
from justesse.explanation.point import Point
from justesse.explanation.wording import day_text, record_text, value_text
from justesse.program.program import Program
from justesse.program.types import Date, Type
from justesse.values.moving import Moving

LONG_LIST = 3


class Origins:
    """The facts and parameters of one program as points."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.declared = program.declarations

    def fact(self, one: Input, within: Instance) -> Point:
        """A fact with the paper it comes from."""
        owner = one.step.parts[0].value if one.step.parts else None
        value = _fact_text(one.step.value, kind_of(one.step, self.declared))
        if not isinstance(owner, Record):
            return Point("fact", one.name, value)
        paper, received = owner.provenance.get(one.name, (owner.paper, owner.received))
        paper = paper or self.program.papers.get((one.name, owner.type), "")
        when = f"reçu le {day_text(received)}" if received is not None else ""
        said = owner in within.args or owner.type == self.declared.root
        title = one.name if said else f"{one.name}, {record_text(owner)}"
        return Point("fact", title, value, ", ".join(filter(None, (paper, when, *_choice(owner, one.name)))))

    def parameter(self, one: Input) -> Point:
        """A dated value, the date it is read at and the text that fixes it."""
        date = one.step.parts[0].value if one.step.parts else None
        day = int(date.value if isinstance(date, Moving) else date) if isinstance(date, int | Moving) else None
        value = value_text(one.step.value, kind_of(one.step, self.declared))
        if day is None:
            return Point("parameter", one.name, value)
        dated = [entry for entry in self.program.parameters[one.name].values if entry.start <= day]
        since = f", fixé à compter du {day_text(dated[-1].start)} par {dated[-1].source}" if dated else ""
        return Point("parameter", one.name, value, f"en vigueur le {day_text(day)}{since}")


def origin_text(tried: Tried) -> str:
    """« article ; article, applicable selon la date d'achat (31 mars 2025) jusqu'au 31 août 2024 »."""
    clause = tried.clause
    words = [" ; ".join(clause.sources)] if clause.sources else []
    for place, validity in enumerate(clause.validities):
        clock = tried.dates[place].value if place < len(tried.dates) else None
        known = clock.value if isinstance(clock, Moving) else clock
        at = f" ({value_text(known, Date())})" if known is not None else ""
        start = f" à compter du {day_text(validity.start)}" if validity.start is not None else ""
        end = f" jusqu'au {day_text(validity.end)}" if validity.end is not None else ""
        words.append(f"applicable selon {_elided(validity.words)}{at}{start}{end}")
    if clause.reading is not None:
        words.append(f"lecture « {clause.reading[0]} » de {clause.reading[1]}")
    return ", ".join(words)


def _choice(owner: Record, name: str) -> list[str]:
    """What a person followed against another paper, and why."""
    said = owner.statements.get(name, ())
    reasons = [one.reason for one in said if one.retained]
    others = ", ".join(dict.fromkeys(one.paper for one in said if not one.retained))
    return [f"retenue plutôt que {others} : {reason}" for reason in reasons if others]


def _elided(words: str) -> str:
    """« début de arrivée » as one says it."""
    return re.sub(r"\bde (?=[aeiouyâàéèêîô])", "d'", words)


def _fact_text(value: object, kind: Type) -> str:
    """A fact; a long list of records is counted."""
    long = isinstance(value, tuple) and len(value) > LONG_LIST
    return f"{len(value)} éléments" if long else value_text(value, kind)  # type: ignore[arg-type]
