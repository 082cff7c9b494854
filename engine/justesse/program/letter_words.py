"""The sentences of letters: a file of Fluent messages for each language, checked against what letters say of a decision.

`MESSAGES` is what the program asks for; the plan and the vocabulary add a family of messages for each name they hold. Only
the names of messages and of their variables are read here, so that rules are verified without any library of letters.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.near_names import nearest
from justesse.program.letter_plan import LetterPlan
from justesse.program.register import CitedText, registered
from justesse.text.source import Source, Span

REFERENCE, SHORT = "fr", "falc"
"""The language that binds, and its short version, easy to read."""

_PERIOD = ("du", "au")
MESSAGES: dict[str, dict[str, tuple[str, ...]]] = {
    "tête": {
        "titre": (), "date-courrier": ("date",), "dossier": ("dossier",), "langue": (), "foi": (), "environ": ("montant",),
        "a-etablir": (), "image": (), "image-texte": (), "projet": (),
    },
    "obtenez": {
        "obtenez": (), "total-personne": ("montant",),
        "total-sans-destinataire": ("montant",), "total-nul": (), "total-inconnu": (),
        "total-garanti": ("montant",), "total-au-plus": ("montant",), "part-personne": ("montant",),
        "avant-retenues": ("montant",), "jours-payes": ("jours",),
        "periode-connue": (*_PERIOD, "montant"), "pas-de-calcul": (), "calcul-impossible": (),
    },
    "quand": {
        "quand": (), "quand-periode": (*_PERIOD, "jours", "montant"), "quand-jour": ("jour", "montant"), "quand-rien": (),
        "quand-inconnu": (*_PERIOD, "jours"), "quand-inconnu-jour": ("jour",), "quand-sans-destinataire": (),
    },
    "pourquoi": {
        "pourquoi": (), "pourquoi-periode": (*_PERIOD, "statut"), "pourquoi-jour": ("jour", "statut"),
        "pourquoi-autres": ("periodes",), "pourquoi-inconnu": (), "raison-hors-champ": (), "raison-refus": (),
    },
    "manque": {
        "manque": (), "manque-rien": (), "manque-examen": (), "manque-fait": ("fait",), "manque-piece": ("piece", "qui"),
        "manque-precision": ("fait",), "manque-precisions": ("points",), "manque-rien-a-envoyer": (), "manque-avis": ("qui",),
        "manque-valeur": ("valeur",),
        "a-savoir": ("point",),
    },
    "faire": {
        "faire": (), "faire-envoyer": (), "faire-attendre": (), "faire-corriger": (), "faire-question": (),
        "faire-contester": ("limite",),
    },
    "detail": {
        "detail": (), "detail-jours": (), "detail-periodes": (), "detail-mots": (), "colonne-du": (), "colonne-au": (),
        "colonne-jours": (), "colonne-montant": (), "detail-gains": (), "colonne-chaine": (), "colonne-gagne": (),
        "colonne-compte": (),
    },
    "droits": {
        "droits": (), "droits-delai": ("mois", "limite"), "droits-commission": (), "droits-medical": (),
        "droits-silence": ("mois",), "droits-plus-tard": (), "droits-algorithme": (), "droits-lecture": ("question", "lecture"),
        "droits-textes": ("textes",),
    },
}  # fmt: skip
_MESSAGE = re.compile(r"^(?P<id>[a-zA-Z][\w-]*)[ ]*=(?P<words>.*(?:\n(?:[ \t]+.*|[ \t]*)$)*)", re.MULTILINE)
_VARIABLE = re.compile(r"\$([a-zA-Z][\w-]*)")


@dataclass(frozen=True, slots=True)
class Needed:
    """A message that letters ask for: the variables it is given, and the part of the letter that says it."""

    name: str
    variables: tuple[str, ...]
    part: str


def message_name(*names: str) -> str:
    """« statut », « séjour à l'étranger » → « statut-sejour-a-l-etranger »."""
    letters = unicodedata.normalize("NFD", " ".join(names).lower())
    return "-".join(re.findall(r"[a-z0-9]+", "".join(one for one in letters if not unicodedata.combining(one))))


def needed_messages(plan: LetterPlan) -> Iterator[Needed]:
    """Every message of the letters of a plan."""
    for part, listed in MESSAGES.items():
        yield from (Needed(name, variables, part) for name, variables in listed.items())
    days = plan.days
    yield from (Needed(message_name(days.line, one), (), "pourquoi") for one in days.options)
    yield from (Needed(message_name("raison", one), (), "pourquoi") for one in days.options)
    yield from (Needed(message_name(days.payee, one), (), "detail") for one in days.payees)
    yield from (Needed(message_name("quand", one), (), "quand") for one in days.payees)
    for kind in ("total", "partage", "part"):
        yield from (Needed(message_name(kind, one), ("montant",), "obtenez") for one in days.others)
    line, values = plan.periods.told
    yield from (Needed(message_name(line, one), ("du", "au"), "pourquoi") for one in values)
    yield from (Needed(message_name("calcul", one), ("montant",), "pourquoi") for one in plan.grounds[1])
    yield from (Needed(message_name("colonne", one), (), "detail") for one in (*plan.periods.amounts, days.line, days.payee))
    for one in plan.words:
        yield from (Needed(message_name(kind, one.word), (), "detail") for kind in ("mot", "sens"))


def check_words(plan: LetterPlan, words: dict[str, Source], register: dict[str, CitedText]) -> Iterator[Diagnostic]:
    """Messages that miss, variables that the program does not give or that a language leaves out, texts not in the register."""
    for text in plan.appeal.source.split(" ; "):
        if register and registered(text, register) is None:
            yield mistake("R0707", plan.span, texte=text, proche=nearest(text, register) or "aucun texte proche")
    needed = list(needed_messages(plan))
    if REFERENCE not in words:
        yield mistake("P0107", plan.span, nom=needed[0].name, fichier=f"courrier/{REFERENCE}.ftl")
        return
    reference = dict(_written(words[REFERENCE]))
    for language, source in words.items():
        kept = [one for one in needed if language != SHORT or one.part in ("tête", *plan.short)]
        yield from _check_language(source, kept, reference if language != SHORT else {})


def _check_language(source: Source, needed: list[Needed], reference: dict[str, tuple[Span, str]]) -> Iterator[Diagnostic]:
    written = dict(_written(source))
    for one in needed:
        if one.name not in written:
            yield mistake("P0107", Span(source, 0, 0), nom=one.name, fichier=source.name)
            continue
        span, words = written[one.name]
        found = set(_VARIABLE.findall(words))
        expected = set(_VARIABLE.findall(reference[one.name][1])) if one.name in reference else found
        if not found <= set(one.variables) or found != expected:
            given = _listed(expected if found <= set(one.variables) else set(one.variables))
            yield mistake("P0108", span, nom=one.name, lu=_listed(found), attendu=given)


def _listed(variables: set[str]) -> str:
    return ", ".join(f"${one}" for one in sorted(variables)) or "aucune valeur"


def _written(source: Source) -> Iterator[tuple[str, tuple[Span, str]]]:
    for match in _MESSAGE.finditer(source.text):
        yield match["id"], (Span(source, match.start(), match.start() + len(match["id"])), match["words"])
