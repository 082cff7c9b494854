"""A tree of texts as a case file would give it, for what comes from elsewhere than a file. Types nothing."""

from justesse.text.positioned_yaml import Entry, Mapping, Node, Scalar, Sequence
from justesse.text.source import Source, Span
from justesse.text.yaml_writing import Plain


def node_of(tree: Plain, place: str = "dossier") -> Node:
    """The tree; what stands in a list « paies » has for place « paies, 2 », for want of a line."""
    return _node(tree, Span(Source(place, ""), 0, 0))


def _node(tree: Plain, span: Span) -> Node:
    match tree:
        case str():
            return Scalar(tree, span, False)
        case dict():
            entries = (Entry(Scalar(key, span, False), _value(key, value, span)) for key, value in tree.items())
            return Mapping(tuple(entries), span)
        case _:
            return Sequence(tuple(_node(one, span) for one in tree), span)


def _value(key: str, value: Plain, span: Span) -> Node:
    if not isinstance(value, list):
        return _node(value, span)
    items = (_node(one, Span(Source(f"{key}, {number}", ""), 0, 0)) for number, one in enumerate(value, 1))
    return Sequence(tuple(items), span)
