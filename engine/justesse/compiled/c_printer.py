"""Functions printed in C: 64-bit numbers, every operation checked; `K` is the memory of a thread.

One function a function, one array an array. Prints what `subset` brings functions down to, and nothing else.
"""

import ast

from justesse.compiled.machine import APART, CONSTANTS, INLINED, SHARED, Machine
from justesse.compiled.subset import GATHERED, Function, is_place, is_small

_BINARY = {ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.FloorDiv: "fdiv", ast.Mod: "mod"}
_PLAIN = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
_COMPARE = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_EXPORTED = "calendar"


def printed(machine: Machine) -> list[str]:
    """The heads of all functions, then each of them."""
    return [*[head(one) + ";" for one in machine.functions], *[_Printer(machine, one).function() for one in machine.functions]]


def head(function: Function) -> str:
    """Its name and its arguments."""
    args = [f"const i64 *{one}" if one in function.pointers else f"i64 {one}" for one in function.args]
    return f"{_seen(function.name)}i64 {function.name}({', '.join(['struct memory *K', *args])})"


def _seen(name: str) -> str:
    """From where a function is seen, and whether it is written out wherever it is called, or nowhere."""
    if name == _EXPORTED:
        return ""
    if APART.fullmatch(name):
        return "static __attribute__((noinline)) "
    return "static inline __attribute__((always_inline)) " if name in INLINED else "static "


class _Printer:
    """Prints one function."""

    def __init__(self, machine: Machine, function: Function) -> None:
        self.shown = function
        self.direct = function.numbers | function.lists | function.pointers | set(CONSTANTS) | set(SHARED) | set(machine.tables)
        self.columns, self.of_subject, self.doubtful = machine.columns, machine.of_subject, machine.doubtful
        self.lines: list[str] = []
        self.depth = 1
        self.unchecked = False
        """Whether what is printed is a place in an array: sizes are checked, places need not be."""

    def function(self) -> str:
        """The whole of it."""
        own = sorted(self.shown.numbers - set(self.shown.args))
        if own:
            self.line(f"i64 {', '.join(f'{one} = 0' for one in own)};")
        for one in sorted(self.shown.lists):
            self.line(f"i64 {one}[{GATHERED}];")
        for statement in self.shown.body:
            self.statement(statement)
        return "\n".join([head(self.shown) + " {", *self.lines, "    return 0;", "}"])

    def line(self, text: str) -> None:
        self.lines.append("    " * self.depth + text)

    # --- statements --------------------------------------------------------------------------------------

    def statement(self, node: ast.stmt) -> None:
        match node:
            case ast.Assign([ast.Name(name)], value) if is_place(name):
                self.line(f"{self.name(name)} = {self.index(value)};")
            case ast.Assign([ast.Name() | ast.Subscript() as place], value):
                self.line(f"{self.place(place)} = {self.value(value)};")
            case ast.Expr(value):
                self.line(f"{self.value(value)};")
            case ast.If(test, body, orelse):
                self.block(f"if ({self.value(test)})", body)
                if orelse:
                    self.block("else", orelse)
            case ast.While(test, body):
                self.block(f"while ({self.value(test)})", body)
            case ast.Return(ast.expr() as value):
                self.line(f"return {self.value(value)};")
            case ast.Break():
                self.line("break;")
            case _:
                raise AssertionError(ast.unparse(node))

    def block(self, head: str, body: list[ast.stmt]) -> None:
        self.line(head + " {")
        self.depth += 1
        for one in body:
            self.statement(one)
        self.depth -= 1
        self.line("}")

    # --- expressions -------------------------------------------------------------------------------------

    def value(self, node: ast.expr) -> str:
        match node:
            case ast.Constant(int() as number):
                return f"{number}LL" if abs(number) > 2**31 else str(number)
            case ast.Subscript(ast.Name(name), ast.Slice(ast.expr() as first)):
                return f"({self.name(name)} + {self.value(first)})"
            case ast.Subscript(ast.Name(name)) if name in self.doubtful:
                return f"fact(K, {self.place(node)})"
            case ast.Name() | ast.Subscript():
                return self.place(node)
            case ast.BinOp(left, (ast.Add() | ast.Sub()) as op, ast.Constant(int() as number)) if abs(number) < 2**31:
                return f"({self.value(left)} {'+' if isinstance(op, ast.Add) else '-'} {number})"
            case ast.BinOp(left, (ast.Add() | ast.Sub() | ast.Mult()) as op, right) if self.unchecked:
                return f"({self.value(left)} {_PLAIN[type(op)]} {self.value(right)})"
            case ast.BinOp(left, (ast.Add() | ast.Sub()) as op, right) if is_small(node):
                return f"({self.value(left)} {_PLAIN[type(op)]} {self.value(right)})"
            case ast.BinOp(left, op, right):
                return f"{_BINARY[type(op)]}(K, {self.value(left)}, {self.value(right)})"
            case ast.UnaryOp(ast.USub(), one):
                return f"sub(K, 0, {self.value(one)})"
            case ast.UnaryOp(_, one):
                return f"(!{self.value(one)})"
            case ast.BoolOp(op, values):
                return "(" + (" && " if isinstance(op, ast.And) else " || ").join(self.value(one) for one in values) + ")"
            case ast.IfExp(test, body, orelse):
                return f"({self.value(test)} ? {self.value(body)} : {self.value(orelse)})"
            case ast.Compare(left, [op], [right]):
                return f"({self.value(left)} {_COMPARE[type(op)]} {self.value(right)})"
            case ast.Call(ast.Name(name), args):
                return f"{name}({', '.join(['K', *[self.value(one) for one in args]])})"
            case _:
                raise AssertionError(ast.unparse(node))

    def place(self, node: ast.Name | ast.Subscript) -> str:
        match node:
            case ast.Name(name):
                return self.name(name)
            case ast.Subscript(ast.Name(name), index) if name in self.columns:
                column = self.columns[name]
                return f"K->{column.table}[{self.index(index)} * {column.width} + {column.place}]"
            case ast.Subscript(ast.Name(name)) if name in self.of_subject:
                return f"K->{self.of_subject[name]}[K->AT[0]]"
            case ast.Subscript(ast.Name(name), index):
                return f"{self.name(name)}[{self.index(index)}]"
            case _:
                raise AssertionError(ast.unparse(node))

    def index(self, node: ast.expr) -> str:
        """A place in an array."""
        outer, self.unchecked = self.unchecked, True
        found = self.value(node)
        self.unchecked = outer
        return found

    def name(self, name: str) -> str:
        return name if name in self.direct else f"K->{name}"
