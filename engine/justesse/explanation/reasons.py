"""Why days have their status: the « se lit » sentences nearest to the decision, found by walking the trace down from it.

Each line of the days is followed through the steps that decided it; the shallowest sentences that have words speak.
A quantity without words falls back on what it waits for, the identifier and the sources of the sentence retained.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from justesse.evaluation.decision import DayRun, Shown
from justesse.evaluation.trace import Instance, Step, Tried
from justesse.explanation.inputs import Input, steps_of, used
from justesse.explanation.kinds import kind_of
from justesse.explanation.wording import cause_text, value_text
from justesse.program import core as c
from justesse.program.braces import BRACES, meant, whole
from justesse.program.types import RecordOf
from justesse.values.moving import Moving
from justesse.values.states import NotApplicable, State, causes_of


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence for the reader, the rule it comes from, its sources. `text` is empty when the rule has no words."""

    text: str
    identifier: str
    sources: tuple[str, ...]


def reasons(run: DayRun) -> list[Reason]:
    """Why these days are what they are, most direct first."""
    found: dict[str, Reason] = {}
    for line in run.lines:
        if found and isinstance(line.value, NotApplicable):
            continue
        for one in line_reasons(line):
            found.setdefault(one.text or one.identifier, one)
    spoken = [one for one in found.values() if one.text]
    return spoken or list(found.values())[:1]


def line_reasons(line: Shown) -> list[Reason]:
    """The reasons of one line of the decision."""
    return instance_reasons(line.instance) if line.instance is not None else []


def instance_reasons(instance: Instance) -> list[Reason]:
    """The nearest sentences with words, else the rule retained."""
    layer, seen = [instance], {id(instance)}
    origin = instance
    while layer:
        spoken = [reason for one in layer for reason in _spoken(one)]
        if spoken:
            return spoken
        origin = next((one for one in layer if one.tried), origin) if _doubtful(instance) else origin
        layer = [deeper for one in layer for deeper in _next(one, seen)]
    words = _doubt_text(instance.value) if _doubtful(instance) else ""
    return [Reason(words, one.clause.identifier, one.clause.sources) for one in _deciding(origin)[:1]]


def _doubt_text(value: object) -> str:
    """What a value that is not settled waits for, when no sentence says it."""
    causes = " ; ".join(cause_text(one) for one in causes_of(value))
    return f"Reste à établir : {causes}." if causes else ""


def _doubtful(instance: Instance) -> bool:
    """Whether the value is unknown or to be judged."""
    return isinstance(instance.value, State) and not isinstance(instance.value, NotApplicable)


def _deciding(instance: Instance) -> list[Tried]:
    """The sentences that made the value: those retained, else those that could not be settled, else the base rule."""
    doubtful = [one for one in instance.tried if one.verdict == "open"] if _doubtful(instance) else []
    return doubtful or instance.retained() or [one for one in instance.tried if one.verdict == "failed"][-1:]


def _spoken(instance: Instance) -> Iterator[Reason]:
    for tried in _deciding(instance):
        clause = tried.clause
        denied = tried.verdict == "failed" or (clause.kind == "rule" and instance.value is False)
        words = clause.says_else if denied else clause.says
        leaves_open = tried.value is not None and isinstance(tried.value.node, c.Const)
        if words and tried.verdict != "open" and (leaves_open or not _doubtful(instance)):
            yield Reason(filled(words, instance, tried), clause.identifier, clause.sources)


def _next(instance: Instance, seen: set[int]) -> Iterator[Instance]:
    """What a value was made of; its conditions, when it was made of nothing or is in doubt."""
    doubtful = _doubtful(instance)
    for tried in _deciding(instance):
        made = list(_decisive(tried.value, doubtful)) if tried.value is not None and not doubtful else []
        for one in made or [one for step in steps_of(tried) if step is not None for one in _decisive(step, doubtful)]:
            if id(one) not in seen:
                seen.add(id(one))
                yield one


def _decisive(step: Step, doubtful: bool) -> Iterator[Instance]:
    """The instances that made the value of a step: of an « et » that fails, the failing part only."""
    for part in deciding_parts(step):
        if isinstance(part, Instance):
            if not doubtful or isinstance(part.value, State):
                yield part
        elif not doubtful or isinstance(part.value, State):
            yield from _decisive(part, doubtful)


def deciding_parts(step: Step) -> tuple[Step | Instance, ...]:
    """The parts that made the value of a step: of an « et » that fails or an « ou » that holds, the one that decided."""
    if isinstance(step.node, c.Logic) and isinstance(step.value, bool):
        decided = step.value is (step.node.kind == "any")
        return step.parts[-1:] if decided else step.parts
    return step.parts


def filled(words: str, instance: Instance, tried: Tried) -> str:
    """A sentence whose braces are replaced by the values that the trace holds."""
    return BRACES.sub(lambda hole: _value_named(hole.group(1), instance, tried), words)


def _value_named(path: str, instance: Instance, tried: Tried) -> str:
    names = meant(path, tried.scene.evaluator.program.declarations)
    if instance.quantity.name in names:
        return _text(instance.value, instance.quantity.type)
    for subject, arg in zip(instance.quantity.subjects, instance.args, strict=True):
        if subject.name == whole(path) and not isinstance(subject.kind, RecordOf):
            return _text(arg, subject.kind)
    for one in _inputs(tried):
        if one.sort != "observer" and one.within is None and one.name in names:
            return _input_text(one)
    return "…"


def _inputs(tried: Tried) -> Iterator[Input]:
    """What a sentence used, then what those quantities rest on, nearest first, each quantity once."""
    layer, seen = [tried], set[int]()
    while layer:
        inputs = [one for sentence in layer for one in used(*steps_of(sentence))]
        yield from inputs
        met = {id(one.instance): one.instance for one in inputs if one.instance is not None and id(one.instance) not in seen}
        seen.update(met)
        layer = [sentence for instance in met.values() for sentence in instance.tried]


def _input_text(one: Input) -> str:
    return _text(one.step.value, kind_of(one.step))


def _text(value: object, kind: object) -> str:
    known = value.value if isinstance(value, Moving) else value
    return value_text(known, kind)  # type: ignore[arg-type]
