"""Write the corpus's shards and the truth beside them."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

from pipeline.identity import fact_id, prompt_id
from pipeline.simulation.attributes import ATTRIBUTES
from pipeline.simulation.names import folded
from pipeline.simulation.rendering import Document
from pipeline.simulation.wordlists import COUNTRIES, NATIONALITIES
from schemas import FACTS

FORMATS = ("jsonl", "jsonl.gz", "jsonl.zst", "parquet")
_ROWS = 2_000
_RECORD = pa.schema([(name, pa.string()) for name in ("id", "source", "title", "text")])


class _Sink(Protocol):
    def write(self, data: bytes, /) -> int: ...


Record = dict[str, str | None]


def _gzip(path: Path, stack: ExitStack) -> _Sink:
    # No file name and no time in the header: the same world gives the same bytes.
    raw = stack.enter_context(path.open("wb"))
    return stack.enter_context(gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0))


def _zstd(path: Path, stack: ExitStack) -> _Sink:
    raw = stack.enter_context(path.open("wb"))
    return stack.enter_context(zstandard.ZstdCompressor().stream_writer(raw))


def _plain(path: Path, stack: ExitStack) -> _Sink:
    return stack.enter_context(path.open("wb"))


_OPENERS: dict[str, Callable[[Path, ExitStack], _Sink]] = {
    "jsonl": _plain,
    "jsonl.gz": _gzip,
    "jsonl.zst": _zstd,
}


def _value_key(value: str, value_type: str) -> str:
    """Key of a value: dates as they are, a nationality by its country, everything else folded."""
    if value_type == "date":
        return value
    if value_type == "nationality":
        return folded(COUNTRIES[NATIONALITIES.index(value)])
    return folded(value)


class _Rows:
    """A Parquet file written in groups of rows."""

    def __init__(self, path: Path, schema: Any, stack: ExitStack) -> None:
        self._schema = schema
        self._rows: list[dict[str, Any]] = []
        self._file = stack.enter_context(pq.ParquetWriter(path, schema, compression="zstd"))
        stack.callback(self._flush)

    def add(self, rows: list[dict[str, Any]]) -> None:
        self._rows += rows
        if len(self._rows) >= _ROWS:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._file.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []


class Shard:
    """One shard of the corpus and the file of facts that it states.

    Parameters
    ----------
    folder : Path
        Where shards lie; the truth goes to `truth` instead.
    truth : Path
        Folder of the facts.
    stem : str
        Name without the format.
    form : str
        One of `FORMATS`.
    """

    def __init__(self, folder: Path, truth: Path, stem: str, form: str) -> None:
        self.name = f"{stem}.{form}"
        self._stack = ExitStack()
        self._facts = _Rows(truth / f"{stem}.parquet", FACTS.arrow_schema, self._stack)
        self._lines: _Sink | None = None
        self._records: _Rows | None = None
        if form == "parquet":
            self._records = _Rows(folder / self.name, _RECORD, self._stack)
        else:
            self._lines = _OPENERS[form](folder / self.name, self._stack)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def add(self, doc_id: str, domain: str, document: Document) -> None:
        """Append a document and its facts."""
        record: Record = {"id": doc_id, "source": domain, "title": document.title, "text": document.text}
        if self._records:
            self._records.add([record])
        elif self._lines:
            present = {k: v for k, v in record.items() if v is not None}
            self._lines.write(orjson.dumps(present, option=orjson.OPT_APPEND_NEWLINE))
        self._facts.add([self._fact(doc_id, domain, evidence) for evidence in document.evidence])

    def _fact(self, doc_id: str, domain: str, evidence: Any) -> dict[str, Any]:
        key = folded(evidence.entity)
        value_type = ATTRIBUTES[evidence.attribute].value_type
        value_key = None if evidence.value is None else _value_key(evidence.value, value_type)
        return {
            "doc_id": doc_id, "domain": domain, "shard": self.name,
            "entity": evidence.entity, "entity_key": key, "attribute": evidence.attribute,
            "value": evidence.value, "value_key": value_key, "value_type": value_type,
            "abstained": evidence.value is None, "prompt_id": prompt_id(key, evidence.attribute),
            "fact_id": None if value_key is None else fact_id(key, evidence.attribute, value_key),
            "char_start": evidence.start, "char_end": evidence.end, "rule": "truth", "confidence": 1.0,
        }  # fmt: skip
