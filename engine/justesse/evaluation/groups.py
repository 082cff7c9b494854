"""Groups: the ordered list of records cut before each one that opens. Which records open is a quantity like another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from justesse.evaluation.facts import Record, Row, group
from justesse.evaluation.refusal import Refusal
from justesse.values.states import ToJudge, Unknown, causes_of

if TYPE_CHECKING:
    from justesse.evaluation.evaluator import Evaluator


class Groups:
    """The groups of one case, made when first asked."""

    def __init__(self) -> None:
        self.made: dict[str, tuple[Record, ...]] = {}
        self.rows: list[Row] = []
        self.holding: dict[tuple[str, Record], Record] = {}

    def all(self, evaluator: Evaluator, kind: str) -> tuple[Record, ...]:
        """Every group of a kind, in order."""
        found = self.made.get(kind)
        if found is None:
            found = self.made[kind] = self._cut(evaluator, kind)
        return found

    def of(self, evaluator: Evaluator, kind: str, record: Record) -> Record:
        """The group that holds a record."""
        self.all(evaluator, kind)
        return self.holding[(kind, record)]

    def _cut(self, evaluator: Evaluator, kind: str) -> tuple[Record, ...]:
        declared = evaluator.program.declarations
        opens = declared.opening(kind)
        parts: list[list[Record]] = []
        for record in evaluator.records(opens.subjects[0].name):
            opening = evaluator.instance(opens.key, (record,)).value
            if isinstance(opening, Unknown | ToJudge):
                lacking = " ; ".join(causes_of(opening)) or "un fait"
                raise Refusal("E0107", None, nom=declared.records[kind].opens, place=record.place, faits=lacking)
            if opening is True or not parts:
                parts.append([])
            parts[-1].append(record)
        return self._named(kind, parts)

    def _named(self, kind: str, parts: list[list[Record]]) -> tuple[Record, ...]:
        made = tuple(group(kind, tuple(members), place) for place, members in enumerate(parts))
        self.rows.append(Row(made))
        for one in made:
            self.holding.update(((kind, record), one) for record in one.members)
        return made
