"""Every code has its page, and every page its proof: the bad example yields the code, the good one does not."""

import argparse
import contextlib
import io
import re
import shutil
import string
import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from tests.batch.situations import SITUATIONS as OF_TABLES
from tests.shadow.situations import SITUATIONS as OF_ANOTHER_SYSTEM

from justesse.casebook.cases import COVERAGE, SIGNATURES, read_casebook
from justesse.casebook.what_if import changed_case
from justesse.cli.formater import run
from justesse.cli.guarantees import plan_of
from justesse.cli.main import main
from justesse.cli.opening import fresh_place
from justesse.cli.pourquoi_pas import plan_of as plan_of_refusals
from justesse.cli.records import read_record, record_of
from justesse.cli.stopped import Stopped
from justesse.coverage.goals import check_explained, read_goals
from justesse.coverage.inventory import inventory
from justesse.coverage.measure import measure
from justesse.coverage.run import run_folding
from justesse.coverage.tally import Tally
from justesse.diagnostics.catalogue import ENTRIES
from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.entry import Entry
from justesse.diagnostics.wording import full_text, message_of
from justesse.evaluation.decide import decide
from justesse.explanation.record_json import CaseText
from justesse.mutation.hunt import hunted, prepared
from justesse.mutation.signatures import read_signatures, unfounded
from justesse.program.build import build_program
from justesse.program.checks import stale_values
from justesse.program.consolidated import read_consolidated
from justesse.program.load import load_program, unreadable
from justesse.text.positioned_yaml import Mapping, read_yaml
from justesse.text.source import Source, Unreadable, read_source
from justesse.values.calendar import day_of

from .conftest import WORLD, World, sections, source

ENGINE = Path(__file__).parents[2] / "engine" / "justesse"
SHIPPED = Path(__file__).parents[2] / "rules"
EXAMPLE = Path(__file__).parents[2] / "docs" / "exemples" / "trois_employeurs.yaml"
BUILT = "EXEMPLE CONSTRUIT PAR LE TEST"
HEADER = "règle rappel-du-pret (source : règlement) :"
SMALL = {
    "regles/00.regle": """\
vocabulaire : « Prêts ».

fiche lecteur (lecteurs), sujet du dossier :
  - les pages, une durée en heures, au moins 0.

on calcule pour chaque lecteur :
  - la lecture, une durée en heures.

décision :
  - pour chaque lecteur : la lecture.
""",
    "regles/01.regle": """\
texte : « Lecture ».

règle temps-de-lecture (source : règlement art. 1) :
  la lecture du lecteur est égale à 2 × pages du lecteur.
""",
    "recueil/lecture.yaml": """\
thème: La lecture
cas:
  - identifiant: quatre-pages
    titre: Quatre pages
    origine:
      nature: raisonnement
      calcul: "2 × 4"
    dossier:
      lecteur:
        pages: 4
    attendu:
      lecteur:
        lecture: 8
""",
}
CODE = re.compile(r"\"([A-Z]\d{4})\"")


def codes(diagnostics: list[Diagnostic]) -> set[str]:
    return {one.code for one in diagnostics}


def files(text: str, first: str) -> list[Source]:
    return [source(name, body) for name, body in sections(text, first)]


# --- each kind of example ---------------------------------------------------------------------------------


def rules(world: World, text: str) -> list[Diagnostic]:
    return world.program(*files(text, "regles.regle"))[1]


def vocabulary(world: World, text: str) -> list[Diagnostic]:
    return build_program(files(text, "vocabulaire.regle"), lambda _: None)[1]


def case(world: World, text: str) -> list[Diagnostic]:
    return world.case(world.program()[0], text)[1]


def change(world: World, text: str) -> list[Diagnostic]:
    """A case of the library, then a change asked for in it."""
    (_, facts), (_, asked) = sections(text, "dossier.yaml")
    program, _ = world.program()
    tree, _ = read_yaml(source("dossier.yaml", facts))
    assert isinstance(tree, Mapping) and world.case(program, facts)[0] is not None
    return changed_case(tree, [asked], program.declarations)[1]


def parameter(world: World, text: str) -> list[Diagnostic]:
    program, diagnostics = world.program(source("tarif_de_base.yaml", text))
    today = day_of(2026, 3, 1)
    assert today is not None
    return [*(one for one in diagnostics if one.code != "R0407"), *stale_values(program, today)]


def calculation(world: World, text: str) -> list[Diagnostic]:
    *parts, (_, facts) = sections(text, "regles.regle")
    program, diagnostics = world.program(*(source(name, body) for name, body in parts))
    root, wrong = world.case(program, facts)
    assert root is not None, wrong
    refused = world.refusal(program, root)
    return refused or [one for one in diagnostics if one.severity == "erreur"]


def casebook(world: World, text: str, folder: Path) -> list[Diagnostic]:
    for name, body in sections(text, "cas.yaml"):
        (folder / name).write_text(body, encoding="utf-8")
    cases, diagnostics = read_casebook(folder)
    program, _ = world.program(*(read_source(WORLD / name, name) for name in ("regles.regle", "decision.regle")))
    held, tally = inventory(program), Tally()
    outcomes = list(run_folding(held, tally, cases))
    assert not any(one.differences for one in outcomes)
    goals, wrong = read_goals(folder / COVERAGE, COVERAGE)
    wrong += check_explained(goals, measure(held, tally, goals.explanations()))
    return [*diagnostics, *(problem for one in outcomes for problem in one.problems), *wrong]


def signed_mutants(world: World, text: str, folder: Path) -> list[Diagnostic]:
    """The signatures against the mutants of the library, whose only case is of fines."""
    (folder / "cas.yaml").write_text(ENTRIES["C0102"].good, encoding="utf-8")
    (folder / SIGNATURES).write_text(text, encoding="utf-8")
    program, _ = world.program(*(read_source(WORLD / name, name) for name in ("regles.regle", "decision.regle")))
    hunt = prepared(program, read_casebook(folder)[0], 0)
    assert not hunt.failing()
    signatures, diagnostics = read_signatures(folder / SIGNATURES)
    results = list(hunted(hunt, hunt.mutants, 0, 1))
    return [*diagnostics, *unfounded(signatures, {one.name for one in hunt.mutants}, results)]


def of_example(world: World, entry: Entry, text: str, folder: Path) -> list[Diagnostic]:
    match entry.kind:
        case "regle":
            return rules(world, text)
        case "vocabulaire":
            return vocabulary(world, text)
        case "dossier":
            return case(world, text)
        case "changement":
            return change(world, text)
        case "parametre":
            return parameter(world, text)
        case "calcul":
            return calculation(world, text)
        case "cas":
            return casebook(world, text, folder)
        case "mutants":
            return signed_mutants(world, text, folder)
        case "fichier":
            raise AssertionError(f"{entry.code}: the situation of a file is built by its own test")


WRITTEN_BAD = sorted(code for code, entry in ENTRIES.items() if BUILT not in entry.bad)
WRITTEN_GOOD = sorted(code for code, entry in ENTRIES.items() if BUILT not in entry.good)


@pytest.mark.parametrize("code", WRITTEN_BAD)
def test_the_bad_example_yields_its_code(world: World, code: str, tmp_path: Path) -> None:
    found = of_example(world, ENTRIES[code], ENTRIES[code].bad, tmp_path)
    assert code in codes(found), [(one.code, one.details) for one in found]


@pytest.mark.parametrize("code", WRITTEN_GOOD)
def test_the_good_example_is_accepted(world: World, code: str, tmp_path: Path) -> None:
    found = of_example(world, ENTRIES[code], ENTRIES[code].good, tmp_path)
    assert code not in codes(found)
    assert [(one.code, one.details) for one in found if one.severity == "erreur"] == []


@pytest.mark.parametrize("code", WRITTEN_BAD)
def test_every_word_of_the_message_is_filled(world: World, code: str, tmp_path: Path) -> None:
    for one in of_example(world, ENTRIES[code], ENTRIES[code].bad, tmp_path):
        if one.code == code:
            assert "…" not in message_of(one).replace("« … »", "").replace("suivants…", "").replace("précédant…", "")
            assert full_text(one).count("Comment corriger") == 1


# --- situations that no text can hold -----------------------------------------------------------------------


def of_reading(path: Path) -> set[str]:
    with pytest.raises(Unreadable) as raised:
        read_source(path)
    return codes([unreadable(raised.value)])


def no_folder(world: World, folder: Path) -> set[str]:
    return codes(load_program(folder / "absent", fresh=True)[1])


def empty_folder(world: World, folder: Path) -> set[str]:
    return codes(load_program(folder, fresh=True)[1])


def folder_for_file(world: World, folder: Path) -> set[str]:
    (folder / "regles.regle").mkdir()
    return codes(load_program(folder, fresh=True)[1])


def old_encoding(world: World, folder: Path) -> set[str]:
    (folder / "regles.regle").write_bytes("règle".encode("latin-1"))
    return codes(load_program(folder, fresh=True)[1])


def huge_file(world: World, folder: Path) -> set[str]:
    (folder / "regles.regle").write_text("a" * 2_000_001, encoding="utf-8")
    return codes(load_program(folder, fresh=True)[1])


def forbidden_file(world: World, folder: Path) -> set[str]:
    return codes([unreadable(Unreadable("refus", folder / "regles.regle"))])


def full_disk(world: World, folder: Path) -> set[str]:
    rule = folder / "regles.regle"
    rule.write_text("texte :   « Un titre ».", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("os.replace", refuse)
        with pytest.raises(Stopped) as stopped:
            run(argparse.Namespace(chemins=[rule], verifier=False))
    assert [path.name for path in folder.iterdir()] == ["regles.regle"]
    assert rule.read_text(encoding="utf-8") == "texte :   « Un titre »."
    return codes(stopped.value.diagnostics)


def refuse(*_: object) -> None:
    raise OSError


def existing_file(world: World, folder: Path) -> set[str]:
    (folder / "cas.yaml").write_text("thème: Cas\n", encoding="utf-8")
    with pytest.raises(Stopped) as raised:
        fresh_place(folder / "cas.yaml")
    return codes(raised.value.diagnostics)


def other_json(world: World, folder: Path) -> set[str]:
    (folder / "autre.json").write_text("[]", encoding="utf-8")
    return codes(read_consolidated(folder / "autre.json")[1])


def no_record(world: World, folder: Path) -> set[str]:
    (folder / "acte.json").write_text("{}", encoding="utf-8")
    with pytest.raises(Stopped) as raised:
        read_record(folder / "acte.json")
    return codes(raised.value.diagnostics)


def no_template(world: World, folder: Path) -> set[str]:
    program, _ = world.program()
    root, _ = world.case(program, "lecteur:\n  inscription: 2025-01-01\n")
    assert root is not None and program.record_template is None
    with pytest.raises(Stopped) as raised:
        record_of(decide(program, root), CaseText("dossier.yaml", ""), folder)
    return codes(raised.value.diagnostics)


def nothing_to_bound(world: World, folder: Path) -> set[str]:
    program, _ = world.program()
    with pytest.raises(Stopped) as raised:
        plan_of(program, folder)
    return codes(raised.value.diagnostics)


def nothing_to_refuse(world: World, folder: Path) -> set[str]:
    program, _ = world.program()
    with pytest.raises(Stopped) as raised:
        plan_of_refusals(program, folder)
    return codes(raised.value.diagnostics)


def letters_without(before: str, after: str, folder: Path, *arguments: str) -> set[str]:
    """The codes that `justesse courrier` shows with one sentence of the shipped rules written otherwise."""
    rules = folder / "rules"
    shutil.copytree(SHIPPED, rules)
    for path in sorted((rules / "courrier").iterdir()):
        text = path.read_text(encoding="utf-8")
        if before in text:
            path.write_text(text.replace(before, after, 1), encoding="utf-8")
            break
    else:
        raise AssertionError(before)
    told = io.StringIO()
    place = folder / "courrier.html"
    with contextlib.redirect_stderr(told):
        main(["courrier", str(EXAMPLE), "--vers", str(place), "--regles", str(rules), *arguments])
    assert not place.exists()
    return set(re.findall(r"\b[A-Z]\d{4}\b", told.getvalue()))


def missing_message(world: World, folder: Path) -> set[str]:
    return letters_without("titre = ", "tître = ", folder)


def forgotten_amount(world: World, folder: Path) -> set[str]:
    return letters_without("{ $montant } en total.", "mucho en total.", folder)


def no_letter(world: World, folder: Path) -> set[str]:
    for name, text in SMALL.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "dossier.yaml").write_text("lecteur:\n  pages: 4\n", encoding="utf-8")
    told = io.StringIO()
    with contextlib.redirect_stderr(told):
        main(["courrier", str(folder / "dossier.yaml"), "--vers", str(folder / "c.html"), "--regles", str(folder / "regles")])
    return set(re.findall(r"\b[A-Z]\d{4}\b", told.getvalue()))


def no_library(world: World, folder: Path) -> set[str]:
    told = io.StringIO()
    gone = {"fluent.runtime": None, "justesse.explanation.letter.wording": None, "justesse.explanation.letter.page": None}
    with patch.dict(sys.modules, gone), contextlib.redirect_stderr(told):
        main(["courrier", str(EXAMPLE), "--vers", str(folder / "c.html")])
    assert "justesse[courrier]" in told.getvalue()
    return set(re.findall(r"\b[A-Z]\d{4}\b", told.getvalue()))


def unknown_language(world: World, folder: Path) -> set[str]:
    told = io.StringIO()
    with contextlib.redirect_stderr(told):
        main(["courrier", str(EXAMPLE), "--vers", str(folder / "c.html"), "--langue", "eo"])
    return set(re.findall(r"\b[A-Z]\d{4}\b", told.getvalue()))


def of_a_person_who_died(world: World, folder: Path) -> set[str]:
    case = folder / "cas.yaml"
    case.write_text("assuré:\n  date de décès: 2025-04-20\n" + EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    told = io.StringIO()
    with contextlib.redirect_stderr(told):
        assert main(["courrier", str(case), "--vers", str(folder / "c.html")]) == 2
    assert not (folder / "c.html").exists()
    return set(re.findall(r"\b[A-Z]\d{4}\b", told.getvalue()))


def open_brace(world: World, folder: Path) -> set[str]:
    return letters_without("titre = Vos", "titre = { Vos", folder)


def lost_layout(world: World, folder: Path) -> set[str]:
    return letters_without("{% for partie in parties %}", "{% for partie in chapitres %}", folder)


def empty_casebook(world: World, folder: Path) -> set[str]:
    return codes(read_casebook(folder)[1])


def no_case_kept(world: World, folder: Path) -> set[str]:
    told = io.StringIO()
    (folder / "cas.yaml").write_text(
        ENTRIES["C0101"].good if BUILT not in ENTRIES["C0101"].good else ENTRIES["C0102"].good, "utf-8"
    )
    with contextlib.redirect_stderr(told):
        assert main(["cas", str(folder), "-k", "aucun cas ne dit cela"]) == 2
    return set(re.findall(r"\b[A-Z]\d{4}\b", told.getvalue()))


def file_for_folder(world: World, folder: Path) -> set[str]:
    (folder / "seule.regle").write_text("règle", encoding="utf-8")
    return codes(load_program(folder / "seule.regle", fresh=True)[1])


def endless_sentence(world: World, folder: Path) -> set[str]:
    terms = " + 1" * 1_100
    return codes(
        rules(world, f"règle rappel-du-pret (source : règlement) :\n  pour tout prêt, le rappel du prêt est égal à 1{terms}.")
    )


def unknown_words(world: World, folder: Path) -> set[str]:
    return codes(rules(world, "xyz " * 101))


def tangled_case(world: World, folder: Path) -> set[str]:
    """Each Sunday differs from the day before: eighty-five years of them."""
    words = "pour chaque jour du prêt, ce jour est un jour ouvert si ce jour n'est pas un dimanche."
    shown = "vocabulaire : « Décision ».\n\ndécision :\n  - pour chaque jour de prêt : un jour ouvert.\n"
    rule = f"règle jour-ouvert (source : règlement) :\n  {words}"
    program, _ = world.program(source("d.regle", shown), source("r.regle", rule))
    root, _ = world.case(program, "prêts:\n  - début: 1940-01-01\n    fin: 2025-01-01\n")
    assert root is not None
    return codes(decide(program, root).refusals)


def long_sentence(world: World, folder: Path) -> set[str]:
    terms = " + 1" * 60
    return codes(
        rules(world, f"règle rappel-du-pret (source : règlement) :\n  pour tout prêt, le rappel du prêt est égal à 1{terms}.")
    )


def crowded_case(world: World, folder: Path) -> set[str]:
    months = "  - mois: 1950-01 à 1999-12\n    versement: 1\n    heures: 1\n" * 9
    return codes(case(world, "cotisations:\n" + months))


def deep_calculation(world: World, folder: Path) -> set[str]:
    names = [f"la valeur numéro {number}" for number in range(410)]
    fields = " ;\n".join(f"  - {name}, un nombre" for name in names)
    shown = f"décision :\n  - pour chaque lecteur : {names[0]}.\n"
    vocabulary = f"vocabulaire : « Profondeur ».\n\non calcule pour chaque lecteur :\n{fields}.\n\n{shown}"
    values = [*(f"{name} du lecteur" for name in names[1:]), "1"]
    steps = [
        f"règle valeur-{number} (source : règlement) :\n  pour tout lecteur, {name} du lecteur est égale à {value}."
        for number, (name, value) in enumerate(zip(names, values, strict=True))
    ]
    program, _ = world.program(source("profondeur.regle", vocabulary), source("regles.regle", "\n\n".join(steps)))
    root, _ = world.case(program, "lecteur:\n  inscription: 2025-01-01\n")
    assert root is not None
    return codes(decide(program, root).refusals)


def muted(folder: Path, *options: str, expected: int = 8, last: str = "mutants.json") -> set[str]:
    """The codes that `justesse muter` shows, over one rule and one case."""
    for name, text in SMALL.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text.replace("lecture: 8", f"lecture: {expected}"), encoding="utf-8")
    given = ["--regles", str(folder / "regles"), "--recueil", str(folder / "recueil"), "--resultats", str(folder / last)]
    told = io.StringIO()
    with contextlib.redirect_stderr(told):
        main(["muter", "--coeurs", "1", *given, *options])
    return set(re.findall(r"\b[A-Z]\d{4}\b", told.getvalue()))


def failing_case(world: World, folder: Path) -> set[str]:
    return muted(folder, expected=9)


def nothing_to_read_again(world: World, folder: Path) -> set[str]:
    return muted(folder, "--survivants")


def no_mutant(world: World, folder: Path) -> set[str]:
    return muted(folder, "-k", "nulle part")


def no_place_for_results(world: World, folder: Path) -> set[str]:
    return muted(folder, last="regles/01.regle/mutants.json")


def _alone(situation: Callable[[Path], set[str]]) -> Callable[[World, Path], set[str]]:
    """A situation that brings its own rules."""
    return lambda _, folder: situation(folder)


BUILDERS: dict[str, Callable[[World, Path], set[str]]] = {
    "F0101": no_folder,
    "F0102": empty_folder,
    "F0103": folder_for_file,
    "F0104": old_encoding,
    "F0105": huge_file,
    "F0106": forbidden_file,
    "F0107": full_disk,
    "F0121": existing_file,
    "F0122": other_json,
    "F0123": no_record,
    "F0124": no_template,
    "F0130": nothing_to_bound,
    "F0131": nothing_to_refuse,
    "F0125": no_letter,
    "F0126": no_library,
    "F0127": unknown_language,
    "F0128": open_brace,
    "F0129": lost_layout,
    "F0132": of_a_person_who_died,
    "P0107": missing_message,
    "P0108": forgotten_amount,
    "C0101": empty_casebook,
    "C0110": no_case_kept,
    "F0108": file_for_folder,
    "R0113": endless_sentence,
    "R0214": unknown_words,
    "R0710": long_sentence,
    "D0119": crowded_case,
    "E0106": deep_calculation,
    "E0112": tangled_case,
    "M0101": failing_case,
    "M0105": nothing_to_read_again,
    "M0106": no_mutant,
    "M0107": no_place_for_results,
    **{code: _alone(situation) for code, situation in (OF_TABLES | OF_ANOTHER_SYSTEM).items()},
}


@pytest.mark.parametrize("code", sorted(BUILDERS))
def test_the_situation_yields_its_code(world: World, code: str, tmp_path: Path) -> None:
    assert code in BUILDERS[code](world, tmp_path)


# --- the whole catalogue --------------------------------------------------------------------------------------


def used_codes() -> set[str]:
    modules = [path for path in ENGINE.rglob("*.py") if not path.name.startswith("catalogue")]
    return {code for path in modules for code in CODE.findall(path.read_text(encoding="utf-8"))}


def test_every_code_of_the_engine_has_its_page_and_every_page_its_code() -> None:
    assert sorted(used_codes() ^ set(ENTRIES)) == []


def test_every_code_is_shown_by_an_example_or_by_a_situation() -> None:
    assert sorted(set(ENTRIES) - {*WRITTEN_BAD, *BUILDERS}) == []


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=list(ENTRIES))
def test_a_page_is_written_for_a_reader_of_law(entry: Entry) -> None:
    words = " ".join((entry.title, entry.message, entry.remedy, entry.page)).lower()
    assert not re.search(r"\b(token|parser|ast|null|none|bool|string|float|parse|syntaxe)\b", words)
    assert entry.message.endswith((".", "?")) and entry.remedy.endswith(".") and entry.page.endswith(".")
    assert not entry.title.endswith(".")
    assert all(name == name.lower() for _, name, _, _ in string.Formatter().parse(entry.message) if name)


def test_an_unknown_code_and_a_missing_detail_never_fail() -> None:
    assert message_of(mistake("Z9999", None)) == "Erreur Z9999."
    assert "…" in message_of(mistake("R0202", None, nom="durrée"))
