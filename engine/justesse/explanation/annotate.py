"""A sentence with the value after each quantity it names: the explanation itself.

A name that could mean two different things of the trace gets no value rather than a wrong one.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from justesse.explanation.inputs import Input
from justesse.program.declarations import Declarations
from justesse.syntax.names import collapsed

ValueText = Callable[[Input], str]
Path = tuple[int, int, str, str]
"""Where a path begins and ends in a text, the path, the name it leads with."""
_LINK = r"(?:de\s+la\s+|de\s+l'|du\s+|des\s+|de\s+|d')(?:ce\s+|cette\s+|cet\s+)?(?:premi[eè]re?s?\s+|derni[eè]re?s?\s+)?"
_OBSERVED = r"(?:somme|nombre|moyenne|plus\s+\w+|premi[eè]re?|derni[eè]re?|dont)\s+"
_LISTED = re.compile(rf"{_OBSERVED}(?:de\s+la|de\s+l'|des|de|du|d'|les|la|le|l')?\s*\Z")


class Annotator:
    """Finds declared names in sentences; made once for a vocabulary."""

    def __init__(self, declared: Declarations) -> None:
        self.names: dict[str, str] = {}
        for attribute in declared.attributes.values():
            for form in (attribute.name, *attribute.forms):
                self.names.setdefault(collapsed(form), attribute.name)
        for form, name in declared.parameter_forms.items():
            self.names[form] = name
        subjects = [*declared.record_forms, "jour", "jours", "premier jour", "dernier jour", "mois civil", "lendemain", "veille"]
        self.pattern = _pattern(tuple(sorted({*self.names, *subjects}, key=lambda form: (-len(form), form))))
        self.found: dict[str, list[Path]] = {}
        """The paths of the texts met so far: the sentences of a program, said again and again."""

    def annotated(self, text: str, inputs: list[Input], value_of: ValueText) -> str:
        """The text, each path followed by its value in brackets when the trace has one for it."""
        found = self.found.get(text)
        if found is None:
            found = self.found[text] = _paths(text, self.pattern)
        by_name: dict[str, list[Input]] = {}
        for one in inputs:
            if one.within is None and one.sort != "observer":
                by_name.setdefault(one.name, []).append(one)
        values = self._values(found, by_name, value_of)
        pieces, position = [], 0
        for _, end, path, _ in found:
            value = values.get(path)
            if value:
                pieces.append(f"{text[position:end]} ({value})")
                position = end
        return "".join([*pieces, text[position:]])

    def _values(self, found: list[Path], by_name: dict[str, list[Input]], value_of: ValueText) -> dict[str, str]:
        """Path → its value: the only one of that name, or each in turn when names and values pair up."""
        values: dict[str, str] = {}
        by_lead: dict[str, list[str]] = {}
        for _, _, path, name in found:
            lead = self.names.get(name, "")
            if path not in by_lead.setdefault(lead, []):
                by_lead[lead].append(path)
        for lead, paths in by_lead.items():
            inputs = by_name.get(lead, [])
            texts = [value_of(one) for one in inputs]
            if len(set(texts)) == 1:
                values |= dict.fromkeys(paths, texts[0])
            elif len(texts) == len(paths):
                values |= dict(zip(paths, texts, strict=True))
        return values


@lru_cache(maxsize=8)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    name = "(?:" + "|".join(r"\s+".join(re.escape(word) for word in form.split()) for form in forms) + r")(?!\w)"
    return re.compile(rf"(?<!\w)(?P<lead>{name})(?:\s+{_LINK}{name})*(?:\s+précédente?s?)?", re.IGNORECASE)


def _paths(text: str, pattern: re.Pattern[str]) -> list[Path]:
    """The paths of a text outside quotation marks; lists under an observer keep their values for the observer."""
    quoted = [match.span() for match in re.finditer(r"«[^»]*»", text)]
    return [
        (match.start(), match.end(), collapsed(match.group()), collapsed(match["lead"]))
        for match in pattern.finditer(text)
        if not any(start <= match.start() < end for start, end in quoted) and not _LISTED.search(text, 0, match.start())
    ]
