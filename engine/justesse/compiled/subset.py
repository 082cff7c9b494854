"""The subset of Python that kernels are, brought down to what printers print: numbers, arrays, `if`, `while`, calls.

Lists being gathered become an array and a count, `x += 1` an assignment, `a < b < c` two comparisons, `1 << 40` its value.
Anything outside the subset is a mistake of ours, said at once. Knows no target.
"""

import ast
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.FloorDiv, ast.Mod)
GATHERED = 512
"""The most elements of a list being gathered."""
_FAR = 2**52
_BEYOND = 2**61
"""The first number that is too large for machine code; a rule may write one."""


_PLACE = re.compile(r"p\d+|place")
_SMALL = re.compile(
    r"[adhinp]\d+|N\d+[GFLO]?|[BR]\d+[FL]|T\d+[NX]|offsets_\d+|FIRSTS|MONTH_OF|FIRST_MONTH|FIRST_OF_ALL|[WP]?TOP|AT|USED|ROOM|CAP"
    r"|place|back|half|size|low|high|count|base|top|start|first|last|day|month|horizon"
)
"""Names of places, counts, days, months, truths, records, and of the arrays of them; a date that a rule moves by any number is
added up with care before it gets such a name."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function brought down: its body, and what each of its names is."""

    name: str
    args: tuple[str, ...]
    pointers: frozenset[str]
    """Arguments that are arrays."""
    lists: frozenset[str]
    """Arrays of its own, `GATHERED` numbers long."""
    numbers: frozenset[str]
    """Its other names."""
    outside: frozenset[str]
    """Names that it reads or writes and are not its own."""
    called: frozenset[str]
    """Functions that it calls."""
    body: tuple[ast.stmt, ...]


def is_place(name: str) -> bool:
    """Whether a local name is only ever a place in an array, whose size is checked: it cannot go beyond 64 bits."""
    return _PLACE.fullmatch(name) is not None


def is_small(node: ast.expr) -> bool:
    """Whether an expression is made of places, counts, days, months and truths alone: their sums stay far from 64 bits."""
    match node:
        case ast.Constant(int() as number):
            return abs(number) < _FAR
        case ast.Name(name) | ast.Subscript(ast.Name(name)):
            return _SMALL.fullmatch(name) is not None
        case ast.BinOp(left, ast.Add() | ast.Sub(), right):
            return is_small(left) and is_small(right)
        case ast.Compare() | ast.UnaryOp(ast.Not()):
            return True
        case _:
            return False


def functions(tree: ast.Module, skipped: frozenset[str] = frozenset()) -> list[Function]:
    """The functions of a text, brought down."""
    return [_function(node) for node in tree.body if isinstance(node, ast.FunctionDef) and node.name not in skipped]


def reached(some: list[Function], first: set[str]) -> list[Function]:
    """Those that some of them call, by name, and whatever these call."""
    found = called_from(first, {one.name: one.called for one in some})
    return [one for one in some if one.name in found]


def called_from(first: Collection[str], calls: Mapping[str, Collection[str]]) -> set[str]:
    """These names, and every name that they come to call."""
    found, fresh = set[str](), set(first)
    while fresh:
        found |= fresh
        fresh = {inner for name in fresh for inner in calls.get(name, ())} - found
    return found


def _function(node: ast.FunctionDef) -> Function:
    body = tuple(_statements(node.body))
    args = frozenset(one.arg for one in node.args.args)
    elsewhere = {name for one in node.body if isinstance(one, ast.Global) for name in one.names}
    nodes = [one for statement in body for one in ast.walk(statement)]
    names = [one for one in nodes if isinstance(one, ast.Name)]
    assigned = {one.id for one in names if isinstance(one.ctx, ast.Store)} - elsewhere
    held = {one.value.id for one in nodes if isinstance(one, ast.Subscript) and isinstance(one.value, ast.Name)}
    called = {one.func.id for one in nodes if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)}
    lists = frozenset(name.removesuffix("_n") for name in assigned if name.endswith("_n"))
    numbers = frozenset(assigned | args - held)
    outside = frozenset({one.id for one in names} - numbers - lists - args - called)
    own = tuple(one.arg for one in node.args.args)
    return Function(node.name, own, args & held, lists, numbers, outside, frozenset(called), body)


# --- statements ---------------------------------------------------------------------------------------


def _statements(some: list[ast.stmt]) -> list[ast.stmt]:
    return [after for before in some for after in _statement(before)]


def _statement(node: ast.stmt) -> list[ast.stmt]:
    match node:
        case ast.Pass() | ast.Global() | ast.Expr(ast.Constant(str())):
            return []
        case ast.Assign([ast.Name(name)], ast.List([])):
            return [_set(_count(name, ast.Store()), ast.Constant(0))]
        case ast.Assign([ast.Name() | ast.Subscript() as place], value):
            return [_set(_place(place, ast.Store()), _value(value))]
        case ast.AugAssign(ast.Name() | ast.Subscript() as place, op, value):
            return [_set(_place(place, ast.Store()), ast.BinOp(_place(place, ast.Load()), op, _value(value)))]
        case ast.Expr(ast.Call(ast.Attribute(ast.Name(name), "append"), [one])):
            return _gathered(name, _value(one))
        case ast.Expr(ast.Call() as call):
            return [ast.Expr(_value(call))]
        case ast.If(test, body, orelse):
            return [ast.If(_value(test), _statements(body), _statements(orelse))]
        case ast.While(test, body, []):
            return [ast.While(_value(test), _statements(body), [])]
        case ast.Return(value):
            return [ast.Return(_value(value) if value is not None else ast.Constant(0))]
        case ast.Break():
            return [node]
        case _:
            raise AssertionError(ast.unparse(node))


def _set(place: ast.expr, value: ast.expr) -> ast.stmt:
    return ast.Assign([place], value, lineno=0)


def _count(name: str, use: ast.expr_context) -> ast.Name:
    """How many elements a list being gathered has."""
    return ast.Name(f"{name}_n", use)


def _place(node: ast.Name | ast.Subscript, use: ast.expr_context) -> ast.expr:
    match node:
        case ast.Name(name):
            return ast.Name(name, use)
        case ast.Subscript(array, index):
            return ast.Subscript(array, _value(index), use)


def _gathered(name: str, one: ast.expr) -> list[ast.stmt]:
    full = ast.Compare(_count(name, ast.Load()), [ast.GtE()], [ast.Constant(GATHERED)])
    leave = ast.Expr(ast.Call(ast.Name("leave", ast.Load()), [ast.Constant(3)], []))
    place = ast.Subscript(ast.Name(name, ast.Load()), _count(name, ast.Load()), ast.Store())
    more = ast.BinOp(_count(name, ast.Load()), ast.Add(), ast.Constant(1))
    return [ast.If(full, [leave], []), _set(place, one), _set(_count(name, ast.Store()), more)]


# --- expressions --------------------------------------------------------------------------------------


def _value(node: ast.expr) -> ast.expr:
    match node:
        case ast.Constant(int() as number) if abs(number) >= _BEYOND:
            return _called("leave", [ast.Constant(4)])
        case ast.Constant(int() as number):
            return ast.Constant(int(number))
        case ast.Name() | ast.Subscript():
            return _place(node, ast.Load())
        case ast.Slice(ast.expr() as first, None, None):
            return ast.Slice(_value(first))
        case ast.BinOp(ast.Constant(int() as one), ast.LShift(), ast.Constant(int() as by)):
            return ast.Constant(one << by)
        case ast.BinOp(left, ast.Mult(), ast.Constant(1)):
            return _value(left)  # a truth is a number here already
        case ast.BinOp(left, op, right) if isinstance(op, OPERATORS):
            return ast.BinOp(_value(left), op, _value(right))
        case ast.UnaryOp(ast.USub() | ast.Not() as op, one):
            return _opposite(op, _value(one))
        case ast.BoolOp(op, values):
            return ast.BoolOp(op, [_value(one) for one in values])
        case ast.IfExp(test, body, orelse):
            return ast.IfExp(_value(test), _value(body), _value(orelse))
        case ast.Compare(left, [ast.NotIn()], [ast.Name(name)]):
            return ast.UnaryOp(ast.Not(), _called("among", [ast.Name(name, ast.Load()), _count(name, ast.Load()), _value(left)]))
        case ast.Compare(left, ops, comparators):
            return _compared([_value(one) for one in (left, *comparators)], ops)
        case ast.Call(ast.Name("kept"), [ast.Name(name) as held]):
            return _called("kept", [held, _count(name, ast.Load())])
        case ast.Call(ast.Name(name), args):
            return _called(name, [_value(one) for one in args])
        case _:
            raise AssertionError(ast.unparse(node))


def _opposite(op: ast.unaryop, one: ast.expr) -> ast.expr:
    match op, one:
        case ast.USub(), ast.Constant(int() as number):
            return ast.Constant(-number)
        case _:
            return ast.UnaryOp(op, one)


def _called(name: str, args: list[ast.expr]) -> ast.expr:
    return ast.Call(ast.Name(name, ast.Load()), args, [])


def _compared(operands: list[ast.expr], ops: list[ast.cmpop]) -> ast.expr:
    pairs = zip(operands, ops, operands[1:], strict=False)
    parts: list[ast.expr] = [ast.Compare(left, [op], [right]) for left, op, right in pairs]
    return parts[0] if len(parts) == 1 else ast.BoolOp(ast.And(), parts)
