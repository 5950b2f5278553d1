"""A random part of the corpus, chosen by a hash of each document's id."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyarrow as pa

from pipeline.corpus.batches import ShardBatch
from pipeline.identity import content_hash

_PURPOSE = "document sample"
"""Hashed with the id, so that this sample has nothing to do with other uses of hashed ids."""

_RANGE = 1 << 64


def is_sampled(doc_id: str, fraction: float) -> bool:
    """Tell whether a document belongs to the sample of a fraction of the corpus.

    Parameters
    ----------
    doc_id : str
        Id of the document.
    fraction : float
        Share of the documents that are kept, above 0 and at most 1.
    """
    return fraction >= 1 or content_hash(_PURPOSE, doc_id) % _RANGE < fraction * _RANGE


def sampled(batch: ShardBatch, fraction: float) -> ShardBatch:
    """Return a batch with the documents of the sample; rejects stay, since they have no text to sample."""
    if fraction >= 1:
        return batch
    kept = np.fromiter(
        (is_sampled(doc_id, fraction) for doc_id in batch.documents.column("doc_id").to_pylist()), dtype=bool
    )
    return replace(batch, documents=batch.documents.filter(pa.array(kept, type=pa.bool_())))
