"""A letter as one HTML page, from the template of the rules: the French that binds, a reading aid beside it, the picture.

Escapes every word; a figure is set off by `strong`. It words nothing: sentences come from `wording.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from justesse.explanation.letter.message import Argument, Day, Glossary, Item, Letter, Message, Section, Table, Words, message
from justesse.explanation.letter.wording import CLOSE, OPEN, Wording
from justesse.explanation.picture.outline import Picture
from justesse.explanation.picture.svg import picture_svg
from justesse.explanation.picture.text import picture_text


class Unlaid(Exception):
    """A template that cannot be followed; the argument says why."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The template and the style sheet of the rules."""

    template: str
    style: str


@dataclass(frozen=True, slots=True)
class Said:
    """Words in French and in the language of the aid; empty without one."""

    text: Markup
    aid: Markup


@dataclass(frozen=True, slots=True)
class Block:
    """What a template lays out. `kind`: phrase, tableau or mots; `name`: the message; `rows`: of a table or of words."""

    kind: str
    name: str
    said: Said
    columns: tuple[Said, ...] = ()
    rows: tuple[tuple[Said, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A section, its title, its blocks."""

    name: str
    title: Said
    blocks: tuple[Block, ...]


def letter_page(
    letter: Letter, binding: Wording, aid: Wording | None, sheet: Sheet, picture: Picture | None = None, printed: bool = False
) -> str:
    """The whole page; the same letter gives the same text. `printed`: the picture as a printer draws it best."""
    writer = _Writer(binding, aid)
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    try:
        page: str = environment.from_string(sheet.template).render(writer.given(letter, sheet.style), **_drawn(picture, printed))
    except TemplateError as error:
        raise Unlaid(error.message or "") from error
    return page


class _Writer:
    def __init__(self, binding: Wording, aid: Wording | None) -> None:
        self.binding = binding
        self.wordings = [binding, *([aid] if aid is not None else [])]

    def given(self, letter: Letter, style: str) -> dict[str, object]:
        """What a template may name, the picture apart."""
        aid = self.wordings[1] if len(self.wordings) > 1 else None
        return {
            "langue": self.binding.tag,
            "facile": self.binding.code != self.binding.tag,
            "aide": aid.tag if aid is not None else "",
            "sens": aid.direction if aid is not None else "",
            "style": Markup(style),
            "mot": lambda name: self.said(message(name)),
            "date": self.said(message("date-courrier", date=Day(letter.date))),
            "dossier": self.said(message("dossier", dossier=Words(letter.case))),
            "parties": [self.part(one) for one in letter.sections],
        }

    def part(self, one: Section) -> Part:
        return Part(one.name, self.said(message(one.name)), tuple(self.block(item) for item in one.items))

    def block(self, item: Item) -> Block:
        match item:
            case Message():
                return Block("phrase", item.name, self.said(item))
            case Table(title, columns, rows):
                heads = tuple(self.said(message(one)) for one in columns)
                cells = tuple(tuple(self.cell(one) for one in row) for row in rows)
                return Block("tableau", title, self.said(message(title)), heads, cells)
            case Glossary(title, words):
                pairs = tuple(tuple(self.said(message(one)) for one in pair) for pair in words)
                return Block("mots", title, self.said(message(title)), (), pairs)

    def said(self, one: Message) -> Said:
        """A message in both languages."""
        return _both(marked(wording.text(one)) for wording in self.wordings)

    def cell(self, one: Argument | None) -> Said:
        if one is None:
            return Said(Markup("—"), Markup(""))
        first, *others = [marked(str(wording.value(one))) for wording in self.wordings]
        return _both([first, *(Markup("") if other == first else other for other in others)])


def _drawn(picture: Picture | None, printed: bool) -> dict[str, str]:
    if picture is None:
        return {"image": "", "image_texte": ""}
    return {"image": Markup(picture_svg(picture, printed)), "image_texte": picture_text(picture)}


def marked(text: str) -> Markup:
    """Escaped, figures set off."""
    return Markup(str(escape(text)).replace(OPEN, "<strong>").replace(CLOSE, "</strong>"))


def _both(said: Iterable[Markup]) -> Said:
    text, *aid = said
    return Said(text, aid[0] if aid else Markup(""))
