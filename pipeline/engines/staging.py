"""Writes what extraction finds in one shard into its staged folder: the same files, whichever engine writes them.

Files written: ``facts.parquet``, ``documents.parquet``, ``rejects.parquet``, ``signatures.parquet`` and
``sketches.parquet`` (the last two without rows where they were not asked for) in the folder aside that
`RunDirectory.commit` renames into place.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.corpus import Shard
from pipeline.counting.sketches.collect import READ, shard_sketches
from pipeline.extraction import Extraction
from pipeline.run_directory import RunDirectory, ShardEntry
from schemas import DOCUMENTS, REJECTS, SKETCHES, STAGED_FACTS
from schemas.signatures import STAGED_SIGNATURES

_STREAMED = {"facts": STAGED_FACTS, "documents": DOCUMENTS, "rejects": REJECTS, "signatures": STAGED_SIGNATURES}


class ShardWriter:
    """Stages one shard.

    Parameters
    ----------
    run : RunDirectory
        The run.
    shard : Shard
        The shard.
    content, config : str
        Hashes for the manifest entry.
    aside : Path or None
        Empty folder to write in; None for the run's own, one a shard and process.
    sketches : bool
        Whether to summarise the facts for sampled counting once they are written.
    """

    def __init__(
        self,
        run: RunDirectory,
        shard: Shard,
        content: str,
        config: str,
        aside: Path | None = None,
        *,
        sketches: bool = False,
    ) -> None:
        self._sketches = sketches
        self._run, self._shard, self._content, self._config = run, shard, content, config
        self._aside = aside or run.staging_area(shard.name)
        self._started = time.monotonic()
        self._writers = {
            table: pq.ParquetWriter(self._aside / f"{name}.parquet", table.arrow_schema, compression="zstd")
            for name, table in _STREAMED.items()
        }
        self._counts = dict.fromkeys(
            ("documents", "statements", "unresolved", "rejects", "characters", "language_skipped"), 0
        )

    def add_rejects(self, rejects: Any) -> None:
        """Add records that could not be read."""
        if rejects.num_rows:
            self._writers[REJECTS].write_batch(rejects.cast(REJECTS.arrow_schema))
            self._counts["rejects"] += rejects.num_rows

    def add(self, found: Extraction) -> None:
        """Add what a batch of documents states."""
        self.add_rejects(found.rejects)
        if found.facts.num_rows:
            self._writers[STAGED_FACTS].write_batch(found.facts.cast(STAGED_FACTS.arrow_schema))
            self._counts["statements"] += found.facts.num_rows
        if found.documents.num_rows:
            self._writers[DOCUMENTS].write_batch(found.documents.cast(DOCUMENTS.arrow_schema))
            self._counts["documents"] += found.documents.num_rows
            for column in ("unresolved", "characters", "language_skipped"):
                total = pc.sum(found.documents.column(column).cast(pa.int64())).as_py()
                self._counts[column] += total
        if found.signatures is not None:
            self._writers[STAGED_SIGNATURES].write_batch(found.signatures.cast(STAGED_SIGNATURES.arrow_schema))

    def finish(self) -> ShardEntry:
        """Close the files and return the entry, without a commit."""
        for writer in self._writers.values():
            writer.close()
        rows = SKETCHES.empty()
        if self._sketches:
            rows = shard_sketches(pq.read_table(self._aside / "facts.parquet", columns=list(READ)), self._shard.name)
        pq.write_table(rows, self._aside / "sketches.parquet", compression="zstd")
        return ShardEntry(
            shard=self._shard.name,
            content=self._content,
            config=self._config,
            size=self._shard.size,
            seconds=round(time.monotonic() - self._started, 3),
            **self._counts,
        )

    def commit(self) -> ShardEntry:
        """Close the files and put the folder in place."""
        entry = self.finish()
        self._run.commit(self._aside, entry)
        return entry

    def abandon(self) -> None:
        """Close the files without a commit."""
        for writer in self._writers.values():
            writer.close()
