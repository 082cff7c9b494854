"""The register of the texts cited: identifier, versions, date of the last check. Rules cite only what stands in it."""

from dataclasses import dataclass

from justesse.diagnostics.diagnostic import Diagnostic
from justesse.program.schema_check import check_schema
from justesse.text.positioned_yaml import Mapping, Node, Scalar, Sequence
from justesse.values.calendar import read_day


@dataclass(frozen=True, slots=True)
class TextVersion:
    """One version of a text, in force from `start` to `end`, both included; None until another is known."""

    identifier: str
    start: int
    end: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CitedText:
    """A text that rules may cite."""

    name: str
    subject: str
    versions: tuple[TextVersion, ...]
    checked_on: int | None
    checked_how: str


def read_register(tree: Node) -> tuple[dict[str, CitedText], list[Diagnostic]]:
    """The register of a file `sources.yaml`, by name."""
    problems = check_schema(tree, "sources")
    if problems or not isinstance(tree, Sequence):
        return {}, problems
    texts = [_text(one) for one in tree.items if isinstance(one, Mapping)]
    return {one.name: one for one in texts}, []


def _text(node: Mapping) -> CitedText:
    listed = node.get("versions")
    versions = [_version(one) for one in (listed.items if isinstance(listed, Sequence) else ()) if isinstance(one, Mapping)]
    return CitedText(
        _field(node, "source"), _field(node, "objet"), tuple(versions), read_day(_field(node, "vérifié le")),
        _field(node, "vérification"),
    )  # fmt: skip


def _version(node: Mapping) -> TextVersion:
    start, end = (read_day(_field(node, key)) for key in ("à compter du", "jusqu'au"))
    return TextVersion(_field(node, "identifiant"), start or 0, end, _field(node, "note"))


def _field(node: Mapping, key: str) -> str:
    found = node.get(key)
    return found.text if isinstance(found, Scalar) else ""


def registered(source: str, register: dict[str, CitedText]) -> CitedText | None:
    """The text a citation names: the citation itself, or its beginning up to « , al. 2 », « , 1° », « , version … »."""
    words = source
    while True:
        if words in register:
            return register[words]
        if "," not in words:
            return None
        words = words.rpartition(",")[0].rstrip()
