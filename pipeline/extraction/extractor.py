"""The extractor: a batch of documents in, facts, documents and rejects out."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import pyarrow as pa

from pipeline.duplicates.signatures import signatures
from pipeline.exceptions import InputError
from pipeline.extraction.config import PROFILES, ExtractionConfig
from pipeline.extraction.document import Document
from pipeline.extraction.gate import Gate
from pipeline.extraction.keyvalue import KeyValueReader
from pipeline.extraction.language import is_english
from pipeline.extraction.rules import RuleSet
from pipeline.extraction.statements import Found, Reader, Statement
from pipeline.extraction.verification import Verifier
from pipeline.identity import fact_id, prompt_id, text_hash
from schemas import DOCUMENTS, REJECTS, STAGED_FACTS
from schemas.catalogue import load_catalogue

WINDOW = 1_000_000
"""Longer documents are read in windows of about so many characters, so that memory stays bounded."""


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


class Extractor(Protocol):
    """What an extractor is: a pure function of each document alone."""

    def extract(self, batch: Any) -> Extraction:
        """Extract the facts of a `schemas.DOCUMENT_BATCH` record batch."""
        ...


class RuleExtractor:
    """The built-in extractor.

    Parameters
    ----------
    config : ExtractionConfig
    """

    def __init__(self, config: ExtractionConfig) -> None:
        if config.profile not in PROFILES:
            msg = f"extraction profile {config.profile!r} does not exist; choose one of {', '.join(PROFILES)}."
            raise InputError(msg)
        self._signatures = config.signatures
        self._reader = _reader(config.profile, config.attribute_files)

    def extract(self, batch: Any) -> Extraction:
        """Extract the facts of a batch; a document on which the code fails becomes a reject row."""
        facts: list[dict[str, Any]] = []
        documents: list[dict[str, Any]] = []
        rejects: list[dict[str, Any]] = []
        for row in batch.to_pylist():
            try:
                english = is_english(row["text"])
                found = self._read(row["text"], row["title"]) if english else Found()
            except Exception as error:  # noqa: BLE001 - one document must never kill a run; the reject row tells
                rejects.append(_reject(row, error))
                continue
            facts.extend(_fact_row(row, s) for s in sorted(set(found.statements), key=_order))
            documents.append(_document_row(row, found, skipped=not english))
        facts.sort(key=lambda f: f["position"])
        made = signatures(batch) if self._signatures else None
        tables = (_batch(facts, STAGED_FACTS), _batch(documents, DOCUMENTS), _batch(rejects, REJECTS))
        return Extraction(*tables, signatures=made)

    def _read(self, text: str, title: str | None) -> Found:
        whole = Found()
        at = 0
        opening = None
        for window in _windows(text):
            document = Document(window, title, opening)
            opening = opening or document
            found = self._reader.read(document)
            whole.statements.extend(
                s._replace(char_start=s.char_start + at, char_end=s.char_end + at) for s in found.statements
            )
            whole.subjectless |= {(start + at, attribute) for start, attribute in found.subjectless}
            at += len(window)
        return whole


@lru_cache(maxsize=4)
def _reader(profile: str, attribute_files: tuple[str, ...]) -> Reader:
    """Return the reader of a profile; compiled once, whatever else a configuration asks for."""
    catalogue = load_catalogue([Path(f) for f in attribute_files])
    return Reader(
        Gate(catalogue),
        RuleSet(catalogue),
        KeyValueReader(catalogue),
        verifier=Verifier(catalogue) if profile == "balanced" else None,
        lone=profile == "recall",
    )


def _windows(text: str) -> list[str]:
    if len(text) <= WINDOW:
        return [text]
    windows = []
    while len(text) > WINDOW:
        cut = text.rfind("\n", WINDOW // 2, WINDOW) + 1 or text.rfind(" ", WINDOW // 2, WINDOW) + 1 or WINDOW
        windows.append(text[:cut])
        text = text[cut:]
    return [*windows, text]


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


def _batch(rows: list[dict[str, Any]], table: Any) -> Any:
    return pa.RecordBatch.from_pylist(rows, schema=table.arrow_schema)


@lru_cache(maxsize=4)
def load_extractor(config: ExtractionConfig) -> Extractor:
    """Return the extractor of a configuration; its models and word lists are loaded once a process."""
    return RuleExtractor(config)
