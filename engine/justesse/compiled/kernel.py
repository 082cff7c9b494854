"""A program as the text of a kernel: one function a quantity, one timeline a loop, groups, notices, what a decision shows.

The text is whole: with `prelude` before it, it runs. `Kernel` says where a dossier goes in and where values come out.
"""

from justesse.compiled import operands as o
from justesse.compiled import reads, sentences, strict, timelines, truths, values
from justesse.compiled.arrays import reset_of
from justesse.compiled.lowering import Env, Lowering, Moment, Unsupported
from justesse.compiled.numbering import lowering_of
from justesse.compiled.operands import Operand, rescaled
from justesse.compiled.shaping import double
from justesse.compiled.text import Text
from justesse.compiled.written import Kernel, Shape
from justesse.program.program import Program, Quantity
from justesse.program.types import Date, RecordOf


def kernel_of(program: Program, readings: dict[str, str] | None = None, every: bool = False) -> Kernel:
    """The kernel of a program under its retained readings, or those given.

    `every`: each quantity has its function; by day it is decided on every day, even those that the days decided do not need.
    """
    taken = {one.identifier: one.readings[0] for one in program.interpretations.values()} | (readings or {})
    lo = lowering_of(program, taken)
    if every:
        lo.every_day = frozenset(key for key, one in program.quantities.items() if one.by_day)
        lo.in_place, lo.ahead = frozenset(), {}
    writer = _Writer(lo, Kernel("", lo.names, scales=lo.scales.quantities, months=lo.months), every)
    writer.everything(taken)
    return writer.kernel


class _Writer:
    """The parts of the text, in order."""

    def __init__(self, lo: Lowering, kernel: Kernel, every: bool) -> None:
        self.lo, self.kernel, self.every = lo, kernel, every
        self.parts: list[str] = []

    def everything(self, taken: dict[str, str]) -> None:
        """Write it all; constant arrays come first, once known."""
        program = self.lo.program
        if self.lo.ahead:
            self._ahead()
        for key, quantity in program.quantities.items():
            if key not in self.lo.in_place and key not in self.lo.ahead:
                self.parts.append(self._quantity(quantity))
        self.parts += [timelines.opening(self.lo, owner) for owner in program.spans]
        for loop, keys in program.loops.items():
            self.parts.append(timelines.functions(self.lo, loop, keys))
        for kind, record in program.declarations.records.items():
            if record.members:
                self.parts.append(self._groups(kind))
        self._views()
        self._notices(taken)
        self.parts += [self._still(program.quantities[key]) for key in self.lo.stills]
        if not (self.lo.ahead or self.every):
            self.parts = strict.computed_first(self.lo, self.parts, self.kernel.left)
        self.parts.append(reset_of(self.lo))
        tables = [f"{name} = {values}" for name, values in self.lo.tables.items()]
        self.kernel.text = "\n".join([*tables, "", *self.parts])

    # --- quantities --------------------------------------------------------------------------------------

    def _quantity(self, quantity: Quantity) -> str:
        number = self.lo.number(quantity)
        args = [f"a{place + 1}" for place in range(len(quantity.subjects))]
        head = f"def q{number}({', '.join(args)}):  # {quantity.key}"
        text = Text()
        try:
            self._computed(quantity, args, text)
        except Unsupported as why:
            self.kernel.left[quantity.key] = str(why)
            text = Text()
            text.line("return leave(4)")
        return "\n".join([head, *text.lines, "", ""])

    def _computed(self, quantity: Quantity, args: list[str], text: Text) -> None:
        lo, number = self.lo, self.lo.number(quantity)
        env: Env = (Operand("0", of=lo.program.declarations.root), *_subjects(quantity, args))
        loop = lo.names.loops[quantity.loop] if quantity.by_day else -1
        lo.run_of_months = quantity.key in lo.months
        if quantity.by_day:
            timelines.owner_of(lo, quantity.loop)
            with lo.writing(text, Moment(args[-1], loop, args[0])):
                text.line(f"return {_store(lo, quantity, sentences.chosen(lo, quantity, env), f'X{number}', args[0])}")
            return
        with lo.writing(text, None):
            at = text.named(reads.place(lo, quantity, env[1:]), "p")
            if quantity.knotted:
                with text.block(f"if M{number}[{at}] == BUSY"):
                    text.line("leave(5)")
                text.line(f"M{number}[{at}] = BUSY")
            text.line(f"return {_store(lo, quantity, sentences.chosen(lo, quantity, env), f'M{number}', at)}")

    def _ahead(self) -> None:
        """One function for every quantity decided ahead; none of them is when one is not for kernels."""
        lo, text, root = self.lo, Text(), Operand("0", of=self.lo.program.declarations.root)
        try:
            with lo.writing(text, None):
                for key, shown in lo.ahead.items():
                    quantity = lo.program.quantities[key]
                    found = reads.in_place(lo, quantity, (root,))
                    if shown:
                        _store(lo, quantity, found, f"M{lo.number(quantity)}", "0")
            self.parts.append("\n".join(["def ahead():", *text.lines, "    return 0", "", ""]))
        except Unsupported:
            lo.ahead = {}

    def _still(self, quantity: Quantity) -> str:
        """A quantity by day that is the same every day, as one of its owner."""
        lo, text, number = self.lo, Text(), self.lo.number(quantity)
        root, owner = Operand("0", of=lo.program.declarations.root), Operand("a1", of=quantity.subjects[0].name)
        with lo.writing(text, None):
            found = sentences.chosen(lo, quantity, (root, owner, Operand("0")))
            text.line(f"return {_store(lo, quantity, found, f'M{number}', 'a1')}")
        return "\n".join([f"def q{number}s(a1):  # {quantity.key}, any day", *text.lines, "", ""])

    # --- groups ------------------------------------------------------------------------------------------

    def _groups(self, kind: str) -> str:
        """The list of members cut before each one that opens."""
        lo, declared = self.lo, self.lo.program.declarations
        number, opens = lo.names.records[kind], declared.opening(kind)
        member = opens.subjects[0].name
        text = Text()
        with lo.writing(text, None):
            with text.block(f"if N{number}G[0] >= 0"):
                text.line("return 0")
            text.line("n = 0")
            text.line("i = 0")
            with text.block(f"while i < {lo.names.count(member)}"):
                held = reads.quantity(lo, opens.key, (Operand("i", of=member),))
                with text.block(f"if i == 0 or {held.text} == 1"):
                    text.line(f"N{number}F[n] = i")
                    text.line("n = n + 1")
                text.line(f"N{number}L[n - 1] = i")
                text.line(f"N{number}O[i] = n - 1")
                text.line("i = i + 1")
            text.line(f"N{number}G[0] = n")
            text.line("return 0")
        return "\n".join([f"def g{number}():  # {kind}", *text.lines, "", ""])

    # --- what a decision shows ---------------------------------------------------------------------------

    def _views(self) -> None:
        for place, view in enumerate(self.lo.program.views):
            for line, item in enumerate(view.items):
                if isinstance(view.subjects[-1].kind, Date):
                    quantity = self.lo.program.quantities[item.key]
                    self.kernel.shapes[f"w{place}_{line}"] = Shape(item.type, self.lo.scales.quantities.get(quantity.key, 1))
                    continue
                name = f"w{place}_{line}"
                self.kernel.shapes[name] = Shape(item.type, self.lo.scales.of(item.core), item.key in self.lo.months)
                self.parts.append(self._line(name, [one.name for one in view.subjects], item.core, item.name))

    def _line(self, name: str, kinds: list[str], core: object, said: str) -> str:
        """A function of a record that gives a line, its second number in `OUT[0]` when it has one."""
        lo, text = self.lo, Text()
        env: Env = (Operand("0", of=lo.program.declarations.root), Operand("a1", of=kinds[0]))
        try:
            with lo.writing(text, None):
                one = values.value(lo, core, env)  # type: ignore[arg-type]
                if self.kernel.shapes[name].paired:
                    text.line(f"OUT[0] = {one.end or one.scale}")
                text.line(f"return {one.text}")
        except Unsupported as why:
            self.kernel.left[said] = str(why)
            text = Text()
            text.line("return leave(4)")
        return "\n".join([f"def {name}(a1):  # {said}", *text.lines, "", ""])

    def _notices(self, taken: dict[str, str]) -> None:
        for place, rule in enumerate(self.lo.program.notices):
            if rule.reading is not None and taken.get(rule.reading[1]) != rule.reading[0]:
                continue
            lo, text = self.lo, Text()
            args = [f"a{one + 1}" for one in range(len(rule.subjects))]
            env: Env = (
                Operand("0", of=lo.program.declarations.root),
                *[
                    Operand(arg, of=one.name if isinstance(one.kind, RecordOf) else "")
                    for arg, one in zip(args, rule.subjects, strict=True)
                ],
            )
            try:
                with lo.writing(text, None):
                    for validity in rule.validities:
                        sentences.in_force(lo, validity, env)
                    held = truths.holds(lo, rule.condition, env) if rule.condition is not None else "1"
                    text.line(f"return ({held}) * 1")
                    text.depth = 1
                    text.line("return 0")
            except Unsupported as why:
                self.kernel.left[rule.identifier] = str(why)
                text = Text()
                text.line("return leave(4)")
            self.parts.append("\n".join([f"def z{place}({', '.join(args)}):  # {rule.identifier}", *text.lines, "", ""]))


def _subjects(quantity: Quantity, args: list[str]) -> list[Operand]:
    found = []
    for subject, arg in zip(quantity.subjects, args, strict=True):
        match subject.kind:
            case RecordOf(record):
                found.append(Operand(arg, of=record))
            case Date():
                found.append(Operand(arg, slope="1"))
            case _:
                found.append(Operand(arg))
    return found


def _store(lo: Lowering, quantity: Quantity, found: Operand, memory: str, at: str) -> str:
    """Keep the value, and name it: a ratio of small numbers, a counter with its change a day."""
    text, scale = lo.text, lo.scales.quantities.get(quantity.key, 1)
    if quantity.key in lo.counters:
        text.line(f"{memory}S[{at}] = {found.slope or 0}")
        text.line(f"{memory}G[{at}] = {found.flag or 0}")
        found = found.still
    found = lo.still(found)
    if not found.end:
        found = rescaled(text, found, scale)
    if double(lo, quantity) and not found.end:
        held = o.lowest(text, found)
        text.line(f"{memory}E[{at}] = {held.scale}")
        text.line(f"{memory}[{at}] = {held.text}")
        return held.text
    if double(lo, quantity):
        text.line(f"{memory}E[{at}] = {found.end}")
    value = text.named(found.text)
    text.line(f"{memory}[{at}] = {value}")
    return value
