"""The embedded engine behind the engine protocol."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import duckdb
import pyarrow as pa

from pipeline.corpus import Shard, read_shard
from pipeline.engines.duckdb.session import DuckDBSession, check_path
from pipeline.engines.pool import extract_in_order
from pipeline.engines.protocol import ExtractionTask, ProgressSink
from pipeline.engines.staging import ShardWriter
from pipeline.exceptions import InputError
from pipeline.extraction import ExtractionConfig
from pipeline.run_directory import RunDirectory, ShardEntry
from schemas import DOCUMENT_BATCH

_SIZE: Final = re.compile(r"(?P<number>\d+(?:\.\d+)?) ?(?P<unit>[KMGT])i?B", re.IGNORECASE)
_BYTES: Final = {"K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}
_LEAST, _MOST = 64 * 10**6, 10**15
"""With less, counting cannot hold a row group of each of its tables; no machine has more."""


def _check_size(text: str) -> None:
    size = _SIZE.fullmatch(text.strip())
    if size is None:
        raise InputError(f"the memory limit {text!r} is no size: give one such as 800MB or 4GB")
    if not _LEAST <= float(size["number"]) * _BYTES[size["unit"].upper()] <= _MOST:
        raise InputError(f"the memory limit {text!r} is out of range: give one from 64MB to 1000TB")


class DuckDBEngine:
    """Extraction in a process pool, SQL in DuckDB.

    Parameters
    ----------
    workers : int
        Worker processes for extraction, and threads for SQL.
    memory_limit : str or None
        Memory that SQL may use before it spills to disk, such as ``4GB``.

    Raises
    ------
    InputError
        If the memory limit is no size.
    """

    name = "duckdb"

    def __init__(self, workers: int = 1, memory_limit: str | None = None) -> None:
        # Checked here, before the work, not when counting begins.
        if memory_limit is not None:
            _check_size(memory_limit)
        self._workers = workers
        self._memory_limit = memory_limit

    def settings(self) -> dict[str, str]:
        """Return the effective settings."""
        return {
            "duckdb": duckdb.__version__,
            "workers": str(self._workers),
            "memory_limit": self._memory_limit or "default",
        }

    def prepare(self, extraction: ExtractionConfig) -> None:
        """Nothing here takes long to start."""

    def extract(
        self, task: ExtractionTask, on_shard: Callable[[ShardEntry], None], progress: ProgressSink
    ) -> Sequence[ShardEntry]:
        """Extract the shards one after the other, each committed as its last batch comes back."""
        entries: list[ShardEntry] = []
        writer: ShardWriter | None = None
        check_path(task.run)  # before the work, not after
        results = extract_in_order(_batches(task, progress), task.extraction, self._workers)
        try:
            for (shard, content, is_last, rejects), found in results:
                writer = writer or ShardWriter(
                    task.run, shard, content, task.config_digest, sketches=task.extraction.sketches
                )
                if rejects is not None:
                    writer.add_rejects(rejects)
                writer.add(found)
                progress.advance(
                    documents=found.documents.num_rows,
                    facts=found.facts.num_rows,
                    rejects=found.rejects.num_rows + (rejects.num_rows if rejects is not None else 0),
                )
                if is_last:
                    entries.append(writer.commit())
                    writer = None
                    on_shard(entries[-1])
        finally:
            results.close()
            if writer is not None:
                writer.abandon()
        return entries

    def session(self, run: RunDirectory) -> DuckDBSession:
        """Open an SQL session over a run."""
        return DuckDBSession(run, threads=self._workers, memory_limit=self._memory_limit)

    def close(self) -> None:
        """Nothing outlives a call."""


def _batches(task: ExtractionTask, progress: ProgressSink) -> Iterator[tuple[tuple[Shard, str, bool, Any], Any]]:
    """Tag every batch with its shard and whether it is the shard's last."""
    for shard, content in task.shards:
        held = None
        for batch in read_shard(shard, task.corpus):
            progress.advance(bytes_read=batch.bytes_read)
            if held is not None:
                yield (shard, content, False, held.rejects), held.documents
            held = batch
        if held is None:
            held_rejects = None
            held_documents = pa.RecordBatch.from_pylist([], schema=DOCUMENT_BATCH.arrow_schema)
        else:
            held_rejects, held_documents = held.rejects, held.documents
        yield (shard, content, True, held_rejects), held_documents
