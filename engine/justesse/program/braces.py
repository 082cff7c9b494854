"""What the sentences for readers name between braces: « Il faut {le seuil de la chaîne} ». Fills none of them."""

import re
from collections.abc import Iterable, Iterator

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.near_names import nearest
from justesse.program.declarations import Declarations
from justesse.program.program import Clause
from justesse.syntax.names import collapsed

BRACES = re.compile(r"\{([^{}]*)\}")
_ARTICLE = re.compile(r"\A(?:les?\s+|la\s+|l')")


def whole(path: str) -> str:
    """A path without its article."""
    return collapsed(_ARTICLE.sub("", path.strip()))


def meant(path: str, declared: Declarations) -> set[str]:
    """The names that a path begins with, the longest: « début de période de … » is not the « début » of something."""
    words = whole(path).split(" ")
    starts = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next(({one.name for one in declared.by_form[start]} for start in starts if start in declared.by_form), set())


def checked(clauses: Iterable[Clause], declared: Declarations) -> Iterator[Diagnostic]:
    """Braces that name nothing, or that nothing closes."""
    for clause in clauses:
        for words in (clause.says, clause.says_else):
            for path in BRACES.findall(words or ""):
                if not meant(path, declared):
                    near = nearest(_ARTICLE.sub("", path), declared.by_form) or "le nom d'un fait ou d'une grandeur"
                    yield mistake("R0712", clause.span, lu=path, proche=near)
            if re.search(r"[{}]", BRACES.sub("", words or "")):
                yield mistake("R0713", clause.span, nom=clause.identifier)
