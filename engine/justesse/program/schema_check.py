"""A YAML tree against a published JSON Schema of `grammar/schemas/`, each difference at its place, in coded mistakes.

jsonschema decides; this module finds the place and the code. It knows no schema in particular.
"""

from functools import cache
from typing import Any

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.near_names import meant
from justesse.shipped import folder
from justesse.text.positioned_yaml import Mapping, Node, Scalar, Sequence
from justesse.text.source import Span
from justesse.values.calendar import Day, read_day


def check_schema(tree: Node, name: str) -> list[Diagnostic]:
    """Every difference between a tree and `grammar/schemas/<name>.schema.json`."""
    plain = as_plain(tree)
    return [_told(error, tree) for error in sorted(_validator(name).iter_errors(plain), key=lambda one: list(map(str, one.path)))]


def written_day(tree: Mapping, key: str, problems: list[Diagnostic]) -> Day | None:
    """The day of a key, None when it is not there; one that no calendar has, which no schema can tell, is a mistake."""
    said = tree.get(key)
    day = read_day(said.text) if isinstance(said, Scalar) else None
    if isinstance(said, Scalar) and day is None:
        problems.append(mistake("P0104", said.span, lu=said.text))
    return day


def as_plain(node: Node) -> Any:
    """The tree as JSON values; every scalar stays a text."""
    match node:
        case Scalar(text):
            return text
        case Mapping(entries):
            return {entry.key.text: as_plain(entry.value) for entry in entries}
        case Sequence(items):
            return [as_plain(item) for item in items]


@cache
def _validator(name: str) -> Any:
    import json

    from jsonschema import Draft202012Validator

    schema = json.loads((folder("grammar") / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema)


def _told(error: Any, tree: Node) -> Diagnostic:
    span = _place(tree, list(error.absolute_path))
    match error.validator:
        case "additionalProperties":
            allowed = list(error.schema.get("properties", {}))
            extra = next((key for key in error.instance if key not in allowed), "")
            return mistake(
                "Y0102",
                _key_place(tree, list(error.absolute_path), extra),
                cle=extra,
                proche=meant(extra, allowed),
            )
        case "required":
            missing = next((key for key in error.validator_value if key not in error.instance), "")
            return mistake("Y0103", span, cle=missing)
        case "type":
            kinds = {"object": "des champs", "array": "une liste", "string": "un texte"}
            allowed = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
            return mistake("Y0104", span, attendu=" ou ".join(kinds.get(one, str(one)) for one in allowed))
        case "enum":
            return mistake("Y0105", span, lu=error.instance, attendu=", ".join(map(str, error.validator_value)))
        case "pattern":
            return mistake("Y0106", span, lu=error.instance, attendu=error.schema.get("description", error.validator_value))
        case _:
            return mistake("Y0107", span, lu=str(error.instance)[:60])


def _place(tree: Node, path: list[Any]) -> Span:
    for step in path:
        if isinstance(tree, Mapping):
            tree = tree.get(str(step)) or tree
        elif isinstance(tree, Sequence):
            tree = tree.items[step]
    return tree.span


def _key_place(tree: Node, path: list[Any], key: str) -> Span:
    for step in path:
        if isinstance(tree, Mapping):
            tree = tree.get(str(step)) or tree
        elif isinstance(tree, Sequence):
            tree = tree.items[step]
    found = [entry.key.span for entry in tree.entries if entry.key.text == key] if isinstance(tree, Mapping) else []
    return found[0] if found else tree.span
