"""Signatures of documents, made while their text is at hand."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from pipeline.duplicates.minhash import bands, digits, minhash
from pipeline.duplicates.shingles import shingles
from pipeline.identity import text_hash
from schemas.signatures import BANDS, STAGED_SIGNATURES

_PLACE = ("doc_id", "domain", "shard", "position")


def signatures(batch: Any) -> Any:
    """Make the signatures of a batch of documents; a pure function.

    Parameters
    ----------
    batch : pyarrow.RecordBatch
        Documents, in the schema `schemas.DOCUMENT_BATCH`.

    Returns
    -------
    pyarrow.RecordBatch
        One row per document, in the same order, in the schema `schemas.signatures.STAGED_SIGNATURES`.
    """
    hashes: list[int] = []
    counts: list[int] = []
    written: list[str | None] = []
    banded: list[list[int | None]] = []
    for text in batch.column("text").to_pylist():
        found = shingles(text)
        hashes.append(text_hash(text))
        counts.append(int(found.size))
        if found.size:
            signature = minhash(found)
            written.append(digits(signature))
            banded.append(list(bands(signature)))
        else:
            written.append(None)
            banded.append([None] * BANDS)
    columns = [batch.column(name) for name in _PLACE]
    columns += [pa.array(hashes, pa.int64()), pa.array(counts, pa.int64()), pa.array(written, pa.string())]
    columns += [pa.array([row[i] for row in banded], pa.int64()) for i in range(BANDS)]
    return pa.RecordBatch.from_arrays(columns, schema=STAGED_SIGNATURES.arrow_schema)
