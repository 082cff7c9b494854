"""One fact said by several papers: what they agree on, what a person retained of it, or a contradiction.

No paper prevails by its date or its place in the file: that is for a person, who says why. A paper that is silent on a
fact, or says it unknown, contradicts none. Reads no file; `case.py` does, and tells the mistakes.
"""

from collections.abc import Iterable
from fractions import Fraction

from justesse.diagnostics.diagnostic import Diagnostic, caution, mistake
from justesse.evaluation.facts import Record, Stated
from justesse.program.declarations import Attribute
from justesse.program.declarations import Record as RecordType
from justesse.program.types import Date, Label, ListOf, Month, Number, RecordOf, Type, YesNo
from justesse.text.source import Span
from justesse.values.calendar import iso_day, iso_month
from justesse.values.states import NotApplicable, State, Unknown


def agreed(said: Iterable[Stated]) -> Stated | None:
    """The statement to follow: the one retained, else the first when all that speak agree; None when they do not."""
    every = tuple(said)
    retained = [one for one in every if one.retained]
    speaking = [one for one in every if not _silent(one.value)]
    if len(retained) == 1:
        return retained[0]
    if any(one.value != speaking[0].value for one in speaking):
        return None
    return speaking[0] if speaking else every[0]


def sources(said: Iterable[Stated]) -> str:
    """The papers, each once: « attestation et bulletin »."""
    return " et ".join(dict.fromkeys(one.paper for one in sorted(said, key=_order) if one.paper))


def versions(said: Iterable[Stated], kind: Type) -> str:
    """What each paper says: « 2500 € selon A (2025-04-04), 2600 € selon B »."""
    return ", ".join(f"{written(one.value, kind)} selon {_paper(one)}" for one in sorted(said, key=_order))


def places_its_record(fact: Attribute) -> bool:
    """Whether the fact names, dates or links its record: without it, nothing of the record can be decided."""
    return isinstance(fact.type, Label | RecordOf | Month) or fact.declared.opens or fact.declared.closes


def contradiction(fact: Attribute, said: tuple[Stated, ...], span: Span, *others: Span) -> Diagnostic:
    """To be told; an error only when the record cannot be placed without this fact."""
    details = {"champ": fact.name, "situation": versions(said, fact.type)}
    if places_its_record(fact):
        return mistake("D0122", span, *others, **details)
    return caution("D0120", span, *others, **details)


def merged(kind: RecordType, records: list[Record], retained: dict[Record, str]) -> Record:
    """Several records of the same thing as one; a fact on which they differ is said by the paper of each."""
    first = records[0]
    for name, fact in kind.facts.items():
        if isinstance(fact.type, ListOf):
            continue
        said = tuple(each for one in records for each in _said(one, name, retained.get(one)))
        chosen = agreed(said)
        if chosen is None or any(one.value != said[0].value for one in said):
            first.statements[name] = said
        first.fields[name] = chosen.value if chosen is not None else Unknown((name,))
        if chosen is not None and not _silent(chosen.value):
            agreeing = [one for one in said if one.value == chosen.value]
            first.provenance[name] = sources(agreeing), chosen.received if len(agreeing) == 1 else None
    first.paper, first.received = sources(Stated(None, one.paper) for one in records), None
    return first


def _said(record: Record, name: str, reason: str | None) -> tuple[Stated, ...]:
    """What a record says of a fact, through several papers or its own."""
    paper, received = record.provenance.get(name, (record.paper, record.received))
    if reason is not None:
        return (Stated(record.fields.get(name), paper, received, True, reason),)
    return record.statements.get(name) or (Stated(record.fields.get(name), paper, received),)


def _order(one: Stated) -> tuple[bool, int, str]:
    """By day of reception, then by name: the order of the file leaves no trace."""
    return (one.received is None, one.received or 0, one.paper)


def _silent(value: object) -> bool:
    return isinstance(value, Unknown) or (isinstance(value, NotApplicable) and value.reason == "absent")


def _paper(one: Stated) -> str:
    return f"{one.paper} ({iso_day(one.received)})" if one.received is not None else one.paper


# --- values as a case writes them ---------------------------------------------------------------------


def written(value: object, kind: Type) -> str:
    """A value as it stands in a case, with its unit."""
    if isinstance(value, State):
        return "inconnu" if isinstance(value, Unknown) else "sans objet"
    match kind:
        case YesNo():
            return "oui" if value else "non"
        case Number(unit) if isinstance(value, int | Fraction):
            return f"{_decimal(Fraction(value))} {unit}".rstrip()
        case Date() if isinstance(value, int):
            return iso_day(value)
        case Month() if isinstance(value, int):
            return iso_month(value)
        case _:
            return _label(value) if isinstance(value, Record) else str(value)


def _decimal(value: Fraction) -> str:
    """« 151,67 »: a fact was read from a decimal, so that its denominator divides a power of ten."""
    places = next(count for count in range(19) if 10**count % value.denominator == 0)
    units, rest = divmod(abs(value.numerator) * (10**places // value.denominator), 10**places)
    return ("-" if value < 0 else "") + str(units) + (f",{rest:0{places}d}" if places else "")


def _label(record: Record) -> str:
    return next((one for one in record.fields.values() if isinstance(one, str)), record.type)
