"""The events of a YAML text, by the pure-Python parser, or by libyaml where it says the same several times faster.

The pure parser is the reference: it reads the texts that hold anything on which the two may differ (brackets, tabs, invisible
signs, a comment against « | »), and reads again what libyaml refuses, so that a mistake is always told in its own way. libyaml
goes no deeper than whoever takes the events asks it to. Makes no node.
"""

import re
from collections.abc import Iterator

import yaml

_DIFFERING = re.compile(r"[\x00-\x09\x0b-\x1f\[{\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What the two parsers may read apart. These few signs: the class of all the others takes five times as long to compile."""
_COMMENT_AGAINST = re.compile(r"[|>][-+0-9]*#")


def alike(text: str) -> bool:
    """Whether libyaml is there, and reads this text as the pure parser does, if it reads it at all."""
    return bool(yaml.__with_libyaml__) and _DIFFERING.search(text) is None and _COMMENT_AGAINST.search(text) is None


def quick_events(text: str) -> Iterator[yaml.Event]:
    """By libyaml."""
    yield from yaml.parse(text, Loader=yaml.CSafeLoader)


def events(text: str) -> Iterator[yaml.Event]:
    """By the pure parser, which checks its characters when it is built: on the first event only, where a mistake is caught."""
    yield from yaml.parse(text, Loader=yaml.SafeLoader)
