"""Comparing the tables of two runs, and where the sample lies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from schemas import REPORT_COUNTS, TABLES

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample_data"


def rows_of(run: Path, name: str) -> Any:
    """Rows of a table as they lie in the files, part after part."""
    return pa.concat_tables([pq.read_table(part) for part in sorted((run / name).glob("*.parquet"))])


def assert_same_tables(one: Path, other: Path) -> None:
    """Every table has the same schema with its metadata, and the same rows in the same order."""
    compared = 0
    for name in (*TABLES, REPORT_COUNTS.name):
        present = {any((run / name).glob("*.parquet")) for run in (one, other)}
        assert len(present) == 1, f"only one of the runs has {name}"
        if present == {False}:
            continue
        first, second = rows_of(one, name), rows_of(other, name)
        assert first.schema.equals(second.schema, check_metadata=True), name
        assert first.num_rows == second.num_rows, f"{name}: {first.num_rows} rows and {second.num_rows}"
        for column in first.column_names:
            assert first.column(column).equals(second.column(column)), f"{name}.{column} differs"
        compared += 1
    assert compared >= 7, "hardly any table was compared"
