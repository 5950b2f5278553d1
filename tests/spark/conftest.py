"""One Spark session for all tests of this folder, and what compares two runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.analysis import AnalysisRequest, AnalysisResult, analyze
from pipeline.engines import load_engine
from pipeline.exceptions import MissingDependencyError
from pipeline.progress import Progress
from schemas import REPORT_COUNTS, TABLES

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample_data"

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


def rows_of(run: Path, name: str) -> Any:
    """Rows of a table as they lie in the files, part after part."""
    return pa.concat_tables([pq.read_table(part) for part in sorted((run / name).glob("*.parquet"))])


def assert_same_tables(one: Path, other: Path) -> None:
    """Every table has the same schema with its metadata, and the same rows in the same order."""
    compared = 0
    for name in (*TABLES, REPORT_COUNTS.name):
        present = {any((run / name).glob("*.parquet")) for run in (one, other)}
        assert len(present) == 1, f"only one of the runs has {name}"
        if present == {False}:
            continue
        first, second = rows_of(one, name), rows_of(other, name)
        assert first.schema.equals(second.schema, check_metadata=True), name
        assert first.num_rows == second.num_rows, f"{name}: {first.num_rows} rows and {second.num_rows}"
        for column in first.column_names:
            assert first.column(column).equals(second.column(column)), f"{name}.{column} differs"
        compared += 1
    assert compared >= 7, "hardly any table was compared"
