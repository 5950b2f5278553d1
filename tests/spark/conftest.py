"""One Spark session for all tests of this folder, and what compares two runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.analysis import AnalysisResult, analyze
from pipeline.engines import load_engine
from pipeline.exceptions import MissingDependencyError
from pipeline.progress import Progress
from pipeline.request import AnalysisRequest

SETTINGS = {
    # Two tasks at a time, on whatever machine the tests run: order of completion varies, as on a cluster.
    "spark.default.parallelism": "2",
    # More partitions would be empty ones: each costs a task.
    "spark.sql.shuffle.partitions": "2",
    # Compiling each query's code takes longer than running it on tables of this size.
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    # A JVM of minutes: the optimising compiler and a collector with threads of its own only take the cores away.
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    # Enough for the tests, and it leaves room on small machines.
    "spark.driver.memory": "1g",
}


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Settings of the tests' sessions, in this process and in others."""
    # Nothing is written into the working directory.
    return SETTINGS | {"spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("warehouse"))}


@pytest.fixture(scope="session")
def spark_engine(settings: dict[str, str]) -> Iterator[Any]:
    """The one engine with the one session, started by the first test that asks for it; without Java, a failure."""
    try:
        engine = load_engine("spark", master="local[2]", conf=settings)
        engine.spark.sparkContext.setLogLevel("OFF")  # tests of failures would fill the screen with traces
    except MissingDependencyError as error:
        pytest.fail(str(error), pytrace=False)
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def duckdb_run() -> Callable[..., AnalysisResult]:
    """Analyze with the embedded engine."""

    def run(corpus: Path, out: Path, **options: Any) -> AnalysisResult:
        request = AnalysisRequest(corpus=(str(corpus),), out=out, **options)
        return analyze(request, load_engine("duckdb", workers=1), Progress(quiet=True))

    return run


@pytest.fixture(scope="session")
def spark_run(spark_engine: Any) -> Callable[..., AnalysisResult]:
    """Analyze with the Spark engine, in the shared session."""

    def run(
        corpus: Path, out: Path, *, wave_shards: int | None = None, piece_bytes: int | None = None, **options: Any
    ) -> AnalysisResult:
        chosen = {"piece_bytes": piece_bytes} if piece_bytes else {}
        # An engine of its own settings, which uses the session that is open.
        engine = load_engine("spark", wave_shards=wave_shards, **chosen) if wave_shards or chosen else spark_engine
        request = AnalysisRequest(corpus=(str(corpus),), out=out, **options)
        return analyze(request, engine, Progress(quiet=True))

    return run
