"""Whole runs that count from a sample, repeat sources, and answer look-ups."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipeline.run_directory import RunDirectory
from pipeline.run_queries import lookup, report_rows


@pytest.fixture(scope="module")
def sampled(world: Path, monofact: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sampled") / "run"
    done = monofact("analyze", world, "--out", out, "--counting", "sketch", "--sketch-size", "16", "--quiet")
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="module")
def exact(world: Path, run_corpus: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("exact") / "run"
    run_corpus(world, out)
    return out


def test_a_sampled_report_says_so_and_its_wider_intervals_hold_the_exact_rates(sampled: Path, exact: Path) -> None:
    truth = {(r["unit"], r["domain"], r["attribute"]): r for r in report_rows(RunDirectory(exact))}
    found = {(r["unit"], r["domain"], r["attribute"]): r for r in report_rows(RunDirectory(sampled))}
    assert found.keys() == truth.keys()
    assert all(r["approximate"] for r in found.values())
    assert not any(r["approximate"] for r in truth.values())
    for key, row in found.items():
        assert row["n"] == truth[key]["n"]
        if truth[key]["singleton_rate"] is not None:
            assert row["singleton_rate_low"] <= truth[key]["singleton_rate"] <= row["singleton_rate_high"], key
    whole = ("document", "*", "*")
    assert found[whole]["floor"] <= truth[whole]["floor"] + 0.05


def test_thin_samples_print_no_rate(sampled: Path) -> None:
    errors = pq.read_table(sampled / "sampling_errors").to_pylist()
    thin = {
        (e["unit"], e["domain"], e["attribute"])
        for e in errors
        if e["sampled_singletons"] < 5 and e["rate_error"] > 0
    }  # fmt: skip
    rows = {(r["unit"], r["domain"], r["attribute"]): r for r in report_rows(RunDirectory(sampled))}
    assert thin
    for key in thin:
        assert rows[key]["singleton_rate"] is None
        assert rows[key]["floor"] is None
        assert rows[key]["vacuous"]


def test_lookups_are_exact_while_facts_are_kept_and_say_so_when_they_are_not(
    sampled: Path, tmp_path: Path, monofact: Callable[..., Any]
) -> None:
    fact = pq.read_table(sampled / "facts").to_pylist()[0]
    key, attribute = fact["entity_key"], fact["attribute"]
    truth = next(r for r in lookup(RunDirectory(sampled), attribute, [key]))
    assert truth["exact"]
    assert truth["count"] == truth["low"] == truth["high"] == truth["mentions"]
    run = tmp_path / "run"
    shutil.copytree(sampled, run)
    shutil.rmtree(run / "facts")
    rough = next(r for r in lookup(RunDirectory(run), attribute, [key]))
    assert not rough["exact"]
    assert rough["low"] <= truth["count"] <= rough["high"] == rough["count"]
    assert lookup(RunDirectory(run), None, ["nobody at all"]) == []
    said = monofact("lookup", run, fact["entity"], attribute)
    assert f"at most {rough['high']} statements" in said.stdout
    assert json.loads(monofact("lookup", run, "Nobody At All", "--json").stdout) == []


def test_weights_of_a_file_repeat_a_source(
    world: Path, exact: Path, monofact: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "weights.csv").write_text("domain,epochs\nforum,2\nfroum,3\n")
    out = tmp_path / "run"
    done = monofact("analyze", world, "--out", out, "--weights", tmp_path / "weights.csv")
    assert done.returncode == 0, done.stderr
    assert "no document's domain is 'froum'" in done.stderr
    rows = {(r["unit"], r["domain"], r["attribute"]): r for r in report_rows(RunDirectory(out))}
    once = {(r["unit"], r["domain"], r["attribute"]): r for r in report_rows(RunDirectory(exact))}
    key = ("document", "forum", "*")
    assert rows[key]["n"] == 2 * once[key]["n"]
    assert rows[key]["singletons"] == 0
    (tmp_path / "unknown.csv").write_text("\ufefffroum,3\n", encoding="utf-8")
    unknown = monofact("analyze", world, "--out", tmp_path / "third", "--weights", tmp_path / "unknown.csv", "--quiet")
    assert unknown.returncode == 1
    assert "no document's domain is 'froum'; the corpus has 'encyclopedia', 'forum'" in unknown.stderr
    refused = monofact("analyze", world, "--out", tmp_path / "other", "--weights", tmp_path / "none.csv", "--quiet")
    assert refused.returncode == 1
    assert "--weights" in refused.stderr
    assert not (tmp_path / "other").exists()
