"""An explanation done again by hand: the operations of a trace document, from the values it gives their operands.

Arithmetic, limits, roundings, comparisons, conditions, dates, months, sums of items, parameters at their date. Written from
the schema of the document alone; knows nothing of the engine. An operation over records (a list filtered, a group) is taken
as given, and counted.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

Json = dict[str, Any]
Parameters = dict[str, list[tuple[str, Fraction]]]
"""Each parameter, its values by first day, oldest first."""
ORIGINS = ("sujet", "fait", "constante")
"""What an explanation ends at."""
GIVEN = object()
"""The operation is not one that is done again here."""


@dataclass(slots=True)
class Replayed:
    """What was found: operations done again and taken as given, by name; what does not hold, in words."""

    done: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def replayed(document: Json, parameters: Parameters) -> Replayed:
    """Every instance of a document."""
    found = Replayed()
    instances = {one["id"]: one for one in document["instances"]}
    for one in instances.values():
        for fault in _instance_faults(one):
            found.faults.append(f"{one['grandeur']} : {fault}")
        for step in _steps(one):
            _replay(step, instances, parameters, found)
    return found


# --- instances ----------------------------------------------------------------------------------------


def _instance_faults(one: Json) -> Iterator[str]:
    """Its value is that of the fact, or of the one sentence retained; each sentence cites its sources."""
    retained = [said for said in one["phrases"] if said["verdict"] == "retenue"]
    for said in one["phrases"]:
        if said["règle"] and not said["sources"]:
            yield f"{said['règle']} sans source"
    if not one["phrases"] and "fait" not in one:
        yield "ni phrase ni fait"
    for given in [said["calcul"] for said in retained if "calcul" in said] or [one["fait"]] if "fait" in one else []:
        if not _same(given["valeur"], one["valeur"]):
            yield f"{one['valeur']} pour {given['valeur']}"
    state = one["valeur"].get("état")
    if state in ("inconnu", "à apprécier") and not one["valeur"].get("causes"):
        yield f"{state}, sans dire pourquoi"


def _same(given: Json, shown: Json) -> bool:
    """A value handed on; bounds may be made closer by what the quantity allows."""
    if "état" in given or "état" in shown or "pente" in given or "pente" in shown:
        return True
    return all(given.get(key) == shown.get(key) for key in ("exact", "éléments", "fiche"))


def _steps(one: Json) -> Iterator[Json]:
    if "fait" in one:
        yield one["fait"]
    for said in one["phrases"]:
        yield from (said[key] for key in ("condition", "calcul") if key in said)
        yield from (validity["date"] for validity in said.get("dates", ()) if "date" in validity)


# --- operations ---------------------------------------------------------------------------------------


def _replay(step: Json, instances: dict[str, Json], parameters: Parameters, found: Replayed) -> None:
    """One operation, then its operands."""
    operands = [part for part in step.get("parties", ()) if "opération" in part]
    name = step["opération"]
    if name in ("fait", "paramètre") and not step.get("nom"):
        found.faults.append(f"{name} sans nom")
    result = _result(step, operands, instances, parameters)
    if name not in ORIGINS:
        (found.given if result is GIVEN else found.done)[name] += 1
    if result is not GIVEN and not _agrees(result, step["valeur"]):
        found.faults.append(f"{name} : {step['valeur'].get('exact')} au lieu de {result} ({[one['valeur'] for one in operands]})")
    for one in operands:
        _replay(one, instances, parameters, found)


def _agrees(result: object, value: Json) -> bool:
    if isinstance(result, tuple):
        return Fraction(value["exact"]) in result
    if isinstance(result, bool):
        return value["exact"] == ("oui" if result else "non")
    return value["exact"] == str(result)


def _result(step: Json, operands: list[Json], instances: dict[str, Json], parameters: Parameters) -> object:
    """The value, done again; GIVEN when it cannot be from what the document says."""
    if "exact" not in step["valeur"]:
        return GIVEN
    values = [one["valeur"] for one in operands]
    name = step["opération"]
    if name == "grandeur":
        return _handed_on(step, instances)
    if name == "paramètre":
        return _parameter(step, values, parameters)
    if name in ("toutes les conditions", "au moins une condition"):
        return _conditions(name == "toutes les conditions", values)
    if name in ("plus petit", "plus grand"):
        values = [one for one in values if one.get("état") != "sans objet"]
    if name == "sans objet ?":
        return values[0].get("état") == "sans objet"
    if name == "il en existe un" and len(values) == 1 and "éléments" in values[0]:
        return bool(values[0]["éléments"])
    if name == "nombre" and len(values) == 1 and "éléments" in values[0]:
        return len(values[0]["éléments"])
    if name == "fait partie" and "éléments" in values[1] and "exact" in values[0]:
        return values[0]["exact"] in values[1]["éléments"]
    if name == "somme":
        return _sum(values)
    exact = [one.get("exact") for one in values]
    return GIVEN if None in exact or name not in _DONE else _DONE[name](*exact)


def _handed_on(step: Json, instances: dict[str, Json]) -> object:
    """A quantity has the value of its instance, when neither moves with the days."""
    owner = next((instances[part["instance"]] for part in step["parties"] if "instance" in part), None)
    if owner is None or "pente" in step["valeur"] or "pente" in owner["valeur"] or "exact" not in owner["valeur"]:
        return GIVEN
    return owner["valeur"]["exact"]


def _parameter(step: Json, values: list[Json], parameters: Parameters) -> object:
    """The value in force on the day read."""
    if len(values) != 1 or "exact" not in values[0] or step["nom"] not in parameters:
        return GIVEN
    day = values[0]["exact"]
    known = [value for start, value in parameters[step["nom"]] if start <= day]
    return known[-1] if known else GIVEN


def _conditions(every: bool, values: list[Json]) -> object:
    """All, or one at least, of those examined; what is not examined changes nothing."""
    settled = [one["exact"] == "oui" for one in values if "exact" in one]
    if every:
        return False if False in settled else True if len(settled) == len(values) else GIVEN
    return True if True in settled else False if len(settled) == len(values) else GIVEN


def _sum(values: list[Json]) -> object:
    """The items that follow their list, when there are as many."""
    if not values or "éléments" not in values[0] or len(values) != 1 + len(values[0]["éléments"]):
        return GIVEN
    known = [one["exact"] for one in values[1:] if "exact" in one]
    nothing = sum(one.get("état") == "sans objet" for one in values[1:])
    return sum(map(Fraction, known), Fraction(0)) if len(known) + nothing == len(values) - 1 else GIVEN


# --- exact values, as texts ---------------------------------------------------------------------------


def _added(sign: int) -> Callable[[str, str], object]:
    def done(left: str, right: str) -> object:
        if _is_date(left) or _is_date(right):
            return _moved(left, right, sign)
        return Fraction(left) + sign * Fraction(right)

    return done


def _moved(left: str, right: str, sign: int) -> object:
    """Months after a month, days after a day."""
    if _is_date(right):
        return GIVEN
    return _month(left, sign * int(right)) if len(left) == 7 else str(date.fromisoformat(left) + timedelta(sign * int(right)))


def _is_date(text: str) -> bool:
    return len(text) in (7, 10) and text[4:5] == "-" and text[:4].isdigit()


def _month(text: str, more: int) -> str:
    count = int(text[:4]) * 12 + int(text[5:7]) - 1 + more
    return f"{count // 12:04}-{count % 12 + 1:02}"


def _compared(test: Callable[[Any, Any], bool]) -> Callable[[str, str], object]:
    def done(left: str, right: str) -> object:
        if _is_date(left) != _is_date(right):
            return GIVEN
        numbers = not _is_date(left) and _is_number(left) and _is_number(right)
        return test(Fraction(left), Fraction(right)) if numbers else test(left, right)

    return done


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace("/", "", 1).isdigit()


def _rounded(up: bool) -> Callable[[str], tuple[Fraction, ...]]:
    """To the nearest, or cut off, at the unit or at the cent: the document does not say which."""

    def done(text: str) -> tuple[Fraction, ...]:
        half = Fraction(1, 2) if up else Fraction(0)
        return tuple(Fraction((Fraction(text) * scale + half).__floor__(), scale) for scale in (1, 100))

    return done


def _day_after(days: int) -> Callable[[str], str]:
    return lambda text: str(date.fromisoformat(text) + timedelta(days))


_DONE: dict[str, Callable[..., object]] = {
    "addition": _added(1),
    "soustraction": _added(-1),
    "multiplication": lambda left, right: Fraction(left) * Fraction(right),
    "division": lambda left, right: Fraction(left) / Fraction(right),
    "plus petit": lambda *all_of: min(all_of, key=_key),
    "plus grand": lambda *all_of: max(all_of, key=_key),
    "égal": _compared(lambda left, right: left == right),
    "différent": _compared(lambda left, right: left != right),
    "inférieur": _compared(lambda left, right: left < right),
    "au plus égal": _compared(lambda left, right: left <= right),
    "supérieur": _compared(lambda left, right: left > right),
    "au moins égal": _compared(lambda left, right: left >= right),
    "contraire": lambda text: text == "non",
    "arrondi au plus proche": _rounded(True),
    "troncature": _rounded(False),
    "mois de la date": lambda text: text[:7],
    "premier jour": lambda text: f"{text}-01",
    "dernier jour": lambda text: _day_after(-1)(f"{_month(text, 1)}-01"),
    "lendemain": _day_after(1),
    "veille": _day_after(-1),
    "mois suivant": lambda text: _month(text, 1),
    "mois précédent": lambda text: _month(text, -1),
    "1er janvier": lambda text: f"{text[:4]}-01-01",
    "samedi": lambda text: date.fromisoformat(text).weekday() == 5,
    "dimanche": lambda text: date.fromisoformat(text).weekday() == 6,
}


def _key(text: str) -> object:
    return text if _is_date(text) else Fraction(text)
