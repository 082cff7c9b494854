"""Which cases exercise which sentence: the casebook run once, each case reduced to the sentences it kept or looked at.

Kept in the private cache under everything it depends on. Compares nothing with what is expected: the tests do that.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from justesse.casebook.cases import CaseEntry, read_casebook
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.program.program import Program
from justesse.text.cache import forget_oldest, private_cache

Key = str
"""A sentence: its identifier and its version."""


@dataclass(slots=True)
class Exercise:
    """Sentence → the cases, by identifier, that retained it, and those that looked at it and did not.

    `articles`: the texts that the origin of each case cites.
    """

    titles: dict[str, str] = field(default_factory=dict)
    articles: dict[str, list[str]] = field(default_factory=dict)
    retained: dict[Key, list[str]] = field(default_factory=dict)
    refused: dict[Key, list[str]] = field(default_factory=dict)

    def cases_of(self, keys: list[Key]) -> list[str]:
        """The cases that retained any of these sentences."""
        return list(dict.fromkeys(case for key in keys for case in self.retained.get(key, ())))


def key_of(identifier: str, version: str = "") -> Key:
    """Versions of a sentence are told apart."""
    return f"{identifier} {version}".strip()


def exercise(program: Program, casebook: Path, engine: Path) -> Exercise:
    """The exercise of a program by a casebook; read again when nothing changed since."""
    cache = private_cache()
    place = cache / f"exercise-{_stamp(program, casebook, engine)}.json" if cache else None
    if place is not None and place.exists():
        return Exercise(**json.loads(place.read_text(encoding="utf-8")))
    made = Exercise()
    for case in read_casebook(casebook)[0]:
        _run(program, case, made)
    if place is not None:
        place.write_text(json.dumps(asdict(made), ensure_ascii=False), encoding="utf-8")
        forget_oldest(place)
    return made


def _stamp(program: Program, casebook: Path, engine: Path) -> str:
    digest = hashlib.sha256(program.fingerprint.encode())
    for path in sorted([*casebook.rglob("*.yaml"), *engine.rglob("*.py"), Path(__file__)]):
        digest.update(str(path).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:24]


def _run(program: Program, case: CaseEntry, made: Exercise) -> None:
    made.titles[case.identifier] = case.title
    made.articles[case.identifier] = list(case.articles())
    file, _ = read_case(case.dossier, program.declarations)
    if file is None:
        return
    retained, looked_at = _sentences(decide(program, file.root, dict(case.readings)))
    for key in sorted(retained):
        made.retained.setdefault(key, []).append(case.identifier)
    for key in sorted(looked_at - retained):
        made.refused.setdefault(key, []).append(case.identifier)


def _sentences(decision: Decision) -> tuple[set[Key], set[Key]]:
    """The sentences retained, and all those tried; a notice that was raised is retained."""
    assert decision.evaluator is not None
    runs = (run for timeline in decision.evaluator.timelines.values() for run in timeline.runs)
    instances = [*decision.evaluator.memo.values(), *(one for run in runs for one in run.instances.values())]
    tried = [(key_of(one.clause.identifier, one.clause.version), one.verdict) for each in instances for one in each.tried]
    raised = {key_of(one.rule.identifier) for one in decision.notices}
    return {key for key, verdict in tried if verdict == "retained"} | raised, {key for key, _ in tried} | raised
