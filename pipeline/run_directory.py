"""The run directory: where the tables lie, what is done, and what the run was asked to do.

Files written here: ``run.json``, ``views.sql``, ``_staging/<shard>/`` with ``done.json`` (the shard's manifest entry).
A shard counts as done only when its staged folder, committed by one rename, holds an entry with the hash of the
shard's content and of the configuration; work is at-least-once and every commit replaces what was there.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import xxhash

from pipeline.exceptions import InputError, MonofactError, ResumeMismatch
from schemas import TABLES

STAGED_RELATIONS = ("facts", "documents", "rejects", "signatures", "sketches")
"""What extraction stages for each shard, one Parquet file each."""

STAGING = "_staging"
_NAME_BYTES = 200
"""Of a file's name, which may have 255; the rest is for hashes and for what marks a folder as unfinished."""


@dataclass(frozen=True, slots=True)
class ShardEntry:
    """Manifest entry of one shard.

    Parameters
    ----------
    shard : str
        Name of the shard.
    content : str
        Hash of the shard's bytes.
    config : str
        Hash of everything that decides what extraction makes of them.
    size : int
        Stored size in bytes.
    documents, statements, unresolved, rejects, characters, language_skipped : int
        What was found.
    seconds : float
        Wall-clock seconds from the shard's first batch to its commit.
    """

    shard: str
    content: str
    config: str
    size: int
    documents: int
    statements: int
    unresolved: int
    rejects: int
    characters: int
    language_skipped: int
    seconds: float


def digest_of(value: Any) -> str:
    """Return a hash of a JSON-like value, independent of the order of keys."""
    return xxhash.xxh3_128_hexdigest(json.dumps(value, sort_keys=True, ensure_ascii=True).encode())


def write_atomically(path: Path, text: str) -> None:
    """Write a text file aside, flush it to the disk and rename it into place."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with aside.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    aside.replace(path)


class RunDirectory:
    """A run directory.

    Parameters
    ----------
    path : Path
        The folder; made when the run begins.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[type[RunDirectory], tuple[Path]]:
        return RunDirectory, (self.path,)

    # -- places ------------------------------------------------------------------------------------------------

    def table(self, name: str) -> Path:
        """Return the folder of a table."""
        return self.path / name

    def has_table(self, name: str) -> bool:
        """Tell whether the run holds a table."""
        return any(self.table(name).glob("*.parquet"))

    def table_digest(self, name: str) -> str:
        """Return the XXH3 hash (128 bits, hexadecimal) of a table's files, whatever they are called."""
        return digest_of(sorted(_file_digest(file) for file in self.table(name).glob("*.parquet")))

    @property
    def staging(self) -> Path:
        """Folder of the staged shards."""
        return self.path / STAGING

    def staged(self, shard: str) -> Path:
        """Return the staged folder of a shard."""
        readable = "".join(c if c.isalnum() or c in "-." else "_" for c in shard)[-80:]
        # File systems count bytes, of which a character may take four.
        readable = readable.encode()[-_NAME_BYTES:].decode(errors="ignore")
        return self.staging / f"{readable}-{xxhash.xxh3_64_hexdigest(shard.encode('utf-8', 'surrogatepass'))}"

    # -- run.json ----------------------------------------------------------------------------------------------

    def read(self) -> dict[str, Any]:
        """Return what run.json says.

        Raises
        ------
        InputError
            If the folder holds no run.
        """
        path = self.path / "run.json"
        if not path.is_file():
            raise InputError(
                f"{self.path} is not a run directory: it has no run.json. Make one with `monofact analyze`."
            )
        try:
            content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise InputError(f"{path} is damaged ({error}); run the same `monofact analyze` command again.") from error
        return content

    def write(self, content: Mapping[str, Any]) -> None:
        """Replace run.json."""
        write_atomically(self.path / "run.json", json.dumps(content, indent=2, ensure_ascii=False) + "\n")

    def begin(self, config: Mapping[str, Any]) -> dict[str, Any] | None:
        """Make the folder, or check that the run in it was asked to do the same.

        Parameters
        ----------
        config : mapping
            Everything that decides what the tables hold, JSON-like.

        Returns
        -------
        dict or None
            What run.json said, or None where the run is new.

        Raises
        ------
        ResumeMismatch
            If the folder holds another run.
        InputError
            If the folder holds something else.
        """
        self._require_run_or_empty()
        if not (self.path / "run.json").is_file():
            self.path.mkdir(parents=True, exist_ok=True)
            return None
        content = self.read()
        differences = _differences(content.get("config", {}), config)
        if differences:
            raise ResumeMismatch(
                f"{self.path} holds another run. It differs in: "
                + "; ".join(differences)
                + ". Choose another folder for --out, or repeat the command that made this run."
            )
        return content

    def _require_run_or_empty(self) -> None:
        if self.path.exists() and not self.path.is_dir():
            raise InputError(f"{self.path} is a file: choose a folder for --out.")
        if (self.path / "run.json").is_file() or not self.path.exists():
            return
        if any(p for p in self.path.iterdir() if not p.name.startswith(".")):
            raise InputError(
                f"{self.path} is not empty and holds no run: choose a new folder for --out, or empty this one."
            )

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the run for one process; a second one gets a clear error. The kernel frees the lock at any death."""
        self._require_run_or_empty()
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / ".lock").open("w") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise MonofactError(
                    f"{self.path} is in use by another monofact process; wait for it to end."
                ) from error
            yield

    # -- staged shards -----------------------------------------------------------------------------------------

    def entries(self) -> dict[str, ShardEntry]:
        """Return the manifest entries of the committed shards, by shard name."""
        found = {}
        for done in sorted(self.staging.glob("*/done.json")):
            # A process that died between the entry and the rename left a hidden folder, which nothing reads.
            if done.parent.name.startswith("."):
                continue
            entry = ShardEntry(**json.loads(done.read_text(encoding="utf-8")))
            found[entry.shard] = entry
        return found

    def is_whole(self, entry: ShardEntry) -> bool:
        """Tell whether a staged shard holds as many rows as its entry says: files may be lost, cut or replaced."""
        counts = {"facts": entry.statements, "documents": entry.documents, "rejects": entry.rejects}
        place = self.staged(entry.shard)
        try:
            return all(
                sum(pq.read_metadata(file).num_rows for file in place.glob(f"{name}*.parquet")) == rows
                for name, rows in counts.items()
            )
        except (OSError, pa.ArrowInvalid):
            return False

    def staging_area(self, shard: str) -> Path:
        """Make and return an empty folder in which a shard can be staged before its commit."""
        aside = self.staging / f".{self.staged(shard).name}.{os.getpid()}"
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        return aside

    def commit(self, aside: Path, entry: ShardEntry) -> None:
        """Write the entry and rename the staged folder into place, replacing what was there."""
        write_atomically(aside / "done.json", json.dumps(asdict(entry), indent=2) + "\n")
        place = self.staged(entry.shard)
        if place.exists():
            self.discard(entry.shard)
        aside.rename(place)

    def discard(self, shard: str) -> None:
        """Remove a staged shard; its entry first, so that half a folder never counts."""
        place = self.staged(shard)
        (place / "done.json").unlink(missing_ok=True)
        shutil.rmtree(place, ignore_errors=True)

    def sweep(self, keep: Sequence[str]) -> None:
        """Remove what dead processes left aside, and staged shards that are not in `keep`."""
        wanted = {self.staged(shard).name for shard in keep}
        for place in self.staging.glob("*"):
            if place.name not in wanted:
                (place / "done.json").unlink(missing_ok=True)
                shutil.rmtree(place, ignore_errors=True)
        # Only names that the program makes: the folder may also hold the user's own hidden folders.
        for pattern in (".scratch", ".new-*", ".old-*"):
            for place in self.path.glob(pattern):
                shutil.rmtree(place, ignore_errors=True)

    def swap_table(self, name: str, aside: Path) -> None:
        """Put a finished folder in a table's place."""
        place = self.table(name)
        if place.exists():
            old = self.path / f".old-{name}.{os.getpid()}"
            shutil.rmtree(old, ignore_errors=True)
            place.rename(old)
            aside.rename(place)
            shutil.rmtree(old)
        else:
            aside.rename(place)

    def write_views(self) -> None:
        """Write views.sql: DuckDB views over the tables, with paths relative to the run directory."""
        lines = [
            "-- Views over this run's tables. From this folder: duckdb -init views.sql",
            *(
                f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet('{name}/*.parquet');"
                for name in TABLES
                if self.has_table(name)
            ),
        ]
        write_atomically(self.path / "views.sql", "\n".join(lines) + "\n")


def _file_digest(file: Path) -> str:
    with file.open("rb") as content:
        digest = xxhash.xxh3_128()
        while chunk := content.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def _differences(before: Mapping[str, Any], now: Mapping[str, Any], prefix: str = "") -> list[str]:
    found: list[str] = []
    for key in sorted(set(before) | set(now)):
        old, new = before.get(key), now.get(key)
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            found += _differences(old, new, f"{prefix}{key}.")
        elif old != new:
            found.append(f"{prefix}{key} (there: {old!r}, asked: {new!r})")
    return found
