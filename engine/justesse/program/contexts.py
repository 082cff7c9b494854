"""Of what a sentence speaks: its subjects, and the quantity it defines for them. Lowers nothing."""

from justesse.program.declarations import Attribute, Declarations, Subject
from justesse.program.terms import Scope, ill, scope_of
from justesse.program.types import Choice, Date, ListOf, Month, RecordOf, YesNo
from justesse.syntax import nodes as n
from justesse.syntax.names import collapsed


class Contexts:
    """Finds subjects and targets among the declarations."""

    def __init__(self, declarations: Declarations) -> None:
        self.declarations = declarations
        self.root = Subject(declarations.root, RecordOf(declarations.root))

    # --- subjects ------------------------------------------------------------------------------------

    def subjects(self, context: tuple[n.Path, ...]) -> tuple[Subject, ...]:
        """The subjects of « pour chaque … et chaque … », in written order."""
        found: list[Subject] = []
        for path in context:
            for one in self._subjects_of(path):
                if one not in found:
                    found.append(one)
        return tuple(found)

    def _subjects_of(self, path: n.Path) -> list[Subject]:
        *inner, last = path.segments
        base = self.declarations.record_of(last.name)
        if base is None:
            choice = next(
                (a for a in self.declarations.by_form.get(collapsed(last.name), []) if isinstance(a.type, Choice)), None
            )
            if choice is None:
                raise ill("R0327", path.span, nom=last.name)
            return [Subject(choice.name, choice.type)]
        first = Subject(base.name, RecordOf(base.name))
        if not inner:
            return [first]
        name = collapsed(inner[0].name)
        if name in ("jour", "jours"):
            return [first, Subject("jour", Date())]
        listed = next(
            (a for a in self.declarations.by_form.get(name, []) if a.type == ListOf(Month()) and a.subjects == (first,)), None
        )
        if listed is not None:
            listed.used = True
            return [first, Subject(listed.name, Month(), listed.name)]
        record = self.declarations.record_of(name)
        if record is None:
            raise ill("R0327", path.span, nom=inner[0].name)
        own = Subject(record.name, RecordOf(record.name))
        return [own] if first == self.root else [first, own]

    def target(self, header: n.Header, sentence: n.Sentence) -> tuple[Attribute, Scope]:
        """The quantity that the sentence defines and the scope of its subjects, in declared order."""
        subjects = self.subjects(sentence.context) if sentence.context else (self.root,)
        definition = sentence.definition
        if isinstance(definition, n.Lift):
            raise ill("R0331", sentence.span)
        path = definition.target
        attribute = self._defines(definition, path, subjects)
        if attribute.is_fact:
            raise ill("R0328", path.span, nom=attribute.name)
        return attribute, scope_of(self.root, attribute.subjects, header.missing_day)

    def _defines(self, definition: n.Definition, path: n.Path, subjects: tuple[Subject, ...]) -> Attribute:
        wanted = frozenset(subjects)
        names = [collapsed(path.segments[0].name)]
        if isinstance(definition, n.Designate) and isinstance(definition.listing, n.Listing):
            names = [collapsed(definition.listing.path.segments[0].name), *names]
        if isinstance(definition, n.Affirm):
            names = [collapsed(definition.verb)]
        for position, name in enumerate(names):
            for attribute in self.declarations.by_form.get(name, []):
                predicate = (
                    isinstance(definition, n.Affirm | n.Designate)
                    and position == 0
                    and len(names) + isinstance(definition, n.Affirm) > 1
                )
                if predicate and attribute.type != YesNo():
                    continue
                if frozenset(attribute.subjects) == wanted:
                    return attribute
        known = [a for name in names for a in self.declarations.by_form.get(name, [])]
        if known:
            declared = " et ".join(f"« {one.name} »" for one in known[0].subjects)
            raise ill(
                "R0329",
                path.span,
                nom=known[0].name,
                sujets=declared,
                contexte=" et ".join(f"« {one.name} »" for one in subjects),
            )
        raise ill("R0330", path.span, nom=path.segments[0].name)
