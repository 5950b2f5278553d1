"""Writes a table of the run aside, and swaps it in whole when all of its rows are there."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from typing import Any

import duckdb
import pyarrow.parquet as pq

from pipeline.run_directory import RunDirectory
from schemas import Table
from schemas.table import SQL_TYPES

ROW_GROUP_ROWS = 122_880


class DuckDBTableWriter:
    """Writes one table.

    Parameters
    ----------
    connection : duckdb.DuckDBPyConnection
        Runs the queries.
    run : RunDirectory
        The run.
    table : Table
        The table.
    on_commit : callable
        Called when the table is in place.
    """

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, run: RunDirectory, table: Table, on_commit: Callable[[], None]
    ) -> None:
        self._connection, self._run, self._table, self._on_commit = connection, run, table, on_commit
        self._aside = run.path / f".new-{table.name}"
        shutil.rmtree(self._aside, ignore_errors=True)
        self._aside.mkdir()
        schema = table.arrow_schema
        self._file = pq.ParquetWriter(self._aside / "part-00000.parquet", schema, compression="zstd")

    def add(self, query: str) -> None:
        """Add the rows of a query, cast and sorted; they must follow those before in the table's order."""
        casts = ", ".join(f'CAST("{c.name}" AS {SQL_TYPES[c.type]}) AS "{c.name}"' for c in self._table.columns)
        order = ", ".join(f'"{name}" NULLS FIRST' for name in self._table.sort_by)
        rows = self._connection.sql(f"SELECT {casts} FROM ({query}) AS rows ORDER BY {order}")
        self.add_batches(rows.to_arrow_reader(ROW_GROUP_ROWS))

    def add_batches(self, batches: Iterable[Any]) -> None:
        """Add Arrow record batches of the table's columns, in the table's order."""
        for batch in batches:
            self._file.write_batch(batch.cast(self._table.arrow_schema), row_group_size=ROW_GROUP_ROWS)

    def commit(self) -> None:
        """Close the file and put the table in place."""
        self._file.close()
        self._run.swap_table(self._table.name, self._aside)
        self._on_commit()
