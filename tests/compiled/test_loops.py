"""Days that read days: each compiled way says what evaluation says, and what would come back to itself is refused beforehand."""

from pathlib import Path

import pytest
from tests.compiled.shown import days_of_decision, differences
from tests.compiled.small import program_of, root_of
from tests.compiled.ways import by_machine, every_way

from justesse.compiled.native import By
from justesse.compiled.single import Left, Single
from justesse.evaluation.decide import decide_once
from justesse.program.load import load_program

pytestmark = pytest.mark.usefixtures("own_folder")

RECORDS = """
vocabulaire : « Essai ».

fiche lecteur (lecteurs), sujet du dossier :
  - la naissance, une date, facultative, pour information ;
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début, pour information.

fiche prêt (prêts), période :
  - le début (débuts), une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période ;
  - le genre (genres), un choix parmi « a » ou « b », pour information.
"""
BY_DAY = """
on calcule pour chaque jour de prêt :
  - un jour facturé (jours facturés), oui ou non.

décision :
  - pour chaque jour de prêt : un jour facturé.
"""
BY_KIND = """
on calcule pour chaque prêt :
  - le total, un nombre.

on calcule pour chaque genre et chaque jour de prêt :
  - la garde, un nombre.

décision :
  - pour chaque prêt : le total.
"""
GROUPS = """
regroupement série (séries) : réunit les prêts du lecteur ; s'ouvre à chaque prêt d'ouverture.

on calcule pour chaque prêt :
  - un prêt d'ouverture (prêts d'ouverture), oui ou non.

on calcule pour chaque série :
  - la remise (remises), un nombre.
"""
HEAD = "texte : « Essai ».\n"
ONE_DAY_IN_FOUR = """
règle r-facture (source : essai) :
  pour chaque jour du prêt, ce jour est un jour facturé
  s'il n'existe aucun jour facturé du prêt dans les 3 jours s'achevant ce jour non compris.
"""
OF_ANOTHER_SUBJECT = """
règle r-total (source : essai) :
  pour tout prêt, le total du prêt est égal au nombre de prêts du lecteur.

règle r-garde (source : essai) :
  pour chaque genre et chaque jour du prêt, la garde du genre est égale à 2.
"""
SIZE = """
règle r-remise (source : essai) :
  pour toute série, la remise de la série est égale au nombre de prêts de la série.
"""
OPENED_BY_ITS_DAYS = (
    SIZE
    + """
règle r-ouverture (source : essai) :
  pour tout prêt, le prêt est un prêt d'ouverture
  s'il existe un jour facturé du prêt.

règle r-facture (source : essai) :
  pour chaque jour du prêt, ce jour est un jour facturé
  si la remise de la série du prêt est supérieure à 0 et ce jour n'est pas un dimanche.
"""
)
OPENED_BY_ITS_SIZE = (
    SIZE
    + """
règle r-ouverture (source : essai) :
  pour tout prêt, le prêt est un prêt d'ouverture
  si la remise de la série du prêt est supérieure à 1.

règle r-facture (source : essai) :
  pour chaque jour du prêt, ce jour est un jour facturé
  si ce jour n'est pas un dimanche.
"""
)
SHARE = """
on calcule pour chaque jour de prêt :
  - la part, un nombre.

décision :
  - pour chaque jour de prêt : la part.
"""
WRITTEN_TWICE = """
règle r-part (source : essai) :
  pour chaque jour du prêt, la part du jour est égale à 1 / nombre de prêts du lecteur.

exception r-dimanche à r-part (source : essai) :
  pour chaque jour du prêt, la part du jour est égale à 3 / nombre de prêts du lecteur / 3
  si ce jour est un dimanche.
"""
COUNTED_BY_DAY = """
on calcule pour chaque jour de prêt :
  - un jour facturé (jours facturés), oui ou non ;
  - le rang, une durée en jours.

décision :
  - pour chaque jour de prêt : le rang.
"""
COUNT = """
règle r-facture (source : essai) :
  pour chaque jour du prêt, ce jour est un jour facturé
  si ce jour n'est pas un dimanche.

règle r-rang (source : essai) :
  pour chaque jour du prêt, le rang du jour est égal à nombre de jours facturés du prêt dans les 5 jours s'achevant ce jour × 2.
"""
CHOSEN_BY_DAY = """
on calcule pour chaque jour de prêt :
  - un jour facturé (jours facturés), oui ou non ;
  - le rang (rangs), une durée en jours, facultative.

on calcule pour chaque prêt :
  - le total, une durée en jours.

décision :
  - pour chaque prêt : le total ;
  - pour chaque jour de prêt : le rang.
"""
CHOICE = (
    COUNT.replace("ce jour × 2.", "ce jour\n  si ce jour n'est pas un dimanche.")
    + """
règle r-total (source : essai) :
  pour tout prêt, le total du prêt est égal à nombre de jours du prêt dont le rang est inférieur à 5 jours.
"""
)
TURNED = """
règle r-part (source : essai) :
  pour chaque jour du prêt, la part du jour est égale à apport du lecteur / dette du lecteur.

exception r-dimanche à r-part (source : essai) :
  pour chaque jour du prêt, la part du jour est égale à dette du lecteur / apport du lecteur
  si ce jour est un dimanche.
"""
OWNED = RECORDS.replace(
    "  - les prêts,", "  - l'apport, un montant en €, facultatif ;\n  - la dette, un montant en €, facultative ;\n  - les prêts,"
)
DOSSIER = """
lecteur:
  naissance: 2000-01-01
prêts:
  - début: 2025-03-03
    fin: 2025-03-11
    genre: a
  - début: 2025-03-10
    fin: 2025-03-28
    genre: b
"""
PROGRAMS = {
    "what the days before decided, in a window that follows the day": (RECORDS + BY_DAY, HEAD + ONE_DAY_IN_FOUR),
    "a count of days, shown day by day": (RECORDS + COUNTED_BY_DAY, HEAD + COUNT),
    "a count of days that some days do not have, asked of each day": (RECORDS + CHOSEN_BY_DAY, HEAD + CHOICE),
    "a share that is the same over another denominator": (RECORDS + SHARE, HEAD + WRITTEN_TWICE),
    "days of a subject that kernels do not decide": (RECORDS + BY_KIND, HEAD + OF_ANOTHER_SUBJECT),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_compiled_way_says_the_same(name: str, tmp_path: Path) -> None:
    program = program_of(*PROGRAMS[name], tmp_path)
    root = root_of(program, DOSSIER)
    decision = decide_once(program, root)
    for values in every_way(program, root):
        assert not isinstance(values, Left)
        assert list(differences(program, decision, values)) == []


def test_a_count_of_days_is_shown_as_it_is_each_day(tmp_path: Path) -> None:
    """From Monday 3 March 2025: two more a day up to five days, the Sunday not counted."""
    program = program_of(*PROGRAMS["a count of days, shown day by day"], tmp_path)
    days = days_of_decision(decide_once(program, root_of(program, DOSSIER)))
    assert [int(values[0]) for (owner, _), values in sorted(days.items()) if owner == 0] == [2, 4, 6, 8, 10, 10, 8, 8, 8]


def test_a_count_that_a_day_does_not_have_is_below_nothing(tmp_path: Path) -> None:
    """1, 2, 3, 4, 5, 5, nothing on Sunday, 4, 4: six are below five."""
    program = program_of(*PROGRAMS["a count of days that some days do not have, asked of each day"], tmp_path)
    values = Single(program).values(root_of(program, DOSSIER))
    assert not isinstance(values, Left)
    assert values.lines[(0, 0)] == [6]


def test_days_of_one_share_are_one_run_whatever_it_is_written_over(tmp_path: Path) -> None:
    """1/2 and 3/6: a run goes on, whose numbers are left as they are."""
    program = program_of(*PROGRAMS["a share that is the same over another denominator"], tmp_path)
    values = Single(program).values(root_of(program, DOSSIER))
    assert not isinstance(values, Left)
    assert [(owner, last - first + 1) for _, owner, first, last, _ in values.runs] == [(0, 9), (1, 19)]


@pytest.mark.parametrize("by", By)
def test_large_shares_that_differ_are_compared_without_crossing(by: By, tmp_path: Path) -> None:
    """Crossed, their numbers would not fit in machine code, and the dossier would be left."""
    program = program_of(OWNED + SHARE, HEAD + TURNED, tmp_path)
    amounts = "  naissance: 2000-01-01\n  apport: 50000000,01\n  dette: 49999999,99"
    root = root_of(program, DOSSIER.replace("  naissance: 2000-01-01", amounts))
    (values,) = by_machine(program, Single(program), by, [root])
    assert not isinstance(values, Left)
    assert list(differences(program, decide_once(program, root), values)) == []


@pytest.mark.parametrize("rules", [OPENED_BY_ITS_DAYS, OPENED_BY_ITS_SIZE], ids=("by its days", "by its size"))
def test_what_opens_a_group_may_not_need_the_group(rules: str, tmp_path: Path) -> None:
    """All the groups of a kind are cut at once: asked in the middle of it, they would be cut again without end."""
    (tmp_path / "vocabulaire.regle").write_text(RECORDS + GROUPS + BY_DAY, encoding="utf-8")
    (tmp_path / "regles.regle").write_text(HEAD + rules, encoding="utf-8")
    program, diagnostics = load_program(tmp_path)
    assert program is None
    assert "R0601" in [one.code for one in diagnostics]
