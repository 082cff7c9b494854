"""What a case and the rules, or two decisions, disagree on, in words: values and gaps as a reader sees them."""

from fractions import Fraction

from justesse.casebook.run import Difference, Outcome
from justesse.diagnostics.wording import full_text
from justesse.explanation.wording import number_text, value_text
from justesse.program.types import Number, Type


def computed_text(difference: Difference) -> str:
    """« 3600/73 (≈ 49,32 €/jour) »; just the words when they say it exactly."""
    if difference.type is None:
        return str(difference.computed)
    words = value_text(difference.computed, difference.type)
    if isinstance(difference.computed, Fraction) and words.startswith("≈"):
        exact = f"{difference.computed.numerator} / {difference.computed.denominator}"
        return f"{exact} ({words})"
    return words


def outcome_text(outcome: Outcome, base: str = "") -> str:
    """A case that fails, as lines: each mistake, each difference with its file and line."""
    parts = [full_text(one).rstrip() for one in outcome.problems]
    for one in outcome.differences:
        where = f"{base}{one.span.source.name}:{one.span.line}"
        parts.append(f"{where} : {one.subject}, {one.name}\n  attendu : {one.expected}\n  calculé : {computed_text(one)}")
    return "\n".join([f"{outcome.case.identifier} : {outcome.case.title}", *parts])


def words_of(value: object, kind: Type | None) -> str:
    """A value; « — » where there is none; each owner's on a day that two share."""
    if value is None:
        return "—"
    if kind is None:
        return str(value)
    if isinstance(value, tuple):
        return " ; ".join(value_text(one, kind) for one in value)
    return value_text(value, kind)


def signed(gap: Fraction, kind: Type | None) -> str:
    """« +12,00 € »."""
    assert isinstance(kind, Number)
    return ("+" if gap > 0 else "") + number_text(gap, kind.unit)
