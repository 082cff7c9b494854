"""A decision without its trace: what generated Python shows of a dossier, in the form of a decision that evaluation made.

Its values are those of the reference; whoever asks why is answered by evaluation. Words nothing.
"""

from collections.abc import Iterator

from justesse.compiled.single import UNTOLD, Left, Single, Values
from justesse.evaluation.decision import DayRun, Decision, Raised, Shown, SubjectPart, days_said
from justesse.evaluation.facts import Record, Row, group, records
from justesse.evaluation.trace import Step
from justesse.program.program import Program, View, ViewItem
from justesse.program.types import ListOf, RecordOf, Type
from justesse.values.stretches import joined


def untraced(single: Single, root: Record, readings: dict[str, str]) -> Decision | Left:
    """The decision of a case, or why the kernel leaves it."""
    values = single.values(root)
    if isinstance(values, Left):
        return values
    return _Maker(single.program, root, values).decision(readings)


class _Maker:
    """Gives back their records to values that know places."""

    def __init__(self, program: Program, root: Record, values: Values) -> None:
        self.program, self.root, self.values = program, root, values
        self.listed: dict[str, tuple[Record, ...]] = {program.declarations.root: (root,)}
        self.rows: list[Row] = []
        for kind, gathered in program.declarations.members.items():
            self._group(kind, gathered)

    def decision(self, readings: dict[str, str]) -> Decision | Left:
        retained = {one.identifier: one.readings[0] for one in self.program.interpretations.values()}
        made = Decision(self.program, self.root, retained | readings)
        made.notices = list(self._notices())
        made.runs = list(joined(self._runs(), _said))
        made.parts = list(self._parts(made.runs))
        made.held = tuple(self.rows)
        return Left(UNTOLD) if self._lacks(made) else made

    def _lacks(self, made: Decision) -> bool:
        """Whether something is to be shown that no value says: the days of a group, the records that a notice looked at."""
        groups = any(one.record.members and one.first is None for one in made.parts)
        return groups or any(one.rule.condition is not None and one.args != (self.root,) for one in made.notices)

    # --- records -------------------------------------------------------------------------------------

    def _group(self, kind: str, gathered: str) -> None:
        members = self._records(kind)
        cut = enumerate(self.values.groups.get(gathered, ()))
        made = tuple(group(gathered, members[first : last + 1], place) for place, (first, last) in cut)
        self.rows.append(Row(made))
        self.listed[gathered] = made

    def _records(self, kind: str) -> tuple[Record, ...]:
        found = self.listed.get(kind)
        if found is None:
            found = self.listed[kind] = records(self.root, kind)
        return found

    def _value(self, kind: Type, value: object) -> object:
        match kind:
            case RecordOf(record) if isinstance(value, int):
                return self._records(record)[value]
            case ListOf(item) if isinstance(value, tuple):
                return tuple(self._value(item, one) for one in value)
            case _:
                return value

    # --- what is shown -------------------------------------------------------------------------------

    def _notices(self) -> Iterator[Raised]:
        rules = {one.identifier: one for one in self.program.notices}
        for identifier, (place, *rest) in self.values.notices:
            rule = rules[identifier]
            yield Raised(rule, (self._records(rule.subjects[0].name)[place], *rest), None, False)

    def _runs(self) -> Iterator[DayRun]:
        for place, owner, first, last, values in self.values.runs:
            view = self.program.views[place]
            yield DayRun(self._of(view, owner), first, last, self._lines(view.items, values))

    def _parts(self, runs: list[DayRun]) -> Iterator[SubjectPart]:
        for (place, record), values in self.values.lines.items():
            view = self.program.views[place]
            about = self._of(view, record)
            first, last = _days_of(about, runs) if about.members else days_said(self.program, about)
            yield SubjectPart(view, about, first, last, self._lines(view.items, values))

    def _of(self, view: View, place: int) -> Record:
        return self._records(view.subjects[0].name)[place]

    def _lines(self, items: tuple[ViewItem, ...], values: list[object]) -> tuple[Shown, ...]:
        known = [self._value(item.type, value) for item, value in zip(items, values, strict=True)]
        return tuple(Shown(item, one, Step(item.core, one, ()), None) for item, one in zip(items, known, strict=True))


def _days_of(owner: Record, runs: list[DayRun]) -> tuple[int | None, int | None]:
    """The first and last day of a group: those of its runs."""
    found = [one for one in runs if one.owner is owner]
    return (found[0].first, found[-1].last) if found else (None, None)


def _said(run: DayRun) -> object:
    """What makes two runs one: a kernel cuts where evaluation may not."""
    return run.owner, [(line.item, line.value) for line in run.lines]
