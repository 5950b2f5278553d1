"""From what is found in documents to rows of the staged tables; shared by every extractor."""

from __future__ import annotations

from typing import Any, NamedTuple

import pyarrow as pa

from pipeline.duplicates.signatures import signatures
from pipeline.extraction.statements import Found, Statement
from pipeline.identity import fact_id, prompt_id, text_hash
from schemas import DOCUMENTS, REJECTS, STAGED_FACTS


class Extraction(NamedTuple):
    """What a batch of documents states.

    Parameters
    ----------
    facts : pa.RecordBatch
        `schemas.STAGED_FACTS`, sorted by position, evidence, attribute, entity_key, value_key, rule.
    documents : pa.RecordBatch
        `schemas.DOCUMENTS`, in the batch's order.
    rejects : pa.RecordBatch
        `schemas.REJECTS`: documents on which extraction failed.
    signatures : pa.RecordBatch or None
        `schemas.signatures.STAGED_SIGNATURES`, where the configuration asks for them.
    """

    facts: Any
    documents: Any
    rejects: Any
    signatures: Any = None


class Rows:
    """Gathers what is found in the documents of a batch.

    Parameters
    ----------
    batch : pyarrow.RecordBatch
        `schemas.DOCUMENT_BATCH`.
    """

    def __init__(self, batch: Any) -> None:
        self._batch = batch
        self._facts: list[dict[str, Any]] = []
        self._documents: list[dict[str, Any]] = []
        self._rejects: list[dict[str, Any]] = []

    def add(self, row: dict[str, Any], found: Found, *, skipped: bool) -> None:
        """Add what a document states; `skipped` where it is not English."""
        self._facts.extend(_fact_row(row, s) for s in sorted(set(found.statements), key=_order))
        self._documents.append(_document_row(row, found, skipped=skipped))

    def reject(self, row: dict[str, Any], error: Exception) -> None:
        """Add a document on which extraction failed."""
        self._rejects.append(_reject(row, error))

    def extraction(self, *, signed: bool) -> Extraction:
        """Return the tables, with signatures of the texts where they are asked for."""
        self._facts.sort(key=lambda f: f["position"])
        made = signatures(self._batch) if signed else None
        tables = (_table(self._facts, STAGED_FACTS), _table(self._documents, DOCUMENTS), _table(self._rejects, REJECTS))
        return Extraction(*tables, signatures=made)


def _order(s: Statement) -> tuple[Any, ...]:
    return (s.char_start, s.char_end, s.attribute, s.entity_key, s.value_key or "", s.rule, s.entity, s.value or "")


def _fact_row(row: dict[str, Any], s: Statement) -> dict[str, Any]:
    return {
        "doc_id": row["doc_id"],
        "domain": row["domain"],
        "shard": row["shard"],
        "position": row["position"],
        "entity": s.entity,
        "entity_key": s.entity_key,
        "attribute": s.attribute,
        "value": s.value,
        "value_key": s.value_key,
        "value_type": s.value_type,
        "abstained": s.value_key is None,
        "prompt_id": prompt_id(s.entity_key, s.attribute),
        "fact_id": None if s.value_key is None else fact_id(s.entity_key, s.attribute, s.value_key),
        "char_start": s.char_start,
        "char_end": s.char_end,
        "rule": s.rule,
        "confidence": s.confidence,
    }


def _document_row(row: dict[str, Any], found: Found, *, skipped: bool) -> dict[str, Any]:
    return {
        "doc_id": row["doc_id"],
        "domain": row["domain"],
        "shard": row["shard"],
        "position": row["position"],
        "text_hash": text_hash(row["text"]),
        "characters": len(row["text"]),
        "statements": len(set(found.statements)),
        "unresolved": found.unresolved,
        "language_skipped": skipped,
    }


def _reject(row: dict[str, Any], error: Exception) -> dict[str, Any]:
    excerpt = "".join(c if c.isprintable() else " " for c in str(row["text"])[:200])
    reason = f"extraction_failed: {type(error).__name__}: {error}"
    return {"shard": row["shard"], "position": row["position"], "reason": reason, "excerpt": excerpt}


def _table(rows: list[dict[str, Any]], table: Any) -> Any:
    return pa.RecordBatch.from_pylist(rows, schema=table.arrow_schema)
