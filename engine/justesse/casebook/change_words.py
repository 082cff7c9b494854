"""A change found, in words: whose fact it is, what it is and would be, by how much, the paper that says it and who sends it.

Says what was verified, never that something should be written otherwise. Searches nothing.
"""

from dataclasses import dataclass
from fractions import Fraction

from justesse.casebook.trial import Said
from justesse.casebook.why_not import Changed
from justesse.evaluation.facts import named
from justesse.explanation.awaited import sender_of
from justesse.explanation.wording import count_text, value_text
from justesse.program.program import Program
from justesse.program.types import Date, Number, Type


@dataclass(frozen=True, slots=True)
class Told:
    """`about` is the record, empty for the subject of the case; `gap` the distance, empty for a choice."""

    fact: str
    about: str
    now: str
    then: str
    gap: str
    paper: str
    sender: str


def told(program: Program, one: Changed) -> Told:
    """The words of a change."""
    record, fact = one.lever.record, one.lever.fact
    declared = program.declarations
    paper = program.papers.get((fact.name, record.type), "")
    about = "" if record.type == declared.root else named(record, declared)
    now, then = (value_text(value, fact.type) for value in (one.lever.value, one.value))
    return Told(fact.name, about, now, then, gap_text(fact.type, one.lever.value, one.value), paper, sender_of(declared, paper))


def gap_text(kind: Type, before: object, after: object) -> str:
    """« il manque 8 heures », « 5 jours plus tôt »; nothing for a choice."""
    if not isinstance(before, int | Fraction) or not isinstance(after, int | Fraction) or isinstance(before, bool):
        return ""
    gap = Fraction(after) - Fraction(before)
    if isinstance(kind, Date):
        return f"{count_text(abs(int(gap)), 'jour')} plus {'tard' if gap > 0 else 'tôt'}"
    words = value_text(abs(gap), kind)
    return (f"il manque {words}" if gap > 0 else f"{words} de trop") if isinstance(kind, Number) else ""


def lines_text(lines: tuple[Said, ...]) -> str:
    """« indemnisé, 12,00 €/jour »: what the decision would show of a day."""
    return ", ".join(value_text(value, kind) for _, value, kind in lines)
