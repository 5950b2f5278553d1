"""Pieces of work: what one task reads, and how pieces are put into waves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from pipeline.corpus import Shard, row_groups

PIECE_BYTES = 128 * 1024 * 1024
"""Parquet shards larger than this are read by several tasks, each some row groups of about so many bytes."""
_FOOTER_THREADS = 16


@dataclass(frozen=True, slots=True)
class Piece:
    """What one task reads: a shard, or consecutive row groups of a Parquet shard.

    Parameters
    ----------
    shard : Shard
        The shard.
    content : str
        Hash of the shard's content.
    number : int
        Number of the piece in its shard, from 0.
    groups : tuple of int or None
        Row groups; None for the whole shard.
    size : int
        Stored bytes.
    """

    shard: Shard
    content: str
    number: int
    groups: tuple[int, ...] | None
    size: int


def waves(shards: Sequence[tuple[Shard, str]], wave_shards: int) -> Iterator[tuple[tuple[Shard, str], ...]]:
    """Yield the shards in waves, the largest first.

    The shards of a wave are of like size then, so that no wave waits long for its last task, and the one huge shard
    that cannot be split is begun at once, not at the end.
    """
    by_size = sorted(shards, key=lambda item: (-item[0].size, item[0].name))
    for start in range(0, len(by_size), wave_shards):
        yield tuple(by_size[start : start + wave_shards])


def pieces_of(shards: Sequence[tuple[Shard, str]], piece_bytes: int = PIECE_BYTES) -> list[Piece]:
    """Split shards into pieces.

    Parameters
    ----------
    shards : sequence of (Shard, str)
        Shards with the hashes of their content.
    piece_bytes : int
        Parquet shards above this size are split into pieces of about this size.

    Returns
    -------
    list of Piece
        In the order of the shards; every shard has at least one.
    """
    with ThreadPoolExecutor(_FOOTER_THREADS) as pool:  # footers of a remote store: latency, not work
        split = pool.map(lambda item: _split(item[0], item[1], piece_bytes), shards)
        return [piece for pieces in split for piece in pieces]


def _split(shard: Shard, content: str, piece_bytes: int) -> list[Piece]:
    whole = [Piece(shard, content, 0, None, shard.size)]
    if shard.format != "parquet" or shard.size <= piece_bytes:
        return whole
    parts: list[tuple[list[int], int]] = []
    for group in row_groups(shard):
        if not parts or parts[-1][1] + group.size > piece_bytes:
            parts.append(([], 0))
        indices, size = parts.pop()
        parts.append(([*indices, group.index], size + group.size))
    if len(parts) < 2:
        return whole
    return [Piece(shard, content, n, tuple(groups), size) for n, (groups, size) in enumerate(parts)]
