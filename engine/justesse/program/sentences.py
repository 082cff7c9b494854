"""Statements to the program: each rule, exception, table, notice and interpretation checked and lowered in its place.

Gathers every mistake; a statement that is wrong is left out, the others are lowered all the same.
"""

from dataclasses import replace
from fractions import Fraction

from justesse.diagnostics.diagnostic import Diagnostic, caution, mistake
from justesse.diagnostics.near_names import meant, nearest
from justesse.program.contexts import Contexts
from justesse.program.core import Apply, Case, Const, Core, Flatten, Months, Single, Slot
from justesse.program.declarations import Attribute, Declarations, Subject
from justesse.program.lower import STATES, Lowering
from justesse.program.program import Clause, InterpretationRule, NoticeRule, Program, Quantity, Validity
from justesse.program.resolve import Resolver
from justesse.program.terms import Ill, Many, One, Scope, Spread, ill, scope_of
from justesse.program.types import Choice, Date, Days, ListOf, Month, RecordOf, YesNo, french
from justesse.program.unknowns import supplied_key
from justesse.syntax import nodes as n
from justesse.syntax.names import collapsed
from justesse.text.source import Span
from justesse.values.calendar import iso_day
from justesse.values.states import State, ToJudge, Unknown


class Sentences:
    """Lowers statements into `program`."""

    def __init__(self, declarations: Declarations) -> None:
        self.declarations = declarations
        self.contexts = Contexts(declarations)
        self.program = Program(declarations)
        self.resolver = Resolver(declarations)
        self.lowering = Lowering(self.resolver)
        self.diagnostics: list[Diagnostic] = []
        self.identifiers: dict[str, list[Span]] = {}
        self.homes: dict[str, set[str]] = {}
        """Identifier of a rule or exception → the quantities it defines."""

    def all(self, statements: list[n.Statement]) -> None:
        """Every statement; supplies first, because they change what a fact means."""
        for attribute in self.declarations.attributes.values():
            if not attribute.is_fact:
                self._quantity(attribute)
        for one in statements:
            if isinstance(one, n.Rule) and isinstance(one.sentence.definition, n.Supply):
                self._guarded(self._announce, one)
        for one in statements:
            if isinstance(one, n.Interpretation):
                self._interpretation(one)
        for one in statements:
            self._guarded(self._statement, one)
        self._lifts(
            [one for one in statements if isinstance(one, n.ExceptionRule) and isinstance(one.sentence.definition, n.Lift)]
        )
        for group_key, (record, formula) in self.resolver.attributes.implicit.items():
            self.implicit(group_key, record.name, formula, record.span)

    def _guarded(self, work: object, one: n.Statement) -> None:
        try:
            work(one)  # type: ignore[operator]
        except Ill as error:
            diagnostic = error.diagnostic
            self.diagnostics.append(diagnostic if diagnostic.span else replace(diagnostic, span=one.span))

    def _statement(self, one: n.Statement) -> None:
        match one:
            case n.Rule(header, sentence, messages) if not isinstance(sentence.definition, n.Supply):
                self._rule(header, sentence, messages, (), "rule", one.span)
            case n.Rule(header, sentence, messages):
                self._supply(header, sentence, messages, one.span)
            case n.ExceptionRule(header, targets, sentence, messages):
                if not isinstance(sentence.definition, n.Lift):
                    self._rule(header, sentence, messages, targets, "exception", one.span)
            case n.Table():
                self._table(one)
            case n.Notice():
                self._notice(one)
            case _:
                pass

    def homes_spans(self) -> dict[str, list[Span]]:
        """Where each identifier is written."""
        return self.identifiers

    # --- rules and exceptions ------------------------------------------------------------------------

    def _rule(
        self,
        header: n.Header,
        sentence: n.Sentence,
        messages: tuple[n.Message, ...],
        targets: tuple[str, ...],
        kind: str,
        span: Span | None,
    ) -> None:
        attribute, scope = self.contexts.target(header, sentence)
        quantity = self.program.quantities[attribute.key]
        self.lowering.expressions.rounds.clear()
        self.lowering.expressions.literals.clear()
        value, negated = self._defined(sentence.definition, attribute, scope)
        if isinstance(sentence.definition, n.DefineState):
            value = Const(_cause(sentence.definition.state, attribute, header, messages))
        condition = self.lowering.condition(sentence.condition, scope) if sentence.condition else None
        if negated and kind == "rule" and condition is not None:
            value, condition = Apply("not", (condition,)), None
        elif isinstance(attribute.type, YesNo) and value is None:
            value = Const(not negated) if kind == "exception" or condition is None else None
        clause = self._clause(header, kind, scope, condition, value, targets, messages, span)
        self._hygiene(header)
        (quantity.rules if kind == "rule" else quantity.exceptions).append(clause)
        self._remember(header, attribute.key)

    def _hygiene(self, header: n.Header) -> None:
        """Roundings need a source or a reading; what a decree can move belongs to the parameters."""
        if header.reading is None:
            self.diagnostics.extend(mistake("R0701", one.span, nom=header.identifier) for one in self.lowering.expressions.rounds)
        for literal in self.lowering.expressions.literals:
            money = literal.unit is not None and "€" in literal.unit and literal.value != 0
            if money or (literal.percent and literal.value not in (0, 1)):
                self.diagnostics.append(mistake("R0702", literal.span, nom=header.identifier))

    def _defined(self, definition: n.Definition, attribute: Attribute, scope: Scope) -> tuple[Core | None, bool]:
        """The value of the sentence (None for a yes/no affirmed) and whether it denies."""
        match definition:
            case n.Define(target, value):
                term = self.lowering.expressions.value(value, scope)
                self._fits(term, attribute, target.span)
                return term.core, False
            case n.DefineChoice(target, choice):
                self.lowering.check_choice(choice, One(Const(choice), attribute.type), target.span)
                if not isinstance(attribute.type, Choice):
                    raise ill("R0323", target.span, type=french(attribute.type))
                return Const(choice), False
            case n.DefineState(_, state):
                return Const(STATES[state]), False
            case n.Affirm(_, _, negated):
                return None, negated
            case n.Designate(target, listing, negated):
                return self._designated(listing, attribute, scope, target.span), negated
            case _:
                raise ill("R0331", None)

    def _designated(
        self, listing: n.Listing | n.UnitsWindow, attribute: Attribute, scope: Scope, span: Span | None
    ) -> Core | None:
        if attribute.type == YesNo():
            return None
        if isinstance(listing, n.UnitsWindow):
            if attribute.type == ListOf(Month()):
                return self.lowering.lists.months(listing, scope)
            first, last = self.lowering.lists.window(listing, scope)
            assert first is not None and last is not None
            return Apply("span", (first, last))
        term = self.lowering.lists.listing(listing, scope)
        match term, attribute.type:
            case Many(body=None), ListOf(item) if term.item.type == item:
                return term.source
            case Many(source, _, _, One(element, kind)), ListOf(item) if kind == item:
                return Flatten(source, Single(element))
            case Spread(where=None, body=One(Apply("month_of", _)), start=None, end=None), ListOf(Month()):
                return _months_of_days(term)
            case Spread(where=None, body=None), Days():
                core = term.owners.item if hasattr(term.owners, "item") else None  # a single owner
                if core is not None:
                    edges = self.resolver.attributes.bounds(replace(term.owner, core=core)) or ()
                    return core if term.owner.type == Days() else Apply("span", edges)
                raise ill("R0332", span, nom=attribute.name)
            case One(), _:
                self._fits(term, attribute, span)
                return term.core
            case _:
                raise ill("R0332", span, nom=attribute.name)

    def _fits(self, term: One, attribute: Attribute, span: Span | None) -> None:
        if term.type != attribute.type:
            raise ill("R0333", span, nom=attribute.name, attendu=french(attribute.type), lu=french(term.type))

    def _clause(
        self, header: n.Header, kind: str, scope: Scope, condition: Core | None, value: Core | None,
        targets: tuple[str, ...], messages: tuple[n.Message, ...], span: Span | None,
    ) -> Clause:  # fmt: skip
        says = next((one.text for one in messages if one.positive), None)
        says_else = next((one.text for one in messages if not one.positive), None)
        validities = tuple(self._validity(clock, scope) for clock in header.clocks)
        assert span is not None
        return Clause(
            header.identifier, kind, header.sources, validities, header.reading, condition, value, targets,  # type: ignore[arg-type]
            header.priorities, header.priority_sources, says, says_else, span, _version(header),
        )  # fmt: skip

    def _validity(self, clock: n.Clock, scope: Scope) -> Validity:
        date = self.resolver.one(clock.date, scope)
        if not isinstance(date.type, Date):
            raise ill("R0402", clock.span, nom=clock.date.segments[0].name, type=french(date.type))
        if clock.start is not None and clock.end is not None and clock.start > clock.end:
            raise ill("R0404", clock.span)
        return Validity(date.core, clock.start, clock.end, " de ".join(one.name for one in clock.date.segments))

    def _remember(self, header: n.Header, key: str) -> None:
        assert header.span is not None
        self.identifiers.setdefault(header.identifier, []).append(header.span)
        self.homes.setdefault(header.identifier, set()).add(key)
        if header.reading is not None:
            self._reading(header)

    def _reading(self, header: n.Header) -> None:
        assert header.reading is not None
        reading, identifier = header.reading
        known = self.program.interpretations.get(identifier)
        if known is None:
            near = meant(identifier, self.program.interpretations)
            self.diagnostics.append(mistake("R0501", header.span, nom=identifier, proche=near))
        elif reading not in known.readings:
            near = nearest(reading, known.readings) or " » ou « ".join(known.readings)
            self.diagnostics.append(mistake("R0502", header.span, known.span, lu=reading, proche=near))

    # --- supplies, liftings, implicit quantities -------------------------------------------------------

    def _announce(self, one: n.Rule) -> None:
        """Create the quantity that stands for a fact with a supplied value."""
        fact = self._supplied_fact(one.sentence)
        key = supplied_key(fact.key)
        self.resolver.attributes.supplied[fact.key] = key
        quantity = Quantity(key, fact.name, fact.article, fact.subjects, fact.type)
        from justesse.program.core import Field

        quantity.fact = Field(Slot(1), fact.name)
        self.program.quantities[key] = quantity

    def _supplied_fact(self, sentence: n.Sentence) -> Attribute:
        subjects = self.contexts.subjects(sentence.context)
        path = sentence.definition.target  # type: ignore[union-attr]
        for attribute in self.declarations.by_form.get(collapsed(path.segments[0].name), []):
            if attribute.is_fact and attribute.subjects == subjects:
                return attribute
        raise ill("R0334", path.span, nom=path.segments[0].name)

    def _supply(self, header: n.Header, sentence: n.Sentence, messages: tuple[n.Message, ...], span: Span | None) -> None:
        fact = self._supplied_fact(sentence)
        fact.used = True
        scope = scope_of(self.contexts.root, fact.subjects, header.missing_day)
        assert isinstance(sentence.definition, n.Supply)
        value = self.lowering.expressions.value(sentence.definition.value, scope)
        self._fits(value, fact, header.span)
        condition = self.lowering.condition(sentence.condition, scope) if sentence.condition else None
        key = self.resolver.attributes.supplied[fact.key]
        self.program.quantities[key].rules.append(self._clause(header, "rule", scope, condition, value.core, (), messages, span))
        self._remember(header, key)

    def _lifts(self, lifts: list[n.ExceptionRule]) -> None:
        for one in lifts:
            self._guarded(self._lift, one)

    def _lift(self, one: n.ExceptionRule) -> None:
        for target in one.targets:
            for key in sorted(self.homes.get(target, ())):
                quantity = self.program.quantities[key]
                scope = scope_of(self.contexts.root, quantity.subjects, one.header.missing_day)
                condition = self.lowering.condition(one.sentence.condition, scope) if one.sentence.condition else None
                clause = self._clause(one.header, "lift", scope, condition, None, one.targets, one.messages, one.span)
                if all(clause.identifier != known.identifier or clause.version != known.version for known in quantity.exceptions):
                    quantity.exceptions.append(clause)
                    self._remember(one.header, key)

    def _quantity(self, attribute: Attribute) -> None:
        by_day = any(isinstance(subject.kind, Date) for subject in attribute.subjects)
        made = Quantity(attribute.key, attribute.name, attribute.article, attribute.subjects, attribute.type, by_day=by_day)
        self.program.quantities[attribute.key] = made

    def implicit(self, key: str, record: str, formula: Core, span: Span) -> None:
        """A quantity that no sentence defines: the first or last day of a group."""
        subject = Subject(record, RecordOf(record))
        made = Quantity(key, key.partition(" (")[0], "le", (subject,), Date())
        made.rules.append(Clause("", "rule", (), (), None, None, formula, (), (), (), None, None, span))
        self.program.quantities[key] = made

    # --- tables, notices, interpretations --------------------------------------------------------------

    def _table(self, table: n.Table) -> None:
        columns = range(len(table.rows[0].cells))
        for column in columns:
            first = table.rows[0].cells[column]
            attribute, scope = self.contexts.target(table.header, n.Sentence(table.context, first))
            branches: list[tuple[Core, Core]] = []
            otherwise: Core | None = None
            for row in sorted(table.rows, key=_highest_first):
                given = self._cell(row, column, attribute, scope)
                test = self._key(row, table.key, scope)
                if test is None:
                    otherwise = given
                else:
                    branches.append((test, given))
            value = Case(tuple(branches), otherwise)
            clause = self._clause(table.header, "rule", scope, None, value, (), table.messages, table.span)
            self.program.quantities[attribute.key].rules.append(clause)
            self._remember(table.header, attribute.key)

    def _cell(self, row: n.Row, column: int, attribute: Attribute, scope: Scope) -> Core:
        if column >= len(row.cells):
            raise ill("R0335", row.span)
        value, _ = self._defined(row.cells[column], attribute, scope)
        assert value is not None
        return value

    def _key(self, row: n.Row, key: n.Path, scope: Scope) -> Core | None:
        subject = self.resolver.one(key, scope)
        if row.choices:
            return self.lowering.among(subject, row.choices, row.span)
        if row.lowest is not None:
            return self.lowering.test(subject, n.Test(n.Compared("≥", row.lowest, "au moins égal")), scope, row)
        return None

    def _notice(self, one: n.Notice) -> None:
        subjects = self.contexts.subjects(one.context) if one.context else (self.contexts.root,)
        scope = scope_of(self.contexts.root, subjects, one.header.missing_day)
        condition = self.lowering.condition(one.condition, scope) if one.condition else None
        validities = tuple(self._validity(clock, scope) for clock in one.header.clocks)
        assert one.span is not None
        self.program.notices.append(
            NoticeRule(one.header.identifier, one.kind, one.header.sources, subjects, one.text, condition, one.header.judge,
                       validities, one.header.reading, one.span)
        )  # fmt: skip
        self._remember(one.header, "")

    def _interpretation(self, one: n.Interpretation) -> None:
        chosen = [text for name, text in one.fields if name == "lecture retenue"]
        others = [text for name, text in one.fields if name == "autre lecture"]
        if len(chosen) != 1 or not others:
            self.diagnostics.append(mistake("R0503", one.span, nom=one.header.identifier))
            return
        if not any(name == "statut" for name, _ in one.fields):
            self.diagnostics.append(caution("R0504", one.span, nom=one.header.identifier))
        assert one.span is not None
        self.program.interpretations[one.header.identifier] = InterpretationRule(
            one.header.identifier, one.header.sources, one.statement, (chosen[0], *others), one.fields, one.span
        )
        self.identifiers.setdefault(one.header.identifier, []).append(one.header.span or one.span)


def _months_of_days(days: Spread) -> Core:
    """The civil months that hold some day of each owner; an empty span has none."""
    months = Months(Apply("month_of", (days.first,)), Apply("month_of", (days.last,)))
    return Flatten(days.owners, Case(((Apply("≤", (days.first, days.last)), months),)))


def _version(header: n.Header) -> str:
    """What tells this sentence from another of the same identifier."""
    parts = [
        f"{iso_day(clock.start) if clock.start else '…'} – {iso_day(clock.end) if clock.end else '…'}" for clock in header.clocks
    ]
    return " ; ".join([*parts, *([header.reading[0]] if header.reading else [])])


def _highest_first(row: n.Row) -> Fraction:
    """Brackets are tried from the highest, whatever the order of the lines; other lines keep their order."""
    return -row.lowest.value if row.lowest is not None else Fraction(0)


def _cause(state: str, attribute: Attribute, header: n.Header, messages: tuple[n.Message, ...]) -> State:
    """The state that a rule gives, with what settles it: the sentence's own words, or the name of the quantity."""
    said = next((one.text.rstrip(". ") for one in messages if one.positive and "{" not in one.text), None)
    if state == "unknown":
        return Unknown((said or f"{attribute.name} ({attribute.subjects[-1].name})",))
    return ToJudge((header.judge,) if header.judge else ()) if state == "judge" else STATES[state]
