"""A phrase of the core in French words, short enough for a list of mutants. Says what is written, never what it is worth.

The names are those of the vocabulary; articles are left out. Long phrases are cut.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from justesse.explanation.phrases import OPERATIONS, operation_text
from justesse.explanation.wording import day_text, decimal_text, state_text
from justesse.mutation.places import Scope, element, type_of
from justesse.program import core as c
from justesse.program.program import Program
from justesse.program.types import Date, Month, RecordOf, YesNo
from justesse.values.states import State

LONGEST = 90
_NUMBERS = {
    "<": "inférieur à", "≤": "au plus égal à", ">": "supérieur à", "≥": "au moins égal à", "=": "égal à", "≠": "différent de",
}  # fmt: skip
_DATES = {"<": "antérieur à", "≤": "antérieur ou égal à", ">": "postérieur à", "≥": "postérieur ou égal à"}
_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "/", "min": "dans la limite de", "max": "et au moins"}
_TESTS = {"unknown?": "est inconnu", "judge?": "est à apprécier", "nothing?": "est sans objet", "saturday": "est un samedi",
          "sunday": "est un dimanche", "holiday": "est un jour férié", "member": "fait partie"}  # fmt: skip
_CALENDAR = OPERATIONS | {"month_of": "mois", "span_first": "premier jour", "span_last": "dernier jour"}
_ELISION = re.compile(r"\b([Dd])e (?=[aeiouyâàéèêîôœ])")


@dataclass(frozen=True, slots=True)
class Words:
    """Words for the phrases of one program."""

    program: Program

    def of(self, node: c.Core | None, scope: Scope) -> str:
        """The phrase, cut in the middle when it is long."""
        text = _ELISION.sub(r"\1'", self._text(node, scope))
        return text if len(text) <= LONGEST else f"{text[:55].rstrip()} … {text[-30:].lstrip()}"

    def _text(self, node: c.Core | None, scope: Scope) -> str:
        match node:
            case None:
                return "toujours"
            case c.Const(value, label):
                return constant_text(value, label)
            case c.Slot(index):
                return self._slot(scope[index] if index < len(scope) else None)
            case c.Field(record, name):
                return f"{name} de {self._text(record, scope)}"
            case c.Value(key, (*_, c.Slot())) if self.program.quantities[key].type == YesNo():
                return self.program.quantities[key].name
            case c.Value(key, args):
                return " de ".join([self.program.quantities[key].name, *(self._text(arg, scope) for arg in args[-1:])])
            case c.Apply(op, args):
                return self._operation(op, args, scope)
            case c.Logic(kind, items):
                return (" et " if kind == "all" else " ou ").join(self._text(item, scope) for item in items)
            case c.Shift(date, amount, unit, factor):
                return self._shifted(date, amount, unit, factor, scope)
            case c.Series(name, date):
                return f"{name} ({self._text(date, scope)})"
            case c.Round(mode, _, value):
                return f"{self._text(value, scope)} {'arrondi au plus proche' if mode == 'nearest' else 'tronqué'}"
            case _:
                return self._listed(node, scope)

    def _inner(self, source: c.Core, scope: Scope) -> Scope:
        return (*scope, element(source, scope, self.program))

    def _slot(self, kind: object) -> str:
        match kind:
            case RecordOf(record):
                return record
            case Date():
                return "jour"
            case Month():
                return "mois"
            case _:
                return "élément"

    def _operation(self, op: str, args: tuple[c.Core, ...], scope: Scope) -> str:
        parts = [self._text(arg, scope) for arg in args]
        if op == "not":
            return f"non ({parts[0]})"
        if op in _NUMBERS and len(parts) == 2:
            dated = isinstance(type_of(args[0], scope, self.program), Date | Month)
            return f"{parts[0]} {(_DATES if dated else _NUMBERS).get(op, _NUMBERS[op])} {parts[1]}"
        if op in _SIGNS:
            return f" {_SIGNS[op]} ".join(parts)
        if op in _TESTS:
            return " ".join([parts[0], _TESTS[op], *parts[1:]])
        return f"{_CALENDAR[op]} de {' à '.join(parts)}"

    def _shifted(self, date: c.Core, amount: c.Core, unit: str, factor: int, scope: Scope) -> str:
        many = self._text(amount, scope)
        known = many if isinstance(amount, c.Const) and amount.label else f"{many} ({'jours' if unit == 'day' else 'mois'})"
        return f"{known} {'après' if factor > 0 else 'avant'} {self._text(date, scope)}"

    def _listed(self, node: c.Core, scope: Scope) -> str:
        match node:
            case c.Case(((c.Apply("nothing?", (end,)), _),)):
                return self._text(end, scope)
            case c.Fold(_, source, _, body):
                inner = self._inner(source, scope)
                of = f"{self._text(body, inner)} ; " if body is not None else ""
                return f"{operation_text(node)} : {of}{self._text(source, scope)}"
            case c.Select(source, where):
                inner = self._inner(source, scope)
                return f"{self._text(source, scope)}{f' dont {self._text(where, inner)}' if where is not None else ''}"
            case c.DayFold(_, owners, _, _, where):
                held = f" où {self._text(where, (*self._inner(owners, scope), Date()))}" if where is not None else ""
                whose = self._text(owners, scope)
                return f"{operation_text(node)} : {whose if whose.startswith('jour') else f'jours de {whose}'}{held}"
            case c.Single(inside) | c.Flatten(inside, _):
                return self._text(inside, scope)
            case c.Members(group):
                return f"{self._slot(element(node, scope, self.program))} de {self._text(group, scope)}"
            case c.Neighbour(record, step):
                return f"{self._text(record, scope)} {'précédent' if step < 0 else 'suivant'}"
            case c.GroupOf(group, record):
                return f"{group} de {self._text(record, scope)}"
            case c.Groups(group):
                return group
            case _:
                return operation_text(node)


def constant_text(value: object, label: str = "") -> str:
    """« 2 jours », « 1er janvier 2024 », « oui », « ordinaire »."""
    match value:
        case State():
            return state_text(value)
        case bool():
            return "oui" if value else "non"
        case str():
            return f"« {value} »"
        case int() if label == "date":
            return day_text(value)
        case int() | Fraction():
            figure = decimal_text(Fraction(value), 0, 6)[0]
            return f"{figure} {label}" if label and "%" not in label and not label.isdecimal() else figure
        case _:
            return str(value)
