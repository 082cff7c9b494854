"""SHA-256 by the shortest way: what a program or a cache is named after. Reads no file.

`hashlib` begins by loading OpenSSL, 5 ms of a first decision; what CPython has of its own gives the same digests.
"""

from importlib import import_module
from typing import Any

_OWN = ("_sha2", "_sha256", "hashlib")
"""Since Python 3.12, before it, and any other Python."""


def sha256_of(*parts: str | bytes) -> str:
    """The digest of texts, in UTF-8, and of bytes, one after the other; in hexadecimal."""
    digest = _found().sha256()
    for one in parts:
        digest.update(one.encode() if isinstance(one, str) else one)
    return str(digest.hexdigest())


def _found() -> Any:
    """The first of these modules that this Python has."""
    for name in _OWN[:-1]:
        try:
            return import_module(name)
        except ImportError:
            continue
    return import_module(_OWN[-1])
