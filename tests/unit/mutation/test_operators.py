"""Each kind of mistake, on a sentence of the library: exactly the mutants that it yields, no other."""

import pytest

from .lending import mutants_of

RENT = "règle caution-du-pret (source : règlement, art. 1) :\n  pour tout prêt, la caution du prêt est égale {}.\n"
LATE = "règle pret-tardif (source : règlement, art. 1) :\n  pour tout prêt, le prêt est un prêt tardif\n  si {}.\n"
COUNT = """\
règle prets-en-trois-ans (source : règlement, art. 1) :
  pour tout lecteur, les prêts en trois ans du lecteur sont égaux {}.
"""
WAIT = "règle retour-attendu (source : règlement, art. 1) :\n  pour tout prêt, le retour attendu du prêt est égal {}.\n"
REMINDER = """\
règle rappel-du-pret (source : règlement, art. 1), applicable selon le début du prêt jusqu'au 31 mars 2025 :
  pour tout prêt, le rappel du prêt est égal à 1.

règle rappel-du-pret (source : règlement, art. 1), applicable selon le début du prêt à compter du 1er avril 2025 :
  pour tout prêt, le rappel du prêt est égal à 3.

exception rappel-a-distance à rappel-du-pret (source : règlement, art. 2) :
  pour tout prêt, le rappel du prêt est égal à 2
  si le prêt est à distance.

exception rappel-maintenu à rappel-a-distance (source : règlement, art. 2) :
  pour tout prêt, l'exception visée ne s'applique pas
  si le prêt abîme le livre.
"""
SUPPLY = """\
règle reservation-supposee (source : règlement, art. 1) :
  pour tout prêt, à défaut de la réservation du prêt, on retient le début du prêt.
"""
LAST = """\
règle prets-recents (source : règlement) :
  pour tout lecteur, les prêts récents du lecteur sont les 2 derniers prêts du lecteur.
"""
NOTICE = """\
signalement pret-a-voir (source : règlement, art. 1) :
  pour tout prêt, « À voir. »
  si le prêt est à distance.
"""
LIMIT = LATE.format("le prix du prêt est {} à 12 €")
TWO = LATE.format("le prêt est à distance {} le prêt abîme le livre")
EXPECTED: dict[str, tuple[str, str, str, set[str]]] = {
    "<": (LIMIT.format("inférieur"), "pret-tardif", "comparaison", {
        "« prix de prêt inférieur à 12 € » devient « prix de prêt au plus égal à 12 € »"}),
    "≥": (LIMIT.format("au moins égal"), "pret-tardif", "comparaison", {
        "« prix de prêt au moins égal à 12 € » devient « prix de prêt supérieur à 12 € »"}),
    "cent": (LIMIT.format("inférieur"), "pret-tardif", "centime", {
        "« 12 € » devient « 11,99 € »", "« 12 € » devient « 12,01 € »"}),
    "date": (LATE.format("le début du prêt est antérieur au 1er mai 2025"), "pret-tardif", "date", {
        "« 1er mai 2025 » devient « 30 avril 2025 »", "« 1er mai 2025 » devient « 2 mai 2025 »"}),
    "number": (COUNT.format("au nombre de jours des prêts du lecteur dans les 10 jours s'achevant le 16 mars 2025"),
        "prets-en-trois-ans", "nombre", {"« 10 jours » devient « 9 jours »", "« 10 jours » devient « 11 jours »"}),
    "window": (COUNT.format("au nombre de jours des prêts du lecteur allant du 3 mars 2025 au 5 mars 2025 non compris"),
        "prets-en-trois-ans", "fenêtre", {
            "début de la fenêtre : « 3 mars 2025 » devient « veille de 3 mars 2025 »",
            "début de la fenêtre : « 3 mars 2025 » devient « lendemain de 3 mars 2025 »",
            "fin de la fenêtre : « veille de 5 mars 2025 » devient « veille de veille de 5 mars 2025 »",
            "fin de la fenêtre : « veille de 5 mars 2025 » devient « 5 mars 2025 »"}),
    "limit": (RENT.format("au prix du prêt dans la limite de tarif de base × 50 jours"), "caution-du-pret", "limite", {
        "plus petit et plus grand échangés : « prix de prêt dans la limite de tarif de base (début de prêt) × 50 jours »",
        "limite retirée : « prix de prêt dans la limite de tarif de base (début de prêt) × 50 jours »"}),
    "previous value": (RENT.format("à tarif de base × 50 jours"), "caution-du-pret", "version", {
        "« tarif de base (début de prêt) » prend la valeur précédente"}),
    "rounding": (RENT.format("à tarif de base × 50 jours arrondi au centime le plus proche (source : règlement)"),
        "caution-du-pret", "arrondi", {
            "tronqué au lieu d'arrondi : « tarif de base (début de prêt) × 50 jours »",
            "sans arrondi : « tarif de base (début de prêt) × 50 jours »"}),
    "sign": (WAIT.format("à 14 jours après le début du prêt"), "retour-attendu", "signe", {
        "« 14 jours après début de prêt » devient « 14 jours avant début de prêt »"}),
    "name": (WAIT.format("à 14 jours après la fin du prêt"), "retour-attendu", "grandeur", {
        "« fin de prêt » devient « début de prêt »", "« fin de prêt » devient « réservation de prêt »"}),
    "and": (TWO.format("et"), "pret-tardif", "et-ou", {"« et » devient « ou » : à distance de prêt et abîme le livre de prêt"}),
    "condition": (TWO.format("et"), "pret-tardif", "condition", {
        "sans « à distance de prêt »", "sans « abîme le livre de prêt »"}),
    "denied": (TWO.format("ou"), "pret-tardif", "négation", {
        "« à distance de prêt » devient « non (à distance de prêt) »",
        "« abîme le livre de prêt » devient « non (abîme le livre de prêt) »"}),
    "choice": (LATE.format("la nature du prêt est « ordinaire »"), "pret-tardif", "choix", {
        "« nature de prêt égal à « ordinaire » » devient « nature de prêt égal à « renouvellement » »"}),
    "equal": (LATE.format("la nature du prêt est « ordinaire »"), "pret-tardif", "égalité", {
        "« nature de prêt égal à « ordinaire » » devient « nature de prêt différent de « ordinaire » »"}),
    "exception": (REMINDER, "rappel-a-distance", "exception", {"exception retirée"}),
    "lifting": (REMINDER, "rappel-maintenu", "exception", {"levée retirée"}),
    "version": (REMINDER, "rappel-du-pret", "version", {"version retirée, la précédente se prolonge"}),
    "clock": (REMINDER, "rappel-du-pret", "date", {
        "applicable jusqu'au 30 mars 2025", "applicable jusqu'au 1er avril 2025",
        "applicable à compter du 31 mars 2025", "applicable à compter du 2 avril 2025"}),
    "supply": (SUPPLY, "reservation-supposee", "défaut", {"valeur à défaut retirée"}),
    "notice": (NOTICE, "pret-a-voir", "signalement", {"signalement retiré"}),
    "dated value": ("", "tarif de base [1er avril 2025]", "paramètre", {
        "« 0,30 » devient « 0,29 »", "« 0,30 » devient « 0,31 »",
        "appliquée à compter du 31 mars 2025", "appliquée à compter du 2 avril 2025"}),
}  # fmt: skip


@pytest.mark.parametrize("name", EXPECTED)
def test_a_sentence_yields_exactly_these_mutants(name: str) -> None:
    sentences, identifier, operator, expected = EXPECTED[name]
    found = mutants_of(sentences, identifier)
    assert {one.name.split(" / ", 2)[2] for one in found if one.operator == operator} == expected


def test_names_are_apart_and_plain() -> None:
    found = mutants_of(REMINDER, "rappel-du-pret")
    assert len({one.name for one in found}) == len(found)
    assert all(one.name == " ".join(one.name.split()) for one in found)


def test_a_name_stays_when_lines_move() -> None:
    before, after = mutants_of(REMINDER, "rappel-a-distance"), mutants_of(f"\n\n\n{REMINDER}", "rappel-a-distance")
    assert [one.name for one in before] == [one.name for one in after]
    assert [one.line + 3 for one in before] == [one.line for one in after]


def test_a_condition_of_a_list_keeps_its_line_and_its_words() -> None:
    sentence = LATE.format("toutes ces conditions sont réunies :\n    - le prêt est à distance ;\n    - le prêt abîme le livre")
    found = {one.name: one for one in mutants_of(sentence, "pret-tardif") if one.operator == "négation"}
    first, second = found.values()
    assert second.line == first.line + 1
    assert second.excerpt == "le prêt abîme le livre"


def test_the_first_and_the_last_of_a_list_are_told_apart() -> None:
    sentence = LAST
    found = {one.name for one in mutants_of(sentence, "prets-recents")}
    changes = ("rang / « premiers » et « derniers » échangés", "nombre / « 2 » devient « 3 » éléments")
    assert {f"prets-recents / {one}" for one in changes} <= found
