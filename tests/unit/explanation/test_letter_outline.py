"""The outline of a letter, on fines of a library: what each part says, and that it says nothing else than the decision."""

from fractions import Fraction

import pytest

from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.explanation.letter.message import (
    Amount,
    Choice,
    Count,
    Day,
    Glossary,
    Letter,
    Message,
    Table,
    Unsettled,
    Words,
    message,
)
from justesse.explanation.letter.outline import letter_of, short_letter
from justesse.program.letter_plan import Appeal, Days, LetterPlan, Periods, Totals, WordExplained
from justesse.program.load import compile_program
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source, Span
from justesse.values.calendar import read_day

VOCABULARY = """\
vocabulaire : « Amendes d'une bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début.

fiche prêt (prêts), période :
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période ;
  - le tarif, un montant en €/jour, inconnues possibles ;
  - à rendre ailleurs, oui ou non, non par défaut ;
  - abîmé, oui ou non, non par défaut ;
  - perdu, oui ou non, non par défaut.

on calcule pour chaque lecteur :
  - le total, un montant en € ;
  - le dû ici, un montant en € ;
  - le dû ailleurs, un montant en €.

on calcule pour chaque prêt :
  - la base, un montant en €/jour ;
  - le coût, un montant en €.

on calcule pour chaque jour de prêt :
  - le rang, une durée en jours ;
  - le sort, un choix parmi « payant » ou « gratuit » ;
  - l'amende (amendes), un montant en €/jour ;
  - le guichet, un choix parmi « ici » ou « ailleurs ».

décision :
  - pour chaque lecteur : le total, le dû ici, le dû ailleurs ;
  - pour chaque prêt : la base, le coût ;
  - pour chaque jour de prêt : le sort, l'amende, le guichet.
"""

RULES = """\
texte : « Amendes ».

règle rang-du-jour (source : règlement art. 1) :
  pour chaque jour du prêt, le rang du jour est égal au nombre de jours du prêt jusqu'à ce jour.

règle sort-du-jour (source : règlement art. 2) :
  pour chaque jour du prêt, le sort du jour est « payant ».

exception sort-gratuit à sort-du-jour (source : règlement art. 3) :
  pour chaque jour du prêt, le sort du jour est « gratuit »
  si le rang du jour est au plus égal à 2 jours.
  se lit : « Les deux premiers jours sont gratuits. ».

règle base-du-pret (source : règlement art. 4) :
  pour tout prêt, la base du prêt est égale au tarif du prêt.

règle amende-du-jour (source : règlement art. 4) :
  pour chaque jour du prêt, l'amende du jour est égale à la base du prêt
  si le sort du jour est « payant ».
  se lit : « L'amende est au tarif. ».

règle guichet-du-jour (source : règlement art. 5) :
  pour chaque jour du prêt, le guichet du jour est « ici »
  si le sort du jour est « payant ».

exception guichet-ailleurs à guichet-du-jour (source : règlement art. 5) :
  pour chaque jour du prêt, le guichet du jour est « ailleurs »
  si le sort du jour est « payant » et le prêt est à rendre ailleurs.

règle amende-entiere (source : règlement art. 6) :
  pour tout prêt, le coût du prêt est égal à la somme des amendes des jours du prêt.

règle total-des-amendes (source : règlement art. 7) :
  le total du lecteur est égal à la somme des amendes des jours des prêts du lecteur.

règle du-ici (source : règlement art. 7) :
  le dû ici du lecteur est égal à la somme des amendes des jours des prêts du lecteur dont le guichet est « ici ».

règle du-ailleurs (source : règlement art. 7) :
  le dû ailleurs du lecteur est égal à la somme des amendes des jours des prêts du lecteur dont le guichet est « ailleurs ».

signalement livre-abime (source : règlement art. 8) :
  pour tout prêt, « Le livre est abîmé. »
  si le prêt est abîmé.

signalement livre-long (source : règlement art. 8) :
  pour tout prêt, « Vérifier l'état du livre. »
  si le prêt est abîmé.

hors champ livre-perdu (source : règlement art. 8) :
  pour tout prêt, « Un livre perdu se paie au guichet. »
  si le prêt est perdu.
"""

PLAN = LetterPlan(
    (),
    Totals("total", "total", "dû ici", "dû ailleurs"),
    Periods("prêt", "coût", ("coût",)),
    Days("sort", ("payant", "gratuit"), "payant", "amende", "guichet", ("ici", "ailleurs"), ("ailleurs",)),
    ("prêt", ("base",)),
    (),
    ("livre-abime",),
    (WordExplained("tarif", ()), WordExplained("gratuit", ("gratuit",))),
    Appeal(2, "dernier", "règlement art. 9"),
    ("obtenez", "faire"),
    Span(Source("plan", ""), 0, 0),
)
FIVE_DAYS = "prêts:\n  - début: 2025-04-01\n    fin: 2025-04-05\n    tarif: 2\n"
TWO_LOANS = FIVE_DAYS + "  - début: 2025-05-01\n    fin: 2025-05-03\n    tarif: 1\n    à rendre ailleurs: oui\n"


def day(text: str) -> int:
    found = read_day(text)
    assert found is not None
    return found


def made(case: str = FIVE_DAYS, date: str = "2025-12-31") -> Letter:
    sources = [Source("vocabulaire.regle", VOCABULARY), Source("amendes.regle", RULES)]
    program, diagnostics = compile_program(sources)
    assert program is not None, diagnostics
    tree, _ = read_yaml(Source("dossier", case))
    assert tree is not None
    read, wrong = read_case(tree, program.declarations)
    assert read is not None, wrong
    return letter_of(decide(program, read.root), PLAN, "Amendes", day(date))


def part(letter: Letter, name: str) -> list[Message]:
    return [item for one in letter.sections if one.name == name for item in one.items if isinstance(item, Message)]


def names(letter: Letter, name: str) -> list[str]:
    return [one.name for one in part(letter, name)]


def euros(value: int) -> Amount:
    return Amount(Fraction(value))


def test_the_parts_come_in_their_order() -> None:
    order = ["obtenez", "quand", "pourquoi", "manque", "faire", "detail", "droits"]
    assert [one.name for one in made().sections] == order
    assert [one.name for one in short_letter(made(), PLAN).sections] == ["obtenez", "faire"]


def test_the_amount_first_then_its_days() -> None:
    letter = made()
    assert part(letter, "obtenez") == [message("total-personne", montant=euros(6)), message("jours-payes", jours=Count(3))]
    period = {"du": Day(day("2025-04-03")), "au": Day(day("2025-04-05")), "jours": Count(3)}
    assert part(letter, "quand") == [message("quand-ici"), message("quand-periode", **period, montant=euros(2))]


def test_each_payee_has_its_share_and_its_days() -> None:
    letter = made(TWO_LOANS)
    shares = [message("part-personne", montant=euros(6)), message("part-ailleurs", montant=euros(1))]
    assert part(letter, "obtenez") == [
        message("partage-ailleurs", montant=euros(7)),
        *shares,
        message("jours-payes", jours=Count(4)),
    ]
    assert part(letter, "quand")[2:] == [
        message("quand-ailleurs"),
        message("quand-jour", jour=Day(day("2025-05-03")), montant=euros(1)),
    ]


def test_all_for_others_and_nothing_at_all() -> None:
    assert names(made(FIVE_DAYS + "    à rendre ailleurs: oui\n"), "obtenez")[0] == "total-ailleurs"
    nothing = made(FIVE_DAYS.replace("2025-04-05", "2025-04-02"))
    assert names(nothing, "obtenez") == ["total-nul"] and names(nothing, "quand") == ["quand-rien"]


def test_why_is_the_sentence_of_the_rule_after_the_days_it_is_about() -> None:
    free = {"du": Day(day("2025-04-01")), "au": Day(day("2025-04-02")), "statut": Choice("sort-gratuit")}
    paid = {"du": Day(day("2025-04-03")), "au": Day(day("2025-04-05")), "statut": Choice("sort-payant")}
    assert part(made(), "pourquoi") == [
        message("pourquoi-periode", **paid),
        message("raison-payant", "L'amende est au tarif."),
        message("calcul-base", montant=euros(2)),
        message("pourquoi-periode", **free),
        message("raison-gratuit", "Les deux premiers jours sont gratuits."),
    ]


def test_one_reason_for_many_periods_names_three_and_counts_the_others() -> None:
    loans = "".join(f"  - début: 2025-0{month}-01\n    fin: 2025-0{month}-05\n    tarif: 2\n" for month in range(1, 7))
    letter = made("prêts:\n" + loans)
    free = [one for one in part(letter, "pourquoi") if dict(one.arguments).get("statut") == Choice("sort-gratuit")]
    assert len(free) == 3 and message("pourquoi-autres", periodes=Count(3)) in part(letter, "pourquoi")


def test_a_day_that_another_loan_pays_is_told_paid_and_once() -> None:
    """The second loan is free on the 4th and the 5th, which the first pays."""
    letter = made(FIVE_DAYS + "  - début: 2025-04-04\n    fin: 2025-04-08\n    tarif: 2\n")
    free = [one for one in part(letter, "pourquoi") if dict(one.arguments).get("statut") == Choice("sort-gratuit")]
    first_two = {"du": Day(day("2025-04-01")), "au": Day(day("2025-04-02"))}
    assert free == [message("pourquoi-periode", **first_two, statut=Choice("sort-gratuit"))]
    table = next(item for one in letter.sections for item in one.items if isinstance(item, Table))
    assert [row[:2] for row in table.rows] == [
        (Day(day("2025-04-01")), Day(day("2025-04-02"))), (Day(day("2025-04-03")), Day(day("2025-04-08"))),
    ]  # fmt: skip


def test_a_notice_for_the_agent_is_not_told() -> None:
    """A damaged book raises both; the plan names one."""
    told = part(made(FIVE_DAYS + "    abîmé: oui\n"), "manque")
    assert told == [message("manque-rien"), message("a-savoir", point=Words("Le livre est abîmé."))]


def test_what_is_unknown_is_not_an_amount() -> None:
    letter = made(TWO_LOANS.replace("tarif: 1", "tarif: inconnu"))
    known = message("periode-connue", du=Day(day("2025-04-01")), au=Day(day("2025-04-05")), montant=euros(6))
    assert part(letter, "obtenez") == [message("total-inconnu"), known]
    assert message("quand-inconnu-jour", jour=Day(day("2025-05-03"))) in part(letter, "quand")
    assert names(letter, "pourquoi")[-1] == "pourquoi-inconnu"
    assert names(letter, "manque") == ["manque-fait"] and names(letter, "faire")[0] == "faire-envoyer"
    tables = [item for one in letter.sections for item in one.items if isinstance(item, Table)]
    assert Unsettled() in tables[0].rows[-1] and Unsettled() in tables[1].rows[-1]


def test_a_case_out_of_scope_says_why_and_promises_no_time_limit() -> None:
    letter = made(FIVE_DAYS + "    perdu: oui\n")
    assert [one.name for one in letter.sections] == ["obtenez", "pourquoi", "manque", "faire", "droits"]
    assert names(letter, "obtenez") == ["pas-de-calcul"]
    assert part(letter, "pourquoi") == [message("raison-hors-champ", "Un livre perdu se paie au guichet.")]
    assert names(letter, "faire")[0] == "faire-attendre" and names(letter, "droits")[0] == "droits-plus-tard"


@pytest.mark.parametrize(
    ("date", "limit"), [("2025-12-31", "2026-02-28"), ("2026-03-02", "2026-05-02"), ("2027-12-31", "2028-02-29")]
)
def test_the_time_limit_is_a_date(date: str, limit: str) -> None:
    letter = made(date=date)
    assert part(letter, "droits")[0] == message("droits-delai", mois=Count(2), limite=Day(day(limit)))
    assert part(letter, "faire")[-1] == message("faire-contester", limite=Day(day(limit)))


def test_the_detail_has_every_day_and_the_words_it_uses() -> None:
    detail = next(one for one in made().sections if one.name == "detail").items
    days, periods, words = detail
    assert isinstance(days, Table) and isinstance(periods, Table) and isinstance(words, Glossary)
    first = (Day(day("2025-04-01")), Day(day("2025-04-02")), Count(2), Choice("sort-gratuit"), None, None)
    last = (Day(day("2025-04-03")), Day(day("2025-04-05")), Count(3), Choice("sort-payant"), euros(2), Choice("guichet-ici"))
    assert days.rows == (first, last)
    assert periods.rows == ((Day(day("2025-04-01")), Day(day("2025-04-05")), euros(6)),)
    assert words.words == (("mot-tarif", "sens-tarif"), ("mot-gratuit", "sens-gratuit"))
