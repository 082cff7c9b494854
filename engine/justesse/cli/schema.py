"""`justesse schema`: the published JSON Schemas; that of a case is derived from the vocabulary."""

import argparse
import json
from typing import Any

FILES = {
    "cas": "casebook", "parametre": "parametre", "sources": "sources", "jours_feries": "jours_feries", "image": "image",
    "manques": "manques", "bornes": "bornes", "courrier": "courrier",
    "decision": "decision", "trace": "trace", "et_si": "et_si", "lectures": "lectures",
    "pourquoi_pas": "pourquoi_pas", "refus": "refus",
    "acte": "acte", "modele_acte": "modele_acte", "couverture": "couverture", "mutants": "mutants",
    "confrontation": "confrontation", "verdicts": "verdicts", "criteres": "criteres",
}  # fmt: skip


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.opening import add_rules

    parser = subparsers.add_parser("schema", help="donne un schéma JSON", description="Donne un schéma JSON publié.")
    parser.add_argument("nom", choices=("dossier", *FILES), nargs="?", default="dossier", help="dossier à défaut")
    add_rules(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print it."""
    from justesse.shipped import folder

    if args.nom == "dossier":
        from justesse.cli.opening import open_program
        from justesse.program.case_schema import case_schema

        print(json.dumps(case_schema(open_program(args.regles).declarations), ensure_ascii=False, indent=2))
        return 0
    print((folder("grammar") / "schemas" / f"{FILES[args.nom]}.schema.json").read_text(encoding="utf-8").rstrip())
    return 0
