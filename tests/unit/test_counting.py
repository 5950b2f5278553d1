"""Counting in SQL against counting by hand in Python."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.counting import count, finalize
from pipeline.engines.duckdb import DuckDBSession
from tests.facts_factory import document, stage, statement


def counted(
    facts: list[dict[str, Any]], clusters: dict[str, int] | None = None, part_rows: int | None = None
) -> dict[str, list[dict[str, Any]]]:
    documents = {f["doc_id"]: document(f["doc_id"], domain=f["domain"], position=f["position"]) for f in facts}
    with tempfile.TemporaryDirectory() as folder:
        run = stage(Path(folder) / "run", facts, list(documents.values()), clusters)
        session = DuckDBSession(run, threads=1, part_rows=part_rows)
        try:
            finalize(session)
            count(session)
            names = ("report_counts", "frequency_spectrum", "prompt_counts")
            return {name: session.fetch(f"SELECT * FROM {name}").to_pylist() for name in names}
        finally:
            session.close()


def by_hand(facts: list[dict[str, Any]], unit: str, clusters: dict[str, int]) -> dict[tuple[str, str], dict[str, Any]]:
    """The counts of the report from their definitions, with no SQL and no shortcut."""
    domain_of_cluster: dict[int, str] = {}
    for f in facts:
        c = clusters[f["doc_id"]]
        domain_of_cluster[c] = min(domain_of_cluster.get(c, f["domain"]), f["domain"])

    def source(i: int, f: dict[str, Any]) -> tuple[Any, str]:
        if unit == "mention":
            return i, f["domain"]
        if unit == "document":
            return f["doc_id"], f["domain"]
        return clusters[f["doc_id"]], domain_of_cluster[clusters[f["doc_id"]]]

    answered: dict[Any, set[Any]] = defaultdict(set)
    silent: dict[Any, set[Any]] = defaultdict(set)
    triples: dict[Any, set[Any]] = defaultdict(set)
    for i, f in enumerate(facts):
        prompt = (f["entity_key"], f["attribute"])
        (silent if f["abstained"] else answered)[prompt].add(source(i, f))
        if not f["abstained"]:
            triples[*prompt, f["value_key"]].add(source(i, f))
    rows: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    per_source: dict[tuple[str, str], dict[Any, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    pairs: dict[tuple[str, str], Counter[Any]] = defaultdict(Counter)
    domains = {d for s in (*answered.values(), *silent.values()) for _, d in s} | {"*"}
    for prompt in {*answered, *silent}:
        total = len(answered[prompt])
        for domain in domains:
            said = {s for s in answered[prompt] if domain in ("*", s[1])}
            kept = {s for s in silent[prompt] - answered[prompt] if domain in ("*", s[1])}
            if not said and not kept:
                continue
            for attribute in (prompt[1], "*"):
                row = rows[domain, attribute]
                row["n"] += len(said) + len(kept)
                row["abstentions"] += len(kept)
                row["prompts"] += bool(said)
                row["prompts_exclusive"] += bool(said) and len(said) == total
                row["singletons"] += len(said) == total == 1
                row["doubletons"] += len(said) == total == 2
                row["singletons_within"] += len(said) == 1
                row["doubletons_within"] += len(said) == 2
                row["fact_observations"] += len(kept)
                for s in said | kept:
                    per_source[domain, attribute][s][0] += s in said and total == 1
                    per_source[domain, attribute][s][1] += 1
                if len(said) == total == 2:
                    pairs[domain, attribute][frozenset(said)] += 1
    for triple, sources in triples.items():
        for domain in domains:
            here = {s for s in sources if domain in ("*", s[1])}
            for attribute in (triple[1], "*"):
                if here:
                    rows[domain, attribute]["fact_observations"] += len(here)
                    rows[domain, attribute]["monofacts"] += len(here) == len(sources) == 1
    result: dict[tuple[str, str], dict[str, Any]] = {key: dict(row) for key, row in rows.items()}
    for key, row in result.items():
        if unit != "mention":
            row["cluster_zz"] = sum(z * z for z, _ in per_source[key].values())
            row["cluster_zn"] = sum(z * n for z, n in per_source[key].values())
            row["cluster_nn"] = sum(n * n for _, n in per_source[key].values())
            row["cluster_pairs"] = sum(s * s for s in pairs[key].values())
    return result


@st.composite
def corpora(draw: st.DrawFn) -> tuple[list[dict[str, Any]], dict[str, int]]:
    documents = draw(st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=6))
    facts = []
    for i, domain in enumerate(documents):
        for j in range(draw(st.integers(1, 4))):
            entity = draw(st.sampled_from(["Ada", "Bo", "Cy"]))
            attribute = draw(st.sampled_from(["spouse", "capital"]))
            value = draw(st.sampled_from([None, "x", "y"]))
            facts.append(statement(f"doc{i}", entity, attribute, value, domain=domain, position=i, start=20 * j))
    clusters = {f"doc{i}": draw(st.integers(0, 3)) for i in range(len(documents))}
    return facts, clusters


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora())
def test_every_count_of_the_report_equals_its_definition(world: tuple[list[dict[str, Any]], dict[str, int]]) -> None:
    facts, clusters = world
    tables = counted(facts, clusters)
    for unit in ("mention", "document", "cluster"):
        expected = by_hand(facts, unit, clusters)
        got = {(r["domain"], r["attribute"]): r for r in tables["report_counts"] if r["unit"] == unit}
        assert set(got) == set(expected)
        for key, row in expected.items():
            assert {k: got[key][k] for k in row} == {k: int(v) for k, v in row.items()}, (unit, key)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora(), st.integers(1, 5), st.booleans())
def test_prompts_taken_part_by_part_give_the_same_tables(
    world: tuple[list[dict[str, Any]], dict[str, int]], part_rows: int, copies: bool
) -> None:
    facts, clusters = world
    looked = clusters if copies else None
    assert counted(facts, looked, part_rows) == counted(facts, looked)


@settings(max_examples=20, deadline=None)
@given(corpora())
def test_singletons_of_the_domains_add_up_to_the_corpus(world: tuple[list[dict[str, Any]], dict[str, int]]) -> None:
    rows = counted(*world)["report_counts"]
    for unit in ("mention", "document", "cluster"):
        for column in ("n", "abstentions", "singletons", "monofacts", "fact_observations"):
            parts = sum(r[column] for r in rows if r["unit"] == unit and r["domain"] != "*" and r["attribute"] == "*")
            whole = [r[column] for r in rows if (r["unit"], r["domain"], r["attribute"]) == (unit, "*", "*")]
            assert [parts] == whole


@settings(max_examples=20, deadline=None)
@given(corpora())
def test_the_spectrum_holds_the_counts_of_the_report(world: tuple[list[dict[str, Any]], dict[str, int]]) -> None:
    tables = counted(*world)
    spectrum: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in tables["frequency_spectrum"]:
        spectrum[row["unit"], row["domain"], row["attribute"]].append(row)
    for row in tables["report_counts"]:
        cells = spectrum[row["unit"], row["domain"], row["attribute"]]
        assert sum(c["prompts"] for c in cells) == row["prompts"]
        assert sum(c["prompts_exclusive"] for c in cells) == row["prompts_exclusive"]
        assert sum(c["count"] * c["prompts"] for c in cells) == row["n"] - row["abstentions"]
        assert sum(c["prompts_exclusive"] for c in cells if c["count"] == 1) == row["singletons"]
        assert sum(c["prompts_exclusive"] for c in cells if c["count"] == 2) == row["doubletons"]


def row_of(rows: list[dict[str, Any]], unit: str, domain: str, attribute: str) -> dict[str, Any]:
    return next(r for r in rows if (r["unit"], r["domain"], r["attribute"]) == (unit, domain, attribute))


def test_a_prompt_seen_once_in_each_of_two_domains_is_a_singleton_of_neither() -> None:
    facts = [
        statement("1", "Ada", "spouse", "x", domain="a", position=0),
        statement("2", "Ada", "spouse", "x", domain="b", position=1),
    ]
    rows = counted(facts)["report_counts"]
    for domain in ("a", "b"):
        row = row_of(rows, "document", domain, "spouse")
        assert (row["singletons"], row["doubletons"], row["singletons_within"]) == (0, 0, 1)
    assert row_of(rows, "document", "*", "spouse")["doubletons"] == 1


def test_an_abstention_beside_one_answer_leaves_a_singleton_and_counts_in_n() -> None:
    facts = [
        statement("1", "Ada", "spouse", "x", position=0),
        statement("2", "Ada", "spouse", None, position=1),
        statement("3", "Bo", "spouse", None, position=2),
    ]
    row = row_of(counted(facts)["report_counts"], "document", "*", "*")
    assert (row["n"], row["abstentions"], row["singletons"], row["prompts"]) == (3, 2, 1, 1)


def test_a_document_that_repeats_itself_is_one_observation_and_two_mentions() -> None:
    facts = [statement("1", "Ada", "spouse", "x", start=0), statement("1", "Ada", "spouse", "x", start=50)]
    tables = counted(facts)
    assert row_of(tables["report_counts"], "document", "*", "*")["singletons"] == 1
    mention = row_of(tables["report_counts"], "mention", "*", "*")
    assert (mention["n"], mention["singletons"], mention["doubletons"]) == (2, 0, 1)
    assert tables["prompt_counts"][0]["mentions"] == 2
    assert tables["prompt_counts"][0]["documents"] == 1
    assert tables["prompt_counts"][0]["clusters"] is None


def test_the_commonest_answer_is_counted_over_prompts_not_statements() -> None:
    facts = [statement(str(i), "Ada", "spouse", "x", position=i) for i in range(5)]
    facts += [statement(f"b{i}", name, "spouse", "y", position=9 + i) for i, name in enumerate(["Bo", "Cy"])]
    row = row_of(counted(facts)["report_counts"], "document", "*", "spouse")
    assert (row["distinct_values"], row["top_value_prompts"]) == (2, 2)


def test_of_two_records_with_one_id_one_is_counted_and_one_is_rejected() -> None:
    facts = [
        statement("1", "Ada", "spouse", "x", shard="s", position=0),
        statement("1", "Ada", "spouse", "z", shard="s", position=1),
    ]
    documents = [document("1", position=0, text="one"), document("1", position=1, text="two")]
    with tempfile.TemporaryDirectory() as folder:
        session = DuckDBSession(stage(Path(folder) / "run", facts, documents), threads=1)
        finalize(session)
        assert session.fetch("SELECT count(*) AS n FROM facts").to_pylist() == [{"n": 1}]
        rejects = session.fetch("SELECT * FROM rejects").to_pylist()
        session.close()
    assert [r["reason"] for r in rejects] == ["duplicate_id: 1"]


@pytest.mark.parametrize("unit", ["mention", "document"])
def test_n_of_no_unit_depends_on_the_order_of_facts(unit: str) -> None:
    facts = [statement(f"doc{i % 3}", e, "spouse", "x", position=i % 3, start=20 * i) for i, e in enumerate("AABBCAB")]
    forward, backward = counted(facts), counted(facts[::-1])
    assert row_of(forward["report_counts"], unit, "*", "*") == row_of(backward["report_counts"], unit, "*", "*")


def test_the_commonest_answer_of_a_domain_is_counted_over_the_clusters_that_lie_in_it() -> None:
    copied = [statement(f"a{i}", f"P{i}", "spouse", "x", domain="a", position=i) for i in range(3)]
    copies = [statement(f"b{i}", f"P{i}", "spouse", "x", domain="b", position=9 + i) for i in range(3)]
    own = [statement("c", "Q", "spouse", "y", domain="b", position=20)]
    clusters = {f"{side}{i}": i for side in "ab" for i in range(3)} | {"c": 7}
    rows = counted([*copied, *copies, *own], clusters)["report_counts"]
    row = row_of(rows, "cluster", "b", "spouse")
    assert (row["prompts"], row["distinct_values"], row["top_value_prompts"]) == (1, 1, 1)
    assert row_of(rows, "document", "b", "spouse")["top_value_prompts"] == 3
