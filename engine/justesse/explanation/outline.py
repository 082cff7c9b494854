"""What to say of a quantity, as a tree of points: its value, the sentence with its values, conditions, what was set aside.

Reads the trace and the program's declarations; computes nothing again, except the gap between two compared values.
Each quantity is explained once, then referred to. How a point is laid out is `text.py`.
"""

from collections.abc import Iterator

from justesse.evaluation.facts import Record
from justesse.evaluation.trace import Instance, Step, Tried
from justesse.explanation import phrases
from justesse.explanation.annotate import Annotator
from justesse.explanation.clause_text import clause_text
from justesse.explanation.inputs import Input, steps_of, used
from justesse.explanation.kinds import kind_of, of_value
from justesse.explanation.origin import Origins, origin_text
from justesse.explanation.point import Point
from justesse.explanation.wording import day_text, month_text, period_text, record_text, value_text
from justesse.program import core as c
from justesse.program.program import Program
from justesse.program.types import ListOf, Month, Type, YesNo
from justesse.values.moving import Moving
from justesse.values.states import NotApplicable, State

FULL = 99


class Outliner:
    """Makes the points of one explanation; `day` fixes the day that moving values are shown at."""

    def __init__(self, program: Program, day: int | None = None) -> None:
        self.program = program
        self.declared = program.declarations
        self.annotator = Annotator(program.declarations)
        self.origins = Origins(program)
        self.day = day
        self.seen: set[int] = set()

    # --- quantities ----------------------------------------------------------------------------------

    def quantity(self, instance: Instance, depth: int = FULL, within: Instance | None = None) -> Point:
        """A quantity and what it rests on, `depth` quantities deep; what it shares with `within` is not said again."""
        value = self._shown(instance.value, instance.quantity.type, instance)
        point = Point("quantity", self._title(instance, within), value)
        if id(instance) in self.seen and instance.tried:
            point.sort, point.detail = "reference", "voir plus haut"
        elif depth > 0:
            self.seen.add(id(instance))
            point.points = list(self._grounds(instance, depth))
        return point

    def _title(self, instance: Instance, within: Instance | None) -> str:
        said = within.args if within is not None else ()
        subjects = ", ".join(filter(None, (self._subject(one) for one in instance.args if one not in said)))
        days = ""
        if instance.first is not None and instance.last is not None and not _same_days(instance, within):
            fixed = self.day is not None and instance.first <= self.day <= instance.last
            days = day_text(self.day) if fixed and self.day is not None else period_text(instance.first, instance.last)
        return instance.quantity.name + "".join(f", {one}" for one in (subjects, days) if one)

    def _days_in(self, instance: Instance) -> int | None:
        """How far the day asked is from the first day of a run."""
        asked = self.day is not None and instance.first is not None and self.day >= instance.first
        return self.day - instance.first if asked else None  # type: ignore[operator]

    def _subject(self, value: object) -> str:
        if isinstance(value, Record):
            return "" if value.type == self.declared.root else record_text(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return month_text(value) if isinstance(of_value(value), Month) else ""
        return f"« {value} »" if isinstance(value, str) else ""

    def _shown(self, value: object, kind: Type, owner: Instance | None) -> str:
        """A value, at the day asked when it moves."""
        days = self._days_in(owner) if owner is not None else None
        if isinstance(value, Moving) and days is not None:
            return value_text(value.at(days), kind)
        return value_text(value, kind)

    def _grounds(self, instance: Instance, depth: int) -> Iterator[Point]:
        if instance.fact is not None:
            if not instance.tried:
                yield from self._uses(used(instance.fact), instance, depth)
                return
            yield Point("note", "non indiqué au dossier : à défaut, la règle suivante donne la valeur")
        given = [one for one in instance.tried if one.verdict == "retained"] or self._base(instance)
        for tried in given:
            yield from self.sentence(tried, instance, depth)
        for tried in instance.tried:
            if all(tried is not one for one in given):
                yield self._set_aside(tried, instance, depth)

    def _base(self, instance: Instance) -> list[Tried]:
        """When nothing is retained, the base rule that was looked at."""
        return [one for one in instance.tried if one.clause.kind == "rule" and one.verdict in ("failed", "open")][:1]

    # --- sentences -----------------------------------------------------------------------------------

    def sentence(self, tried: Tried, instance: Instance, depth: int) -> Iterator[Point]:
        """The sentence with its values, its origin, its conditions, then what it used."""
        if not tried.clause.identifier:
            yield from self._uses(used(*steps_of(tried)), instance, depth)
            return
        text = clause_text(tried.clause)
        value = tried.value if tried.value is not tried.condition else None
        inputs = used(*tried.dates, value)
        words = text.definition + (f" : {_row(text.rows, value)}" if text.rows and value is not None else "")
        yield Point("sentence", self._annotated(words, inputs, instance))
        condition = _condition_of(tried)
        unmet = ", condition non remplie" if condition is not None and condition.value is False else ""
        yield Point("rule", tried.clause.identifier + unmet, detail=origin_text(tried))
        yield from self._notes(value)
        if condition is not None:
            yield from self._conditions(text.conditions, condition, instance, depth)
            inputs = used(*tried.dates, value if value is not None and condition not in value.parts else None)
        yield from self._uses(inputs, instance, depth)

    def _annotated(self, words: str, inputs: list[Input], instance: Instance) -> str:
        return self.annotator.annotated(words, inputs, lambda one: self._in_brackets(one, instance))

    def _in_brackets(self, one: Input, instance: Instance) -> str:
        """A value short enough to follow its name; a list of several has its own line."""
        kind = self._kind(one.step)
        if isinstance(one.step.value, State):
            return value_text(one.step.value, kind).partition(" (")[0]
        if isinstance(kind, YesNo) and isinstance(one.step.value, bool):
            return ""
        long = isinstance(kind, ListOf) and not isinstance(kind.item, Month)
        if long and isinstance(one.step.value, tuple) and len(one.step.value) > 1:
            return ""
        return self._shown(one.step.value, kind, instance)

    def _kind(self, step: Step) -> Type:
        return kind_of(step, self.declared)

    def _notes(self, value: Step | None) -> Iterator[Point]:
        """What limits and roundings changed."""
        for step in _inner(value):
            node = step.node
            kind = self._kind(step)
            words = ""
            if isinstance(node, c.Apply) and node.op in ("min", "max") and isinstance(step.parts[0], Step):
                words = phrases.limit_text(node.op, step.parts[0].value, step.value, kind)
            elif isinstance(node, c.Apply) and node.op in ("least", "greatest"):
                words = phrases.skipped_text(tuple(part.value for part in step.parts))
            elif isinstance(node, c.Round) and isinstance(step.parts[0], Step):
                words = phrases.rounding_text(step.parts[0].value, step.value, node.mode, kind)
            if words:
                yield Point("note", words)

    # --- conditions ----------------------------------------------------------------------------------

    def _conditions(self, texts: tuple[str, ...], step: Step, instance: Instance, depth: int) -> Iterator[Point]:
        """Each condition with its mark; the whole as one when its text cannot be cut like its steps."""
        node = step.node
        if isinstance(node, c.Logic) and len(texts) == len(node.items):
            for place, text in enumerate(texts):
                part = step.parts[place] if place < len(step.parts) else None
                yield self._condition(text, part, instance, depth)
        else:
            yield self._condition(" et ".join(texts) or "condition", step, instance, depth)

    def examined(self, tried: Tried, instance: Instance) -> list[Point]:
        """The conditions of a sentence that were looked at, each with its mark and its gap, nothing under them."""
        condition = _condition_of(tried) or tried.condition
        if condition is None:
            return []
        points = self._conditions(clause_text(tried.clause).conditions, condition, instance, 0)
        return [one for one in points if one.mark != "–"]

    def _condition(self, text: str, step: Step | Instance | None, instance: Instance, depth: int) -> Point:
        if not isinstance(step, Step):
            return Point("condition", text, "non examinée : les autres suffisent à conclure", mark="–")
        inputs = used(step)
        words, mark = self._annotated(text, inputs, instance), phrases.mark_of(step.value)
        point = Point("condition", words, self._verdict(step, instance), mark=mark)
        if depth <= 0:
            return point
        point.points = list(self._uses(inputs, instance, depth))
        if len(inputs) == 1 and isinstance(self._kind(inputs[0].step), YesNo) and point.points:
            return self._merged(point, point.points[0])
        return point

    def _merged(self, point: Point, only: Point) -> Point:
        """A condition that is itself a quantity: what grounds the quantity grounds the condition."""
        if only.sort == "reference":
            point.value = ", ".join(filter(None, (point.value, only.detail)))
        elif only.sort != "quantity":
            return point
        point.points = only.points
        return point

    def _verdict(self, step: Step, instance: Instance) -> str:
        if isinstance(step.value, State):
            return "" if isinstance(step.value, NotApplicable) else value_text(step.value, self._kind(step))
        return self._margin(step, instance)

    def _margin(self, step: Step, instance: Instance) -> str:
        """The gap of a comparison, from its two values."""
        node = step.node
        if not isinstance(node, c.Apply) or len(step.parts) != 2 or node.op not in ("=", "≠", "<", "≤", ">", "≥"):
            return ""
        left, right = step.parts
        assert isinstance(left, Step) and isinstance(right, Step)
        sides = [self._fixed(one.value, instance) for one in (left, right)]
        kind = self._kind(left)
        margin = phrases.margin_text(node.op, sides[0], sides[1], kind, step.value is True)
        if all(isinstance(one.node, c.Value | c.Field | c.Const | c.Series) for one in (left, right)):
            return margin
        compared = f"{self._shown(left.value, kind, instance)} pour {self._shown(right.value, kind, instance)}"
        return f"{compared}, {margin}" if margin else compared

    def _fixed(self, value: object, instance: Instance) -> object:
        if not isinstance(value, Moving):
            return value
        days = self._days_in(instance)
        return value.at(days) if days is not None else None

    # --- what was set aside --------------------------------------------------------------------------

    def _set_aside(self, tried: Tried, instance: Instance, depth: int) -> Point:
        """A sentence that does not give the value, on one line, with what failed."""
        kind = {"exception": "exception", "lift": "levée", "rule": "règle"}[tried.clause.kind]
        sources = " ; ".join(tried.clause.sources)
        point = Point("set-aside", f"{kind} {tried.clause.identifier}", self._why_not(tried, instance), sources)
        if tried.verdict == "open" and tried.condition is not None:
            point.points = list(self._conditions(clause_text(tried.clause).conditions, tried.condition, instance, depth))
        return point

    def _why_not(self, tried: Tried, instance: Instance) -> str:
        if tried.verdict == "not-in-force":
            return f"{phrases.VERDICTS[tried.verdict]} ({origin_text(tried).partition('applicable ')[2]})"
        if tried.verdict == "other-reading" and tried.clause.reading is not None:
            reading, interpretation = tried.clause.reading
            return f"autre lecture, « {reading} » de {interpretation}"
        failed = self._failed(tried, instance) if tried.verdict == "failed" else ""
        return f"écartée : ✗ {failed}" if failed else phrases.VERDICTS[tried.verdict]

    def _failed(self, tried: Tried, instance: Instance) -> str:
        """The condition that fails, with its values."""
        if tried.condition is None:
            return ""
        texts = clause_text(tried.clause).conditions
        for point in self._conditions(texts, tried.condition, instance, 0):
            if point.mark == "✗":
                return point.title + (f" — {point.value}" if point.value else "")
        return ""

    # --- what was used -------------------------------------------------------------------------------

    def _uses(self, inputs: list[Input], instance: Instance, depth: int) -> Iterator[Point]:
        """The things used, quantities one level deeper; the elements of a list under it."""
        observers: dict[int, Point] = {}
        for one in inputs:
            observer = observers.get(id(one.within))
            kept = one.within is not None and isinstance(one.within.node, c.Select)
            point = self._use(one, instance, min(depth, 1) if kept else depth)
            if one.sort == "observer":
                observers[id(one.step)] = point
            if observer is not None:
                observer.points.append(point)
            else:
                yield point

    def _use(self, one: Input, instance: Instance, depth: int) -> Point:
        match one.sort:
            case "quantity":
                assert one.instance is not None
                point = self.quantity(one.instance, depth - 1, instance)
                point.value = self._shown(one.step.value, one.instance.quantity.type, instance)
                return point
            case "fact":
                return self.origins.fact(one, instance)
            case "parameter":
                return self.origins.parameter(one)
            case "observer":
                kind = self._kind(one.step)
                words = phrases.observer_text(one.step, one.name, self._days_in(instance))
                return Point("list", words, self._shown(one.step.value, kind, instance))


def _condition_of(tried: Tried) -> Step | None:
    """The condition of a sentence; a denied yes/no rule holds it within its value."""
    if tried.condition is not None:
        return tried.condition
    step = tried.value
    denies = step is not None and isinstance(step.node, c.Apply) and step.node.op == "not"
    inner = step.parts[0] if denies and step is not None else None
    return inner if isinstance(inner, Step) and clause_text(tried.clause).conditions else None


def _row(rows: tuple[str, ...], value: Step) -> str:
    """The row of a table that was taken."""
    taken = sum(1 for part in value.parts if isinstance(part, Step)) - 1
    place = taken - 1 if value.parts[taken - 1].value is True and taken else taken
    return rows[min(place, len(rows) - 1)]


def _inner(step: Step | None) -> Iterator[Step]:
    """The operations of a formula, outermost first, without those of lists."""
    if step is None or isinstance(step.node, c.Fold | c.DayFold | c.Value):
        return
    yield step
    for part in step.parts:
        if isinstance(part, Step):
            yield from _inner(part)


def _same_days(one: Instance, other: Instance | None) -> bool:
    return other is not None and (one.first, one.last) == (other.first, other.last)
