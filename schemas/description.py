"""The table contracts as JSON-like values, as Markdown, and as docs/tables.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from schemas.table import SCHEMA_VERSION, Table


def as_dict(table: Table) -> dict[str, Any]:
    """Describe a table as a JSON-like value."""
    return {
        "meaning": table.meaning,
        "columns": [
            {"name": c.name, "type": c.type, "nullable": c.nullable, "unit": c.unit, "meaning": c.meaning}
            for c in table.columns
        ],
        "sort_by": list(table.sort_by),
    }


def as_markdown(table: Table) -> str:
    """Describe a table as a Markdown section."""
    rows = [
        f"| `{c.name}` | {c.type}{' or null' if c.nullable else ''} | {c.unit} | {c.meaning} |" for c in table.columns
    ]
    head = ["| column | type | unit | meaning |", "|---|---|---|---|"]
    return "\n".join([f"## {table.name}", "", table.meaning, "", *head, *rows, ""])


def tables_document(tables: dict[str, Table]) -> str:
    """Return the text of docs/tables.md."""
    intro = (
        "# Tables of a run\n\n"
        f"Schema version {SCHEMA_VERSION}, which travels in the metadata of every Parquet file "
        "(`monofact.schema_version`). Each table is a folder of Parquet files below the run directory. "
        "Made from `schemas/` by `python -m schemas`; do not edit.\n"
    )
    return "\n".join([intro, *(as_markdown(t) for t in tables.values() if t.public)])


def write_tables_document(tables: dict[str, Table], path: Path) -> None:
    """Write docs/tables.md."""
    path.write_text(tables_document(tables), encoding="utf-8")
