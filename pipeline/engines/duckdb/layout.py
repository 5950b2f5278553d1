"""Rows laid out on disk in parts by a key, so that each part can be counted within memory.

Files written: ``parts/<name>/part=<number>/*.parquet`` below the session's scratch folder.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import duckdb

from pipeline.parquet_files import parquet_files, sql_list

_BUFFERED_ROWS = 131_072


class Layout:
    """Parts of relations in the scratch folder of a session.

    Parameters
    ----------
    connection : duckdb.DuckDBPyConnection
        The session's connection.
    folder : Path
        Where the parts are written.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
        self._connection, self._folder = connection, folder
        # A thread holds rows of all parts before it writes them; fewer rows, less memory.
        connection.execute(f"SET partitioned_write_flush_threshold = {_BUFFERED_ROWS}")

    def spread(self, name: str, query: str, keys: Sequence[str], parts: int) -> None:
        """Add the rows of a query to the parts of `name`; rows of equal keys lie in one part."""
        number = f"CAST(hash({', '.join(keys)}) % {parts} AS INTEGER)"
        self._write(name, query, number)

    def spread_in_order(self, name: str, query: str, key: str, parts: int) -> None:
        """Add the rows of a query to the parts of `name`; parts are ascending ranges of a 64-bit hash, equally wide."""
        # Rounding to double is monotone, so that ranges stay in order; the largest ids round up to the end.
        number = f"LEAST(CAST(floor(({key} / 18446744073709551616.0 + 0.5) * {parts}) AS INTEGER), {parts - 1})"
        self._write(name, query, number)

    def _write(self, name: str, query: str, number: str) -> None:
        folder = self._folder / name
        folder.mkdir(parents=True, exist_ok=True)
        self._connection.execute(f'CREATE TABLE IF NOT EXISTS "{_nothing(name)}" AS SELECT * FROM ({query}) LIMIT 0')
        target = str(folder).replace("'", "''")
        self._connection.execute(
            f"COPY (SELECT *, {number} AS part FROM ({query}) AS rows) TO '{target}' "
            "(FORMAT parquet, COMPRESSION lz4_raw, PARTITION_BY (part), APPEND, FILENAME_PATTERN 'rows_{uuid}')"
        )

    def places(self, name: str) -> list[str]:
        """Make the parts of `name` known as relations, in order, and return their names; at least one."""
        found = []
        numbered = ((int(p.name.partition("=")[2]), p) for p in (self._folder / name).glob("part=*"))
        for number, place in sorted(numbered):
            files, view = sql_list(parquet_files(place)), f"{name}_{number}"
            self._connection.execute(
                f'CREATE OR REPLACE VIEW "{view}" AS SELECT * FROM read_parquet({files}, hive_partitioning = false)'
            )
            found.append(view)
        return found or [_nothing(name)]

    def drop(self, name: str, place: str) -> None:
        """Remove a part that is done with, and its files."""
        number = place.removeprefix(f"{name}_")
        shutil.rmtree(self._folder / name / f"part={number}", ignore_errors=True)


def _nothing(name: str) -> str:
    return f"{name}_without_rows"
