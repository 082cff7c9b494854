"""What a vocabulary file declares, as data: records, quantities, groups, parameters, papers, implied paths, views.

Names as written, articles stripped and told apart. Apart from the parser, so that a program already checked loads without it.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from justesse.text.source import Span

NameKind = Literal["noun", "quality", "verb", "adjective"]


@dataclass(frozen=True, slots=True)
class DeclaredName:
    """`name` without its article or pronoun; `forms` are the other forms (plural, negative verb)."""

    kind: NameKind
    name: str
    forms: tuple[str, ...]
    article: str
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class DeclaredType:
    """`kind` is the grammar's word; `unit`, `options` and `record` when it has them."""

    kind: str
    unit: str = ""
    options: tuple[str, ...] = ()
    record: str = ""


@dataclass(frozen=True, slots=True)
class DeclaredField:
    """A fact of a record or a quantity of a subject."""

    name: DeclaredName
    type: DeclaredType
    opens: bool = False
    closes: bool = False
    may_be_unknown: bool = False
    optional: bool = False
    order: str = ""
    at_least: Fraction | None = None
    at_most: Fraction | None = None
    default: str | None = None
    for_information: bool = False


@dataclass(frozen=True, slots=True)
class RecordDeclaration:
    """« fiche »; `unique` names the fields no two records may share."""

    name: DeclaredName
    fields: tuple[DeclaredField, ...]
    period: bool = False
    case_subject: bool = False
    unique: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuantitiesDeclaration:
    """« on calcule pour chaque <subject> »."""

    subject: str
    fields: tuple[DeclaredField, ...]
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class GroupDeclaration:
    """« regroupement <name> : réunit <members> ; s'ouvre à chaque <opens> »."""

    name: DeclaredName
    members: str
    opens: str


@dataclass(frozen=True, slots=True)
class ParameterDeclaration:
    """A dated value and the date it is chosen by, as words."""

    name: DeclaredName
    type: DeclaredType
    clock: str


@dataclass(frozen=True, slots=True)
class PaperDeclaration:
    """A paper, who sends it, the facts it carries (paths as words, with their places)."""

    name: DeclaredName
    sender: str
    carries: tuple[str, ...]
    places: tuple[Span, ...] = field(compare=False)


@dataclass(frozen=True, slots=True)
class ImpliedDeclaration:
    """« <name> : <path> »: what a sentence may leave unsaid."""

    name: str
    path: str
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class ViewDeclaration:
    """What the decision shows of each subject."""

    subject: str
    items: tuple[str, ...]
    span: Span = field(compare=False)


Declaration = (
    RecordDeclaration | QuantitiesDeclaration | GroupDeclaration | ParameterDeclaration | PaperDeclaration
    | ImpliedDeclaration | ViewDeclaration
)  # fmt: skip
