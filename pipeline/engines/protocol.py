"""What an engine is: it extracts shards into staged Parquet, and runs SQL over the tables of a run.

Everything else is shared: the readers, the pure extraction function, the SQL of `pipeline.counting`, the estimators.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from schemas import Table

if TYPE_CHECKING:  # counting alone needs neither readers nor models
    from pipeline.corpus import CorpusConfig, Shard
    from pipeline.extraction import ExtractionConfig
    from pipeline.run_directory import RunDirectory, ShardEntry


@dataclass(frozen=True, slots=True)
class ExtractionTask:
    """What is to be extracted, and how.

    Parameters
    ----------
    shards : tuple of (Shard, str)
        The shards that are not done, each with the hash of its content.
    corpus : CorpusConfig
        How records are read.
    extraction : ExtractionConfig
        How facts are found.
    run : RunDirectory
        Where the work goes: one staged folder a shard, committed by a rename.
    config_digest : str
        Hash of everything that decides what extraction makes of a shard; goes into its manifest entry.
    options : dict of str to str
        Further settings of the engine, as the user gave them.
    """

    shards: tuple[tuple[Shard, str], ...]
    corpus: CorpusConfig
    extraction: ExtractionConfig
    run: RunDirectory
    config_digest: str
    options: dict[str, str] = field(default_factory=dict)


class ProgressSink(Protocol):
    """Receives what extraction has done since the last call."""

    def advance(self, *, bytes_read: int = 0, documents: int = 0, facts: int = 0, rejects: int = 0) -> None:
        """Add to the counters; `bytes_read` is in bytes of the stored (compressed) shards."""


class SqlSession(Protocol):
    """Runs the SQL subset of `pipeline.counting` over relations known by name."""

    def materialize(self, name: str, query: str) -> None:
        """Run a query once and keep its rows as the relation `name` until the session is closed."""

    def define(self, name: str, query: str) -> None:
        """Give a query the name of a relation; it runs when the relation is read."""

    def write(self, table: Table, query: str) -> None:
        """Run a query, write its rows as a table of the run, and make it known under the table's name.

        The rows are cast to the table's types and sorted by its canonical order; the folder is swapped in whole.
        """

    def write_rows(self, table: Table, rows: Any) -> None:
        """Write an Arrow table of the table's schema as a table of the run, and make it known."""

    def fetch(self, query: str) -> Any:
        """Run a query with a small answer and return it as an Arrow table."""

    def batches(self, name: str) -> Any:
        """Iterate over the relation `name` as Arrow record batches, in its canonical order where it has one."""

    def close(self) -> None:
        """Drop intermediate relations and release what the session holds."""


class TableWriter(Protocol):
    """Writes a table of the run whose rows come in several queries."""

    def add(self, query: str) -> None:
        """Add the rows of a query, cast and sorted; they must follow those before in the table's order."""

    def commit(self) -> None:
        """Swap the table in whole, and make it known under its name."""


@runtime_checkable
class PartedSession(SqlSession, Protocol):
    """A session that may not hold all rows at once and lays them out in parts; others leave that to their engine."""

    def parts(self, relation: str) -> int:
        """Return in how many parts the rows of a relation are to be counted; 1 for all at once."""

    def spread(self, name: str, query: str, keys: Sequence[str], parts: int) -> None:
        """Add the rows of a query to the parts of `name`; rows of equal keys lie in one part."""

    def spread_in_order(self, name: str, query: str, key: str, parts: int) -> None:
        """Lay the rows of a query out in parts of `name` that are ascending ranges of a 64-bit hash."""

    def places(self, name: str) -> Sequence[str]:
        """Return the relations that are the parts of `name`, in order; at least one."""

    def drop_place(self, name: str, place: str) -> None:
        """Forget a part of `name` that is done with."""

    def hold(self, name: str, query: str) -> None:
        """Keep the rows of a query as a relation in memory, from which they may be spilled, but not on disk."""

    def release(self, name: str) -> None:
        """Forget a relation that is held, if there is one."""

    def append(self, name: str, query: str) -> None:
        """Add the rows of a query to the relation `name`, which the first rows make."""

    def begin(self, table: Table) -> TableWriter:
        """Begin to write a table of the run."""


@runtime_checkable
class Engine(Protocol):
    """One of the two engines."""

    name: str

    def settings(self) -> dict[str, str]:
        """Return the effective settings, for run.json."""

    def prepare(self, extraction: ExtractionConfig) -> None:
        """Begin what extraction needs before any shard is known; what takes long goes on in the background."""

    def extract(
        self, task: ExtractionTask, on_shard: Callable[[ShardEntry], None], progress: ProgressSink
    ) -> Sequence[ShardEntry]:
        """Extract every shard of the task; call `on_shard` as each is committed. Return their entries."""

    def session(self, run: RunDirectory) -> SqlSession:
        """Open an SQL session that knows every staged relation and every table that the run holds."""

    def close(self) -> None:
        """Stop workers and release what the engine holds."""
