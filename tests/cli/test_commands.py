"""The commands as a user calls them: answers, JSON, and errors that say what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from pipeline.analysis import AnalysisResult
from schemas import TABLES

Monofact = Callable[..., CompletedProcess[str]]


@pytest.fixture(scope="module")
def run(world: Path, run_corpus: Callable[..., AnalysisResult], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("commands") / "run"
    run_corpus(world, out)
    return out


def answer(result: CompletedProcess[str]) -> Any:
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def complaint(result: CompletedProcess[str], status: int = 1) -> str:
    assert result.returncode == status, (result.stdout, result.stderr)
    assert "Traceback" not in result.stderr
    return result.stderr


def test_analyze_prints_the_report_and_where_it_lies(world: Path, monofact: Monofact, tmp_path: Path) -> None:
    result = monofact("analyze", world, "--out", tmp_path / "run", "--workers", 1, cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert "By domain" in result.stdout
    assert str(tmp_path / "run") in result.stdout
    again = monofact("analyze", world, "--out", tmp_path / "run", "--json", cwd=tmp_path)
    assert answer(again)["nothing_to_do"] is True


def test_report_as_json_holds_every_column_of_the_contract(run: Path, monofact: Monofact) -> None:
    rows = answer(monofact("report", run, "--json"))
    assert set(rows[0]) == set(TABLES["domain_report"].column_names)
    assert {r["unit"] for r in rows} == {"document"}


def test_report_in_a_unit_that_was_not_counted_names_those_that_were(run: Path, monofact: Monofact) -> None:
    said = complaint(monofact("report", run, "--unit", "cluster"))
    assert "document, mention" in said
    assert "--duplicates" in said
    assert "--duplicates" not in complaint(monofact("report", run, "--unit", "sentence"))


def test_sql_answers_and_names_the_tables_where_it_fails(run: Path, monofact: Monofact) -> None:
    rows = answer(monofact("sql", run, "SELECT count(*) AS n FROM facts", "--json"))
    assert rows[0]["n"] > 0
    assert "domain_report" in complaint(monofact("sql", run, "SELECT * FROM fact"))


def test_sql_that_writes_is_refused(run: Path, monofact: Monofact, tmp_path: Path) -> None:
    for query in (f"COPY (SELECT 1) TO '{tmp_path}/evil.parquet'", f"ATTACH '{tmp_path}/evil.db'", "DROP VIEW facts"):
        assert "only queries" in complaint(monofact("sql", run, query))
    assert list(tmp_path.iterdir()) == []


def test_a_sampled_run_says_that_it_is_one_and_predicts_the_corpus(
    world: Path, monofact: Monofact, tmp_path: Path
) -> None:
    result = monofact("analyze", world, "--out", tmp_path / "run", "--sample-fraction", "0.6", "--quiet")
    assert result.returncode == 0, result.stderr
    assert "a sample of 60 %" in result.stdout
    assert answer(monofact("extrapolate", tmp_path / "run", "--json"))["factor"] == pytest.approx(1 / 0.6)


def test_extrapolating_a_domain_starts_from_the_rate_of_its_row(run: Path, monofact: Monofact) -> None:
    query = (
        "SELECT n, singleton_rate FROM domain_report WHERE unit = 'document' AND domain = 'forum' AND attribute = '*'"
    )
    row = answer(monofact("sql", run, query, "--json"))[0]
    now = answer(monofact("extrapolate", run, "--domain", "forum", "--factor", 1, "--json"))
    assert now["n"] == row["n"]
    assert now["singleton_rate"]["point"] == pytest.approx(row["singleton_rate"])


def test_lookup_counts_the_statements_of_a_prompt(run: Path, monofact: Monofact) -> None:
    query = "SELECT entity, attribute, sum(documents) AS d FROM prompt_counts WHERE documents > 1 GROUP BY ALL LIMIT 1"
    row = answer(monofact("sql", run, query, "--json"))[0]
    found = answer(monofact("lookup", run, row["entity"].upper(), row["attribute"], "--json"))
    assert [(f["attribute"], f["documents"]) for f in found] == [(row["attribute"], row["d"])]
    assert found[0]["singleton"] is False


def test_lookup_of_a_stranger_offers_names_most_like_it(run: Path, monofact: Monofact) -> None:
    result = monofact("lookup", run, "Nobody Atall")
    assert result.returncode == 0
    assert "states nothing about Nobody Atall" in result.stdout


def test_lookup_of_an_attribute_that_does_not_exist_says_so(run: Path, monofact: Monofact) -> None:
    assert "there is no attribute 'dob'; there are: " in complaint(monofact("lookup", run, "Nobody Atall", "dob"))


def test_the_version_is_printed(monofact: Monofact) -> None:
    assert monofact("--version").stdout.split()[0] == "monofact"


def test_schema_prints_every_table(monofact: Monofact) -> None:
    described = answer(monofact("schema", "--json"))
    assert set(described["tables"]) == set(TABLES)
    assert "there are: " in complaint(monofact("schema", "nonsense"))
    assert "rule_quality" in monofact("schema", "rule_quality").stdout  # intermediate, and described when asked for


def test_names_of_domains_are_whole_and_on_one_line(monofact: Monofact, tmp_path: Path) -> None:
    corpus, long = tmp_path / "corpus.jsonl", "a-domain-of-a-very-long-name-" * 4 + "end"
    record = {"id": "1", "text": "Anna Berg was born on 3 May 1950.", "source": f"{long}\nsecond line"}
    corpus.write_text(json.dumps(record) + "\n")
    assert monofact("analyze", corpus, "--out", tmp_path / "run", "--quiet", cwd=tmp_path).returncode == 0
    assert f"{long}\\nsecond line" in monofact("report", tmp_path / "run").stdout
    assert "1 document, 1 statement " in monofact("lookup", tmp_path / "run", "Anna Berg").stdout


def test_estimate_reads_counts_that_a_user_brings(monofact: Monofact, tmp_path: Path) -> None:
    path = tmp_path / "spectrum.csv"
    path.write_text("count,prompts\n1,268\n2,112\n3,70\n")
    result = answer(monofact("estimate", path, "--answer-space", 365, "--json"))
    assert result["n"] == 268 + 224 + 210
    assert result["singleton_rate"]["point"] == pytest.approx(268 / 702)
    assert result["singleton_rate"]["low"] < 268 / 702 < result["singleton_rate"]["high"]


def test_estimate_refuses_counts_that_are_none(monofact: Monofact, tmp_path: Path) -> None:
    path = tmp_path / "spectrum.csv"
    path.write_text("count,prompts\n1,-3\n")
    assert "-3" in complaint(monofact("estimate", path))
    complaint(monofact("estimate", tmp_path / "missing.csv"))


def test_extrapolate_predicts_from_a_run(run: Path, monofact: Monofact) -> None:
    result = answer(monofact("extrapolate", run, "--factor", 2, "--json"))
    assert {"factor", "singleton_rate", "new_prompts", "floor", "method"} <= set(result)
    assert result["singleton_rate"]["low"] <= result["singleton_rate"]["point"] <= result["singleton_rate"]["high"]
    assert "--factor" in complaint(monofact("extrapolate", run))


def test_simulate_then_analyze_reads_no_truth(monofact: Monofact, tmp_path: Path) -> None:
    made = answer(monofact("simulate", "--out", tmp_path / "w", "--seed", 3, "--json"))
    assert made["statements"] > 0
    result = answer(monofact("analyze", tmp_path / "w", "--out", tmp_path / "run", "--json", "--quiet"))
    assert result["counts"]["documents"] == made["documents"]


def test_compare_tells_equal_runs_from_others(run: Path, world: Path, monofact: Monofact, tmp_path: Path) -> None:
    assert monofact("compare", run, run, "--exact").returncode == 0
    part = next(world.glob("forum*.jsonl"))
    assert monofact("analyze", part, "--out", tmp_path / "part", "--quiet").returncode == 0
    different = monofact("compare", run, tmp_path / "part", "--exact", "--json")
    assert different.returncode == 1
    assert json.loads(different.stdout)["equal"] is False
    assert answer(monofact("compare", run, tmp_path / "part", "--json"))


def test_a_path_that_does_not_exist_is_one_clear_line(monofact: Monofact, tmp_path: Path) -> None:
    text = complaint(monofact("analyze", tmp_path / "nowhere", "--out", tmp_path / "run"))
    assert "nowhere" in text
    assert not (tmp_path / "run").exists()


def test_a_field_that_does_not_exist_names_those_that_do(world: Path, monofact: Monofact, tmp_path: Path) -> None:
    text = complaint(monofact("analyze", world, "--out", tmp_path / "run", "--text-field", "body"))
    assert "body" in text
    assert "text" in text
    assert not (tmp_path / "run").exists()


def test_an_audit_corrects_the_floors(world: Path, run: Path, monofact: Monofact, tmp_path: Path) -> None:
    audit = tmp_path / "audit.csv"
    audit.write_text(
        "attribute,singletons_checked,singletons_right,others_checked,others_right,statements_in_text,statements_found\n"
        "*,200,180,200,198,300,270\n"
    )
    result = monofact("analyze", world, "--out", tmp_path / "run", "--audit", audit, "--quiet")
    assert result.returncode == 0, result.stderr
    query = "SELECT floor, floor_corrected_low AS low, floor_corrected_high AS high FROM domain_report"
    query += " WHERE unit = 'document' AND domain = '*' AND attribute = '*'"
    row = answer(monofact("sql", tmp_path / "run", query, "--json"))[0]
    plain = answer(monofact("sql", run, query, "--json"))[0]
    assert row["floor"] == plain["floor"]
    assert row["low"] < row["floor"]
    assert row["low"] <= row["high"]
    audit.write_text("attribute,singletons_checked,singletons_right\n*,10,12\n")
    assert "line 2" in complaint(monofact("analyze", world, "--out", tmp_path / "other", "--audit", audit, "--quiet"))


def test_wrong_numbers_are_refused(world: Path, monofact: Monofact, tmp_path: Path) -> None:
    out = ("--out", tmp_path / "run")
    assert "--confidence" in complaint(monofact("analyze", world, *out, "--confidence", "1.5"))
    assert "sample" in complaint(monofact("analyze", world, *out, "--sample-fraction", "0"))
    assert "engine" in complaint(monofact("analyze", world, *out, "--engine", "abacus"))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--memory", "much"], "is no size"),
        (["--memory", "-3"], "is no size"),
        (["--memory", "1MB"], "out of range"),
        (["--memory", "99999TB"], "out of range"),
        (["--memory", "3GB", "--engine", "spark"], "--memory would do nothing"),
    ],
)
def test_a_memory_limit_that_cannot_be_kept_is_refused_before_the_work(
    options: list[str], said: str, world: Path, monofact: Monofact, tmp_path: Path
) -> None:
    assert said in complaint(monofact("analyze", world, "--out", tmp_path / "run", *options, cwd=tmp_path))
    assert not (tmp_path / "run").exists()


def test_an_audit_that_is_not_valid_is_refused_before_the_work(world: Path, monofact: Monofact, tmp_path: Path) -> None:
    (tmp_path / "audit.csv").write_text("attribute,foo\n*,1\n")
    done = monofact("analyze", world, "--out", tmp_path / "run", "--audit", tmp_path / "audit.csv", cwd=tmp_path)
    assert "unknown columns" in complaint(done)
    assert not (tmp_path / "run").exists()
