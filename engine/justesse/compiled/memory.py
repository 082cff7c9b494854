"""Where the arrays of a dossier are, in machine code: those of one size and filling side by side, as the columns of a table.

So what is kept of one record lies together, and a dossier is given a few tables instead of hundreds of arrays. It says the
same as `reset` of a kernel, whose arrays Python makes anew; only what is read before it is written is filled.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

FILLINGS = ("UN", "0", "-1")
_LATER = ""
"""The filling of what is written before it is read."""


@dataclass(frozen=True, slots=True)
class Column:
    """An array: the table that it is in, how many columns that has, which one it is."""

    table: str
    width: int
    place: int


def columns(kernel: ast.Module) -> dict[str, Column]:
    """Each array of a kernel."""
    tables = _tables(kernel)
    return {
        name: Column(f"G{number}", len(names), place)
        for number, names in enumerate(tables.values())
        for place, name in enumerate(names)
    }


def emptied(kernel: ast.Module, used: set[str]) -> str:
    """The text of the function that gives a dossier its tables: places one after the other in an arena, filled by their kind.

    `used`: the names that functions read, so that what none of them fills is not emptied.
    """
    tables = _tables(kernel)
    lines = [f"    global G{number}" for number in range(len(tables))] + ["    top = 0", "    first = 0"]
    for filling in (*FILLINGS, _LATER):
        for number, ((how, size), names) in enumerate(tables.items()):
            if how == filling:
                lines += [f"    G{number} = ARENA[top:]", f"    top = top + {len(names)} * {size}"]
        lines += ["    if top > WORDS:", "        leave(3)"]
        if filling != _LATER:
            lines += [f"    filled(first, top, {filling})", "    first = top"]
    lines += [f"    {one}[0] = 0" for one in ("TOP", "WTOP", "PTOP", "U") if one in used]
    return "\n".join(["def emptied():", *lines, ""])


def _tables(kernel: ast.Module) -> dict[tuple[str, str], list[str]]:
    """The arrays of each filling and size."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, filling, size in _places(kernel):
        found.setdefault((filling, size), []).append(name)
    return found


def _places(kernel: ast.Module) -> Iterator[tuple[str, str, str]]:
    """Each array of `reset`: its name, its filling, its size."""
    reset = next(one for one in kernel.body if isinstance(one, ast.FunctionDef) and one.name == "reset")
    known: dict[str, tuple[str, str]] = {}
    for node in reset.body:
        match node:
            case ast.Assign([ast.Name(name)], ast.Call(ast.Attribute(ast.Name(like), "copy"))):
                yield (name, *known[like])
            case ast.Assign([ast.Name(name)], value):
                known[name] = _made(value)
                yield (name, *known[name])
            case ast.If(_, body):
                for one in body:
                    assert isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name)
                    yield one.targets[0].id, _LATER, _made(one.value)[1]
            case _:
                pass


def _made(value: ast.expr) -> tuple[str, str]:
    """What an array is filled with, and how many numbers it has."""
    match value:
        case ast.List([one]):
            return ast.unparse(one), "1"
        case ast.BinOp(ast.List([one]), ast.Mult(), size):
            return ast.unparse(one), f"({ast.unparse(size)})"
        case _:
            raise AssertionError(ast.unparse(value))
