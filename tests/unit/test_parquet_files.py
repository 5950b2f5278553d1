"""Files are named so that DuckDB reads them, and no neighbour's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.engines.duckdb import DuckDBSession
from pipeline.exceptions import InputError
from pipeline.parquet_files import parquet_files, sql_list
from pipeline.run_directory import RunDirectory
from pipeline.run_queries import compare_tables, require_finished
from schemas import DOCUMENTS

NEIGHBOURS = ("r1", "r2", "aXb", "a", "b", "x")


def documents(*ids: str) -> Any:
    rows = [
        {c.name: {"string": "", "bool": False}.get(c.type, 0) for c in DOCUMENTS.columns} | {"doc_id": i} for i in ids
    ]
    return pa.Table.from_pylist(rows, schema=DOCUMENTS.arrow_schema)


def write(folder: Path, *ids: str) -> None:
    folder.mkdir(parents=True)
    pq.write_table(documents(*ids), folder / "documents.parquet")


@pytest.mark.parametrize("name", ["r[12]", "r[!3]", "a*b", "**", "[[]", "[x", "]", "{a,b}", "it's", "%20"])
def test_a_run_in_a_folder_of_any_name_holds_its_own_rows(tmp_path: Path, name: str) -> None:
    for neighbour in NEIGHBOURS:
        write(tmp_path / neighbour / "documents", "of another run")
        write(tmp_path / neighbour / "_staging" / "s", "of another run")
    run = RunDirectory(tmp_path / name)
    write(run.table("documents"), "mine")
    write(run.staging / "s", "mine", "too")
    query = f"SELECT doc_id FROM read_parquet({sql_list(parquet_files(run.table('documents')))})"
    assert duckdb.connect().execute(query).fetchall() == [("mine",)]
    session = DuckDBSession(run)
    try:
        found = [session.fetch(f"SELECT doc_id FROM {view}").to_pylist() for view in ("documents", "staged_documents")]
    finally:
        session.close()
    assert [sorted(row["doc_id"] for row in rows) for rows in found] == [["mine"], ["mine", "too"]]


def test_a_question_mark_in_the_path_is_refused_by_duckdb_alone(tmp_path: Path) -> None:
    write(tmp_path / "a?b" / "documents", "mine")
    write(tmp_path / "aXb" / "documents", "of another run")
    run = RunDirectory(tmp_path / "a?b")
    query = f"SELECT doc_id FROM read_parquet({sql_list(parquet_files(run.table('documents')))})"
    assert duckdb.connect().execute(query).fetchall() == [("mine",)]
    with pytest.raises(InputError, match="choose another --out"):
        DuckDBSession(run)


def test_runs_that_are_not_finished_are_not_called_equal(tmp_path: Path) -> None:
    runs = RunDirectory(tmp_path / "finished"), RunDirectory(tmp_path / "stopped")
    for run, status in zip(runs, ("complete", "running"), strict=True):
        run.begin({})
        run.write({"status": status})
    require_finished(runs[0])
    for first, second in (runs, reversed(runs)):
        with pytest.raises(InputError, match="stopped is not finished"):
            compare_tables(first, second)
