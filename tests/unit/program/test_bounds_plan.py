"""What is bounded is never negative: the least that is safe to pay supposes it, and the vocabulary must say it."""

import shutil
from pathlib import Path

import pytest

from justesse.program.core import Const
from justesse.program.load import load_program
from justesse.values.states import Unknown

SHIPPED = Path(__file__).parents[3] / "rules"


@pytest.mark.parametrize("name", ["l'indemnité (indemnités)", "le total brut"])
def test_an_amount_that_could_be_negative_is_not_bounded(tmp_path: Path, name: str) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(SHIPPED, rules)
    path = rules / "maladie" / "vocabulaire" / "montants.regle"
    text = path.read_text(encoding="utf-8")
    unit = "€/jour" if name.startswith("l'") else "€"
    assert f"{name}, un montant en {unit}, au moins 0" in text
    path.write_text(text.replace(f"{name}, un montant en {unit}, au moins 0", f"{name}, un montant en {unit}"), encoding="utf-8")
    _, found = load_program(rules, fresh=True)
    told = [dict(one.details)["attendu"] for one in found if one.code == "P0106"]
    assert len(told) == 1 and "au moins 0" in told[0]


def test_every_shipped_rule_that_says_unknown_has_a_paper_that_settles_it() -> None:
    """But the minimum before 2023: an amount not known to the rules, which no paper brings."""
    program, _ = load_program(SHIPPED)
    assert program is not None and program.bounds is not None
    clauses = (one for quantity in program.quantities.values() for one in (*quantity.rules, *quantity.exceptions))
    unknown = {one.identifier for one in clauses if isinstance(one.value, Const) and isinstance(one.value.value, Unknown)}
    assert unknown - set(program.bounds.settles) == {"minimum-du-jour"}
