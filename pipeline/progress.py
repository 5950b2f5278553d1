"""Progress on standard error: bars on a terminal, a line now and then in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import (
    BarColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import (
    Progress as Bars,
)

from pipeline.corpus import Shard
from pipeline.run_directory import ShardEntry

_LOG_SECONDS = 10.0
"""Between two lines where standard error is no terminal."""


class Progress:
    """Shows progress; does nothing where `quiet`.

    Parameters
    ----------
    quiet : bool
        Show nothing.
    stream : file, optional
        Where to; standard error by default, so that standard output stays for answers.
    """

    def __init__(self, quiet: bool = False, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._console = Console(file=self._stream)
        self._quiet = quiet

    def say(self, text: str) -> None:
        """Print one line."""
        if not self._quiet:
            self._stream.write(text + "\n")
            self._stream.flush()

    @contextmanager
    def _bar(self, label: str, total: float) -> Iterator[Callable[[float, str], None]]:
        if self._quiet or not self._console.is_terminal:
            yield self._log(label, total)
            return
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f}%"),
            TextColumn("{task.fields[detail]}"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
        )
        with Bars(*columns, console=self._console, transient=True) as bars:
            task = bars.add_task(label, total=total or None, detail="")
            yield lambda done, detail: bars.update(task, completed=done, detail=detail)

    def _log(self, label: str, total: float) -> Callable[[float, str], None]:
        started = last = time.monotonic()

        def show(done: float, detail: str) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last < _LOG_SECONDS:
                return
            last = now
            left = f", {(now - started) * (total - done) / done:,.0f} s left" if done and total else ""
            share = f" {done / total:.0%}" if total else ""
            self.say(f"{label}{share} {detail} ({now - started:,.0f} s{left})")

        return show

    @contextmanager
    def stage(self, label: str, total: float, unit: str) -> Iterator[Callable[[float], None]]:
        """Show a stage that counts one thing; yields a function that adds to it."""
        done = 0.0
        with self._bar(label, total) as show:

            def tick(amount: float) -> None:
                nonlocal done
                done += amount
                show(done, f"{done:,.0f} {unit}")

            yield tick

    @contextmanager
    def steps(self, label: str) -> Iterator[Callable[[str], None]]:
        """Show a stage made of named steps; yields a function that names the step that begins."""
        with self._bar(label, 0) as show:
            count = 0

            def on_step(name: str) -> None:
                nonlocal count
                show(count, name)
                count += 1

            yield on_step

    @contextmanager
    def extraction(
        self,
        shards: Sequence[tuple[Shard, str]],
        todo: Sequence[tuple[Shard, str]],
        done: Mapping[str, ShardEntry],
    ) -> Iterator[ExtractionProgress]:
        """Show extraction: shards, documents, facts, rejects and the time left."""
        waiting = {s.name for s, _ in todo}
        kept = [done[s.name] for s, _ in shards if s.name not in waiting]
        with self._bar("extracting", sum(s.size for s, _ in todo)) as show:
            sink = ExtractionProgress(show, len(kept), len(shards))
            yield sink
        self.say(f"extracted {sink.summary()}")


class ExtractionProgress:
    """Adds up what extraction reports.

    Parameters
    ----------
    show : callable
        Takes bytes done and a text.
    shards_done, shards : int
        Shards committed before this run, and in all.
    """

    def __init__(self, show: Callable[[float, str], None], shards_done: int, shards: int) -> None:
        self._show = show
        self._shards_done, self._shards = shards_done, shards
        self._bytes = self._documents = self._facts = self._rejects = 0

    def summary(self) -> str:
        """Return the counters as text."""
        return (
            f"{self._documents:,} documents, {self._facts:,} facts, {self._rejects:,} rejects, "
            f"{self._shards_done} of {self._shards} shards"
        )

    def advance(self, *, bytes_read: int = 0, documents: int = 0, facts: int = 0, rejects: int = 0) -> None:
        """Add to the counters."""
        self._bytes += bytes_read
        self._documents += documents
        self._facts += facts
        self._rejects += rejects
        self._show(self._bytes, self.summary())

    def shard_done(self, _entry: ShardEntry) -> None:
        """Count a committed shard."""
        self._shards_done += 1
        self._show(self._bytes, self.summary())
