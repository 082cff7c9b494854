"""The instances to explain for a name someone typed: those that the evaluation made, in the order of their subjects.

Reads what was evaluated; a quantity that nothing needed has no instance and is not computed for the occasion.
"""

from justesse.diagnostics.near_names import nearest
from justesse.evaluation.decision import Decision
from justesse.evaluation.facts import Record
from justesse.evaluation.trace import Instance
from justesse.program.program import Program, Quantity
from justesse.syntax.names import collapsed


def quantities_called(program: Program, name: str) -> tuple[list[Quantity], str]:
    """The quantities called so, by any of their forms, else the nearest name (empty when none is near)."""
    wanted = collapsed(name)
    forms: dict[str, list[Quantity]] = {}
    for quantity in program.quantities.values():
        attribute = program.declarations.attributes.get(quantity.key)
        for form in (quantity.name, *(attribute.forms if attribute else ())):
            known = forms.setdefault(collapsed(form), [])
            if quantity not in known:
                known.append(quantity)
    for article in ("", "le ", "la ", "les ", "l'"):
        if wanted.startswith(article) and wanted.removeprefix(article) in forms:
            return forms[wanted.removeprefix(article)], ""
    return [], nearest(wanted, forms) or ""


def instances_of(decision: Decision, quantities: list[Quantity], day: int | None) -> list[Instance]:
    """Every instance of these quantities; the run that holds `day` when it is given."""
    evaluator = decision.evaluator
    if evaluator is None:
        return []
    keys = {quantity.key for quantity in quantities}
    found = [one for one in evaluator.memo.values() if one.quantity.key in keys and one.first is None]
    for timeline in evaluator.timelines.values():
        held = timeline.first <= day < timeline.next if day is not None else False
        for run in timeline.runs if day is None else [timeline.decided_at(day)] if held else []:
            found.extend(one for key, one in run.instances.items() if key in keys)
    return sorted({id(one): one for one in found}.values(), key=_order)


def _order(one: Instance) -> tuple[str, list[int], int]:
    places = [arg.position if isinstance(arg, Record) else arg if isinstance(arg, int) else 0 for arg in one.args]
    return one.quantity.key, places[:1] if one.first is not None else places, one.first or 0
