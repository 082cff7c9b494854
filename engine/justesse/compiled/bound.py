"""The text of a kernel as CPython runs it soonest: what it finds by name stands in its code, a void is known by identity.

Four rewritings that change no value, a tenth of the time of a decision:

- the arrays of the kernel are emptied in place, never made anew, so that a name of the text has one object for good;
- that object stands among the constants of each function: `bindable` leaves a mark there, `bind` puts the object in its stead
  (Hettinger, « Binding constants at compile time », 2004, without touching bytecode);
- `NA` and `UN` are two objects, and no others have their values: « is » where whole numbers of three digits were compared;
- what calls itself without end is stopped by Python's own limit, hence what is being computed is not marked `BUSY`.

Columns come from each dossier: they, and their counts, are still found by name. Machine code is made of the text itself.
"""

import ast
import warnings
from types import CodeType, FunctionType
from typing import Any, TypeGuard

_SENTINELS: dict[type[ast.cmpop], tuple[str, type[ast.cmpop]]] = {
    ast.Lt: ("UN", ast.Is), ast.GtE: ("UN", ast.IsNot), ast.Eq: ("NA", ast.Is), ast.NotEq: ("NA", ast.IsNot),
}  # fmt: skip
"""What a comparison with `NA` asks: `UN` alone is less."""


def bindable(prelude: str, kernel: str) -> CodeType:
    """The code of a prelude and a kernel, marks in its functions: they run once bound."""
    text = ast.parse(f"{prelude}\n{kernel}")
    names = frozenset(_names(text.body))
    body = [_Function(names, one).rewritten() if _later(one) else one for one in text.body]
    module = ast.fix_missing_locations(ast.Module(body, []))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # a mark is called, read at a place, compared by identity
        return compile(module, "<kernel>", "exec")


def bind(space: dict[str, Any]) -> None:
    """Put what names stand for in the functions of a kernel, once its code has run in `space`."""
    for one in space.values():
        if isinstance(one, FunctionType) and one.__globals__ is space:
            one.__code__ = _bound(one.__code__, space)


def _bound(code: CodeType, space: dict[str, Any]) -> CodeType:
    found: list[object] = []
    for one in code.co_consts:
        match one:
            case frozenset():
                (name,) = one
                found.append(space[name])
            case CodeType():
                found.append(_bound(one, space))
            case _:
                found.append(one)
    return code.replace(co_consts=tuple(found))


def _later(one: ast.stmt) -> TypeGuard[ast.FunctionDef]:
    """Whether it is a function that is called once its code is bound; one with `_` fills the calendar before."""
    return isinstance(one, ast.FunctionDef) and not one.name.startswith("_")


def _names(body: list[ast.stmt]) -> set[str]:
    """What statements name."""
    found: set[str] = set()
    for one in body:
        match one:
            case ast.FunctionDef(name) | ast.ClassDef(name):
                found.add(name)
            case ast.Assign([ast.Name(name)]) | ast.AnnAssign(ast.Name(name)):
                found.add(name)
            case ast.ImportFrom(_, names):
                found |= {alias.asname or alias.name for alias in names}
            case _:
                pass
    return found


class _Function(ast.NodeTransformer):
    """One function of a kernel, rewritten."""

    def __init__(self, names: frozenset[str], function: ast.FunctionDef) -> None:
        self.function = function
        self.emptied = {name for one in function.body if isinstance(one, ast.Global) for name in one.names}
        own = {one.id for one in ast.walk(function) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
        own |= {one.arg for one in function.args.args}
        self.names = names - (own - self.emptied)

    def rewritten(self) -> ast.FunctionDef:
        """The same function; its arrays keep the names they have, so that none is declared."""
        body = [self.visit(one) for one in self.function.body if not isinstance(one, ast.Global)]
        self.function.body = [one for one in body if one is not None]
        return self.function

    def visit_Assign(self, node: ast.Assign) -> ast.AST | None:
        """An array made anew is filled again; `BUSY` is not kept."""
        match node:
            case ast.Assign([ast.Name(name)], value) if name in self.emptied:
                if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
                    value = value.func.value  # a copy of what is like it
                place = ast.Subscript(ast.Name(name, ast.Load()), ast.Slice(), ast.Store())
                return self.generic_visit(ast.Assign([place], value))
            case ast.Assign([ast.Subscript()], ast.Name("BUSY")):
                return None
            case _:
                return self.generic_visit(node)

    def visit_If(self, node: ast.If) -> ast.AST | None:
        """Whether it is being computed is not asked."""
        if isinstance(node.test, ast.Compare) and _is_name(node.test.comparators[0], "BUSY"):
            return None
        return self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """A comparison with `NA` of what is named or kept."""
        sentinel = _SENTINELS.get(type(node.ops[0]))
        if sentinel is not None and _is_name(node.comparators[0], "NA") and isinstance(node.left, ast.Name | ast.Subscript):
            name, asked = sentinel
            node = ast.Compare(node.left, [asked()], [ast.Name(name, ast.Load())])
        return self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """A mark for what the text names: of a type that no expression with it can be computed ahead."""
        if isinstance(node.ctx, ast.Load) and node.id in self.names:
            return ast.Constant(frozenset({node.id}))  # type: ignore[arg-type]  # allowed, though its type does not say so
        return node


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
