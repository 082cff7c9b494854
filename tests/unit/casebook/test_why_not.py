"""What is refused and what would change it: each proposal is made again, as `et-si` would, and must change it."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import chain
from pathlib import Path

import pytest
from tests.second_opinion.compare import shipped_program

from justesse.casebook.change_words import told
from justesse.casebook.dossiers import read_dossiers
from justesse.casebook.smallest import MOST, smallest
from justesse.casebook.trial import outcome_of, written
from justesse.casebook.what_if import changed_case
from justesse.casebook.why_not import PATIENCE, Changed, Refusal, why_not
from justesse.cli.opening import tree_of
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.explanation.decisive import decisive
from justesse.program.load import load_program
from justesse.program.program import Program
from justesse.text.positioned_yaml import Mapping, read_yaml
from justesse.text.source import Source
from justesse.values.calendar import read_day

VOCABULARY = """\
vocabulaire : « Primes d'une bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - l'âge, une durée en ans ;
  - le seuil, un montant en €, au moins 0 ;
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début ;
  - les mois de service, une liste de fiches mois de service, dans l'ordre de leur mois.

fiche prêt (prêts), période :
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période ;
  - la date d'envoi, une date ;
  - le tarif, un montant en €/jour, au moins 0 ;
  - perdu, oui ou non, non par défaut ;
  - le genre, un choix parmi « roman » ou « atlas » ou « revue », « roman » par défaut ;
  - la cote, un choix parmi « haute » ou « basse », « haute » par défaut, pour information.

fiche mois de service (mois de service), une seule par mois :
  - le mois, un mois civil ;
  - les heures, une durée en heures, au moins 0 ;
  - le don (dons), un montant en €, au moins 0.

on calcule pour chaque lecteur :
  - les heures données, une durée en heures ;
  - les dons reçus, un montant en € ;
  - bienfaiteur, oui ou non ;
  - le total, un montant en €.

on calcule pour chaque jour de prêt :
  - un jour admis (jours admis), oui ou non ;
  - la sorte, un choix parmi « admis » ou « refusé » ;
  - la prime (primes), un montant en €/jour.

pièce relevé de service (relevés de service), envoyée par « le guichet » : porte
  - les heures du mois de service.

décision :
  - pour chaque lecteur : le total, bienfaiteur ;
  - pour chaque jour de prêt : la sorte, la prime.
"""
RULES = """\
texte : « Primes ».

règle heures-donnees (source : règlement, art. 1) :
  pour tout lecteur, les heures données du lecteur sont égales à la somme des heures des mois de service du lecteur.

règle dons-recus (source : règlement, art. 2) :
  pour tout lecteur, les dons reçus du lecteur sont égaux à la somme des dons des mois de service du lecteur.

règle lecteur-bienfaiteur (source : règlement, art. 3) :
  pour tout lecteur, le lecteur est bienfaiteur
  si les dons reçus du lecteur sont supérieurs au seuil du lecteur.

règle jour-admis (source : règlement, art. 4) :
  pour chaque jour du prêt, ce jour est un jour admis
  si toutes ces conditions sont réunies :
    - les heures données du lecteur sont au moins égales à 48 heures ;
    - la date d'envoi du prêt est antérieure ou égale à la fin du prêt ;
    - le prêt n'est pas perdu ;
    - le genre du prêt est « roman » ;
    - l'âge du lecteur est au moins égal à 18 ans.
  se lit : « Admis. ».
  sinon se lit : « Ce jour n'est pas admis. ».

règle sorte-du-jour (source : règlement, art. 5) :
  pour chaque jour du prêt, la sorte du jour est « refusé ».

exception sorte-admise à sorte-du-jour (source : règlement, art. 5) :
  pour chaque jour du prêt, la sorte du jour est « admis »
  si ce jour est un jour admis.

règle prime-du-jour (source : règlement, art. 6) :
  pour chaque jour du prêt, la prime du jour est égale au tarif du prêt
  si ce jour est un jour admis.

règle total-du-lecteur (source : règlement, art. 7) :
  pour tout lecteur, le total du lecteur est égal à la somme des primes des jours des prêts du lecteur.
"""
PLAN = """\
pourquoi pas: Les faits à vérifier
jour: prime
total: total
jamais:
  - âge (lecteur)
  - seuil (lecteur)
"""
CASE = """\
lecteur:
  âge: {age}
  seuil: 100
prêts:
  - début: 2025-03-03
    fin: 2025-03-06
    date d'envoi: {sent}
    tarif: 2
    perdu: {lost}
    genre: {kind}
mois de service:
  - mois: 2025-01
    heures: 30
    don: 60
  - mois: 2025-02
    heures: {hours}
    don: {given}
"""
Asked = Callable[..., "Found"]


class Found:
    """The refusals of a case, and what makes them again."""

    def __init__(
        self,
        program: Program,
        tree: Mapping,
        day: int | None = None,
        readings: dict[str, str] | None = None,
        patience: int = PATIENCE,
    ) -> None:
        case, diagnostics = read_case(tree, program.declarations)
        assert case is not None, [one.code for one in diagnostics]
        assert program.why_not is not None
        self.program, self.tree, self.plan = program, tree, program.why_not
        self.decision = decide(program, case.root, readings)
        self.refusals = why_not(program, self.plan, tree, self.decision, day, patience)

    def decided(self, change: str) -> Decision:
        case, diagnostics = changed_case(self.tree, [change], self.program.declarations)
        assert case is not None, [one.code for one in diagnostics]
        return decide(self.program, case.root, self.decision.readings)

    def verify(self, refusal: Refusal, change: Changed) -> None:
        """The line, and those said to do the same, do change the refusal."""
        for line in (change.change, *change.others):
            after = outcome_of(self.decided(line), self.plan)
            if refusal.place is not None:
                assert after.answers[refusal.place] is True, line
            else:
                refused = {day for first, last in refusal.periods for day in range(first, last + 1)}
                assert any(after.paid.get(day, 0) > 0 for day in refused), line
        after = outcome_of(self.decided(change.change), self.plan)
        assert after.total == change.total
        assert all(after.paid[day] > 0 for day in change.days)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Program:
    folder = tmp_path_factory.mktemp("regles")
    for name, text in (("00.regle", VOCABULARY), ("01.regle", RULES), ("pourquoi_pas.yaml", PLAN)):
        (folder / name).write_text(text, encoding="utf-8")
    program, diagnostics = load_program(folder, fresh=True)
    assert program is not None, [one.code for one in diagnostics]
    return program


@pytest.fixture
def asked(library: Program) -> Asked:
    def made(day: str | None = None, **said: object) -> Found:
        usual = {"age": 30, "sent": "2025-03-05", "lost": "non", "kind": "roman", "hours": 30, "given": 60}
        tree, mistakes = read_yaml(Source("dossier", CASE.format(**{**usual, **said})))
        assert isinstance(tree, Mapping), mistakes
        found = Found(library, tree, read_day(day) if day else None)
        for refusal in found.refusals:
            assert refusal.tried <= PATIENCE + MOST
            for change in refusal.changes:
                found.verify(refusal, change)
        return found

    return made


def changes(found: Found, rank: int = 0) -> list[str]:
    return [one.change for one in found.refusals[rank].changes]


def test_nothing_is_refused(asked: Asked) -> None:
    assert asked().refusals == []


def test_hours_that_are_missing(asked: Asked) -> None:
    """30 + 10 hours for 48: eight are missing, on either paper."""
    found = asked(hours=10)
    (refusal,) = found.refusals
    assert changes(found) == ["mois de service[mois=2025-01].heures = 38"], "the smaller share of the figure"
    change = refusal.changes[0]
    words = told(found.program, change)
    assert (words.gap, words.paper, words.sender) == ("il manque 8\u00a0heures", "relevé de service", "le guichet")
    assert (len(change.days), change.total) == (4, 8)
    (point,) = decisive(found.program, refusal.sentences, refusal.start)
    assert (point.mark, point.value) == ("✗", "il manque 8\u00a0heures")


def test_the_change_is_the_least(asked: Asked) -> None:
    """A hundredth of an hour less changes nothing."""
    found = asked(hours="10,25")
    change = found.refusals[0].changes[0]
    assert isinstance(change.value, Fraction) and isinstance(change.lever.value, Fraction)
    assert change.value - change.lever.value == Fraction("7.75")
    line = change.change.partition(" = ")[0]
    almost = change.value - Fraction(1, 100)
    assert outcome_of(found.decided(f"{line} = {written(almost, change.lever.fact.type)}"), found.plan).total == 0


def test_an_amount_that_must_be_exceeded(asked: Asked) -> None:
    """60 + 40 € is not more than 100 €: one cent is missing."""
    found = asked(given=40)
    (refusal,) = found.refusals
    assert refusal.place == ("lecteur", 1, "bienfaiteur")
    change = refusal.changes[0]
    assert change.change in ("mois de service[mois=2025-01].don = 60,01", "mois de service[mois=2025-02].don = 40,01")
    assert change.days == ()


def test_a_date_too_late(asked: Asked) -> None:
    """Sent on the 9th for the 6th: the nearest day is the 6th itself; or a loan that ends on the 9th."""
    found = asked(sent="2025-03-09")
    assert sorted(changes(found)) == ["prêts[1].date d'envoi = 2025-03-06", "prêts[1].fin = 2025-03-09"]
    assert told(found.program, found.refusals[0].changes[0]).gap.startswith("3\u00a0jours plus t")


def test_a_box_ticked(asked: Asked) -> None:
    assert changes(asked(lost="oui")) == ["prêts[1].perdu = non"]


def test_a_choice(asked: Asked) -> None:
    assert changes(asked(kind="atlas")) == ["prêts[1].genre = roman"]


def test_two_facts_that_fail_are_not_proposed_one_by_one(asked: Asked) -> None:
    found = asked(lost="oui", kind="atlas")
    (refusal,) = found.refusals
    assert refusal.changes == () and refusal.complete and refusal.tried


def test_what_the_rules_set_apart_is_never_proposed(asked: Asked) -> None:
    (refusal,) = asked(age=17).refusals
    assert refusal.changes == () and refusal.tried == 0


def test_a_single_day_is_asked(asked: Asked) -> None:
    (refusal,) = asked(day="2025-03-04", lost="oui", given=0).refusals
    day = read_day("2025-03-04")
    assert refusal.periods == ((day, day),) and refusal.place is None
    assert refusal.changes[0].days == (day,)


def test_values_tried_are_bounded(asked: Asked) -> None:
    """Whatever happens or not, no fact is tried more than it may."""
    found = asked(hours=10)
    (refusal,) = found.refusals
    lever = refusal.changes[0].lever
    for limit in (Fraction(0), Fraction(12_345, 100), Fraction(-7), None):
        tried: list[object] = []

        def happens(value: object, limit: Fraction | None = limit, tried: list[object] = tried) -> bool:
            tried.append(value)
            return limit is not None and isinstance(value, Fraction) and value >= limit

        values = smallest(lever, happens)
        assert len(tried) == len(set(tried)) <= MOST
        assert all(happens(value) for value in values)


# --- the shipped rules --------------------------------------------------------------------------------

CASEBOOK = Path(__file__).parents[3] / "casebook"
ENOUGH = 18
LITTLE = 15


def case_found(text: str, day: str = "2025-05-20") -> Found:
    tree = tree_of(Source("dossier", text))
    assert isinstance(tree, Mapping)
    return Found(shipped_program(), tree, read_day(day))


def shipped(theme: str) -> Iterator[Found]:
    """The cases of a theme with a refusal that is not that of their first days, the last day refused looked into a little."""
    program = shipped_program()
    for one in read_dossiers(CASEBOOK / theme)[0]:
        case, _ = read_case(one.tree, program.declarations)
        readings = dict(one.readings)
        decision = decide(program, case.root, readings) if case is not None else None
        if decision is not None and not decision.refusals and not decision.out_of_scope:
            assert isinstance(one.tree, Mapping) and program.why_not is not None
            paid = outcome_of(decision, program.why_not).paid
            refused = [day for day, amount in paid.items() if not amount]
            if refused and refused[-1] > min((day for day, amount in paid.items() if amount), default=0):
                yield Found(program, one.tree, refused[-1], readings, LITTLE)


def test_every_change_said_of_the_casebook_does_change_it() -> None:
    """Eighteen refusals at least, several themes in turn; each change is made again as `et-si` reads it."""
    themes = [shipped(one) for one in ("ouverture_des_droits", "septieme_mois", "temps_partiel")]
    verified, tried = 0, []
    for found in chain.from_iterable(zip(*themes, strict=False)):
        for refusal in found.refusals:
            tried.append(refusal.tried)
            for change in refusal.changes:
                found.verify(refusal, change)
            verified += bool(refusal.changes)
        if verified >= ENOUGH:
            break
    assert verified >= ENOUGH and max(tried) < LITTLE + MOST


def test_a_stop_sent_after_its_end_needs_the_day_it_was_sent() -> None:
    """Sent on 26 May for a stop that ends on the 25th: the 25th is the nearest day that would be paid."""
    found = case_found(LATE)
    (refusal,) = found.refusals
    dates = [one for one in refusal.changes if one.lever.fact.name == "date d'envoi"]
    assert [one.change for one in dates] == ["arrêts[1].date d'envoi = 2025-05-25"]
    assert told(found.program, dates[0]).paper and told(found.program, dates[0]).gap == "1\u00a0jour plus tôt"
    for change in refusal.changes:
        found.verify(refusal, change)


def test_a_refusal_that_would_only_move_is_no_answer() -> None:
    """A stop that begins a day earlier is paid from its fourth day, a day earlier too: as many days are refused."""
    found = case_found(LATE.replace("2025-05-26", "2025-05-06"), "2025-05-07")
    (refusal,) = found.refusals
    assert refusal.changes == () and refusal.tried and refusal.complete
    earlier = outcome_of(found.decided("arrêts[1].début = 2025-05-04"), found.plan)
    before = outcome_of(found.decision, found.plan)
    assert earlier.paid[refusal.periods[0][0]] > 0 and earlier.refused == before.refused


def test_eight_hours_are_missing_for_the_rights() -> None:
    """142 hours over three months and not enough pay: 150 are needed."""
    found = case_found(SHORT)
    (refusal,) = found.refusals
    hours = next(one for one in refusal.changes if one.lever.fact.name == "heures")
    words = told(found.program, hours)
    assert (words.gap, words.then, words.sender) == ("il manque 8\u00a0heures", "58\u00a0heures", "l'employeur")
    found.verify(refusal, hours)
    margins = [point.value for point in decisive(found.program, refusal.sentences, refusal.start)]
    assert "il manque 8\u00a0heures" in margins


LATE = """\
emplois:
  - nom: A
    début: 2018-01-01
paies:
  - emploi: A
    mois: 2024-11 à 2025-04
    salaire brut: 2400
    heures: 151
arrêts:
  - début: 2025-05-05
    fin: 2025-05-25
    case cochée: initial
    date d'envoi: 2025-05-26
"""
SHORT = """\
assuré:
  début d'affiliation: 2018-01-01
emplois:
  - nom: A
    début: 2018-01-01
paies:
  - emploi: A
    mois: 2024-05 à 2025-02
    salaire brut: 500
    heures: 50
  - emploi: A
    mois: 2025-03
    salaire brut: 500
    heures: 42
  - emploi: A
    mois: 2025-04
    salaire brut: 500
    heures: 50
arrêts:
  - début: 2025-05-05
    fin: 2025-05-25
    case cochée: initial
"""
