"""Records -> Arrow batches of documents and rejects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

import schemas
from pipeline.corpus.config import UNKNOWN_DOMAIN, CorpusConfig
from pipeline.corpus.domains import registered_domain

EXCERPT_CHARACTERS = 200
_ALL_DOMAINS = "*"  # the report's word for the whole corpus


@dataclass(frozen=True, slots=True)
class ShardBatch:
    """Some consecutive records of a shard.

    Parameters
    ----------
    documents : pyarrow.RecordBatch
        Rows of `schemas.DOCUMENT_BATCH`.
    rejects : pyarrow.RecordBatch
        Rows of `schemas.REJECTS`.
    bytes_read : int
        Bytes of the shard's file that were read for this batch; over all batches they add up to its size.
    """

    documents: Any
    rejects: Any
    bytes_read: int


class BatchBuilder:
    """Collects the records of one shard until a batch is full.

    Parameters
    ----------
    shard_name : str
        Name of the shard.
    config : CorpusConfig
        What is accepted, and what the domain is made of.
    batch_bytes : int
        Bytes of records after which a batch is full.
    """

    def __init__(self, shard_name: str, config: CorpusConfig, batch_bytes: int) -> None:
        self._shard = shard_name
        self._limit = config.max_document_characters
        self._domain_of = _url_domain if config.fields.by_url else _field_domain
        self._batch_bytes = batch_bytes
        self._start()

    def _start(self) -> None:
        self._documents: list[tuple[str, str, int, str | None, str]] = []
        self._rejects: list[tuple[int, str, str | None]] = []
        self._bytes = 0

    @property
    def full(self) -> bool:
        """Whether the batch should be taken now."""
        return self._bytes >= self._batch_bytes

    @property
    def empty(self) -> bool:
        """Whether there is nothing to take."""
        return not self._documents and not self._rejects

    def add(self, position: int, values: tuple[Any, Any, Any, Any], excerpt: Callable[[], str | None]) -> None:
        """Add a record as a document, or as a reject if its text or id is not usable.

        Parameters
        ----------
        position : int
            Number of the record in the shard.
        values : tuple
            Text, id, title and domain (or URL), as the record has them; None where it does not.
        excerpt : callable
            Gives the beginning of the record, should it be rejected.
        """
        text, identifier, title, domain = values
        reason = self._fault(text, identifier)
        if reason is not None:
            self.reject(position, reason, excerpt())
            return
        doc_id = f"{self._shard}:{position}" if identifier is None or identifier == "" else str(identifier)
        title = title if isinstance(title, str) and title else None
        self._documents.append((doc_id, self._domain_of(domain), position, title, text))
        self._bytes += len(text)

    def reject(self, position: int, reason: str, excerpt: str | None) -> None:
        """Add a record, or the rest of the shard, that cannot be read."""
        self._rejects.append((position, reason, excerpt))
        self._bytes += len(reason) + len(excerpt or "")

    def take(self, bytes_read: int) -> ShardBatch:
        """Return what was collected, and begin anew."""
        documents, rejects = self._documents, self._rejects
        self._start()
        ids, domains, positions, titles, texts = zip(*documents, strict=True) if documents else ((),) * 5
        at, reasons, excerpts = zip(*rejects, strict=True) if rejects else ((),) * 3
        shard = self._shard
        return ShardBatch(
            documents=_record_batch(
                schemas.DOCUMENT_BATCH, [ids, domains, [shard] * len(ids), positions, titles, texts]
            ),
            rejects=_record_batch(schemas.REJECTS, [[shard] * len(at), at, reasons, excerpts]),
            bytes_read=bytes_read,
        )

    def _fault(self, text: Any, identifier: Any) -> str | None:
        if type(text) is not str:
            return "missing_text" if text is None else f"text_not_a_string: {type(text).__name__}"
        if not text or text.isspace():
            return "empty_text"
        if len(text) > self._limit:
            return f"document_too_large: {len(text)} characters"
        if identifier is not None and type(identifier) not in (str, int):
            return f"invalid_id: {type(identifier).__name__}"
        return None


def printable(text: str) -> str:
    """Return the beginning of a text on one line, with U+FFFD for what cannot be printed."""
    head = text[:EXCERPT_CHARACTERS]
    return head if head.isprintable() else "".join(c if c.isprintable() else "\ufffd" for c in head)


def _record_batch(table: schemas.Table, columns: list[Any]) -> Any:
    schema = table.arrow_schema
    arrays = [pa.array(values, type=field.type) for values, field in zip(columns, schema, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _url_domain(url: Any) -> str:
    return registered_domain(url) if isinstance(url, str) else UNKNOWN_DOMAIN


def _field_domain(value: Any) -> str:
    if type(value) is bool:
        value = str(value).lower()
    if value is None or isinstance(value, (list, dict, bytes)):
        return UNKNOWN_DOMAIN
    domain = str(value).strip()
    return UNKNOWN_DOMAIN if domain in {"", _ALL_DOMAINS} else domain
