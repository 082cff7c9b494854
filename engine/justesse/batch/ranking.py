"""The records of every dossier in the order in which evaluation has them, and where links lead.

Most tables come in order, and nothing is moved. Where records are not, or rank equal at first sight, the dossiers concerned
are ranked by all their facts, as `evaluation.assembly` does.
"""

import numpy as np

from justesse.batch.plain import Sure, Whole
from justesse.compiled.columns import FIRST_LABEL
from justesse.compiled.native import UNKNOWN
from justesse.evaluation.assembly import ranks
from justesse.program.declarations import Declarations, Record
from justesse.program.types import Choice, Label

_LAST = np.iinfo(np.int64).max
"""Where what is not known is ranked."""


class Letters:
    """Words ranked by letter, from the numbers that stand for them."""

    def __init__(self, choices: dict[str, int], labels: dict[str, int]) -> None:
        place = {word: rank for rank, word in enumerate(sorted({*choices, *labels}))}
        self.choices = np.zeros(1 + max(choices.values(), default=0), dtype=np.int64)
        self.labels = np.array([place[word] for word in labels] or [0], dtype=np.int64)
        for word, number in choices.items():
            self.choices[number] = place[word]

    def ranks(self, values: Whole) -> Whole:
        """Their ranks; what stands at a value that is not known means nothing."""
        labels = self.labels[np.clip(values - FIRST_LABEL, 0, len(self.labels) - 1)]
        return np.where(values >= FIRST_LABEL, labels, self.choices[np.clip(values, 0, len(self.choices) - 1)])


def ranked(
    declared: Declarations, record: Record, order: str, owner: Whole, facts: dict[str, Whole], letters: Letters
) -> tuple[Whole | None, Whole]:
    """(where the record of each place is taken, None: where it is; the dossiers that hold one thing twice)."""

    def key(name: str, places: Whole, way: int = 1) -> Whole:
        values = facts[name][places]
        named = isinstance(record.facts[name].type, Choice | Label)
        return np.where(values > UNKNOWN, letters.ranks(values) if named else way * values, _LAST)

    everywhere = np.arange(len(owner))
    at_first = key(order, everywhere)
    beside = owner[1:] == owner[:-1]
    concerned = np.zeros(1 + int(owner.max(initial=0)), dtype=bool)
    concerned[owner[1:][beside & (at_first[1:] <= at_first[:-1])]] = True
    if record.unique and order not in record.unique:
        concerned[owner] = True
    places = np.flatnonzero(concerned[owner])
    if not len(places):
        return None, places
    by = [key(name, places, way) for name, way in ranks(declared, record, order)]
    taken = everywhere.copy()
    taken[places] = places[np.lexsort((*reversed(by), owner[places]))]
    return taken, twice([owner[places], *(key(name, places) for name in record.unique)] if record.unique else [])


def twice(keys: list[Whole]) -> Whole:
    """The dossiers (first key) where records have all these keys alike."""
    if not keys:
        return np.zeros(0, dtype=np.int64)
    by = np.lexsort(tuple(reversed(keys)))
    alike = np.ones(max(len(by) - 1, 0), dtype=bool)
    for one in keys:
        alike &= one[by][1:] == one[by][:-1]
    return keys[0][by][1:][alike]


def linked(owner: Whole, found: Whole, there: Whole, labels: Whole) -> tuple[Whole, Sure]:
    """(places in the list of the same dossier of the records named, which lead nowhere)."""
    width = 1 + max(int(found.max(initial=0)), int(labels.max(initial=0)))
    named = there * width + np.maximum(labels, 0)
    by = np.argsort(named, kind="stable")
    known = found > UNKNOWN
    wanted = owner * width + np.maximum(found, 0)
    at = np.minimum(np.searchsorted(named[by], wanted), max(len(by) - 1, 0))
    hit = (named[by][at] == wanted) & known if len(by) else np.zeros(len(wanted), dtype=bool)
    first = np.searchsorted(there, there)
    places = (np.arange(len(there)) - first)[by]
    return np.where(hit, places[at] if len(by) else found, found), known & ~hit
