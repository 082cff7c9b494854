"""Two rules that may apply together are told with a situation, even when that situation lies outside the calendar."""

import shutil
from pathlib import Path

from justesse.program.load import load_program

SHIPPED = Path(__file__).parents[3] / "rules"
OVER = "l'emploi n'est pas fini dans la période"
COVERS = "l'emploi couvre le lendemain de la fin de la période de référence de la chaîne"
ENDS = """le revenu journalier ultérieur de l'emploi est de 0 €/jour
  si l'emploi est fini dans la période."""


def test_a_situation_outside_the_calendar_is_told_without_its_dates(tmp_path: Path) -> None:
    """« L'emploi couvre… » beside « la fin de l'emploi est antérieure… »: the days found are before the first year."""
    rules = tmp_path / "rules"
    shutil.copytree(SHIPPED, rules)
    path = rules / "maladie" / "04_mois_incomplets.regle"
    text = path.read_text(encoding="utf-8")
    assert OVER in text and ENDS in text
    date_read = "la fin de l'emploi est antérieure ou égale à la fin de la période de référence de la chaîne"
    rewritten = text.replace(ENDS, ENDS.replace("l'emploi est fini dans la période", date_read)).replace(OVER, COVERS)
    path.write_text(rewritten, encoding="utf-8")
    _, found = load_program(rules, fresh=True)
    told = [dict(one.details) for one in found if one.code == "R0508"]
    assert len(told) == 1 and "« jours travaillés depuis la période »" in str(told[0])
