"""Parquet files -> batches, row group by row group, only the columns needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.corpus.batches import BatchBuilder, printable
from pipeline.corpus.columns import column_paths, column_values, require_text_column
from pipeline.corpus.config import CorpusConfig
from pipeline.corpus.shards import Shard
from pipeline.corpus.storage import open_file, read_through
from pipeline.exceptions import InputError

_MAGIC = b"PAR1"
_READ_BYTES = 1_000_000
_MOST_ROWS = 10_000


class _DamagedGroupError(Exception):
    """The rest of a row group cannot be decoded."""

    def __init__(self, position: int, reason: str) -> None:
        super().__init__(reason)
        self.position = position
        self.reason = reason


@dataclass(frozen=True, slots=True)
class RowGroup:
    """A part of a Parquet file that can be read alone.

    Parameters
    ----------
    index : int
        Number of the row group, from 0.
    position : int
        Position of its first record in the shard.
    records : int
        Number of its records.
    size : int
        Its size in the file, in bytes (compressed, all columns).
    """

    index: int
    position: int
    records: int
    size: int


def row_groups(shard: Shard) -> tuple[RowGroup, ...]:
    """Return the row groups of a Parquet shard.

    Returns
    -------
    tuple of RowGroup
        Empty where the shard cannot be split: other formats, files without rows, and files whose footer
        cannot be read. Read such a shard whole, so that its reject is recorded.
    """
    if shard.format != "parquet":
        return ()
    with open_file(shard.path) as handle:
        try:
            return _groups(pq.ParquetFile(handle).metadata)
        except (pa.ArrowException, OSError):
            read_through(handle)
            return ()


def read_parquet(
    handle: IO[bytes],
    name: str,
    builder: BatchBuilder,
    config: CorpusConfig,
    *,
    wanted: Sequence[int] | None,
    count_bytes: Callable[[int], None],
) -> Iterator[None]:
    """Read a Parquet file into a builder, and yield whenever the builder is full.

    Parameters
    ----------
    handle : file
        The open file.
    name : str
        Name of the shard, for errors.
    builder : BatchBuilder
        Takes the documents and rejects.
    config : CorpusConfig
        What to read.
    wanted : sequence of int or None
        Row groups to read; None for all.
    count_bytes : callable
        Told the size of each row group when it has been read.
    """
    try:
        file = pq.ParquetFile(handle, page_checksum_verification=True)
    except (pa.ArrowException, OSError) as error:
        read_through(handle)
        builder.reject(0, _damage(handle, error), None)
        return
    require_text_column(file.schema_arrow, name, config)
    groups = _groups(file.metadata)
    if unknown := set(wanted or ()) - {group.index for group in groups}:
        raise InputError(f"{name}: no row group {min(unknown)}; the file has {len(groups)}")
    for group in groups:
        if wanted is None or group.index in wanted:
            try:
                yield from _read_group(file, group, builder, config)
            except _DamagedGroupError as error:
                read_through(handle)
                builder.reject(error.position, error.reason, None)
            count_bytes(group.size)


def _groups(metadata: Any) -> tuple[RowGroup, ...]:
    groups, position = [], 0
    for index in range(metadata.num_row_groups):
        group = metadata.row_group(index)
        size = sum(group.column(c).total_compressed_size for c in range(group.num_columns))
        groups.append(RowGroup(index, position, group.num_rows, size))
        position += group.num_rows
    return tuple(groups)


def _read_group(file: Any, group: RowGroup, builder: BatchBuilder, config: CorpusConfig) -> Iterator[None]:
    fields, schema = config.fields, file.schema_arrow
    roles = [column_paths(schema, paths) for paths in (fields.text, fields.id, fields.title, fields.domain)]
    columns = sorted({path for paths in roles for path in paths})
    position = group.position
    batches = file.iter_batches(batch_size=_rows_at_once(file, group), row_groups=[group.index], columns=columns)
    try:
        for batch in batches:
            for values in zip(*(column_values(batch, paths) for paths in roles), strict=True):
                _add(builder, position, values)
                position += 1
                if builder.full:
                    yield
    except (pa.ArrowException, OSError) as error:
        raise _DamagedGroupError(position, f"corrupt: {_first_line(error)}") from error


def _add(builder: BatchBuilder, position: int, values: tuple[Any, ...]) -> None:
    text, identifier, title, domain = values
    for value in values:
        if isinstance(value, bytes):  # column_values leaves bytes only where they are not UTF-8
            builder.reject(position, "invalid_utf8", printable(value[:800].decode("utf-8", "replace")))
            return
    builder.add(
        position,
        (text, identifier, title, domain),
        lambda: printable(text) if isinstance(text, str) else None,
    )


def _rows_at_once(file: Any, group: RowGroup) -> int:
    # Of the file alone, not of the caller's batch size, on which what damage takes must not depend.
    data = file.metadata.row_group(group.index)
    row_bytes: int = data.total_byte_size // max(1, data.num_rows)
    return max(1, min(_MOST_ROWS, _READ_BYTES // max(1, row_bytes)))


def _damage(handle: IO[bytes], error: Exception) -> str:
    handle.seek(0)
    begins_well = handle.read(len(_MAGIC)) == _MAGIC
    size = handle.seek(0, 2)
    if not size:
        return "truncated: the file is empty"
    handle.seek(max(0, size - len(_MAGIC)))
    ends_well = handle.read() == _MAGIC
    code = "truncated" if begins_well and not ends_well else "corrupt"
    return f"{code}: {_first_line(error)}"


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
