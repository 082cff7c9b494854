"""What the checker looks for once every sentence is lowered. Each check is one function over the program; order is free.

Types, units and circles are refused earlier, where they are met; this module looks at the whole.
"""

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

from justesse.diagnostics.diagnostic import Diagnostic, caution, mistake
from justesse.diagnostics.near_names import nearest
from justesse.program import braces
from justesse.program.conditions import idle_conditions
from justesse.program.core import Core, Shift
from justesse.program.exclusion import together
from justesse.program.order import children, clause_parts
from justesse.program.program import Clause, Program, Quantity
from justesse.program.register import registered
from justesse.program.sentences import Sentences
from justesse.program.types import Label, ListOf, RecordOf
from justesse.program.unknowns import unsaid_effects
from justesse.syntax import nodes as n
from justesse.values.calendar import iso_day

MAX_WORDS = 60
MONTHS_BEFORE_STALE = 18
NAMES_TOLD = 6


def check_program(program: Program, sentences: Sentences, statements: list[n.Statement], sound: bool = True) -> list[Diagnostic]:
    """Every finding, errors and warnings; conditions are compared only when the sentences are `sound`: it is long."""
    found = list(_each(program, sentences, statements))
    if sound:
        found.extend(_compared(program, statements))
    return found


def _each(program: Program, sentences: Sentences, statements: list[n.Statement]) -> Iterator[Diagnostic]:
    yield from _declared_and_used(program)
    yield from _identifiers(program, sentences)
    yield from _sources(program, statements)
    for quantity in program.quantities.values():
        yield from _versions(quantity)
        yield from _targets(quantity, sentences)
        yield from _windows(quantity)
    yield from _series(program)
    yield from braces.checked(_all_clauses(program), program.declarations)
    yield from _readings(program)
    yield from _pending(program)
    yield from _long_sentences(statements)


def _compared(program: Program, statements: list[n.Statement]) -> Iterator[Diagnostic]:
    """What conditions say of each other."""
    for quantity in program.quantities.values():
        yield from _rivals(program, quantity)
    yield from idle_conditions(program, statements)
    yield from unsaid_effects(program)


# --- vocabulary ---------------------------------------------------------------------------------------


def _declared_and_used(program: Program) -> Iterator[Diagnostic]:
    """Names that no sentence reads, quantities that no rule defines."""
    linked = {ListOf(one.type) for one in program.declarations.attributes.values() if isinstance(one.type, RecordOf)}
    opening = {record.opens for record in program.declarations.records.values()}
    for attribute in program.declarations.attributes.values():
        told = attribute.declared.opens or attribute.declared.closes or attribute.declared.for_information
        shaped = isinstance(attribute.type, Label) or attribute.type in linked or attribute.name in opening
        if not (attribute.used or told or shaped):
            yield caution("R0703", attribute.span, nom=attribute.name, sujet=attribute.subjects[0].name)
        quantity = program.quantities.get(attribute.key)
        if quantity is not None and not quantity.rules:
            yield mistake("R0704", attribute.span, nom=attribute.name, sujet=attribute.subjects[-1].name)


# --- identifiers, sources -------------------------------------------------------------------------------


def _identifiers(program: Program, sentences: Sentences) -> Iterator[Diagnostic]:
    """One identifier is one rule: several sentences only as versions, readings or columns of one table."""
    written: dict[str, list[Clause]] = {}
    for one in _all_clauses(program):
        written.setdefault(one.identifier, []).append(one)
    for identifier, spans in sentences.homes_spans().items():
        clauses = written.get(identifier, [])
        kinds = {one.kind for one in clauses}
        if len(kinds) > 1 or (
            len(sentences.homes.get(identifier, ())) > 1 and "rule" in kinds and len({one.span for one in clauses}) > 1
        ):
            yield mistake("R0706", spans[-1], *spans[:1], nom=identifier)


def _all_clauses(program: Program) -> Iterator[Clause]:
    for quantity in program.quantities.values():
        yield from quantity.rules
        yield from quantity.exceptions


def _sources(program: Program, statements: list[n.Statement]) -> Iterator[Diagnostic]:
    """Every text cited stands in the register."""
    if not program.register:
        return
    for one in statements:
        if isinstance(one, n.Title):
            continue
        for source in (*one.header.sources, *one.header.priority_sources):
            if registered(source, program.register) is None:
                near = nearest(source, program.register) or "aucun texte proche"
                yield mistake("R0707", one.header.span, texte=source, proche=near)


# --- versions -------------------------------------------------------------------------------------------


def _versions(quantity: Quantity) -> Iterator[Diagnostic]:
    """Two sentences of one identifier never apply on the same date under the same reading; gaps are told."""
    for clauses in (quantity.rules, quantity.exceptions):
        for first, second in _met([one for one in clauses if one.identifier], _same_version):
            yield mistake("R0405", second.span, first.span, nom=first.identifier, date=_shared_day(first, second))
    yield from _two_bases(quantity)
    yield from _gaps(quantity)


def _met(clauses: list[Clause], meet: Callable[[Clause, Clause], bool]) -> Iterator[tuple[Clause, Clause]]:
    """Each sentence with the first before it that it meets: one mistake each, however many they are."""
    for place, second in enumerate(clauses):
        first = next((one for one in clauses[:place] if meet(one, second)), None)
        if first is not None:
            yield first, second


def _same_version(first: Clause, second: Clause) -> bool:
    return first.identifier == second.identifier and first.reading == second.reading and _overlap(first, second)


def _two_bases(quantity: Quantity) -> Iterator[Diagnostic]:
    """Two base rules for one quantity, unless dates, readings or conditions keep them apart."""
    for first, second in _met(quantity.rules, _both_bases):
        yield mistake("R0708", second.span, first.span, nom=quantity.name, premiere=first.identifier, seconde=second.identifier)


def _both_bases(first: Clause, second: Clause) -> bool:
    apart = first.reading != second.reading or not _overlap(first, second)
    return first.identifier != second.identifier and not apart and not (first.condition and second.condition)


def _overlap(first: Clause, second: Clause) -> bool:
    """Whether some date satisfies both: clocks with the same words are compared, others may always meet."""
    clocks = {one.words: one for one in first.validities}
    for one in second.validities:
        other = clocks.get(one.words)
        if other is None:
            continue
        if (one.start or 0) > (other.end or 10**9) or (other.start or 0) > (one.end or 10**9):
            return False
    return True


def _shared_day(first: Clause, second: Clause) -> str:
    starts = [one.start for clause in (first, second) for one in clause.validities if one.start is not None]
    return iso_day(max(starts)) if starts else "toute date"


def _gaps(quantity: Quantity) -> Iterator[Diagnostic]:
    """A hole between two versions of a base rule."""
    by_identifier: dict[tuple[str, object], list[Clause]] = {}
    for one in quantity.rules:
        if len(one.validities) == 1:
            by_identifier.setdefault((one.identifier, one.reading), []).append(one)
    for clauses in by_identifier.values():
        ordered = sorted(clauses, key=lambda one: one.validities[0].start or 0)
        for earlier, later in pairwise(ordered):
            end, start = earlier.validities[0].end, later.validities[0].start
            if end is not None and start is not None and start > end + 1:
                yield caution("R0406", later.span, earlier.span, nom=later.identifier, du=iso_day(end + 1), au=iso_day(start - 1))


# --- exceptions -----------------------------------------------------------------------------------------


def _targets(quantity: Quantity, sentences: Sentences) -> Iterator[Diagnostic]:
    """Targets exist, define the same quantity, and priorities neither lack a source nor turn in a circle."""
    known = {one.identifier for one in (*quantity.rules, *quantity.exceptions)}
    for clause in quantity.exceptions:
        for target in (*clause.targets, *clause.priorities):
            if target not in known:
                near = nearest(target, sentences.homes) or "aucune règle proche"
                yield mistake("R0505", clause.span, nom=target, proche=near, grandeur=quantity.name)
        if clause.priorities and not clause.priority_sources:
            yield mistake("R0506", clause.span, nom=clause.identifier)
        if _turns(quantity, clause.identifier):
            yield mistake("R0507", clause.span, nom=clause.identifier)


def _turns(quantity: Quantity, start: str) -> bool:
    above: dict[str, set[str]] = {}
    for one in quantity.exceptions:
        if one.kind == "exception":
            above.setdefault(one.identifier, set()).update((*one.targets, *one.priorities))
    seen: set[str] = set()
    todo = list(above.get(start, ()))
    while todo:
        identifier = todo.pop()
        if identifier == start:
            return True
        if identifier not in seen:
            seen.add(identifier)
            todo.extend(above.get(identifier, ()))
    return False


def _rivals(program: Program, quantity: Quantity) -> Iterator[Diagnostic]:
    """Two exceptions that give different values and may apply together, with a situation that shows it."""
    asserted = [one for one in quantity.exceptions if one.kind == "exception"]
    for first, second in combinations(asserted, 2):
        ordered = {first.identifier, second.identifier} & {*first.targets, *first.priorities, *second.targets, *second.priorities}
        witness = None if ordered else together(program, quantity, first, second)
        if witness is not None:
            names = {"premiere": first.identifier, "seconde": second.identifier}
            yield caution("R0508", second.span, first.span, nom=quantity.name, situation=witness, **names)


# --- windows, parameters, interpretations -----------------------------------------------------------------


def _windows(quantity: Quantity) -> Iterator[Diagnostic]:
    """A date moved by months or years whose missing day nobody settled."""
    for clause in (*quantity.rules, *quantity.exceptions):
        if any(_unsettled(part) for part in clause_parts(clause)):
            yield caution("R0709", clause.span, nom=clause.identifier)


def _unsettled(node: Core) -> bool:
    if isinstance(node, Shift) and node.unit == "month" and node.missing is None:
        return True
    return any(_unsettled(part) for part in children(node))


def _series(program: Program) -> Iterator[Diagnostic]:
    for parameter in program.declarations.parameters.values():
        if parameter.name not in program.parameters:
            yield mistake("R0407", parameter.span, nom=parameter.name)


def _readings(program: Program) -> Iterator[Diagnostic]:
    """An interpretation that switches nothing and does not say so (« portée »)."""
    used = {clause.reading[1] for clause in _all_clauses(program) if clause.reading} | {
        one.reading[1] for one in program.notices if one.reading
    }
    for one in program.interpretations.values():
        if one.identifier not in used and not any(name == "portée" for name, _ in one.fields):
            yield caution("R0510", one.span, nom=one.identifier)


def _pending(program: Program) -> Iterator[Diagnostic]:
    """One warning for all the interpretations that nobody validated yet."""
    waiting = [one for one in program.interpretations.values() if ("statut", "à valider") in one.fields]
    if waiting:
        some, left = waiting[:NAMES_TOLD], len(waiting) - NAMES_TOLD
        names = ", ".join(one.identifier for one in some) + (f"… et {left} de plus" if left > 0 else "")
        yield caution("R0511", None, nombre=len(waiting), noms=names)


def _long_sentences(statements: list[n.Statement]) -> Iterator[Diagnostic]:
    """A definition or a condition of more than sixty words: a named intermediate quantity reads better."""
    for one in statements:
        if isinstance(one, n.Rule | n.ExceptionRule) and one.sentence.span is not None:
            text = one.sentence.span.source.text[one.sentence.span.start : one.sentence.span.end]
            longest = max(len(part.split()) for part in text.replace("\n    +", ";").replace(" si ", ";").split(";"))
            if longest > MAX_WORDS:
                yield caution("R0710", one.sentence.span, nom=one.header.identifier, mots=longest, limite=MAX_WORDS)


def stale_values(program: Program, today: int) -> Iterator[Diagnostic]:
    """Dated values and texts not checked for eighteen months; `today` is given by who asks."""
    limit = today - 30 * MONTHS_BEFORE_STALE
    for series in program.parameters.values():
        if series.checked_on is not None and series.checked_on < limit:
            yield caution("R0711", None, nom=series.name, date=iso_day(series.checked_on))
    for text in program.register.values():
        if text.checked_on is not None and text.checked_on < limit:
            yield caution("R0711", None, nom=text.name, date=iso_day(text.checked_on))
