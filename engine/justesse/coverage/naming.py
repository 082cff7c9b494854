"""French names for what is to be covered: sentences, table rows, the atoms of a condition or of a filter.

The author's own words wherever the sentence can be cut like its condition; else a short reading of the core. Decides nothing.
"""

from dataclasses import dataclass
from fractions import Fraction

from justesse.coverage.atoms import atoms_of
from justesse.explanation.clause_text import clause_text
from justesse.explanation.phrases import OPERATIONS, operation_text
from justesse.explanation.wording import day_text, number_text
from justesse.program import core as c
from justesse.program.program import Clause, NoticeRule
from justesse.text.source import Span
from justesse.values.calendar import FIRST_DAY
from justesse.values.states import State
from justesse.values.units import NONE, parse_unit

_SHORT = {**OPERATIONS, "span_first": "premier jour", "span_last": "dernier jour", "month_of": "mois"}
_SIGNS = {"=": "=", "≠": "≠", "<": "<", "≤": "≤", ">": ">", "≥": "≥", "+": "+", "-": "−", "*": "×", "/": "/"}


@dataclass(frozen=True, slots=True)
class Scope:
    """The names of the slots: the subject of the case, then the subjects of the sentence; the rest are elements."""

    names: tuple[str, ...]

    def slot(self, index: int) -> str:
        """« le prêt » for a subject; nothing for the element of a list, which goes without saying."""
        return self.names[index] if index < len(self.names) else ""


# --- the words of the author ---------------------------------------------------------------------------


def condition_texts(sentence: Clause | NoticeRule, condition: c.Core, scope: Scope) -> tuple[str, ...]:
    """The words of each atom of a sentence's condition, those of the author wherever they can be cut like it."""
    texts = clause_text(sentence if isinstance(sentence, Clause) else _as_clause(sentence)).conditions
    items = condition.items if isinstance(condition, c.Logic) else (condition,)
    said = (" et ".join(texts),) if texts and len(items) == 1 else texts
    words = said if len(said) == len(items) else ("",) * len(items)
    return tuple(text for item, word in zip(items, words, strict=True) for text in _item_texts(item, word, scope))


def _item_texts(item: c.Core, word: str, scope: Scope) -> list[str]:
    """The author's words stand for one atom; several, as of « parmi », are read from the core."""
    atoms = atoms_of(item)
    return [word] if word and len(atoms) == 1 else [core_text(one, scope) for one in atoms]


def _as_clause(rule: NoticeRule) -> Clause:
    """The end of a notice, after its message, as a sentence that has only a condition."""
    whole = rule.span.source.text
    message = whole.find("« " + rule.text[:20], rule.span.start, rule.span.end)
    start = whole.find("»", max(message, rule.span.start), rule.span.end) + 1
    span = Span(rule.span.source, start or rule.span.start, rule.span.end)
    return Clause(rule.identifier, "rule", (), (), None, rule.condition, None, (), (), (), None, None, span)


def written(sentence: Clause | NoticeRule) -> str:
    """What a sentence says, without its conditions."""
    return sentence.text if isinstance(sentence, NoticeRule) else clause_text(sentence).definition


def row_texts(clause: Clause, table: c.Case, scope: Scope) -> list[str]:
    """The key of each row, in the order they are tried; « tout autre cas » last."""
    rows = [row.partition(" : ")[0] for row in clause_text(clause).rows]
    other = [row for row in rows if row.lower().startswith("tout autre")]
    keyed = [row for row in rows if row not in other]
    by_choice = len(keyed) == len(table.branches) and all(row.startswith("«") for row in keyed)
    names = keyed if by_choice else [core_text(test, scope) for test, _ in table.branches]
    return [*names, *(other[:1] or ["tout autre cas"] if table.otherwise is not None else [])]


# --- the core, when the words cannot be cut ------------------------------------------------------------


def core_text(node: c.Core, scope: Scope) -> str:
    """A node in a few words."""
    match node:
        case c.Const(value, label):
            return _constant(value, label)
        case c.Slot(index):
            return scope.slot(index) or "l'élément"
        case c.Field(record, name):
            return _owned(name, record, scope)
        case c.Value(quantity, args):
            return _owned(quantity.partition(" (")[0], args[0] if args else None, scope)
        case c.Apply(op, args):
            return _operation(op, args, scope)
        case c.Logic(kind, items):
            return (" et " if kind == "all" else " ou ").join(core_text(one, scope) for one in items)
        case c.Shift(date, amount):
            return f"{core_text(date, scope)} décalé de {core_text(amount, scope)}"
        case c.Series(parameter, date):
            return f"{parameter} ({core_text(date, scope)})"
        case c.Case(otherwise=otherwise) if otherwise is not None:
            return core_text(otherwise, scope)
        case c.Round(value=inner):
            return core_text(inner, scope)
        case c.Fold(source=source) | c.Select(source=source):
            return f"{operation_text(node)} ({core_text(source, scope)})"
        case c.DayFold(where=where):
            return operation_text(node) + (f" ({core_text(where, scope)})" if where is not None else "")
        case _:
            return operation_text(node)


def list_text(node: c.Core, scope: Scope) -> str:
    """What an observer looks at: « prêts », « jours »."""
    match node:
        case c.DayFold():
            return "jours"
        case c.Fold(source=source) | c.Select(source=source):
            return list_text(source, scope)
        case c.Field(name=name):
            return name
        case c.Value(quantity=quantity):
            return quantity.partition(" (")[0]
        case c.Members(group=group):
            return f"membres ({core_text(group, scope)})"
        case _:
            return "éléments"


def _owned(name: str, owner: c.Core | None, scope: Scope) -> str:
    """« la fin de le prêt » reads « fin (prêt) »; what belongs to the element of a filter stands alone."""
    words = core_text(owner, scope) if owner is not None and not _element(owner, scope) else ""
    return f"{name} ({words})" if words else name


def _element(node: c.Core, scope: Scope) -> bool:
    return isinstance(node, c.Slot) and not scope.slot(node.index)


def _constant(value: object, label: str) -> str:
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, State) or value is None:
        return "rien"
    if isinstance(value, int) and value >= FIRST_DAY:
        return day_text(value)
    if isinstance(value, int | Fraction):
        return number_text(value, parse_unit(label) or NONE)
    return f"« {value} »"


def _operation(op: str, args: tuple[c.Core, ...], scope: Scope) -> str:
    words = [core_text(one, scope) for one in args]
    if op in _SIGNS and len(words) == 2:
        return f"{words[0]} {_SIGNS[op]} {words[1]}"
    if op == "not":
        return f"contraire de : {words[0]}"
    if op == "member":
        return f"{words[0]} fait partie de {words[1]}"
    said = ", ".join(one for one, arg in zip(words, args, strict=True) if not _element(arg, scope))
    return f"{_SHORT[op]} ({said})" if said else _SHORT[op]
