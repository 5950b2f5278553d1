"""Writes the table `sketches` of a run that counts from a sample."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa

from pipeline.counting.sketches.sample import PromptSample
from pipeline.counting.sketches.table import RUN, merge_sketches, sample_row
from pipeline.engines.protocol import SqlSession
from schemas import SKETCHES

_LAST = 2**63 - 1

_SAMPLED = """
SELECT unit, domain, attribute, prompt_id, answered, abstained
FROM unit_counts
ORDER BY attribute, unit, domain, prompt_id
"""


def write_sketches(session: SqlSession, size: int, *, staged: bool) -> None:
    """Write `sketches`: singleton sketches of the counted prompts and, where shards staged theirs, the merge of those.

    Parameters
    ----------
    session : SqlSession
        Has counted from a sample; knows unit_counts, sample_bounds and group_totals.
    size : int
        Prompts sampled of each attribute.
    staged : bool
        Whether the session knows `staged_sketches`.
    """
    rows = list(_singleton_rows(session, size))
    if staged:
        merged = merge_sketches(session.batches("staged_sketches"))
        rows += [row for row in merged.to_pylist() if row["kind"] != "totals"]
    rows.sort(key=lambda r: tuple(r[name] for name in SKETCHES.sort_by))
    session.write_rows(SKETCHES, pa.Table.from_pylist(rows, schema=SKETCHES.arrow_schema))


def _singleton_rows(session: SqlSession, size: int) -> list[dict[str, Any]]:
    lasts = {r["attribute"]: r["last"] for r in session.fetch("SELECT * FROM sample_bounds").to_pylist()}
    totals = {
        (r["unit"], r["domain"], r["attribute"]): (r["n"], r["abstentions"])
        for r in session.fetch("SELECT unit, domain, attribute, n, abstentions FROM group_totals").to_pylist()
    }
    counts = session.fetch(_SAMPLED)
    columns = {n: counts.column(n).to_numpy() for n in ("prompt_id", "answered", "abstained")}
    keys = list(zip(*(counts.column(n).to_pylist() for n in ("unit", "domain", "attribute")), strict=True))
    edges = [i for i in range(len(keys)) if i == 0 or keys[i] != keys[i - 1]] + [len(keys)]
    spans = {keys[a]: slice(a, b) for a, b in pairwise(edges)}
    rows = []
    for key in sorted(totals):
        span = spans.get(key, slice(0, 0))
        ids = columns["prompt_id"][span].astype(np.int64)
        pair = np.stack([columns["answered"][span], columns["abstained"][span]], axis=1).astype(np.int64)
        last = lasts[key[2]]
        sample = PromptSample(size, ids, np.zeros_like(ids), pair, None if last == _LAST else last + 1)
        n, abstentions = totals[key]
        rows.append({"shard": RUN, **sample_row(*key, sample), "n": int(n), "abstentions": int(abstentions or 0)})
    return rows
