"""The calendar of `calculer`: a day is drawn and counted once, whatever the stops that claim it."""

from pathlib import Path

import pytest

from justesse.cli.main import main

OVERLAP = """\
emplois:
  - nom: A
    début: 2018-01-01
paies:
  - emploi: A
    mois: 2024-11 à 2025-04
    salaire brut: 2000
    heures: 151,67
arrêts:
  - début: 2025-05-05
    fin: 2025-05-25
    case cochée: initial
  - début: 2025-05-20
    fin: 2025-06-10
    case cochée: initial
"""
"""From the 20th to the 25th the first stop is paid; the second has its three free days, then « déjà indemnisé »."""


def test_a_day_that_one_stop_pays_is_paid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "dossier.yaml"
    case.write_text(OVERLAP, encoding="utf-8")
    assert main(["calculer", str(case)]) == 0
    told = capsys.readouterr().out.replace("\u00a0", " ")
    assert f"mai 2025      {'▒' * 3}{'█' * 24}" in told and "█ indemnisé 34 jours   ▒ carence 3 jours\n" in told
    assert "□ déjà indemnisé" in told  # in the table of the second stop, which keeps what the rules say of it
