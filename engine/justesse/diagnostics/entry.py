"""One entry of the catalogue of mistakes: all that is said, in French, about one code."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["regle", "vocabulaire", "dossier", "changement", "parametre", "cas", "mutants", "fichier", "calcul"]


@dataclass(frozen=True, slots=True)
class Entry:
    """`message` and `remedy` are one sentence each, with the details of the diagnostic between braces.

    `page` says to a lawyer why this is a mistake and what happens otherwise. `bad` and `good` are complete texts of the
    kind: a rule file over the vocabulary of the examples, a whole vocabulary, a case, a case and an
    edit, a parameter file, a casebook file, a file of signed mutants. Further files follow a line « === name ».
    """

    code: str
    title: str
    message: str
    remedy: str
    page: str
    kind: Kind
    bad: str
    good: str
