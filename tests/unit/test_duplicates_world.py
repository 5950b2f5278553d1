"""A world with planted mirrors: what each unit says of its true rate."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.counting import count, finalize
from pipeline.duplicates import DuplicatesConfig, copies_query, find_duplicates, signatures
from pipeline.engines.duckdb import DuckDBSession
from pipeline.estimators.report_rows import domain_report
from pipeline.report.copies import copies_summary
from schemas import DOCUMENT_BATCH
from tests.facts_factory import document, stage, statement

PROMPTS = 3000
ORIGINALS = 600
FACTS = 3


class World:
    """Documents of three facts each and filler; half of them are mirrored, some many times, under other headings."""

    def __init__(self, seed: int) -> None:
        draw = np.random.default_rng(seed)
        masses = 1.0 / np.arange(1, PROMPTS + 1) ** 0.8
        self.masses = masses / masses.sum()
        stated = draw.choice(PROMPTS, size=(ORIGINALS, FACTS), p=self.masses)
        self.true_rate = float(self.masses[np.setdiff1d(np.arange(PROMPTS), stated)].sum())
        self.texts: list[str] = []
        self.facts: list[dict[str, Any]] = []
        for number, prompts in enumerate(stated):
            filler = " ".join(f"w{w}" for w in draw.integers(0, 5000, 150))
            copies = 1 + int(draw.geometric(0.4)) * int(draw.random() < 0.5)
            for copy in range(copies):
                self._add(prompts.tolist(), f"{filler} original {number}" + f" mirror {copy}" * (copy > 0), copy)

    def _add(self, prompts: list[int], text: str, copy: int) -> None:
        position = len(self.texts)
        self.texts.append(text)
        self.facts += [
            statement(
                f"doc{position}", f"person {p}", "spouse", f"partner {p}",
                domain=f"site{copy % 3}", position=position, start=20 * place,
            )
            for place, p in enumerate(prompts)
        ]  # fmt: skip

    def documents(self) -> list[dict[str, Any]]:
        domains = {f["doc_id"]: f["domain"] for f in self.facts}
        return [
            document(d, domain=domain, position=i, text=self.texts[i]) for i, (d, domain) in enumerate(domains.items())
        ]


@contextmanager
def clustered(world: World, folder: Path) -> Iterator[DuckDBSession]:
    """A session over a run that has read the world and looked for near-duplicates."""
    documents = world.documents()
    run = stage(folder / "run", world.facts, documents)
    rows = [
        {**{k: d[k] for k in ("doc_id", "domain", "shard", "position")}, "title": None, "text": text}
        for d, text in zip(documents, world.texts, strict=True)
    ]
    made = signatures(pa.RecordBatch.from_pylist(rows, schema=DOCUMENT_BATCH.arrow_schema))
    pq.write_table(pa.Table.from_batches([made]), run.staged("s") / "signatures.parquet")
    session = DuckDBSession(run, threads=1)
    try:
        finalize(session)
        find_duplicates(session, DuplicatesConfig("near"))
        yield session
    finally:
        session.close()


@pytest.mark.parametrize("seed", [1, 2])
def test_clusters_give_the_true_rate_of_a_mirrored_world_and_documents_do_not(seed: int, tmp_path: Path) -> None:
    world = World(seed)
    with clustered(world, tmp_path) as session:
        count(session)
        report = domain_report(session.fetch("SELECT * FROM report_counts"), {}, confidence=0.99).to_pylist()
        copies = next(r for r in session.fetch(copies_query()).to_pylist() if r["domain"] == "*")
    summary = copies_summary(report, [copies])
    assert summary["document_rate"] < summary["cluster_rate"]
    assert "looks well supported though only one source states it" in summary["text"]
    units = {r["unit"]: r for r in report if (r["domain"], r["attribute"]) == ("*", "*")}
    cluster, by_document = units["cluster"], units["document"]
    assert cluster["singleton_rate_low"] <= world.true_rate <= cluster["singleton_rate_high"]
    assert by_document["singleton_rate_high"] < world.true_rate
    prompts: dict[str, set[int]] = defaultdict(set)
    for f in world.facts:
        prompts[f["doc_id"]].add(f["prompt_id"])
    kept = {d["text_hash"]: d["doc_id"] for d in world.documents()}
    assert len(kept) == len(world.texts)
    originals = [i for i, text in enumerate(world.texts) if "mirror" not in text]
    assert cluster["n"] == sum(len(prompts[f"doc{i}"]) for i in originals)
    assert copies["surplus_share"] == pytest.approx(1 - ORIGINALS / len(world.texts))


def test_mirrors_of_two_originals_never_meet(tmp_path: Path) -> None:
    world = World(3)
    with clustered(world, tmp_path) as session:
        found = {r["doc_id"]: r["cluster_id"] for r in session.fetch("SELECT * FROM duplicates").to_pylist()}
    original = [int(text.partition("original ")[2].split()[0]) for text in world.texts]
    for i, j in itertools.pairwise(range(len(world.texts))):
        assert (found[f"doc{i}"] == found[f"doc{j}"]) == (original[i] == original[j])
