"""The plan of a picture made complete: what the rules say of it, and for the rest what the vocabulary alone can tell.

A rule folder without a file « image » is drawn too. Knows no value by its name.
"""

from dataclasses import replace

from justesse.program.picture_plan import Look, PicturePlan, RecordLane, period_lists
from justesse.program.program import Program, View
from justesse.program.types import Choice, Date

PATTERNS = (
    "plein", "montantes", "points", "verticales", "croisillons", "pois", "horizontales", "descendantes", "damier", "chevrons",
    "losanges", "grille", "briques", "ronds", "vagues", "plus", "tirets",
)  # fmt: skip
"""Every pattern of `image.schema.json`, most different first: those not taken go to the values no file speaks of."""
PLAIN_COLOUR = "#595959"
TO_SETTLE = Look("à établir", "à établir", PLAIN_COLOUR, "attente")
"""Days whose main line has no known value; its pattern is for them alone."""


def drawn_plan(program: Program) -> PicturePlan:
    """The plan of the rules; without one, the first choice said of the days, and the other lines as figures."""
    plan = program.picture or PicturePlan()
    if not plan.line:
        items = [item for view in day_views(program) for item in view.items]
        line = next((item.name for item in items if isinstance(item.type, Choice)), "")
        plan = replace(plan, line=line, figures=tuple(item.name for item in items if item.name != line))
    listed = {lane.listed for lane in plan.lanes}
    bearers = tuple(
        RecordLane(name)
        for name, record in period_lists(program.declarations)
        if name not in listed and bears_days(program, record.name)
    )
    return replace(plan, lanes=(*bearers, *plan.lanes), looks=(*plan.looks, *_other_looks(program, plan)))


def day_views(program: Program) -> list[View]:
    """The views of days."""
    return [view for view in program.views if isinstance(view.subjects[-1].kind, Date)]


def bears_days(program: Program, record: str) -> bool:
    """Whether the days of the decision are those of these records, or of a group of them."""
    owners = {view.subjects[0].name for view in day_views(program)}
    return record in owners or program.declarations.members.get(record) in owners


def _other_looks(program: Program, plan: PicturePlan) -> tuple[Look, ...]:
    """A pattern for each value that no file speaks of."""
    kinds = [item.type for view in day_views(program) for item in view.items if item.name == plan.line]
    options = [option for kind in kinds if isinstance(kind, Choice) for option in kind.options]
    taken = {look.pattern for look in plan.looks}
    free = [one for one in PATTERNS if one not in taken] or list(PATTERNS)
    others = [one for one in options if one not in {look.value for look in plan.looks}]
    return tuple(Look(one, one, PLAIN_COLOUR, free[rank % len(free)]) for rank, one in enumerate(others))
