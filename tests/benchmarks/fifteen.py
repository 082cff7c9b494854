"""The fifteen-rule case, in our language and by hand in C: `python -m tests.benchmarks.fifteen [cases]`, in one run.

Same 64-bit columns in, every line out; the two agree to the cent on every case, which is checked first. Not a test.
"""

import ctypes
import subprocess
import sys
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from justesse.compiled.native import Block, Found, Native, native_of, side_by_side
from justesse.compiled.single import Single
from justesse.program.load import load_program

HERE = Path(__file__).parent
RULES = HERE / "quinze_regles"
ROUNDS = 5
BLOCK = 100_000
_FACTS = (
    "début", "jours d'arrêt", "heures", "premier salaire", "deuxième salaire", "troisième salaire", "salaires de six mois",
    "en affection de longue durée", "repris moins de deux jours", "indemnités déjà servies",
)  # fmt: skip


def columns(count: int, seed: int) -> dict[str, array]:  # type: ignore[type-arg]
    """Distinct cases, the thresholds and the caps often met."""
    chance = Random(seed)
    found = {name: array("q") for name in _FACTS}
    for _ in range(count):
        wage = chance.choice((chance.randint(60_000, 400_000), 252_252, 252_253, 320_760))
        found["début"].append(chance.randint(738_521, 739_616))
        found["jours d'arrêt"].append(100 * chance.randint(1, 400))
        found["heures"].append(chance.choice((0, 14_999, 15_000, 15_167, 45_501)))
        for name in ("premier salaire", "deuxième salaire", "troisième salaire"):
            found[name].append(wage + chance.choice((0, 1, -1, 5_000)))
        found["salaires de six mois"].append(chance.choice((0, 6 * wage, 1_205_820, 1_205_819)))
        found["en affection de longue durée"].append(int(chance.random() < 0.1))
        found["repris moins de deux jours"].append(int(chance.random() < 0.1))
        found["indemnités déjà servies"].append(100 * chance.choice((0, 0, 0, 200, 355, 360)))
    return found


def blocks(native: Native, given: dict[str, array], count: int) -> Iterator[Block]:  # type: ignore[type-arg]
    """The columns in blocks, as a table read by blocks gives them; each takes some thirty microseconds before its first case."""
    for first in range(0, count, BLOCK):
        size = min(BLOCK, count - first)
        offsets = {kind: array("q", range(size + 1)) for kind in native.kinds}
        columns = {(kind, name): given[name][first : first + size] for kind, name, _ in native.facts}
        yield Block(size, offsets, dict(zip(columns, beside(columns.values()), strict=True)))


def beside(some: Iterable[array]) -> list[memoryview]:  # type: ignore[type-arg]
    """Columns where they do not fall in the same lines of a cache."""
    columns = list(some)
    places = side_by_side([len(one) for one in columns])
    for place, column in zip(places, columns, strict=True):
        place[:] = memoryview(column)
    return places


def by_hand(given: dict[str, array], smic: tuple[array, array], count: int) -> tuple[float, list[array]]:  # type: ignore[type-arg]
    """Nanoseconds a case, and the seven lines of each."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "hand.so"
        subprocess.run(["gcc", "-O3", "-march=native", "-shared", "-fPIC", "-o", str(made), str(HERE / "fifteen.c")], check=True)
        library = ctypes.CDLL(str(made))
        out = [array("q", bytes(8 * count)) for _ in range(7)]
        pointers = [
            (ctypes.c_void_p * len(some))(*[one.buffer_info()[0] for one in some])
            for some in ([given[name] for name in _FACTS], out, smic)
        ]
        times = []
        for _ in range(ROUNDS):
            started = perf_counter()
            library.decide(*pointers, ctypes.c_int64(len(smic[0])), ctypes.c_int64(count))
            times.append((perf_counter() - started) / count * 1e9)
        return median(times), out


def ours(native: Native, some: list[Block], count: int) -> tuple[float, list[Found]]:
    """The same, of the kernel."""
    memory, times = native.memory(), []
    found = [native.room(block) for block in some]
    for _ in range(ROUNDS):
        started = perf_counter()
        for block, room in zip(some, found, strict=True):
            native.decide(memory, block, room)
        times.append((perf_counter() - started) / count * 1e9)
    return median(times), found


def main(count: int) -> int:
    """The table; exit code 1 when a case differs."""
    program, _ = load_program(RULES)
    assert program is not None
    single = Single(program)
    native = native_of(program, single.kernel)
    assert native is not None, "no C compiler"
    series = program.parameters["SMIC horaire"].values
    smic = array("q", [one.start for one in series]), array("q", [int(one.value * 100) for one in series])
    given = columns(count, 3)
    hand, out = by_hand(given, smic, count)
    mine, found = ours(native, list(blocks(native, given, count)), count)
    different = 0
    for line in range(7):
        said = array("q")
        for one in found:
            said.extend(one.lines[f"w0_{line}"][0])
        scale = native.kernel.shapes[f"w0_{line}"].scale
        different += (
            sum(a * 100 != b * scale for a, b in zip(said, out[line], strict=True))
            if line
            else sum(map(int.__ne__, said, out[line]))
        )
    routes = sum(route != 0 for one in found for route in one.routes)
    print(f"{count:,} cases, {different} lines that differ, {routes} left")
    print(f"by hand, gcc -O3, 64 bits {hand:8.1f} ns {1e3 / hand:8.1f} M cases/s")
    print(
        f"our rules, machine code   {mine:8.1f} ns {1e3 / mine:8.1f} M cases/s, {hand / mine:.0%} of the hand (goals: 25 M, 50 %)"
    )
    return int(different != 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 400_000))
