"""From the parser's tree of statements to the nodes of the language. Adds no meaning.

Expressions and conditions are built by the sibling module; this one builds headers, statements, definitions, tables.
"""

from typing import Literal

from lark import Token, Tree

from justesse.diagnostics.diagnostic import mistake
from justesse.syntax import nodes as n
from justesse.syntax.build_expressions import ExpressionBuilder, comparator, kids, read_day, state_of, text_of, tokens_of

Node = Tree[Token]


class Builder(ExpressionBuilder):
    """Builds one statement."""

    def statement(self, tree: Node) -> n.Statement:
        """The statement under the root."""
        (body,) = kids(tree)
        match body.data:
            case "title":
                return n.Title(text_of(tokens_of(body, "TEXT")[0]), self.span(body))
            case "rule":
                return n.Rule(
                    self.header(body), self.sentence(self._one(body, "sentence")), self._messages(body), self.span(body)
                )
            case "exception":
                targets = tuple(str(token) for token in tokens_of(body, "ID")[1:])
                sentence = self.sentence(self._one(body, "sentence"))
                return n.ExceptionRule(self.header(body), targets, sentence, self._messages(body), self.span(body))
            case "table":
                return self._table(body)
            case "interpretation":
                return self._interpretation(body)
            case _:
                return self._notice(body)

    # --- headers -------------------------------------------------------------------------------------

    def header(self, body: Node) -> n.Header:
        """Identifier, sources and clauses."""
        clauses = {name: [kid for kid in kids(body) if kid.data == name] for name in _CLAUSES}
        clocks = tuple(self._clock(clock) for clause in clauses["applicable"] for clock in kids(clause))
        reading = [self._reading(clause) for clause in clauses["reading"]]
        priorities = tuple(str(token) for clause in clauses["priority"] for token in tokens_of(clause, "ID"))
        priority_sources = tuple(text for clause in clauses["priority"] for one in kids(clause) for text in _sources(one))
        missing = [self._missing_day(clause) for clause in clauses["missing_day"]]
        judges = [text_of(tokens_of(clause, "TEXT")[0]) for clause in clauses["judged_by"]]
        identifier = tokens_of(body, "ID")[0]
        return n.Header(
            str(identifier), _sources(self._one(body, "source")), clocks, reading[0] if reading else None, priorities,
            priority_sources, missing[0] if missing else None, judges[0] if judges else None, self.token_span(identifier),
        )  # fmt: skip

    def _clock(self, clock: Node) -> n.Clock:
        start: int | None = None
        end: int | None = None
        side = ""
        for kid in clock.children:
            if isinstance(kid, Token) and kid.type in ("FROM_DATE", "UNTIL"):
                side = kid.type
            elif isinstance(kid, Token) and kid.type == "DATE":
                day = self.day(kid)
                start, end = (day, end) if side == "FROM_DATE" else (start, day)
        return n.Clock(self.reference(kids(clock)[0]), start, end, self.span(clock))

    def _reading(self, clause: Node) -> tuple[str, str]:
        return text_of(tokens_of(clause, "TEXT")[0]), str(tokens_of(clause, "ID")[0])

    def _missing_day(self, clause: Node) -> Literal["dernier", "suivant"]:
        words = text_of(tokens_of(clause, "TEXT")[0])
        if words not in _MISSING_DAY:
            self.diagnostics.append(mistake("R0114", self.span(clause), lu=words))
        return _MISSING_DAY.get(words, "dernier")

    def _messages(self, body: Node) -> tuple[n.Message, ...]:
        found = [kid for kid in kids(body) if kid.data in ("reads", "else_reads")]
        return tuple(n.Message(kid.data == "reads", text_of(tokens_of(kid, "TEXT")[0]), self.span(kid)) for kid in found)

    def _one(self, body: Node, name: str) -> Node:
        return next(kid for kid in kids(body) if kid.data == name)

    # --- statements ----------------------------------------------------------------------------------

    def _table(self, body: Node) -> n.Table:
        key = next(kid for kid in kids(body) if kid.data in ("ref", "ref_for", "ref_before"))
        rows = tuple(self._row(kid) for kid in kids(body) if kid.data == "row")
        context = self.context(self._one(body, "context"))
        return n.Table(self.header(body), context, self.reference(key), rows, self._messages(body), self.span(body))

    def _row(self, row: Node) -> n.Row:
        key, *cells = kids(row)
        choices = tuple(text_of(token) for token in tokens_of(key, "TEXT"))
        lowest = self.number(kids(key)[0]) if key.data == "key_from" else None
        return n.Row(choices, lowest, tuple(self._cell(cell) for cell in cells), self.span(row))

    def _cell(self, cell: Node) -> n.Define | n.DefineChoice:
        target = self.reference(kids(cell)[0])
        match cell.data:
            case "cell_equal":
                return n.Define(target, self.expression(kids(cell)[1]))
            case "cell_of":
                return n.Define(target, self.number(kids(cell)[1]), short=True)
            case _:
                return n.DefineChoice(target, text_of(tokens_of(cell, "TEXT")[0]))

    def _interpretation(self, body: Node) -> n.Interpretation:
        fields = tuple(
            (str(tokens_of(kid, "FIELD")[0]).lower(), text_of(tokens_of(kid, "TEXT")[0]))
            for kid in kids(body)
            if kid.data == "reading_field"
        )
        return n.Interpretation(self.header(body), text_of(tokens_of(body, "TEXT")[0]), fields, self.span(body))

    def _notice(self, body: Node) -> n.Notice:
        notice = self._one(body, "notice")
        kind: Literal["warning", "out-of-scope"] = "warning" if body.data == "warning" else "out-of-scope"
        contexts = [self.context(kid) for kid in kids(notice) if kid.data == "context"]
        text = text_of(tokens_of(notice, "TEXT")[0])
        return n.Notice(
            kind, self.header(body), contexts[0] if contexts else (), text, self.condition_after_if(notice), self.span(body)
        )

    # --- sentences -----------------------------------------------------------------------------------

    def sentence(self, tree: Node) -> n.Sentence:
        """Context, definition, condition."""
        contexts = [self.context(kid) for kid in kids(tree) if kid.data == "context"]
        definition = next(kid for kid in kids(tree) if kid.data in _DEFINITIONS)
        return n.Sentence(
            contexts[0] if contexts else (), self._definition(definition), self.condition_after_if(tree), self.span(tree)
        )

    def context(self, tree: Node) -> tuple[n.Path, ...]:
        """The subjects of « pour chaque … et chaque … »."""
        return tuple(self.path(kid) for kid in kids(tree))

    def condition_after_if(self, tree: Node) -> n.Condition | None:
        """What follows « si », or None."""
        for index, kid in enumerate(tree.children):
            if isinstance(kid, Token) and kid.type == "IF":
                return self.condition(tree.children[index + 1])  # type: ignore[arg-type]
        return None

    def _definition(self, tree: Node) -> n.Definition:
        parts = kids(tree)
        match tree.data:
            case "define":
                value = parts[1]
                short = value.data in ("number", "percent") and bool(tokens_of(tree, "OF"))
                return n.Define(self.reference(parts[0]), self.expression(value), short)
            case "define_choice":
                return n.DefineChoice(self.reference(parts[0]), text_of(tokens_of(tree, "TEXT")[0]))
            case "define_state":
                return n.DefineState(self.reference(parts[0]), state_of(tokens_of(tree, "STATE")[0]))
            case "designate" | "deny":
                return n.Designate(self.reference(parts[0]), self.nominal(parts[1]), tree.data == "deny")
            case "affirm_verb" | "deny_verb":
                verb = tokens_of(tree, "VERB", "VERB_NOT")[0]
                return n.Affirm(self.reference(parts[0]), str(verb), tree.data == "deny_verb")
            case "supply":
                return n.Supply(self.reference(parts[0]), self.expression(parts[1]))
            case _:
                return n.Lift()


_CLAUSES = ("applicable", "reading", "priority", "missing_day", "judged_by")
_MISSING_DAY: dict[str, Literal["dernier", "suivant"]] = {
    "dernier jour du mois": "dernier",
    "premier jour du mois suivant": "suivant",
}
_DEFINITIONS = frozenset(
    {"define", "define_choice", "designate", "define_state", "deny", "affirm_verb", "deny_verb", "supply", "lift"}
)

__all__ = ["Builder", "comparator", "read_day"]


def _sources(tree: Node) -> tuple[str, ...]:
    return tuple(" ".join(token.split()) for token in tokens_of(tree, "SOURCE_TEXT"))
