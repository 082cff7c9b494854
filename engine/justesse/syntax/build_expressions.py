"""From the parser's tree to expressions, conditions, lists, windows and references. Adds no meaning."""

from fractions import Fraction
from typing import Literal

from lark import Token, Tree

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.syntax import nodes as n
from justesse.text.source import Source, Span
from justesse.values.calendar import day_of
from justesse.values.numbers import read_decimal

Node = Tree[Token]
Op = Literal["=", "≠", "<", "≤", ">", "≥"]
StateName = Literal["unknown", "judge", "nothing"]

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_PARTS = {"moitié": Fraction(1, 2), "tiers": Fraction(1, 3), "trois quarts": Fraction(3, 4), "quart": Fraction(1, 4),
          "double": Fraction(2)}  # fmt: skip
_AGGREGATES: tuple[tuple[str, Literal["sum", "count", "mean", "greatest", "least", "earliest", "latest"]], ...] = (
    ("somme", "sum"), ("nombre", "count"), ("moyenne", "mean"), ("plus ancien", "earliest"), ("plus récent", "latest"),
    ("plus grand", "greatest"), ("plus petit", "least"),
)  # fmt: skip
_RANKS: tuple[tuple[str, Literal["first", "last", "second", "third"]], ...] = (
    ("premi", "first"), ("derni", "last"), ("deuxi", "second"), ("troisi", "third"),
)  # fmt: skip


def kids(tree: Node) -> list[Node]:
    """The sub-trees of a node, tokens left out."""
    return [kid for kid in tree.children if isinstance(kid, Tree)]


def tokens_of(tree: Node, *kinds: str) -> list[Token]:
    """The tokens of these kinds directly under a node."""
    return [kid for kid in tree.children if isinstance(kid, Token) and kid.type in kinds]


def text_of(token: Token) -> str:
    """What stands between the guillemets."""
    return " ".join(token.strip("«»").split())


def state_of(token: Token) -> StateName:
    """« inconnu », « à apprécier », « sans objet »."""
    word = token.lower()
    return "unknown" if word.startswith("inconnu") else "judge" if word.startswith("à") else "nothing"


def comparator(words: str) -> Op:
    """The relation that a comparator names. « supérieur » alone is strict, as in French law."""
    words = words.lower()
    if words.startswith("égal") or words == "égaux":
        return "="
    if words.startswith("au moins"):
        return "≥"
    if words.startswith("au plus"):
        return "≤"
    above = "sup" in words or "post" in words
    return ("≥" if above else "≤") if "ou éga" in words else (">" if above else "<")


def read_day(words: str) -> int | None:
    """« le 1er avril 2025 » as a day number, None when it does not exist."""
    parts = words.lower().split()
    parts = parts[1:] if parts[0] in ("le", "la") else parts
    return day_of(int(parts[2]), MONTHS.index(parts[1]) + 1, int(parts[0].removesuffix("er")))


class ExpressionBuilder:
    """Builds expressions; `diagnostics` gathers what only building can see (a date that does not exist)."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.diagnostics: list[Diagnostic] = []

    def span(self, tree: Node) -> Span:
        """The place of a node."""
        meta = tree.meta
        return Span(self.source, meta.start_pos, meta.end_pos) if not meta.empty else Span(self.source, 0, 0)

    def token_span(self, token: Token) -> Span:
        """The place of a token."""
        return Span(self.source, token.start_pos or 0, token.end_pos or 0)

    def day(self, token: Token) -> int:
        """The day of a date literal; an impossible one is reported."""
        found = read_day(str(token))
        if found is None:
            self.diagnostics.append(mistake("R0115", self.token_span(token), lu=str(token)))
        return found or 1

    # --- expressions ---------------------------------------------------------------------------------

    def expression(self, tree: Node) -> n.Expression:
        """Any expression, point or simple value."""
        parts = kids(tree)
        place = self.span(tree)
        match tree.data:
            case "number" | "percent":
                return self.number(tree)
            case "date":
                return n.DateLiteral(self.day(tokens_of(tree, "DATE")[0]), place)
            case "ref" | "ref_for" | "ref_before":
                return self.reference(tree)
            case "add" | "subtract" | "multiply" | "divide":
                op = _OPERATIONS[tree.data]
                return n.Operation(op, self.expression(parts[0]), self.expression(parts[1]), place)
            case "percent_of" | "part_of":
                return self._share(tree)
            case "at_most" | "at_least":
                return self._bounded(tree)
            case "rounded":
                return self._rounded(tree)
            case "after" | "before":
                return self._shifted(tree)
            case "in_force":
                return n.InForce(self.reference(parts[0]), self.expression(parts[1]), place)
            case "aggregate":
                return self._aggregate(tree)
            case "extremum":
                return self._extremum(tree)
            case _:  # a parenthesis
                return self.expression(parts[0])

    def number(self, tree: Node) -> n.Number:
        """« 91,25 jours », « 50 % »."""
        token = tokens_of(tree, "NUMBER")[0]
        value = read_decimal(str(token))
        if value is None:
            self.diagnostics.append(mistake("R0116", self.token_span(token), lu=str(token)))
        units = tokens_of(tree, "UNIT")
        percent = tree.data == "percent"
        known = value or Fraction(0)
        return n.Number(known / 100 if percent else known, str(units[0]) if units else None, percent, self.span(tree))

    def _share(self, tree: Node) -> n.Share:
        of = self.expression(kids(tree)[0])
        if tree.data == "percent_of":
            token = tokens_of(tree, "NUMBER")[0]
            return n.Share((read_decimal(str(token)) or Fraction(0)) / 100, f"{token} %", of, self.span(tree))
        words = str(tokens_of(tree, "PART")[0])
        factor = next(value for part, value in sorted(_PARTS.items(), key=lambda one: -len(one[0])) if part in words.lower())
        return n.Share(factor, words, of, self.span(tree))

    def _bounded(self, tree: Node) -> n.Bounded:
        value, bound = (self.expression(kid) for kid in kids(tree))
        words = str(tokens_of(tree, "UP_TO", "AT_MOST", "AT_LEAST")[0])
        return n.Bounded("most" if tree.data == "at_most" else "least", value, bound, words, self.span(tree))

    def _rounded(self, tree: Node) -> n.Rounded:
        words = str(tokens_of(tree, "ROUND")[0]).lower()
        step = Fraction(1, 100) if "centime" in words else Fraction(1)
        mode: Literal["nearest", "down"] = "down" if words.startswith("tronqu") else "nearest"
        value, *sources = kids(tree)
        cited = tuple(" ".join(token.split()) for one in sources for token in tokens_of(one, "SOURCE_TEXT"))
        return n.Rounded(mode, step, self.expression(value), cited, self.span(tree))

    def _shifted(self, tree: Node) -> n.Shifted:
        amount, point = kids(tree)
        shift = self.number(amount) if amount.data in ("number", "percent") else self.reference(amount)
        return n.Shifted(shift, 1 if tree.data == "after" else -1, self.expression(point), self.span(tree))

    def _aggregate(self, tree: Node) -> n.Aggregate:
        words = str(tokens_of(tree, "AGGREGATE")[0]).lower()
        kind = next(kind for word, kind in _AGGREGATES if word in words)
        return n.Aggregate(kind, self.listing(kids(tree)[0]), self.span(tree))

    def _extremum(self, tree: Node) -> n.Extremum:
        words = str(tokens_of(tree, "EXTREMUM")[0])
        kind: Literal["least", "greatest"] = "least" if "petit" in words.lower() or "précoce" in words.lower() else "greatest"
        return n.Extremum(kind, words, tuple(self.expression(kid) for kid in kids(tree)), self.span(tree))

    # --- lists and windows ---------------------------------------------------------------------------

    def listing(self, tree: Node) -> n.Listing:
        """A list, its filters and its window."""
        parts = kids(tree)
        filters = [self._criterion(kid) for one in parts if one.data == "filter" for kid in kids(one)]
        windows = [self.window(one) for one in parts if one.data.startswith("window")]
        return n.Listing(self.reference(parts[0]), tuple(filters), windows[0] if windows else None, self.span(tree))

    def nominal(self, tree: Node) -> n.Listing | n.UnitsWindow:
        """A list, or « les 3 mois civils précédant D »."""
        if tree.data == "calendar_units":
            return self._units_window(tree)
        return self.listing(kids(tree)[0])

    def window(self, tree: Node) -> n.Window:
        """Any window."""
        excluded = bool(tokens_of(tree, "EXCLUDED"))
        parts = kids(tree)
        match tree.data:
            case "window_units":
                return self._units_window(tree)
            case "window_period":
                return n.PeriodWindow(self.reference(parts[0]), self.span(tree))
            case "window_span":
                return n.SpanWindow(self.expression(parts[0]), self.expression(parts[1]), excluded, self.span(tree))
            case _:
                return n.SpanWindow(None, self.expression(parts[0]), excluded, self.span(tree))

    def _units_window(self, tree: Node) -> n.UnitsWindow:
        (edge,) = kids(tree)
        count = int(read_decimal(str(tokens_of(tree, "NUMBER")[0])) or 0)
        side: Literal["preceding", "following", "ending", "starting"] = edge.data  # type: ignore[assignment]
        unit = str(tokens_of(tree, "UNIT")[0])
        return n.UnitsWindow(
            count, unit, side, self.expression(kids(edge)[0]), bool(tokens_of(tree, "EXCLUDED")), self.span(tree)
        )

    def _criterion(self, tree: Node) -> n.Criterion:
        if tree.data == "criterion":
            tree = kids(tree)[0]
        parts = kids(tree)
        place = self.span(tree)
        negated = tree.data.endswith("_not")
        if tree.data.startswith("whose"):
            subject = self.reference(parts[0])
            if tree.data == "whose_relation":
                return n.Criterion(subject, self._relates(tree, parts[1]), place)
            return n.Criterion(subject, n.Test(self.predicate(parts[1]), negated), place)
        if tree.data in ("which_verb", "which_verb_not"):
            verb = str(tokens_of(tree, "VERB", "VERB_NOT")[0])
            return n.Criterion(None, n.Test(n.HasVerb(verb), negated), place)
        if tree.data == "which_relation":
            return n.Criterion(None, self._relates(tree, parts[0]), place)
        return n.Criterion(None, n.Test(self.predicate(parts[0]), negated), place)

    def _relates(self, tree: Node, other: Node) -> n.Test:
        word = tokens_of(tree, "RELATION", "RELATION_NOT")[0]
        relation: Literal["covers", "overlaps"] = "covers" if "couvre" in word.lower() else "overlaps"
        return n.Test(n.Relates(relation, self.expression(other)), word.type == "RELATION_NOT")

    # --- conditions ----------------------------------------------------------------------------------

    def condition(self, tree: Node) -> n.Condition:
        """A single atom or one level of all / any."""
        match tree.data:
            case "and_chain" | "all_of":
                return n.Condition("all", self._atoms(tree), self.span(tree))
            case "or_chain" | "any_of":
                return n.Condition("any", self._atoms(tree), self.span(tree))
            case _:
                return n.Condition("all", (self.atom(tree),), self.span(tree))

    def _atoms(self, tree: Node) -> tuple[n.Atom, ...]:
        return tuple(self.atom(kid) for kid in kids(tree))

    def atom(self, tree: Node) -> n.Atom:
        """One elementary condition."""
        parts = kids(tree)
        place = self.span(tree)
        match tree.data:
            case "exists" | "exists_not":
                return n.Exists(self.listing(parts[0]), tree.data == "exists_not", place)
            case "verb" | "verb_not":
                verb = str(tokens_of(tree, "VERB", "VERB_NOT")[0])
                return n.Holds(self.expression(parts[0]), n.Test(n.HasVerb(verb), tree.data == "verb_not"), place)
            case "relation" | "relation_not":
                return n.Holds(self.expression(parts[0]), self._relates(tree, parts[1]), place)
            case _:
                test = n.Test(self.predicate(parts[1]), tree.data == "holds_not")
                return n.Holds(self.expression(parts[0]), test, place)

    def predicate(self, tree: Node) -> n.Predicate:
        """What follows « est » or « n'est pas »."""
        parts = kids(tree)
        match tree.data:
            case "compared":
                words = str(tokens_of(tree, "EQUAL", "COMPARATOR")[0])
                return n.Compared(comparator(words), self.expression(parts[0]), words)
            case "different":
                return n.Compared("≠", self.expression(parts[0]), "différent")
            case "amounts_to":
                return n.Compared("=", self.number(parts[0]), "de")
            case "within":
                return n.Within(self.window(parts[0]))
            case "between":
                return n.BetweenDates(self.expression(parts[0]), self.expression(parts[1]))
            case "among" | "is_choice":
                return n.Among(tuple(text_of(token) for token in tokens_of(tree, "TEXT")))
            case "is_state":
                return n.IsState(state_of(tokens_of(tree, "STATE")[0]))
            case _:
                return self._is_a(parts[0])

    def _is_a(self, tree: Node) -> n.IsA:
        if tree.data == "nominal":
            return n.IsA(self.listing(kids(tree)[0]))
        if tree.data == "calendar_units":
            self.diagnostics.append(mistake("R0117", self.span(tree)))
            return n.IsA(n.Listing(n.Path((n.Segment(None, "jour"),)), (), None, self.span(tree)))
        return n.IsA(n.Listing(self.reference(tree), (), None, self.span(tree)))

    # --- references ----------------------------------------------------------------------------------

    def reference(self, tree: Node) -> n.Path:
        """A path with what follows « pour » or « précédant »."""
        paths = [self.path(kid) for kid in kids(tree)]
        match tree.data:
            case "ref_for":
                return n.Path(paths[0].segments, paths[1], None, self.span(tree))
            case "ref_before":
                return n.Path(paths[0].segments, None, paths[1], self.span(tree))
            case _:
                return paths[0]

    def path(self, tree: Node) -> n.Path:
        """Segments joined by « de »."""
        return n.Path(tuple(self._segment(kid) for kid in kids(tree)), None, None, self.span(tree))

    def _segment(self, tree: Node) -> n.Segment:
        articles = tokens_of(tree, "ARTICLE")
        name = tokens_of(tree, "NAME")[0]
        rank: Literal["first", "last", "second", "third"] | None = None
        count: int | None = None
        for kid in kids(tree):
            word = tokens_of(kid, "ORDINAL")[0].lower()
            rank = next(value for start, value in _RANKS if word.startswith(start))
            numbers = tokens_of(kid, "NUMBER")
            count = int(read_decimal(str(numbers[0])) or 0) if numbers else None
        neighbour: Literal[-1, 0, 1] = -1 if tokens_of(tree, "PREVIOUS") else 1 if tokens_of(tree, "FOLLOWING") else 0
        article = str(articles[0]).lower() if articles else None
        return n.Segment(article, str(name), rank, count, neighbour, self.span(tree))


_OPERATIONS: dict[str, Literal["+", "-", "*", "/"]] = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/"}
