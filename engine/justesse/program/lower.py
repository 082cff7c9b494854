"""Phrases lowered to the core, with their types and units checked on the way: conditions, on top of lists and expressions.

One phrase in, one term out, or a mistake raised as `Ill` for the pass that gathers them.
"""

from typing import Literal

from justesse.diagnostics.near_names import nearest
from justesse.program.attributes import CALENDAR_PREDICATES
from justesse.program.core import (
    Apply,
    Const,
    Core,
    DayFold,
    Fold,
    Logic,
)  # fmt: skip
from justesse.program.lower_expressions import STATES, Expressions
from justesse.program.lower_lists import Lists
from justesse.program.resolve import Resolver
from justesse.program.terms import Many, One, Scope, Spread, Term, ill
from justesse.program.types import Choice, Date, Days, Label, Month, YesNo, french
from justesse.syntax import nodes as n
from justesse.syntax.names import collapsed


class Lowering:
    """Conditions, and the expressions and lists that they are made of."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        # Expressions hold lists, lists hold conditions, conditions hold expressions: the circle is closed here.
        self.expressions = Expressions(resolver, lambda *phrase: self.lists.aggregate(*phrase))
        self.lists = Lists(self.expressions, self.test)

    # --- conditions ----------------------------------------------------------------------------------

    def condition(self, phrase: n.Condition, scope: Scope) -> Core:
        """A yes/no expression."""
        items = tuple(self._atom(atom, scope) for atom in phrase.atoms)
        return items[0] if len(items) == 1 else Logic(phrase.kind, items)

    def _atom(self, atom: n.Atom, scope: Scope) -> Core:
        match atom:
            case n.Exists(listing, negated):
                found = self._exists(self.lists.listing(listing, scope), atom)
                return Apply("not", (found,)) if negated else found
            case n.Holds(subject, test):
                if isinstance(subject, n.Path) and isinstance(test.predicate, n.Relates | n.Within):
                    term = self.resolver.path(subject, scope)
                    if not isinstance(term, One):
                        raise ill("R0301", atom.span, nom="ce sujet")
                    return self.test(term, test, scope, atom)
                return self.test(self.expressions.value(subject, scope), test, scope, atom)

    def _exists(self, term: Term, place: n.Exists) -> Core:
        match term:
            case Many(source, _, _, None):
                return Fold("some", source)
            case Spread(body=None):
                return DayFold("some", term.owners, term.first, term.last, term.where, None, term.start, term.end)
            case One(core, Days()):
                return Apply("≤", (Apply("span_first", (core,)), Apply("span_last", (core,))))
            case _:
                raise ill("R0320", place.span)

    def test(self, subject: One, test: n.Test, scope: Scope, place: object) -> Core:
        """A predicate applied to its subject, negated when the sentence denies it."""
        core, negated = self._predicate(subject, test.predicate, scope, place), test.negated
        return Apply("not", (core,)) if negated else core

    def _predicate(self, subject: One, predicate: n.Predicate, scope: Scope, place: object) -> Core:
        span = getattr(place, "span", None)
        match predicate:
            case n.Compared(op, other):
                limit = self.expressions.value(other, scope)
                self.expressions.same(subject, limit, place)  # type: ignore[arg-type]
                return Apply(op, (subject.core, limit.core))
            case n.Within(window):
                return self._within(subject, window, scope, span)
            case n.BetweenDates(start, end):
                first, last = self.expressions.value(start, scope), self.expressions.value(end, scope)
                self.expressions.same(subject, first, place)  # type: ignore[arg-type]
                self.expressions.same(subject, last, place)  # type: ignore[arg-type]
                return Logic("all", (Apply("≥", (subject.core, first.core)), Apply("≤", (subject.core, last.core))))
            case n.Among(choices):
                return self.among(subject, choices, span)
            case n.IsA(listing):
                return self._is_a(subject, listing, scope, span)
            case n.IsState(state):
                ops: dict[str, Literal["unknown?", "judge?", "nothing?"]] = {
                    "unknown": "unknown?", "judge": "judge?", "nothing": "nothing?",
                }  # fmt: skip
                return Apply(ops[state], (subject.core,))
            case n.HasVerb(verb):
                return self._verb(subject, verb, scope, span)
            case n.Relates(relation, other):
                return self._relation(subject, relation, other, scope, span)

    def _within(self, subject: One, window: n.Window, scope: Scope, span: object) -> Core:
        if isinstance(subject.type, Month):
            if isinstance(window, n.UnitsWindow) and window.unit.startswith("mois civil"):
                first_month, last_month = self.lists.civil_months(window, scope)
                return Logic("all", (Apply("≥", (subject.core, first_month)), Apply("≤", (subject.core, last_month))))
            raise ill("R0313", span)  # type: ignore[arg-type]
        if not isinstance(subject.type, Date):
            raise ill("R0315", span, type=french(subject.type))  # type: ignore[arg-type]
        first, last = self.lists.window(window, scope)
        tests = [Apply("≥", (subject.core, first))] if first is not None else []
        tests += [Apply("≤", (subject.core, last))] if last is not None else []
        return tests[0] if len(tests) == 1 else Logic("all", tuple(tests))

    def among(self, subject: One, choices: tuple[str, ...], span: object) -> Core:
        """Whether a choice is one of several, each declared."""
        if not isinstance(subject.type, Choice | Label):
            raise ill("R0323", span, type=french(subject.type))  # type: ignore[arg-type]
        for choice in choices:
            self.check_choice(choice, subject, span)
        tests = tuple(Apply("=", (subject.core, Const(choice))) for choice in choices)
        return tests[0] if len(tests) == 1 else Logic("any", tests)

    def check_choice(self, choice: str, subject: One, span: object) -> None:
        """A choice that was declared, or a mistake with the nearest one."""
        if isinstance(subject.type, Choice) and choice not in subject.type.options:
            near = nearest(choice, subject.type.options) or subject.type.options[0]
            raise ill("R0324", span, lu=choice, proche=near)  # type: ignore[arg-type]

    def _is_a(self, subject: One, listing: n.Listing, scope: Scope, span: object) -> Core:
        segments = listing.path.segments
        plain = len(segments) == 1 and not listing.filters and listing.window is None and segments[0].rank is None
        if plain:
            quality = self._quality(subject, collapsed(segments[0].name), scope)
            if quality is not None:
                return quality
        term = self.lists.listing(listing, scope)
        match term:
            case Many(body=None) if term.item.type == subject.type:
                return Apply("member", (subject.core, term.source))
            case Spread(body=None) if isinstance(subject.type, Date):
                return DayFold("some", term.owners, term.first, term.last, term.where, None, subject.core, subject.core)
            case One() if term.type == subject.type:
                return Apply("=", (subject.core, term.core))
            case One() | Many() | Spread():
                raise ill("R0325", span, nom=segments[0].name, type=french(subject.type))  # type: ignore[arg-type]

    def _quality(self, subject: One, name: str, scope: Scope) -> Core | None:
        if name in CALENDAR_PREDICATES and isinstance(subject.type, Date):
            return Apply(CALENDAR_PREDICATES[name], (subject.core,))  # type: ignore[arg-type]
        found = self.resolver.attributes.of(subject, n.Segment(None, name), scope, None)
        return found.core if isinstance(found, One) and found.type == YesNo() else None

    def _verb(self, subject: One, verb: str, scope: Scope, span: object) -> Core:
        found = self._quality(subject, collapsed(verb), scope)
        if found is None:
            raise ill("R0326", span, verbe=verb, type=french(subject.type))  # type: ignore[arg-type]
        return found

    def _relation(self, subject: One, relation: str, other: n.Expression, scope: Scope, span: object) -> Core:
        mine = self.resolver.attributes.bounds(subject)
        against = self.resolver.path(other, scope) if isinstance(other, n.Path) else self.expressions.value(other, scope)
        theirs = self.resolver.attributes.bounds(against) if isinstance(against, One) else self._outer(against)
        if mine is None or theirs is None:
            raise ill("R0318", span)  # type: ignore[arg-type]
        if relation == "covers":
            return Logic("all", (Apply("≤", (mine[0], theirs[0])), Apply("≥", (mine[1], theirs[1]))))
        return Logic("all", (Apply("≤", (mine[0], theirs[1])), Apply("≥", (mine[1], theirs[0]))))

    def _outer(self, term: Term) -> tuple[Core, Core] | None:
        if isinstance(term, Many) and isinstance(term.item.type, Month):
            first, last = Fold("first", term.source), Fold("last", term.source)
            return Apply("first_day", (first,)), Apply("last_day", (last,))
        return None


__all__ = ["STATES", "Lowering"]
