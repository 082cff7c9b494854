"""Functions printed in LLVM's language: 64-bit numbers, every operation checked; `%K` is the memory of a thread, in words.

A function that leaves gives `GONE`, the smallest number; whoever called it gives it in turn, up to `attempt`. The code with
which it leaves is in the memory, and is that of an overflow until something else is said: an overflow only has to go.
Locals are slots, which LLVM makes registers. Prints what `subset` brings functions down to, and nothing else.
"""

import ast

from justesse.compiled.llvm_lines import Lines
from justesse.compiled.machine import APART, CONSTANTS, INLINED, SHARED, UNKNOWN, Machine
from justesse.compiled.memory import Column
from justesse.compiled.subset import GATHERED, Function, is_place, is_small

GONE = -(1 << 63)
CODE = "CODE"
"""The slot of the code."""
_COMPARE = {ast.Eq: "eq", ast.NotEq: "ne", ast.Lt: "slt", ast.LtE: "sle", ast.Gt: "sgt", ast.GtE: "sge"}
_CHECKED = {ast.Add: "sadd", ast.Sub: "ssub", ast.Mult: "smul"}
_PLAIN = {ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul"}
_BY_CALL = {ast.FloorDiv: "fdiv", ast.Mod: "mod"}
NUMBER, PLACE, COUNT, FACT = (f"!tbaa !{number}" for number in (1, 2, 3, 4))
"""What never stands for one another in memory: numbers, places of arrays, counts of records, facts given."""


def head(function: Function) -> str:
    """Its name and its arguments."""
    args = [f"ptr %{one}" if one in function.pointers else f"i64 %{one}" for one in function.args]
    return f"i64 @{function.name}({', '.join(['ptr %K', *args])})"


class Printer:
    """Prints one function; `slots` says at which word of the memory a name is."""

    def __init__(self, machine: Machine, slots: dict[str, int], function: Function) -> None:
        self.machine, self.slots, self.shown = machine, slots, function
        self.text = Lines()
        self.held: list[str] = []
        """The slots of locals, which come first."""
        self.unchecked = False
        """Whether what is printed is a place in an array: sizes are checked, places need not be."""
        self.codes: set[int] = set()
        self.ends: list[str] = []
        """Where each loop goes out."""

    def function(self) -> str:
        """The whole of it."""
        given = set(self.shown.args)
        for one in sorted(self.shown.numbers):
            self.held += [f"  %{one}.s = alloca i64", f"  store i64 {f'%{one}' if one in given else 0}, ptr %{one}.s"]
        self.held += [f"  %{one}.s = alloca [{GATHERED} x i64]" for one in sorted(self.shown.lists)]
        for statement in self.shown.body:
            self.statement(statement)
        self.text.line("ret i64 0")
        for code in sorted(self.codes):
            self.text.label(f"leave{code}")
            where = self.memory(CODE)
            self.text.line(f"store i64 {code}, ptr {where}, {NUMBER}")
            self.text.line("br label %gone")
        link = "" if self.shown.name == "calendar" else "internal "
        inlined = "alwaysinline " if self.shown.name in INLINED else "noinline " if APART.fullmatch(self.shown.name) else ""
        end = ["gone:", f"  ret i64 {GONE}", "}"]
        return "\n".join([f"define {link}{head(self.shown)} {inlined}nounwind {{", *self.held, *self.text.lines, *end])

    # --- statements --------------------------------------------------------------------------------------

    def statement(self, node: ast.stmt) -> None:
        match node:
            case ast.Assign([ast.Name() | ast.Subscript() as place], value):
                given = self.index(value) if isinstance(place, ast.Name) and is_place(place.id) else self.value(value)
                where, kind = self.place(place)
                self.text.line(f"store {'ptr' if kind == PLACE else 'i64'} {given}, ptr {where}, {kind}")
            case ast.Expr(value):
                self.value(value)
            case ast.If(test, body, orelse):
                self.choice(test, body, orelse)
            case ast.While(test, body):
                self.loop(test, body)
            case ast.Return(ast.expr() as value):
                self.text.line(f"ret i64 {self.value(value)}")
                self.text.label(self.text.fresh("dead"))
            case ast.Break():
                self.text.go(self.ends[-1])
                self.text.label(self.text.fresh("dead"))
            case _:
                raise AssertionError(ast.unparse(node))

    def choice(self, test: ast.expr, body: list[ast.stmt], orelse: list[ast.stmt]) -> None:
        yes, no, after = self.text.fresh("yes"), self.text.fresh("no"), self.text.fresh("after")
        self.test(test, yes, no)
        for label, some in ((yes, body), (no, orelse)):
            self.text.label(label)
            for one in some:
                self.statement(one)
            self.text.go(after)
        self.text.label(after)

    def loop(self, test: ast.expr, body: list[ast.stmt]) -> None:
        again, inside, after = self.text.fresh("again"), self.text.fresh("inside"), self.text.fresh("after")
        self.text.go(again)
        self.text.label(again)
        self.test(test, inside, after)
        self.text.label(inside)
        self.ends.append(after)
        for one in body:
            self.statement(one)
        self.ends.pop()
        self.text.go(again)
        self.text.label(after)

    def test(self, node: ast.expr, yes: str, no: str) -> None:
        """Go to one label or the other; what does not have to be looked at is not."""
        match node:
            case ast.BoolOp(op, values):
                for one in values[:-1]:
                    following = self.text.fresh("and")
                    self.test(one, *((following, no) if isinstance(op, ast.And) else (yes, following)))
                    self.text.label(following)
                self.test(values[-1], yes, no)
            case ast.UnaryOp(ast.Not(), one):
                self.test(one, no, yes)
            case ast.Compare(left, [op], [right]):
                first, second = self.value(left), self.value(right)
                held = self.text.set(f"icmp {_COMPARE[type(op)]} i64 {first}, {second}")
                self.text.line(f"br i1 {held}, label %{yes}, label %{no}")
            case _:
                held = self.text.set(f"icmp ne i64 {self.value(node)}, 0")
                self.text.line(f"br i1 {held}, label %{yes}, label %{no}")

    # --- expressions -------------------------------------------------------------------------------------

    def value(self, node: ast.expr) -> str:
        match node:
            case ast.Constant(int() as number):
                return str(number)
            case ast.Name(name) if name in CONSTANTS:
                return str(CONSTANTS[name])
            case ast.Subscript(ast.Name(name), ast.Slice(ast.expr() as first)):
                return self.text.set(f"getelementptr i64, ptr {self.array(name)}, i64 {self.value(first)}")
            case ast.Name(name) if name not in self.shown.numbers and name not in self.machine.counts:
                return self.array(name)
            case ast.Name() | ast.Subscript():
                return self.loaded(node)
            case ast.BinOp(left, op, right):
                return self.operation(op, left, right)
            case ast.UnaryOp(ast.USub(), one):
                return self.checked(ast.Sub(), "0", self.value(one))
            case ast.BoolOp() | ast.UnaryOp(ast.Not()) | ast.Compare():
                return self.either(node, ast.Constant(1), ast.Constant(0))
            case ast.IfExp(test, body, orelse):
                return self.either(test, body, orelse)
            case ast.Call(ast.Name("leave"), [ast.Constant(int() as code)]):
                return self.left(code)
            case ast.Call(ast.Name(name), args):
                return self.called(name, args)
            case _:
                raise AssertionError(ast.unparse(node))

    def loaded(self, node: ast.Name | ast.Subscript) -> str:
        """A number read; a fact that is not known leaves."""
        where, kind = self.place(node)
        found = self.text.set(f"load i64, ptr {where}, {kind}")
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id in self.machine.doubtful:
            self.codes.add(1)
            self.text.unless(self.text.set(f"icmp eq i64 {found}, {UNKNOWN}"), "leave1")
        return found

    def operation(self, op: ast.operator, left: ast.expr, right: ast.expr) -> str:
        first, second = self.value(left), self.value(right)
        match op, right:
            case ((ast.Add() | ast.Sub() | ast.Mult()), _) if self.unchecked:
                return self.text.set(f"{_PLAIN[type(op)]} i64 {first}, {second}")
            case ((ast.Add() | ast.Sub()), _) if is_small(left) and is_small(right):
                return self.text.set(f"{_PLAIN[type(op)]} i64 {first}, {second}")
            case ((ast.Add() | ast.Sub()), ast.Constant(int() as number)) if abs(number) < 2**31:
                return self.text.set(f"{'add' if isinstance(op, ast.Add) else 'sub'} i64 {first}, {second}")
            case ((ast.FloorDiv() | ast.Mod()), _):
                return self.text.set(f"call i64 @{_BY_CALL[type(op)]}(i64 {first}, i64 {second})")
            case _:
                return self.checked(op, first, second)

    def checked(self, op: ast.operator, first: str, second: str) -> str:
        """A sum, a difference, or a product smaller than 2 ** 61 either way; anything else goes."""
        both = self.text.set(f"call {{i64, i1}} @llvm.{_CHECKED[type(op)]}.with.overflow.i64(i64 {first}, i64 {second})")
        found = self.text.set(f"extractvalue {{i64, i1}} {both}, 0")
        self.text.unless(self.text.set(f"extractvalue {{i64, i1}} {both}, 1"), "gone")
        if isinstance(op, ast.Mult):
            above = self.text.set(f"add i64 {found}, {2**61 - 1}")
            self.text.unless(self.text.set(f"icmp uge i64 {above}, {2**62 - 1}"), "gone")
        return found

    def either(self, test: ast.expr, body: ast.expr, orelse: ast.expr) -> str:
        """One of two values."""
        slot, yes, no, after = "%" + self.text.fresh("s"), self.text.fresh("yes"), self.text.fresh("no"), self.text.fresh("after")
        self.held.append(f"  {slot} = alloca i64")
        self.test(test, yes, no)
        for label, one in ((yes, body), (no, orelse)):
            self.text.label(label)
            self.text.line(f"store i64 {self.value(one)}, ptr {slot}")
            self.text.go(after)
        self.text.label(after)
        return self.text.set(f"load i64, ptr {slot}")

    def left(self, code: int) -> str:
        self.codes.add(code)
        self.text.go(f"leave{code}")
        self.text.label(self.text.fresh("dead"))
        return "0"

    def called(self, name: str, args: list[ast.expr]) -> str:
        given = [f"{'ptr' if self.is_array(one) else 'i64'} {self.value(one)}" for one in args]
        found = self.text.set(f"call i64 @{name}({', '.join(['ptr %K', *given])})")
        self.text.unless(self.text.set(f"icmp eq i64 {found}, {GONE}"), "gone")
        return found

    # --- places ------------------------------------------------------------------------------------------

    def is_array(self, node: ast.expr) -> bool:
        match node:
            case ast.Name(name):
                return name not in self.shown.numbers and name not in self.machine.counts and name not in CONSTANTS
            case _:
                return False

    def place(self, node: ast.Name | ast.Subscript) -> tuple[str, str]:
        """Where a number is, and which kind of thing is there."""
        match node:
            case ast.Name(name) if name in self.shown.numbers:
                return f"%{name}.s", NUMBER
            case ast.Name(name):
                return self.memory(name), COUNT if name in self.machine.counts else PLACE
            case ast.Subscript(ast.Name(name), index) if name in self.machine.columns:
                return self.in_table(self.machine.columns[name], self.index(index)), NUMBER
            case ast.Subscript(ast.Name(name)) if name in self.machine.of_subject:
                at = self.text.set(f"load i64, ptr {self.memory('AT')}, {NUMBER}")
                return self.text.set(f"getelementptr i64, ptr {self.array(self.machine.of_subject[name])}, i64 {at}"), FACT
            case ast.Subscript(ast.Name(name), index):
                at = self.index(index)
                where = self.text.set(f"getelementptr i64, ptr {self.array(name)}, i64 {at}")
                return where, FACT if name[0] == "F" and "_" in name else NUMBER
            case _:
                raise AssertionError(ast.unparse(node))

    def index(self, node: ast.expr) -> str:
        """A place in an array."""
        outer, self.unchecked = self.unchecked, True
        found = self.value(node)
        self.unchecked = outer
        return found

    def in_table(self, column: Column, at: str) -> str:
        """Where a column has the number of a place."""
        row = self.text.set(f"mul i64 {at}, {column.width}")
        number = self.text.set(f"add i64 {row}, {column.place}")
        return self.text.set(f"getelementptr i64, ptr {self.array(column.table)}, i64 {number}")

    def memory(self, name: str) -> str:
        return self.text.set(f"getelementptr i64, ptr %K, i64 {self.slots[name]}")

    def array(self, name: str) -> str:
        """Where an array begins."""
        if name in self.shown.pointers:
            return f"%{name}"
        if name in self.shown.lists:
            return f"%{name}.s"
        if name in self.machine.tables or name in SHARED:
            return f"@{name}"
        if name in self.machine.arrays:
            return self.text.set(f"load ptr, ptr {self.memory(name)}, {PLACE}")
        return self.memory(name)
