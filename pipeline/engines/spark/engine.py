"""The Spark engine behind the engine protocol."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pipeline.engines.protocol import ExtractionTask, ProgressSink
from pipeline.engines.spark.pieces import PIECE_BYTES
from pipeline.engines.spark.session import SparkSqlSession
from pipeline.engines.spark.settings import without_secrets
from pipeline.engines.spark.start import open_session, require_spark
from pipeline.engines.spark.warming import WarmUp, extraction_session
from pipeline.engines.spark.waves import WaveExtraction
from pipeline.exceptions import InputError
from pipeline.extraction import ExtractionConfig
from pipeline.run_directory import RunDirectory, ShardEntry

_WAVES_OF_SLOTS = 8
"""Shards a wave for each task slot: enough that slots seldom idle at a wave's end."""


class SparkEngine:
    """Extraction in `mapInArrow` tasks, SQL in Spark SQL.

    The session starts when it is first needed. The run directory must be visible to the driver and to every executor
    under the same path: a local disk for ``local[N]``, a shared mount for a cluster.

    Parameters
    ----------
    master : str or None
        Master URL; None for the one that spark-submit chose, or ``local[*]``.
    conf : mapping of str to str, optional
        Spark settings, which win over this program's.
    wave_shards : int or None
        Shards a wave: what is lost at most when the driver dies. None for eight times the task slots.
    piece_bytes : int
        Parquet shards above this many stored bytes are read by several tasks, some row groups each.

    Raises
    ------
    MissingDependencyError
        If pyspark or Java is not installed.
    InputError
        If a size is below 1.
    """

    name = "spark"

    def __init__(
        self,
        master: str | None = None,
        conf: Mapping[str, str] | None = None,
        wave_shards: int | None = None,
        piece_bytes: int = PIECE_BYTES,
    ) -> None:
        if (wave_shards is not None and wave_shards < 1) or piece_bytes < 1:
            raise InputError("wave_shards and piece_bytes must be 1 or more")
        require_spark()
        self._master, self._conf = master, dict(conf or {})
        self._wave_shards, self._piece_bytes = wave_shards, piece_bytes
        self._session: Any = None
        self._is_ours = False
        self._extraction_session: Any = None
        self._warm_up: WarmUp | None = None

    @property
    def spark(self) -> Any:
        """The Spark session, started on first use."""
        if self._session is None:
            self._session, self._is_ours = open_session(self._master, self._conf)
        return self._session

    def settings(self) -> dict[str, str]:
        """Return the effective settings of Spark, without secrets, and of this engine."""
        spark = self.spark
        chosen = dict(spark.sparkContext.getConf().getAll())
        return without_secrets({**chosen, **spark.conf.getAll}) | {
            "spark": spark.version,
            "master": spark.sparkContext.master,
            "wave_shards": str(self._wave()),
            "piece_bytes": str(self._piece_bytes),
        }

    def prepare(self, extraction: ExtractionConfig) -> None:
        """Start the session and, in the background, the Python workers."""
        self._warm_up = WarmUp(self._for_extraction(), extraction)

    def wait_until_prepared(self) -> None:
        """Wait until what `prepare` began is done."""
        if self._warm_up is not None:
            self._warm_up.wait()

    def extract(
        self, task: ExtractionTask, on_shard: Callable[[ShardEntry], None], progress: ProgressSink
    ) -> Sequence[ShardEntry]:
        """Extract the shards in waves, each committed when its job is done."""
        extraction = WaveExtraction(self._for_extraction(), task, on_shard, progress, self._wave(), self._piece_bytes)
        return extraction.run()

    def session(self, run: RunDirectory) -> SparkSqlSession:
        """Open an SQL session over a run."""
        return SparkSqlSession(self.spark, run)

    def close(self) -> None:
        """Stop the Spark session, if it was started here."""
        if self._warm_up is not None:
            self._warm_up.cancel()
        if self._session is not None and self._is_ours:
            self._session.stop()
        self._session = self._extraction_session = self._warm_up = None

    def _for_extraction(self) -> Any:
        if self._extraction_session is None:
            self._extraction_session = extraction_session(self.spark)
        return self._extraction_session

    def _wave(self) -> int:
        return self._wave_shards or _WAVES_OF_SLOTS * max(2, int(self.spark.sparkContext.defaultParallelism))
