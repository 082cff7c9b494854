"""The whole of a kernel in LLVM's language: the memory of a thread, division, the printed functions, how they are called.

The text says nothing of the machine: no processor, no size of a pointer. Compiling is `llvm_build`.
"""

from justesse.compiled.llvm_printer import CODE, GONE, NUMBER, PLACE, Printer
from justesse.compiled.machine import FIXED, SHARED, Machine

_OVERFLOW = 4
"""The code of a dossier, until another is said."""
_ARITHMETIC = """
declare {i64, i1} @llvm.sadd.with.overflow.i64(i64, i64)
declare {i64, i1} @llvm.ssub.with.overflow.i64(i64, i64)
declare {i64, i1} @llvm.smul.with.overflow.i64(i64, i64)
define internal i64 @fdiv(i64 %a, i64 %b) alwaysinline nounwind {
  %q = sdiv i64 %a, %b
  %r = srem i64 %a, %b
  %x = xor i64 %r, %b
  %d = icmp slt i64 %x, 0
  %n = icmp ne i64 %r, 0
  %l = and i1 %d, %n
  %e = sext i1 %l to i64
  %s = add i64 %q, %e
  ret i64 %s
}
define internal i64 @mod(i64 %a, i64 %b) alwaysinline nounwind {
  %r = srem i64 %a, %b
  %n = icmp slt i64 %r, 0
  %m = select i1 %n, i64 %b, i64 0
  %s = add i64 %r, %m
  ret i64 %s
}
"""
_KINDS = """
!0 = !{!"branch_weights", i32 1, i32 100000}
!1 = !{!6, !6, i64 0}
!2 = !{!7, !7, i64 0}
!3 = !{!8, !8, i64 0}
!4 = !{!9, !9, i64 0}
!5 = !{!"memory"}
!6 = !{!"number", !5}
!7 = !{!"place", !5}
!8 = !{!"count", !5}
!9 = !{!"fact", !5}
"""


def llvm_of(machine: Machine) -> str:
    """The text of a kernel, whole."""
    slots, words = _slots(machine)
    tables = [
        f"@{name} = internal constant [{len(values)} x i64] [{', '.join(f'i64 {one}' for one in values)}]"
        for name, values in machine.tables.items()
    ]
    shared = [f"@{name} = internal global [{size} x i64] zeroinitializer" for name, size in SHARED.items()]
    functions = [Printer(machine, slots, one).function() for one in machine.functions]
    return "\n".join([*tables, *shared, _ARITHMETIC, *functions, *_called(machine, slots, words), _KINDS])


def _slots(machine: Machine) -> tuple[dict[str, int], int]:
    """The word of the memory at which each name is; how many words there are."""
    slots, top = {}, 0
    for name, size in ((CODE, 1), *[(one, 1) for one in (*machine.arrays, *machine.counts)], *FIXED.items()):
        slots[name] = top
        top += size
    return slots, top


def _called(machine: Machine, slots: dict[str, int], words: int) -> list[str]:
    """`attempt`, that what leaves comes back to, and what whoever calls sees."""
    lines = [
        "define internal i64 @attempt(ptr %K, i64 %last) noinline nounwind {",
        f"  %c = getelementptr i64, ptr %K, i64 {slots[CODE]}", f"  store i64 {_OVERFLOW}, ptr %c, {NUMBER}",
        "  %r = call i64 @decided(ptr %K, i64 %last)", f"  %g = icmp eq i64 %r, {GONE}", f"  %l = load i64, ptr %c, {NUMBER}",
        "  %s = select i1 %g, i64 %l, i64 0", "  ret i64 %s", "}",
        "define i64 @memory_size() nounwind {", f"  ret i64 {8 * words}", "}",
        "define i64 @decide(ptr %K, i64 %first, i64 %last, ptr %given) nounwind {",
    ]  # fmt: skip
    for place, name in enumerate(machine.given):
        lines += [
            f"  %g{place} = getelementptr ptr, ptr %given, i64 {place}", f"  %p{place} = load ptr, ptr %g{place}",
            f"  %k{place} = getelementptr i64, ptr %K, i64 {slots[name]}", f"  store ptr %p{place}, ptr %k{place}, {PLACE}",
        ]  # fmt: skip
    return [*lines, "  %r = call i64 @through(ptr %K, i64 %first, i64 %last)", "  ret i64 %r", "}"]
