"""A kernel printed in C: the same statements on 64-bit numbers, checked for overflow; what overflows leaves the dossier.

One function a function, one array an array, behind a pointer `K` that holds the memory of a thread. The few functions of
the prelude that are not in the subset (tables, bisection, lists) are written here once. Nothing of the law is.
"""

import ast

_BINARY = {ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.FloorDiv: "fdiv", ast.Mod: "mod"}
_COMPARE = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_OWN = frozenset({"leave", "kept", "within", "common", "rounded", "truncated", "abs"})
"""Functions written by hand below."""


class Printer:
    """The C of some Python text; gathers the arrays that it meets."""

    def __init__(self) -> None:
        self.arrays: set[str] = set()
        self.scalars: set[str] = set()
        self.functions: list[str] = []
        self.heads: list[str] = []
        self.tables: list[str] = []
        self.constants: dict[str, str] = {}

    def module(self, text: str, skipped: frozenset[str] = frozenset()) -> None:
        """Every function of a text, and its constant arrays."""
        for node in ast.parse(text).body:
            match node:
                case ast.FunctionDef(name) if name not in skipped | _OWN:
                    self.function(node)
                case ast.Assign([ast.Name(name)], ast.List(elts)) if elts and len(name) > 1 and name[1:].isdigit():
                    values = ", ".join(ast.unparse(one) for one in elts)
                    self.tables.append(f"static const i64 {name}[] = {{{values}}};")
                    self.constants[name] = name

    def function(self, node: ast.FunctionDef) -> None:
        """One function; every local is a number, or a list being gathered."""
        args = [one.arg for one in node.args.args]
        body = _Function(self, args)
        for statement in node.body:
            body.statement(statement)
        head = f"static i64 {node.name}({', '.join(['struct memory *K', *[_typed(one, body.pointers) for one in args]])})"
        self.heads.append(head + ";")
        declared = (
            [f"    i64 {', '.join(f'{one} = 0' for one in sorted(body.locals - set(args)))};"] if body.locals - set(args) else []
        )
        lists = [f"    i64 {one}[GATHERED]; i64 {one}_n = 0;" for one in sorted(body.lists)]
        self.functions.append("\n".join([head + " {", *declared, *lists, *body.lines, "    return 0;", "}"]))


def _typed(name: str, pointers: set[str]) -> str:
    return f"const i64 *{name}" if name in pointers else f"i64 {name}"


class _Function:
    def __init__(self, printer: Printer, args: list[str]) -> None:
        self.printer, self.args = printer, args
        self.lines: list[str] = []
        self.locals: set[str] = set(args)
        self.lists: set[str] = set()
        self.pointers: set[str] = set()
        self.depth = 1

    def line(self, text: str) -> None:
        self.lines.append("    " * self.depth + text)

    # --- statements --------------------------------------------------------------------------------------

    def statement(self, node: ast.stmt) -> None:
        match node:
            case ast.Assign([ast.Name(name)], ast.List([])):
                self.lists.add(name)
                self.line(f"{name}_n = 0;")
            case ast.Assign([ast.Name(name)], value):
                self.locals.add(name)
                self.line(f"{name} = {self.value(value)};")
            case ast.Assign([ast.Subscript() as place], value):
                given = self.value(value)
                self.line(f"{self.subscript(place)} = {given};")
            case ast.AugAssign(ast.Name(name), op, value):
                self.line(f"{name} = {_BINARY[type(op)]}(K, {name}, {self.value(value)});")
            case ast.AugAssign(ast.Subscript() as place, op, value):
                self.line(f"{self.subscript(place)} = {_BINARY[type(op)]}(K, {self.subscript(place)}, {self.value(value)});")
            case ast.Expr(ast.Constant(str())):
                pass
            case ast.Expr(ast.Call(ast.Attribute(ast.Name(name), "append"), [one])):
                self.line(f"if ({name}_n >= GATHERED) leave(K, 3); {name}[{name}_n++] = {self.value(one)};")
            case ast.Expr(value):
                self.line(f"{self.value(value)};")
            case ast.If(test, body, orelse):
                self.block(f"if ({self.value(test)})", body)
                if orelse:
                    self.block("else", orelse)
            case ast.While(test, body):
                self.block(f"while ({self.value(test)})", body)
            case ast.Return(None):
                self.line("return 0;")
            case ast.Return(ast.expr() as value):
                self.line(f"return {self.value(value)};")
            case ast.Break():
                self.line("break;")
            case ast.Pass():
                self.line(";")
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
                return f"{number}LL" if abs(number) > 2**31 else str(int(number))
            case ast.Name(name):
                return self.name(name)
            case ast.Subscript():
                place = self.subscript(node)
                return f"FACT({place})" if place.startswith("K->F") and "_" in place.split("[")[0] else place
            case ast.BinOp(left, ast.LShift(), right):
                return f"({self.value(left)}LL << {self.value(right)})"
            case ast.BinOp(left, (ast.Add() | ast.Sub()) as op, ast.Constant(int() as number)) if abs(number) < 2**31:
                return f"({self.value(left)} {'+' if isinstance(op, ast.Add) else '-'} {number})"
            case ast.BinOp(left, op, right):
                return f"{_BINARY[type(op)]}(K, {self.value(left)}, {self.value(right)})"
            case ast.UnaryOp(ast.USub(), one):
                return f"(-{self.value(one)})"
            case ast.UnaryOp(ast.Not(), one):
                return f"(!{self.value(one)})"
            case ast.BoolOp(op, values):
                return "(" + (" && " if isinstance(op, ast.And) else " || ").join(self.value(one) for one in values) + ")"
            case ast.IfExp(test, body, orelse):
                return f"({self.value(test)} ? {self.value(body)} : {self.value(orelse)})"
            case ast.Compare(left, [ast.NotIn()], [ast.Name(name)]):
                return f"(!among({name}, {name}_n, {self.value(left)}))"
            case ast.Compare(left, ops, comparators):
                return self.compared(left, ops, comparators)
            case ast.Call(ast.Name("kept"), [ast.Name(name)]):
                return f"kept(K, {name}, {name}_n)"
            case ast.Call(ast.Name(name), args):
                return f"{name}({', '.join(['K', *[self.value(one) for one in args]])})"
            case _:
                raise AssertionError(ast.unparse(node))

    def compared(self, left: ast.expr, ops: list[ast.cmpop], comparators: list[ast.expr]) -> str:
        parts, before = [], left
        for op, after in zip(ops, comparators, strict=True):
            parts.append(f"{self.value(before)} {_COMPARE[type(op)]} {self.value(after)}")
            before = after
        return "(" + " && ".join(parts) + ")"

    def name(self, name: str) -> str:
        if name in self.locals or name in ("NA", "UN", "BUSY", "CAP", "ROOM", "FIRST_MONTH", "FIRST_OF_ALL"):
            return name
        if name in self.printer.constants or name in ("MONTH_OF", "FIRSTS"):
            return name
        if name[0] == "N" and name[1:].isdigit():
            self.printer.scalars.add(name)
        else:
            self.printer.arrays.add(name)
        return f"K->{name}"

    def subscript(self, node: ast.Subscript) -> str:
        assert isinstance(node.value, ast.Name)
        return f"{self.name(node.value.id)}[{self.value(node.slice)}]"
