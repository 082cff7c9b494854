"""Paths to terms: what « la durée du prêt précédent » means in a sentence.

A path is read from its right end: the last noun is a subject in scope, each noun before it an attribute of what follows.
Knows declarations and the calendar; expressions and conditions are lowered elsewhere.
"""

from justesse.diagnostics.near_names import nearest
from justesse.program.attributes import Attributes
from justesse.program.core import (
    Apply,
    Core,
    DayFold,
    Flatten,
    Fold,
    Neighbour,
    Options,
    Select,
    Series,
    Single,
    Slot,
)  # fmt: skip
from justesse.program.declarations import Declarations
from justesse.program.terms import Many, One, Scope, Spread, Term, ill
from justesse.program.types import Choice, Date, Month, RecordOf, french
from justesse.syntax import nodes as n
from justesse.syntax.names import collapsed, without_article


class Resolver:
    """Reads paths from their right end."""

    def __init__(self, declarations: Declarations) -> None:
        self.declarations = declarations
        self.attributes = Attributes(declarations)

    # --- entry ---------------------------------------------------------------------------------------

    def path(self, path: n.Path, scope: Scope) -> Term:
        """The term of a whole path."""
        if path.before is not None:
            return self._before(path, scope)
        target = self.path(path.target, scope) if path.target is not None else None
        term = self._base(path.segments[-1], scope, alone=len(path.segments) == 1)
        for segment in reversed(path.segments[:-1]):
            term = self._step(term, segment, scope, target)
        return term

    def one(self, path: n.Path, scope: Scope) -> One:
        """The single value of a path, or a mistake."""
        term = self.path(path, scope)
        if not isinstance(term, One):
            raise ill("R0301", path.span, nom=_words(path))
        return term

    def _before(self, path: n.Path, scope: Scope) -> One:
        """« le 1er janvier précédant D », « le mois civil précédant D »."""
        assert path.before is not None
        point = self.one(path.before, scope)
        match collapsed(path.segments[-1].name), point.type:
            case "1er janvier", Date():
                return One(Apply("january_1_before", (point.core,)), Date())
            case "1er janvier", Month():
                return One(Apply("january_1_before", (Apply("first_day", (point.core,)),)), Date())
            case "mois civil", Date():
                month: Term = One(Apply("previous_month", (Apply("month_of", (point.core,)),)), Month())
            case "mois civil", Month():
                month = One(Apply("previous_month", (point.core,)), Month())
            case _:
                raise ill("R0302", path.span, nom=_words(path))
        for segment in reversed(path.segments[:-1]):
            month = self._step(month, segment, scope, None)
        if not isinstance(month, One):
            raise ill("R0301", path.span, nom=_words(path))
        return month

    # --- the last noun -------------------------------------------------------------------------------

    def _base(self, segment: n.Segment, scope: Scope, alone: bool) -> Term:
        name = collapsed(segment.name)
        if scope.element is not None and alone and not _this(segment):
            own = self.attributes.of(scope.element, segment, scope, None)
            one_of_many = isinstance(own, Many) and name in self.declarations.records and name in scope.named
            if own is not None and not one_of_many:  # « le prêt », of a sentence about a loan, is not all the loans of a book
                return self._modified(own, segment, scope)
        found = self._in_scope(name, scope)
        if found is not None:
            return self._modified(found, segment, scope)
        if name in self.declarations.parameter_forms:
            return self._parameter(name, segment, scope)
        options = self._choice_list(name, scope)
        if options is not None:
            return options
        if scope.element is not None:
            own = self.attributes.of(scope.element, segment, scope, None)
            if own is not None:
                return self._modified(own, segment, scope)
        raise self._no_subject(segment, scope)

    def _in_scope(self, name: str, scope: Scope) -> One | None:
        record = self.declarations.record_of(name)
        for called, term in scope.named.items():
            same_record = record is not None and isinstance(term.type, RecordOf) and term.type.record == record.name
            if called == name or same_record or (name == "jours" and called == "jour"):
                return term
        implied = self.declarations.implied.get(name)
        if implied is None:
            return None
        owner = without_article(_split_path(implied.path)[-1])
        base = self._in_scope(collapsed(owner), scope) if collapsed(owner) != name else None
        if base is None:
            return None
        found = self.attributes.of(base, n.Segment(None, name), scope, None)
        return found if isinstance(found, One) else None

    def _parameter(self, name: str, segment: n.Segment, scope: Scope) -> One:
        parameter = self.declarations.parameters[self.declarations.parameter_forms[name]]
        if not parameter.clock:
            raise ill("R0401", segment.span, nom=parameter.name)
        return One(Series(parameter.name, self.clock_of(parameter.clock, scope, segment)), parameter.type)

    def clock_of(self, words: str, scope: Scope, segment: n.Segment) -> Core:
        """The date of a clock declared in words (« la date de référence de la chaîne »)."""
        names = [without_article(part) for part in _split_path(words)]
        path = n.Path(tuple(n.Segment(None, name, span=segment.span) for name in names), span=segment.span)
        term = self.one(path, scope)
        if not isinstance(term.type, Date):
            raise ill("R0402", segment.span, nom=words, type=french(term.type))
        return term.core

    def _choice_list(self, name: str, scope: Scope) -> Term | None:
        for attribute in self.declarations.by_form.get(name, []):
            if isinstance(attribute.type, Choice) and name in map(collapsed, attribute.forms):
                return Many(Options(attribute.type.options), One(Slot(scope.depth), attribute.type), scope.depth)
        return None

    # --- one noun further left -----------------------------------------------------------------------

    def _step(self, base: Term, segment: n.Segment, scope: Scope, target: Term | None) -> Term:
        match base:
            case One():
                found = self.attributes.of(base, segment, scope, target)
                if found is None:
                    raise self._not_of(segment, base)
                return self._modified(found, segment, scope)
            case Many():
                return self._modified(self._mapped(base, segment, scope, target), segment, scope)
            case Spread():
                body = self.attributes.of(base.body or base.day, segment, scope, target)
                if not isinstance(body, One):
                    raise self._not_of(segment, base.day)
                return Spread(base.owners, base.owner, base.slot, base.first, base.last, base.where, body, base.start, base.end)

    def _mapped(self, base: Many, segment: n.Segment, scope: Scope, target: Term | None) -> Term:
        inner = Scope(scope.subjects, base.slot + 1, None, scope.missing, scope.named)
        element = base.body or base.item
        days = self._days_of_each(base, segment) if base.body is None else None
        if days is not None:
            return days
        found = self.attributes.of(element, segment, inner, target)
        match found:
            case One():
                return Many(base.source, base.item, base.slot, found)
            case Many() if isinstance(target, Many):
                raise ill("R0337", segment.span, nom=segment.name)
            case Many():
                item = One(Slot(base.slot), found.item.type, found.item.owner, found.item.owner_subjects, found.item.listed)
                return Many(Flatten(base.source, found.source), item, base.slot)
            case _:
                raise self._not_of(segment, element)

    def _days_of_each(self, base: Many, segment: n.Segment) -> Spread | None:
        """« les jours (de garde) des tours du lecteur »: the days of several owners."""
        if not isinstance(base.item.type, RecordOf):
            return None
        return self.attributes.days_of(base.item, base.source, base.slot, segment)

    # --- ranks and neighbours ------------------------------------------------------------------------

    def _modified(self, term: Term, segment: n.Segment, scope: Scope) -> Term:
        if segment.neighbour:
            return self._neighbour(term, segment)
        if segment.rank is None or (isinstance(term, One) and isinstance(term.type, Date)):
            return term
        return self.ranked(term, segment)

    def ranked(self, term: Term, segment: n.Segment) -> Term:
        """« le premier X », « les 12 dernières X », « le dernier jour de X »."""
        match term:
            case Many():
                if segment.count is not None:
                    taken = Select(term.source, None, segment.count if segment.rank == "first" else None,
                                   segment.count if segment.rank == "last" else None)  # fmt: skip
                    return Many(taken, term.item, term.slot, term.body)
                assert segment.rank is not None
                whole = term.body or term.item
                body = term.body.core if term.body else None
                return One(
                    Fold(segment.rank, term.source, None, body), whole.type, whole.owner, whole.owner_subjects, whole.listed
                )
            case Spread() if segment.rank in ("first", "last"):
                return self.edge_day(term, segment.rank)
            case _:
                raise ill("R0303", segment.span, nom=segment.name)

    def edge_day(self, term: Spread, rank: str) -> One:
        """The first or the last of the days; a plain period gives its own edge."""
        if isinstance(term.owners, Single) and term.where is None and term.start is None and term.end is None:
            edges = self.attributes.bounds(One(term.owners.item, term.owner.type, (), term.owner.owner_subjects))
            if edges is not None:
                return One(edges[0] if rank == "first" else edges[1], Date())
        kind = "first" if rank == "first" else "last"
        fold = DayFold(kind, term.owners, term.first, term.last, term.where, None, term.start, term.end)  # type: ignore[arg-type]
        return One(fold, Date())

    def _neighbour(self, term: Term, segment: n.Segment) -> One:
        if isinstance(term, One) and isinstance(term.type, RecordOf):
            step = segment.neighbour
            assert step in (-1, 1)
            return One(Neighbour(term.core, step), term.type, (), term.owner_subjects)
        if isinstance(term, One) and isinstance(term.type, Month):
            op = "previous_month" if segment.neighbour < 0 else "next_month"
            return One(Apply(op, (term.core,)), Month())  # type: ignore[arg-type]
        raise ill("R0304", segment.span, nom=segment.name)

    # --- messages ------------------------------------------------------------------------------------

    def _no_subject(self, segment: n.Segment, scope: Scope) -> Exception:
        owners = sorted(
            {one.subjects[0].name for one in self.declarations.by_form.get(collapsed(segment.name), []) if one.subjects}
        )
        if owners:
            return ill("R0305", segment.span, nom=segment.name, de=" ou ".join(f"« {one} »" for one in owners))
        return ill("R0306", segment.span, nom=segment.name, sujets=", ".join(f"« {one} »" for one in scope.named))

    def _not_of(self, segment: n.Segment, base: One) -> Exception:
        kind = base.type
        lacking = self._lacking(segment, base)
        if lacking is not None:
            return lacking
        if isinstance(kind, RecordOf):
            known = [
                one.name for one in self.declarations.attributes.values() if one.subjects and one.subjects[0].name == kind.record
            ]
            near = nearest(segment.name, known)
            if near is not None:
                return ill("R0307", segment.span, nom=segment.name, type=french(kind), proche=near)
        return ill("R0308", segment.span, nom=segment.name, type=french(kind))

    def _lacking(self, segment: n.Segment, base: One) -> Exception | None:
        """A quantity of this and of something else that the sentence does not give."""
        given = base.owner_subjects[:1]
        known = len(given) + isinstance(base.type, Date | Month)
        for one in self.declarations.by_form.get(collapsed(segment.name), []):
            if given and one.subjects[:1] == given and len(one.subjects) > known:
                return ill("R0336", segment.span, nom=one.name, sujet=given[0].name, autre=one.subjects[known].name)
        return None


def _this(segment: n.Segment) -> bool:
    return segment.article in ("ce", "cet", "cette")


def _words(path: n.Path) -> str:
    return " de ".join(segment.name for segment in path.segments)


def _split_path(words: str) -> list[str]:
    """The nouns of a path written in words, cut at « de la », « de l'», « du », « des » (a bare « de » belongs to a name)."""
    return [
        part
        for part in words.replace(" de la ", "|").replace(" de l'", "|").replace(" du ", "|").replace(" des ", "|").split("|")
        if part
    ]
