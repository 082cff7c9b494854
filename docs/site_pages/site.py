"""What the pages are made of: the program, where each sentence has its page, who reads what, which cases exercise it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from justesse.diagnostics.diagnostic import Diagnostic
from justesse.program import core as c
from justesse.program.order import children, clause_parts
from justesse.program.program import Clause, InterpretationRule, NoticeRule, Program, Quantity
from justesse.text.source import Span

from .exercise import Exercise

Sentence = Clause | NoticeRule | InterpretationRule


@dataclass(slots=True)
class Site:
    """`sentences`: those of each rule file, in order. `homes`: identifier → its page. `quantity_of`: of each clause."""

    root: Path
    program: Program
    diagnostics: list[Diagnostic]
    exercise: Exercise
    sentences: dict[Path, list[Sentence]] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    quantity_of: dict[int, Quantity] = field(default_factory=dict)
    readers: dict[str, list[str]] = field(default_factory=dict)

    def link(self, identifier: str) -> str:
        """A rule as a link to its section."""
        home = self.homes.get(identifier)
        return f"[`{identifier}`]({home}#{identifier})" if home else f"`{identifier}`"

    def quantity_link(self, key: str) -> str:
        """A quantity as a link to the first rule that defines it."""
        rules = [one.identifier for one in self.program.quantities[key].rules if one.identifier in self.homes]
        return f"[{key}]({self.homes[rules[0]]}#{rules[0]})" if rules else key


def site_of(root: Path, program: Program, diagnostics: list[Diagnostic], exercise: Exercise) -> Site:
    """Everything the pages need, found once."""
    site = Site(root, program, diagnostics, exercise)
    for quantity in program.quantities.values():
        for clause in (*quantity.rules, *quantity.exceptions):
            site.quantity_of[id(clause)] = quantity
    for path in sorted((root / "rules").rglob("*.regle")):
        site.sentences[path] = _in_file(site, str(path.relative_to(root)))
        for one in site.sentences[path]:
            site.homes.setdefault(one.identifier, f"{slug(root, path)}.md")
    for key, quantity in program.quantities.items():
        for read in quantities_read([*quantity.rules, *quantity.exceptions]):
            site.readers.setdefault(read, []).append(key)
    return site


def slug(root: Path, path: Path) -> str:
    """The name of the page of a rule file."""
    return "_".join(path.relative_to(root / "rules").with_suffix("").parts)


def title(path: Path) -> str:
    """The text of the title sentence: « texte : « … ». »."""
    text = path.read_text(encoding="utf-8")
    return text.split("«", 1)[1].split("»", 1)[0].strip() if "«" in text else path.stem


def versions_of(sentences: list[Sentence]) -> Iterator[list[Sentence]]:
    """The sentences of a file, the versions of one identifier together, in the order of the first."""
    together: dict[str, list[Sentence]] = {}
    for one in sentences:
        together.setdefault(one.identifier, []).append(one)
    yield from together.values()


def _in_file(site: Site, name: str) -> list[Sentence]:
    program = site.program
    clauses = [one for quantity in program.quantities.values() for one in (*quantity.rules, *quantity.exceptions)]
    everything: list[Sentence] = [*clauses, *program.notices, *program.interpretations.values()]
    found = {_place(one.span): one for one in everything if one.identifier and one.span.source.name == name}
    return sorted(found.values(), key=lambda one: one.span.start)


def _place(span: Span) -> tuple[str, int]:
    return span.source.name, span.start


# --- what is read ---------------------------------------------------------------------------------


def _nodes(sentences: list[Clause]) -> Iterator[c.Core]:
    todo = [part for one in sentences for part in clause_parts(one)]
    while todo:
        node = todo.pop()
        yield node
        todo.extend(children(node))


def quantities_read(sentences: list[Clause]) -> list[str]:
    """The quantities that sentences name."""
    return sorted({node.quantity for node in _nodes(sentences) if isinstance(node, c.Value)})


def values_read(sentences: list[Clause]) -> tuple[list[str], list[str]]:
    """The facts and the dated values that sentences name."""
    nodes = list(_nodes(sentences))
    facts = sorted({node.name for node in nodes if isinstance(node, c.Field)})
    return facts, sorted({node.parameter for node in nodes if isinstance(node, c.Series)})
