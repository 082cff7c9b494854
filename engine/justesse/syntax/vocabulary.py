"""A vocabulary file, text to declarations: records, quantities, groups, parameters, papers, implied paths, views.

Holds names as written, articles stripped and told apart; what a type means is the program's business.
"""

import re
from fractions import Fraction

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.syntax.build_expressions import kids, text_of, tokens_of
from justesse.syntax.declared import (
    Declaration,
    DeclaredField,
    DeclaredName,
    DeclaredType,
    GroupDeclaration,
    ImpliedDeclaration,
    NameKind,
    PaperDeclaration,
    ParameterDeclaration,
    QuantitiesDeclaration,
    RecordDeclaration,
    ViewDeclaration,
)
from justesse.syntax.names import without_article
from justesse.syntax.tables import parser_for
from justesse.text.source import Source, Span
from justesse.values.numbers import read_decimal

_ARTICLE = re.compile(r"(?:les?|la|une?)\s+|l'", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:ils?|elles?)\s+", re.IGNORECASE)
_STATEMENT_END = re.compile(
    r"\.\s*(?=\n\s*\n|\n\s*(?:fiche|on calcule|regroupement|paramètres|pièce|sous-entendus|décision|\[)|\Z)"
)
_COMMENT = re.compile(r"\[[^\[\]]*\]")


def is_vocabulary(source: Source) -> bool:
    """Whether the file declares names rather than rules."""
    return bool(re.match(r"\s*(\[[^\[\]]*\]\s*)*vocabulaire\s*:", source.text))


def parse_vocabulary(source: Source) -> tuple[tuple[Declaration, ...], list[Diagnostic]]:
    """The declarations of a vocabulary file, and its mistakes."""
    parser = parser_for("vocabulaire")
    blanked = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), source.text)
    declarations: list[Declaration] = []
    diagnostics: list[Diagnostic] = []
    start = 0
    for end in [*(found.start() + 1 for found in _STATEMENT_END.finditer(blanked)), len(blanked)]:
        text = blanked[start:end]
        if text.strip():
            _one(source, parser, text, start, declarations, diagnostics)
        start = end
    return tuple(declarations), diagnostics


def _one(source: Source, parser: Lark, text: str, offset: int, into: list[Declaration], out: list[Diagnostic]) -> None:
    try:
        tree = parser.parse(text)
    except UnexpectedInput as error:
        place = min(offset + max(error.pos_in_stream or 0, 0), len(source.text))
        out.append(mistake("R0201", Span(source, place, min(place + 1, len(source.text)))))
        return
    into.extend(_Declarations(source, offset).build(kids(tree)[0]))


class _Declarations:
    """Builds the declarations of one statement."""

    def __init__(self, source: Source, offset: int) -> None:
        self.source = source
        self.offset = offset

    def build(self, tree: Tree[Token]) -> list[Declaration]:
        """The declarations under one statement; a title declares nothing."""
        words = [" ".join(token.split()) for token in tokens_of(tree, "WORDS")]
        match tree.data:
            case "record":
                return [self._record(tree)]
            case "quantities":
                return [QuantitiesDeclaration(words[0], self._fields(tree), self._span(tokens_of(tree, "WORDS")[0]))]
            case "group":
                return [GroupDeclaration(self._name(kids(tree)[0]), words[0], words[1])]
            case "parameters":
                return [self._parameter(kid) for kid in kids(tree)]
            case "paper":
                sender = text_of(tokens_of(tree, "TEXT")[0])
                places = tuple(map(self._span, tokens_of(tree, "WORDS")))
                return [PaperDeclaration(self._name(kids(tree)[0]), sender, tuple(words), places)]
            case "implied":
                pairs = zip(tokens_of(tree, "WORDS")[::2], words[::2], words[1::2], strict=True)
                return [ImpliedDeclaration(without_article(name), path, self._span(token)) for token, name, path in pairs]
            case "decision":
                return [self._view(kid) for kid in kids(tree)]
            case _:
                return []

    def _view(self, tree: Tree[Token]) -> ViewDeclaration:
        subject, *items = [" ".join(token.split()) for token in tokens_of(tree, "WORDS")]
        return ViewDeclaration(subject, tuple(items), self._span(tokens_of(tree, "WORDS")[0]))

    def _record(self, tree: Tree[Token]) -> RecordDeclaration:
        extras = {kid.data: kid for kid in kids(tree) if kid.data in ("period", "case_subject", "unique")}
        unique: tuple[str, ...] = ()
        if "unique" in extras:
            words = " ".join(tokens_of(extras["unique"], "WORDS")[0].split())
            unique = tuple(part.strip() for part in re.split(r"\s+et par\s+", words))
        return RecordDeclaration(
            self._name(kids(tree)[0]), self._fields(tree), "period" in extras, "case_subject" in extras, unique
        )

    def _parameter(self, tree: Tree[Token]) -> ParameterDeclaration:
        name, kind = kids(tree)
        return ParameterDeclaration(self._name(name), _type(kind), " ".join(tokens_of(tree, "WORDS")[0].split()))

    def _fields(self, tree: Tree[Token]) -> tuple[DeclaredField, ...]:
        return tuple(self._field(kid) for kid in kids(tree) if kid.data == "field")

    def _field(self, tree: Tree[Token]) -> DeclaredField:
        name, kind, *details = kids(tree)
        found = {detail.data: detail for detail in details}

        def number(of: str) -> Fraction | None:
            return read_decimal(str(tokens_of(found[of], "NUMBER")[0])) if of in found else None

        default = str(found["default"].children[0]) if "default" in found else None
        order = " ".join(tokens_of(found["order"], "WORDS")[0].split()) if "order" in found else ""
        return DeclaredField(
            self._name(name), _type(kind), "opens" in found, "closes" in found, "may_be_unknown" in found,
            "optional" in found, order, number("at_least"), number("at_most"),
            default.strip("«» ") if default is not None else None, "for_information" in found,
        )  # fmt: skip

    def _name(self, tree: Tree[Token]) -> DeclaredName:
        first, *others = tokens_of(tree, "WORDS")
        words = " ".join(first.split())
        forms = tuple(_PRONOUN.sub("", " ".join(token.split()), count=1) for token in others)
        if _PRONOUN.match(words):
            return DeclaredName("verb", _PRONOUN.sub("", words, count=1), forms, "", self._span(first))
        article = _ARTICLE.match(words)
        if article is None:
            return DeclaredName("adjective", words, forms, "", self._span(first))
        indefinite = article.group().strip().lower() in ("un", "une")
        kind: NameKind = "quality" if indefinite else "noun"
        return DeclaredName(kind, words[article.end() :], forms, article.group().strip(), self._span(first))

    def _span(self, token: Token) -> Span:
        return Span(self.source, self.offset + (token.start_pos or 0), self.offset + (token.end_pos or 0))


def _type(tree: Tree[Token]) -> DeclaredType:
    units = tokens_of(tree, "UNIT", "UNIT_WORD")
    options = tuple(text_of(token) for token in tokens_of(tree, "TEXT"))
    words = tokens_of(tree, "WORDS")
    return DeclaredType(tree.data, str(units[0]) if units else "", options, " ".join(words[0].split()) if words else "")
