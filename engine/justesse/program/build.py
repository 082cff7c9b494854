"""The passes that make a program out of texts, in order. Imported only when no checked program is in the cache."""

from collections.abc import Callable

from justesse.diagnostics.diagnostic import Diagnostic, has_errors, mistake
from justesse.program.bounds_plan import read_bounds_plan
from justesse.program.checks import check_program
from justesse.program.consequences import first_mistakes
from justesse.program.core import Const, Slot
from justesse.program.declarations import Declarations, declare
from justesse.program.letter_plan import read_letter
from justesse.program.letter_words import check_words
from justesse.program.load import yaml_diagnostic
from justesse.program.order import ordered
from justesse.program.papers import read_papers
from justesse.program.parameters import read_holidays, read_series
from justesse.program.picture_plan import read_plan
from justesse.program.program import Program
from justesse.program.record_template import read_template
from justesse.program.register import read_register
from justesse.program.schema_check import check_schema
from justesse.program.sentences import Sentences
from justesse.program.shown_names import Lines
from justesse.program.terms import One
from justesse.program.types import Date, RecordOf
from justesse.program.views import lower_views
from justesse.program.why_not_plan import read_why_not_plan
from justesse.syntax import nodes as n
from justesse.syntax.declared import Declaration
from justesse.syntax.names import Names, names_of
from justesse.syntax.parse import parse_rules
from justesse.syntax.vocabulary import is_vocabulary, parse_vocabulary
from justesse.text.positioned_yaml import Mapping, Node, read_yaml
from justesse.text.source import Source
from justesse.values.states import Unknown

Progress = Callable[[str], None]
MOST_VALUES = 8_000
"""In one file of data of the rules: three times the register, so that a file without end is refused at once."""


def build_program(sources: list[Source], progress: Progress) -> tuple[Program | None, list[Diagnostic]]:
    """Read, declare, parse, lower, order, check; every mistake of every pass."""
    progress("vocabulaire")
    declarations, diagnostics = _vocabulary([one for one in sources if one.name.endswith(".regle")])
    if not declarations.root:
        return None, [*diagnostics, mistake("R0210", None)]
    if has_errors(diagnostics):
        # Every sentence would be wrong for want of a name: what is wrong with the names is told alone.
        return None, diagnostics
    names = names_of(*declarations.names())
    statements: list[n.Statement] = []
    for source in sources:
        if source.name.endswith(".regle") and not is_vocabulary(source):
            progress(source.name)
            found, mistakes = parse_rules(source, names)
            statements.extend(found.statements)
            diagnostics.extend(mistakes)
    progress("sens des phrases")
    sentences = Sentences(declarations)
    sentences.all(statements)
    diagnostics.extend(sentences.diagnostics)
    program = sentences.program
    diagnostics.extend(lower_views(program, sentences.resolver, sentences.contexts.root))
    _spans(program, sentences)
    diagnostics.extend(_data(program, [one for one in sources if one.name.endswith(".yaml")], progress))
    diagnostics.extend(_letters(program, [one for one in sources if one.name.endswith(".ftl")]))
    progress("ordre et contrôles")
    diagnostics.extend(read_papers(program))
    diagnostics.extend(ordered(program))
    diagnostics.extend(check_program(program, sentences, statements, not has_errors(diagnostics)))
    return program, first_mistakes(diagnostics, sources)


def vocabulary_of(sources: list[Source]) -> Names:
    """The names that rule files may use, for tools that only parse (the formatter)."""
    declarations, _ = _vocabulary(sources)
    return names_of(*declarations.names())


def _vocabulary(sources: list[Source]) -> tuple[Declarations, list[Diagnostic]]:
    parts: list[Declaration] = []
    diagnostics: list[Diagnostic] = []
    for source in sources:
        if is_vocabulary(source):
            found, mistakes = parse_vocabulary(source)
            parts.extend(found)
            diagnostics.extend(mistakes)
    declarations, mistakes = declare(parts)
    return declarations, [*diagnostics, *mistakes]


def _spans(program: Program, sentences: Sentences) -> None:
    """First and last day of every record whose days carry quantities."""
    for quantity in list(program.quantities.values()):
        if quantity.by_day and isinstance(quantity.subjects[-1].kind, Date):
            owner = quantity.subjects[-2]
            assert isinstance(owner.kind, RecordOf)
            edges = sentences.resolver.attributes.bounds(One(Slot(1), owner.kind, (), (owner,)))
            if edges is not None:
                program.spans[owner.name] = edges
    for key, (record, formula) in sentences.resolver.attributes.implicit.items():
        if key not in program.quantities:
            sentences.implicit(key, record.name, formula, record.span)


def _data(program: Program, sources: list[Source], progress: Progress) -> list[Diagnostic]:
    diagnostics: list[Diagnostic] = []
    for source in sources:
        tree, mistakes = read_yaml(source, MOST_VALUES)
        diagnostics.extend(yaml_diagnostic(one) for one in mistakes)
        if tree is not None and not mistakes:
            progress(source.name)
            diagnostics.extend(_datum(program, source, tree))
    return diagnostics


def _datum(program: Program, source: Source, tree: Node) -> list[Diagnostic]:
    """A file of data, read as the key that names its kind says; one without any is the register."""
    kind = next((key for key in _READERS if isinstance(tree, Mapping) and tree.get(key) is not None), None)
    return _register(program, tree) if kind is None else _READERS[kind](program, source, tree)


def _register(program: Program, tree: Node) -> list[Diagnostic]:
    register, problems = read_register(tree)
    program.register.update(register)
    return problems


def _series(program: Program, source: Source, tree: Node) -> list[Diagnostic]:
    series, problems = read_series(source, tree, program.declarations)
    if series is not None:
        program.parameters[series.name] = series
    return problems


def _holidays(program: Program, source: Source, tree: Node) -> list[Diagnostic]:
    holidays, problems = read_holidays(tree)
    program.holidays.update(holidays)
    return problems


def _record_template(program: Program, source: Source, tree: Node) -> list[Diagnostic]:
    program.record_template, problems = read_template(tree)
    return problems


def _picture(program: Program, source: Source, tree: Node) -> list[Diagnostic]:
    days, records = _lines(program)
    program.picture, problems = read_plan(tree, program.declarations, days, records.get(program.declarations.root, {}))
    return problems


def _letter(program: Program, source: Source, tree: Node) -> list[Diagnostic]:
    warnings = [one.identifier for one in program.notices if one.kind == "warning"]
    program.letter, problems = read_letter(tree, program.declarations, *_lines(program), warnings)
    return problems


def _bounds(program: Program, source: Source, tree: Node) -> list[Diagnostic]:
    days, records = _lines(program)
    totals = _never_negative(program, records.get(program.declarations.root, {}))
    papers = [one.name.name for one in program.declarations.papers]
    paid = _never_negative(program, days)
    program.bounds, problems = read_bounds_plan(tree, days, paid, totals, papers, _that_say_unknown(program))
    return problems


def _why_not(program: Program, source: Source, tree: Node) -> list[Diagnostic]:
    days, records = _lines(program)
    totals = records.get(program.declarations.root, {})
    facts = [key for key, one in program.declarations.attributes.items() if one.is_fact]
    program.why_not, problems = read_why_not_plan(tree, days, totals, facts)
    return problems


def _population(program: Program, source: Source, tree: Node) -> list[Diagnostic]:
    """Only its form: whoever draws reads what it means."""
    return check_schema(tree, "population")


_READERS: dict[str, Callable[[Program, Source, Node], list[Diagnostic]]] = {
    "paramètre": _series,
    "image": _picture,
    "courrier": _letter,
    "manques": _bounds,
    "pourquoi pas": _why_not,
    "jours": _holidays,
    "acte": _record_template,
    "population": _population,
}


def _letters(program: Program, sources: list[Source]) -> list[Diagnostic]:
    """The messages of letters, each language under the name of its file."""
    words = {one.name.rpartition("/")[2].removesuffix(".ftl"): one for one in sources}
    program.letter_words = {language: one.text for language, one in words.items()}
    return list(check_words(program.letter, words, program.register)) if program.letter is not None else []


def _lines(program: Program) -> tuple[Lines, dict[str, Lines]]:
    """What the decision shows of each day, and of each kind of record."""
    days: Lines = {}
    records: dict[str, Lines] = {}
    for view in program.views:
        last = view.subjects[-1]
        into = days if isinstance(last.kind, Date) else records.setdefault(last.name, {})
        into.update({item.name: item.type for item in view.items})
    return days, records


def _never_negative(program: Program, lines: Lines) -> Lines:
    """The lines that the vocabulary declares « au moins 0 », or more."""
    declared, items = program.declarations.attributes, [item for view in program.views for item in view.items]
    least = {item.name: declared[item.key].declared.at_least for item in items if item.key in declared}
    return {name: kind for name, kind in lines.items() if (low := least.get(name)) is not None and low >= 0}


def _that_say_unknown(program: Program) -> list[str]:
    """The identifiers of the sentences whose value is « inconnu »."""
    clauses = (clause for quantity in program.quantities.values() for clause in (*quantity.rules, *quantity.exceptions))
    return [one.identifier for one in clauses if isinstance(one.value, Const) and isinstance(one.value.value, Unknown)]


__all__ = ["build_program", "vocabulary_of"]
