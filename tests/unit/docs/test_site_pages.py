"""The generated pages: every sentence has its section, links lead somewhere, blanks are shown, drawings are told."""

import re
from pathlib import Path

import pytest
from docs.site_pages.article_pages import ENOUGH, articles_page
from docs.site_pages.exercise import exercise
from docs.site_pages.marks import text_order
from docs.site_pages.rule_pages import rule_page, rules_index
from docs.site_pages.site import Site, site_of
from docs.site_pages.verify_pages import to_verify_page
from docs.site_pages.version_drawing import Bar, bar_text, drawing

from justesse.program.load import load_program
from justesse.values.calendar import read_day

ROOT = Path(__file__).parents[3]
VOCABULARY = """\
vocabulaire : « Lecture ».

fiche lecteur (lecteurs), sujet du dossier :
  - les pages, une durée en heures, au moins 0.

on calcule pour chaque lecteur :
  - la lecture, une durée en heures.

décision :
  - pour chaque lecteur : la lecture.
"""
RULES = """\
texte : « Lecture ».

règle temps-de-lecture (source : CSS art. L. 1-1) :
  la lecture du lecteur est égale à 2 × pages du lecteur.

exception lecture-rapide à temps-de-lecture (source : CSS art. L. 1-1) :
  la lecture du lecteur est égale à pages du lecteur
  si les pages du lecteur sont au moins égales à 10 heures.
"""
CASE = """\
thème: Lecture
cas:
  - identifiant: quatre-pages
    titre: Quatre pages
    origine:
      nature: texte
      articles:
        - CSS art. L. 1-1
      calcul: deux fois quatre
    dossier:
      lecteur:
        pages: 4
    attendu:
      lecteur:
        lecture: 8
"""
REGISTER = """\
- source: CSS art. L. 1-1
  objet: temps de lecture
  versions:
    - identifiant: LEGIARTI000000000001
      à compter du: 2010-01-01
      jusqu'au: 2023-12-31
    - identifiant: LEGIARTI000000000002
      à compter du: 2024-01-01
      note: texte non lu
  vérifié le: 2026-01-01
  vérification: texte lu
- source: CSS art. L. 1-2
  objet: sans règle
  versions: []
  vérifié le: 2026-01-01
  vérification: non vérifié sur le texte
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = tmp_path_factory.mktemp("projet")
    texts = {"rules/00.regle": VOCABULARY, "rules/01_lecture.regle": RULES, "rules/sources.yaml": REGISTER}
    texts["casebook/cas.yaml"] = CASE
    for name, text in texts.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    program, diagnostics = load_program(root / "rules")
    assert program is not None, diagnostics
    return site_of(root, program, diagnostics, exercise(program, root / "casebook", root / "engine"))


def test_a_sentence_has_its_texts_versions_exceptions_and_cases(small: Site) -> None:
    page = rule_page(small, small.root / "rules" / "01_lecture.regle")
    first, second = page.split("## ")[1:3]
    assert first.startswith("Lecture (lecteur) · temps-de-lecture { #temps-de-lecture }")
    assert "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000000000002" in first and "(avant : [2010-01-01](" in first
    assert "**Exceptions qui la touchent** : [`lecture-rapide`](01_lecture.md#lecture-rapide)" in first
    assert '<figure class="versions"><svg' in first and "CSS art. L. 1-1 : à compter du 2024-01-01" in first
    assert "Retenue dans 1 cas" in first and "`quatre-pages` : Quatre pages" in first
    assert "aucun cas ne la retient ; examinée sans être retenue dans 1" in second and "pages (dossier)" in second


def test_the_exercise_is_kept_and_read_back(small: Site) -> None:
    again = exercise(small.program, small.root / "casebook", small.root / "engine")
    assert again == small.exercise and again.retained == {"temps-de-lecture": ["quatre-pages"]}


def test_blanks_are_shown(small: Site) -> None:
    page = articles_page(small)
    assert "| CSS art. L. 1-2 | sans règle | **aucune règle** |" in page
    table, without, few = re.split(r"^## Les (?:textes sans|règles qui)", page, flags=re.MULTILINE)
    assert "L. 1-2" in without and "L. 1-1" not in without
    assert "lecture-rapide" in few and "**aucun**" in few and "temps-de-lecture" in few
    assert "2 règles sur 2" in table


def test_what_is_left_to_verify(small: Site) -> None:
    page = to_verify_page(small, read_day("2026-02-01") or 0)
    assert "2 textes sont au registre ; 2 attendent" in page and "[2024-01-01](" in page


# --- the shipped rules ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shipped() -> Site:
    program, diagnostics = load_program(ROOT / "rules")
    assert program is not None
    return site_of(ROOT, program, diagnostics, exercise(program, ROOT / "casebook", ROOT / "engine"))


def test_every_sentence_has_one_section_and_every_link_a_target(shipped: Site) -> None:
    pages = {f"{path.relative_to(ROOT / 'rules').with_suffix('').as_posix().replace('/', '_')}.md": rule_page(shipped, path)
             for path in shipped.sentences}  # fmt: skip
    anchors = {f"{name}#{one}" for name, text in pages.items() for one in re.findall(r"\{ #([\w-]+) \}", text)}
    assert len(anchors) == len(shipped.homes) > 50
    links = {one for text in (*pages.values(), rules_index(shipped), articles_page(shipped))
             for one in re.findall(r"\]\(([\w]+\.md#[\w-]+)\)", text)}  # fmt: skip
    assert {one for one in links if not one.startswith("interpretations.md")} - anchors == set()


def test_every_text_and_every_rule_with_few_cases_is_in_the_table(shipped: Site) -> None:
    page = articles_page(shipped)
    assert [name for name in shipped.program.register if f"{name}]" not in page and f"| {name} |" not in page] == []
    assert all(f"`{name}`" in page for name in shipped.homes if len(shipped.exercise.retained.get(name, ())) < ENOUGH
               and name not in shipped.program.interpretations)  # fmt: skip


# --- pieces -----------------------------------------------------------------------------------------


def test_texts_go_by_number() -> None:
    names = ["décret n° 2021-1", "CSS art. R. 323-4", "CSS art. L. 323-10", "CSS art. L. 323-2", "CSP art. L. 9-1"]
    assert sorted(names, key=text_order) == [names[4], names[3], names[2], names[1], names[0]]


def test_a_drawing_says_in_words_what_it_draws() -> None:
    bars = [Bar("règle", None, read_day("2021-12-31"), "v1", True), Bar("règle", read_day("2022-01-01"), None, "v2", True)]
    figure = drawing(bars, 2023)
    assert [bar_text(one) for one in bars] == ["jusqu'au 2021-12-31", "à compter du 2022-01-01"]
    assert all(bar_text(one).replace("'", "&#x27;") in figure for one in bars)
    (left, width), (after, _) = re.findall(r'x="(\d+)" y="\d+" width="(\d+)"', figure)
    assert int(left) + int(width) < int(after), "two versions never overlap"
