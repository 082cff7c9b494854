"""French texts of values: amounts, durations, dates, periods, states. Knows neither sentences nor decisions.

A figure shown shorter than it is carried begins with « ≈ ». Spaces inside a figure never break.
"""

import re
from fractions import Fraction
from functools import lru_cache

from justesse.evaluation.facts import Record
from justesse.program.declarations import Declarations
from justesse.program.types import Choice, Date, Days, ListOf, Month, Number, Type, YesNo
from justesse.values.calendar import FIRST_DAY, read_day, to_date
from justesse.values.moving import Moving
from justesse.values.ranges import OneOf, Range
from justesse.values.states import Judge, Partial, State, ToCome, ToJudge, Unknown, causes_of
from justesse.values.units import NONE, Unit

SPACE, THIN = "\u00a0", "\u202f"
_DATES = re.compile(r"(?<![\w-])\d{4}-\d{2}(?P<day>-\d{2})?(?![\w-])")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_SHORT_MONTHS = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
_PLURALS = {"jour": "jours", "heure": "heures", "semaine": "semaines", "an": "ans"}
_SHOWN = 8
"""The most elements of a list that are named."""


# --- values ---------------------------------------------------------------------------------------


def value_text(value: object, kind: Type, declared: Declarations | None = None) -> str:
    """Any value of a type; `declared` tells which facts name a record."""
    if isinstance(value, Range | OneOf):
        return partial_text(value, kind)
    if isinstance(value, State):
        return state_text(value)
    if isinstance(value, Moving):
        return _moving_text(value, kind)
    match kind:
        case YesNo():
            return "oui" if value else "non"
        case Number(unit) if isinstance(value, int | Fraction):
            return number_text(value, unit)
        case Date() if isinstance(value, int):
            return day_text(value)
        case Month() if isinstance(value, int):
            return month_text(value)
        case Days() if isinstance(value, tuple):
            return span_text(value)
        case ListOf(item) if isinstance(value, tuple):
            return list_text(value, item, declared)
        case _:
            return record_text(value, declared) if isinstance(value, Record) else str(value)


def state_text(state: State) -> str:
    """« inconnu (…) », « à apprécier », « sans objet »."""
    match state:
        case Unknown() | Partial():
            causes = causes_of(state)
            return f"inconnu ({', '.join(cause_text(one) for one in causes)})" if causes else "inconnu"
        case ToJudge(judges):
            return f"à apprécier ({', '.join(judges)})" if judges else "à apprécier"
        case _:
            return "sans objet"


def cause_text(cause: str) -> str:
    """What would settle a doubt: a fact, the words of a sentence, « à apprécier par … », « valeur à venir : … »."""
    if isinstance(cause, ToCome):
        return f"valeur à venir : {dates_in_words(cause)}"
    return f"à apprécier par {cause}" if isinstance(cause, Judge) else cause


def partial_text(value: Range | OneOf, kind: Type) -> str:
    """« entre 12,00 € et 34,00 € (pages, prêt 2025-03) », « au moins 12,00 € », « « a » ou « b » »."""
    causes = f" ({', '.join(cause_text(one) for one in value.causes)})" if value.causes else ""
    return f"{ends_text(value, kind)}{causes}"


def ends_text(value: Range | OneOf, kind: Type) -> str:
    """The same without what it waits for."""
    match value:
        case OneOf(options):
            text = " ou ".join(f"« {one} »" for one in sorted(options))
        case Range(None | 0, None):  # that an amount is not negative tells nothing
            text = "inconnu"
        case Range(low, None):
            text = f"au moins {value_text(low, kind)}"
        case Range(None, high):
            text = f"au plus {value_text(high, kind)}"
        case Range(low, high):
            text = value_text(low, kind) if low == high else f"entre {value_text(low, kind)} et {value_text(high, kind)}"
    return f"{text}, ou sans objet" if value.nothing else text


def brief_text(value: Range | OneOf, kind: Type) -> str:
    """The same for a table: « 12,00 à 34,00 € », « 12,00 € ou plus »."""
    match value:
        case Range(int() | Fraction() as low, int() | Fraction() as high) if isinstance(kind, Number):
            first, last = value_text(low, kind), value_text(high, kind)
            unit = last[len(last.rstrip(f"{unit_text(kind.unit, True)}{unit_text(kind.unit, False)}{SPACE}")) :]
            text = last if low == high else f"{first.removesuffix(unit)} à {last}"
        case Range(int() | Fraction() as low, None) if low and isinstance(kind, Number):
            text = f"{value_text(low, kind)} ou plus"
        case _:
            return ends_text(value, kind)
    return f"{text}, ou sans objet" if value.nothing else text


def _moving_text(value: Moving, kind: Type) -> str:
    now = value_text(value.value, kind)
    if not value.slope or isinstance(kind, Date):
        return now
    return f"{now}, puis {slope_text(value)}"


def slope_text(value: Moving) -> str:
    """« +1 par jour »."""
    sign = "+" if value.slope > 0 else "−"
    return f"{sign}{decimal_text(abs(Fraction(value.slope)))[0]} par jour"


# --- numbers --------------------------------------------------------------------------------------


def number_text(value: int | Fraction, unit: Unit) -> str:
    """« 49,32 € », « ≈ 98,63 €/jour », « 3 jours », « 1,8 »."""
    amount = any(base == "€" for base, _ in unit.powers)
    figure, exact = decimal_text(Fraction(value), 2 if amount else 0, 2 if unit.powers else 6)
    words = unit_text(unit, not -2 < value < 2)
    return ("" if exact else f"≈{SPACE}") + figure + (f"{SPACE}{words}" if words else "")


def decimal_text(value: Fraction, least: int = 0, most: int = 6) -> tuple[str, bool]:
    """A French decimal with `least` to `most` decimals, and whether it is the exact value."""
    above, below = abs(value.numerator) * 10**most, value.denominator
    whole = (2 * above + below) // (2 * below)
    units, rest = divmod(whole, 10**most)
    decimals = f"{rest:0{most}d}"[:most].rstrip("0").ljust(least, "0") if most else ""
    figure = f"{units:,}".replace(",", THIN) + (f",{decimals}" if decimals else "")
    return ("−" if value < 0 and whole else "") + figure, above % below == 0


@lru_cache(maxsize=256)
def unit_text(unit: Unit, plural: bool) -> str:
    """« jours », « €/heure »; nothing for a plain number."""
    if unit == NONE:
        return ""
    first, *rest = str(unit).split("/")
    return "/".join([_PLURALS.get(first, first) if plural else first, *rest])


# --- days -----------------------------------------------------------------------------------------


@lru_cache(maxsize=8_192)
def day_text(day: int) -> str:
    """« 31 mars 2025 », « 1er avril 2025 »."""
    when = to_date(day)
    return f"{_number(when.day)}{SPACE}{MONTHS[when.month - 1]} {when.year}"


def dates_in_words(text: str) -> str:
    """A sentence of a case with its dates and months as people write them: « paie de mai 2026 »."""
    return _DATES.sub(_in_words, text)


def _in_words(found: re.Match[str]) -> str:
    day = read_day(found[0] if found["day"] else f"{found[0]}-01")
    if day is None:
        return found[0]
    when = to_date(day)
    return day_text(day) if found["day"] else f"{MONTHS[when.month - 1]} {when.year}"


def short_day(day: int) -> str:
    """« 31 mars 2025 », « 1er avr. 2025 »."""
    when = to_date(day)
    return f"{_number(when.day)}{SPACE}{_SHORT_MONTHS[when.month - 1]} {when.year}"


def short_period(first: int, last: int) -> str:
    """« 31 mars – 4 avr. 2025 »."""
    if first == last:
        return short_day(last)
    same = to_date(first).year == to_date(last).year
    return f"{short_day(first)[:-5] if same else short_day(first)} – {short_day(last)}"


def short_month(month: int) -> str:
    """« sept. », without its year."""
    return _SHORT_MONTHS[month % 12]


def month_text(month: int) -> str:
    """« mars 2025 »."""
    return f"{MONTHS[month % 12]} {month // 12}"


def period_text(first: int, last: int) -> str:
    """« du 1er au 12 avril 2025 », « le 31 mars 2025 »."""
    if first == last:
        return f"le {day_text(first)}"
    start, end = to_date(first), to_date(last)
    if start.year != end.year:
        return f"du {day_text(first)} au {day_text(last)}"
    if start.month != end.month:
        return f"du {_number(start.day)}{SPACE}{MONTHS[start.month - 1]} au {day_text(last)}"
    return f"du {_number(start.day)} au {day_text(last)}"


def span_text(span: tuple[object, ...]) -> str:
    """Days held as their first and last; none when the end comes before the start."""
    first, last = span
    if not isinstance(first, int) or not isinstance(last, int):
        return "sans objet"
    return "aucun jour" if last < first else period_text(first, last)


def _number(day: int) -> str:
    return "1er" if day == 1 else str(day)


def count_text(count: int, word: str) -> str:
    """« 1 jour », « 18 jours »."""
    return f"{count}{SPACE}{word}{'s' if count > 1 else ''}"


# --- lists and records ----------------------------------------------------------------------------


def list_text(values: tuple[object, ...], item: Type, declared: Declarations | None = None) -> str:
    """The elements, months that follow one another as a range; a long list is cut and counted."""
    if not values:
        return "aucun élément"
    if isinstance(item, Month) and _consecutive(values):
        return f"{value_text(values[0], item)} à {value_text(values[-1], item)}"
    shown = [value_text(one, item, declared) for one in values[:_SHOWN]]
    more = f" et {len(values) - _SHOWN} de plus" if len(values) > _SHOWN else ""
    return ", ".join(shown) + more


def _consecutive(values: tuple[object, ...]) -> bool:
    first = values[0]
    return len(values) > 2 and isinstance(first, int) and values == tuple(range(first, first + len(values)))


def record_text(record: Record, declared: Declarations | None = None) -> str:
    """« fiche du 31 mars 2025 », « fiche A »: by its name, its month or its first date."""
    if record.members:
        return record.type + record_text(record.members[0], declared).removeprefix(record.members[0].type)
    known = _naming(record, declared)
    if not known:
        return record.type
    first, *rest = known
    if isinstance(first, Record):
        owner = record_text(first, declared).removeprefix(first.type).strip()
        return f"{record.type} {_identifying(rest[0])} ({owner})" if rest else f"{record.type} ({owner})"
    return f"{record.type} {_identifying(first)}"


def _naming(record: Record, declared: Declarations | None) -> list[object]:
    """The facts that may name a record, in declared order: names, dates, months, other records; choices never do."""
    facts = declared.records[record.type].facts if declared is not None else {}
    skipped = {name for name, fact in facts.items() if isinstance(fact.type, Choice | YesNo | Number)}
    values = [value for name, value in record.fields.items() if name not in skipped]
    return [one for one in values if isinstance(one, str | int | Record) and not isinstance(one, bool)]


def _identifying(value: object) -> str:
    """A name as it is, a month or a day after « de », « du »: in a case, a plain int is nothing else."""
    if not isinstance(value, int):
        return str(value)
    if value >= FIRST_DAY:
        return f"du {day_text(value)}"
    words = month_text(value)
    return f"d'{words}" if words[0] in "ao" else f"de {words}"
