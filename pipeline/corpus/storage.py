"""Bytes of files, local or in a store that Arrow knows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

import pyarrow as pa
import pyarrow.fs as pafs

from pipeline.exceptions import InputError

_CHUNK_BYTES = 1 << 20


def is_remote(path: str) -> bool:
    """Tell whether a path is a URI of a store, such as `s3://bucket/key`."""
    return "://" in path


def split_options(uri: str) -> tuple[str, str]:
    """Split a URI into its address and the options of the store, which begin with `?`."""
    address, sign, options = uri.partition("?")
    return address, sign + options


def filesystem_of(uri: str) -> tuple[Any, str]:
    """Return Arrow's file system for a URI, and the path inside it.

    Raises
    ------
    InputError
        If Arrow does not know the scheme or lacks what it needs to reach the store.
    """
    try:
        return cast("tuple[Any, str]", pafs.FileSystem.from_uri(uri))
    except (pa.ArrowException, OSError, ValueError) as error:
        raise InputError(
            f"{uri}: this store cannot be opened ({_first_line(error)}); known: local paths, s3://, gs://, "
            "hdfs://, file://"
        ) from error


@contextmanager
def open_file(path: str) -> Iterator[IO[bytes]]:
    """Open a file for seeking reads; the errors of the store become `InputError`.

    Raises
    ------
    InputError
        If the file is not there, may not be read, or reading it fails before it is closed.
    """
    try:
        with _opened(path) as handle:
            yield handle
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {_first_line(error)}") from error


def read_chunks(handle: IO[bytes], size: int) -> Iterator[bytes]:
    """Yield a file's bytes in chunks of at most `size` bytes."""
    while chunk := handle.read(size):
        yield chunk


def read_through(handle: IO[bytes]) -> None:
    """Read a file to its end, so that a store that fails raises its own error.

    Arrow raises the same exception for damaged data as for a broken connection. Only the first may become a
    reject: the second would lose good records without a word.

    Raises
    ------
    OSError
        If the bytes cannot be read.
    """
    handle.seek(0)
    for _ in read_chunks(handle, _CHUNK_BYTES):
        pass


def _opened(path: str) -> IO[bytes]:
    if not is_remote(path):
        return Path(path).open("rb")
    filesystem, inner = filesystem_of(path)
    return cast("IO[bytes]", filesystem.open_input_file(inner))


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
