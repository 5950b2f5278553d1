"""SQL over the tables of a run, in Spark: the same queries as the embedded engine's.

Files written: tables of the run, one Parquet file a sorted partition; intermediate relations in ``.scratch``, which
breaks lineage: a lost executor costs one step, not the whole run.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.engines.spark.errors import spark_errors
from pipeline.engines.spark.tasks import PART_RESULT_DDL, WriteParts
from pipeline.exceptions import MonofactError
from pipeline.run_directory import STAGED_RELATIONS, RunDirectory
from schemas import DOCUMENTS, REJECTS, REPORT_COUNTS, SKETCHES, STAGED_FACTS, TABLES, Table
from schemas.signatures import STAGED_SIGNATURES
from schemas.spark import struct_type

_STAGED = (STAGED_FACTS, DOCUMENTS, REJECTS, STAGED_SIGNATURES, SKETCHES)
_STAGED_TABLES = dict(zip(STAGED_RELATIONS, _STAGED, strict=True))
_PART = "part-{:05d}.parquet"
_BATCH_ROWS = 65_536
_UNSORTED = "unsorted"


class SparkSqlSession:
    """An SQL session over one run directory.

    Parameters
    ----------
    spark : pyspark.sql.SparkSession
        The session.
    run : RunDirectory
        The run; every executor must see its folder under the same path.
    """

    def __init__(self, spark: Any, run: RunDirectory) -> None:
        self._spark, self._run = spark, RunDirectory(run.path.absolute())
        self._scratch = self._run.path / ".scratch"
        shutil.rmtree(self._scratch, ignore_errors=True)
        self._scratch.mkdir(parents=True)
        self._kept = 0
        self._files: dict[str, list[Path]] = {}
        for name, table in _STAGED_TABLES.items():
            self._view(f"staged_{name}", table, _staged_files(self._run, name))
        for table in (*TABLES.values(), REPORT_COUNTS):
            self._view_table(table)

    def materialize(self, name: str, query: str) -> None:
        """Run a query once and keep its rows in the scratch folder."""
        self._describe(name)
        with spark_errors(f"the step {name}"):
            frame = self._keep(self._spark.sql(query), name)
            frame.createOrReplaceTempView(name)

    def define(self, name: str, query: str) -> None:
        """Give a query the name of a relation; it runs when the relation is read."""
        with spark_errors(f"the step {name}"):
            self._spark.sql(query).createOrReplaceTempView(name)
        self._files[name] = []

    def write(self, table: Table, query: str) -> None:
        """Write the rows of a query as a table of the run, cast, sorted and swapped in whole."""
        from pyspark.sql import functions as f  # noqa: PLC0415 - only where Spark is used

        types = struct_type(table)
        self._describe(table.name)
        with spark_errors(f"the step {table.name}"):
            cast = self._spark.sql(query).select(*(f.col(t.name).cast(t.dataType) for t in types))
            # Kept before the sort, which reads its input twice: once to choose the ranges, once to sort.
            unsorted = self._keep(cast, _UNSORTED)
            order = [*table.sort_by, *(c for c in table.column_names if c not in table.sort_by)]
            self._write_parts(table, unsorted.orderBy(*(f.col(c).asc_nulls_first() for c in order)))

    def write_rows(self, table: Table, rows: Any) -> None:
        """Write an Arrow table as a table of the run, in its canonical order."""
        keys = [(name, "ascending", "at_start") for name in table.sort_by]
        ordered = rows.cast(table.arrow_schema).take(pc.sort_indices(rows, sort_keys=keys))
        aside = self._aside(table)
        pq.write_table(ordered, aside / _PART.format(0), compression="zstd")
        self._swap(table, aside)

    def fetch(self, query: str) -> Any:
        """Run a query with a small answer and return it as an Arrow table."""
        with spark_errors("the query"):
            return self._spark.sql(query).toArrow()

    def batches(self, name: str) -> Iterator[Any]:
        """Iterate over a relation as Arrow record batches, file by file: tables lie in canonical order."""
        for file in self._files[name]:
            yield from pq.ParquetFile(file).iter_batches(_BATCH_ROWS)

    def close(self) -> None:
        """Drop the relations' names and the scratch folder."""
        for name in self._files.keys() - {_UNSORTED}:
            self._spark.catalog.dropTempView(name)
        self._files.clear()
        shutil.rmtree(self._scratch, ignore_errors=True)

    def _describe(self, step: str) -> None:
        self._spark.sparkContext.setJobDescription(f"monofact: {step}")

    def _keep(self, frame: Any, name: str) -> Any:
        # A folder of its own each time: the query may read the relation that it replaces.
        self._kept += 1
        place, before = self._scratch / f"{self._kept:06d}-{name}", self._files.get(name, [])
        frame.write.parquet(_uri(place))
        self._files[name] = sorted(place.glob("part-*"))
        for folder in {file.parent for file in before if file.is_relative_to(self._scratch)}:
            shutil.rmtree(folder)
        return self._reader(frame.schema).parquet(_literal(place))

    def _write_parts(self, table: Table, ordered: Any) -> None:
        aside = self._aside(table)
        attempts = self._scratch / f"parts_{table.name}"
        attempts.mkdir()
        written = ordered.mapInArrow(WriteParts(table, attempts).run_task, PART_RESULT_DDL)
        parts = sorted(written.toArrow().to_pylist(), key=lambda row: int(row["partition"]))
        if len({row["partition"] for row in parts}) != len(parts):
            raise MonofactError(f"table {table.name}: two parts claim one partition; this is a bug, report it")
        for number, row in enumerate(parts):
            (attempts / row["file"]).rename(aside / _PART.format(number))
        if not parts:
            pq.write_table(table.empty(), aside / _PART.format(0), compression="zstd")
        shutil.rmtree(attempts)
        self._swap(table, aside)

    def _reader(self, schema: Any) -> Any:
        # A user's setting must not turn a file that is gone or damaged into smaller counts.
        strict = {"ignoreMissingFiles": "false", "ignoreCorruptFiles": "false"}
        return self._spark.read.schema(schema).options(**strict)

    def _aside(self, table: Table) -> Path:
        aside = self._run.path / f".new-{table.name}"
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        return aside

    def _swap(self, table: Table, aside: Path) -> None:
        self._run.swap_table(table.name, aside)
        self._view_table(table)

    def _view_table(self, table: Table) -> None:
        self._view(table.name, table, sorted(self._run.table(table.name).glob("*.parquet")))

    def _view(self, name: str, table: Table, files: list[Path]) -> None:
        self._files[name] = files
        schema = struct_type(table)
        if files:
            frame = self._reader(schema).parquet(*(_literal(f) for f in files))
        else:
            frame = self._spark.createDataFrame([], schema)
        frame.createOrReplaceTempView(name)


def _staged_files(run: RunDirectory, name: str) -> list[Path]:
    # Hidden folders hold what is being written; only committed ones have an entry.
    found = run.staging.glob(f"*/{name}*.parquet")
    return sorted(f for f in found if not f.parent.name.startswith("."))


def _uri(path: Path) -> str:
    """Return a path for a writer of Spark's: with the scheme, since a cluster's default file system may be another."""
    return f"file://{path}"


def _literal(path: Path) -> str:
    """Return a path for a reader of Spark's, which takes it for a pattern."""
    return "file://" + re.sub(r"([\\*?\[\]{}])", r"\\\1", str(path))
