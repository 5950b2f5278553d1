"""Clusters of copies against networks and copies that are known."""

from __future__ import annotations

import itertools
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components as oracle

from pipeline.counting import finalize
from pipeline.duplicates import DuplicatesConfig, copies_query, find_duplicates, signatures
from pipeline.duplicates.components import connected_components
from pipeline.duplicates.shingles import shingles
from pipeline.engines.duckdb import DuckDBSession
from pipeline.exceptions import InputError
from pipeline.identity import text_hash
from schemas import DOCUMENT_BATCH
from tests.facts_factory import document, stage


@contextmanager
def session_over(texts: list[str]) -> Iterator[DuckDBSession]:
    """A session over a run that read the texts, each a document of its own."""
    rows = [
        {"doc_id": f"d{i}", "domain": "ab"[i % 2], "shard": "s", "position": i, "title": None, "text": text}
        for i, text in enumerate(texts)
    ]
    documents = [
        document(str(r["doc_id"]), domain=str(r["domain"]), position=i, text=texts[i] or "\0")
        for i, r in enumerate(rows)
    ]
    for row, text in zip(documents, texts, strict=True):
        row["text_hash"] = text_hash(text)
    with tempfile.TemporaryDirectory() as folder:
        run = stage(Path(folder) / "run", [], documents)
        made = signatures(pa.RecordBatch.from_pylist(rows, schema=DOCUMENT_BATCH.arrow_schema))
        pq.write_table(pa.Table.from_batches([made]), run.staged("s") / "signatures.parquet")
        session = DuckDBSession(run, threads=1)
        try:
            finalize(session)
            yield session
        finally:
            session.close()


def clusters(texts: list[str], config: DuplicatesConfig) -> dict[str, dict[str, Any]]:
    with session_over(texts) as session:
        find_duplicates(session, config)
        return {r["doc_id"]: r for r in session.fetch("SELECT * FROM duplicates").to_pylist()}


def components(edges: list[tuple[int, int]]) -> dict[int, int]:
    with session_over([]) as session:
        rows = " UNION ALL ".join(
            f"SELECT CAST('{a}' AS BIGINT) AS one, CAST('{b}' AS BIGINT) AS other" for a, b in edges
        )
        session.materialize("pairs", rows)
        connected_components(session, "pairs", "found")
        return {r["node"]: r["component"] for r in session.fetch("SELECT * FROM found").to_pylist()}


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(-9, 15), st.integers(-9, 15)), min_size=1, max_size=30))
def test_components_equal_those_of_scipy(edges: list[tuple[int, int]]) -> None:
    edges = [(a, b) for a, b in edges if a != b] or [(1, 2)]
    nodes = sorted({n for e in edges for n in e})
    place = {n: i for i, n in enumerate(nodes)}
    ends = ([place[a] for a, _ in edges], [place[b] for _, b in edges])
    _, labels = oracle(coo_matrix(([1] * len(edges), ends), shape=(len(nodes), len(nodes))), directed=False)
    smallest = {label: min(n for n in nodes if labels[place[n]] == label) for label in set(labels)}
    assert components(edges) == {n: smallest[labels[place[n]]] for n in nodes}


def test_a_long_chain_is_one_component_after_few_rounds() -> None:
    chain = list(range(500))
    random.Random(1).shuffle(chain)
    with session_over([]) as session:
        pairs = ", ".join(f"({a}::BIGINT, {b}::BIGINT)" for a, b in itertools.pairwise(chain))
        session.materialize("pairs", f"SELECT * FROM (VALUES {pairs}) AS p(one, other)")
        rounds = connected_components(session, "pairs", "found")
        assert session.fetch("SELECT COUNT(*) AS n FROM found WHERE component = 0").to_pylist() == [{"n": 500}]
    assert rounds < 15


def words(draw: random.Random, count: int) -> list[str]:
    return [f"w{draw.randrange(3000)}" for _ in range(count)]


def edited(draw: random.Random, text: list[str], places: int) -> list[str]:
    """Copy with some words replaced, apart from each other by chance only."""
    copy = list(text)
    for place in draw.sample(range(len(copy)), places):
        copy[place] = f"edit{draw.randrange(10**6)}"
    return copy


def jaccard(one: list[str], other: list[str]) -> float:
    a, b = (set(shingles(" ".join(t)).tolist()) for t in (one, other))
    return len(a & b) / len(a | b)


def test_equal_texts_are_one_cluster_named_after_their_hash() -> None:
    found = clusters(["one text", "another", "one text", ""], DuplicatesConfig("exact"))
    assert found["d0"]["cluster_id"] == found["d2"]["cluster_id"] == text_hash("one text")
    assert [found[f"d{i}"]["cluster_size"] for i in range(4)] == [2, 1, 2, 1]


def test_near_copies_are_found_and_strangers_are_not() -> None:
    draw = random.Random(2)
    texts, family = [], []
    for number in range(60):
        original = words(draw, 200)
        texts.append(original)
        family.append(number)
        for _ in range(number % 3):
            texts.append(edited(draw, original, 3))
            family.append(number)
    found = clusters([" ".join(t) for t in texts], DuplicatesConfig("near"))
    ids = [found[f"d{i}"]["cluster_id"] for i in range(len(texts))]
    for i, one in enumerate(texts):
        for j in range(i):
            if family[i] == family[j]:
                assert jaccard(one, texts[j]) > 0.7
            assert (ids[i] == ids[j]) == (family[i] == family[j])
    assert all(found[f"d{i}"]["cluster_size"] == family.count(family[i]) for i in range(len(texts)))
    smallest = {n: min(text_hash(" ".join(t)) for t, f in zip(texts, family, strict=True) if f == n) for n in family}
    assert ids == [smallest[n] for n in family]


def test_the_order_of_the_documents_changes_no_cluster() -> None:
    draw = random.Random(3)
    original = words(draw, 120)
    texts = [" ".join(edited(draw, original, i % 9)) for i in range(90)]
    one = clusters(texts, DuplicatesConfig("near"))
    other = clusters(texts[::-1], DuplicatesConfig("near"))
    assert [one[f"d{i}"]["cluster_id"] for i in range(90)] == [other[f"d{89 - i}"]["cluster_id"] for i in range(90)]


def test_a_bucket_of_hundreds_of_mirrors_becomes_one_cluster() -> None:
    draw = random.Random(4)
    original = words(draw, 150)
    texts = [" ".join([*original, f"mirror{i}"]) for i in range(300)]
    found = clusters(texts, DuplicatesConfig("near"))
    assert {r["cluster_size"] for r in found.values()} == {300}


def test_a_higher_threshold_keeps_more_texts_apart() -> None:
    draw = random.Random(5)
    original = words(draw, 200)
    texts = [" ".join(original), " ".join(edited(draw, original, 5))]
    assert clusters(texts, DuplicatesConfig("near"))["d0"]["cluster_size"] == 2
    assert clusters(texts, DuplicatesConfig("near", 0.99))["d0"]["cluster_size"] == 1


def test_texts_without_words_are_copies_only_when_equal() -> None:
    found = clusters(["", "…", "", "?!"], DuplicatesConfig("near"))
    assert [found[f"d{i}"]["cluster_size"] for i in range(4)] == [2, 1, 2, 1]


def test_the_share_of_copies_is_the_surplus_of_each_cluster() -> None:
    with session_over(["x", "x", "x", "y"]) as session:
        find_duplicates(session, DuplicatesConfig("exact"))
        whole = next(r for r in session.fetch(copies_query()).to_pylist() if r["domain"] == "*")
    assert (whole["documents"], whole["in_clusters"], whole["largest_cluster"]) == (4, 3, 3)
    assert whole["surplus_share"] == pytest.approx(0.5)


def test_looking_for_no_copies_leaves_an_empty_table() -> None:
    assert clusters(["x", "x"], DuplicatesConfig()) == {}


def test_unknown_modes_are_refused() -> None:
    with pytest.raises(InputError, match="--duplicates"):
        DuplicatesConfig("fuzzy")
    with pytest.raises(InputError, match="similarity"):
        DuplicatesConfig("near", 1.5)
