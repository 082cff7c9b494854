"""The catalogue of mistakes: one entry a code, gathered from the tables of its sibling modules.

The only place where the words of a diagnostic are written. It decides nothing: passes give codes and details,
`wording.py` puts them together.
"""

from justesse.diagnostics.catalogue_batch import BATCH
from justesse.diagnostics.catalogue_calculation import CALCULATION
from justesse.diagnostics.catalogue_case_fields import CASE_FIELDS
from justesse.diagnostics.catalogue_case_records import CASE_RECORDS
from justesse.diagnostics.catalogue_casebook import CASEBOOK
from justesse.diagnostics.catalogue_checks import CHECKS
from justesse.diagnostics.catalogue_coverage import COVERAGE
from justesse.diagnostics.catalogue_edits import EDITS
from justesse.diagnostics.catalogue_exceptions import EXCEPTIONS
from justesse.diagnostics.catalogue_expectations import EXPECTATIONS
from justesse.diagnostics.catalogue_files import FILES
from justesse.diagnostics.catalogue_letters import LETTERS
from justesse.diagnostics.catalogue_marks import MARKS
from justesse.diagnostics.catalogue_meaning import MEANING
from justesse.diagnostics.catalogue_mutants import MUTANTS
from justesse.diagnostics.catalogue_names import NAMES
from justesse.diagnostics.catalogue_parameters import PARAMETERS
from justesse.diagnostics.catalogue_records import RECORDS
from justesse.diagnostics.catalogue_register import REGISTER
from justesse.diagnostics.catalogue_shadow import SHADOW
from justesse.diagnostics.catalogue_statements import STATEMENTS
from justesse.diagnostics.catalogue_subjects import SUBJECTS
from justesse.diagnostics.catalogue_versions import VERSIONS
from justesse.diagnostics.catalogue_vocabulary import VOCABULARY
from justesse.diagnostics.entry import Entry

ENTRIES: dict[str, Entry] = {
    one.code: one
    for one in (
        *STATEMENTS,
        *MARKS,
        *NAMES,
        *VOCABULARY,
        *MEANING,
        *SUBJECTS,
        *VERSIONS,
        *EXCEPTIONS,
        *CHECKS,
        *REGISTER,
        *CASE_FIELDS,
        *CASE_RECORDS,
        *EDITS,
        *CASEBOOK,
        *EXPECTATIONS,
        *COVERAGE,
        *MUTANTS,
        *FILES,
        *RECORDS,
        *LETTERS,
        *PARAMETERS,
        *CALCULATION,
        *BATCH,
        *SHADOW,
    )
}

__all__ = ["ENTRIES", "Entry"]
