"""Mutants against a case: what it sees, what it cannot, and the same fates whatever the processes."""

from pathlib import Path

from justesse.mutation.hunt import Hunt, Result, hunted, noticed, prepared
from justesse.mutation.mutants import mutated
from justesse.mutation.results import document, killers, score_of, survivors

from .lending import CASE, SINCE, cases, library

LONG = """\
exception pret-long à duree-du-pret (source : règlement) :
  pour tout prêt, la durée du prêt est de 7 jours
  si le prix du prêt est égal à 12 €.
"""
CHAIN = """\
règle pret-tardif (source : règlement) :
  pour tout prêt, le prêt est un prêt tardif
  si le prêt ouvre un rappel.

règle rappel-ouvert (source : règlement) :
  pour tout prêt, le prêt ouvre un rappel
  si le prêt est à surveiller.

règle pret-surveille (source : règlement) :
  pour tout prêt, le prêt est à surveiller
  si le prêt est à distance.
"""


def fates(hunt: Hunt, cores: int = 1) -> dict[str, Result]:
    return {one.name: one for one in hunted(hunt, hunt.mutants, SINCE, cores)}


def test_a_case_kills_what_it_evaluates_and_nothing_else(tmp_path: Path) -> None:
    found = fates(prepared(library(), cases(tmp_path), SINCE))
    killed = found["tarif de base [1er janvier 2020] / paramètre / « 0,20 » devient « 0,19 »"]
    assert (killed.fate, killed.killer, killed.how) == ("tué", "retard-de-neuf-jours", "différence")
    assert found["tarif de base [1er avril 2025] / paramètre / « 0,30 » devient « 0,29 »"].fate == "survivant"
    assert found["jour-ouvert / condition / sans « non (jour est un dimanche) »"].fate == "survivant"


def test_a_mistake_is_seen_through_the_quantities_that_read_it(tmp_path: Path) -> None:
    """The fine reads the length of the loan: only the sentence of the length is wrong, everything else is shared."""
    program = library(LONG)
    text = CASE.replace("fin: 2025-03-11\n", "fin: 2025-03-11\n          prix: 12\n").replace("amende: 1,80", "amende: 1,40")
    hunt = prepared(program, cases(tmp_path, text), SINCE)
    assert not hunt.failing()
    found = fates(hunt)
    assert found["pret-long / exception / exception retirée"].fate == "tué"
    assert found["pret-long / nombre / « 7 jours » devient « 8 jours »"].fate == "tué"
    assert not noticed(program, hunt.cases[0].case), "the right program is left as it was"


def test_two_processes_find_the_same(tmp_path: Path) -> None:
    hunt = prepared(library(), cases(tmp_path), SINCE)
    assert fates(hunt, 2) == fates(hunt, 1)


def test_who_noticed_last_time_is_asked_first_and_changes_no_fate(tmp_path: Path) -> None:
    second = CASE.split("cas:\n")[1].replace("retard-de-neuf-jours", "le-meme-prêt".replace("ê", "e"))
    listed = cases(tmp_path, CASE + second)
    first = fates(prepared(library(), listed, SINCE))
    known = {name: "le-meme-pret" for name, one in first.items() if one.killer}
    again = fates(prepared(library(), listed, SINCE, known))
    assert {one.killer for one in first.values()} == {"", "retard-de-neuf-jours"}
    assert {one.killer for one in again.values()} == {"", "le-meme-pret"}
    assert {name: one.fate for name, one in first.items()} == {name: one.fate for name, one in again.items()}


def test_what_would_turn_in_a_circle_is_no_mutant(tmp_path: Path) -> None:
    program = library(CHAIN)
    hunt = prepared(program, cases(tmp_path), SINCE)
    circle = next(one for one in hunt.mutants if "« ouvre un rappel » devient « prêt tardif »" in one.name)
    assert mutated(program, circle) is None
    assert score_of(fates(hunt).values(), ()).mutants < len(hunt.mutants)


def test_the_result_names_killers_and_survivors(tmp_path: Path) -> None:
    hunt = prepared(library(), cases(tmp_path), SINCE)
    results = list(fates(hunt).values())
    written = document("f", hunt.mutants, results[:3], document("f", hunt.mutants, results, {}))
    assert written == document("f", hunt.mutants, results, {}), "a run of some mutants keeps what is known of the others"
    assert killers(written) == {one.name: one.killer for one in results if one.killer}
    left = survivors(hunt.mutants, results, {"jour-ouvert / condition / sans « non (jour est un dimanche) »"})
    assert all("jour-ouvert / condition" not in one.name for one in left) and left
