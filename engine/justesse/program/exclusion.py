"""Three questions about conditions: can two sentences apply together, can a condition never hold, does it always hold.

Answered by the situations found; when the search gives up, nothing is said. A situation is put into words for the writer.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from justesse.program import core as c
from justesse.program.declarations import Subject
from justesse.program.measures import kind_of, shape
from justesse.program.program import Clause, NoticeRule, Program, Quantity
from justesse.program.situations import Situation, TooMany, Wish, situation
from justesse.program.types import Date, Month, Number, Type
from justesse.values.calendar import FIRST_DAY, LAST_DAY, day_of, iso_day, iso_month, month_of
from justesse.values.units import Unit

_USUAL_DAY = day_of(2024, 1, 1) or 0
_MOST_SAID = 5
_PLACES = {"first": "le premier", "second": "le deuxième", "third": "le troisième", "last": "le dernier"}


def together(program: Program, quantity: Quantity, first: Clause, second: Clause) -> str | None:
    """A situation in which both sentences apply and disagree, in words; None when there is none or they agree."""
    if _same_value(first.value, second.value):
        return None
    wishes = [Wish(one.condition, True) for one in (first, second) if one.condition is not None]
    for one in _removing(quantity, first, second):
        if one.condition is None:
            return None
        wishes.append(Wish(one.condition, False, lenient=True))
    try:
        found = situation(program, wishes, (first, second))
    except TooMany:
        return None
    return " ; ".join(_said(program, quantity, found)) or "toujours" if found is not None else None


def _removing(quantity: Quantity, first: Clause, second: Clause) -> Iterator[Clause]:
    """The liftings and further exceptions that would remove one of the two, whatever the date and the reading."""
    rivals = {first.identifier, second.identifier}
    for one in quantity.exceptions:
        removes = rivals & {*one.targets, *one.priorities} and one.identifier not in rivals
        if removes and not one.validities and one.reading is None:
            yield one


def never(program: Program, clause: Clause | NoticeRule, condition: c.Core) -> bool:
    """Whether the condition cannot hold on any date or reading of its sentence."""
    return _impossible(program, clause, Wish(condition, True))


def always(program: Program, clause: Clause | NoticeRule, condition: c.Core) -> bool:
    """Whether the condition holds each time it can be known."""
    return _impossible(program, clause, Wish(condition, False))


def _impossible(program: Program, clause: Clause | NoticeRule, wish: Wish) -> bool:
    try:
        return situation(program, [wish], [clause]) is None
    except TooMany:
        return False


def _same_value(first: c.Core | None, second: c.Core | None) -> bool:
    if isinstance(first, c.Const) and isinstance(second, c.Const):
        return first.value == second.value
    return first is not None and second is not None and shape(first) == shape(second)


# --- a situation in words ---------------------------------------------------------------------------------


def _said(program: Program, quantity: Quantity, found: Situation) -> list[str]:
    """« prix : 12 € », « à distance : oui »: what can be named, the most telling first."""
    lines = [*_choices(found, program, quantity), *_numbers(program, quantity, found)]
    for name, truth in found.truths.items():
        lines.append(_line(program, quantity, found.told[name], "oui" if truth else "non"))
    for name, states in found.states.items():
        if "connu" not in states:
            lines.append(_line(program, quantity, found.told[name], min(states)))
    return [line for line in lines if line][:_MOST_SAID]


def _line(program: Program, quantity: Quantity, node: c.Core, value: str) -> str:
    name = _name(program, quantity, node)
    return f"« {name} » : {value}" if name else ""


def _choices(found: Situation, program: Program, quantity: Quantity) -> Iterator[str]:
    for name, among in found.choices.items():
        node = found.told[name]
        if isinstance(node, c.Const):
            yield f"lecture « {min(among)} » de {node.value}"
        else:
            yield _line(program, quantity, node, f"« {min(among)} »")


def _numbers(program: Program, quantity: Quantity, found: Situation) -> Iterator[str]:
    kinds = {name: _kind(program, quantity, found.told[name]) for name in found.differences.names() if name in found.told}
    usual = {name: Fraction(month_of(_USUAL_DAY) if kind == Month() else _USUAL_DAY)
             for name, kind in kinds.items() if isinstance(kind, Date | Month)}  # fmt: skip
    for name, value in found.differences.solution(usual, usual).items():
        said = _amount(value, kinds[name])
        yield _line(program, quantity, found.told[name], said) if said else ""


def _kind(program: Program, quantity: Quantity, node: c.Core) -> Type | None:
    subject = _subject(quantity, node)
    return subject.kind if subject is not None else kind_of(program, node)


def _subject(quantity: Quantity, node: c.Core) -> Subject | None:
    """The subject that a slot stands for."""
    if isinstance(node, c.Slot) and 1 <= node.index <= len(quantity.subjects):
        return quantity.subjects[node.index - 1]
    return None


def _name(program: Program, quantity: Quantity, node: c.Core) -> str:
    """How the vocabulary calls an expression; empty when it has no name of its own."""
    subject = _subject(quantity, node)
    match node:
        case c.Slot():
            return f"ce {subject.name}" if subject is not None else ""
        case c.Value(key, args):
            return _of(program, quantity, program.quantities[key].name, args[0])
        case c.Field(record, name):
            return _of(program, quantity, name, record)
        case c.Series(parameter, _):
            return parameter
        case c.Fold(kind, _, _, body) if kind in _PLACES and body is not None and (name := _name(program, quantity, body)):
            return f"{name} ({_PLACES[kind]})"
        case _:
            return ""


def _of(program: Program, quantity: Quantity, name: str, owner: c.Core) -> str:
    """The name, and of what when it is not the subject of the sentence."""
    match owner:
        case c.Slot():
            return name
        case c.Neighbour(_, step):
            return f"{name} ({'avant' if step < 0 else 'après'})"
        case c.Fold(kind, _, _, None) if kind in _PLACES:
            return f"{name} ({_PLACES[kind]})"
        case _:
            whose = _name(program, quantity, owner)
            return f"{name} ({whose})" if whose else ""


def _amount(value: Fraction, kind: Type | None) -> str:
    """A number in words; nothing for a day outside the calendar, which only comparisons with other days ask for."""
    match kind:
        case Date():
            return iso_day(int(value)) if FIRST_DAY <= value <= LAST_DAY else ""
        case Month():
            return iso_month(int(value)) if month_of(FIRST_DAY) <= value <= month_of(LAST_DAY) else ""
        case _:
            number = f"{Decimal(value.numerator) / value.denominator:f}".replace(".", ",")
            return f"{number} {_unit(kind.unit, value)}".rstrip() if isinstance(kind, Number) else number


def _unit(unit: Unit, value: Fraction) -> str:
    word = str(unit) if unit.powers else ""
    plural = abs(value) >= 2 and word in ("jour", "heure", "semaine", "an")
    return f"{word}s" if plural else word
