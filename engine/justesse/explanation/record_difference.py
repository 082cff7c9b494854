"""Two JSON documents of one shape compared, line by line, each line named as a person finds it. Knows no field in particular.

An element of a list is named by what tells it apart (its name, its rule, its days), else by its number.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_NAMES = ("nom", "champ", "règle", "version", "identifiant", "fiche", "grandeur", "du", "au", "date", "selon")
_SUBJECT = "sujet"


@dataclass(frozen=True, slots=True)
class Line:
    """Where two documents differ; None on the side that has nothing there."""

    path: tuple[str, ...]
    before: str | None
    after: str | None


def differences(before: Any, after: Any, path: tuple[str, ...] = ()) -> Iterator[Line]:
    """Every line that differs, in the order of the first document."""
    if isinstance(before, dict) and isinstance(after, dict) and not _is_value(before, after):
        yield from _of_parts(before, after, path)
    elif isinstance(before, list) and isinstance(after, list) and any(isinstance(one, dict) for one in (*before, *after)):
        yield from _of_parts(_named(before), _named(after), path)
    elif not _equal(before, after):
        yield Line(path, _text(before, after), _text(after, before))


def _of_parts(before: dict[str, Any], after: dict[str, Any], path: tuple[str, ...]) -> Iterator[Line]:
    for key in dict.fromkeys((*before, *after)):
        if key not in after:
            yield Line((*path, key), _text(before[key], None), None)
        elif key not in before:
            yield Line((*path, key), None, _text(after[key], None))
        else:
            yield from differences(before[key], after[key], (*path, key))


def _is_value(*sides: dict[str, Any]) -> bool:
    """Whether these are values: one text, whatever stands beside it."""
    return all("texte" in one and not {"titre", "source", "sources", "fichier"} & one.keys() for one in sides)


def _equal(one: Any, other: Any) -> bool:
    """Equal and of one type: JSON tells true from 1."""
    return type(one) is type(other) and one == other


def _named(elements: list[Any]) -> dict[str, Any]:
    """The elements by their names; equal names are numbered."""
    made: dict[str, Any] = {}
    for one in elements:
        name = _name(one)
        number = 1
        while (key := name if number == 1 else f"{name} ({number})") in made:
            number += 1
        made[key] = one
    return made


def _name(one: Any) -> str:
    if not isinstance(one, dict):
        return str(one)
    words = [str(one[key]) for key in _NAMES if isinstance(one.get(key), str)]
    subject = one.get(_SUBJECT)
    if isinstance(subject, dict):
        words.insert(0, str(subject.get("nom", "")))
    for each in one.get("sujets", ()) if isinstance(one.get("sujets"), list) else ():
        words.extend(str(value) for value in each.values()) if isinstance(each, dict) else None
    return " ".join(dict.fromkeys(words)) or "élément"


def _text(value: Any, other: Any) -> str | None:
    """A short text of what is there; of a value its words, and the rest when the words do not tell it apart."""
    if isinstance(value, dict) and isinstance(value.get("texte"), str):
        alike = isinstance(other, dict) and other.get("texte") == value["texte"]
        rest = [f"{key} : {one}" for key, one in value.items() if key != "texte"] if alike else []
        return " ; ".join([value["texte"], *rest])
    if isinstance(value, dict | list):
        return f"{len(value)} éléments" if len(value) > 1 else "1 élément"
    return {True: "oui", False: "non", None: "rien"}.get(value, str(value)) if isinstance(value, bool | None) else str(value)
