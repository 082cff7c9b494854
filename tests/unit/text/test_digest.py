"""The digest of texts is that of their bytes, one after the other, whichever module gives it."""

import hashlib
import sys

import pytest

from justesse.text.digest import sha256_of

TEXTS = ("", "règle", "\0", "a" * 1_000)


def test_the_digest_is_sha_256_of_the_texts_in_a_row() -> None:
    assert sha256_of(*TEXTS) == hashlib.sha256("".join(TEXTS).encode()).hexdigest()
    assert sha256_of() == hashlib.sha256().hexdigest()


def test_a_python_without_its_own_takes_the_one_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_sha2", "_sha256"):
        monkeypatch.setitem(sys.modules, name, None)
    assert sha256_of(*TEXTS) == hashlib.sha256("".join(TEXTS).encode()).hexdigest()
