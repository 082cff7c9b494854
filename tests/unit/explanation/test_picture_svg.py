"""The SVG of a picture, on cases of the casebook: the twin says all of it, it can be read, and nothing in it can run."""

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from justesse.casebook.dossiers import read_dossiers
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.explanation.picture.outline import Picture, picture_of
from justesse.explanation.picture.plan import PATTERNS, TO_SETTLE
from justesse.explanation.picture.rows import THICK
from justesse.explanation.picture.scale import RIGHT
from justesse.explanation.picture.shapes import ALARM, GREY, INK, LINE, RECORD, STROKES, text_width
from justesse.explanation.picture.svg import WIDTH, picture_svg
from justesse.explanation.picture.text import picture_text
from justesse.program.load import load_program
from justesse.program.program import Program
from justesse.values.states import State

ROOT = Path(__file__).parents[3]
FILES = (
    "docs/exemples/trois_employeurs.yaml", "tests/benchmarks/dossier_trois_ans.yaml",
    "casebook/parcours/temps_partiel_therapeutique.yaml", "casebook/parcours/plusieurs_employeurs.yaml",
    "casebook/parcours/reformes_de_2024_a_2026.yaml", "casebook/parcours/situations_pendant_l_arret.yaml",
    "casebook/parcours/un_jour_une_indemnite.yaml", "casebook/hors_perimetre/motifs.yaml",
    "casebook/duree/pensionne_dates.yaml", "casebook/ouverture_des_droits/paie_manquante.yaml",
)  # fmt: skip
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"rect", "path"}
WRITTEN_BELOW = {"title", "desc"}


@cache
def law() -> Program:
    program, diagnostics = load_program(ROOT / "rules")
    assert program is not None, diagnostics
    return program


@cache
def pictures(file: str) -> list[tuple[Decision, Picture]]:
    """The cases of a file, decided and drawn."""
    made = []
    for one in read_dossiers(ROOT / file)[0]:
        case, wrong = read_case(one.tree, law().declarations)
        assert case is not None, wrong
        decision = decide(law(), case.root, dict(one.readings))
        made.append((decision, picture_of(decision, one.title or one.name)))
    return made


def drawn(file: str) -> Iterator[tuple[Picture, ElementTree.Element]]:
    for _, picture in pictures(file):
        yield picture, ElementTree.fromstring(picture_svg(picture))


def texts(root: ElementTree.Element) -> list[tuple[int, int, int, str]]:
    """Left edge, right edge, base and words of every text, as wide as the engine thinks it is."""
    found = []
    for one in root.iter(f"{SVG}text"):
        x, y, words = int(one.get("x", "")), int(one.get("y", "")), one.text or ""
        width = text_width(words, int(one.get("font-size", "")))
        left = x - {"middle": width // 2, "end": width}.get(one.get("text-anchor", ""), 0)
        found.append((left, left + width, y, words))
    return found


def luminance(colour: str) -> float:
    """WCAG 2 relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_on_white(colour: str) -> float:
    return 1.05 / (luminance(colour) + 0.05)


# --- nothing is lost ------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", FILES)
def test_the_picture_and_its_twin_say_the_same_bars(file: str) -> None:
    for picture, root in drawn(file):
        titles = [one.text for group in root.iter(f"{SVG}g") for one in group.findall(f"{SVG}title")]
        held = [bar.words for lane in picture.lanes for bar in lane.bars if picture.holds(bar)]
        twin = [line.removeprefix("  - ") for line in picture_text(picture).splitlines() if line.startswith("  - ")]
        bars = [bar.words for lane in picture.lanes for bar in lane.bars]
        assert sorted(titles, key=str) == sorted(held)
        assert [line.removesuffix(" (hors du temps dessiné)") for line in twin[: len(bars)]] == bars
        assert root.findtext(f"{SVG}desc") == picture_text(picture)


@pytest.mark.parametrize("file", FILES)
def test_every_run_and_every_record_that_bears_days_is_drawn(file: str) -> None:
    for decision, picture in pictures(file):
        days = [bar for lane in picture.lanes if lane.sort == "days" for bar in lane.bars]
        for run in decision.runs:
            value = next(line.value for line in run.lines if line.item.name == "statut")
            shown = TO_SETTLE.value if isinstance(value, State) else value
            looks = [one.look for one in days if one.first <= run.first and run.last <= one.last]
            assert shown in [look.value for look in looks if look is not None]
        stops = decision.root.fields["arrêts"]
        assert isinstance(stops, tuple)
        [lane] = [one for one in picture.lanes if one.title == "Arrêts"]
        assert [(bar.first, bar.last) for bar in lane.bars] == [(one.fields["début"], one.fields["fin"]) for one in stops]
        assert all(picture.holds(bar) for bar in (*days, *lane.bars))


@pytest.mark.parametrize("file", FILES)
def test_what_does_not_fit_has_a_number_and_a_note(file: str) -> None:
    for picture, root in drawn(file):
        words = [one[3] for one in texts(root)]
        everything = "\n".join(words)
        for lane in picture.lanes:
            for bar in lane.bars:
                start = f"{lane.title}, {bar.words}"[:60]
                noted = re.search(rf"^(\d+)\. {re.escape(start)}", everything, re.MULTILINE)
                written = all(text in words for text in (bar.label, *bar.figures) if text)
                assert (noted and noted[1] in words) or written or not picture.holds(bar)


# --- it can be read -------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", FILES)
def test_no_text_runs_over_another_or_off_the_page(file: str) -> None:
    for _, root in drawn(file):
        height = int(root.get("viewBox", "").split()[3])
        ordered = sorted(texts(root), key=lambda one: (one[2], one[0]))
        assert all(left >= 0 and right <= WIDTH and y < height for left, right, y, _ in ordered)
        for before, after in pairwise(ordered):
            assert before[2] != after[2] or before[1] <= after[0], (before, after)


@pytest.mark.parametrize("file", FILES)
def test_every_bar_can_be_seen_and_stays_in_the_picture(file: str) -> None:
    for _, root in drawn(file):
        for group in root.iter(f"{SVG}g"):
            for one in group.findall(f"{SVG}rect") if group.get("class") else ():
                assert int(one.get("width", "")) >= 2 and int(one.get("height", "")) >= THICK // 2
                assert int(one.get("x", "")) + int(one.get("width", "")) <= RIGHT + 3


def test_colours_stand_out_on_white() -> None:
    plan = law().picture
    assert plan is not None
    assert min(map(contrast_on_white, (INK, GREY))) >= 4.5
    assert min(map(contrast_on_white, (RECORD, LINE, ALARM, TO_SETTLE.colour, *(look.colour for look in plan.looks)))) >= 3


@pytest.mark.parametrize("file", FILES)
def test_only_known_colours_are_drawn(file: str) -> None:
    plan = law().picture
    assert plan is not None
    shapes = {INK, GREY, RECORD, LINE, ALARM, TO_SETTLE.colour, *(look.colour for look in plan.looks), "#ffffff", "none"}
    for _, root in drawn(file):
        for one in root.iter():
            used = {one.get("fill"), one.get("stroke")} - {None}
            allowed = {INK, GREY, "#ffffff"} if one.tag == f"{SVG}text" else shapes
            assert {colour for colour in used if not str(colour).startswith("url(#")} <= allowed
            assert one.tag != f"{SVG}text" or one.get("fill") in (INK, GREY)


def test_the_patterns_are_those_of_the_schema() -> None:
    schema = json.loads((ROOT / "grammar" / "schemas" / "image.schema.json").read_text(encoding="utf-8"))
    named = schema["properties"]["jours"]["properties"]["valeurs"]["items"]["properties"]["motif"]["enum"]
    assert sorted(named) == sorted(PATTERNS) == sorted(STROKES.keys() - {TO_SETTLE.pattern})
    assert len(set(STROKES.values())) == len(STROKES)


# --- nothing runs, nothing changes ----------------------------------------------------------------------


@pytest.mark.parametrize("file", FILES)
def test_only_plain_shapes_and_links_inside_the_file(file: str) -> None:
    for picture, root in drawn(file):
        known = {"svg", "title", "desc", "defs", "pattern", "g", "rect", "path", "text"}
        assert {one.tag.removeprefix(SVG) for one in root.iter()} <= known
        names = {one.get("id") for one in root.iter() if one.get("id")}
        links = [value[5:-1] for one in root.iter() for value in one.attrib.values() if value.startswith("url(")]
        assert {*links, root.get("aria-labelledby"), root.get("aria-describedby")} <= names
        assert root.get("role") == "img" and root.findtext(f"{SVG}title") == picture.title
        assert not [key for one in root.iter() for key in one.attrib if key.startswith("on") or "href" in key]


def test_the_same_case_gives_the_same_bytes() -> None:
    once = [picture_svg(picture) for _, picture in pictures(FILES[0])]
    pictures.cache_clear()
    assert [picture_svg(picture) for _, picture in pictures(FILES[0])] == once


def test_what_a_person_writes_is_text() -> None:
    title = "<script>alert('é')</script> & ]]> \x07" + "très long " * 40
    picture = Picture(title, ("a < b",), (), (), (), ())
    root = ElementTree.fromstring(picture_svg(picture))
    assert root.findtext(f"{SVG}title") == title.replace("\x07", "\ufffd")
    assert not list(root.iter(f"{SVG}script"))
    assert all(right <= WIDTH for _, right, _, _ in texts(root))


def test_a_printer_that_paints_strokes_last_hides_no_letter() -> None:
    (_, picture), *_ = pictures(FILES[0])
    shown, printed = (ElementTree.fromstring(picture_svg(picture, one)) for one in (False, True))
    assert any("paint-order" in one.attrib for one in shown.iter(f"{SVG}text"))
    assert not any("stroke" in one.attrib for one in printed.iter(f"{SVG}text"))
    assert [one.text for one in shown.iter(f"{SVG}text")] == [one.text for one in printed.iter(f"{SVG}text")]
    plain = next(look for look, _ in picture.legend if look.pattern == "plein")
    assert plain.colour in {one.get("fill") for one in printed.iter(f"{SVG}rect")}
