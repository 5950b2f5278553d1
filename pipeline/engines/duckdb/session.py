"""SQL over the tables of a run, in an embedded DuckDB that spills to the run's own folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from math import ceil
from pathlib import Path
from typing import Any

import duckdb

from pipeline.engines.duckdb.layout import Layout
from pipeline.engines.duckdb.table_writer import ROW_GROUP_ROWS, DuckDBTableWriter
from pipeline.exceptions import InputError
from pipeline.parquet_files import literal, sql_list
from pipeline.run_directory import STAGED_RELATIONS, RunDirectory
from schemas import DOCUMENTS, REJECTS, REPORT_COUNTS, SKETCHES, STAGED_FACTS, TABLES, Table
from schemas.signatures import STAGED_SIGNATURES
from schemas.table import SQL_TYPES

_STAGED = (STAGED_FACTS, DOCUMENTS, REJECTS, STAGED_SIGNATURES, SKETCHES)
_STAGED_TABLES = dict(zip(STAGED_RELATIONS, _STAGED, strict=True))
_BYTES_A_FACT = 1000
"""What counting holds of a fact, in bytes, with a margin for long names: benchmarks/sketches.py spills little."""


def check_path(run: RunDirectory) -> None:
    """Check that DuckDB can work in a run's folder.

    Raises
    ------
    InputError
        If its path holds a question mark: DuckDB reads what follows as options of the database, and puts its log
        elsewhere.
    """
    if "?" in str(run.path):
        raise InputError(f"{run.path}: DuckDB cannot work in a folder with '?' in its path; choose another --out.")


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
    part_rows : int or None
        Facts that are counted at a time; None for as many as the memory limit allows.

    Raises
    ------
    InputError
        If the run's path holds a question mark.
    """

    def __init__(
        self,
        run: RunDirectory,
        threads: int | None = None,
        memory_limit: str | None = None,
        part_rows: int | None = None,
    ) -> None:
        check_path(run)
        self._run, self._part_rows = run, part_rows
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
        self._layout = Layout(self._connection, self._scratch / "parts")
        for name, table in _STAGED_TABLES.items():
            # A shard that several tasks of the Spark engine read has several files of a relation.
            self._view(f"staged_{name}", table, run.staging, f"*/{name}*.parquet")
        for name, table in (TABLES | {REPORT_COUNTS.name: REPORT_COUNTS}).items():
            self._view(name, table, run.table(name), "*.parquet")

    def _view(self, name: str, table: Table, folder: Path, pattern: str) -> None:
        columns = ", ".join(f'"{c.name}"' for c in table.columns)
        # Hidden folders hold what is being written; only committed ones have an entry.
        places = sorted(literal(p) for p in folder.glob(pattern) if not p.parent.name.startswith("."))
        if places:
            query = f"SELECT {columns} FROM read_parquet({sql_list(places)})"
        else:
            nothing = ", ".join(f'CAST(NULL AS {SQL_TYPES[c.type]}) AS "{c.name}"' for c in table.columns)
            query = f"SELECT {nothing} WHERE false"
        self._connection.execute(f'CREATE OR REPLACE VIEW "{name}" AS {query}')

    def materialize(self, name: str, query: str) -> None:
        """Keep the rows of a query as a temporary relation."""
        self._connection.execute(f'CREATE OR REPLACE TABLE "{name}" AS {query}')

    def define(self, name: str, query: str) -> None:
        """Give a query a name, without running it."""
        self._connection.execute(f'CREATE OR REPLACE VIEW "{name}" AS {query}')

    def hold(self, name: str, query: str) -> None:
        """Keep the rows of a query in memory, which is faster; they are spilled where they do not fit."""
        self._connection.execute(f'CREATE OR REPLACE TEMP TABLE "{name}" AS {query}')

    def release(self, name: str) -> None:
        """Forget a relation that is held in memory, if there is one."""
        self._connection.execute(f'DROP TABLE IF EXISTS temp."{name}"')

    def append(self, name: str, query: str) -> None:
        """Add the rows of a query to a temporary relation, which the first rows make."""
        self._connection.execute(f'CREATE TABLE IF NOT EXISTS "{name}" AS SELECT * FROM ({query}) LIMIT 0')
        self._connection.execute(f'INSERT INTO "{name}" {query}')

    def parts(self, relation: str) -> int:
        """Return in how many parts the rows of a relation are to be counted, so that each fits into memory."""
        rows = self._number(f'SELECT COUNT(*) FROM "{relation}"')
        memory = self._number("SELECT parse_formatted_bytes(current_setting('memory_limit'))")
        return max(1, ceil(rows / (self._part_rows or memory // _BYTES_A_FACT)))

    def _number(self, query: str) -> int:
        return int(self._connection.sql(query).fetchall()[0][0])

    def spread(self, name: str, query: str, keys: Sequence[str], parts: int) -> None:
        """Add the rows of a query to the parts of `name`; rows of equal keys lie in one part."""
        self._layout.spread(name, query, keys, parts)

    def spread_in_order(self, name: str, query: str, key: str, parts: int) -> None:
        """Lay the rows of a query out in parts of `name` that are ascending ranges of a 64-bit hash."""
        self._layout.spread_in_order(name, query, key, parts)

    def places(self, name: str) -> list[str]:
        """Return the relations that are the parts of `name`, in order; at least one."""
        return self._layout.places(name)

    def drop_place(self, name: str, place: str) -> None:
        """Forget a part of `name` that is done with."""
        self._layout.drop(name, place)

    def begin(self, table: Table) -> DuckDBTableWriter:
        """Begin to write a table of the run whose rows come in several queries."""
        return DuckDBTableWriter(
            self._connection,
            self._run,
            table,
            lambda: self._view(table.name, table, self._run.table(table.name), "*.parquet"),
        )

    def write(self, table: Table, query: str) -> None:
        """Write the rows of a query as a table of the run, cast, sorted and swapped in whole."""
        writer = self.begin(table)
        writer.add(query)
        writer.commit()

    def write_rows(self, table: Table, rows: Any) -> None:
        """Write an Arrow table as a table of the run."""
        writer = self.begin(table)
        writer.add_batches(rows.to_batches())
        writer.commit()

    def fetch(self, query: str) -> Any:
        """Run a query and return its rows as an Arrow table."""
        try:
            return self._connection.sql(query).to_arrow_table()
        except duckdb.Error as error:
            raise InputError(f"the query failed: {error}") from error

    def batches(self, name: str) -> Iterator[Any]:
        """Iterate over a relation as Arrow record batches."""
        yield from self._connection.sql(f'SELECT * FROM "{name}"').to_arrow_reader(ROW_GROUP_ROWS)

    def close(self) -> None:
        """Drop intermediate relations and the spill files."""
        self._connection.close()
        shutil.rmtree(self._scratch, ignore_errors=True)
