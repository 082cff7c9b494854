"""The register of the texts cited: identifier, versions, date of the last check. Rules cite only what stands in it."""

from dataclasses import dataclass

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.program.schema_check import check_schema, written_day
from justesse.text.positioned_yaml import Mapping, Node, Scalar, Sequence
from justesse.values.calendar import iso_day


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
    register: dict[str, CitedText] = {}
    for one in tree.items:
        if isinstance(one, Mapping):
            text = _text(one, problems)
            if text.name in register:
                problems.append(mistake("R0714", one.span, texte=text.name))
            register.setdefault(text.name, text)
    return register, problems


def _text(node: Mapping, problems: list[Diagnostic]) -> CitedText:
    listed, name = node.get("versions"), _field(node, "source")
    nodes = [one for one in (listed.items if isinstance(listed, Sequence) else ()) if isinstance(one, Mapping)]
    versions = [_version(one, problems) for one in nodes]
    for place, one in enumerate(versions):
        fault = _fault(one, versions[:place])
        if fault:
            problems.append(mistake("R0715", nodes[place].span, texte=name, version=one.identifier, faute=fault))
    checked_on = written_day(node, "vérifié le", problems)
    return CitedText(name, _field(node, "objet"), tuple(versions), checked_on, _field(node, "vérification"))


def _version(node: Mapping, problems: list[Diagnostic]) -> TextVersion:
    start, end = (written_day(node, key, problems) for key in ("à compter du", "jusqu'au"))
    return TextVersion(_field(node, "identifiant"), start or 0, end, _field(node, "note"))


def _fault(one: TextVersion, before: list[TextVersion]) -> str:
    """What is wrong with a version after those written before it; nothing that depends on a day that does not exist."""
    if any(one.identifier == other.identifier for other in before):
        return "est écrite deux fois"
    if one.start and one.end is not None and one.end < one.start:
        return f"finit le {iso_day(one.end)}, avant de commencer"
    if one.start and before and one.start <= before[-1].start:
        return f"ne commence pas après celle du {iso_day(before[-1].start)}"
    return ""


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
