"""Extraction on the driver's side: waves of shards, each a Spark job, committed when it is done.

Files written: ``_staging/<shard>/`` with the same files as the embedded engine's, so that either engine goes on where
the other stopped; a Parquet shard that several tasks read has one file a piece (``facts-00000.parquet``, …).
"""

from __future__ import annotations

import json
import shutil
import threading
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from pipeline import exceptions
from pipeline.corpus import Shard
from pipeline.engines.protocol import ExtractionTask, ProgressSink
from pipeline.engines.spark.errors import spark_errors
from pipeline.engines.spark.pieces import Piece, pieces_of, waves
from pipeline.engines.spark.tasks import COUNTERS, FINISHED, PIECE_RESULT_DDL, ExtractPieces, program_digest
from pipeline.exceptions import MonofactError
from pipeline.run_directory import STAGED_RELATIONS, RunDirectory, ShardEntry

_POLL_SECONDS = 1.0
_ATTEMPTS_ON_STORES = 3
"""A store that does not answer may do so a moment later; a file on disk that cannot be read stays so."""


class WaveExtraction:
    """Extracts the shards of a task in waves.

    Parameters
    ----------
    spark : pyspark.sql.SparkSession
        The session, one of `extraction_session`.
    task : ExtractionTask
        What to extract.
    on_shard : callable
        Called as each shard is committed.
    progress : ProgressSink
        Told what tasks have finished.
    wave_shards : int
        Shards a wave: what is lost at most when the driver dies.
    piece_bytes : int
        Parquet shards above this size are read by several tasks.
    """

    def __init__(
        self,
        spark: Any,
        task: ExtractionTask,
        on_shard: Callable[[ShardEntry], None],
        progress: ProgressSink,
        wave_shards: int,
        piece_bytes: int,
    ) -> None:
        self._spark, self._task = spark, task
        self._on_shard, self._progress = on_shard, progress
        self._wave_shards, self._piece_bytes = wave_shards, piece_bytes
        self._area = task.run.path.absolute() / "_staging" / f".spark-{uuid.uuid4().hex}"
        self._program = program_digest(task.extraction)

    def run(self) -> list[ShardEntry]:
        """Extract all shards; return their entries in the task's order."""
        done: dict[str, ShardEntry] = {}
        planned = list(waves(self._task.shards, self._wave_shards))
        self._area.mkdir(parents=True)
        try:
            shared = self._share_attribute_files()
            for number, wave in enumerate(planned, start=1):
                label = f"monofact: extract wave {number} of {len(planned)} ({len(wave)} shards)"
                for entry in self._run_wave(wave, label, shared):
                    done[entry.shard] = entry
        finally:
            shutil.rmtree(self._area, ignore_errors=True)
        return [done[shard.name] for shard, _ in self._task.shards]

    def _share_attribute_files(self) -> ExtractionTask:
        """Copy users' attribute files to where every worker can read them."""
        config = self._task.extraction
        copies = []
        for number, file in enumerate(config.attribute_files):
            copy = self._area / f"attributes-{number}" / Path(file).name
            copy.parent.mkdir()
            shutil.copyfile(file, copy)
            copies.append(str(copy))
        return replace(self._task, extraction=replace(config, attribute_files=tuple(copies)))

    def _run_wave(self, wave: Sequence[tuple[Shard, str]], label: str, task: ExtractionTask) -> Iterator[ShardEntry]:
        pieces = pieces_of(wave, self._piece_bytes)
        results: dict[int, dict[str, Any]] = {}
        for _ in range(_ATTEMPTS_ON_STORES):
            open_pieces = [n for n in range(len(pieces)) if _may_be_tried(pieces[n], results.get(n))]
            if not open_pieces:
                break
            attempt = [pieces[n] for n in open_pieces]
            found = self._run_job(attempt, label, task)
            results |= {open_pieces[row["piece"]]: row for row in found}
        by_shard: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for number, piece in enumerate(pieces):
            by_shard[piece.shard.name].append(results[number])
        for shard, content in wave:
            mine = by_shard[shard.name]
            if not any(row["error"] for row in mine):
                entry = self._commit(shard, content, mine)
                self._on_shard(entry)
                yield entry
        _raise_first(row for row in results.values() if row["error"])

    def _run_job(self, pieces: list[Piece], label: str, task: ExtractionTask) -> list[dict[str, Any]]:
        from pyspark.sql import Observation  # noqa: PLC0415 - only where Spark is used
        from pyspark.sql import functions as f  # noqa: PLC0415 - the same

        area = self._area / uuid.uuid4().hex
        area.mkdir()
        job = ExtractPieces(
            tuple(pieces), task.corpus, task.extraction, self._program, _absolute(task.run), task.config_digest, area
        )
        counted = Observation("monofact extraction")
        sums = [f.sum(name).alias(name) for name in ("bytes", *COUNTERS)]
        # One number a partition, so exactly one piece a task, whatever adaptive execution does.
        numbers = self._spark.range(0, len(pieces), 1, len(pieces))
        frame = numbers.mapInArrow(job.run_task, PIECE_RESULT_DDL).observe(counted, *sums)
        self._spark.sparkContext.setJobDescription(label)
        with spark_errors("extraction"), _Watch(area, self._progress) as watch:
            rows: list[dict[str, Any]] = frame.toArrow().to_pylist()
            watch.finish(counted.get)
        for row in rows:
            row["folder"] = row["folder"] and area / row["folder"]
        return rows

    def _commit(self, shard: Shard, content: str, results: list[dict[str, Any]]) -> ShardEntry:
        run = self._task.run
        aside = run.staging_area(shard.name)
        for number, row in enumerate(results):
            part = f"-{number:05d}" if len(results) > 1 else ""
            for name in STAGED_RELATIONS:
                (row["folder"] / f"{name}.parquet").rename(aside / f"{name}{part}.parquet")
        sums = {name: sum(row[name] for row in results) for name in COUNTERS}
        entry = ShardEntry(
            shard=shard.name,
            content=content,
            config=self._task.config_digest,
            size=shard.size,
            seconds=round(sum(row["seconds"] for row in results), 3),
            **sums,
        )
        run.commit(aside, entry)
        return entry


class _Watch:
    """Tells the progress what attempts have finished while the job runs, and the exact rest at its end."""

    def __init__(self, area: Path, progress: ProgressSink) -> None:
        self._area, self._progress = area, progress
        self._seen: set[str] = set()
        self._told = dict.fromkeys(("bytes", *COUNTERS), 0)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._poll, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join()

    def finish(self, counted: dict[str, Any]) -> None:
        """Tell the difference between what the job counted and what was told."""
        self._stopped.set()
        self._thread.join()
        self._tell({name: (counted.get(name) or 0) - told for name, told in self._told.items()})

    def _poll(self) -> None:
        while not self._stopped.wait(_POLL_SECONDS):
            for file in self._area.glob(f"*/{FINISHED}"):
                piece = file.parent.name.partition("-")[0]
                if piece in self._seen:
                    continue
                try:
                    counters = json.loads(file.read_text(encoding="utf-8"))
                except ValueError:  # half written; the next look finds it whole
                    continue
                self._seen.add(piece)
                self._tell(counters)

    def _tell(self, counters: dict[str, int]) -> None:
        for name, value in counters.items():
            self._told[name] += value
        self._progress.advance(
            bytes_read=counters["bytes"],
            documents=counters["documents"],
            facts=counters["statements"],
            rejects=counters["rejects"],
        )


def _absolute(run: RunDirectory) -> RunDirectory:
    """Workers have other working directories."""
    return RunDirectory(run.path.absolute())


def _may_be_tried(piece: Piece, result: dict[str, Any] | None) -> bool:
    return result is None or (bool(result["error"]) and "://" in piece.shard.path)


def _raise_first(failures: Iterator[dict[str, Any]]) -> None:
    for row in sorted(failures, key=lambda r: str(r["error"])):
        kind = getattr(exceptions, row["error_type"], MonofactError)
        raise kind(row["error"])
