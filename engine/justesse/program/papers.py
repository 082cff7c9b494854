"""Which paper brings which fact: the paths of « pièce » declarations, read against the declared facts.

Says nothing of who received what: that is in each case.
"""

import re
from collections.abc import Iterator

from justesse.diagnostics.diagnostic import Diagnostic, caution
from justesse.diagnostics.near_names import meant
from justesse.program.declarations import Attribute
from justesse.program.program import Program
from justesse.syntax.names import collapsed, without_article

_LINK = re.compile(r"(?:de la |de l'|du |des |de |d')")


def read_papers(program: Program) -> Iterator[Diagnostic]:
    """Fill `program.papers`; what a paper carries and no record holds is told."""
    facts = {(form, record): one for one in program.declarations.attributes.values() if one.is_fact
             for form in (one.name, *one.forms) for record in _forms(program, one)}  # fmt: skip
    for paper in program.declarations.papers:
        for words, span in zip(paper.carries, paper.places, strict=True):
            fact = next((facts[path] for path in _paths(words) if path in facts), None)
            if fact is not None:
                program.papers.setdefault((fact.name, fact.subjects[0].name), paper.name.name)
            else:
                near = meant(without_article(words), [f"{name} de {record}" for name, record in facts])
                yield caution("R0211", span, nom=words, piece=paper.name.name, proche=near)


def _forms(program: Program, fact: Attribute) -> tuple[str, ...]:
    record = program.declarations.records[fact.subjects[0].name]
    return (record.name, *record.forms)


def _paths(words: str) -> Iterator[tuple[str, str]]:
    """« la fin du prêt » as every (fact, record) it may be: a name may itself hold « de »."""
    path = collapsed(without_article(words))
    for link in _LINK.finditer(path):
        if path[: link.start()].endswith(" "):
            yield path[: link.start()].strip(), path[link.end() :]
