"""Sampled counting in SQL against exact counting."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pipeline.counting import count, finalize
from pipeline.counting.sketches.counting import CountingConfig, count_as_configured
from pipeline.counting.sketches.exposure import read_epochs, write_epochs
from pipeline.engines.duckdb import DuckDBSession
from pipeline.exceptions import InputError
from tests.facts_factory import document, stage, statement

Rows = dict[tuple[str, str, str], dict[str, Any]]


def world(documents: int, prompts: int, seed: int) -> tuple[list[dict[str, Any]], dict[str, int]]:
    draw = random.Random(seed)
    facts = []
    for i in range(documents):
        for j in range(draw.randint(1, 4)):
            # Half of the statements speak of a few, half of anyone: singletons and repeats in plenty.
            entity = f"person {draw.randrange(draw.choice([prompts // 20 + 1, prompts]))}"
            value = None if draw.random() < 0.1 else f"place {draw.randint(0, 3)}"
            facts.append(
                statement(
                    f"doc{i}", entity, draw.choice(["spouse", "capital"]), value,
                    domain="ab"[i % 2], position=i, start=20 * j,
                )
            )  # fmt: skip
    return facts, {f"doc{i}": i // 2 if i % 5 else i for i in range(documents)}


def counts_of(
    facts: list[dict[str, Any]],
    clusters: dict[str, int] | None,
    config: CountingConfig | None,
    tables: tuple[str, ...] = ("report_counts",),
) -> dict[str, list[dict[str, Any]]]:
    documents = {f["doc_id"]: document(f["doc_id"], domain=f["domain"], position=f["position"]) for f in facts}
    with tempfile.TemporaryDirectory() as folder:
        run = stage(Path(folder) / "run", facts, list(documents.values()), clusters)
        session = DuckDBSession(run, threads=1)
        try:
            finalize(session)
            if config is None:
                count(session)
            else:
                write_epochs(session, dict(config.epochs))
                count_as_configured(session, config)
            return {t: session.fetch(f"SELECT * FROM {t}").to_pylist() for t in tables}
        finally:
            session.close()


def keyed(rows: list[dict[str, Any]]) -> Rows:
    return {(r["unit"], r["domain"], r["attribute"]): r for r in rows}


def test_a_sample_that_holds_every_prompt_gives_the_exact_tables() -> None:
    facts, clusters = world(60, 40, seed=1)
    tables = ("report_counts", "frequency_spectrum", "prompt_counts")
    sampled = counts_of(facts, clusters, CountingConfig("sketch", 10_000), tables)
    exact = counts_of(facts, clusters, None, tables)
    assert sampled == exact


def test_observations_are_exact_however_small_the_sample() -> None:
    facts, clusters = world(200, 150, seed=2)
    exact = keyed(counts_of(facts, clusters, None)["report_counts"])
    sampled = keyed(counts_of(facts, clusters, CountingConfig("sketch", 16))["report_counts"])
    assert sampled.keys() == exact.keys()
    for key, row in exact.items():
        assert (sampled[key]["n"], sampled[key]["abstentions"]) == (row["n"], row["abstentions"])


def test_singletons_of_the_domains_add_up_and_lie_within_the_stated_error() -> None:
    facts, clusters = world(1200, 3000, seed=3)
    tables = ("report_counts", "sampling_errors", "sample_bounds")
    exact = keyed(counts_of(facts, clusters, None)["report_counts"])
    found = counts_of(facts, clusters, CountingConfig("sketch", 300), tables)
    sampled, errors = keyed(found["report_counts"]), keyed(found["sampling_errors"])
    assert all(0 < b["probability"] < 0.7 for b in found["sample_bounds"])
    for key in [("document", "*", "*"), ("mention", "a", "spouse"), ("cluster", "*", "capital")]:
        spread = errors[key]["relative_error"] * sampled[key]["singletons"]
        assert spread > 0
        assert abs(sampled[key]["singletons"] - exact[key]["singletons"]) < 4 * spread
    parts = sum(sampled["document", d, "spouse"]["singletons"] for d in "ab")
    assert abs(parts - sampled["document", "*", "spouse"]["singletons"]) <= 1  # each part is rounded


def test_a_sample_holds_exactly_as_many_prompts_as_were_asked_for() -> None:
    facts, clusters = world(500, 1500, seed=4)
    found = counts_of(facts, clusters, CountingConfig("sketch", 100), ("prompt_counts",))["prompt_counts"]
    for attribute in ("spouse", "capital"):
        assert len({r["prompt_id"] for r in found if r["attribute"] == attribute}) == 100


def test_cluster_sums_of_samples_are_right_on_average() -> None:
    facts, clusters = world(150, 200, seed=5)
    exact = keyed(counts_of(facts, clusters, None)["report_counts"])["document", "*", "*"]
    draws = []
    for seed in range(16):
        renamed = [
            statement(
                f["doc_id"], f"{f['entity']} of {seed}", f["attribute"], f["value"],
                domain=f["domain"], position=f["position"], start=f["char_start"],
            )
            for f in facts
        ]  # fmt: skip
        sampled = keyed(counts_of(renamed, clusters, CountingConfig("sketch", 40))["report_counts"])
        draws.append([sampled["document", "*", "*"][f"cluster_{s}"] for s in ("zz", "zn", "nn", "pairs")])
    means, spreads = np.mean(draws, axis=0), np.std(draws, axis=0) / np.sqrt(len(draws))
    for mean, spread, name in zip(means, spreads, ("zz", "zn", "nn", "pairs"), strict=True):
        assert abs(mean - exact[f"cluster_{name}"]) < 4 * spread + 1, name


@pytest.mark.parametrize("config", [CountingConfig(epochs=(("a", 2),)), CountingConfig("sketch", 10_000, (("a", 2),))])
def test_a_source_that_training_repeats_has_no_singletons_of_its_own(config: CountingConfig) -> None:
    facts, clusters = world(200, 100, seed=6)
    once = keyed(counts_of(facts, clusters, None)["report_counts"])
    repeated = keyed(counts_of(facts, clusters, config)["report_counts"])
    for unit in ("mention", "document"):
        assert repeated[unit, "a", "*"]["singletons"] == 0
        assert repeated[unit, "a", "*"]["n"] == 2 * once[unit, "a", "*"]["n"]
        assert repeated[unit, "b", "*"]["singletons"] == once[unit, "b", "*"]["singletons"]
    assert repeated["cluster", "*", "*"] == once["cluster", "*", "*"]


def test_sampled_and_exact_counting_agree_on_repeated_sources() -> None:
    facts, clusters = world(80, 60, seed=7)
    epochs = (("a", 3),)
    exact = keyed(counts_of(facts, clusters, CountingConfig(epochs=epochs))["report_counts"])
    assert keyed(counts_of(facts, clusters, CountingConfig("sketch", 10_000, epochs))["report_counts"]) == exact


def test_epochs_are_read_from_lines_and_from_json(tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text("domain,epochs\nwiki,3\nb,c,2\n")
    (tmp_path / "w.json").write_text('{"wiki": 3, "b,c": 2}')
    assert read_epochs(tmp_path / "w.csv") == read_epochs(tmp_path / "w.json") == {"wiki": 3, "b,c": 2}


@pytest.mark.parametrize("text", ["wiki,0", "wiki,1.5", "wiki,many", "wiki,1\nwiki,2", '{"wiki": ', "wiki"])
def test_epochs_that_make_no_sense_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "w").write_text(text)
    with pytest.raises(InputError, match="--weights"):
        read_epochs(tmp_path / "w")


def test_unknown_ways_of_counting_are_refused() -> None:
    with pytest.raises(InputError, match="--counting"):
        CountingConfig("roughly")
    with pytest.raises(InputError, match="--sketch-size"):
        CountingConfig("sketch", 3)
