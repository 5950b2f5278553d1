"""Shards: the files of a corpus, their names and the digest of their bytes."""

from __future__ import annotations

import glob
import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import xxhash

from pipeline.corpus import remote
from pipeline.corpus.storage import is_remote, open_file, read_chunks, split_options
from pipeline.exceptions import InputError

_COMPRESSIONS = {"": "", ".gz": ".gz", ".zst": ".zst", ".zstd": ".zst"}
FORMATS: dict[str, str] = {
    **{
        f"{stem}{end}": f"jsonl{kind}" for stem in (".jsonl", ".ndjson", ".json") for end, kind in _COMPRESSIONS.items()
    },
    ".parquet": "parquet",
}
"""Format of a shard by the suffix of its file."""

_ONLY_WHEN_NAMED = (".json",)  # in folders these are mostly settings and descriptions, not records
_DIGEST_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Shard:
    """One file of the corpus.

    Parameters
    ----------
    path : str
        Absolute path, or URI of a remote file.
    name : str
        Name in the tables, unique in the corpus, with `/` between folders.
    size : int
        Size of the file, in bytes.
    format : str
        `jsonl`, `jsonl.gz`, `jsonl.zst` or `parquet`.
    """

    path: str
    name: str
    size: int
    format: str


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file below an argument: its path, its identity, its size, and in how many components its name begins."""

    path: str
    identity: str
    size: int
    depth: int
    options: str = ""


def find_shards(paths: Sequence[str | Path]) -> list[Shard]:
    """Find the shards that files, folders, globs and URIs stand for.

    Folders are searched at all depths; what begins with `.` or `_`, and files of other suffixes, are passed
    over, and so are plain `.json` files, which must be named. A shard's name is its path below the folder, or
    the base name of a named file, with parent folders before it where two would be equal; it depends neither
    on the working directory nor on the order of the arguments. A file that is reached twice is one shard.

    Parameters
    ----------
    paths : sequence of str or Path
        The arguments of the user.

    Returns
    -------
    list of Shard
        Sorted by name.

    Raises
    ------
    InputError
        If an argument is not there, is a file of an unknown suffix, or holds no shard.
    """
    found: dict[str, FoundFile] = {}
    for path in paths:
        files = _files_of(str(path))
        if not files:
            raise InputError(f"{path}: no shards there; known suffixes: {', '.join(FORMATS)}")
        for file in files:
            known = found.get(file.identity)
            # The longer name is the more telling one, and the choice must not depend on the order.
            if known is None or (file.depth, file.path) > (known.depth, known.path):
                found[file.identity] = file
    if not found:
        raise InputError("no corpus given: name files, folders or globs of shards")
    names = _unique_names(found.values())
    shards = [Shard(f.path + f.options, names[f.path], f.size, _format_of(f.path)) for f in found.values()]
    return sorted(shards, key=lambda shard: shard.name)


def shard_digest(shard: Shard) -> str:
    """Return the XXH3 hash (128 bits, hexadecimal) of a shard's bytes, read as a stream."""
    digest = xxhash.xxh3_128()
    with open_file(shard.path) as handle:
        for chunk in read_chunks(handle, _DIGEST_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _format_of(path: str) -> str:
    name = path.rpartition("/")[2].lower()
    return next((kind for suffix, kind in FORMATS.items() if name.endswith(suffix)), "")


def _files_of(path: str) -> list[FoundFile]:
    if urlsplit(path).scheme == "file" and is_remote(path):
        path = unquote(urlsplit(path).path)
    if is_remote(path):
        entries = remote.list_files(path, wanted=_wanted_in_folder, named=_named)
        options = split_options(path)[1]
        return [FoundFile(uri, uri, size, depth, options) for uri, size, depth in entries]
    try:
        return _local_files(path)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error


def _local_files(path: str) -> list[FoundFile]:
    if os.path.isdir(path):  # noqa: PTH112 - the argument may be any string, a glob included
        return _files_in_folder(path)
    if os.path.exists(path):  # noqa: PTH110 - the same
        _named(path)
        return [_found(path, 1)]
    if not glob.has_magic(path):
        raise InputError(f"{path}: no such file or folder")
    matches = glob.glob(path, recursive=True)  # noqa: PTH207 - patterns may be absolute
    files = [_found(m, 1) for m in matches if os.path.isfile(m) and _format_of(m)]  # noqa: PTH113 - strings
    # With `**`, the files of a folder are matches themselves.
    folders = [m for m in matches if os.path.isdir(m)] if "**" not in path else []  # noqa: PTH112 - strings
    return files + [file for folder in folders for file in _files_in_folder(folder)]


def _files_in_folder(folder: str) -> list[FoundFile]:
    root = os.path.abspath(folder)  # noqa: PTH100 - Path.resolve would follow links
    files: list[FoundFile] = []
    seen: set[str] = set()
    for parent, folders, names in os.walk(root, followlinks=True):
        if (real := os.path.realpath(parent)) in seen:
            folders.clear()  # a link that leads back up
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not _hidden(name))
        depth = len(Path(parent).relative_to(root).parts) + 1
        files += [_found(os.path.join(parent, name), depth) for name in names if _wanted_in_folder(name)]  # noqa: PTH118 - strings
    return files


def _wanted_in_folder(name: str) -> bool:
    return bool(_format_of(name)) and not _hidden(name) and not name.lower().endswith(_ONLY_WHEN_NAMED)


def _hidden(name: str) -> bool:
    return name.startswith((".", "_"))


def _named(path: str) -> None:
    if not _format_of(path):
        raise InputError(f"{path}: not a shard by its suffix; known suffixes: {', '.join(FORMATS)}")


def _found(path: str, depth: int) -> FoundFile:
    path = os.path.abspath(path)  # noqa: PTH100 - the suffix of a link says its format, its target may have none
    return FoundFile(path, os.path.realpath(path), Path(path).stat().st_size, depth)


def _unique_names(files: Iterable[FoundFile]) -> dict[str, str]:
    parts = {file.path: file.path.replace("://", "/").strip("/").split("/") for file in files}
    depths = {file.path: file.depth for file in files}
    while True:
        names = {path: "/".join(parts[path][-depth:]) for path, depth in depths.items()}
        by_name: dict[str, list[str]] = defaultdict(list)
        for path, name in names.items():
            by_name[name].append(path)
        shared = [path for group in by_name.values() if len(group) > 1 for path in group]
        if not shared:
            return {path: os.fsencode(name).decode("utf-8", "backslashreplace") for path, name in names.items()}
        for path in shared:
            depths[path] += 1
