"""What a first version owes its reader, one test or more a point: dates, conflicts, order, counters, refusals, names.

Written from outside: texts and dossiers in, decisions out. Amounts of the law stay in the casebook, except the three of
the first point, which are the promise itself.
"""

import copy
import re
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.second_opinion.compare import shipped_program
from tests.second_opinion.written import written
from tests.share import casebook

from justesse.casebook.cases import CaseEntry
from justesse.casebook.run import run_case
from justesse.diagnostics.wording import full_text
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import DayRun, Decision
from justesse.program.load import compile_program
from justesse.program.program import Program
from justesse.shipped import folder
from justesse.text.positioned_yaml import Mapping, Node, Sequence, read_yaml
from justesse.text.source import Source, read_source
from justesse.values.states import ToCome, causes_of

RULES = folder("rules")
PROGRAM = shipped_program()
CASES = casebook()


def texts() -> dict[str, str]:
    """The shipped rules, by path."""
    paths = sorted(path for kind in ("regle", "yaml", "ftl") for path in RULES.rglob(f"*.{kind}"))
    return {str(path.relative_to(RULES.parent)): read_source(path, path.name).text for path in paths}


def compiled(files: dict[str, str]) -> Program:
    program, diagnostics = compile_program([Source(name, text) for name, text in files.items()])
    assert program is not None, [full_text(one) for one in diagnostics]
    return program


def decision_of(program: Program, text: str) -> Decision:
    tree, mistakes = read_yaml(Source("dossier.yaml", text))
    assert tree is not None and not mistakes
    return decided(program, tree)


def decided(program: Program, tree: Node, readings: dict[str, str] | None = None) -> Decision:
    case, diagnostics = read_case(tree, program.declarations)
    assert case is not None, [full_text(one) for one in diagnostics]
    return decide(program, case.root, readings)


def shown(decision: Decision) -> list[str]:
    """Everything a decision says, as text."""
    parts = sorted(
        f"{part.record.type} {part.first} {line.item.name}={line.value}" for part in decision.parts for line in part.lines
    )
    days = [f"{run.first}-{run.last} {line.item.name}={line.value}" for run in decision.runs for line in run.lines]
    return [*parts, *sorted(days), *sorted(one.rule.identifier for one in decision.out_of_scope)]


def value_on(decision: Decision, day: int, name: str) -> object:
    """The value of a day line on a day, None when no run holds it."""
    lines = (line for run in decision.runs if run.first <= day <= run.last for line in run.lines)
    return next((line.value for line in lines if line.item.name == name), None)


def simple(first: date, length: int = 20, pay: int = 3000, **more: Any) -> dict[str, Any]:
    """One job, the same pay every month of the year before, one stop."""
    months = [divmod(12 * first.year + first.month - 1 - back, 12) for back in range(12, 0, -1)]
    pays = [{"emploi": "A", "mois": (year, month + 1), "salaire brut": pay, "heures": "151,67"} for year, month in months]
    stop = {"début": first, "fin": first + timedelta(days=length - 1), "case cochée": "initial"}
    return {"emplois": [{"nom": "A", "début": date(2015, 1, 1)}], "paies": pays, "arrêts": [stop], **more}


# --- 1. the date of the stop decides the text ---------------------------------------------------------


@pytest.mark.parametrize(("first", "amount"), [("2025-03-31", "49.32"), ("2025-04-01", "41.47"), ("2025-04-02", "41.47")])
def test_the_cap_changes_with_the_first_day_of_the_stop(first: str, amount: str) -> None:
    start = date.fromisoformat(first)
    decision = decision_of(PROGRAM, written(simple(start)))
    assert value_on(decision, start.toordinal() + 3, "indemnité") == Fraction(amount)


# --- 2. two exceptions at once ------------------------------------------------------------------------

LIBRARY = """vocabulaire : « Prêts d'une bibliothèque : fiches, grandeurs, décision ».

fiche lecteur (lecteurs), sujet du dossier :
  - étudiant, oui ou non, non par défaut ;
  - abonné, oui ou non, non par défaut.

on calcule pour chaque lecteur :
  - le délai de grâce, une durée en jours.

décision :
  - pour chaque lecteur : le délai de grâce.
"""
LOANS = """texte : « Délai de grâce ».

règle delai-grace (source : Règlement art. 1) :
  pour tout lecteur, le délai de grâce du lecteur est de 3 jours.

exception grace-etudiant à delai-grace (source : Règlement art. 2) :
  pour tout lecteur, le délai de grâce du lecteur est de 0 jour
  si le lecteur est étudiant.

exception grace-abonne à delai-grace (source : Règlement art. 3) :
  pour tout lecteur, le délai de grâce du lecteur est de {days}
  si le lecteur est abonné.
"""
READER = "lecteur:\n  étudiant: oui\n  abonné: oui\n"


def library(days: str) -> Decision:
    program = compiled({"rules/a/00_vocabulaire.regle": LIBRARY, "rules/a/01_grace.regle": LOANS.format(days=days)})
    return decision_of(program, READER)


def test_two_exceptions_that_agree_are_both_cited() -> None:
    decision = library("0 jour")
    assert not decision.refusals
    (line,) = decision.parts[0].lines
    assert line.value == 0
    assert line.instance is not None
    assert [one.clause.identifier for one in line.instance.retained()] == ["grace-etudiant", "grace-abonne"]


def test_two_exceptions_that_disagree_are_an_error_naming_both() -> None:
    (refusal,) = library("7 jours").refusals
    message = full_text(refusal)
    assert refusal.code == "E0102"
    assert all(name in message for name in ("grace-etudiant", "grace-abonne", "Règlement art. 2", "Règlement art. 3"))


# --- 3. neither the names of rules nor the files they stand in matter ---------------------------------

SOME = CASES[::12]


@cache
def as_shipped() -> list[list[str]]:
    """What the shipped rules show of some cases."""
    return [shown(again(PROGRAM, case)) for case in SOME]


def test_renaming_a_rule_changes_no_result() -> None:
    renamed = compiled({name: re.sub(r"\bdelai-de-carence\b", "trois-jours", text) for name, text in texts().items()})
    assert [shown(again(renamed, case)) for case in SOME] == as_shipped()


def test_moving_sentences_to_another_file_changes_no_result() -> None:
    files = texts()
    last = "rules/maladie/07_retenues.regle"
    first = "rules/maladie/03_carence.regle"
    head, *moved = re.split(r"(?m)^(?=\[? ?[A-Z]{3}-\d|règle |exception |interprétation |hors champ )", files[first])
    files["rules/maladie/99_ailleurs.regle"] = files.pop(last)
    files["rules/maladie/98_encore.regle"] = head + "".join(moved[len(moved) // 2 :])
    files[first] = head + "".join(moved[: len(moved) // 2])
    program = compiled(files)
    assert [shown(again(program, case)) for case in SOME] == as_shipped()


def again(program: Program, case: CaseEntry) -> Decision:
    outcome = run_case(program, case)
    return outcome.decision or Decision(program, None, {})  # type: ignore[arg-type]


# --- 4. a counter over three years --------------------------------------------------------------------


def test_a_counter_over_several_stops_ends_at_its_limit_and_is_told_in_runs() -> None:
    facts = simple(date(2022, 1, 10))
    starts = [date(2022, 1, 10), date(2022, 9, 5), date(2023, 5, 8), date(2024, 1, 8)]
    facts["arrêts"] = [{"début": one, "fin": one + timedelta(days=119), "case cochée": "initial"} for one in starts]
    months = [divmod(12 * 2021 + number, 12) for number in range(38)]
    facts["paies"] = [
        {"emploi": "A", "mois": (year, month + 1), "salaire brut": 2000, "heures": "151,67"} for year, month in months
    ]
    decision = decision_of(PROGRAM, written(facts))
    statuses = [
        (run.first, run.last, next(line.value for line in run.lines if line.item.name == "statut")) for run in decision.runs
    ]
    paid = sum(last - first + 1 for first, last, status in statuses if status == "indemnisé")
    refused = [(first, last) for first, last, status in statuses if status == "limite atteinte"]
    assert paid == 360
    assert refused == [(starts[3].toordinal() + 12, starts[3].toordinal() + 119)]
    assert len(decision.runs) <= 12, "days of one reason are told together"


# --- 5. several employers under one cap ---------------------------------------------------------------


def test_several_employers_share_one_cap() -> None:
    facts = simple(date(2025, 9, 8), pay=3000)
    shared = copy.deepcopy(facts)
    shared["emplois"] = [{"nom": name, "début": date(2015, 1, 1)} for name in "ABC"]
    shared["paies"] = [
        {**one, "emploi": name, "salaire brut": 1000, "heures": "50,55"} for one in facts["paies"] for name in "ABC"
    ]
    one, three = (decision_of(PROGRAM, written(each)) for each in (facts, shared))
    day = date(2025, 9, 11).toordinal()
    assert value_on(three, day, "indemnité") == value_on(one, day, "indemnité") == Fraction("41.47")


# --- 6. rules pasted through a word processor ---------------------------------------------------------


def through_a_word_processor(text: str) -> str:
    """Curly apostrophes, no-break spaces before high punctuation, lines flattened, indents lost."""
    curly = (
        text.replace("'", "\u2019")
        .replace(" ;", "\u00a0;")
        .replace(" :", "\u202f:")
        .replace("« ", "«\u00a0")
        .replace(" »", "\u00a0»")
    )
    return re.sub(r"\n +(?=\S)", " ", curly).replace("\n", "\r\n")


def test_a_rule_pasted_through_a_word_processor_is_the_same_rule(tmp_path: Path) -> None:
    files = texts()
    for name in [name for name in files if name.endswith(".regle") and "vocabulaire" not in name]:
        path = tmp_path / "pasted.regle"
        path.write_text(through_a_word_processor(files[name]), encoding="utf-8", newline="")
        files[name] = read_source(path, name).text
    program = compiled(files)
    assert [shown(again(program, case)) for case in SOME] == as_shipped()


# --- 7. nothing in force, nothing decided -------------------------------------------------------------


def test_a_missing_value_is_refused_never_guessed() -> None:
    files = texts()
    name = "rules/parametres/smic_horaire.yaml"
    head, values = files[name].split("valeurs:\n")
    later = values[values.index("  - à compter du: 2026-01-01") :]
    files[name] = f"{head}valeurs:\n{later}"
    decision = decision_of(compiled(files), written(simple(date(2025, 3, 31))))
    assert [one.code for one in decision.refusals] == ["E0101"]
    assert "aucun texte applicable" in full_text(decision.refusals[0])
    assert decision.parts == [] and decision.runs == []


def test_what_depends_on_a_value_to_come_is_unknown_and_nothing_else() -> None:
    decision = decision_of(PROGRAM, written(simple(date(2031, 3, 31))))
    lines = {line.item.name: line.value for run in decision.runs[1:] for line in run.lines}
    assert not decision.refusals and len(decision.runs) == 2
    causes = causes_of(lines["indemnité"])
    assert lines["statut"] == "indemnisé" and "coefficient du plafond au 2031-03-31" in causes
    assert all(isinstance(cause, ToCome) for cause in causes)


# --- 8. a typo is met with the right name -------------------------------------------------------------


def test_a_typo_in_a_rule_suggests_the_right_name() -> None:
    files = texts()
    name = "rules/maladie/05_montant.regle"
    files[name] = files[name].replace("plafond mensuel de la chaîne / 730", "plafond menseul de la chaîne / 730")
    _, diagnostics = compile_program([Source(path, text) for path, text in files.items()])
    assert any("plafond mensuel" in full_text(one) for one in diagnostics), [full_text(one) for one in diagnostics]


def test_a_typo_in_a_dossier_suggests_the_right_name() -> None:
    text = written(simple(date(2025, 3, 31))).replace("salaire brut", "salaire brtu", 1)
    tree, _ = read_yaml(Source("dossier.yaml", text))
    assert tree is not None
    case, diagnostics = read_case(tree, PROGRAM.declarations)
    assert case is None
    assert any("« salaire brut »" in full_text(one) for one in diagnostics)


# --- 9. the order of papers does not matter -----------------------------------------------------------

LISTED = [case for case in CASES if case.expected.get("erreur") is None]


def shuffled(node: Node, draw: Any) -> Node:
    """A dossier with each of its lists, and the lists themselves, in another order."""
    if not isinstance(node, Mapping):
        return node
    entries = []
    for entry in node.entries:
        value = entry.value
        if isinstance(value, Sequence):
            value = Sequence(tuple(draw(st.permutations(value.items))), value.span)
        entries.append(type(entry)(entry.key, value))
    return Mapping(tuple(draw(st.permutations(entries))), node.span)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(data=st.data())
def test_the_order_of_pays_stops_and_jobs_does_not_matter(data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(LISTED))
    readings = dict(case.readings)
    other = shuffled(case.dossier, data.draw)
    assert shown(decided(PROGRAM, other, readings)) == shown(decided(PROGRAM, case.dossier, readings))


def test_the_days_of_a_subject_never_overlap_and_no_day_is_paid_twice() -> None:
    for case in SOME:
        runs = again(PROGRAM, case).runs
        for same in ([run for run in runs if run.owner is owner] for owner in {run.owner for run in runs}):
            assert apart(same)
        assert apart([run for run in runs if any(line.item.name == "statut" and line.value == "indemnisé" for line in run.lines)])


def apart(runs: list[DayRun]) -> bool:
    return all(one[1] < following[0] for one, following in pairwise(sorted((run.first, run.last) for run in runs)))
