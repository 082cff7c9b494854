"""Pages of the site that are read from the rules and the casebook, added to the build by MkDocs, which calls `on_files`.

The pages are made at each build by `site_pages` and written nowhere else.
"""

import sys
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "engine"), str(ROOT)]

from docs.site_pages.article_pages import articles_page  # noqa: E402
from docs.site_pages.exercise import exercise  # noqa: E402
from docs.site_pages.message_pages import messages_page  # noqa: E402
from docs.site_pages.rule_pages import rule_page, rules_index  # noqa: E402
from docs.site_pages.site import site_of, slug  # noqa: E402
from docs.site_pages.value_pages import values_page  # noqa: E402
from docs.site_pages.verify_pages import interpretations_page, to_verify_page  # noqa: E402
from mkdocs.structure.files import File, Files  # noqa: E402

from justesse.program.load import load_program  # noqa: E402


def on_files(files: Files, config: Any) -> Files:
    """Add the generated pages, and their places in the navigation."""
    made = pages(ROOT, date.today().toordinal())
    for name, text in made.items():
        files.append(File.generated(config, name, content=text))
    questions = [name for name in made if name.startswith("regles/") and "_" in name and name not in _NAMED]
    for entry in config["nav"]:
        if "Les règles" in entry:
            entry["Les règles"][1:1] = [{"Question par question": questions}]
    return files


_NAMED = ("regles/a_verifier.md",)


def pages(root: Path, today: int) -> dict[str, str]:
    """The path of every generated page, and its text."""
    program, diagnostics = load_program(root / "rules")
    if program is None:
        raise SystemExit(f"rules do not load: {sorted({one.code for one in diagnostics})}")
    exercised = exercise(program, root / "casebook", root / "engine")
    site = site_of(root, program, diagnostics, exercised)
    return {
        "regles/index.md": rules_index(site),
        "regles/articles.md": articles_page(site),
        "regles/parametres.md": values_page(program),
        "regles/interpretations.md": interpretations_page(program),
        "regles/a_verifier.md": to_verify_page(site, today),
        "reference/messages.md": messages_page(),
        **{f"regles/{slug(root, path)}.md": rule_page(site, path) for path in site.sentences},
    }
