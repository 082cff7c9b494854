"""One case against the program: what was expected, what was computed, each difference with its place in the file.

Comparison is exact: a quotient is written `a / b`. Nothing is rounded, nothing is tolerated.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from justesse.casebook.cases import CaseEntry
from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.near_names import meant, nearest
from justesse.diagnostics.wording import message_of
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision, SubjectPart
from justesse.program.program import Program
from justesse.program.readings import unknown_readings
from justesse.program.types import Choice, Date, Month, Number, Type, YesNo
from justesse.text.positioned_yaml import Entry, Mapping, Node, Scalar, Sequence
from justesse.text.source import Span
from justesse.values.calendar import read_day, read_month
from justesse.values.numbers import read_decimal
from justesse.values.ranges import Range
from justesse.values.states import Judge, NotApplicable, State, causes_of

SPECIAL = ("jours", "hors périmètre", "erreur", "signalements", "sans signalement", "fondé sur")


@dataclass(frozen=True, slots=True)
class Difference:
    """An expectation that is not met: of what, expected as written, computed (a value or a state)."""

    subject: str
    name: str
    expected: str
    computed: object
    type: Type | None
    span: Span


@dataclass(slots=True, eq=False)
class Outcome:
    """A case once run. `problems`: the case itself is wrong; `differences`: the program disagrees with it."""

    case: CaseEntry
    decision: Decision | None
    differences: list[Difference]
    problems: list[Diagnostic]
    checked: int = 0

    @property
    def passed(self) -> bool:
        """Whether everything expected was found."""
        return not self.differences and not self.problems


def run_case(program: Program, case: CaseEntry) -> Outcome:
    """Read, decide, compare."""
    expected_error = _scalar(case.expected.get("erreur"))
    file, diagnostics = read_case(case.dossier, program.declarations)
    outcome = Outcome(case, None, [], [])
    outcome.problems += unknown_readings(case.readings, program, case.span)
    if file is None:
        _compare_error(outcome, expected_error, diagnostics, case)
        return outcome
    outcome.decision = decide(program, file.root, dict(case.readings))
    if outcome.decision.refusals or expected_error:
        _compare_error(outcome, expected_error, outcome.decision.refusals, case)
        return outcome
    _Comparison(outcome, outcome.decision, program).all()
    if not outcome.checked and not outcome.problems:
        outcome.problems.append(mistake("C0103", case.span, nom=case.identifier))
    return outcome


def _compare_error(outcome: Outcome, expected: str, found: list[Diagnostic], case: CaseEntry) -> None:
    codes = [one.code for one in found]
    outcome.checked += 1
    if expected and expected in codes:
        return
    if not expected and outcome.decision is None:
        outcome.problems.extend(found)
        return
    if not expected:
        stopped = (
            Difference("dossier", "calcul", "une décision", f"{one.code} : {message_of(one)}", None, case.span) for one in found
        )
        outcome.differences.extend(stopped)
        return
    outcome.differences.append(Difference("dossier", "erreur", expected, ", ".join(codes) or "aucune erreur", None, case.span))


class _Comparison:
    def __init__(self, outcome: Outcome, decision: Decision, program: Program) -> None:
        self.outcome = outcome
        self.decision = decision
        self.program = program

    def all(self) -> None:
        """Every entry of « attendu »."""
        out_of_scope = bool(self.decision.out_of_scope)
        wanted = _scalar(self.outcome.case.expected.get("hors périmètre"))
        if out_of_scope != (wanted == "oui"):
            place = self.outcome.case.span
            reasons = "; ".join(one.rule.identifier for one in self.decision.out_of_scope) or "dans le périmètre"
            self._differs("dossier", "hors périmètre", wanted or "non", reasons, None, place)
        self.outcome.checked += wanted == "oui"
        if out_of_scope:
            return
        for entry in self.outcome.case.expected.entries:
            self._entry(entry)

    def _entry(self, entry: Entry) -> None:
        name = entry.key.text
        if name == "jours":
            for node in _mappings(entry.value):
                self._days(node)
        elif name in ("signalements", "sans signalement"):
            self._notices(name, entry.value)
        elif name == "fondé sur":
            self._grounds(entry.value)
        elif name not in SPECIAL:
            self._subject(name, entry)

    def _subject(self, name: str, entry: Entry) -> None:
        record = self.program.declarations.record_of(name)
        if record is None:
            forms = [*self.program.declarations.record_forms, *SPECIAL]
            self._problem("C0105", entry.key.span, lu=name, proche=meant(name, forms))
            return
        parts = [part for part in self.decision.parts if part.record.type == record.name]
        nodes = [entry.value] if isinstance(entry.value, Mapping) else _mappings(entry.value)
        for node in nodes:
            part = self._part(parts, node)
            if part is None:
                days = ", ".join(_day_text(one.first) for one in parts if one.first) or "aucun"
                self._differs(record.name, "du", _scalar(node.get("du")), days, None, node.span)
            else:
                self._lines(part, node)

    def _part(self, parts: list[SubjectPart], node: Mapping) -> SubjectPart | None:
        start = self._day_of(node, "du")
        if start is None:
            return parts[0] if len(parts) == 1 else None
        return next((part for part in parts if part.first == start), None)

    def _day_of(self, node: Mapping, key: str) -> int | None:
        """The day written there, if any; one that cannot be read is a problem of the case."""
        said = node.get(key)
        day = read_day(_scalar(said))
        if said is not None and day is None:
            self._problem("C0108", said.span, lu=_scalar(said), attendu="une date AAAA-MM-JJ")
        return day

    def _lines(self, part: SubjectPart, node: Mapping) -> None:
        last = self._day_of(node, "au")
        if last is not None and last != part.last:
            self._differs(part.record.type, "au", _scalar(node.get("au")), _day_text(part.last), None, node.span)
        lines = {line.item.name: line for line in part.lines}
        subject = part.record.type + (f" du {_day_text(part.first)}" if part.first else "")
        for entry in node.entries:
            name = entry.key.text
            if name in ("du", "au"):
                continue
            if name not in lines:
                self._unknown_line(entry, part.record.type, list(lines))
                continue
            self._value(subject, name, entry.value, lines[name].value, lines[name].item.type)

    def _unknown_line(self, entry: Entry, subject: str, lines: list[str]) -> None:
        name = entry.key.text
        near = nearest(name, lines) or " » ou « ".join(lines)
        self._problem("C0106", entry.key.span, lu=name, sujet=subject, proche=near)

    def _days(self, node: Mapping) -> None:
        first, last = read_day(_scalar(node.get("du"))), read_day(_scalar(node.get("au")) or _scalar(node.get("du")))
        if first is None or last is None or last < first:
            self._problem("C0107", node.span)
            return
        for entry in node.entries:
            if entry.key.text not in ("du", "au"):
                self._day_line(entry, first, last)

    def _day_line(self, entry: Entry, first: int, last: int) -> None:
        day = first
        while day <= last:
            run = next((one for one in self.decision.runs if one.first <= day <= one.last), None)
            if run is None:
                self._differs(
                    f"jour {_day_text(day)}", entry.key.text, _scalar(entry.value), "aucun jour calculé", None, entry.value.span
                )
                return
            line = next((one for one in run.lines if one.item.name == entry.key.text), None)
            if line is None:
                self._unknown_line(entry, "jours", [one.item.name for one in run.lines])
                return
            if not self._value(f"jour {_day_text(day)}", entry.key.text, entry.value, line.value, line.item.type):
                return
            day = run.last + 1

    def _notices(self, name: str, node: Node) -> None:
        """Notices that must be raised, or must not: a name no rule bears is a difference either way."""
        raised = {one.rule.identifier for one in self.decision.notices if not one.open}
        known = {one.identifier for one in self.program.notices}
        for item in node.items if isinstance(node, Sequence) else ():
            self.outcome.checked += 1
            text = _scalar(item)
            if text in known and (text in raised) == (name == "signalements"):
                continue
            found = ", ".join(sorted(raised)) or "aucun"
            self._differs("dossier", name, text, found if text in known else "signalement inconnu", None, item.span)

    def _grounds(self, node: Node) -> None:
        """Rules that must have given some value of the decision."""
        assert self.decision.evaluator is not None
        used, known = self.decision.evaluator.retained_identifiers(), self._identifiers()
        for item in node.items if isinstance(node, Sequence) else ():
            self.outcome.checked += 1
            if _scalar(item) not in known:
                self._problem("C0109", item.span, lu=_scalar(item), proche=nearest(_scalar(item), known) or "aucune règle proche")
            elif _scalar(item) not in used:
                self._differs("dossier", "fondé sur", _scalar(item), "règle non retenue", None, item.span)

    def _identifiers(self) -> set[str]:
        """Of every rule, exception and notice."""
        quantities = self.program.quantities.values()
        rules = {clause.identifier for one in quantities for clause in (*one.rules, *one.exceptions)}
        return rules | {one.identifier for one in self.program.notices}

    def _value(self, subject: str, name: str, node: Node, computed: object, kind: Type) -> bool:
        self.outcome.checked += 1
        text = _scalar(node)
        if matches(text, computed, kind):
            return True
        expected = unreadable_as(text, kind)
        if expected:
            self._problem("C0108", node.span, lu=text, attendu=expected)
            return False
        self._differs(subject, name, text, computed, kind, node.span)
        return False

    def _differs(self, subject: str, name: str, expected: str, computed: object, kind: Type | None, span: Span) -> None:
        self.outcome.differences.append(Difference(subject, name, expected, computed, kind, span))

    def _problem(self, code: str, span: Span, **details: object) -> None:
        self.outcome.problems.append(mistake(code, span, **details))


def matches(text: str, computed: object, kind: Type) -> bool:
    """Whether an expectation, as written, is the computed value."""
    if isinstance(computed, State) and state_words(computed) == text:
        return True
    if isinstance(computed, Range):
        return not computed.nothing and (computed.low, computed.high) == _bounds(text)
    match kind:
        case Number():
            return _exact(text) is not None and computed == _exact(text)
        case Date():
            return computed == read_day(text)
        case Month():
            return computed == read_month(text)
        case YesNo():
            return computed is {"oui": True, "non": False}.get(text)
        case Choice():
            return computed == text
        case _:
            return False


def unreadable_as(text: str, kind: Type) -> str:
    """What a value had to be read as, when it cannot; nothing when it can."""
    if text in ("inconnu", "à apprécier", "sans objet") or _bounds(text) is not None:
        return ""
    match kind:
        case Number():
            return "" if _exact(text) is not None else "un nombre à virgule, sans unité, ou un quotient « a / b »"
        case Date():
            return "" if read_day(text) is not None else "une date AAAA-MM-JJ"
        case Month():
            return "" if read_month(text) is not None else "un mois AAAA-MM"
        case YesNo():
            return "" if text in ("oui", "non") else "« oui » ou « non »"
        case Choice(options):
            near = nearest(text, options) or " » ou « ".join(options)
            return "" if text in options else f"l'un des choix : « {near} »"
        case _:
            return ""


def state_words(state: State) -> str:
    """« inconnu », « à apprécier », « sans objet »; what is known in part is the one or the other, by its causes."""
    if isinstance(state, NotApplicable):
        return "sans objet"
    return "à apprécier" if any(isinstance(one, Judge) for one in causes_of(state)) else "inconnu"


def _bounds(text: str) -> tuple[Fraction | None, Fraction | None] | None:
    """« entre 10 et 20 », « au moins 10 », « au plus 20 »: both ends, None for one that is open."""
    low, high = "", ""
    if text.startswith("entre ") and " et " in text:
        low, high = text.removeprefix("entre ").split(" et ", 1)
    elif text.startswith("au moins "):
        low = text.removeprefix("au moins ")
    elif text.startswith("au plus "):
        high = text.removeprefix("au plus ")
    ends = [_exact(one) if one else None for one in (low, high)]
    readable = all(end is not None for end, one in zip(ends, (low, high), strict=True) if one)
    return (ends[0], ends[1]) if (low or high) and readable else None


def _exact(text: str) -> Fraction | None:
    """« 12 × 2522,52 / 730 » read from left to right: decimals, × and / between them; None when it is anything else."""
    first, *rest = re.split(r"([×*/])", text)
    total = read_decimal(first)
    for operator, part in zip(rest[::2], rest[1::2], strict=True):
        value = read_decimal(part)
        if total is None or value is None or (operator == "/" and value == 0):
            return None
        total = total / value if operator == "/" else total * value
    return total


def _scalar(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, Scalar) else ""


def _mappings(node: Node) -> list[Mapping]:
    return [one for one in node.items if isinstance(one, Mapping)] if isinstance(node, Sequence) else []


def _day_text(day: int | None) -> str:
    from justesse.values.calendar import iso_day

    return iso_day(day) if day is not None else "?"
