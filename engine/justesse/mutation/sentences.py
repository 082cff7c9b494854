"""Every mutant of a program: sentence by sentence, then dated value by dated value, in the order of the files.

A mistake that leaves the same core as another, or as the sentence itself, is left out: nothing could tell them apart.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from justesse.explanation.clause_text import clause_text
from justesse.explanation.wording import day_text
from justesse.mutation.conditions import in_conditions
from justesse.mutation.dated_values import of_parameters
from justesse.mutation.mutants import Change, Mutant, Operator, Part, Sentence
from justesse.mutation.places import Place, Scope, places, replaced
from justesse.mutation.values import in_values
from justesse.mutation.words import Words
from justesse.program import core as c
from justesse.program.program import Clause, NoticeRule, Program, Quantity, Validity
from justesse.program.types import RecordOf, Type, YesNo
from justesse.values.states import Unknown

_BULLET = re.compile(r"^\s*- ", re.MULTILINE)


def all_mutants(program: Program, since: int) -> list[Mutant]:
    """Every mutant, names apart; of dated values, those in force on `since` or later."""
    homes = Counter((one.identifier, one.version) for quantity in program.quantities.values() for one in _clauses(quantity))
    mistakes = [_Mistakes(program, "", notice, "") for notice in program.notices]
    for quantity in program.quantities.values():
        for clause in _clauses(quantity):
            several = homes[clause.identifier, clause.version] > 1
            if clause.identifier:  # what the vocabulary implies is no sentence
                mistakes.append(_Mistakes(program, quantity.key, clause, quantity.name if several else ""))
    mistakes.sort(key=lambda one: (one.sentence.span.source.name, one.sentence.span.start))
    return _named_apart([*(mutant for one in mistakes for mutant in one.all()), *of_parameters(program, since)])


def _clauses(quantity: Quantity) -> list[Clause]:
    return [*quantity.rules, *quantity.exceptions]


def _named_apart(mutants: list[Mutant]) -> list[Mutant]:
    """The same words twice in one sentence: numbered. Every space is a plain one, as in the files that quote a name."""
    seen: Counter[str] = Counter()
    made = []
    for one in mutants:
        name = " ".join(one.name.split())
        seen[name] += 1
        made.append(replace(one, name=f"{name} ({seen[name]})" if seen[name] > 1 else name))
    return made


@dataclass(slots=True)
class _Mistakes:
    """The mutants of one sentence."""

    program: Program
    key: str
    sentence: Clause | NoticeRule
    home: str

    def all(self) -> Iterator[Mutant]:
        seen = {_shape(self.sentence)}
        for mutant in (*self._whole(), *self._parts(), *self._clocks()):
            form = " | ".join(_shape(one) for one in mutant.after)
            if form not in seen:
                seen.add(form)
                yield mutant

    @property
    def quantity(self) -> Quantity | None:
        return self.program.quantities[self.key] if self.key else None

    def _made(
        self, operator: Operator, words: str, part: Part, *after: Sentence,
        before: tuple[Sentence, ...] = (), change: Change | None = None,
    ) -> Mutant:  # fmt: skip
        one = self.sentence
        version = f" [{one.version}]" if isinstance(one, Clause) and one.version else ""
        home = f" ({self.home})" if self.home else ""
        name = f"{one.identifier}{version}{home} / {operator} / {words}"
        told = clause_text(one).definition if isinstance(one, Clause) else one.text
        series = change.series if change else ()
        return Mutant(name, operator, self.key, before or (one,), after, part, told, one.span.source.name, one.span.line, series)

    # --- the sentence as a whole -----------------------------------------------------------------------

    def _whole(self) -> Iterator[Mutant]:
        match self.sentence:
            case NoticeRule():
                yield self._made("signalement", "signalement retiré", "held")
            case Clause(kind="exception" | "lift" as kind) as clause:
                yield self._made("exception", "exception retirée" if kind == "exception" else "levée retirée", "held")
                for name in clause.priorities:
                    rest = tuple(one for one in clause.priorities if one != name)
                    yield self._made("priorité", f"sans la priorité sur « {name} »", "held", replace(clause, priorities=rest))
            case clause:
                yield from self._supplied(clause)
        yield from self._unconditional()
        if isinstance(self.sentence, Clause):
            yield from self._older(self.sentence)

    def _supplied(self, clause: Clause) -> Iterator[Mutant]:
        if self.quantity is not None and self.quantity.fact is not None:
            left = c.Const(Unknown((self.quantity.name,)))
            yield self._made("défaut", "valeur à défaut retirée", "value", replace(clause, condition=None, value=left))

    def _unconditional(self) -> Iterator[Mutant]:
        """The only condition of the sentence left out."""
        one = self.sentence
        if one.condition is None or isinstance(one.condition, c.Logic):
            return
        words = f"sans « {Words(self.program).of(one.condition, self._scope())} »"
        if isinstance(one, Clause) and one.kind == "rule" and one.value is None:
            yield self._made("condition", words, "condition", replace(one, condition=None, value=c.Const(True)))
        else:
            yield self._made("condition", words, "condition", replace(one, condition=None))

    def _older(self, clause: Clause) -> Iterator[Mutant]:
        """This version never came: the one before goes on."""
        assert self.quantity is not None
        start = clause.validities[0].start if clause.validities else None
        if start is None:
            return
        for other in _clauses(self.quantity):
            same = (other.identifier, other.kind, other.reading) == (clause.identifier, clause.kind, clause.reading)
            if same and other.validities and other.validities[0].end == start - 1:
                kept = replace(other.validities[0], end=clause.validities[0].end)
                longer = replace(other, validities=(kept, *other.validities[1:]))
                yield self._made("version", "version retirée, la précédente se prolonge", "dates", longer, before=(clause, other))

    # --- its phrases -----------------------------------------------------------------------------------

    def _scope(self) -> Scope:
        subjects = self.quantity.subjects if self.quantity else self.sentence.subjects  # type: ignore[union-attr]
        return (RecordOf(self.program.declarations.root), *(subject.kind for subject in subjects))

    def _parts(self) -> Iterator[Mutant]:
        one = self.sentence
        if one.condition is not None:
            yield from self._conditions(one.condition)
        if isinstance(one, Clause) and one.value is not None:
            kind = self.quantity.type if self.quantity else None
            yield from self._phrases(one.value, "value", "condition" if kind == YesNo() else "value", kind)

    def _conditions(self, root: c.Core) -> Iterator[Mutant]:
        scope = self._scope()
        if not isinstance(root, c.Logic):
            _, (excerpt,) = self._bullets(1)
            for mutant in self._phrases(root, "condition", "condition", YesNo()):
                yield replace(mutant, excerpt=excerpt or mutant.excerpt)
            return
        lines, excerpts = self._bullets(len(root.items))
        for change in in_conditions(Place(root, scope, "condition"), Words(self.program)):
            yield self._changed("condition", root, change)
        for number, item in enumerate(root.items):
            for mutant in self._phrases(item, "condition", "condition", YesNo()):
                yield replace(mutant, line=lines[number], excerpt=excerpts[number] or mutant.excerpt)

    def _bullets(self, count: int) -> tuple[list[int], list[str]]:
        """The line and the words of each condition, as far as the text shows them."""
        one = self.sentence
        written = one.span.source.text[one.span.start : one.span.end]
        starts = [one.span.line + written.count("\n", 0, found.end()) for found in _BULLET.finditer(written)]
        told = clause_text(one).conditions if isinstance(one, Clause) else ()
        lines = starts if len(starts) == count else [one.span.line] * count
        return lines, list(told) if len(told) == count else [""] * count

    def _phrases(self, root: c.Core, part: Part, role: str, kind: Type | None) -> Iterator[Mutant]:
        words = Words(self.program)
        for place in places(Place(root, self._scope(), role), self.program):  # type: ignore[arg-type]
            for change in (*in_conditions(place, words), *in_values(place, words, kind)):
                yield self._changed(part, place.node, change)

    def _changed(self, part: Part, old: c.Core, change: Change) -> Mutant:
        one = self.sentence
        condition = replaced(one.condition, old, change.node) if one.condition is not None else None
        after: Sentence = replace(one, condition=condition)
        if isinstance(after, Clause) and after.value is not None:
            after = replace(after, value=replaced(after.value, old, change.node))
        return self._made(change.operator, change.words, part, after, change=change)

    # --- its dates -------------------------------------------------------------------------------------

    def _clocks(self) -> Iterator[Mutant]:
        for number, clock in enumerate(self.sentence.validities):
            for day in (clock.start - 1, clock.start + 1) if clock.start is not None else ():
                yield self._clocked("date", f"applicable à compter du {day_text(day)}", number, replace(clock, start=day))
            for day in (clock.end - 1, clock.end + 1) if clock.end is not None else ():
                yield self._clocked("date", f"applicable jusqu'au {day_text(day)}", number, replace(clock, end=day))
            yield from self._clock_dates(number, clock)

    def _clock_dates(self, number: int, clock: Validity) -> Iterator[Mutant]:
        words = Words(self.program)
        for place in places(Place(clock.date, self._scope(), "value"), self.program):
            for change in in_values(place, words, None):
                other = replace(clock, date=replaced(clock.date, place.node, change.node))
                yield self._clocked(change.operator, f"date d'application : {change.words}", number, other, change)

    def _clocked(self, operator: Operator, words: str, number: int, clock: Validity, change: Change | None = None) -> Mutant:
        clocks = (*self.sentence.validities[:number], clock, *self.sentence.validities[number + 1 :])
        return self._made(operator, words, "dates", replace(self.sentence, validities=clocks), change=change)


def _shape(one: Sentence) -> str:
    """The same text for sentences that mean the same; every part of their core is written out."""
    assert isinstance(one, Clause | NoticeRule)
    value = one.value if isinstance(one, Clause) else None
    own = (one.priorities, one.targets) if isinstance(one, Clause) else ()
    return repr((one.condition, value, [(clock.date, clock.start, clock.end) for clock in one.validities], own))
