"""The C that goes through a block of dossiers: counts and columns in, notices, lines and runs out, or the code it leaves with.

What columns are given, and what values come out, is said here once for whoever calls it.
"""

import re

from justesse.compiled.kernel import Kernel
from justesse.program.program import Program
from justesse.program.types import Date, Days, ListOf, Month


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


def driver(program: Program, kernel: Kernel) -> str:
    """Going through a block: counts and columns of each dossier, then notices, lines and runs, or the code it leaves with."""
    declared, names = program.declarations, kernel.names
    kinds = kinds_of(program)
    text = [
        "void calendar(const i64 *lengths, i64 months, i64 day) {",
        "    i64 k = 0; for (i64 m = 0; m < months; m++) { FIRSTS[m] = day;",
        "        for (i64 i = 0; i < lengths[m]; i++) MONTH_OF[k++] = FIRST_MONTH + m; day += lengths[m]; }",
        "    FIRSTS[months] = day; }",
        "i64 memory_size(void) { return (i64)sizeof(struct memory); }",
        "static void one(struct memory *K, i64 d, i64 **offsets, i64 **columns, i64 **lines, i64 *notices, i64 *groups,",
        "                i64 *runs, i64 room, i64 *used, i64 *routes) {",
        "    volatile i64 start = *used; /* read again after a longjmp */",
        "    int code = setjmp(K->out);",
        "    if (code) { routes[d] = code; *used = start; return; }",
    ]
    for place, kind in enumerate(kinds):
        text.append(f"    K->N{names.records[kind]} = offsets[{place}][d + 1] - offsets[{place}][d];")
    for kind, group in declared.members.items():
        text.append(f"    K->N{names.records[group]} = K->N{names.records[kind]};")
    for place, (kind, _, array) in enumerate(facts_of(program, kernel)):
        text.append(f"    K->{array} = columns[{place}] + offsets[{kinds.index(kind)}][d];")
    text += ["    reset(K);", "    notices[d] = 0; routes[d] = 0;"]
    text += _notices(program, kernel)
    scopes = sum(1 << place for place, rule in enumerate(program.notices) if rule.kind == "out-of-scope")
    text.append(f"    if (notices[d] & {scopes}LL) return;")
    text += _lines(program, kernel, kinds)
    text += _runs(program, kernel)
    text += [
        "}",
        "i64 decide(struct memory *K, i64 first, i64 last, i64 **offsets, i64 **columns, i64 **lines, i64 *notices, i64 *groups,",
        "           i64 *runs, i64 room, i64 *routes, i64 *run_offsets) {",
        "    i64 used = 0;",
        "    for (i64 d = first; d < last; d++) { run_offsets[d] = used;",
        "        one(K, d, offsets, columns, lines, notices, groups, runs, room, &used, routes);",
        "        if (routes[d] == 9) return d; }",
        "    run_offsets[last] = used; return last; }",
    ]  # fmt: skip
    return "\n".join(text)


def _notices(program: Program, kernel: Kernel) -> list[str]:
    """One bit a notice: whether it holds for some subject."""
    text: list[str] = []
    for place, rule in enumerate(program.notices):
        if f"def z{place}(" not in kernel.text:
            continue
        kind = rule.subjects[0].name
        count = _count(program, kernel, kind, text)
        if len(rule.subjects) == 1:
            text.append(f"    for (i64 r = 0; r < {count}; r++) if (z{place}(K, r)) {{ notices[d] |= {1 << place}LL; break; }}")
            continue
        assert isinstance(rule.subjects[1].kind, Month)
        number = kernel.names.quantities[f"{rule.subjects[1].listed} ({kind})"]
        text.append(f"    for (i64 r = 0; r < {count}; r++) {{ i64 m = q{number}(K, r), n = K->M{number}E[r];")
        text.append(
            f"        for (i64 i = 0; i < n; i++) if (z{place}(K, r, m + i)) {{ notices[d] |= {1 << place}LL; break; }} }}"
        )
    return text


def _count(program: Program, kernel: Kernel, kind: str, text: list[str]) -> str:
    number = kernel.names.records[kind]
    if not program.declarations.records[kind].members:
        return f"K->N{number}"
    text.append(f"    g{number}(K);")
    return f"K->N{number}G[0]"


def _lines(program: Program, kernel: Kernel, kinds: list[str]) -> list[str]:
    """Every line of every record: its number, and its denominator or its length where it has one."""
    text: list[str] = []
    members = {group: kind for kind, group in program.declarations.members.items()}
    for place, (name, kind) in enumerate(lines_of(program, kernel)):
        count = _count(program, kernel, kind, text)
        base = f"offsets[{kinds.index(members.get(kind, kind))}][d]"
        second = f" lines[{2 * place + 1}][{base} + r] = K->OUT[0];" if _takes_two(kernel, name) else ""
        text.append(f"    for (i64 r = 0; r < {count}; r++) {{ lines[{2 * place}][{base} + r] = {name}(K, r);{second} }}")
    for group in members:
        text.append(f"    groups[d] = {_count(program, kernel, group, text)};")
    return text


def _takes_two(kernel: Kernel, name: str) -> bool:
    """Whether a line needs its second number."""
    shape = kernel.shapes[name]
    return shape.scale == 0 or isinstance(shape.type, ListOf | Days)


def _runs(program: Program, kernel: Kernel) -> list[str]:
    """The runs of the views by day: owner, first day, last day, then two numbers a value."""
    text: list[str] = []
    for view in program.views:
        if not isinstance(view.subjects[-1].kind, Date):
            continue
        quantities = [program.quantities[item.key] for item in view.items]
        loops = [kernel.names.loops[one.loop] for one in quantities]
        width = 3 + 2 * len(quantities)
        count = _count(program, kernel, view.subjects[0].name, text)
        text.append(f"    for (i64 o = 0; o < {count}; o++) {{")
        text += [f"        upto{loop}(K, o, 1000000000);" for loop in loops]
        text.append(f"        i64 day = K->B{loops[0]}F[o], last = K->B{loops[0]}L[o];")
        text.append("        while (day <= last) { i64 end = last;")
        for place, loop in enumerate(loops):
            text.append(
                f"            i64 p{place} = at{loop}(K, o, day); if (K->R{loop}L[p{place}] < end) end = K->R{loop}L[p{place}];"
            )
        text.append(f"            if (*used + {width} > room) leave(K, 9);")
        text.append("            runs[*used] = o; runs[*used + 1] = day; runs[*used + 2] = end;")
        for place, quantity in enumerate(quantities):
            number = kernel.names.quantities[quantity.key]
            second = f"K->V{number}E[p{place}]" if f"V{number}E[" in kernel.text else "1"
            text.append(f"            runs[*used + {3 + 2 * place}] = K->V{number}[p{place}];")
            text.append(f"            runs[*used + {4 + 2 * place}] = {second};")
        text.append(f"            *used += {width}; day = end + 1; }} }}")
    return text
