"""Compressed bytes -> bytes, in bounded pieces, with damage told apart from a regular end."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import zstandard

GZIP_MAGIC = b"\x1f\x8b"
PIECE_BYTES = 1 << 20
"""Largest piece of decompressed gzip that is held at once, in bytes."""

_GZIP = 16 + zlib.MAX_WBITS
# 128 KiB of text can hide in 4 bytes of zstd, so small slices bound what one call can unfold to 8 MiB.
_ZSTD_SLICE = 1 << 8
_ZSTD_WINDOW = 1 << 31  # dumps made with `zstd --long=31` need it


class BrokenShardError(Exception):
    """The rest of a shard cannot be read; the reason is the code and details of its row in `rejects`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def decompressed(chunks: Iterable[bytes], kind: str) -> Iterator[bytes]:
    """Decompress a stream.

    Parameters
    ----------
    chunks : iterable of bytes
        The bytes of the file.
    kind : str
        Format of the shard: `jsonl`, `jsonl.gz` or `jsonl.zst`.

    Yields
    ------
    bytes
        Pieces of at most a few MB, however far the data unfold. Members and frames are read through.

    Raises
    ------
    BrokenShardError
        `truncated` if the stream ends early, `corrupt` if it is damaged or followed by something else; all
        that could be read has been handed out before.
    """
    return _DECODERS[kind](iter(chunks))


def _gunzip(chunks: Iterator[bytes]) -> Iterator[bytes]:
    rest, member = next(chunks, b""), 0
    if not rest:
        raise BrokenShardError("truncated: the file is empty")
    while rest:
        rest = yield from _gzip_member(rest, chunks, member)
        member += 1


def _gzip_member(data: bytes, chunks: Iterator[bytes], member: int) -> Any:
    """Yield the pieces of one gzip member; return the bytes after it."""
    data = _at_least(data, chunks, len(GZIP_MAGIC))
    if not data.startswith(GZIP_MAGIC[: len(data)]):
        raise BrokenShardError(f"corrupt: no gzip data {'at the beginning' if not member else 'after a member'}")
    decoder = zlib.decompressobj(_GZIP)
    while not decoder.eof:
        if not data and not (data := next(chunks, b"")):
            raise BrokenShardError("truncated: the gzip stream ends early")
        before = decoder.copy()
        try:
            piece = decoder.decompress(data, PIECE_BYTES)
        except zlib.error as error:
            yield from _pieces_until_damage(before, data)
            raise BrokenShardError(f"corrupt: {error}") from error
        if piece:
            yield piece
        data = decoder.unconsumed_tail
    return _skip_padding(decoder.unused_data, chunks)


def _pieces_until_damage(decoder: Any, data: bytes) -> Iterator[bytes]:
    """Yield what a chunk gives byte by byte: a failing call hands out nothing of what it had unfolded."""
    for index in range(len(data)):
        try:
            piece = decoder.decompress(data[index : index + 1])
        except zlib.error:
            return
        if piece:
            yield piece


def _skip_padding(data: bytes, chunks: Iterator[bytes]) -> bytes:
    # gzip allows zeros after a member, as tapes leave them.
    while not (data := data.lstrip(b"\0")):
        if not (data := next(chunks, b"")):
            return b""
    return data


def _at_least(data: bytes, chunks: Iterator[bytes], size: int) -> bytes:
    while len(data) < size and (more := next(chunks, b"")):
        data += more
    return data


def _unzstd(chunks: Iterator[bytes]) -> Iterator[bytes]:
    context = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    decoder, fed = context.decompressobj(), False
    for data in _slices(chunks):
        while data:
            try:
                piece = decoder.decompress(data)
            except zstandard.ZstdError as error:
                raise BrokenShardError(f"corrupt: {error}") from error
            if piece:
                yield piece
            fed, data = True, decoder.unused_data if decoder.eof else b""  # noqa: PLW2901 - the rest is the next frame
            if decoder.eof:
                decoder = context.decompressobj()
                at_boundary = True
            else:
                at_boundary = False
    if not fed:
        raise BrokenShardError("truncated: the file is empty")
    if not at_boundary:
        raise BrokenShardError("truncated: the zstd stream ends early")


def _slices(chunks: Iterator[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        for start in range(0, len(chunk), _ZSTD_SLICE):
            yield chunk[start : start + _ZSTD_SLICE]


_DECODERS: dict[str, Callable[[Iterator[bytes]], Iterator[bytes]]] = {
    "jsonl": lambda chunks: chunks,
    "jsonl.gz": _gunzip,
    "jsonl.zst": _unzstd,
}
