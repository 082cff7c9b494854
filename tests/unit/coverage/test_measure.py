"""What is covered, known by hand: conditions, versions, readings, exceptions, tables, limits, supplies, notices, days."""

from fractions import Fraction

from justesse.coverage.measure import Share, share
from justesse.coverage.wording import percent_text

from .conftest import Covered, covered_of, item, loan

LATE = """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si toutes ces conditions sont réunies :
    - le prix du prêt est au moins égal à tarif de base × 50 jours ;
    - le prêt est à distance.
"""
PRICE, FAR = "le prix du prêt est au moins égal à tarif de base × 50 jours", "le prêt est à distance"


# --- conditions ----------------------------------------------------------------------------------------


def test_a_masked_atom_does_not_spoil_the_pair_of_another(covered: Covered) -> None:
    found = covered(LATE, loan(prix="8", à_distance="oui"), loan(prix="12", à_distance="oui"), shows="un prêt tardif")
    assert covered_of(found, "pret-tardif") == {
        "condition remplie": True, "condition non remplie": True, PRICE: True, FAR: False,
    }  # fmt: skip
    assert item(found, "pret-tardif", PRICE).cases == ("cas-2", "cas-1")


def test_the_missing_situation_is_told_with_the_case_that_comes_nearest(covered: Covered) -> None:
    found = covered(LATE, loan(prix="9", à_distance="oui"), loan(prix="7", à_distance="non"), shows="un prêt tardif")
    assert item(found, "pret-tardif", PRICE).proposal == (
        f"Un cas où “{PRICE}” est vrai, toutes les autres conditions étant remplies"
        " (au plus près : cas-1, il manque 1,00\u00a0€)."
    )  # fmt: skip
    assert "rien n'a encore été examiné" not in item(found, "pret-tardif", FAR).proposal


def test_both_atoms_have_their_pairs_with_three_cases(covered: Covered) -> None:
    cases = (loan(prix="8"), loan(prix="12", à_distance="oui"), loan(prix="12"))
    found = covered(LATE, *cases, shows="un prêt tardif")
    assert share(found.items, "atom").percent == 100
    assert item(found, "pret-tardif", FAR).cases == ("cas-3", "cas-2")


def test_an_unknown_price_shows_nothing(covered: Covered) -> None:
    found = covered(LATE, loan(à_distance="oui"), shows="un prêt tardif")
    assert not any(covered_of(found, "pret-tardif").values())
    found = covered(LATE, loan(à_distance="non"), loan(prix="12", à_distance="oui"), shows="un prêt tardif")
    assert covered_of(found, "pret-tardif")["condition non remplie"] and not item(found, "pret-tardif", FAR).covered


def test_a_denied_rule_has_its_condition_observed_as_written(covered: Covered) -> None:
    denied = """\
règle sans-rappel (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt n'ouvre pas de rappel
  si le prêt est à distance.
"""
    found = covered(denied, loan(à_distance="oui"), shows="ouvre un rappel")
    assert covered_of(found, "sans-rappel") == {"condition remplie": True, "condition non remplie": False, FAR: False}
    assert item(found, "sans-rappel", FAR).proposal == f"Un cas où “{FAR}” est faux."


def test_a_filter_is_observed_for_the_elements_it_refuses(covered: Covered) -> None:
    listed = """\
règle prets-recents (source : règlement intérieur, art. 1) :
  les prêts récents du lecteur sont les prêts du lecteur
    dont la fin est postérieure au 31 mars 2025 et dont la nature est « ordinaire ».

règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal au nombre de prêts récents du lecteur.
"""
    two = "prêts:\n" + "".join(f"  - début: 2025-0{month}-01\n    fin: 2025-0{month}-02\n" for month in (3, 4))
    found = covered(listed, two)
    assert covered_of(found, "prets-recents") == {
        "retenue": True, "prêts : fin > 31\u00a0mars 2025": True, "prêts : nature = « ordinaire »": False,
    }  # fmt: skip
    assert item(found, "prets-recents", "prêts : fin > 31\u00a0mars 2025").cases == ("cas-1",)


# --- branches ------------------------------------------------------------------------------------------


def test_each_reading_is_followed_by_a_case_that_takes_it(covered: Covered) -> None:
    rules = """\
interprétation rappels-successifs (source : règlement intérieur, art. 1) :
  « Le règlement ne dit pas combien de rappels sont dus. » ;
  lecture retenue : « un seul » ;
  autre lecture : « deux » ;
  statut : « validée ».

règle rappel-du-pret (source : règlement intérieur, art. 1), lecture « un seul » de rappels-successifs :
  pour tout prêt, le rappel du prêt est égal à 1.

règle rappel-du-pret (source : règlement intérieur, art. 1), lecture « deux » de rappels-successifs :
  pour tout prêt, le rappel du prêt est égal à 2.
"""
    found = covered(rules, loan())
    assert covered_of(found, "rappel-du-pret (un seul)") == {"lecture « un seul » suivie": True, "retenue": True}
    assert covered_of(found, "rappel-du-pret (deux)") == {"lecture « deux » suivie": False, "retenue": False}
    found = covered(rules, loan(), (loan(), {"rappels-successifs": "deux"}))
    assert share(found.items, "branch").percent == 100


def test_each_version_is_in_force_once(covered: Covered) -> None:
    rules = """\
règle rappel-du-pret (source : règlement intérieur, art. 1), applicable selon le début du prêt jusqu'au 31 mars 2025 :
  pour tout prêt, le rappel du prêt est égal à 1.

règle rappel-du-pret (source : règlement intérieur, art. 1), applicable selon le début du prêt à compter du 1er avril 2025 :
  pour tout prêt, le rappel du prêt est égal à 2.
"""
    found = covered(rules, loan())
    assert covered_of(found, "rappel-du-pret (… – 2025-03-31)") == {"version en vigueur": True, "retenue": True}
    assert covered_of(found, "rappel-du-pret (2025-04-01 – …)") == {"version en vigueur": False, "retenue": False}


def test_liftings_and_priorities_are_seen_when_they_remove_something(covered: Covered) -> None:
    rules = """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

exception rappel-a-distance à rappel-du-pret (source : règlement intérieur, art. 2) :
  pour tout prêt, le rappel du prêt est égal à 2
  si le prêt est à distance.

exception rappel-maintenu à rappel-a-distance (source : règlement intérieur, art. 2) :
  pour tout prêt, l'exception visée ne s'applique pas
  si le prêt abîme le livre.
"""
    found = covered(rules, loan(), loan(à_distance="oui"), loan(abîme_le_livre="oui"))
    assert covered_of(found, "rappel-a-distance")["retenue"]
    assert not item(found, "rappel-maintenu", "lève rappel-a-distance").covered
    found = covered(rules, loan(à_distance="oui", abîme_le_livre="oui"))
    assert item(found, "rappel-maintenu", "lève rappel-a-distance").covered
    assert not item(found, "rappel-a-distance", "retenue").covered


def test_each_row_of_a_table_is_read(covered: Covered) -> None:
    rules = """\
table rappels-par-nature (source : règlement intérieur, art. 3) :
  pour tout prêt, selon la nature du prêt :
  - « renouvellement » : le rappel du prêt est de 1 ;
  - tout autre cas : le rappel du prêt est de 2.
"""
    found = covered(rules, loan())
    assert covered_of(found, "rappels-par-nature") == {
        "retenue": True, "ligne « renouvellement »": False, "ligne tout autre cas": True,
    }  # fmt: skip
    assert item(found, "rappels-par-nature", "ligne « renouvellement »").proposal == (
        "Un cas qui se lit à la ligne « renouvellement »."
    )


def test_each_side_of_a_limit_wins(covered: Covered) -> None:
    rules = """\
règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est égale au prix du prêt dans la limite de tarif de base × 50 jours.
"""
    under = covered(rules, loan(prix="9,99"), shows="la caution")
    over = covered(rules, loan(prix="10,01"), shows="la caution")
    sides = "le plus petit : prix (prêt)", "le plus petit : tarif de base (début (prêt)) × 50\u00a0jours"
    assert [covered_of(under, "caution-du-pret")[side] for side in sides] == [True, False]
    assert [covered_of(over, "caution-du-pret")[side] for side in sides] == [False, True]


def test_the_dated_value_read_is_told(covered: Covered) -> None:
    rules = """\
règle amende-du-pret (source : règlement intérieur, art. 4) :
  pour tout prêt, l'amende du prêt est égale à tarif de base × 2 jours.
"""
    found = covered(rules, loan(), shows="l'amende")
    assert [cases for name, _, cases in found.values if name == "tarif de base"] == [("cas-1",), ()]


def test_a_supply_is_used_and_is_useless(covered: Covered) -> None:
    rules = """\
règle reservation-supposee (source : règlement intérieur, art. 1) :
  pour tout prêt, à défaut de la réservation du prêt, on retient le début du prêt.

règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal à 14 jours après la réservation du prêt.
"""
    useless = "inutile, le dossier disant le fait"
    found = covered(rules, loan(), shows="le retour attendu")
    assert covered_of(found, "reservation-supposee") == {"retenue": True, useless: False}
    found = covered(rules, loan(réservation="2025-03-01"), shows="le retour attendu")
    assert covered_of(found, "reservation-supposee") == {"retenue": False, useless: True}


def test_a_notice_that_is_not_raised_was_examined(covered: Covered) -> None:
    rules = """\
hors champ livre-abime (source : règlement intérieur, art. 1) :
  pour tout prêt, « Livre abîmé si le lecteur le dit : à traiter par un agent. »
  si le prêt abîme le livre.

règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
"""
    found = covered(rules, loan())
    assert covered_of(found, "livre-abime") == {
        "signalé": False, "non signalé, sa condition n'étant pas remplie": True, "le prêt abîme le livre": False,
    }  # fmt: skip
    found = covered(rules, loan(), loan(abîme_le_livre="oui"))
    assert covered_of(found, "livre-abime")["le prêt abîme le livre"]
    assert [one.name for one in found.scarce() if found.cases(one)] == ["livre-abime", "rappel-du-pret", "jour-ouvert"]


def test_equal_days_are_looked_at_one_by_one(covered: Covered) -> None:
    """All the days are open, Saturday and Sunday for a reason of their own: one run, three observations."""
    rules = """\
règle jour-ouvert (source : règlement intérieur, art. 2) :
  pour chaque jour du prêt, ce jour est un jour ouvert
  si au moins une de ces conditions est remplie :
    - ce jour est un samedi ;
    - le début du prêt est antérieur au 10 mars 2025.

règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
"""
    found = covered(rules, loan(fin="2025-03-07"), loan(début="2025-03-10"))
    assert item(found, "jour-ouvert", "le début du prêt est antérieur au 10 mars 2025").covered
    assert not item(found, "jour-ouvert", "ce jour est un samedi").covered
    found = covered(rules, loan(début="2025-03-10", fin="2025-03-16"))
    assert item(found, "jour-ouvert", "ce jour est un samedi").covered


def test_a_filter_of_days_is_observed_day_by_day(covered: Covered) -> None:
    rules = """\
règle jours-d-attente (source : règlement intérieur, art. 1) :
  pour tout prêt, les jours d'attente du prêt sont les jours allant du début du prêt à la fin du prêt.

règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  s'il existe un jour d'attente du prêt qui est un samedi.
"""
    saturday = "jours : samedi"
    weekdays = covered(rules, loan(fin="2025-03-07"), shows="un prêt tardif")
    assert not item(weekdays, "pret-tardif", saturday).covered
    week = covered(rules, loan(), shows="un prêt tardif")
    assert item(week, "pret-tardif", saturday).cases == ("cas-1",)


def test_a_share_is_exact_and_never_rounded_up(covered: Covered) -> None:
    rules = """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal à la fin du prêt.
"""
    branches = share(covered(rules, loan()).items, "branch")
    assert branches.percent == Fraction(200, 3)
    assert percent_text(branches) == "66,6\u00a0%" and percent_text(Share(1999, 2000)) == "99,9\u00a0%"


def test_atoms_keep_the_words_of_the_author_beside_one_that_is_several(covered: Covered) -> None:
    rules = """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si toutes ces conditions sont réunies :
    - la nature du prêt est parmi « ordinaire », « renouvellement » ;
    - le prêt n'est pas à distance.
"""
    found = covered(rules, shows="un prêt tardif")
    assert list(covered_of(found, "pret-tardif"))[2:] == [
        "nature (prêt) = « ordinaire »", "nature (prêt) = « renouvellement »", "le prêt n'est pas à distance",
    ]  # fmt: skip
