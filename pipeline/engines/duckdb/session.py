"""SQL over the tables of a run, in an embedded DuckDB that spills to the run's own folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from pipeline.exceptions import InputError
from pipeline.run_directory import STAGED_RELATIONS, RunDirectory
from schemas import DOCUMENTS, REJECTS, REPORT_COUNTS, SKETCHES, STAGED_FACTS, TABLES, Table
from schemas.signatures import STAGED_SIGNATURES
from schemas.table import SQL_TYPES

_STAGED = (STAGED_FACTS, DOCUMENTS, REJECTS, STAGED_SIGNATURES, SKETCHES)
_STAGED_TABLES = dict(zip(STAGED_RELATIONS, _STAGED, strict=True))
_ROW_GROUP_ROWS = 122_880


def quote_literal(text: str) -> str:
    """Return a string as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


class DuckDBSession:
    """An SQL session over one run directory.

    Parameters
    ----------
    run : RunDirectory
        The run.
    threads : int or None
        Threads of DuckDB; None for all cores.
    memory_limit : str or None
        Memory that DuckDB may use before it spills to disk, such as ``4GB``; None for its default.
    """

    def __init__(self, run: RunDirectory, threads: int | None = None, memory_limit: str | None = None) -> None:
        self._run = run
        self._scratch = run.path / ".scratch"
        self._scratch.mkdir(parents=True, exist_ok=True)
        database = self._scratch / "counting.duckdb"
        database.unlink(missing_ok=True)
        config: dict[str, Any] = {
            "temp_directory": str(self._scratch / "spill"),
            "preserve_insertion_order": False,
        }
        if threads:
            config["threads"] = threads
        if memory_limit:
            config["memory_limit"] = memory_limit
        # A database file, not memory: intermediate relations of a large corpus must be able to leave memory.
        self._connection = duckdb.connect(str(database), config=config)
        self._connection.execute("SET enable_progress_bar = false")
        for name, table in _STAGED_TABLES.items():
            # A shard that several tasks of the Spark engine read has several files of a relation.
            self._view(f"staged_{name}", table, run.staging / "*" / f"{name}*.parquet")
        for name, table in (TABLES | {REPORT_COUNTS.name: REPORT_COUNTS}).items():
            self._view(name, table, run.table(name) / "*.parquet")

    def _view(self, name: str, table: Table, pattern: Path) -> None:
        columns = ", ".join(f'"{c.name}"' for c in table.columns)
        root = Path(*pattern.parts[: next(i for i, part in enumerate(pattern.parts) if "*" in part)])
        relative = str(pattern.relative_to(root))
        # Hidden folders hold what is being written; only committed ones have an entry.
        places = sorted(str(p) for p in root.glob(relative) if not p.parent.name.startswith("."))
        if places:
            listed = ", ".join(quote_literal(p) for p in places)
            query = f"SELECT {columns} FROM read_parquet([{listed}])"
        else:
            nothing = ", ".join(f'CAST(NULL AS {SQL_TYPES[c.type]}) AS "{c.name}"' for c in table.columns)
            query = f"SELECT {nothing} WHERE false"
        self._connection.execute(f'CREATE OR REPLACE VIEW "{name}" AS {query}')

    def materialize(self, name: str, query: str) -> None:
        """Keep the rows of a query as a temporary relation."""
        self._connection.execute(f'CREATE OR REPLACE TABLE "{name}" AS {query}')

    def write(self, table: Table, query: str) -> None:
        """Write the rows of a query as a table of the run, cast, sorted and swapped in whole."""
        casts = ", ".join(f'CAST("{c.name}" AS {SQL_TYPES[c.type]}) AS "{c.name}"' for c in table.columns)
        order = ", ".join(f'"{name}" NULLS FIRST' for name in table.sort_by)
        reader = self._connection.sql(f"SELECT {casts} FROM ({query}) AS rows ORDER BY {order}").to_arrow_reader(
            _ROW_GROUP_ROWS
        )
        self._write_batches(table, reader)

    def write_rows(self, table: Table, rows: Any) -> None:
        """Write an Arrow table as a table of the run."""
        self._write_batches(table, rows.to_batches())

    def _write_batches(self, table: Table, batches: Any) -> None:
        aside = self._run.path / f".new-{table.name}"
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        schema = table.arrow_schema
        with pq.ParquetWriter(aside / "part-00000.parquet", schema, compression="zstd") as writer:
            for batch in batches:
                writer.write_batch(batch.cast(schema), row_group_size=_ROW_GROUP_ROWS)
        self._run.swap_table(table.name, aside)
        self._view(table.name, table, self._run.table(table.name) / "*.parquet")

    def fetch(self, query: str) -> Any:
        """Run a query and return its rows as an Arrow table."""
        try:
            return self._connection.sql(query).to_arrow_table()
        except duckdb.Error as error:
            raise InputError(f"the query failed: {error}") from error

    def batches(self, name: str) -> Iterator[Any]:
        """Iterate over a relation as Arrow record batches."""
        yield from self._connection.sql(f'SELECT * FROM "{name}"').to_arrow_reader(_ROW_GROUP_ROWS)

    def close(self) -> None:
        """Drop intermediate relations and the spill files."""
        self._connection.close()
        shutil.rmtree(self._scratch, ignore_errors=True)
