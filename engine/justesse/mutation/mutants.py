"""A mutant: one mistake in one sentence or one dated value, said in French, and the program that makes it.

Everything but the sentence is shared with the program it comes from. Chooses no mistake: the operators do.
"""

from copy import copy
from dataclasses import dataclass, replace
from typing import Literal, TypeVar, get_args

from justesse.program import core as c
from justesse.program.order import ordered
from justesse.program.program import Clause, NoticeRule, ParameterSeries, Program

Operator = Literal[
    "exception", "signalement", "défaut", "priorité", "condition", "filtre", "négation", "conclusion", "comparaison", "égalité",
    "et-ou", "nombre", "centime", "date", "choix", "version", "arrondi", "grandeur", "limite", "rang", "fenêtre", "calendrier",
    "signe", "ligne", "paramètre",
]  # fmt: skip
OPERATORS: tuple[Operator, ...] = get_args(Operator)
WHAT: dict[Operator, str] = {
    "exception": "exception ou levée retirée", "signalement": "signalement ou motif hors champ retiré",
    "défaut": "valeur à défaut retirée", "priorité": "priorité retirée", "condition": "condition retirée",
    "filtre": "filtre d'une liste retiré", "négation": "condition niée", "conclusion": "oui pour non",
    "comparaison": "< pour ≤, > pour ≥", "égalité": "= pour ≠", "et-ou": "« et » pour « ou »", "nombre": "nombre ± 1",
    "centime": "montant ± 1 centime", "date": "date ± 1 jour", "choix": "un choix pour un autre",
    "version": "version ou valeur précédente", "arrondi": "autre arrondi, ou aucun", "grandeur": "un nom pour un nom voisin",
    "limite": "plus petit pour plus grand, limite retirée", "rang": "premier pour dernier, précédent pour suivant",
    "fenêtre": "bord d'une fenêtre ± 1 jour", "calendrier": "premier jour pour dernier, veille retirée",
    "signe": "+ pour −, avant pour après", "ligne": "ligne d'un tableau retirée", "paramètre": "valeur datée ou sa date",
}  # fmt: skip

S = TypeVar("S", Clause, NoticeRule)
Sentence = Clause | NoticeRule | ParameterSeries
Part = Literal["looked", "dates", "condition", "value", "held"]
"""What of the sentence a case must have evaluated for the mistake to be visible there; `held`: the sentence applied."""


@dataclass(frozen=True, slots=True)
class Change:
    """What an operator makes of one phrase. `node` takes its place; `series` are parameters that the node reads."""

    operator: Operator
    node: c.Core
    words: str
    series: tuple[ParameterSeries, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Mutant:
    """`before` leave the quantity `key` (or the notices, or the parameters), `after` come in their place.

    `name` is stable: it changes with the sentence's identifier, its versions and its words, never with lines.
    """

    name: str
    operator: Operator
    key: str
    before: tuple[Sentence, ...]
    after: tuple[Sentence, ...]
    part: Part
    excerpt: str
    file: str
    line: int
    series: tuple[ParameterSeries, ...] = ()

    @property
    def sentence(self) -> Sentence:
        """The sentence made wrong."""
        return self.before[0]


def mutated(program: Program, mutant: Mutant) -> Program | None:
    """The program with the mistake in it; None when what reads what would turn in a circle, which no check lets through."""
    quantities = {key: copy(one) for key, one in program.quantities.items()}
    made = replace(program, quantities=quantities, loops={}, only_in={}, on_demand=frozenset())
    made.parameters = program.parameters | {one.name: one for one in mutant.series}
    match mutant.sentence:
        case Clause():
            quantity = made.quantities[mutant.key]
            quantity.rules = _exchanged(quantity.rules, mutant)
            quantity.exceptions = _exchanged(quantity.exceptions, mutant)
        case NoticeRule():
            made.notices = _exchanged(program.notices, mutant)
        case ParameterSeries():
            made.parameters |= {one.name: one for one in mutant.after if isinstance(one, ParameterSeries)}
    return None if ordered(made) else made


def _exchanged(sentences: list[S], mutant: Mutant) -> list[S]:
    """The sentences with those of the mutant in the place of the first it takes away."""
    found: list[S] = []
    for one in sentences:
        if one is mutant.sentence:
            found.extend(mutant.after)  # type: ignore[arg-type]
        if not any(one is gone for gone in mutant.before):
            found.append(one)
    return found


__all__ = ["OPERATORS", "WHAT", "Change", "Mutant", "Operator", "Part", "Sentence", "mutated"]
