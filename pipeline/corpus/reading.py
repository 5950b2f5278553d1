"""A shard -> batches of documents and rejects, whatever its format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import IO

from pipeline.corpus.batches import BatchBuilder, ShardBatch
from pipeline.corpus.config import CorpusConfig
from pipeline.corpus.jsonl import read_json_lines
from pipeline.corpus.parquet import read_parquet
from pipeline.corpus.sampling import sampled
from pipeline.corpus.shards import Shard
from pipeline.corpus.storage import open_file, read_chunks
from pipeline.exceptions import InputError

_CHUNK_BYTES = 1 << 18


class ByteMeter:
    """Counts the bytes of a shard as they are read.

    Parameters
    ----------
    on_bytes : callable or None
        Told each number of bytes, for progress.
    """

    def __init__(self, on_bytes: Callable[[int], None] | None) -> None:
        self._on_bytes = on_bytes
        self._new = 0
        self.total = 0

    def count(self, size: int) -> None:
        """Count bytes that were read."""
        self._new += size
        self.total += size
        if self._on_bytes is not None and size:
            self._on_bytes(size)

    def take(self) -> int:
        """Return the bytes counted since the last call."""
        new, self._new = self._new, 0
        return new


def read_shard(
    shard: Shard,
    config: CorpusConfig,
    *,
    batch_bytes: int = 1_000_000,
    on_bytes: Callable[[int], None] | None = None,
    row_groups: Sequence[int] | None = None,
) -> Iterator[ShardBatch]:
    """Read a shard as a stream; memory does not grow with its size.

    Every record gives one row, in `documents` or in `rejects`; records are numbered from 0 over both. For
    JSON lines a record is a line that is not blank, for Parquet a row. Records without id are called
    `<shard>:<position>`. Where the rest of a file cannot be read, one reject stands at the position of the
    first record lost: of the file, or of the row group of a Parquet file, whose other row groups are read.

    Parameters
    ----------
    shard : Shard
        The shard.
    config : CorpusConfig
        Which fields to read and what is too large.
    batch_bytes : int
        Size of a batch; one record may be larger. Batches end anywhere: no result may depend on their ends.
    on_bytes : callable or None
        Told the bytes of the file as they are read, for progress.
    row_groups : sequence of int or None
        Of a Parquet file, read these row groups only; positions are those in the whole file.

    Yields
    ------
    ShardBatch
        Documents, rejects, and the bytes of the file that were read for them.

    Raises
    ------
    InputError
        If the file cannot be opened or read, or its text column holds no text.
    UnknownColumnError
        If a Parquet file has no text column of the configured name.
    """
    if row_groups is not None and shard.format != "parquet":
        raise InputError(f"{shard.name}: row groups can only be chosen in Parquet files, this is {shard.format}")
    builder, meter = BatchBuilder(shard.name, config, batch_bytes), ByteMeter(on_bytes)
    with open_file(shard.path) as handle:
        if shard.format == "parquet":
            steps = read_parquet(handle, shard.name, builder, config, wanted=row_groups, count_bytes=meter.count)
        else:
            steps = read_json_lines(_metered(handle, meter), shard.format, builder, config)
        for _ in steps:
            yield sampled(builder.take(meter.take()), config.sample_fraction)
    if row_groups is None:
        meter.count(max(0, shard.size - meter.total))
    rest = meter.take()
    if rest or not builder.empty:
        yield sampled(builder.take(rest), config.sample_fraction)


def _metered(handle: IO[bytes], meter: ByteMeter) -> Iterator[bytes]:
    for chunk in read_chunks(handle, _CHUNK_BYTES):
        meter.count(len(chunk))
        yield chunk
