"""Files of a folder, a glob or a single URI in a remote store."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pyarrow.fs as pafs

from pipeline.corpus.storage import filesystem_of, split_options
from pipeline.exceptions import InputError

_MAGIC = re.compile(r"[*\[]")

Entry = tuple[str, int, int]
"""URI, size in bytes, path components below the argument."""


def list_files(uri: str, *, wanted: Callable[[str], bool], named: Callable[[str], None]) -> list[Entry]:
    """List the files that a URI stands for.

    Parameters
    ----------
    uri : str
        A file, a folder (searched at all depths) or a glob (`*` matches `/` too, `?` begins the options of
        the store, as in `s3://bucket/folder?region=eu-west-1`).
    wanted : callable
        Tells by its base name whether a file in a folder is a shard.
    named : callable
        Raises `InputError` if a file that was named is no shard.

    Returns
    -------
    list of tuple
        URI without options, size in bytes and path components below the argument (1 for a named file).

    Raises
    ------
    InputError
        If nothing is there or the store does not answer.
    """
    address, options = split_options(uri)
    pattern = address if _MAGIC.search(address) else None
    base = _MAGIC.split(address)[0].rpartition("/")[0] if pattern else address.rstrip("/")
    filesystem, inner = filesystem_of(base + options)
    prefix = base[: len(base) - len(inner.strip("/"))]
    try:
        info = filesystem.get_file_info(inner)
        if info.type == pafs.FileType.File:
            named(base)
            return [(base, info.size, 1)]
        below = _files_below(filesystem, inner)
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"{uri}: cannot be listed: {str(error).splitlines()[0]}") from error
    entries = [
        (prefix + i.path.strip("/"), i.size, _depth(i.path, inner, pattern)) for i in below if wanted(i.base_name)
    ]
    return [
        e for e in entries if not _in_hidden_folder(e[0], base) and (not pattern or fnmatch.fnmatchcase(e[0], pattern))
    ]


def _files_below(filesystem: Any, folder: str) -> list[Any]:
    selector = pafs.FileSelector(folder, recursive=True)
    return [info for info in filesystem.get_file_info(selector) if info.type == pafs.FileType.File]


def _depth(path: str, folder: str, pattern: str | None) -> int:
    return 1 if pattern else path.strip("/").count("/") - folder.strip("/").count("/")


def _in_hidden_folder(uri: str, base: str) -> bool:
    return any(part.startswith((".", "_")) for part in uri[len(base) :].strip("/").split("/")[:-1])
