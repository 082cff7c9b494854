"""A decided case as a casebook entry to confirm: its present result, its origin left to fill.

An entry to confirm is no test: it says what the program answers, not what the law says. Never touches a written case.
"""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction

from justesse.casebook.cases import TO_FILL
from justesse.casebook.run import state_words
from justesse.evaluation.decision import DayRun, Decision, Shown, SubjectPart
from justesse.program.schema_check import as_plain
from justesse.program.types import Choice, Date, Month, Number, Type, YesNo
from justesse.text.positioned_yaml import Node
from justesse.text.yaml_writing import Plain
from justesse.values.calendar import iso_day, iso_month
from justesse.values.moving import Moving
from justesse.values.numbers import MAX_DIGITS
from justesse.values.states import State

Fields = dict[str, Plain]
_COMPARED = (Choice, Date, Month, Number, YesNo)


def draft(identifier: str, title: str, dossier: Node, decision: Decision, readings: dict[str, str]) -> Fields:
    """The entry of a casebook file."""
    return {
        "identifiant": identifier,
        "titre": title,
        "à confirmer": "oui",
        "origine": {"nature": TO_FILL, "calcul": TO_FILL},
        **({"lectures": readings} if readings else {}),
        "dossier": {name: value for name, value in as_plain(dossier).items() if name != "dossier"},
        "attendu": expected(decision),
    }


def identifier_of(words: str) -> str:
    """« Trois employeurs » → « trois-employeurs »."""
    letters = unicodedata.normalize("NFD", words.lower())
    return "-".join(re.findall(r"[a-z0-9]+", "".join(one for one in letters if not unicodedata.combining(one)))) or "cas"


def expected(decision: Decision) -> Fields:
    """Everything the decision says that a casebook can compare."""
    if decision.refusals:
        return {"erreur": decision.refusals[0].code}
    if decision.out_of_scope:
        return {"hors périmètre": "oui"}
    made: Fields = {}
    for kind in dict.fromkeys(part.record.type for part in decision.parts):
        made |= _subjects(decision, kind)
    days = _days(decision.runs)
    notices = list(dict.fromkeys(one.rule.identifier for one in decision.notices))
    return {**made, **({"jours": days} if days else {}), **({"signalements": notices} if notices else {})}


def _subjects(decision: Decision, kind: str) -> Fields:
    """The lines of the subjects of a kind; several are told apart by their first day, or left out."""
    parts = [part for part in decision.parts if part.record.type == kind]
    record = decision.program.declarations.records[kind]
    if len(parts) == 1 and parts[0].record is decision.root:
        return {kind: _lines(parts[0].lines)}
    told: dict[int | None, SubjectPart] = {}
    for part in parts:
        if part.first is not None or len(parts) == 1:
            told.setdefault(part.first, part)
    listed = [{**({"du": iso_day(day)} if day is not None else {}), **_lines(part.lines)} for day, part in told.items()]
    return {(*record.forms, record.name)[0]: listed} if listed else {}


def _lines(lines: tuple[Shown, ...]) -> Fields:
    texts = {line.item.name: expected_text(line.value, line.item.type) for line in lines}
    return {name: text for name, text in texts.items() if text}


def _days(runs: list[DayRun]) -> list[Plain]:
    """Runs of equal lines; days already told of another owner are left out, as the comparison looks at the first."""
    told: list[tuple[int, int, Fields]] = []
    for run in sorted(runs, key=lambda one: one.first):
        fields = {name: text for name, text in _lines(_steady(run)).items() if text != "sans objet"}
        if not fields or (told and run.first <= told[-1][1]):
            continue
        if told and told[-1][1:] == (run.first - 1, fields):
            told[-1] = (told[-1][0], run.last, fields)
        else:
            told.append((run.first, run.last, fields))
    return [{"du": iso_day(first), "au": iso_day(last), **fields} for first, last, fields in told]


def _steady(run: DayRun) -> tuple[Shown, ...]:
    """The lines that do not move from one day of the run to the next."""
    return tuple(line for line in run.lines if not (line.instance and isinstance(line.instance.value, Moving)))


# --- values ---------------------------------------------------------------------------------------


def expected_text(value: object, kind: Type) -> str:
    """A value as a casebook expects it; empty for what a casebook does not compare."""
    if isinstance(value, State):
        return state_words(value)
    if not isinstance(kind, _COMPARED):
        return ""
    match kind, value:
        case YesNo(), bool():
            return "oui" if value else "non"
        case Date(), int():
            return iso_day(value)
        case Month(), int():
            return iso_month(value)
        case Number(unit), int() | Fraction():
            text = next(_number_texts(Fraction(value)), "")
            return f"{text}0" if "€" in str(unit) and text[-2:-1] == "," else text
        case _:
            return str(value)


def _number_texts(value: Fraction) -> Iterator[str]:
    """An exact decimal, else a quotient; nothing when neither can be read back."""
    for places in range(MAX_DIGITS):
        scaled = value * 10**places
        if scaled.denominator == 1:
            digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
            if len(digits) <= MAX_DIGITS:
                yield ("-" if value < 0 else "") + (f"{digits[:-places]},{digits[-places:]}" if places else digits)
            break
    if max(len(str(abs(value.numerator))), len(str(value.denominator))) <= MAX_DIGITS:
        yield f"{value.numerator} / {value.denominator}"
