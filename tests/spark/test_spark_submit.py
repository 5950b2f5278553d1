"""The jobs by spark-submit: executors in processes of their own, each stage alone, death of a worker or the driver."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from jobs.options import run_job
from pipeline import stages
from tests.spark.corpora import write_shards
from tests.spark.processes import SPARK_HOME, environment, free_port, kill, start, submit, wait_for
from tests.spark.tables import assert_same_tables

pytestmark = [pytest.mark.spark, pytest.mark.slow]

Run = Callable[..., Any]
SHARDS = 12


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_shards(tmp_path_factory.mktemp("shards") / "corpus", SHARDS)


@pytest.fixture(scope="module")
def expected(corpus: Path, tmp_path_factory: pytest.TempPathFactory, duckdb_run: Run) -> Path:
    """What the embedded engine makes of the corpus."""
    out = tmp_path_factory.mktemp("expected") / "run"
    duckdb_run(corpus, out)
    return out


def _job(name: str, arguments: list[str], cwd: Path, settings: dict[str, str], *options: str) -> Any:
    command = submit(name, arguments, cwd, settings, *options)
    return subprocess.run(
        command, cwd=cwd, env=environment(), capture_output=True, text=True, check=False, timeout=1200
    )


@pytest.mark.usefixtures("spark_engine")
def test_executors_of_their_own_give_equal_tables(
    corpus: Path, expected: Path, tmp_path: Path, settings: dict[str, str]
) -> None:
    arguments = ["--corpus", str(corpus), "--out", str(tmp_path / "run")]
    ran = _job("analyze", arguments, tmp_path, settings, "--master", "local-cluster[2,1,1024]")
    assert ran.returncode == 0, ran.stdout[-3000:]
    # spark-submit puts a job's standard error, the progress, into its own standard output.
    assert ran.stdout.splitlines()[-1] == f"complete: {tmp_path / 'run'}"
    assert f"{SHARDS} of {SHARDS} shards" in ran.stdout
    assert_same_tables(expected, tmp_path / "run")


@pytest.mark.usefixtures("spark_engine")
def test_each_stage_runs_alone_and_refuses_what_is_not_its_turn(
    corpus: Path, expected: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run"
    arguments = ["--corpus", str(corpus), "--out", str(out), "--quiet"]
    assert run_job("", stages.count, arguments) == 1
    assert "holds no run: run extract_facts.py first" in capsys.readouterr().err
    for stage, status in ((stages.extract, "extracted"), (stages.count, "counted"), (stages.report, "complete")):
        if stage is stages.count:
            assert run_job("", stages.report, arguments) == 1
            assert "run count_facts.py to its end first" in capsys.readouterr().err
        assert run_job("", stage, arguments) == 0
        assert capsys.readouterr().out == f"{status}: {out}\n"
        assert json.loads((out / "run.json").read_text())["status"] == status
    assert_same_tables(expected, out)
    assert run_job("", stages.count, [*arguments, "--domain", "url"]) == 1
    assert "holds another run. It differs in: reading.domain" in capsys.readouterr().err


@pytest.mark.usefixtures("spark_engine")
def test_a_killed_driver_loses_one_wave_and_either_engine_goes_on(
    corpus: Path, expected: Path, tmp_path: Path, settings: dict[str, str], duckdb_run: Run
) -> None:
    out, copy, log = tmp_path / "run", tmp_path / "copy", tmp_path / "log"
    # The user stands in a folder of a project that has packages of the same names.
    for package in ("pipeline", "schemas"):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").write_text("raise ImportError('not the program')")
    arguments = ["--corpus", str(corpus), "--out", str(out), "--wave-shards", "1"]
    driver = start(submit("extract_facts", arguments, tmp_path, settings, "--master", "local[2]"), log, tmp_path)
    try:
        wait_for(lambda: len(_done(out)) >= 2, "two shards were committed", driver, log)
    finally:
        kill(driver)
    before = {file: file.stat().st_mtime_ns for file in _done(out)}
    assert 2 <= len(before) < SHARDS
    assert json.loads((out / "run.json").read_text())["status"] == "running"
    shutil.copytree(out, copy)
    assert run_job("", stages.extract, [*arguments, "--resume", "--quiet"]) == 0
    assert {file: file.stat().st_mtime_ns for file in before} == before  # what was done was not done again
    assert len(_done(out)) == SHARDS
    assert [p.name for p in (out / "_staging").glob(".*")] == []
    for run in (out, copy):  # the embedded engine counts what Spark staged, and goes on where it was killed
        duckdb_run(corpus, run)
        assert_same_tables(expected, run)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A standalone master and two workers on the loopback interface."""
    port, spark_class = free_port(), str(SPARK_HOME / "bin" / "spark-class")
    url = f"spark://127.0.0.1:{port}"
    deploy = "org.apache.spark.deploy"
    address = ["--host", "127.0.0.1", "--webui-port", "0"]
    started = [
        start([spark_class, f"{deploy}.master.Master", *address, "--port", str(port)], tmp_path / "master", tmp_path)
    ]
    try:
        wait_for(lambda: _listens(port), "the master listens", started[0], tmp_path / "master")
        for number in range(2):
            size = ["--cores", "1", "--memory", "1g", "--work-dir", str(tmp_path / f"work-{number}")]
            command = [spark_class, f"{deploy}.worker.Worker", *address, *size, url]
            started.append(start(command, tmp_path / f"worker-{number}", tmp_path))
        yield url, started[1:]
    finally:
        for process in started:
            kill(process)


@pytest.mark.usefixtures("spark_engine")
def test_a_worker_killed_in_the_middle_of_extraction_changes_nothing(
    corpus: Path,
    expected: Path,
    tmp_path: Path,
    settings: dict[str, str],
    cluster: tuple[str, list[subprocess.Popen[bytes]]],
    duckdb_run: Run,
) -> None:
    url, workers = cluster
    out, log = tmp_path / "run", tmp_path / "log"
    small = settings | {
        "spark.executor.memory": "512m",
        # Both workers take part before the first task starts, so that the one that dies has tasks.
        "spark.scheduler.minRegisteredResourcesRatio": "1.0",
        "spark.scheduler.maxRegisteredResourcesWaitingTime": "120s",
    }
    arguments = ["--corpus", str(corpus), "--out", str(out)]
    options = ["--master", url, "--executor-cores", "1", "--total-executor-cores", "2"]
    driver = start(submit("extract_facts", arguments, tmp_path, small, *options), log, tmp_path)
    try:
        wait_for(lambda: len(_finished(out)) >= 2, "two tasks were finished", driver, log)
        kill(workers[0])
        assert len(_finished(out)) < SHARDS, "extraction was over before the worker was killed"
        assert driver.wait(timeout=600) == 0, log.read_text(errors="replace")[-3000:]
    finally:
        kill(driver)
    assert "Lost executor" in log.read_text(errors="replace")
    assert len(_done(out)) == SHARDS
    duckdb_run(corpus, out)
    assert_same_tables(expected, out)


def _done(out: Path) -> list[Path]:
    return [file for file in (out / "_staging").glob("*/done.json") if not file.parent.name.startswith(".")]


def _finished(out: Path) -> list[Path]:
    return list((out / "_staging").glob(".spark-*/*/*/finished.json"))


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
