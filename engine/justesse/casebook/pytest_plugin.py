"""pytest collects the casebook: one item a case, named by its identifier, its failure told in French.

A file that cannot be read is an error of collection. The program is loaded once in each process. Knows no rule.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from justesse.casebook.cases import NOT_CASES, CaseEntry, read_case_file
from justesse.casebook.run import Outcome, run_case
from justesse.casebook.wording import outcome_text
from justesse.diagnostics.diagnostic import mistake
from justesse.diagnostics.wording import full_text
from justesse.program.load import load_program
from justesse.program.program import Program
from justesse.shipped import folder

FOLDER = "casebook"
_PROGRAM = pytest.StashKey[Program]()
_SEEN = pytest.StashKey[dict[str, CaseEntry]]()


class CaseFailure(Exception):
    """The rules disagree with a case."""


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Every YAML file of cases below a folder `casebook` of the project."""
    if file_path.suffix != ".yaml" or file_path.name in NOT_CASES or FOLDER not in _inside(file_path, parent.config.rootpath):
        return None
    return CaseFileItems.from_parent(parent, path=file_path)


def _inside(path: Path, root: Path) -> tuple[str, ...]:
    return path.relative_to(root).parts[:-1] if path.is_relative_to(root) else ()


class CaseToConfirm(Exception):
    """Nobody has found in the law what a case expects."""


class CaseFileItems(pytest.File):
    """The cases of one file."""

    def collect(self) -> Iterator[pytest.Item]:
        """One item a case; any mistake of the file stops its collection."""
        name = self.path.relative_to(self.config.rootpath).as_posix()
        cases, diagnostics = read_case_file(self.path, name)
        seen = self.config.stash.setdefault(_SEEN, {})
        for case in cases:
            first = seen.setdefault(case.identifier, case)
            if first.span.source.name != name or first.span.start != case.span.start:
                diagnostics.append(mistake("C0102", case.span, first.span, nom=case.identifier))
        if diagnostics:
            raise self.CollectError("\n\n".join(full_text(one).rstrip() for one in diagnostics))
        for case in cases:
            yield CaseItem.from_parent(self, name=case.identifier, case=case)


class CaseItem(pytest.Item):
    """One case; it passes when everything expected is computed, exactly."""

    def __init__(self, *, case: CaseEntry, **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self.case = case

    def runtest(self) -> None:
        """Decide and compare; a case to confirm proves nothing, so it fails."""
        if self.case.to_confirm:
            raise CaseToConfirm(self.case.identifier)
        outcome = run_case(_program(self.config), self.case)
        if not outcome.passed:
            raise CaseFailure(outcome)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """The differences, without a traceback; anything else keeps its own."""
        error = excinfo.value
        if isinstance(error, CaseToConfirm):
            return f"{self.case.identifier} : à confirmer ; recalculez depuis le texte, puis retirez « à confirmer »"
        if isinstance(error, CaseFailure):
            outcome = error.args[0]
            assert isinstance(outcome, Outcome)
            return outcome_text(outcome)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        """The place of the case, for the heading of a failure."""
        return self.path, self.case.span.line - 1, f"{self.case.span.source.name} :: {self.name}"


def _program(config: pytest.Config) -> Program:
    """The rules of the project, loaded once."""
    if _PROGRAM not in config.stash:
        rules = config.rootpath / "rules"
        program, diagnostics = load_program(rules if rules.is_dir() else folder("rules"))
        if program is None:
            raise pytest.UsageError("\n\n".join(full_text(one).rstrip() for one in diagnostics))
        config.stash[_PROGRAM] = program
    return config.stash[_PROGRAM]
