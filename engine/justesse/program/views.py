"""What the decision shows of each subject: the items of the vocabulary's « décision », lowered like any reference."""

from dataclasses import replace

from justesse.diagnostics.diagnostic import Diagnostic
from justesse.program.core import Slot, Value
from justesse.program.declarations import Subject, subjects_of
from justesse.program.program import Program, View, ViewItem
from justesse.program.resolve import Resolver
from justesse.program.terms import Ill, Scope, ill, scope_of
from justesse.syntax import nodes as n
from justesse.syntax.names import collapsed, without_article
from justesse.text.source import Span


def lower_views(program: Program, resolver: Resolver, root: Subject) -> list[Diagnostic]:
    """Fill `program.views`; the mistakes."""
    diagnostics: list[Diagnostic] = []
    for view in program.declarations.views:
        try:
            program.views.append(_view(view.subject, view.items, view.span, resolver, root))
        except Ill as error:
            diagnostics.append(replace(error.diagnostic, span=view.span))
    return diagnostics


def _view(words: str, items: tuple[str, ...], span: Span, resolver: Resolver, root: Subject) -> View:
    subjects = subjects_of(words, resolver.declarations)
    if not subjects:
        raise ill("R0327", span, nom=words)
    scope = scope_of(root, subjects)
    return View(subjects, tuple(_item(item, subjects, scope, span, resolver, root) for item in items))


def _item(words: str, subjects: tuple[Subject, ...], scope: Scope, span: Span, resolver: Resolver, root: Subject) -> ViewItem:
    name = without_article(words)
    for attribute in resolver.declarations.by_form.get(collapsed(name), []):
        if attribute.subjects == subjects and not attribute.is_fact:
            attribute.used = True
            args = tuple(Slot(0) if one == root else Slot(index + 1) for index, one in enumerate(subjects))
            return ViewItem(attribute.name, Value(attribute.key, args), attribute.type, attribute.key)
    term = resolver.one(n.Path((n.Segment(None, collapsed(name), span=span),), span=span), scope)
    return ViewItem(name, term.core, term.type, "")
