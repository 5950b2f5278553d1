"""Facts made by hand for tests: rows in the schemas of the run, and a run directory that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.identity import content_hash, fact_id, prompt_id
from pipeline.run_directory import RunDirectory, ShardEntry
from schemas import DOCUMENTS, DUPLICATES, REJECTS, STAGED_FACTS


def statement(
    doc_id: str,
    entity: str,
    attribute: str,
    value: str | None,
    *,
    domain: str = "d",
    shard: str = "s",
    position: int = 0,
    start: int = 0,
    rule: str = "made_by_hand",
) -> dict[str, Any]:
    """Return one row of staged_facts; a value of None abstains."""
    return {
        "doc_id": doc_id,
        "domain": domain,
        "shard": shard,
        "entity": entity,
        "entity_key": entity.casefold(),
        "attribute": attribute,
        "value": value,
        "value_key": None if value is None else value.casefold(),
        "value_type": "text",
        "abstained": value is None,
        "prompt_id": prompt_id(entity.casefold(), attribute),
        "fact_id": None if value is None else fact_id(entity.casefold(), attribute, value.casefold()),
        "char_start": start,
        "char_end": start + 10,
        "rule": rule,
        "confidence": 1.0,
        "position": position,
    }


def document(doc_id: str, *, domain: str = "d", shard: str = "s", position: int = 0, text: str = "") -> dict[str, Any]:
    """Return one row of documents."""
    return {
        "doc_id": doc_id,
        "domain": domain,
        "shard": shard,
        "position": position,
        "text_hash": content_hash(text or doc_id),
        "characters": 100,
        "statements": 1,
        "unresolved": 0,
        "language_skipped": False,
    }


def stage(
    path: Path,
    facts: Sequence[dict[str, Any]],
    documents: Sequence[dict[str, Any]],
    clusters: dict[str, int] | None = None,
) -> RunDirectory:
    """Make a run directory whose staging holds the rows, as one shard; clusters maps doc_id to cluster_id."""
    run = RunDirectory(path)
    run.begin({})
    aside = run.staging_area("s")
    for name, table, rows in (
        ("facts", STAGED_FACTS, facts),
        ("documents", DOCUMENTS, documents),
        ("rejects", REJECTS, []),
    ):
        pq.write_table(pa.Table.from_pylist(list(rows), schema=table.arrow_schema), aside / f"{name}.parquet")
    run.commit(aside, ShardEntry("s", "c", "k", 1, len(documents), len(facts), 0, 0, 1, 0, 0.0))
    if clusters is not None:
        sizes = {c: list(clusters.values()).count(c) for c in clusters.values()}
        rows = [
            {
                "doc_id": d["doc_id"],
                "domain": d["domain"],
                "cluster_id": clusters[d["doc_id"]],
                "cluster_size": sizes[clusters[d["doc_id"]]],
                "method": "near",
            }
            for d in documents
        ]
        run.table("duplicates").mkdir()
        pq.write_table(
            pa.Table.from_pylist(rows, schema=DUPLICATES.arrow_schema), run.table("duplicates") / "part-00000.parquet"
        )
    return run
