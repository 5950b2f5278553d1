"""The only home of table and column names: one module per table, and the attribute catalogue."""

from schemas.documents import DOCUMENT_BATCH, DOCUMENTS
from schemas.domain_report import DOMAIN_REPORT
from schemas.duplicates import DUPLICATES
from schemas.facts import FACTS, STAGED_FACTS
from schemas.frequency_spectrum import FREQUENCY_SPECTRUM
from schemas.prompt_counts import PROMPT_COUNTS
from schemas.rejects import REJECTS
from schemas.report_counts import REPORT_COUNTS
from schemas.sketches import SKETCHES
from schemas.table import SCHEMA_VERSION, Column, Table

TABLES: dict[str, Table] = {
    t.name: t
    for t in (
        DOCUMENTS,
        FACTS,
        DUPLICATES,
        PROMPT_COUNTS,
        FREQUENCY_SPECTRUM,
        SKETCHES,
        DOMAIN_REPORT,
        REJECTS,
    )
}
"""The tables of a run directory, by name."""

__all__ = [
    "DOCUMENTS",
    "DOCUMENT_BATCH",
    "DOMAIN_REPORT",
    "DUPLICATES",
    "FACTS",
    "FREQUENCY_SPECTRUM",
    "PROMPT_COUNTS",
    "REJECTS",
    "REPORT_COUNTS",
    "SCHEMA_VERSION",
    "SKETCHES",
    "STAGED_FACTS",
    "TABLES",
    "Column",
    "Table",
]
