"""What a phrase means once resolved: one value, a list, or days; and the scope it is resolved in.

Terms pair a core expression with its type. They know where an element or a day sits among the slots.
"""

from dataclasses import dataclass, field, replace

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.program.core import Core, Slot
from justesse.program.declarations import Subject
from justesse.program.types import Date, Month, Type
from justesse.text.source import Span


class Ill(Exception):
    """A sentence that means nothing; carries its diagnostic to the pass that gathers them."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def ill(code: str, span: Span | None, /, *related: Span, **details: object) -> Ill:
    """The exception of a mistake."""
    return Ill(mistake(code, span, *related, **details))


@dataclass(frozen=True, slots=True)
class One:
    """A single value. For a day or a month that belongs to someone, `owner` and `owner_subjects` say whose it is."""

    core: Core
    type: Type
    owner: tuple[Core, ...] = ()
    owner_subjects: tuple[Subject, ...] = ()
    listed: str = ""


@dataclass(frozen=True, slots=True)
class Many:
    """A list; `item` is its element in slot `slot`; `body` what is taken of each element, None for itself."""

    source: Core
    item: One
    slot: int
    body: One | None = None


@dataclass(frozen=True, slots=True)
class Spread:
    """Days: those of each owner (slot `slot`, day in the next), between `first` and `last`, where `where` holds."""

    owners: Core
    owner: One
    slot: int
    first: Core
    last: Core
    where: Core | None = None
    body: One | None = None
    start: Core | None = None
    end: Core | None = None

    @property
    def day(self) -> One:
        """The current day."""
        return One(Slot(self.slot + 1), Date(), (self.owner.core,), self._subjects())

    def _subjects(self) -> tuple[Subject, ...]:
        return self.owner.owner_subjects


Term = One | Many | Spread


@dataclass(frozen=True, slots=True)
class Scope:
    """The subjects a sentence may name, and the next free slot; `element` is what a filter speaks of."""

    subjects: tuple[Subject, ...]
    depth: int
    element: One | None = None
    missing: str | None = None
    named: dict[str, One] = field(default_factory=dict)

    def deeper(self, element: One, slots: int = 1) -> "Scope":
        """Inside a list: one element, or one owner and one day."""
        return replace(self, depth=self.depth + slots, element=element)


def scope_of(root: Subject, subjects: tuple[Subject, ...], missing: str | None = None) -> Scope:
    """The scope of a sentence: the subject of the case in slot 0, its own subjects next."""
    named: dict[str, One] = {root.name: One(Slot(0), root.kind, (), (root,))}
    before: list[tuple[Core, Subject]] = []
    for index, subject in enumerate(subjects):
        slot: Core = Slot(0) if subject == root else Slot(index + 1)
        owners = tuple(core for core, _ in before)
        chain = tuple(one for _, one in before)
        if isinstance(subject.kind, Date | Month):
            named[subject.name.lower()] = One(slot, subject.kind, owners, chain, subject.listed)
        else:
            named[subject.name.lower()] = One(slot, subject.kind, (), (subject,))
        before.append((slot, subject))
    return Scope(subjects, len(subjects) + 1, None, missing, named)
