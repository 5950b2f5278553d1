"""A look at the first records of a corpus, before hours are spent on the wrong field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.corpus.columns import field_names
from pipeline.corpus.config import CorpusConfig
from pipeline.corpus.jsonl import all_lines
from pipeline.corpus.lines import OversizedLine
from pipeline.corpus.records import BadRecordError, parse_record
from pipeline.corpus.shards import Shard
from pipeline.corpus.storage import open_file, read_chunks
from pipeline.corpus.unknown_fields import unknown_field_error

RECORDS_LOOKED_AT = 1000
_CHUNK_BYTES = 1 << 16
_DEEPEST_FIELD = 10


def check_fields(shards: Sequence[Shard], config: CorpusConfig) -> None:
    """Check that the text field, and each field that the user named, is in some record.

    The look is at the corpus, not at each shard, so that the answer does not depend on how records are split
    into shards: one shard whose only record has no text is no error, it gives a reject. It ends as soon as
    all fields were seen, mostly at the first record.

    Parameters
    ----------
    shards : sequence of Shard
        The shards of the corpus.
    config : CorpusConfig
        The fields.

    Raises
    ------
    UnknownColumnError
        If none of the first 1000 records has a field; the message names those that they have.
    """
    fields = config.fields
    missing = {role: getattr(fields, role) for role in fields.required}
    seen: dict[str, None] = {}
    looked = 0
    for names in _all_names(shards, config):
        missing = {role: paths for role, paths in missing.items() if not any(p in names for p in paths)}
        seen.update(dict.fromkeys(names))
        looked += 1
        if not missing or looked >= RECORDS_LOOKED_AT:
            break
    if missing and looked:
        role, paths = next(iter(missing.items()))
        raise unknown_field_error(role, paths, list(seen), f"the first {looked} records")


def _all_names(shards: Sequence[Shard], config: CorpusConfig) -> Iterator[list[str]]:
    for shard in shards:
        with open_file(shard.path) as handle:
            if shard.format == "parquet":
                try:
                    yield field_names(pq.read_schema(handle))
                except (pa.ArrowException, OSError):  # damage becomes a reject when the shard is read
                    continue
                continue
            chunks = read_chunks(handle, _CHUNK_BYTES)
            for line in all_lines(chunks, shard.format, config.max_record_bytes):
                if isinstance(line, bytes) and (names := _names_in(line)):
                    yield names


def _names_in(line: bytes) -> list[str]:
    if not line or line.isspace() or type(line) is OversizedLine:
        return []
    try:
        return list(_paths_of(parse_record(line)))
    except BadRecordError:
        return []


def _paths_of(record: dict[str, Any], depth: int = 0) -> Iterator[str]:
    for key, value in record.items():
        yield key
        if type(value) is dict and depth < _DEEPEST_FIELD:
            yield from (f"{key}.{path}" for path in _paths_of(value, depth + 1))
