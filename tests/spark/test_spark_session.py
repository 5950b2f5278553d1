"""The SQL session: what it writes, in which order and types, and what it says when a query is wrong."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.exceptions import InputError, MonofactError
from pipeline.run_directory import RunDirectory
from schemas import FREQUENCY_SPECTRUM, REJECTS, SKETCHES
from tests.spark.tables import rows_of

pytestmark = pytest.mark.spark


@pytest.fixture
def session(spark_engine: Any, tmp_path: Path) -> Iterator[Any]:
    """A session over an empty run whose folder has a name that file patterns choke on."""
    run = RunDirectory(tmp_path / "run [a-b] {x,y} *?é%20")
    run.path.mkdir()
    opened = spark_engine.session(run)
    yield opened
    opened.close()
    shutil.rmtree(run.path)


def _folder(session: Any) -> Path:
    path: Path = session._run.path
    return path


def test_a_query_with_a_small_answer_comes_back_as_arrow(session: Any) -> None:
    assert session.fetch("SELECT COUNT(*) AS n FROM facts").to_pylist() == [{"n": 0}]


def test_rows_are_cast_and_lie_in_the_canonical_order_nulls_and_bytes_first(session: Any) -> None:
    names = ["b", "é", "a", "Z", "\U0001f600", "￿", ""]
    values = ", ".join(f"('{n}', {i % 2}, 'why', CAST(NULL AS STRING))" for i, n in enumerate(names))
    session.write(REJECTS, f"SELECT * FROM VALUES {values} AS t(shard, position, reason, excerpt)")
    written = rows_of(_folder(session), "rejects")
    assert written.schema.equals(REJECTS.arrow_schema, check_metadata=True)
    # Strings are ordered by their UTF-8 bytes, as in DuckDB.
    assert written.column("shard").to_pylist() == sorted(names, key=str.encode)


def test_large_tables_keep_the_order_over_several_files(session: Any) -> None:
    query = (
        "SELECT 'u' AS unit, CAST(id % 7 AS STRING) AS domain, 'a' AS attribute, id AS count, "
        "1 AS prompts, 1 AS prompts_exclusive FROM RANGE(0, 20000, 1, 4)"
    )
    session.materialize("unordered", query)
    session._spark.conf.set("spark.sql.adaptive.coalescePartitions.enabled", "false")
    try:
        session.write(FREQUENCY_SPECTRUM, "SELECT * FROM unordered")
    finally:
        session._spark.conf.unset("spark.sql.adaptive.coalescePartitions.enabled")
    folder = _folder(session) / "frequency_spectrum"
    assert sorted(p.name for p in folder.iterdir()) == ["part-00000.parquet", "part-00001.parquet"]
    rows = rows_of(_folder(session), "frequency_spectrum").to_pylist()
    assert len(rows) == 20_000
    keys = [(r["domain"], r["count"]) for r in rows]
    assert keys == sorted(keys)
    assert [r for b in session.batches("frequency_spectrum") for r in b.to_pylist()] == rows


def test_an_empty_table_is_one_file_with_the_schema(session: Any) -> None:
    session.write(REJECTS, "SELECT * FROM staged_rejects")
    (file,) = (_folder(session) / "rejects").iterdir()
    assert pq.read_schema(file).equals(REJECTS.arrow_schema, check_metadata=True)
    assert session.fetch("SELECT * FROM rejects").num_rows == 0


def test_a_relation_may_be_made_anew_from_itself(session: Any) -> None:
    session.materialize("numbers", "SELECT id AS n FROM RANGE(3)")
    for _ in range(2):
        session.materialize("numbers", "SELECT n + 1 AS n FROM numbers")
    assert sorted(session.fetch("SELECT n FROM numbers").column("n").to_pylist()) == [2, 3, 4]
    assert sorted(n for b in session.batches("numbers") for n in b.column("n").to_pylist()) == [2, 3, 4]


def test_rows_from_python_are_sorted_and_read_back_with_their_bytes(session: Any) -> None:
    rows = [
        {"shard": "s", "unit": "mention", "domain": d, "attribute": "a", "kind": "totals", "parameters": "{}"}
        | {"n": 1, "abstentions": 0, "payload": b"\x00\xff" + d.encode()}
        for d in ("z", "a", "m")
    ]
    session.write_rows(SKETCHES, pa.Table.from_pylist(rows, schema=SKETCHES.arrow_schema))
    assert [r["domain"] for r in rows_of(_folder(session), "sketches").to_pylist()] == ["a", "m", "z"]
    query = "SELECT payload FROM sketches WHERE domain = 'm'"
    assert session.fetch(query).to_pylist() == [{"payload": b"\x00\xffm"}]


def test_a_wrong_query_is_the_users_error(session: Any) -> None:
    with pytest.raises(InputError, match=r"the query failed.*no_such_table"):
        session.fetch("SELECT * FROM no_such_table")


def test_overflow_is_an_error_never_a_null(session: Any) -> None:
    with pytest.raises(MonofactError, match=r"(?i)overflow"):
        session.fetch("SELECT SUM(n) AS n FROM VALUES (9223372036854775807), (1) AS t(n)")


def test_a_null_where_the_contract_allows_none_is_refused(session: Any) -> None:
    with pytest.raises(MonofactError, match="rejects failed on Spark"):
        session.write(REJECTS, "SELECT 'a' AS shard, NULL AS position, 'r' AS reason, NULL AS excerpt")
    assert not (_folder(session) / "rejects").exists()


def test_closing_leaves_no_scratch(spark_engine: Any, tmp_path: Path) -> None:
    opened = spark_engine.session(RunDirectory(tmp_path))
    opened.materialize("x", "SELECT 1 AS one")
    opened.close()
    assert list(tmp_path.iterdir()) == []


def test_a_lost_file_is_an_error_whatever_the_user_set(spark_engine: Any, session: Any) -> None:
    session.materialize("kept", "SELECT 1 AS one")
    names = ("spark.sql.files.ignoreMissingFiles", "spark.sql.files.ignoreCorruptFiles")
    for name in names:
        spark_engine.spark.conf.set(name, "true")
    try:
        for file in _folder(session).glob(".scratch/*-kept/part-*"):
            file.unlink()
        with pytest.raises(MonofactError, match="failed on Spark"):
            session.fetch("SELECT COUNT(*) AS n FROM kept")
    finally:
        for name in names:
            spark_engine.spark.conf.unset(name)
