"""Short French phrases for the operations of a trace: verdicts, margins, limits, roundings, what was observed.

One phrase a node; nothing here walks the trace or decides what is worth saying.
"""

from fractions import Fraction

from justesse.evaluation.trace import Step, Verdict
from justesse.explanation.wording import SPACE, count_text, decimal_text, value_text
from justesse.program import core as c
from justesse.program.types import Date, Month, Number, Type
from justesse.values.moving import Moving
from justesse.values.states import NotApplicable, State

VERDICTS: dict[Verdict, str] = {
    "retained": "retenue",
    "failed": "écartée : sa condition n'est pas remplie",
    "open": "en suspens : sa condition ne peut pas être tranchée",
    "not-in-force": "hors de ses dates d'application",
    "other-reading": "autre lecture, non retenue ici",
    "lifted": "levée",
    "overridden": "écartée par une exception qui l'emporte",
}
OPERATIONS: dict[str, str] = {
    "+": "addition", "-": "soustraction", "*": "multiplication", "/": "division", "min": "plus petit", "max": "plus grand",
    "least": "plus petit", "greatest": "plus grand",
    "=": "égal", "≠": "différent", "<": "inférieur", "≤": "au plus égal", ">": "supérieur", "≥": "au moins égal",
    "not": "contraire", "month_of": "mois de la date", "first_day": "premier jour", "last_day": "dernier jour",
    "next_day": "lendemain", "previous_day": "veille", "january_1": "1er janvier",
    "january_1_before": "1er janvier qui précède", "saturday": "samedi", "sunday": "dimanche", "holiday": "jour férié",
    "next_month": "mois suivant", "previous_month": "mois précédent", "unknown?": "inconnu ?", "judge?": "à apprécier ?",
    "nothing?": "sans objet ?", "span_first": "premier jour des jours", "span_last": "dernier jour des jours",
    "span": "jours", "days_between": "nombre de jours", "member": "fait partie",
}  # fmt: skip
_FOLDS = {
    "sum": "somme", "count": "nombre", "mean": "moyenne", "greatest": "le plus grand", "least": "le plus petit",
    "some": "il en existe un", "first": "le premier", "last": "le dernier", "second": "le deuxième", "third": "le troisième",
}  # fmt: skip
_NODES: dict[type, str] = {
    c.Const: "constante", c.Slot: "sujet", c.Field: "fait", c.Value: "grandeur", c.Case: "tableau", c.Shift: "date décalée",
    c.Series: "paramètre", c.Select: "liste filtrée", c.Flatten: "listes réunies", c.Months: "mois civils", c.Options: "choix",
    c.Single: "élément seul", c.Neighbour: "voisin", c.Members: "membres", c.GroupOf: "groupe", c.Groups: "groupes",
}  # fmt: skip


def operation_text(node: c.Core) -> str:
    """The operation of a node, in two or three words."""
    match node:
        case c.Apply(op):
            return OPERATIONS[op]
        case c.Logic(kind):
            return "toutes les conditions" if kind == "all" else "au moins une condition"
        case c.Fold(kind) | c.DayFold(kind):
            return _FOLDS[kind]
        case c.Round(mode):
            return "arrondi au plus proche" if mode == "nearest" else "troncature"
        case _:
            return _NODES[type(node)]


def mark_of(value: object) -> str:
    """✓ holds, ✗ does not, ? cannot be settled."""
    if isinstance(value, State) and not isinstance(value, NotApplicable):
        return "?"
    return "✓" if value is True else "✗"


# --- margins --------------------------------------------------------------------------------------


def margin_text(op: str, left: object, right: object, kind: Type, holds: bool) -> str:
    """By how much a comparison holds or fails: « il manque 8 heures », « 3 jours trop tard »."""
    if not isinstance(left, int | Fraction) or not isinstance(right, int | Fraction) or isinstance(left, bool):
        return ""
    gap = Fraction(left) - Fraction(right)
    if isinstance(kind, Date):
        return _days_margin(op, gap, holds)
    if isinstance(kind, Month) or not isinstance(kind, Number):
        return ""
    words = value_text(abs(gap), kind)
    if op in ("=", "≠"):
        return "" if holds else f"{value_text(left, kind)} au lieu de {value_text(right, kind)}" if op == "=" else ""
    if not holds:
        return f"il manque {words}" if op in ("≥", ">") and gap else _exceeds(words, gap)
    return "juste à la limite" if gap == 0 else f"{words} de plus" if gap > 0 else f"{words} de moins"


def _exceeds(words: str, gap: Fraction) -> str:
    return f"{words} de trop" if gap else "l'égalité ne suffit pas"


def _days_margin(op: str, gap: Fraction, holds: bool) -> str:
    days = count_text(abs(int(gap)), "jour")
    if op in ("=", "≠"):
        return "" if gap == 0 else f"{days} plus {'tard' if gap > 0 else 'tôt'}"
    if gap == 0:
        return "le jour même" if holds else "le jour même ne suffit pas"
    side = "tard" if gap > 0 else "tôt"
    return f"{days} {'plus' if holds else 'trop'} {side}"


# --- limits and roundings -------------------------------------------------------------------------


def limit_text(op: str, first: object, chosen: object, kind: Type) -> str:
    """What « dans la limite de », « au moins » changed."""
    if isinstance(first, State) or isinstance(chosen, State):
        return ""
    before, after = value_text(first, kind), value_text(chosen, kind)
    side = "la limite" if op == "min" else "le minimum"
    return f"{side} ne joue pas : {after}" if first == chosen else f"{side} joue : {before} ramené à {after}"


def skipped_text(values: tuple[object, ...]) -> str:
    """What the least or the greatest left aside; nothing when all were compared."""
    skipped = sum(isinstance(value, NotApplicable) for value in values)
    if skipped in (0, len(values)):
        return ""
    return f"sans objet, donc non comparé : {skipped} sur {len(values)}"


def rounding_text(before: object, after: object, mode: str, kind: Type) -> str:
    """« arrondi : ≈ 49,31507 devient 49,32 »; nothing when nothing was lost."""
    if not isinstance(before, int | Fraction) or not isinstance(after, int | Fraction) or before == after:
        return ""
    figure, exact = decimal_text(Fraction(before), 2, 6)
    word = "arrondi" if mode == "nearest" else "tronqué"
    return f"{word} : {'' if exact else f'≈{SPACE}'}{figure} devient {value_text(after, kind)}"


# --- observers ------------------------------------------------------------------------------------


def observer_text(step: Step, name: str, days: int | None) -> str:
    """« somme de 3 valeurs », « nombre de jours … à partir du … »; `days` after the first one of a run."""
    node = step.node
    if isinstance(node, c.DayFold):
        return f"{_days_observed(node, name)}{_window_text(node, step, days)}"
    if isinstance(node, c.Select):
        return "éléments gardés"
    assert isinstance(node, c.Fold)
    words = _FOLDS[node.kind]
    if node.kind == "sum":
        return f"somme de {count_text(len(step.parts) - 1, 'valeur')}" if len(step.parts) > 1 else "somme, rien n'étant à compter"
    return words if node.kind in ("count", "some", "first", "last", "second", "third") else f"{words} des valeurs"


def _days_observed(node: c.DayFold, name: str) -> str:
    match node.kind:
        case "count":
            return f"nombre de jours ({name})" if name else "nombre de jours"
        case "sum":
            return f"somme sur les jours ({name})" if name else "somme sur les jours"
        case "some":
            return f"il existe un jour ({name})" if name else "il existe un jour"
        case _:
            return f"{_FOLDS[node.kind]} jour ({name})" if name else f"{_FOLDS[node.kind]} jour"


def _window_text(node: c.DayFold, step: Step, days: int | None) -> str:
    parts = [part.value for part in step.parts[1:] if isinstance(part, Step)]
    start = parts.pop(0) if node.start is not None and parts else None
    end = parts.pop(0) if node.end is not None and parts else None
    edges = [(word, edge) for word, edge in (("à partir du", start), ("jusqu'au", end)) if edge is not None]
    words = "".join(f", {word} {_day(edge, days or 0)}" for word, edge in edges)
    slides = days is None and any(isinstance(edge, Moving) and edge.slope for _, edge in edges)
    return words + (" le premier jour, puis un jour plus tard chaque jour" if slides else "")


def _day(value: object, days: int) -> str:
    return value_text(value.at(days) if isinstance(value, Moving) else value, Date())


__all__ = [
    "OPERATIONS", "VERDICTS", "limit_text", "margin_text", "mark_of", "observer_text", "operation_text", "rounding_text",
    "skipped_text",
]  # fmt: skip
