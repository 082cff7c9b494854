"""The tables of a batch, derived from the vocabulary and the views: what comes in, what goes out, what is sent back.

One row a dossier; a list of the dossier is a column of structures. Amounts are decimals, never floating point. Reads no row.
"""

from collections.abc import Iterator

import pyarrow as pa

from justesse.compiled.written import Kernel, Shape
from justesse.program.case_schema import is_required
from justesse.program.declarations import Attribute, Declarations, Record
from justesse.program.program import Program, View, ViewItem
from justesse.program.types import Choice, Date, Days, Label, ListOf, Month, Number, RecordOf, YesNo

IDENTIFIER, CASE_KIND, UNKNOWN_FACTS = "dossier", "type de cas", "inconnus"
RESULT, ROUTE, WARNINGS, OUT_OF_SCOPE, OPEN = "résultat", "voie", "signalements", "hors périmètre", "non établis"
DOSSIERS = "dossiers"
"""Of flat tables, the one with a row for each dossier."""
NUMBER, FIRST, LAST = "numéro", "du", "au"
AMOUNT = pa.decimal128(18, 2)
"""What an amount or a number is in the dossiers; decisions leave room for any sum."""
CENTS, READABLE = pa.decimal128(38, 2), pa.decimal128(38, 6)
WORDS = pa.string()
REJECTS = pa.schema([("ligne", pa.int64()), (IDENTIFIER, pa.string()), ("code", pa.string()), ("motif", pa.string())])


def said(word: str, description: str) -> dict[str, str]:
    """What a column is, where a reader of the file finds it."""
    return {"description": description, "type": word}


def input_schema(declared: Declarations) -> pa.Schema:
    """The dossiers: an identifier, the facts of the subject, a column for each list."""
    root = declared.records[declared.root]
    own = [column_of(fact) for fact in root.facts.values() if not isinstance(fact.type, ListOf)]
    lists = [
        pa.field(name, pa.list_(pa.struct([*_facts(declared.records[kind]), _unknown()])), metadata=said("liste", kind))
        for name, kind in lists_of(declared)
    ]
    identifier = pa.field(IDENTIFIER, pa.string(), nullable=False, metadata=said("texte", "l'identifiant du dossier"))
    return pa.schema([identifier, _case_kind(), *own, _unknown(), *lists])


def _case_kind() -> pa.Field:
    told = "un nom libre, rendu tel quel, pour compter par type ; facultatif"
    return pa.field(CASE_KIND, pa.string(), metadata=said("texte", told))


def lists_of(declared: Declarations) -> Iterator[tuple[str, str]]:
    """(list of the dossier, kind of record), as declared."""
    for name, fact in declared.records[declared.root].facts.items():
        if isinstance(fact.type, ListOf) and isinstance(fact.type.item, RecordOf):
            yield name, fact.type.item.record


def _facts(record: Record) -> list[pa.Field]:
    return [column_of(fact) for fact in record.facts.values()]


def column_of(fact: Attribute) -> pa.Field:
    """The column of a fact."""
    words, kind = _type(fact)
    told = (
        "obligatoire" if is_required(fact) else f"à défaut : {fact.declared.default}" if fact.declared.default else "facultatif"
    )
    return pa.field(fact.name, kind, metadata=said(words, told))


def _unknown() -> pa.Field:
    return pa.field(
        UNKNOWN_FACTS, pa.list_(pa.string()), metadata=said("liste de noms", "les faits que l'on ne connaît pas ; facultatif")
    )


def _type(fact: Attribute) -> tuple[str, pa.DataType]:
    match fact.type:
        case Date():
            return "date", pa.date32()
        case Month():
            return "mois : la date de son premier jour", pa.date32()
        case YesNo():
            return "oui ou non", pa.bool_()
        case Number():
            return number_in(fact.type), AMOUNT
        case Choice(options):
            return f"choix : {', '.join(options)}", pa.string()
        case Label():
            return "nom", pa.string()
        case RecordOf(record):
            return f"nom d'une fiche « {record} » du dossier", pa.string()
        case _:
            raise AssertionError(fact.type)


def number_in(kind: Number) -> str:
    """What is said of a number: its unit."""
    return f"nombre ({kind.unit})" if kind.unit.powers else "nombre"


# --- what goes out --------------------------------------------------------------------------------------


def result_schema(program: Program, kernel: Kernel) -> pa.Schema:
    """The decisions: how each was made, the lines of the subject, a list for each view, the runs of days."""
    views = [(view, _lines(kernel, place, view)) for place, view in enumerate(program.views)]
    known = [
        pa.field(IDENTIFIER, pa.string(), nullable=False),
        _case_kind(),
        pa.field(RESULT, WORDS, nullable=False, metadata=said("choix", "décidé, incomplet ou hors périmètre")),
        pa.field(ROUTE, WORDS, nullable=False, metadata=said("choix", "machine, Python ou évaluation")),
    ]
    told = [
        pa.field(WARNINGS, pa.list_(WORDS), metadata=said("liste", "les règles d'avertissement qui s'appliquent")),
        pa.field(OUT_OF_SCOPE, pa.list_(WORDS), metadata=said("liste", "les règles qui laissent le dossier à une personne")),
        pa.field(OPEN, pa.list_(WORDS), metadata=said("liste", "les lignes que les faits connus n'établissent pas")),
    ]
    own = [field for view, lines in views if of_root(program, view) for field in lines]
    others = [_view(program, view, lines) for view, lines in views if not of_root(program, view)]
    return pa.schema([*known, *own, *told, *others])


def of_root(program: Program, view: View) -> bool:
    """Whether a view speaks of the subject of the case: its lines are columns of the dossier."""
    return view.subjects[0].name == program.declarations.root and not by_day(view)


def by_day(view: View) -> bool:
    """Whether a view is shown as runs of days."""
    return isinstance(view.subjects[-1].kind, Date)


def view_name(program: Program, view: View) -> str:
    """The column of a view: its list, or « jours »."""
    kind = view.subjects[0].name
    if by_day(view):
        return "jours" if sum(map(by_day, program.views)) == 1 else f"jours ({kind})"
    listed = next((name for name, one in lists_of(program.declarations) if one == kind), "")
    return listed or f"{kind}s"


def shown(view: View) -> list[tuple[int, ViewItem]]:
    """(place, line) of those that have a column: what is a list of values is left to explanations."""
    return [(place, item) for place, item in enumerate(view.items) if not isinstance(item.type, ListOf | Days)]


def cents_of(program: Program, kernel: Kernel) -> frozenset[tuple[int, int]]:
    """(view, place) of the lines that are whole cents."""
    lines = [(number, place) for number, view in enumerate(program.views) for place, _ in shown(view)]
    return frozenset((number, place) for number, place in lines if _is_cents(kernel.shapes[f"w{number}_{place}"]))


def _is_cents(shape: Shape) -> bool:
    return isinstance(shape.type, Number) and shape.scale > 0 and 100 % shape.scale == 0


def _view(program: Program, view: View, lines: list[pa.Field]) -> pa.Field:
    owner = pa.field(view.subjects[0].name if by_day(view) else NUMBER, pa.int32(), nullable=False)
    days = [pa.field(FIRST, pa.date32()), pa.field(LAST, pa.date32())] if by_day(view) else []
    return pa.field(view_name(program, view), pa.list_(pa.struct([owner, *days, *lines])))


def _lines(kernel: Kernel, number: int, view: View) -> list[pa.Field]:
    return [_line(item, kernel.shapes[f"w{number}_{place}"]) for place, item in shown(view)]


def _line(item: ViewItem, shape: Shape) -> pa.Field:
    """Amounts that are whole cents stay so; other numbers are to the millionth."""
    match item.type:
        case Number() as kind if _is_cents(shape):
            return pa.field(item.name, CENTS, metadata=said(number_in(kind), "exact"))
        case Number() as kind:
            told = "arrondi au millionième pour être lu ; la valeur exacte est dans l'explication"
            return pa.field(item.name, READABLE, metadata=said(number_in(kind), told))
        case YesNo():
            return pa.field(item.name, pa.bool_())
        case Date() | Month():
            return pa.field(item.name, pa.date32())
        case RecordOf():
            return pa.field(item.name, pa.int32(), metadata=said("place", "la place de la fiche dans sa liste"))
        case _:
            return pa.field(item.name, WORDS)
