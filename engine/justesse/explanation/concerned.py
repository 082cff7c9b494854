"""What a notice is about: its subjects, the records of the same kind that its condition looked at, the paper of each.

« Two of these overlap » must name both. Words no notice: its text is the rules'.
"""

from collections.abc import Iterator

from justesse.evaluation.decision import Raised
from justesse.evaluation.facts import Record
from justesse.evaluation.trace import Instance
from justesse.explanation.inputs import used
from justesse.explanation.wording import record_text


def concerned(raised: Raised, root: Record) -> str:
    """« fiche du 12 mai 2025 (papier B) ; fiche du 5 mai 2025 (papier A) »; nothing when it is about the whole case."""
    subjects = [one for one in raised.args if isinstance(one, Record) and one is not root]
    kinds = {one.type for one in subjects}
    others = [one for one in _looked_at(raised) if one.type in kinds]
    return " ; ".join(_named(one) for one in dict.fromkeys([*subjects, *others]))


def _looked_at(raised: Raised) -> Iterator[Record]:
    for one in used(raised.condition):
        first = one.step.parts[0] if one.step.parts else None
        owners = first.args if isinstance(first, Instance) else (first.value,) if first is not None else ()
        yield from (owner for owner in owners if isinstance(owner, Record))


def _named(record: Record) -> str:
    return record_text(record) + (f" ({record.paper})" if record.paper else "")
