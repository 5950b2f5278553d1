"""Runs over different shards, merged, are the run over all of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipeline.analysis import AnalysisResult
from pipeline.counting.sketches.counting import CountingConfig
from pipeline.duplicates import DuplicatesConfig
from pipeline.engines.duckdb import DuckDBEngine
from pipeline.exceptions import InputError
from pipeline.merging import merge
from pipeline.merging_sketches import merge_from_sketches
from pipeline.progress import Progress
from pipeline.run_directory import RunDirectory
from pipeline.run_queries import compare_tables
from tests.cli.conftest import write_lines

Run = Callable[..., AnalysisResult]

WAYS: dict[str, dict[str, Any]] = {
    "exact": {"duplicates": DuplicatesConfig("near"), "counting": CountingConfig(epochs=(("forum", 2),))},
    "sketch": {"duplicates": DuplicatesConfig("near"), "counting": CountingConfig("sketch", 16)},
}


def merged(parts: list[Path], out: Path, messages: list[str] | None = None) -> AnalysisResult:
    say = (messages if messages is not None else []).append
    return merge(parts, out, DuckDBEngine(workers=1), Progress(quiet=True), on_message=say)


def differing(first: Path, second: Path) -> dict[str, Any]:
    tables = compare_tables(RunDirectory(first), RunDirectory(second))
    return {name: t for name, t in tables.items() if t["only_first"] or t["only_second"]}


@pytest.mark.parametrize("way", WAYS)
def test_eight_runs_merged_are_one_run(
    way: str, records: list[dict[str, Any]], run_corpus: Run, tmp_path: Path
) -> None:
    # A record with a taken id and a copy under another id, each in another shard than the first.
    strays = [dict(records[0], text="Another text."), dict(records[2], id="mirror")]
    shards = [write_lines(tmp_path / f"part{i}.jsonl", records[i::8] + strays[i : i + 1]) for i in range(8)]
    run_corpus(shards, tmp_path / "whole", **WAYS[way])
    parts = [tmp_path / f"run{i}" for i in range(8)]
    for shard, part in zip(shards, parts, strict=True):
        run_corpus([shard], part, **WAYS[way])
    whole = RunDirectory(tmp_path / "whole").read()
    assert whole["counts"]["rejects"] == 1
    assert whole["copies"]["in_clusters"] == 2
    assert whole["copies"]["text"] in (tmp_path / "whole" / "report.html").read_text()
    assert merged(parts[::-1], tmp_path / "merged").summary["counts"] == whole["counts"]
    assert differing(tmp_path / "whole", tmp_path / "merged") == {}
    assert merged(parts, tmp_path / "merged").nothing_to_do
    merged(parts[:3], tmp_path / "three")
    merged(parts[3:], tmp_path / "five")
    merged([tmp_path / "three", tmp_path / "five"], tmp_path / "again")
    assert differing(tmp_path / "whole", tmp_path / "again") == {}


KEPT = ("run.json", "sketches", "sampled_facts", "precision_sums")
"""What a run must keep to be merged from its sketches."""

COUNTED = ("sketches", "prompt_counts", "frequency_spectrum", "domain_report")


def only_sketches(run: Path, place: Path) -> Path:
    """Copy what a merge from sketches reads, and nothing else."""
    place.mkdir()
    for name in KEPT:
        (shutil.copytree if (run / name).is_dir() else shutil.copy)(run / name, place / name)
    return place


def merged_from_sketches(parts: list[Path], out: Path, messages: list[str] | None = None) -> AnalysisResult:
    say = (messages if messages is not None else []).append
    return merge_from_sketches(parts, out, DuckDBEngine(workers=1), Progress(quiet=True), on_message=say)


@pytest.mark.parametrize(
    "counting", [CountingConfig("sketch", 16), CountingConfig("sketch", 4096, epochs=(("forum", 2),))]
)
def test_runs_of_which_only_sketches_were_kept_merge_into_one_run(
    counting: CountingConfig, records: list[dict[str, Any]], run_corpus: Run, tmp_path: Path
) -> None:
    shards = [write_lines(tmp_path / f"part{i}.jsonl", records[i::5]) for i in range(5)]
    run_corpus(shards, tmp_path / "whole", counting=counting)
    parts = []
    for i, shard in enumerate(shards):
        run_corpus([shard], tmp_path / f"run{i}", counting=counting)
        parts.append(only_sketches(tmp_path / f"run{i}", tmp_path / f"kept{i}"))
    whole = RunDirectory(tmp_path / "whole").read()
    messages: list[str] = []
    result = merged_from_sketches(parts[::-1], tmp_path / "merged", messages)
    assert any("documents, facts, rejects" in message for message in messages)
    assert result.summary["left_out"] == ["documents", "facts", "rejects"]
    assert result.summary["counts"] == whole["counts"]
    merged_from_sketches(parts[:2], tmp_path / "two")
    merged_from_sketches(parts[2:], tmp_path / "three")
    merged_from_sketches([tmp_path / "two", tmp_path / "three"], tmp_path / "again")
    for out in (tmp_path / "merged", tmp_path / "again"):
        unequal = differing(tmp_path / "whole", out)
        assert set(unequal) == {"documents", "facts"}  # the corpus has no rejects
        tables = compare_tables(RunDirectory(tmp_path / "whole"), RunDirectory(out))
        assert all(tables[name]["rows_first"] for name in COUNTED)
    assert merged_from_sketches(parts, tmp_path / "merged").nothing_to_do


def test_sketches_that_do_not_add_up_are_refused(
    records: list[dict[str, Any]], run_corpus: Run, tmp_path: Path
) -> None:
    one = write_lines(tmp_path / "one.jsonl", records[:120])
    other = write_lines(tmp_path / "other.jsonl", records[120:240])
    again = write_lines(tmp_path / "again.jsonl", [dict(r, text=r["text"] + " ") for r in records[:120]])
    sampled = CountingConfig("sketch", 32)
    run_corpus([one], tmp_path / "a", counting=sampled)
    run_corpus([other], tmp_path / "b", counting=sampled)
    run_corpus([other], tmp_path / "larger", counting=CountingConfig("sketch", 64))
    run_corpus([again], tmp_path / "taken", counting=sampled)
    run_corpus([one, other], tmp_path / "both", counting=sampled)
    for name, shard in {"exact0": one, "exact1": other}.items():
        run_corpus([shard], tmp_path / name)
    for name, shard in {"near0": one, "near1": other}.items():
        run_corpus([shard], tmp_path / name, counting=sampled, duplicates=DuplicatesConfig("exact"))
    refused = {
        ("a", "larger"): r"made in another way.*sketch_size",
        ("exact0", "exact1"): "counted every prompt",
        ("near0", "near1"): "looked for copies",
        ("a", "both"): r"both hold a shard one\.jsonl",
        ("a", "taken"): "both hold a document",
    }
    for (first, second), message in refused.items():
        with pytest.raises(InputError, match=message):
            merged_from_sketches([tmp_path / first, tmp_path / second], tmp_path / f"{first}-{second}")
    shutil.rmtree(tmp_path / "b" / "sampled_facts")
    with pytest.raises(InputError, match="lacks sampled_facts"):
        merged_from_sketches([tmp_path / "a", tmp_path / "b"], tmp_path / "out")


@pytest.mark.parametrize("table", ["sketches", "sampled_facts", "precision_sums"])
def test_parts_that_are_not_as_they_were_written_are_refused(
    table: str, records: list[dict[str, Any]], run_corpus: Run, tmp_path: Path
) -> None:
    for name, rows in {"a": records[:120], "b": records[120:240]}.items():
        run_corpus(
            [write_lines(tmp_path / f"{name}.jsonl", rows)], tmp_path / name, counting=CountingConfig("sketch", 32)
        )
    (file,) = (tmp_path / "b" / table).glob("*.parquet")
    whole = pq.read_table(file)
    pq.write_table(whole.slice(0, whole.num_rows - 1), file)
    with pytest.raises(InputError, match=f"{table} is not what run.json says"):
        merged_from_sketches([tmp_path / "a", tmp_path / "b"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("share", [None, 0.5])
def test_staged_facts_that_are_not_as_they_were_written_are_refused(
    share: float | None, records: list[dict[str, Any]], run_corpus: Run, tmp_path: Path
) -> None:
    for name, part in {"a": records[:120], "b": records[120:240]}.items():
        run_corpus([write_lines(tmp_path / f"{name}.jsonl", part)], tmp_path / name)
    (file,) = (tmp_path / "b" / "_staging").glob("*/facts.parquet")
    whole = pq.read_table(file)
    file.unlink()
    if share is not None:
        pq.write_table(whole.slice(0, int(whole.num_rows * share)), file)
    with pytest.raises(InputError, match="do not hold what was written"):
        merged([tmp_path / "a", tmp_path / "b"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_shard_that_two_runs_hold_counts_once_and_is_named(
    records: list[dict[str, Any]], run_corpus: Run, tmp_path: Path
) -> None:
    one, other = (write_lines(tmp_path / f"{i}.jsonl", records[i * 120 : i * 120 + 120]) for i in range(2))
    run_corpus([one], tmp_path / "a")
    run_corpus([one, other], tmp_path / "b")
    messages: list[str] = []
    merged([tmp_path / "a", tmp_path / "b"], tmp_path / "out", messages)
    assert any("0.jsonl of equal content" in message for message in messages)
    assert differing(tmp_path / "b", tmp_path / "out") == {}


def test_runs_that_do_not_add_up_are_refused(records: list[dict[str, Any]], run_corpus: Run, tmp_path: Path) -> None:
    one = write_lines(tmp_path / "one.jsonl", records[:120])
    other = write_lines(tmp_path / "other.jsonl", records[120:240])
    same_name = write_lines(tmp_path / "elsewhere" / "one.jsonl", records[120:240])
    run_corpus([one], tmp_path / "a")
    run_corpus([other], tmp_path / "b", counting=CountingConfig("sketch"))
    run_corpus([same_name], tmp_path / "c")
    with pytest.raises(InputError, match="two runs or more"):
        merged([tmp_path / "a", tmp_path / "a"], tmp_path / "out")
    with pytest.raises(InputError, match=r"made in another way.*counting"):
        merged([tmp_path / "a", tmp_path / "b"], tmp_path / "out")
    with pytest.raises(InputError, match=r"both hold a shard one\.jsonl"):
        merged([tmp_path / "a", tmp_path / "c"], tmp_path / "out")
    shutil.rmtree(tmp_path / "c" / "_staging")
    with pytest.raises(InputError, match="_staging"):
        merged([tmp_path / "a", tmp_path / "c"], tmp_path / "out")
    with pytest.raises(InputError, match="not a run directory"):
        merged([tmp_path / "a", tmp_path], tmp_path / "out")
    assert not (tmp_path / "out").exists()
