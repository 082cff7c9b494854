"""Malformed and hostile inputs through the real command: `python -m tests.hostile.run 2100 [seed]`.

Of each: an answer, or exit code 2 with a French message that has a code, a place and a remedy; no traceback; one second at
most. Prints a table by kind, then what fails; exit code 1 when something does. Caches are warm; times are of the wall, and of
the processor, which a busy machine does not lengthen.
"""

import contextlib
import io
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.inputs import KINDS, Input, inputs
from tests.hostile.seeds import RULES

from justesse.cli.main import main

SEED = 2026
LIMIT = 1.0
IN_A_PROCESS = 100
"""One input in so many runs in a process of its own."""
_HEAD = re.compile(r"^(?:(?P<place>.+:\d+:\d+) : )?(?:erreur|avertissement) (?P<code>[A-Z]\d{4}) : (?P<message>.+)", re.MULTILINE)
_ENGLISH = re.compile(r"\b(?:expected|unexpected|token|while scanning|found character|Error|Exception|NoneType|object at 0x)\b")
_MOST = 300_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command said of an input, and in how long."""

    given: Input
    code: int
    said: str
    seconds: float
    worked: float
    """Of the processor; a process apart is not counted."""

    @property
    def answered(self) -> bool:
        """The harm done changed nothing of what can be read."""
        return self.code in (0, 1)

    def faults(self) -> Iterator[str]:
        """What is wrong with the way the input was received, its slowness apart."""
        if self.code not in (0, 1, 2) or "Traceback" in self.said or "erreur interne" in self.said:
            yield f"code {self.code}"
        if self.code == 2:
            yield from _message_faults(self.said)


def _message_faults(said: str) -> Iterator[str]:
    heads = list(_HEAD.finditer(said))
    if not heads and "justesse" not in said:
        yield "no message with a code"
    if heads and "Comment corriger : " not in said:
        yield "no remedy"
    for one in heads:
        if not one["place"] and one["code"][0] in "YD":
            yield f"{one['code']}: no place"
        if _ENGLISH.search(one["message"]):
            yield f"{one['code']}: English words"
    if len(said) > _MOST:
        yield f"{len(said)} characters"


def outcomes(count: int, seed: int = SEED, sound: Path = RULES) -> Iterator[Outcome]:
    """Every input through its command, the caches warmed first."""
    with tempfile.TemporaryDirectory() as folder:
        for number, given in enumerate(inputs(count, seed, Path(folder), sound)):
            if number == 0:
                _here(("verifier",))
            yield _outcome(given, apart=number % IN_A_PROCESS == IN_A_PROCESS - 1)


def _outcome(given: Input, apart: bool) -> Outcome:
    started, worked = time.perf_counter(), time.process_time()
    code, said = (_elsewhere if apart else _here)(given.arguments)
    seconds, worked = time.perf_counter() - started, time.process_time() - worked
    given.restore()
    return Outcome(given, code, said, seconds, worked)


def _here(arguments: tuple[str, ...]) -> tuple[int, str]:
    out, told = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(told):
        code = main(arguments)
    return code, told.getvalue() if code == 2 else out.getvalue() + told.getvalue()


def _elsewhere(arguments: tuple[str, ...]) -> tuple[int, str]:
    done = subprocess.run([sys.executable, "-m", "justesse", *arguments], capture_output=True, check=False)
    return done.returncode, done.stderr.decode("utf-8", "replace") + (
        done.stdout.decode("utf-8", "replace") if done.returncode != 2 else ""
    )


# --- the report ---------------------------------------------------------------------------------------


def _report(found: list[Outcome]) -> int:
    print(f"{'':8}{'inputs':>8}{'refused':>9}{'answered':>10}{'median s':>10}{'max s':>8}{'> 1 s':>7}{'max cpu':>9}{'> 1 s':>7}")
    for kind in KINDS:
        some = [one for one in found if one.given.kind == kind]
        refused = sum(one.code == 2 for one in some)
        times, works = sorted(one.seconds for one in some), sorted(one.worked for one in some)
        slow, worked = (sum(one > LIMIT for one in each) for each in (times, works))
        counts = f"{len(some):8}{refused:9}{len(some) - refused:10}"
        print(f"{kind:8}{counts}{times[len(times) // 2]:10.2f}{times[-1]:8.2f}{slow:7}{works[-1]:9.2f}{worked:7}")
    bad = [(one, faults) for one in found if (faults := list(one.faults()))]
    for one, faults in bad:
        print(f"\n{one.given.kind}: {one.given.name} ({' '.join(one.given.arguments)[:80]}): {', '.join(faults)}")
        print(one.said[-600:])
    for one in sorted(found, key=lambda one: -one.worked)[:15]:
        print(f"{one.worked:6.2f} s  code {one.code}  {one.given.kind}: {one.given.name}")
    return int(bool(bad))


if __name__ == "__main__":
    wanted, *rest = [int(one) for one in sys.argv[1:]] or [2_100]
    sys.exit(_report(list(outcomes(wanted, *rest))))
