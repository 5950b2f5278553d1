"""What the first job would wait for, done while the driver hashes shards: Java's classes, Python workers, rules."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import pyarrow as pa

from pipeline.engines.spark.tasks import program_digest, worker_extractor
from pipeline.extraction import ExtractionConfig

_MOST_TASKS = 256
"""On a large cluster the workers that these tasks miss load their rules with their first shard, as all would."""
_LOADED = pa.schema([("task", pa.int64())])
_INTERPRETED = {"spark.sql.codegen.wholeStage": "false", "spark.sql.codegen.factoryMode": "NO_CODEGEN"}


def extraction_session(spark: Any) -> Any:
    """Return a session that interprets its plans: to compile code for one row a piece takes seconds."""
    session = spark.newSession()
    for name, value in _INTERPRETED.items():
        session.conf.set(name, value)
    return session


@dataclass(frozen=True, slots=True)
class LoadRules:
    """Loading of the rules in a worker, as a function for `mapInArrow`.

    Parameters
    ----------
    extraction : ExtractionConfig
        How facts will be found.
    program : str
        `program_digest` on the driver.
    """

    extraction: ExtractionConfig
    program: str

    def run_task(self, batches: Iterator[Any]) -> Iterator[Any]:
        """Load the rules; return what came in."""
        worker_extractor(self.extraction, self.program)
        for batch in batches:
            yield pa.RecordBatch.from_arrays([batch.column(0)], schema=_LOADED)


class WarmUp:
    """A job of one small task for each slot, in a thread of its own.

    Parameters
    ----------
    session : pyspark.sql.SparkSession
        The session of extraction.
    extraction : ExtractionConfig
        How facts will be found. Users' attribute files are left out: workers cannot read them yet.
    """

    def __init__(self, session: Any, extraction: ExtractionConfig) -> None:
        self._session, self._group = session, f"monofact-{uuid.uuid4().hex}"
        self._extraction = replace(extraction, attribute_files=())
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait until the workers are ready."""
        self._thread.join()

    def cancel(self) -> None:
        """Give the job up, if it still runs."""
        if self._thread.is_alive():
            self._session.sparkContext.cancelJobGroup(self._group)
            self._thread.join()

    def _run(self) -> None:
        from py4j.protocol import Py4JError  # noqa: PLC0415 - only where Spark is used
        from pyspark.errors import PySparkException  # noqa: PLC0415 - the same

        context = self._session.sparkContext
        context.setJobGroup(self._group, "monofact: start of the workers")
        job = LoadRules(self._extraction, program_digest(self._extraction))
        tasks = min(_MOST_TASKS, max(1, int(context.defaultParallelism)))
        # What fails here fails in the first wave, too, where the user is told.
        with suppress(PySparkException, Py4JError):
            self._session.range(0, tasks, 1, tasks).mapInArrow(job.run_task, "task BIGINT").toArrow()
