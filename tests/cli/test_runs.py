"""Whole runs: the same corpus gives the same tables, whatever happens on the way."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.analysis import AnalysisResult, analyze
from pipeline.engines.duckdb import DuckDBEngine
from pipeline.engines.protocol import ExtractionTask, ProgressSink
from pipeline.exceptions import InputError, MonofactError, NoFactsError, ResumeMismatch, TooManyRejectsError
from pipeline.progress import Progress
from pipeline.request import AnalysisRequest
from pipeline.run_directory import RunDirectory, ShardEntry
from pipeline.run_queries import compare_tables
from tests.cli.conftest import ROOT, write_lines

Run = Callable[..., AnalysisResult]


def differing_tables(first: Path, second: Path, ignore: tuple[str, ...] = ()) -> dict[str, dict[str, int]]:
    tables = compare_tables(RunDirectory(first), RunDirectory(second))
    assert tables["facts"]["rows_first"] > 0
    return {n: t for n, t in tables.items() if n not in ignore and (t["only_first"] or t["only_second"])}


@pytest.fixture(scope="module")
def undisturbed(records: list[dict[str, Any]], run_corpus: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("undisturbed")
    run_corpus(write_lines(folder / "corpus" / "all.jsonl", records), folder / "run")
    return folder / "run"


class ForgetfulEngine(DuckDBEngine):
    """Loses a shard without a word."""

    def extract(
        self, task: ExtractionTask, on_shard: Callable[[ShardEntry], None], progress: ProgressSink
    ) -> list[ShardEntry]:
        return list(super().extract(replace(task, shards=task.shards[1:]), on_shard, progress))


def test_a_shard_that_is_lost_on_the_way_fails_the_run(tmp_path: Path) -> None:
    for name in "ab":
        write_lines(tmp_path / "corpus" / f"{name}.jsonl", [{"id": name, "text": "Marie Curie was born in Warsaw."}])
    request = AnalysisRequest(corpus=(str(tmp_path / "corpus"),), out=tmp_path / "run")
    with pytest.raises(MonofactError, match=r"1 shards were taken for done .* the first is a\.jsonl"):
        analyze(request, ForgetfulEngine(workers=1), Progress(quiet=True))


@pytest.mark.parametrize(("shards", "workers"), [(1, 2), (3, 1), (7, 2)])
def test_any_split_into_shards_in_any_order_gives_the_same_tables(
    shards: int, workers: int, records: list[dict[str, Any]], undisturbed: Path, run_corpus: Run, tmp_path: Path
) -> None:
    shuffled = records[:]
    random.Random(shards).shuffle(shuffled)
    paths = [write_lines(tmp_path / f"part{i}.jsonl", shuffled[i::shards]) for i in range(shards)]
    random.Random(shards).shuffle(paths)
    run_corpus(paths, tmp_path / "run", workers=workers)
    assert differing_tables(undisturbed, tmp_path / "run") == {}


def test_killed_runs_that_are_repeated_give_the_tables_of_an_undisturbed_run(
    records: list[dict[str, Any]], undisturbed: Path, tmp_path: Path
) -> None:
    for i in range(6):
        write_lines(tmp_path / "corpus" / f"part{i}.jsonl", records[i::6])
    out = tmp_path / "run"
    command = [sys.executable, "-m", "pipeline.cli", "analyze", str(tmp_path / "corpus"), "--out", str(out)]
    command += ["--workers", "2", "--quiet"]
    dice, killed = random.Random(), 0
    for _ in range(5):
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, start_new_session=True)
        wanted = dice.randint(0, 5)  # shards done when the blow falls; timed by work, not by the clock
        deadline = time.monotonic() + 120
        while process.poll() is None and time.monotonic() < deadline:
            if len(list((out / "_staging").glob("*/done.json"))) >= wanted and out.exists():
                time.sleep(dice.random() * 0.2)
                break
            time.sleep(0.005)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            killed += 1
        process.wait()
    assert killed, "no run lived long enough to be killed"
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    assert differing_tables(undisturbed, out) == {}
    leftovers = [p.name for p in (*out.glob(".*"), *(out / "_staging").glob(".*")) if p.is_dir()]
    assert leftovers == []


def test_a_finished_run_is_left_alone_and_says_so(world: Path, run_corpus: Run, tmp_path: Path) -> None:
    first = run_corpus(world, tmp_path / "run")
    second = run_corpus(world, tmp_path / "run")
    assert not first.nothing_to_do
    assert second.nothing_to_do
    assert second.summary == first.summary


def test_a_changed_shard_is_redone_alone(records: list[dict[str, Any]], run_corpus: Run, tmp_path: Path) -> None:
    half = len(records) // 2
    write_lines(tmp_path / "corpus" / "a.jsonl", records[:half])
    write_lines(tmp_path / "corpus" / "b.jsonl", records[half:])
    run_corpus(tmp_path / "corpus", tmp_path / "run")
    staged = {p.parent.name: p.stat().st_mtime_ns for p in (tmp_path / "run" / "_staging").glob("*/done.json")}
    write_lines(tmp_path / "corpus" / "b.jsonl", records[half:-20])
    run_corpus(tmp_path / "corpus", tmp_path / "run")
    again = {p.parent.name: p.stat().st_mtime_ns for p in (tmp_path / "run" / "_staging").glob("*/done.json")}
    assert [name for name in staged if staged[name] == again[name]] == [n for n in staged if n.startswith("a.jsonl")]
    run_corpus(tmp_path / "corpus", tmp_path / "fresh")
    assert differing_tables(tmp_path / "run", tmp_path / "fresh") == {}


def test_a_shard_whose_staged_facts_are_lost_is_read_again(
    records: list[dict[str, Any]], run_corpus: Run, tmp_path: Path
) -> None:
    corpus = tmp_path / "corpus"
    write_lines(corpus / "0.jsonl", records[:120])
    run_corpus(corpus, tmp_path / "run")
    (file,) = (tmp_path / "run" / "_staging").glob("*/facts.parquet")
    file.unlink()
    write_lines(corpus / "1.jsonl", records[120:240])
    run_corpus(corpus, tmp_path / "run")
    run_corpus(corpus, tmp_path / "whole")
    assert differing_tables(tmp_path / "whole", tmp_path / "run") == {}


def test_of_records_with_one_id_and_text_content_tells_which_is_kept(run_corpus: Run, tmp_path: Path) -> None:
    text = "She was born on 7 November 1867 in Warsaw."
    one, other = (
        {"id": "x", "source": "s", "title": title, "text": text} for title in ("Marie Curie", "Hannah Arendt")
    )
    for name, order in {"first": (one, other), "second": (other, one)}.items():
        shards = [write_lines(tmp_path / name / f"{i}.jsonl", [record]) for i, record in enumerate(order)]
        run_corpus(shards, tmp_path / f"run-{name}", max_reject_fraction=1.0)
    ignored = ("rejects", "documents")  # they name shards
    assert differing_tables(tmp_path / "run-first", tmp_path / "run-second", ignored) == {}


def test_a_shard_that_went_away_takes_its_facts_with_it(
    records: list[dict[str, Any]], run_corpus: Run, tmp_path: Path
) -> None:
    for name, part in (("a", records[:100]), ("b", records[100:])):
        write_lines(tmp_path / "corpus" / f"{name}.jsonl", part)
    run_corpus(tmp_path / "corpus", tmp_path / "run")
    (tmp_path / "corpus" / "a.jsonl").unlink()
    run_corpus(tmp_path / "corpus", tmp_path / "run")
    run_corpus(tmp_path / "corpus", tmp_path / "fresh")
    assert differing_tables(tmp_path / "run", tmp_path / "fresh") == {}


def test_a_run_with_another_question_is_a_mismatch(world: Path, run_corpus: Run, tmp_path: Path) -> None:
    run_corpus(world, tmp_path / "run")
    before = (tmp_path / "run" / "run.json").read_bytes()
    from pipeline.corpus import CorpusConfig  # noqa: PLC0415 - only here

    with pytest.raises(ResumeMismatch, match=r"reading\.domain"):
        run_corpus(world, tmp_path / "run", reading=CorpusConfig(domain="id"))
    assert (tmp_path / "run" / "run.json").read_bytes() == before


def test_another_confidence_redoes_the_report_alone(world: Path, run_corpus: Run, tmp_path: Path) -> None:
    from pipeline.report.rows import ReportConfig  # noqa: PLC0415 - only here

    run_corpus(world, tmp_path / "run")
    result = run_corpus(world, tmp_path / "run", report=ReportConfig(confidence=0.99))
    assert not result.nothing_to_do
    with duckdb.connect() as connection:
        path = tmp_path / "run" / "domain_report" / "*.parquet"
        assert connection.execute(f"SELECT DISTINCT confidence FROM '{path}'").fetchall() == [(0.99,)]


def test_resume_without_a_run_is_an_error(world: Path, run_corpus: Run, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no run to resume"):
        run_corpus(world, tmp_path / "run", require_existing=True)
    assert not (tmp_path / "run").exists()


def test_interrupted_runs_end_with_130_and_go_on(
    records: list[dict[str, Any]], undisturbed: Path, tmp_path: Path
) -> None:
    for i in range(4):
        write_lines(tmp_path / "corpus" / f"part{i}.jsonl", records[i::4])
    out = tmp_path / "run"
    command = [sys.executable, "-m", "pipeline.cli", "analyze", str(tmp_path / "corpus"), "--out", str(out)]
    command += ["--workers", "2"]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A shell starts what it runs in the background with interrupts ignored, and tests may run there.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no thread holds a lock here
    )
    # Not only shards under way: on a busy machine they may be done between two looks. Counting is still to come.
    while process.poll() is None and not list(out.glob("_staging/*")):
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate()
    assert process.returncode == 130, errors
    assert "Repeat the command" in errors
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert differing_tables(undisturbed, out) == {}


def test_a_dead_worker_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - only here

    from pipeline.engines import pool  # noqa: PLC0415 - only here
    from pipeline.extraction import ExtractionConfig  # noqa: PLC0415 - only here

    def break_it(*_args: Any, **_kwargs: Any) -> None:
        raise BrokenProcessPool("gone")

    monkeypatch.setattr(pool.ProcessPoolExecutor, "submit", break_it)
    with pytest.raises(MonofactError, match="a worker process died"):
        list(pool.extract_in_order([(None, None)], ExtractionConfig(), workers=2))


def test_text_without_facts_is_an_error_that_says_why(run_corpus: Run, tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "c.jsonl", [{"id": str(i), "text": "The rain fell.", "source": "s"} for i in range(9)]
    )
    with pytest.raises(NoFactsError, match=r"9 documents .* not English.*unresolved|name no subject"):
        run_corpus(path, tmp_path / "run")


def test_an_empty_corpus_is_an_error(run_corpus: Run, tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_bytes(b"")
    with pytest.raises(InputError, match="no documents"):
        run_corpus(tmp_path / "c.jsonl", tmp_path / "run")


def test_too_many_rejects_are_an_error_and_what_was_done_is_kept(
    records: list[dict[str, Any]], run_corpus: Run, tmp_path: Path
) -> None:
    path = write_lines(tmp_path / "c.jsonl", [*records[:30], *[b"no json"] * 30])
    with pytest.raises(TooManyRejectsError, match="30 of 60"):
        run_corpus(path, tmp_path / "run")
    done = next((tmp_path / "run" / "_staging").glob("*/done.json"))
    stamp = done.stat().st_mtime_ns
    result = run_corpus(path, tmp_path / "run", max_reject_fraction=0.6)
    assert result.summary["counts"]["rejects"] == 30
    assert done.stat().st_mtime_ns == stamp


def test_good_records_around_bad_ones_are_all_counted(
    records: list[dict[str, Any]], undisturbed: Path, run_corpus: Run, tmp_path: Path
) -> None:
    bad: list[Any] = [
        b"{broken",
        b"[1, 2]",
        {"id": "x1", "source": "s"},
        {"id": "x2", "text": 17, "source": "s"},
        b'{"id": "x3", "text": "\xff\xfe"}',
        {"id": "x4", "text": "a" * 11_000_000, "source": "s"},
        {"id": "x5", "text": None, "source": "s"},
    ]
    mixed = records[:]
    for i, record in enumerate(bad):
        mixed.insert(10 * i, record)
    write_lines(tmp_path / "corpus" / "a.jsonl", mixed)
    (tmp_path / "corpus" / "empty.jsonl").write_bytes(b"")
    run_corpus(tmp_path / "corpus", tmp_path / "run")
    assert differing_tables(undisturbed, tmp_path / "run", ignore=("rejects",)) == {}
    with duckdb.connect() as connection:
        rejects = connection.execute(
            f"SELECT position, reason FROM '{tmp_path / 'run' / 'rejects' / '*.parquet'}' ORDER BY position"
        ).fetchall()
    assert [p for p, _ in rejects] == [10 * i for i in range(len(bad))]
    codes = [reason.split(":")[0] for _, reason in rejects]
    assert codes == [
        "invalid_json",
        "not_an_object",
        "missing_text",
        "text_not_a_string",
        "invalid_utf8",
        "document_too_large",
        "missing_text",
    ]


def test_records_that_share_an_id_are_counted_once(
    records: list[dict[str, Any]], undisturbed: Path, run_corpus: Run, tmp_path: Path
) -> None:
    write_lines(tmp_path / "corpus" / "a.jsonl", records)
    write_lines(tmp_path / "corpus" / "b.jsonl", records[:15])
    result = run_corpus(tmp_path / "corpus", tmp_path / "run")
    assert result.summary["counts"]["rejects"] == 15
    assert differing_tables(undisturbed, tmp_path / "run", ignore=("rejects",)) == {}


def test_the_run_directory_holds_what_the_design_says(undisturbed: Path) -> None:
    content = json.loads((undisturbed / "run.json").read_text())
    assert content["status"] == "complete"
    assert content["shards"][0]["name"] == "all.jsonl"
    assert {"extract", "count", "report"} <= set(content["seconds"])
    page = (undisturbed / "report.html").read_text()
    assert "<svg" in page
    assert "http://" not in page.replace("http://www.w3.org/", "")
    for name in ("facts", "prompt_counts", "frequency_spectrum", "domain_report", "rejects"):
        assert list((undisturbed / name).glob("*.parquet")), name


def test_views_work_from_the_run_directory_wherever_it_is_moved(undisturbed: Path, tmp_path: Path) -> None:
    moved = shutil.copytree(undisturbed, tmp_path / "elsewhere")
    code = "import duckdb; c = duckdb.connect(); c.execute(open('views.sql').read());"
    code += "print(c.execute('SELECT count(*) FROM facts').fetchone()[0])"
    answer = subprocess.run([sys.executable, "-c", code], cwd=moved, capture_output=True, text=True, check=True)
    assert int(answer.stdout) > 0


def test_ids_that_are_unique_only_within_a_shard_are_an_error(
    records: list[dict[str, Any]], run_corpus: Run, tmp_path: Path
) -> None:
    half = len(records) // 2
    for name, part in (("a", records[:half]), ("b", records[half:])):
        numbered = [record | {"id": str(i)} for i, record in enumerate(part)]
        write_lines(tmp_path / "corpus" / f"{name}.jsonl", numbered)
    with pytest.raises(TooManyRejectsError, match="--id-field"):
        run_corpus(tmp_path / "corpus", tmp_path / "run")


def test_a_run_inside_its_own_corpus_is_refused(records: list[dict[str, Any]], run_corpus: Run, tmp_path: Path) -> None:
    write_lines(tmp_path / "corpus" / "a.jsonl", records[:50])
    with pytest.raises(InputError, match="inside the corpus"):
        run_corpus(tmp_path / "corpus", tmp_path / "corpus" / "run")
    assert not (tmp_path / "corpus" / "run").exists()


def test_workers_start_with_interrupts_held() -> None:
    from pipeline.engines.pool import _interrupts_held  # noqa: PLC0415 - only here

    program = "import signal; print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []))"
    with _interrupts_held():
        started = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert started.stdout.strip() == "True"
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])
