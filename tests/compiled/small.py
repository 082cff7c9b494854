"""Small programs written by a test, and their dossiers."""

from pathlib import Path

from justesse.evaluation.case import read_case
from justesse.evaluation.facts import Record
from justesse.program.load import load_program
from justesse.program.program import Program
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source


def program_of(vocabulary: str, rules: str, folder: Path) -> Program:
    """A program of two files, written in a folder."""
    (folder / "vocabulaire.regle").write_text(vocabulary, encoding="utf-8")
    (folder / "regles.regle").write_text(rules, encoding="utf-8")
    program, diagnostics = load_program(folder)
    assert program is not None, [(one.code, one.details) for one in diagnostics]
    return program


def root_of(program: Program, text: str) -> Record:
    """A dossier."""
    tree, _ = read_yaml(Source("dossier.yaml", text))
    assert tree is not None
    case, diagnostics = read_case(tree, program.declarations)
    assert case is not None, [(one.code, one.details) for one in diagnostics]
    return case.root
