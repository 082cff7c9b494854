"""Programs drawn at random, small ones: arithmetic, limits, roundings, exceptions; each compiled way says what evaluation says.

What the shipped rules never write is compared here: a number written several times over, a quotient of quotients, zero,
what is absent beside what is unknown.
"""

from pathlib import Path
from random import Random

import pytest
from tests.compiled.shown import differences
from tests.compiled.small import program_of, root_of
from tests.compiled.ways import by_machine

from justesse.compiled.native import By
from justesse.compiled.single import Left, Single
from justesse.evaluation.decide import decide_once

PROGRAMS, DOSSIERS = 60, 12
BUILT = range(0, PROGRAMS, 20)
"""Those that are machine code too, which takes longer to make."""
FACTS = ("alpha", "beta", "gamma", "delta")
QUANTITIES = tuple(f"part {one}" for one in ("basse", "haute", "pleine", "large", "droite", "courte"))
NUMBERS = ("2", "3", "7", "0,5", "1,25", "12", "52", "0,01", "1000", "1", "0")
ROUNDED = (
    "", "", "", " arrondi au centime le plus proche (source : essai)", " tronqué au centime (source : essai)",
    " arrondi à l'unité la plus proche (source : essai)",
)  # fmt: skip
DECLARED = " ;\n".join(f"  - la {one}, un nombre" for one in QUANTITIES)
VOCABULARY = f"""
vocabulaire : « Essai ».

fiche foyer (foyers), sujet du dossier :
  - l'alpha, un nombre, inconnu possible, pour information ;
  - le beta, un nombre, pour information ;
  - le gamma, un nombre, facultatif, pour information ;
  - le delta, un nombre, au moins 0, pour information.

on calcule pour chaque foyer :
{DECLARED}.

décision :
  - pour chaque foyer : {", ".join(f"la {one}" for one in QUANTITIES)}.
"""


def rules(draw: Random) -> str:
    """A base rule a quantity, sometimes an exception; each reads the facts and the quantities before it."""
    lines = ["texte : « Essai »."]
    for place, name in enumerate(QUANTITIES):
        known, rule = (*FACTS, *QUANTITIES[:place]), name.replace(" ", "-")
        lines.append(f"règle {rule} (source : essai) :\n  pour tout foyer, la {name} du foyer est égale à {value(draw, known)}.")
        if draw.random() < 0.4:
            lines.append(
                f"exception autre-{rule} à {rule} (source : essai) :\n"
                f"  pour tout foyer, la {name} du foyer est égale à {value(draw, known)}\n"
                f"  si {one(draw, known)} est {draw.choice(('supérieur', 'inférieur'))} ou égal à {draw.choice(NUMBERS)}."
            )
    return "\n\n".join(lines) + "\n"


def value(draw: Random, known: tuple[str, ...]) -> str:
    """An expression of up to five terms."""
    text = one(draw, known)
    for _ in range(draw.randint(1, 4)):
        other = draw.choice(NUMBERS) if draw.random() < 0.6 else one(draw, known)
        text += f" {draw.choice('×/+−')} {other}"
    if draw.random() < 0.3:
        text += f" dans la limite de {one(draw, known)}"
    return text + draw.choice(ROUNDED)


def one(draw: Random, known: tuple[str, ...]) -> str:
    return f"{draw.choice(known)} du foyer"


def dossier(draw: Random) -> str:
    """Facts small, large, nil, opposite; absent or unknown where they may be."""
    numbers = ("0", "1", "-1", "0,01", "2,5", "-333,33", "100000", "99999999,99")
    lines = [
        f"  alpha: {draw.choice((*numbers, 'inconnu'))}",
        f"  beta: {draw.choice(numbers)}",
        f"  delta: {draw.choice(('0', '3', '0,5'))}",
    ]
    return "\n".join(["foyer:", *lines, *draw.choice(((), (f"  gamma: {draw.choice(numbers)}",)))]) + "\n"


@pytest.mark.parametrize("seed", range(PROGRAMS))
def test_a_program_drawn_means_the_same_compiled(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    draw = Random(seed)
    program = program_of(VOCABULARY, rules(draw), tmp_path)
    roots = [root_of(program, dossier(draw)) for _ in range(DOSSIERS)]
    decisions = [decide_once(program, root) for root in roots]
    single, every = Single(program), Single(program, every=True)
    ways = [[way.values(root) for root in roots] for way in (single, every)]
    for by in By if seed in BUILT else ():
        ways.append(by_machine(program, single, by, roots))
    for way in ways:
        for decision, values in zip(decisions, way, strict=True):
            if not isinstance(values, Left):
                assert not decision.refusals
                assert list(differences(program, decision, values)) == []


def test_most_of_what_is_drawn_is_decided(tmp_path: Path) -> None:
    """Else nothing would be compared."""
    decided = 0
    for seed in range(10):
        draw = Random(seed)
        program = program_of(VOCABULARY, rules(draw), tmp_path)
        single = Single(program, every=True)
        decided += sum(not isinstance(single.values(root_of(program, dossier(draw))), Left) for _ in range(DOSSIERS))
    assert decided > 40
