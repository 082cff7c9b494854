"""The outline of a picture and its text twin: what is drawn, what is cut, what is said when nothing is decided."""

from collections.abc import Callable
from pathlib import Path

import pytest

from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.explanation.picture.lanes import Bar
from justesse.explanation.picture.outline import Picture, Stretch, picture_of, stretches
from justesse.explanation.picture.plan import PATTERNS
from justesse.explanation.picture.rows import rows_of
from justesse.explanation.picture.scale import LEFT, RIGHT, THINNEST, Scale, spread
from justesse.explanation.picture.text import picture_text
from justesse.program.load import compile_program
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source
from justesse.values.calendar import read_day

from .conftest import RULES, VOCABULARY

Decider = Callable[..., Decision]
LOANS = """\
lecteur:
  nom: L
prêts:
  - début: 2025-04-01
    fin: 2025-04-10
    pages: 1
  - début: 2025-04-05
    fin: 2025-04-07
    pages: 2
  - début: 2025-12-01
    fin: 2025-12-20
    pages: {pages}
    pièce: fiche du guichet
    reçue le: 2025-12-03
"""
PLAN = """\
image: Les prêts
jours:
  ligne: statut
  compteurs:
    - rang
  valeurs:
    - valeur: payant
      libellé: payé
      couleur: "#123456"
      motif: pois
bandes:
  - liste: prêts
    dit:
      - pages
"""


def day(text: str) -> int:
    found = read_day(text)
    assert found is not None
    return found


def made(case: str = LOANS.format(pages=1), rules: str = RULES, plan: str | None = PLAN) -> Picture:
    """The picture of a case of the library."""
    sources = [Source("vocabulaire.regle", VOCABULARY), Source("prets.regle", rules)]
    program, diagnostics = compile_program([*sources, *([Source("image.yaml", plan)] if plan else [])])
    assert program is not None, diagnostics
    tree, _ = read_yaml(Source("dossier", case))
    assert tree is not None
    read, wrong = read_case(tree, program.declarations)
    assert read is not None, wrong
    return picture_of(decide(program, read.root), "Trois prêts")


# --- the time -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("second", "pieces"), [("2025-03-05", 1), ("2025-04-05", 1), ("2025-05-05", 2)])
def test_time_is_cut_where_two_whole_months_are_empty(second: str, pieces: int) -> None:
    found = stretches([(day("2025-02-10"), day("2025-02-11")), (day(second), day(second))])
    assert len(found) == pieces
    assert found[0].first == day("2025-02-01")


def test_a_period_inside_another_cuts_nothing() -> None:
    outer, inner = (day("2025-01-10"), day("2025-09-02")), (day("2025-02-01"), day("2025-02-03"))
    assert stretches([inner, outer]) == (Stretch(day("2025-01-01"), day("2025-09-30")),)


def test_days_keep_one_scale_and_their_order_across_breaks() -> None:
    scale = Scale(stretches([(day("2024-01-03"), day("2024-02-09")), (day("2025-06-03"), day("2025-06-04"))]))
    first, second = scale.segments(day("2024-02-28"), day("2025-06-01"))
    assert scale.start(scale.stretches[0]) == LEFT and scale.end(scale.stretches[1]) == RIGHT
    assert first[1] == scale.end(scale.stretches[0]) < second[0] == scale.start(scale.stretches[1])


def test_one_day_among_years_can_be_seen() -> None:
    scale = Scale(stretches([(day("2000-01-01"), day("2024-12-31"))]))
    [(left, right)] = scale.segments(day("2010-03-04"), day("2010-03-04"))
    assert right - left == THINNEST


def test_numbers_keep_apart_and_inside() -> None:
    assert spread([10, 12, 90, 99], 10, 0, 100) == [10, 20, 90, 100]
    assert spread([99, 99, 99], 10, 0, 100) == [80, 90, 100]


def test_bars_that_meet_take_two_rows() -> None:
    bars = [Bar(1, 5, "a", "a"), Bar(5, 6, "b", "b"), Bar(6, 9, "c", "c")]
    assert [[bar.label for bar in row] for row in rows_of(bars)] == [["a", "c"], ["b"]]


# --- what is drawn ------------------------------------------------------------------------------------


def test_the_plan_says_the_main_line_its_looks_and_its_counters() -> None:
    picture = made()
    loans, days, dates = picture.lanes
    assert [lane.title for lane in picture.lanes] == ["Prêts", "Jours", "Dates"]
    assert loans.bars[0].label == "pages : 1\u00a0heure"
    assert [(bar.label, bar.figures) for bar in days.bars[:2]] == [
        ("gratuit", ("1\u00a0→\u00a03\u00a0jours",)), ("payé", ("4\u00a0→\u00a010\u00a0jours",)),
    ]  # fmt: skip
    assert [(look.value, count) for look, count in picture.legend] == [("payant", "24\u00a0jours"), ("gratuit", "9\u00a0jours")]
    assert days.bars[1].words.endswith("(7\u00a0jours) : payant ; rang : de 4 à 10\u00a0jours")
    assert dates.bars[0].words == "le 3\u00a0décembre 2025 : reçu : fiche du guichet"


def test_a_value_no_file_speaks_of_has_a_pattern_of_its_own() -> None:
    looks = {look.value: look for look, _ in made().legend}
    assert looks["payant"].pattern == "pois" and looks["gratuit"].pattern == PATTERNS[0]


def test_without_a_plan_the_vocabulary_is_enough() -> None:
    loans, days, _ = made(plan=None).lanes
    assert len(loans.bars) == 3 and {bar.label for bar in days.bars} == {"gratuit", "payant"}


def test_days_alike_for_other_reasons_are_one_bar() -> None:
    again = """
exception statut-encore à statut-du-jour (source : règlement), prioritaire sur statut-gratuit (source : règlement) :
  pour chaque jour du prêt, le statut du jour est « payant »
  si le rang du jour est supérieur à 6 jours.
"""
    plain, split = made(plan=None), made(rules=RULES + again, plan=None)
    assert split.lanes[1].bars == plain.lanes[1].bars
    assert made(rules=RULES + again.replace("« payant »", "« gratuit »"), plan=None).lanes[1].bars != plain.lanes[1].bars


def test_the_twin_says_every_bar_once() -> None:
    picture = made()
    lines = picture_text(picture).splitlines()
    told = [line.removeprefix("  - ") for line in lines if line.startswith("  - ")]
    bars = [bar.words for lane in picture.lanes for bar in lane.bars]
    assert told == [*bars, "payant : 24\u00a0jours", "gratuit : 9\u00a0jours"]
    assert "Temps dessiné : avril 2025, puis décembre 2025." in lines


# --- what is not decided ------------------------------------------------------------------------------


def test_a_refused_case_shows_its_records_and_days_to_settle() -> None:
    late = "règle rang-du-jour (source : règlement art. 4), applicable selon le début du prêt à compter du 1er janvier 2030 :"
    picture = made(rules=RULES.replace("règle rang-du-jour (source : règlement art. 4) :", late))
    loans, days = picture.lanes[:2]
    assert picture.notices[0].words.startswith("Pas de décision : ")
    assert [(bar.first, bar.last) for bar in days.bars] == [(bar.first, bar.last) for bar in loans.bars]
    assert {bar.label for bar in days.bars} == {"à établir"}


def test_an_unknown_line_is_to_settle_and_its_words_say_why() -> None:
    rules = RULES.replace("si ce jour est un jour gratuit", "si les pages du prêt sont inférieures à 3 heures")
    bars = made(LOANS.format(pages="inconnues"), rules).lanes[1].bars
    assert bars[-1].label == "à établir" and bars[-1].look is not None and bars[-1].look.pattern == "attente"
    assert " : statut : « gratuit » ou « payant » (" in bars[-1].words


def test_a_case_without_records_has_no_day_to_draw() -> None:
    picture = made("lecteur:\n  nom: L\n")
    assert picture.stretches == () and "Aucun jour à dessiner." in picture_text(picture)


# --- the plan -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ("jours:\n  ligne: statuts", "statuts"),
        ("jours:\n  ligne: statut\n  chiffres:\n    - lecture", "lecture"),
        ("jours:\n  ligne: statut\n  compteurs:\n    - long", "long"),
        ("jours:\n  ligne: statut\n  valeurs:\n    - valeur: gratis\n      couleur: \"#000000\"\n      motif: plein", "gratis"),
        ("totaux:\n  - total", "total"),
        ("bandes:\n  - liste: lecteurs", "lecteurs"),
        ("bandes:\n  - liste: prêts\n    dit:\n      - lecture", "lecture"),
        ("dates:\n  - fiche: prêt\n    date: pages\n    libellé: x", "pages"),
    ],
)  # fmt: skip
def test_a_name_the_vocabulary_does_not_have_is_a_mistake(wrong: str, name: str) -> None:
    sources = [Source("vocabulaire.regle", VOCABULARY), Source("prets.regle", RULES)]
    program, diagnostics = compile_program([*sources, Source("image.yaml", f"image: Les prêts\n{wrong}\n")])
    [found] = [one for one in diagnostics if one.severity == "erreur"]
    assert program is None and found.code == "P0106" and dict(found.details)["nom"] == name


def test_the_shipped_plan_gives_each_value_a_colour_and_a_pattern_of_its_own() -> None:
    from justesse.explanation.picture.plan import day_views
    from justesse.program.load import load_program
    from justesse.program.types import Choice

    law, diagnostics = load_program(Path(__file__).parents[3] / "rules")
    assert law is not None and law.picture is not None, diagnostics
    kinds = [item.type for view in day_views(law) for item in view.items if item.name == law.picture.line]
    looks = law.picture.looks
    assert [one.options for one in kinds if isinstance(one, Choice)] == [tuple(look.value for look in looks)]
    assert len({look.colour for look in looks}) == len({look.pattern for look in looks}) == len(looks)
