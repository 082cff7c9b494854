"""The counters against the inventory: each item covered, explained or missing; shares by rule file, by text cited.

An item is a branch or an atom. Exact shares; nothing is worded but what the inventory named.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from justesse.coverage.inventory import Condition, Inventory, Sentence
from justesse.coverage.proposals import atom_proposal, branch_proposal
from justesse.coverage.tally import Observations, Tally
from justesse.program.register import registered

ENOUGH = 3
"""How many cases each sentence should have."""
Sort = Literal["branch", "atom"]


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A branch or an atom: its words, unique in its sentence; a few cases that cover it, else the situation to write."""

    sentence: Sentence
    sort: Sort
    text: str
    cases: tuple[str, ...]
    covered: bool
    proposal: str = ""
    explanation: str = ""
    condition: Condition | None = None

    @property
    def missing(self) -> bool:
        """Neither covered nor explained."""
        return not self.covered and not self.explanation


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    covered: int
    total: int

    @property
    def percent(self) -> Fraction:
        """100 when there is nothing to cover."""
        return Fraction(100 * self.covered, self.total) if self.total else Fraction(100)


@dataclass(frozen=True, slots=True, eq=False)
class Cited:
    """A text of the register, and the sentences that cite it."""

    source: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Measure:
    """Everything the reports show."""

    sentences: tuple[Sentence, ...]
    items: tuple[Item, ...]
    used: dict[int, set[str]]
    cited: tuple[Cited, ...]
    values: tuple[tuple[str, int, tuple[str, ...]], ...]

    def of(self, *sentences: Sentence) -> tuple[Item, ...]:
        """The items of some sentences."""
        wanted = {id(one) for one in sentences}
        return tuple(one for one in self.items if id(one.sentence) in wanted)

    def cases(self, *sentences: Sentence) -> int:
        """How many cases use at least one of these sentences."""
        return len(set[str]().union(*(self.used.get(id(one.source), ()) for one in sentences)))

    def scarce(self) -> list[Sentence]:
        """The sentences with fewer cases than enough."""
        return [one for one in self.sentences if self.cases(one) < ENOUGH]

    def files(self) -> dict[str, list[Sentence]]:
        """The sentences by rule file."""
        found: dict[str, list[Sentence]] = {}
        for one in self.sentences:
            found.setdefault(one.file, []).append(one)
        return found


def share(items: Iterable[Item], sort: Sort) -> Share:
    """The share covered of one sort of items."""
    chosen = [one for one in items if one.sort == sort]
    return Share(sum(one.covered for one in chosen), len(chosen))


def measure(held: Inventory, tally: Tally, explanations: dict[tuple[str, str], str]) -> Measure:
    """The measure of a run; `explanations`: (sentence, item) → why it cannot be covered."""
    items: list[Item] = []
    for sentence in held.sentences:
        known: dict[str, int] = {}
        for one in (*_branches(sentence, tally), *_atoms(sentence, tally)):
            known[one.text] = known.get(one.text, 0) + 1
            items.append(_named(one, known[one.text], explanations))
    return Measure(held.sentences, tuple(items), tally.used, tuple(_cited(held)), tuple(_values(held, tally)))


def _named(one: Item, number: int, explanations: dict[tuple[str, str], str]) -> Item:
    text = one.text if number == 1 else f"{one.text} ({number})"
    why = "" if one.covered else explanations.get((one.sentence.name, text), "")
    return Item(one.sentence, one.sort, text, one.cases, one.covered, one.proposal, why, one.condition)


def _branches(sentence: Sentence, tally: Tally) -> Iterator[Item]:
    for branch in sentence.branches:
        found = tally.branches.get(branch.key)
        if found is not None:
            yield Item(sentence, "branch", branch.text, tuple(found.names), True)
        else:
            yield Item(sentence, "branch", branch.text, (), False, branch_proposal(sentence, branch))


def _atoms(sentence: Sentence, tally: Tally) -> Iterator[Item]:
    for condition in sentence.conditions:
        seen = tally.conditions.get(id(condition.node))
        for place, text in enumerate(condition.texts):
            pair = _pair(seen, place)
            proposal = "" if pair else atom_proposal(condition, place, seen)
            named = f"{condition.among} : {text}" if condition.sort == "filter" else text
            yield Item(sentence, "atom", named, pair, bool(pair), proposal, condition=condition)


def _pair(seen: Observations | None, place: int) -> tuple[str, ...]:
    """One case for each side of the pair; one name when a single case shows both."""
    if seen is None or place not in seen.pairs:
        return ()
    return tuple(dict.fromkeys(seen.seen[vector].cases.names[0] for vector in seen.pairs[place]))


def _cited(held: Inventory) -> Iterator[Cited]:
    by_text: dict[str, list[Sentence]] = {name: [] for name in held.program.register}
    for sentence in held.sentences:
        for source in sentence.source.sources:
            found = registered(source, held.program.register)
            if found is not None and sentence not in by_text[found.name]:
                by_text[found.name].append(sentence)
    for name, sentences in by_text.items():
        if sentences:
            yield Cited(name, tuple(sentences))


def _values(held: Inventory, tally: Tally) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    for name, series in held.program.parameters.items():
        for value in series.values:
            found = tally.values.get((name, value.start))
            yield name, value.start, tuple(found.names) if found else ()
