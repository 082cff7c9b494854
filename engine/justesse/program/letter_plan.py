"""What a letter says of a decision: which of its lines play which part. Read from the file « courrier » of the rules.

Checked against what the decision shows. It words nothing: the sentences are checked by `letter_words.py`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from justesse.diagnostics.diagnostic import Diagnostic
from justesse.program.declarations import Attribute, Declarations, Subject
from justesse.program.schema_check import check_schema
from justesse.program.shown_names import Lines, amounts, read_name
from justesse.program.types import Choice, Date, Month, is_amount
from justesse.text.positioned_yaml import Mapping, Node, Scalar, Sequence
from justesse.text.source import Span


@dataclass(frozen=True, slots=True)
class Totals:
    """Names of lines shown of the subject of the case."""

    before: str
    paid: str
    to_person: str
    to_others: str


@dataclass(frozen=True, slots=True)
class Periods:
    """A record whose amounts are listed; `paid` is what is received for it; `told`: a line of it, and the values to tell."""

    record: str
    paid: str
    amounts: tuple[str, ...]
    told: tuple[str, tuple[str, ...]] = ("", ())


@dataclass(frozen=True, slots=True)
class Days:
    """Names of lines shown of each day, and their values.

    `paying`: the value of a paid day; `others`: who may be paid instead of the subject of the case, the last for several at once.
    """

    line: str
    options: tuple[str, ...]
    paying: str
    amount: str
    payee: str
    payees: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Earned:
    """Two quantities, by their keys: what a month or a pay gave, and what of it counted for an owner of days."""

    earned: str
    counted: str


@dataclass(frozen=True, slots=True)
class WordExplained:
    """A word of the letter; `days` are the values of days that call for it, none when it is always explained."""

    word: str
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Appeal:
    """A time limit in months, what stands for a day that the last month lacks (« dernier », « suivant »), its sources."""

    months: int
    missing: str
    source: str


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """Everything `rules/courrier.yaml` says.

    `unless`: dates of the subject of the case with which no letter is written; `grounds`: a record and the lines that explain a
    daily amount; `earned`: what that record took of each month or pay; `notices`: those that concern the person, not only
    the agent, by their identifiers.
    """

    unless: tuple[str, ...]

    totals: Totals
    periods: Periods
    days: Days
    grounds: tuple[str, tuple[str, ...]]
    earned: tuple[Earned, ...]
    notices: tuple[str, ...]
    words: tuple[WordExplained, ...]
    appeal: Appeal
    short: tuple[str, ...]
    span: Span


def read_letter(
    tree: Node, declared: Declarations, days: Lines, records: dict[str, Lines], notices: Iterable[str]
) -> tuple[LetterPlan | None, list[Diagnostic]]:
    """The plan of a file « courrier », or None with every name that the decision does not show; `records`: lines by record.

    `notices`: the identifiers of those that the rules may raise.
    """
    problems = check_schema(tree, "courrier")
    if problems or not isinstance(tree, Mapping):
        return None, problems
    reader = _Reader(declared, days, records, list(notices))
    plan = reader.plan(tree)
    return (None if reader.problems else plan), reader.problems


class _Reader:
    def __init__(self, declared: Declarations, days: Lines, records: dict[str, Lines], notices: list[str]) -> None:
        self.declared = declared
        self.root = declared.root
        facts = declared.records[declared.root].facts
        self.dates = [name for name, fact in facts.items() if isinstance(fact.type, Date)]
        self.shown = days
        self.records = records
        self.notices = notices
        self.problems: list[Diagnostic] = []

    def plan(self, tree: Mapping) -> LetterPlan:
        """The file, part by part."""
        days = self.days(_part(tree, "jours"))
        words = tuple(self.word(one, days) for one in _listed(tree, "mots") if isinstance(one, Mapping))
        grounds = self.grounds(_part(tree, "calcul"))
        earned = tuple(self.earned(one, grounds[0]) for one in _listed(tree, "gains") if isinstance(one, Mapping))
        short = tuple(one.text for one in _listed(tree, "facile à lire") if isinstance(one, Scalar))
        return LetterPlan(
            tuple(self.name(one, self.dates, f"une date de « {self.root} »") for one in _listed(tree, "sans courrier")),
            self.totals(_part(tree, "totaux")),
            self.periods(_part(tree, "périodes")),
            days,
            grounds,
            earned,
            tuple(self.name(one, self.notices, "un signalement des règles") for one in _listed(tree, "signalements")),
            words,
            _appeal(_part(tree, "recours")),
            short,
            tree.span,
        )

    def totals(self, part: Mapping) -> Totals:
        shown = amounts(self.records.get(self.root, {}))
        keys = ("avant retenues", "versé", "à la personne", "à d'autres")
        return Totals(*(self.name(part.get(key), shown, "un montant que la décision montre du dossier") for key in keys))

    def periods(self, part: Mapping) -> Periods:
        record = self.name(part.get("fiche"), self.records, "une fiche que la décision montre")
        shown = amounts(self.records.get(record, {}))
        expected = f"un montant que la décision montre de « {record} »"
        listed = tuple(self.name(one, shown, expected) for one in _listed(part, "montants"))
        told = part.get("à dire")
        said = self.told(told, record) if isinstance(told, Mapping) else ("", ())
        return Periods(record, self.name(part.get("versé"), shown, expected), listed, said)

    def told(self, part: Mapping, record: str) -> tuple[str, tuple[str, ...]]:
        lines = self.records.get(record, {})
        choices = {name: kind.options for name, kind in lines.items() if isinstance(kind, Choice)}
        line = self.name(part.get("ligne"), choices, f"un choix que la décision montre de « {record} »")
        expected = f"une valeur de « {line} »"
        return line, tuple(self.name(one, choices.get(line, ()), expected) for one in _listed(part, "valeurs"))

    def days(self, part: Mapping) -> Days:
        choices = {name: kind.options for name, kind in self.shown.items() if isinstance(kind, Choice)}
        line, payee = (self.name(part.get(key), choices, _OF_DAYS) for key in ("ligne", "destinataire"))
        options = choices.get(line, ())
        return Days(
            line,
            options,
            self.name(part.get("payé"), options, f"une valeur de « {line} »"),
            self.name(part.get("montant"), amounts(self.shown), "un montant que la décision montre de chaque jour"),
            payee,
            choices.get(payee, ()),
            tuple(self.name(one, choices.get(payee, ()), f"une valeur de « {payee} »") for one in _listed(part, "autres")),
        )

    def grounds(self, part: Mapping) -> tuple[str, tuple[str, ...]]:
        record = self.name(part.get("fiche"), self.records, "une fiche que la décision montre")
        shown = amounts(self.records.get(record, {}))
        expected = f"un montant que la décision montre de « {record} »"
        return record, tuple(self.name(one, shown, expected) for one in _listed(part, "lignes"))

    def earned(self, part: Mapping, record: str) -> Earned:
        """What counted is of the record and of a month or a record with days; what was earned of the latter, with or without."""
        of_both = {one.name: one for one in self.amounts_of(2) if any(subject.name == record for subject in one.subjects)}
        expected = f"un montant que les règles calculent pour « {record} » et un mois, ou une fiche qui a des jours"
        counted = of_both.get(self.name(part.get("compté"), of_both, expected))
        subjects = counted.subjects if counted is not None else ()
        dated = [subject for subject in subjects if subject.name != record]
        near = {
            one.name: one.key
            for one in (*self.amounts_of(1), *self.amounts_of(2))
            if set(dated) <= set(one.subjects) <= set(subjects)
        }
        name = self.name(part.get("gagné"), near, "un montant calculé pour les mêmes sujets") if counted is not None else ""
        return Earned(near.get(name, ""), counted.key if counted is not None else "")

    def amounts_of(self, subjects: int) -> Iterator[Attribute]:
        """What rules compute in money for so many subjects, one of which has days."""
        for one in self.declared.attributes.values():
            if not one.is_fact and is_amount(one.type) and len(one.subjects) == subjects:
                yield from [one] if any(map(self.has_days, one.subjects)) else []

    def has_days(self, subject: Subject) -> bool:
        record = self.declared.records.get(subject.name)
        return isinstance(subject.kind, Month) or (record is not None and record.period)

    def word(self, part: Mapping, days: Days) -> WordExplained:
        called = tuple(self.name(one, days.options, f"une valeur de « {days.line} »") for one in _listed(part, "jours"))
        return WordExplained(part.text_of("mot"), called)

    def name(self, node: Node | None, known: Iterable[str], expected: str) -> str:
        """A name that must be among those known."""
        return read_name(node, known, expected, self.problems)


_OF_DAYS = "un choix que la décision montre de chaque jour"


def _appeal(part: Mapping) -> Appeal:
    missing = "dernier" if part.text_of("quantième manquant") == "dernier jour du mois" else "suivant"
    return Appeal(int(part.text_of("mois")), missing, part.text_of("source"))


def _part(tree: Mapping, key: str) -> Mapping:
    found = tree.get(key)
    assert isinstance(found, Mapping)
    return found


def _listed(tree: Mapping, key: str) -> tuple[Node, ...]:
    found = tree.get(key)
    return tuple(found.items) if isinstance(found, Sequence) else ()
