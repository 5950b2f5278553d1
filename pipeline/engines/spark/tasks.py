"""What runs in Spark's Python workers: extraction of a piece, and the writing of a table's part.

Files written: a task writes Parquet with pyarrow into a folder (or file) of its own attempt, so that files carry
the schema's nullability and metadata, and returns one row that says where. What failed or speculative attempts leave
behind is never looked at: only the attempt whose row reaches the driver is renamed into place.
"""

from __future__ import annotations

import gc
import hashlib
import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

import pipeline
import schemas
from pipeline.corpus import CorpusConfig, read_shard
from pipeline.engines.spark.pieces import Piece
from pipeline.engines.staging import ShardWriter
from pipeline.exceptions import MonofactError
from pipeline.extraction import ExtractionConfig, Extractor, load_extractor
from pipeline.run_directory import RunDirectory, ShardEntry
from schemas import Table

COUNTERS = ("documents", "statements", "unresolved", "rejects", "characters", "language_skipped")
"""Counters of a manifest entry that add up over pieces."""

PIECE_RESULT = pa.schema(
    [
        ("piece", pa.int64()),
        ("folder", pa.string()),
        ("error_type", pa.string()),
        ("error", pa.string()),
        ("bytes", pa.int64()),
        *((name, pa.int64()) for name in COUNTERS),
        ("seconds", pa.float64()),
    ]
)
"""What a task returns for each piece."""

PART_RESULT = pa.schema([("partition", pa.int64()), ("file", pa.string()), ("rows", pa.int64())])
"""What a task returns for each part of a table."""

_DDL = {"int64": "BIGINT", "string": "STRING", "double": "DOUBLE"}
PIECE_RESULT_DDL = ", ".join(f"{field.name} {_DDL[str(field.type)]}" for field in PIECE_RESULT)
PART_RESULT_DDL = ", ".join(f"`{field.name}` {_DDL[str(field.type)]}" for field in PART_RESULT)

FINISHED = "finished.json"
"""Last file of an attempt: its counters, for the driver's progress."""

_ROW_GROUP_ROWS = 122_880
_ROW_GROUP_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class ExtractPieces:
    """Extraction of a wave's pieces, as a function for `mapInArrow`.

    Parameters
    ----------
    pieces : tuple of Piece
        The wave.
    corpus : CorpusConfig
        How records are read.
    extraction : ExtractionConfig
        How facts are found.
    program : str
        `program_digest` on the driver.
    run : RunDirectory
        The run.
    config : str
        Hash of the configuration, for the entries.
    area : Path
        Folder of the wave's attempts.
    """

    pieces: tuple[Piece, ...]
    corpus: CorpusConfig
    extraction: ExtractionConfig
    program: str
    run: RunDirectory
    config: str
    area: Path

    def run_task(self, batches: Iterator[Any]) -> Iterator[Any]:
        """Extract the pieces whose numbers come in; yield one row of `PIECE_RESULT` for each."""
        for batch in batches:
            for number in batch.column(0).to_pylist():
                yield pa.RecordBatch.from_pylist([self._result(number)], schema=PIECE_RESULT)

    def _result(self, number: int) -> dict[str, Any]:
        folder = self.area / f"{number:06d}-{uuid.uuid4().hex}"
        try:
            entry = self._extract(self.pieces[number], folder)
        except MonofactError as error:
            # A row, not an exception: the wave's other shards are good, and the driver tells the user.
            return {"piece": number, "error_type": type(error).__name__, "error": str(error)}
        counters = {name: getattr(entry, name) for name in COUNTERS}
        size = self.pieces[number].size
        (folder / FINISHED).write_text(json.dumps({"bytes": size, **counters}), encoding="utf-8")
        return {"piece": number, "folder": folder.name, "bytes": size, **counters, "seconds": entry.seconds}

    def _extract(self, piece: Piece, folder: Path) -> ShardEntry:
        extractor = worker_extractor(self.extraction, self.program)
        folder.mkdir(parents=True)
        writer = ShardWriter(
            self.run, piece.shard, piece.content, self.config, folder, sketches=self.extraction.sketches
        )
        try:
            for batch in read_shard(piece.shard, self.corpus, row_groups=piece.groups):
                writer.add_rejects(batch.rejects)
                if batch.documents.num_rows:
                    writer.add(extractor.extract(batch.documents))
        except BaseException:
            writer.abandon()
            raise
        return writer.finish()


def program_digest(config: ExtractionConfig) -> str:
    """Return a hash of all that a worker runs: readers, rules, word lists, schemas, and what they are built on.

    Parameters
    ----------
    config : ExtractionConfig
        How facts are found.
    """
    h = hashlib.sha256(f"{config.digest()} pyarrow={pa.__version__}".encode())
    for package in (Path(pipeline.__file__).parent, Path(schemas.__file__).parent):
        for path in sorted(package.rglob("*.py")):
            h.update(path.relative_to(package).as_posix().encode() + path.read_bytes())
    return h.hexdigest()


@lru_cache(maxsize=4)
def worker_extractor(config: ExtractionConfig, program: str) -> Extractor:
    """Return the extractor, once a worker, after a look at whether its program is the driver's.

    Parameters
    ----------
    config : ExtractionConfig
        How facts are found.
    program : str
        `program_digest` on the driver.

    Raises
    ------
    MonofactError
        If the worker's program is another.
    """
    if program_digest(config) != program:
        raise MonofactError(
            "a Spark worker runs another version of monofact, pyarrow, spaCy or its model than the driver: ship one "
            "environment to all (`make cluster-env`, then --archives)."
        )
    extractor = load_extractor(config)
    # Spark's worker collects garbage after each task: it need not walk through the word lists every time.
    gc.freeze()
    return extractor


@dataclass(frozen=True, slots=True)
class WriteParts:
    """Writing of a table's sorted partitions, as a function for `mapInArrow`.

    Parameters
    ----------
    table : Table
        The table.
    area : Path
        Folder of the attempts' files.
    """

    table: Table
    area: Path

    def run_task(self, batches: Iterator[Any]) -> Iterator[Any]:
        """Write the partition as one Parquet file; yield one row of `PART_RESULT`, none where it is empty."""
        from pyspark import TaskContext  # noqa: PLC0415 - only inside a worker

        groups = row_groups(batches, self.table.arrow_schema)
        first = next(groups, None)
        if first is None:
            return
        context = TaskContext.get()
        partition = context.partitionId() if context is not None else 0
        name = f"{uuid.uuid4().hex}.parquet"
        rows = first.num_rows
        with pq.ParquetWriter(self.area / name, self.table.arrow_schema, compression="zstd") as writer:
            writer.write_table(first)
            for group in groups:
                writer.write_table(group)
                rows += group.num_rows
        yield pa.RecordBatch.from_pylist([{"partition": partition, "file": name, "rows": rows}], schema=PART_RESULT)


def row_groups(batches: Iterator[Any], schema: Any) -> Iterator[Any]:
    """Gather batches into tables of a row group's size: Spark's batches alone would make tiny row groups."""
    waiting: list[Any] = []
    rows = size = 0
    for batch in batches:
        if not batch.num_rows:
            continue
        waiting.append(batch.cast(schema))
        rows, size = rows + batch.num_rows, size + batch.nbytes
        if rows >= _ROW_GROUP_ROWS or size >= _ROW_GROUP_BYTES:
            yield pa.Table.from_batches(waiting, schema=schema)
            waiting, rows, size = [], 0, 0
    if waiting:
        yield pa.Table.from_batches(waiting, schema=schema)
