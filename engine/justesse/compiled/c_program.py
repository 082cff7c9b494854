"""The whole C of a kernel: the memory, the hand-written part of the prelude, the printed functions.

What goes through dossiers is `c_driver`; compiling and calling are `native`.
"""

import ast
from importlib.resources import files

from justesse.compiled import prelude
from justesse.compiled.c_driver import driver
from justesse.compiled.c_printer import Printer
from justesse.compiled.kernel import Kernel
from justesse.program.program import Program

RUNS = 48
"""The most runs of one owner in a timeline; a dossier that has more goes to generated Python."""
_HEAD = """
#include <stdint.h>
#include <setjmp.h>
#include <string.h>
typedef int64_t i64;
#define NA (-(1LL << 62))
#define UN ((i64)0x8080808080808080ULL) /* one byte repeated: memories are emptied by memset */
#define BUSY (UN + 1)
#define UNKNOWN (NA + 1)
#define CAP {runs}
#define ROOM {room}
#define GATHERED 512
#define ARENA {arena}
#define FIRST_MONTH {first_month}
#define FIRST_OF_ALL {first_of_all}
static i64 FIRSTS[{months}];
static i64 MONTH_OF[{days}];
"""
_HAND = """
static inline i64 leave(struct memory *K, i64 code) { longjmp(K->out, (int)code); return 0; }
static inline i64 add(struct memory *K, i64 a, i64 b) { i64 r; if (__builtin_add_overflow(a, b, &r)) leave(K, 4); return r; }
static inline i64 sub(struct memory *K, i64 a, i64 b) { i64 r; if (__builtin_sub_overflow(a, b, &r)) leave(K, 4); return r; }
static inline i64 mul(struct memory *K, i64 a, i64 b) {
    i64 r; if (__builtin_mul_overflow(a, b, &r) || r >= (1LL << 61) || r <= -(1LL << 61)) leave(K, 4); return r; }
static inline i64 fdiv(struct memory *K, i64 a, i64 b) { i64 q = a / b; return q - ((a % b != 0) && ((a < 0) != (b < 0))); }
static inline i64 mod(struct memory *K, i64 a, i64 b) { i64 r = a % b; return r + (r < 0 ? b : 0); }
static inline i64 fact(struct memory *K, i64 x) { if (x == UNKNOWN) leave(K, 1); return x; }
#define FACT(x) fact(K, x)
static inline i64 within(struct memory *K, const i64 *values, i64 low, i64 high, i64 asked) {
    while (low <= high) { i64 middle = (low + high) / 2; if (values[middle] <= asked) low = middle + 1; else high = middle - 1; }
    return high; }
static inline i64 kept(struct memory *K, const i64 *list, i64 n) {
    i64 start = K->TOP[0]; if (start + n > ROOM) leave(K, 3);
    for (i64 i = 0; i < n; i++) K->L[start + i] = list[i];
    K->TOP[0] = start + n; return start; }
static inline i64 among(const i64 *list, i64 n, i64 x) { for (i64 i = 0; i < n; i++) if (list[i] == x) return 1; return 0; }
static inline i64 common(struct memory *K, i64 a, i64 b) {
    if (a < 0) a = -a; if (b < 0) b = -b; while (b) { i64 r = a % b; a = b; b = r; } return a; }
static inline i64 absolute(i64 a) { return a < 0 ? -a : a; }
#define abs(K, a) absolute(a)
static i64 rounded(struct memory *K, i64 above, i64 below) {
    __int128 two = (__int128)2 * (above < 0 ? -above : above) + below, q = two / ((__int128)2 * below);
    return above < 0 ? -(i64)q : (i64)q; }
static i64 truncated(struct memory *K, i64 above, i64 below) { return above / below; }
"""


def c_of(program: Program, kernel: Kernel) -> str:
    """The C of a kernel, whole."""
    printer = Printer()
    source = files("justesse.compiled").joinpath("prelude.py").read_text(encoding="utf-8")
    printer.module(source, frozenset({"_calendar", "leave"}))
    printer.module(kernel.text, frozenset({"reset"}))
    reset = _reset(kernel, printer)
    head = _HEAD.format(
        runs=RUNS, room=1 << 14, arena=1 << 20, first_month=prelude.FIRST_MONTH, first_of_all=prelude.FIRST_OF_ALL,
        months=len(prelude.FIRSTS), days=len(prelude.MONTH_OF),
    )  # fmt: skip
    scalars = sorted(printer.scalars | set(kernel_counts(kernel)))
    arrays = sorted(printer.arrays - {"L", "W", "P", "U", "TOP", "WTOP", "PTOP", "OUT"})
    memory = "\n".join([
        "struct memory {", "    jmp_buf out;", "    i64 U[1], OUT[1], TOP[1], WTOP[1], PTOP[1], L[ROOM], W[ROOM], P[ROOM];",
        *[f"    i64 {one};" for one in scalars], *[f"    i64 *{one};" for one in arrays], "    i64 arena[ARENA];", "};",
    ])  # fmt: skip
    parts = [head, *printer.tables, memory, _HAND, *printer.heads, *printer.functions, reset, driver(program, kernel)]
    return "\n".join(parts)


def kernel_counts(kernel: Kernel) -> list[str]:
    """The counts of records."""
    return [f"N{number}" for number in kernel.names.records.values()]


# --- memory -------------------------------------------------------------------------------------------


def _reset(kernel: Kernel, printer: Printer) -> str:
    """Places in the arena for one dossier: first those to fill, then all that is written before it is read."""
    tree = next(one for one in ast.parse(kernel.text).body if isinstance(one, ast.FunctionDef) and one.name == "reset")
    places: dict[str, list[str]] = {"UN": [], "0": [], "-1": []}
    later: list[str] = []
    for node in tree.body:
        match node:
            case ast.Assign([ast.Name(name)], ast.BinOp(ast.List([value]), ast.Mult(), size)) if not _filled(name):
                printer.arrays.add(name)
                later.append(f"    K->{name} = K->arena + top; top += {_size(size)};")
            case ast.Assign([ast.Name(name)], ast.BinOp(ast.List([value]), ast.Mult(), size)):
                printer.arrays.add(name)
                places[ast.unparse(value)].append(f"    K->{name} = K->arena + top; top += {_size(size)};")
            case ast.Assign([ast.Name(name)], ast.List([value])):
                printer.arrays.add(name)
                places[ast.unparse(value)].append(f"    K->{name} = K->arena + top; top += 1;")
            case ast.If(_, [ast.Assign([ast.Name(name)], ast.BinOp(_, ast.Mult(), size))]):
                printer.arrays.add(name)
                later.append(f"    K->{name} = K->arena + top; top += {_size(size)};")
            case _:
                pass
    text = ["static i64 reset(struct memory *K) {", "    i64 top = 0, from = 0;"]
    for filling, some in places.items():
        byte = _BYTES[filling]
        fill = f"    memset(K->arena + from, {byte}, 8 * (top - from)); from = top;"
        text += [*some, "    if (top > ARENA) leave(K, 3);", fill]
    text += [
        *later,
        "    if (top > ARENA) leave(K, 3);",
        "    K->TOP[0] = K->WTOP[0] = K->PTOP[0] = K->U[0] = 0;",
        "    return 0;",
        "}",
    ]
    return "\n".join(text)


_BYTES = {"UN": "0x80", "0": "0", "-1": "0xff"}
"""The byte that repeated eight times makes each filling."""


def _filled(name: str) -> bool:
    """Whether an array is read before it is written: memories, what says how far a timeline is."""
    return name[0] in "MT" and name[-1] not in "EX"


def _size(node: ast.expr) -> str:
    match node:
        case ast.Name("CAP"):
            return "CAP"
        case ast.Name(name):
            return f"K->{name}"
        case ast.Constant(value):
            return str(value)
        case ast.BinOp(left, ast.Mult(), right):
            return f"{_size(left)} * {_size(right)}"
        case _:
            raise AssertionError(ast.unparse(node))
