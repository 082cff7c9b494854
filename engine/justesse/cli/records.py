"""A decision record made from the text of a case, for the command that writes it and for the one that makes it again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from justesse.cli.stopped import Stopped

if TYPE_CHECKING:
    from justesse.evaluation.decision import Decision
    from justesse.explanation.record_json import CaseText
    from justesse.program.program import Program

LIMIT = 50_000_000
"""The most bytes of a record: it is written by the program, not by hand."""


def record_of(decision: Decision, case: CaseText, rules: Path) -> dict[str, Any]:
    """The document; stops when the rules have no words for it."""
    from justesse.diagnostics.diagnostic import mistake
    from justesse.explanation.record_json import record_document
    from justesse.program.digests import digests

    template = decision.program.record_template
    if template is None:
        raise Stopped([mistake("F0124", None, chemin=rules)])
    return record_document(decision, case, digests(rules), template)


def decided(case: CaseText, program: Program, readings: dict[str, str]) -> Decision:
    """The decision of a case given as text; stops when it is refused."""
    from justesse.cli.opening import case_of, tree_of
    from justesse.evaluation.decide import decide
    from justesse.text.source import Source, normalise

    root = case_of(tree_of(Source(case.name, normalise(case.text))), program).root
    decision = decide(program, root, readings)
    if decision.refusals:
        raise Stopped(decision.refusals)
    return decision


def read_record(path: Path) -> dict[str, Any]:
    """A record that has its shape; stops otherwise."""
    from justesse.diagnostics.diagnostic import mistake
    from justesse.program.load import unreadable
    from justesse.text.source import Unreadable, read_text

    try:
        text = read_text(path, LIMIT)
    except Unreadable as error:
        raise Stopped([unreadable(error)]) from error
    try:
        document = json.loads(text)
        reason = _misshapen(document)
    except (ValueError, RecursionError):
        reason = "ce n'est pas un texte JSON"
    if reason:
        raise Stopped([mistake("F0123", None, chemin=path, raison=reason)])
    return document  # type: ignore[no-any-return]


def _misshapen(document: Any) -> str:
    """Why a document is no record, empty when it is one."""
    from jsonschema import Draft202012Validator

    from justesse.shipped import folder

    if not isinstance(document, dict) or document.get("format") != "justesse-acte":
        return "il ne dit pas « format : justesse-acte »"
    schema = json.loads((folder("grammar") / "schemas" / "acte.schema.json").read_text(encoding="utf-8"))
    error = next(iter(Draft202012Validator(schema).iter_errors(document)), None)
    try:
        json.dumps(document, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return "il contient un signe qui n'en est pas un"
    place = " › ".join(map(str, error.absolute_path)) if error is not None else ""
    return "" if error is None else f"une partie n'a pas la forme attendue ({place or 'à la racine'})"
