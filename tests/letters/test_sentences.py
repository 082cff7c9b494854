"""A letter is read by anyone: short sentences, every word in its language, no word that accuses."""

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from justesse.explanation.letter.message import Letter, Message
from justesse.explanation.letter.wording import CLOSE, OPEN, Wording
from justesse.program.program import Program
from justesse.values.states import State

from .conftest import RULES, Pager, Sent

WORD = re.compile(r"\d[\d\u202f.,\u00a0]*(?:€|%)?|[^\W\d_]+(?:’[^\W\d_]+)*")
MEDIAN, LONGEST, SHORT_LONGEST = 15, 25, 15


def sentences(letter: Letter, wording: Wording) -> Iterator[str]:
    """Every sentence of every message of a letter."""
    for section in letter.sections:
        for item in section.items:
            if isinstance(item, Message) and item.name != "droits-textes":
                text = wording.text(item).replace(OPEN, "").replace(CLOSE, "")
                yield from filter(None, re.split(r"(?<=[.!?])\s+", text))


def lengths(letter: Letter, wording: Wording) -> dict[str, int]:
    return {one: len(WORD.findall(one)) for one in sentences(letter, wording)}


def test_cases_of_every_kind_are_looked_at(letters: list[Sent]) -> None:
    totals = [{line.item.name: line.value for part in one.decision.parts for line in part.lines} for one in letters]
    met = {
        message.name
        for one in letters
        for section in one.letter.sections
        for message in section.items
        if isinstance(message, Message)
    }
    assert len(letters) >= 40
    assert any(isinstance(one.get("total net"), State) for one in totals)
    assert {
        "total-personne", "total-employeur", "partage-employeur", "total-employeurs", "total-sans-destinataire",
            "total-nul", "total-inconnu",
        "pas-de-calcul", "calcul-impossible", "quand-inconnu", "manque-fait", "manque-valeur", "a-savoir", "droits-delai",
        "droits-plus-tard",
    } <= met  # fmt: skip


def test_sentences_are_short(letters: list[Sent], wordings: dict[str, Wording]) -> None:
    found = {sentence: size for one in letters for sentence, size in lengths(one.letter, wordings["fr"]).items()}
    assert {sentence: size for sentence, size in found.items() if size > LONGEST} == {}
    assert all(median(lengths(one.letter, wordings["fr"]).values()) <= MEDIAN for one in letters)


def test_the_version_easy_to_read_is_shorter_still(letters: list[Sent], wordings: dict[str, Wording]) -> None:
    found = {sentence: size for one in letters for sentence, size in lengths(one.short, wordings["falc"]).items()}
    assert {sentence: size for sentence, size in found.items() if size > SHORT_LONGEST} == {}
    assert all(len(one.short.sections) < len(one.letter.sections) for one in letters)


def test_every_sentence_of_the_rules_is_short(letters: list[Sent]) -> None:
    """Those that no case of these says too: « se lit » without what stands between braces."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(RULES).rglob("*.regle"))]
    said = [one for text in texts for one in re.findall(r"se lit : « (.*?) »\.", text)]
    pieces = [piece for one in said for piece in re.split(r"(?<=[.!?])\s+", re.sub(r"\{[^}]*\}", "1", one))]
    assert len(pieces) > 100
    assert [one for one in pieces if len(WORD.findall(one.replace("'", "’"))) > LONGEST] == []


def test_no_reason_has_a_hole(letters: list[Sent], wordings: dict[str, Wording]) -> None:
    assert [one for letter in letters for one in sentences(letter.letter, wordings["fr"]) if "…" in one] == []


def test_nothing_accuses(letters: list[Sent], page: Pager, wordings: dict[str, Wording]) -> None:
    pages = [page(one, aid, short) for one in letters[::8] for aid, short in (("", False), ("", True), ("en", False))]
    words = [path.read_text(encoding="utf-8") for path in RULES.rglob("*") if path.suffix in (".ftl", ".html", ".regle", ".yaml")]
    assert [text for text in [*pages, *words] if re.search(r"fraud", text, re.IGNORECASE)] == []


def test_every_language_says_every_letter(letters: list[Sent], page: Pager, wordings: dict[str, Wording]) -> None:
    assert set(wordings) == {"fr", "falc", "en", "pt-PT", "es", "ar"}
    for language in ("en", "pt-PT", "es", "ar"):
        for one in letters:
            assert f'lang="{language}"' in page(one, language)


def test_the_aid_says_that_the_french_binds(example: Sent, page: Pager) -> None:
    assert "Seule la version française fait foi." in page(example, "ar")
    assert '<p class="aide" lang="ar" dir="rtl">' in page(example, "ar")
    assert '<p class="aide" lang="es" dir="ltr">' in page(example, "es")


def test_every_count_says_none_and_one(program: Program) -> None:
    for text in program.letter_words.values():
        assert text.count("->") == text.count("[0]") == text.count("[1]") == text.count("*[other]") > 3


def test_none_and_one_have_words_of_their_own(wordings: dict[str, Wording]) -> None:
    for wording in wordings.values():
        texts = [wording.named("jours-payes", {"jours": number}) for number in (0, 1, 2, 3, 11, 100)]
        assert len(set(texts)) == len(texts)
        assert not re.search(r"\d", texts[0] + texts[1]) and all(re.search(r"\d", text) for text in texts[2:])
