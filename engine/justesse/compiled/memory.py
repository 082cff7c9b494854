"""The function that gives a dossier its arrays, in the subset: places one after the other in an arena, filled by their kind.

It says the same as `reset` of a kernel, whose arrays Python makes anew; only what is read before it is written is filled.
"""

import ast
from collections.abc import Iterator

FILLINGS = ("UN", "0", "-1")
_LATER = ""
"""The filling of what is written before it is read."""


def emptied(kernel: ast.Module) -> str:
    """The text of the function, for the text of a kernel."""
    places = list(_places(kernel))
    sizes = {size: f"s{number}" for number, size in enumerate(dict.fromkeys(size for _, _, size in places))}
    lines = [f"    global {name}" for name, _, _ in places]
    lines += [f"    {short} = {size}" for size, short in sizes.items()]
    lines += ["    top = 0", "    first = 0"]
    for filling in (*FILLINGS, _LATER):
        for name, how, size in places:
            if how == filling:
                lines += [f"    {name} = ARENA[top:]", f"    top = top + {sizes[size]}"]
        lines += ["    if top > WORDS:", "        leave(3)"]
        if filling != _LATER:
            lines += [f"    filled(first, top, {filling})", "    first = top"]
    lines += [f"    {one}[0] = 0" for one in ("TOP", "WTOP", "PTOP", "U")]
    return "\n".join(["def emptied():", *lines, ""])


def _places(kernel: ast.Module) -> Iterator[tuple[str, str, str]]:
    """Each array of `reset`: its name, its filling, its size."""
    reset = next(one for one in kernel.body if isinstance(one, ast.FunctionDef) and one.name == "reset")
    for node in reset.body:
        match node:
            case ast.Assign([ast.Name(name)], ast.BinOp(ast.List([value]), ast.Mult(), size)):
                yield name, ast.unparse(value) if _read_first(name) else _LATER, ast.unparse(size)
            case ast.Assign([ast.Name(name)], ast.List([value])):
                yield name, ast.unparse(value), "1"
            case ast.If(_, [ast.Assign([ast.Name(name)], ast.BinOp(_, ast.Mult(), size))]):
                yield name, _LATER, ast.unparse(size)
            case _:
                pass


def _read_first(name: str) -> bool:
    """Whether an array is read before it is written: memories, what says how far a timeline is."""
    return name[0] in "MT" and name[-1] not in "EX"
