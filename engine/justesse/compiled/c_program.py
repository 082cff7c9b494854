"""The whole C of a kernel: the memory of a thread, checked arithmetic, the printed functions, how they are called.

A dossier is left by a `longjmp` that is prepared once for many, so that what does not leave pays nothing. Compiling is `c_build`.
"""

from justesse.compiled.c_printer import printed
from justesse.compiled.machine import CONSTANTS, FIXED, SHARED, UNKNOWN, Machine

_HEAD = """
#include <stdint.h>
#include <setjmp.h>
typedef int64_t i64;
"""
_ARITHMETIC = """
static inline i64 leave(struct memory *K, i64 code) { longjmp(K->out, (int)code); return 0; }
static inline i64 add(struct memory *K, i64 a, i64 b) { i64 r; if (__builtin_add_overflow(a, b, &r)) leave(K, 4); return r; }
static inline i64 sub(struct memory *K, i64 a, i64 b) { i64 r; if (__builtin_sub_overflow(a, b, &r)) leave(K, 4); return r; }
static inline int beyond(i64 a, i64 most) { return (uint64_t)a + (uint64_t)most > 2 * (uint64_t)most; }
static inline i64 mul(struct memory *K, i64 a, i64 b) {
    i64 r, most = __builtin_constant_p(b) && b > 0 ? ((1LL << 61) - 1) / b : 0;
    if (most) { if (beyond(a, most)) leave(K, 4); return a * b; }
    if (__builtin_mul_overflow(a, b, &r) || beyond(r, (1LL << 61) - 1)) leave(K, 4);
    return r; }
static inline i64 fdiv(struct memory *K, i64 a, i64 b) {
    i64 q = a / b, r = a % b; return q - (__builtin_constant_p(b) && b > 0 ? r < 0 : r && (r ^ b) < 0); }
static inline i64 mod(struct memory *K, i64 a, i64 b) { i64 r = a % b; return r + (r < 0 ? b : 0); }
static inline i64 fact(struct memory *K, i64 x) { if (x == UNKNOWN) leave(K, 1); return x; }
static i64 decided(struct memory *K, i64 last);
static i64 attempt(struct memory *K, i64 last) { int code = setjmp(K->out); if (!code) decided(K, last); return code; }
"""
_CALLED = """
i64 memory_size(void) { return (i64)sizeof(struct memory); }
i64 decide(struct memory *K, i64 first, i64 last, i64 **given) {
    %s
    return through(K, first, last); }
"""


def c_of(machine: Machine) -> str:
    """The C of a kernel, whole."""
    constants = [f"#define {name} ({value}LL)" for name, value in (CONSTANTS | {"UNKNOWN": UNKNOWN}).items()]
    shared = [f"static i64 {name}[{size}];" for name, size in SHARED.items()]
    tables = [f"static const i64 {name}[] = {{{', '.join(map(str, values))}}};" for name, values in machine.tables.items()]
    given = " ".join(f"K->{name} = given[{place}];" for place, name in enumerate(machine.given))
    memory = [
        "struct memory {", *[f"    i64 *{name};" for name in machine.arrays], *[f"    i64 {name};" for name in machine.counts],
        *[f"    i64 {name}[{size}];" for name, size in FIXED.items()], "    jmp_buf out;", "};",
    ]  # fmt: skip
    return "\n".join([_HEAD, *constants, *shared, *tables, *memory, _ARITHMETIC, *printed(machine), _CALLED % given])
