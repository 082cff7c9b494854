"""The functions that go through a block of dossiers, in the subset: counts and columns in; notices, lines and runs out.

`decided` decides dossiers one after the other from `AT[0]` on; a printer writes `attempt`, which calls it and gives 0 at the
end, or the code with which a dossier was left: `through` says so and goes on after it. What columns are given, and what values
come out, is said here once for whoever calls it.
"""

import re
from contextlib import nullcontext
from itertools import groupby

from justesse.compiled.text import Text
from justesse.compiled.written import Kernel
from justesse.program.program import NoticeRule, Program, View
from justesse.program.types import Date, ListOf, Month

FULL = 9
"""The code of a dossier whose runs have no room left: whoever calls gives more and begins again."""
_THROUGH = """
def decided(last):
    while AT[0] < last:
{none_yet}
        opened(AT[0])
        emptied()
        shown(AT[0])
        routes[AT[0]] = 0
        AT[0] = AT[0] + 1

def through(first, last):
    USED[0] = 0
    AT[0] = first
    while AT[0] < last:
        code = attempt(last)
        if code:
            USED[0] = BEFORE[0]
            routes[AT[0]] = code
            if code == {full}:
                return AT[0]
            AT[0] = AT[0] + 1
    run_offsets[{views} * last] = USED[0]
    return last
"""
_NONE_YET = """
        BEFORE[0] = USED[0]
        place = 0
        while place < {views}:
            run_offsets[{views} * AT[0] + place] = USED[0]
            place = place + 1
"""


# --- what goes in and comes out -----------------------------------------------------------------------


def facts_of(program: Program, kernel: Kernel) -> list[tuple[str, str, str]]:
    """(kind of record, fact, array) of the facts that rules read, in the order in which columns are given."""
    read = set(re.findall(r"F\d+_\d+", kernel.text))
    return [
        (kind, name, kernel.names.fact(kind, name))
        for kind, record in program.declarations.records.items()
        if not record.members
        for name, fact in record.facts.items()
        if not isinstance(fact.type, ListOf) and kernel.names.fact(kind, name) in read
    ]


def kinds_of(program: Program) -> list[str]:
    """The kinds of record that dossiers hold, in the order in which offsets are given."""
    return [kind for kind, record in program.declarations.records.items() if not record.members]


def lines_of(program: Program, kernel: Kernel) -> list[tuple[str, str]]:
    """(line of a view, kind of record), for the views that are not by day, in the order in which values come out."""
    return [
        (f"w{place}_{line}", view.subjects[0].name)
        for place, view in enumerate(program.views)
        if not isinstance(view.subjects[-1].kind, Date)
        for line in range(len(view.items))
    ]


def groups_of(program: Program) -> list[str]:
    """The kinds of groups that views show, in the order in which `groups` says how many, a dossier after the other."""
    shown = {view.subjects[0].name for view in program.views}
    return [group for group in program.declarations.members.values() if group in shown]


def by_day(program: Program) -> list[int]:
    """The views by day, in the order in which `run_offsets` says where their runs begin, a dossier after the other."""
    return [place for place, view in enumerate(program.views) if isinstance(view.subjects[-1].kind, Date)]


def given_of(program: Program, kernel: Kernel) -> tuple[str, ...]:
    """The arrays that whoever calls gives, in order: offsets, columns, two a line, then what a dossier has once."""
    lines = range(len(lines_of(program, kernel)))
    return (
        *[f"offsets_{place}" for place in range(len(kinds_of(program)))],
        *[f"column_{place}" for place in range(len(facts_of(program, kernel)))],
        *[name for place in lines for name in (f"line_{place}", f"second_{place}")],
        *("notices", "groups", "runs", "room", "routes", "run_offsets"),
    )


def of_subject_in(program: Program, kernel: Kernel) -> dict[str, str]:
    """The facts of the subject of the case, of which each dossier has one: array → the column that they stand in."""
    facts = enumerate(facts_of(program, kernel))
    return {array: f"column_{place}" for place, (kind, _, array) in facts if kind == program.declarations.root}


# --- the functions ------------------------------------------------------------------------------------


def driver(program: Program, kernel: Kernel) -> str:
    """The text of the functions."""
    writer = _Writer(program, kernel)
    views = len(by_day(program))
    through = _THROUGH.format(views=views, full=FULL, none_yet=_NONE_YET.format(views=views) if views else "")
    return "\n".join([*writer.opened(), *writer.shown(), through])


class _Writer:
    """Writes the functions; `text` holds the lines of one."""

    def __init__(self, program: Program, kernel: Kernel) -> None:
        self.program, self.kernel = program, kernel
        self.records, self.declared = kernel.names.records, program.declarations
        self.kinds = kinds_of(program)
        self.text = Text()

    def opened(self) -> list[str]:
        """Where the records and the columns of a dossier are, but the facts of its subject, which are read where they stand."""
        counts, columns = Text(), Text()
        for place, kind in enumerate(self.kinds):
            if kind != self.declared.root or re.search(rf"\bN{self.records[kind]}\b", self.kernel.text):
                counts.line(f"N{self.records[kind]} = offsets_{place}[d + 1] - offsets_{place}[d]")
        for kind, group in self.declared.members.items():
            counts.line(f"N{self.records[group]} = N{self.records[kind]}")
        of_subject = of_subject_in(self.program, self.kernel)
        for place, (kind, _, array) in enumerate(facts_of(self.program, self.kernel)):
            if array not in of_subject:
                columns.line(f"{array} = column_{place}[offsets_{self.kinds.index(kind)}[d]:]")
        lines = [*counts.lines, *columns.lines]
        return ["def opened(d):", *[f"    global {line.split()[0]}" for line in lines], *(lines or ["    return 0"])]

    def shown(self) -> list[str]:
        """What a decision shows; nothing but the notices of a dossier that is out of scope."""
        for first in ("ahead", "strict"):
            if f"def {first}(" in self.kernel.text:
                self.text.line(f"{first}()")
        self.text.line("notices[d] = 0")
        self.text.line("outside = 0")
        for place, rule in enumerate(self.program.notices):
            if f"def z{place}(" in self.kernel.text:
                self._notice(place, rule)
        with self.text.block("if outside"):
            self.text.line("return 0")
        lines = list(enumerate(lines_of(self.program, self.kernel)))
        for _, some in groupby(lines, lambda one: one[1][0].split("_")[0]):
            self._lines(list(some))
        groups, views = groups_of(self.program), by_day(self.program)
        for place, group in enumerate(groups):
            self.text.line(f"groups[{len(groups)} * d + {place}] = {self._count(group)}")
        for place, view in enumerate(views):
            self.text.line(f"run_offsets[{len(views)} * d + {place}] = USED[0]")
            self._runs(self.program.views[view])
        return ["def shown(d):", *self.text.lines]

    def _count(self, kind: str) -> str:
        """How many records of a kind there are, groups made first."""
        if kind == self.declared.root:
            return "1"
        number = self.records[kind]
        if not self.declared.records[kind].members:
            return f"N{number}"
        self.text.line(f"g{number}()")
        return f"N{number}G[0]"

    def _notice(self, place: int, rule: NoticeRule) -> None:
        """One bit a notice: whether it holds for some subject."""
        text, count = self.text, self._count(rule.subjects[0].name)
        text.line("held = 0")
        text.line("r = 0")
        with text.block(f"while held == 0 and r < {count}"):
            if len(rule.subjects) == 1:
                text.line(f"held = z{place}(r)")
            else:
                self._notice_by_month(place, rule)
            text.line("r = r + 1")
        with text.block("if held"):
            text.line(f"notices[d] = notices[d] + {1 << place}")
            if rule.kind == "out-of-scope":
                text.line("outside = 1")

    def _notice_by_month(self, place: int, rule: NoticeRule) -> None:
        subject = rule.subjects[1]
        assert isinstance(subject.kind, Month)
        number = self.kernel.names.quantities[f"{subject.listed} ({rule.subjects[0].name})"]
        self.text.line(f"month = q{number}(r)")
        self.text.line(f"end = month + M{number}E[r]")
        with self.text.block("while held == 0 and month < end"):
            self.text.line(f"held = z{place}(r, month)")
            self.text.line("month = month + 1")

    def _lines(self, lines: list[tuple[int, tuple[str, str]]]) -> None:
        """The lines of a view, of every record: the number, and the denominator or the length where there is one."""
        kind = lines[0][1][1]
        text, count = self.text, self._count(kind)
        members = {group: kind for kind, group in self.declared.members.items()}
        text.line(f"base = offsets_{self.kinds.index(members.get(kind, kind))}[d]")
        alone = kind == self.declared.root
        text.line("r = 0")
        with nullcontext() if alone else text.block(f"while r < {count}"):
            for place, (name, _) in lines:
                text.line(f"line_{place}[base + r] = {name}(r)")
                if self.kernel.shapes[name].paired:
                    text.line(f"second_{place}[base + r] = OUT[0]")
            if not alone:
                text.line("r = r + 1")

    def _runs(self, view: View) -> None:
        """The runs of a view by day, owner by owner."""
        quantities = [self.program.quantities[item.key] for item in view.items]
        loops = [self.kernel.names.loops[one.loop] for one in quantities]
        text, count = self.text, self._count(view.subjects[0].name)
        text.line("r = 0")
        with text.block(f"while r < {count}"):
            for loop in loops:
                text.line(f"upto{loop}(r, 1000000000)")
            owner = self.kernel.names.records[view.subjects[0].name]
            text.line(f"day = B{owner}F[r]")
            text.line(f"last = B{owner}L[r]")
            with text.block("while day <= last"):
                self._run([self.kernel.names.quantities[one.key] for one in quantities], loops)
            text.line("r = r + 1")

    def _run(self, numbers: list[int], loops: list[int]) -> None:
        """One run: owner, first day, last day, then two numbers a value; one day while a value counts days."""
        text, width = self.text, 3 + 2 * len(numbers)
        text.line("end = last")
        for place, loop in enumerate(loops):
            text.line(f"p{place} = at{loop}(r, day)")
            with text.block(f"if R{loop}L[p{place}] < end"):
                text.line(f"end = R{loop}L[p{place}]")
            if f"V{numbers[place]}S[" in self.kernel.text:
                with text.block(f"if V{numbers[place]}S[p{place}] != 0"):
                    text.line("end = day")
        text.line("used = USED[0]")
        with text.block(f"if used + {width} > room[0]"):
            text.line(f"leave({FULL})")
        values = ["r", "day", "end"]
        for place, (number, loop) in enumerate(zip(numbers, loops, strict=True)):
            counted = f" + V{number}S[p{place}] * (day - R{loop}F[p{place}])" if f"V{number}S[" in self.kernel.text else ""
            values += [f"V{number}[p{place}]{counted}", f"V{number}E[p{place}]" if f"V{number}E[" in self.kernel.text else "1"]
        for place, value in enumerate(values):
            text.line(f"runs[used + {place}] = {value}")
        text.line(f"USED[0] = used + {width}")
        text.line("day = end + 1")
