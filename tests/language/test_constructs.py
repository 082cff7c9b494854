"""One construct, one folder: the good examples compute what stands beside them, the bad ones are refused with their code.

A bad file begins with the code it must yield: `R0312_mixed_units.regle`. A good one has its case and its expected values
in the YAML file of the same name: each element of « attendu » names a subject by its place in its list, then a day, a
month or a choice (« pour ») where there is one, then values. A line « === name » begins another file.
"""

from pathlib import Path

import pytest

from justesse.casebook.run import matches
from justesse.diagnostics.diagnostic import Diagnostic
from justesse.evaluation.decide import decide, subjects
from justesse.evaluation.evaluator import Evaluator
from justesse.program.declarations import Attribute
from justesse.program.program import Program
from justesse.text.positioned_yaml import Entry, Mapping, Node, Scalar, Sequence, read_yaml
from justesse.text.source import read_source
from justesse.values.calendar import read_day, read_month

from .conftest import World, sections, source

HERE = Path(__file__).parent
GOOD = sorted(HERE.glob("*/good/*.regle"))
BAD = sorted(HERE.glob("*/bad/*.regle"))
FURTHER = ("jour", "mois", "pour")
SPECIAL = ("refus", "signalements", "lectures", "pièce")


def name_of(path: Path) -> str:
    return f"{path.parts[-3]}-{path.stem}"


@pytest.mark.parametrize("path", BAD, ids=name_of)
def test_a_bad_example_is_refused_with_its_code(world: World, path: Path) -> None:
    _, diagnostics = program_of(world, path)
    assert path.name.partition("_")[0] in {one.code for one in diagnostics}


@pytest.mark.parametrize("path", GOOD, ids=name_of)
def test_a_good_example_computes_what_it_says(world: World, path: Path) -> None:
    program, diagnostics = program_of(world, path)
    assert [(one.code, one.details) for one in diagnostics if one.severity == "erreur"] == []
    tree, mistakes = read_yaml(read_source(path.with_suffix(".yaml")))
    assert isinstance(tree, Mapping) and not mistakes
    expected, dossier = tree.get("attendu"), tree.get("dossier")
    assert isinstance(expected, Sequence) and dossier is not None
    root, wrong = world.case_of(program, dossier)
    assert root is not None, [(one.code, one.details) for one in wrong]
    elements = [one for one in expected.items if isinstance(one, Mapping)]
    readings = {entry.key.text: text(entry.value) for one in elements for entry in entries(one.get("lectures"))}
    assert papers(elements) <= program.papers.items()
    assert refused(elements) == [one.code for one in world.refusal(program, root)]
    if not refused(elements):
        evaluator = Evaluator(program, root, readings)
        assert notices(elements) <= {one.rule.identifier for one in decide(program, root, readings).notices}
        assert [difference for one in elements for difference in differences(program, evaluator, one)] == []


def program_of(world: World, path: Path) -> tuple[Program, list[Diagnostic]]:
    written = sections(path.read_text(encoding="utf-8"), path.name)
    return world.program(*(source(name, body) for name, body in written))


def differences(program: Program, evaluator: Evaluator, expected: Mapping) -> list[str]:
    """What is not as expected of one subject."""
    entry = expected.entries[0]
    if entry.key.text in SPECIAL:
        return []
    record = subjects(evaluator, entry.key.text)[int(text(entry.value)) - 1]
    found = []
    for line in expected.entries[1:]:
        if line.key.text not in FURTHER:
            attribute = attribute_of(program, entry.key.text, line, expected)
            value = computed(evaluator, attribute, record, expected)
            if not matches(text(line.value), value, attribute.type):
                found.append(f"{line.key.text} : {text(line.value)} attendu, {value} calculé (ligne {line.key.span.line})")
    return found


def attribute_of(program: Program, subject: str, line: Entry, expected: Mapping) -> Attribute:
    further = any(key in FURTHER for key in keys(expected))
    named = [one for one in program.declarations.by_form[line.key.text] if one.subjects[0].name == subject]
    return next(one for one in named if (len(one.subjects) > 1) is further)


def computed(evaluator: Evaluator, attribute: Attribute, record: object, expected: Mapping) -> object:
    if "jour" in keys(expected):
        day = read_day(text(expected.get("jour")))
        instance = evaluator.instance(attribute.key, (record, day))
        return evaluator.seen(instance, day)
    if "mois" in keys(expected):
        return evaluator.instance(attribute.key, (record, read_month(text(expected.get("mois"))))).value
    if "pour" in keys(expected):
        return evaluator.instance(attribute.key, (record, text(expected.get("pour")))).value
    return evaluator.instance(attribute.key, (record,)).value


def refused(elements: list[Mapping]) -> list[str]:
    return [text(one.get("refus")) for one in elements if one.get("refus") is not None]


def notices(elements: list[Mapping]) -> set[str]:
    listed = [one.get("signalements") for one in elements]
    return {text(item) for one in listed if isinstance(one, Sequence) for item in one.items}


def papers(elements: list[Mapping]) -> set[tuple[tuple[str, str], str]]:
    """« pièce : reçu ; fait : fin ; fiche : prêt » as the program holds it."""
    listed = [one for one in elements if one.get("pièce") is not None]
    return {((text(one.get("fait")), text(one.get("fiche"))), text(one.get("pièce"))) for one in listed}


def keys(node: Mapping) -> list[str]:
    return [entry.key.text for entry in node.entries]


def entries(node: Node | None) -> tuple[Entry, ...]:
    return node.entries if isinstance(node, Mapping) else ()


def text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""
