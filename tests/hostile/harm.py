"""Harm done to a sound text, one blow at a time: what a bad disk, a bad editor, a bad copy or a bad mind would do.

Each blow takes the chance and a text and gives bytes. A blow may leave the meaning unchanged: the command then answers.
"""

import re
from collections.abc import Callable
from random import Random

Blow = Callable[[Random, str], bytes]

_NUMBER = re.compile(r"(?<![\w-])\d+(,\d+)?(?![\w-])")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d+ (?:janvier|avril|août|septembre|octobre|décembre) \d{4}")
_WORD = re.compile(r"\w+")
_KEY = re.compile(r"^(\s*(?:- )?)([^\s:#-][^:#\n]*)(?=:)", re.MULTILINE)

NUMBERS = (
    "10^10000",
    "1e999999",
    "1" + "0" * 10_000,
    "9" * 400_000,
    "-1",
    "−0",
    "0x7f",
    "0b1",
    "1_000",
    "1.5",
    "1,5,5",
    "½",
    "٣",
    "1/0",
    "NaN",
    "inf",
    "-inf",
    "∞",
    "1 2 3",
    ",5",
    "5,",
    "+5",
    "1:30:00",
    "99999999999999999999",
    "0,0000000000000000001",
    "!!float 1",
)
DAYS = (
    "2025-02-30",
    "0000-00-00",
    "9999-12-31",
    "0001-01-01",
    "2025-13-01",
    "2025-2-3",
    "20250203",
    "03/02/2025",
    "2025-02-03T00:00:00Z",
    "hier",
    "-2025-01-01",
    "99999-01-01",
    "２０２５-01-01",
    "2025-02-03 à 2025-02-01",
    "31 février 2025",
    "1er janvier 0",
    "2025−02−03",
)
VALUES = (
    "",
    "~",
    "null",
    "oui",
    "no",
    "[",
    "[]",
    "{}",
    "{a: b}",
    "[1, 2]",
    "&a b",
    "*a",
    "!!python/object/apply:os.system [ls]",
    "!!binary aGk=",
    "!<x> y",
    "|",
    ">",
    "|\n  texte\n  long",
    "'",
    '"',
    "%",
    "@",
    "`",
    "? x",
    "- x",
    "a: b: c",
    "# x",
    "\\",
    '"\\u0000"',
    '"\\ud800"',
    '"\\x07"',
    "…",
    "é" * 3,
    "e\u0301",
    "\u202egnp",
    "🙂",
    "inconnu",
    "sans objet",
    "à apprécier",
    "{0.__class__}",
    "%s%s%n",
    "../../etc/passwd",
    "$(reboot)",
    "<script>alert(1)</script>",
    "\x1b[2J",
    "x" * 100_000,
    "« " * 2_000,
    "a" * 40 + "!",
    " " * 5_000 + ".",
)


def _place(chance: Random, text: str) -> int:
    return chance.randrange(len(text) + 1)


def _replace(chance: Random, text: str, pattern: re.Pattern[str], by: str) -> bytes:
    """One of the places that fit, replaced; the end of the text when none does."""
    found = list(pattern.finditer(text))
    if not found:
        return (text + by).encode()
    one = chance.choice(found)
    return (text[: one.start()] + by + text[one.end() :]).encode("utf-8", "surrogatepass")


def _insert(chance: Random, text: str, what: bytes) -> bytes:
    place = _place(chance, text)
    return text[:place].encode() + what + text[place:].encode()


def _lines(chance: Random, text: str, change: Callable[[list[str], int], None]) -> bytes:
    lines = text.splitlines(keepends=True) or ["\n"]
    change(lines, chance.randrange(len(lines)))
    return "".join(lines).encode()


def _exchanged(lines: list[str], place: int) -> None:
    lines[place - 1], lines[place] = lines[place], lines[place - 1]


def _set(lines: list[str], place: int, made: Callable[[str], str]) -> None:
    lines[place] = made(lines[place])


LOOKALIKES = str.maketrans({"a": "а", "e": "е", "o": "ο", "i": "і", ":": "∶", "-": "‐", "1": "１", " ": "\u2003", "'": "՚"})

ANY: dict[str, Blow] = {
    "cut": lambda r, t: t[: _place(r, t)].encode(),
    "cut in a character": lambda r, t: t.encode()[: r.randrange(len(t.encode()) + 1)],
    "head lost": lambda r, t: t[_place(r, t) :].encode(),
    "byte outside utf-8": lambda r, t: _insert(r, t, r.choice((b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80"))),
    "latin-1": lambda r, t: t.encode("latin-1", "replace"),
    "utf-16": lambda r, t: t.encode("utf-16"),
    "nul": lambda r, t: _insert(r, t, b"\0"),
    "control character": lambda r, t: _insert(r, t, bytes([r.choice((1, 7, 8, 27, 127))])),
    "byte-order mark": lambda r, t: b"\xef\xbb\xbf" + t.encode(),
    "byte-order mark inside": lambda r, t: _insert(r, t, b"\xef\xbb\xbf"),
    "tabs": lambda r, t: t.replace("  ", "\t").encode(),
    "crlf": lambda r, t: t.replace("\n", "\r\n").encode(),
    "cr": lambda r, t: t.replace("\n", "\r").encode(),
    "no line breaks": lambda r, t: t.replace("\n", " ").encode(),
    "lookalikes": lambda r, t: _lines(r, t, lambda ls, n: _set(ls, n, lambda line: line.translate(LOOKALIKES))),
    "lookalike characters": lambda r, t: _replace(r, t, re.compile(r"[aeoi1:'-]"), "а"),
    "zero width": lambda r, t: _insert(r, t, "\u200b\u200d\u2060".encode()),
    "bidirectional": lambda r, t: _insert(r, t, "\u202e\u2066".encode()),
    "combining marks": lambda r, t: _insert(r, t, ("\u0301" * r.choice((1, 3_000))).encode()),
    "line lost": lambda r, t: _lines(r, t, lambda ls, n: ls.__setitem__(n, "")),
    "line twice": lambda r, t: _lines(r, t, lambda ls, n: ls.insert(n, ls[n])),
    "lines exchanged": lambda r, t: _lines(r, t, _exchanged),
    "line indented": lambda r, t: _lines(r, t, lambda ls, n: _set(ls, n, lambda line: "   " + line)),
    "line without indent": lambda r, t: _lines(r, t, lambda ls, n: _set(ls, n, str.lstrip)),
    "very long line": lambda r, t: _insert(r, t, b"a" * r.choice((10_000, 1_000_000))),
    "three megabytes": lambda r, t: t.encode() + b"# x\n" * 750_000,
    "everything twice": lambda r, t: (t + t).encode(),
    "word lost": lambda r, t: _replace(r, t, _WORD, ""),
    "word twice": lambda r, t: _replace(r, t, _WORD, "deux deux"),
    "letter lost": lambda r, t: _replace(r, t, re.compile(r"\w"), ""),
    "sign lost": lambda r, t: _replace(r, t, re.compile(r"[^\w\s]"), ""),
    "number": lambda r, t: _replace(r, t, _NUMBER, r.choice(NUMBERS)),
    "day": lambda r, t: _replace(r, t, _DAY, r.choice(DAYS)),
    "noise": lambda r, t: _insert(r, t, r.randbytes(r.choice((4, 400)))),
    "printable noise": lambda r, t: _insert(
        r, t, "".join(r.choice("«»[]{}():;,.-–—&*!|>'\"%@`#?= \n") for _ in range(12)).encode()
    ),
}
"""What may happen to any text."""


def _value(chance: Random, text: str) -> bytes:
    return _replace(chance, text, re.compile(r"(?<=: )[^\n]+"), chance.choice(VALUES))


def _deep(chance: Random, text: str) -> bytes:
    depth = chance.choice((50, 500, 1_300))
    return (text + "x:\n" + "".join(f"{' ' * one}a:\n" for one in range(1, depth))).encode()


def _laughs(chance: Random, text: str) -> bytes:
    lines = ["a0: &a0 rire"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    return ("\n".join(lines) + "\n" + text).encode()


YAML: dict[str, Blow] = {
    "value": _value,
    "value again": _value,
    "key": lambda r, t: _replace(
        r, t, _KEY, r.choice(("  clé", "valeur", "? a", "<<", "'", "null", "- -", "x" * 5_000, "2025-01-01"))
    ),
    "key of another place": lambda r, t: _replace(r, t, _KEY, r.choice(_KEY.findall(t) or [("", "x")])[1]),
    "value become a list": lambda r, t: _replace(r, t, re.compile(r"(?<=:) [^\n]+"), "\n        - a\n        - b"),
    "value become fields": lambda r, t: _replace(r, t, re.compile(r"(?<=:) [^\n]+"), "\n        a: b\n        valeur: c"),
    "value become a value with papers": lambda r, t: _replace(
        r, t, re.compile(r"(?<=:) [^\n]+"), "\n        - valeur: 1\n          pièce: A\n        - valeur: 2\n          pièce: A"
    ),
    "list lost": lambda r, t: _replace(r, t, re.compile(r"- (?=\S+:)"), "  "),
    "anchors": lambda r, t: _replace(r, t, re.compile(r"(?<=:) (?=\S)"), " &a "),
    "merge key": lambda r, t: _insert(r, t, b"\n<<: *defaut\n"),
    "tag": lambda r, t: _replace(r, t, re.compile(r"(?<=:) (?=\S)"), " !!python/object/apply:os.system "),
    "second document": lambda r, t: _insert(r, t, b"\n---\na: b\n"),
    "directive": lambda r, t: b"%YAML 9.9\n" + t.encode(),
    "billion laughs": _laughs,
    "deep nesting": _deep,
    "deep brackets": lambda r, t: _insert(r, t, b"\nx: " + b"[" * r.choice((60, 9_000))),
    "deep dashes": lambda r, t: _insert(r, t, b"\nx:\n  " + b"- " * r.choice((60, 9_000)) + b"a"),
    "huge list": lambda r, t: t.encode() + b"x:\n" + b"  - 1\n" * 250_000,
    "quote left open": lambda r, t: _replace(r, t, re.compile(r"(?<=:) (?=\S)"), ' "'),
}
"""What may happen to a file of fields."""

_SENTENCES = re.compile(
    r"^(?:règle|exception|interprétation|signalement|hors champ|fiche|on calcule|regroupement|pièce)[^\n]*", re.MULTILINE
)
_OPERATOR = re.compile(r"\b(?:égale? à|parmi|au moins|au plus|si|sauf|avant|après|dont|pour|et|ou|de|du|la|le)\b")

RULES: dict[str, Blow] = {
    "a name unknown": lambda r, t: _replace(r, t, re.compile(r"(?<=[dl]')\w{4,}|(?<=la )\w{4,}|(?<=le )\w{4,}"), "truc"),
    "an operator for another": lambda r, t: _replace(
        r, t, _OPERATOR, r.choice(("égal à", "avant", "dont", "sauf", "moins", "le", "si"))
    ),
    "a quotation left open": lambda r, t: _replace(r, t, re.compile("»"), ""),
    "a quotation never opened": lambda r, t: _replace(r, t, re.compile("«"), ""),
    "a sentence never ended": lambda r, t: _replace(r, t, re.compile(r"\.(?=\n)"), ""),
    "a bullet lost": lambda r, t: _replace(r, t, re.compile(r"^\s*- ", re.MULTILINE), "    "),
    "bullets everywhere": lambda r, t: _insert(r, t, b"\n    - " * r.choice((5, 4_000))),
    "a comment left open": lambda r, t: _insert(r, t, b"[ "),
    "comments in comments": lambda r, t: _insert(r, t, b"[" * 20_000),
    "parentheses": lambda r, t: _insert(r, t, b"(" * r.choice((3, 3_000))),
    "quotes": lambda r, t: _insert(r, t, "«".encode() * r.choice((3, 20_000))),
    "a unit for another": lambda r, t: _replace(
        r, t, re.compile(r"(?<=\d )(?:jours?|€|mois|%|ans?|heures?)"), r.choice(("€", "jours", "%", "parsecs"))
    ),
    "an exception to itself": lambda r, t: _replace(r, t, re.compile(r"(?<=exception )(\S+) à \S+"), "b à b"),
    "an identifier repeated": lambda r, t: _replace(r, t, re.compile(r"(?<=^règle )\S+", re.MULTILINE), "jours-prescrits"),
    "priority over itself": lambda r, t: _replace(r, t, re.compile(r"(?<=prioritaire sur )\S+"), "x"),
    "a text without source": lambda r, t: _replace(r, t, re.compile(r"\(source : [^)]*\)"), "(source : )"),
    "a header for another": lambda r, t: _replace(
        r, t, _SENTENCES, r.choice(("règle x :", "exception :", "fiche :", "pièce", "hors champ"))
    ),
    "a long chain of words": lambda r, t: _insert(r, t, b" de la part" * r.choice((30, 20_000))),
    "a long sum": lambda r, t: _insert(r, t, b" + 1" * r.choice((300, 30_000))),
    "many conditions": lambda r, t: _insert(r, t, b" et la date est 1" * r.choice((300, 9_000))),
    "many versions": lambda r, t: _insert(r, t, ", applicable selon la date à compter du 1er janvier 2020".encode() * 2_000),
}
"""What may happen to sentences."""
