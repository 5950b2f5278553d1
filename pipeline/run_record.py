"""What run.json says of a run: how it was asked for, by what it was done, what came out and how long it took."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from pipeline.duplicates import copies_query
from pipeline.engines.protocol import Engine, SqlSession
from pipeline.report.copies import copies_summary
from pipeline.report.html import render_page
from pipeline.request import AnalysisRequest
from pipeline.run_directory import RunDirectory, ShardEntry, write_atomically
from schemas import SCHEMA_VERSION, SKETCHES
from schemas.precision_sums import PRECISION_SUMS
from schemas.sampled_facts import SAMPLED_FACTS

KEPT_OF_A_SAMPLE = (SKETCHES.name, SAMPLED_FACTS.name, PRECISION_SUMS.name)
"""What a run that counted a sample keeps to be merged without its facts; run.json has digests of these tables."""


def first_content(request: AnalysisRequest, engine: Engine) -> dict[str, Any]:
    """Return what run.json says while the run is under way."""
    return {
        "monofact": version("monofact"),
        "schema_version": SCHEMA_VERSION,
        "status": "running",
        "started": datetime.now(UTC).isoformat(timespec="seconds"),
        "engine": engine.name,
        "settings": engine.settings(),
        "config": request.config(),
        "report": request.report.as_dict(),
        "correction": request.report.correction(request.extraction.profile),
    }


def last_content(
    run: RunDirectory,
    session: SqlSession,
    content: dict[str, Any],
    entries: Sequence[ShardEntry],
    seconds: dict[str, float],
) -> dict[str, Any]:
    """Write ``report.html``; return what run.json says when all is done. Parameters as in `conclude`."""
    shards = [_shard_summary(e) for e in entries]
    return finished_content(run, session, content, _counts(session, entries), shards, seconds)


def finished_content(
    run: RunDirectory,
    session: SqlSession,
    content: dict[str, Any],
    counts: dict[str, int],
    shards: list[dict[str, Any]],
    seconds: dict[str, float],
) -> dict[str, Any]:
    """Write ``report.html``; return what run.json says when all is done.

    Parameters
    ----------
    run : RunDirectory
        The run.
    session : SqlSession
        Knows domain_report and, where copies were looked for, duplicates.
    content : dict
        What run.json says so far.
    counts : dict of str to int
        Rows of the tables, and what was read.
    shards : list of dict
        What was found in each shard.
    seconds : dict of str to float
        Seconds of each stage.
    """
    rows = _page_rows(session)
    if content["config"]["duplicates"]["mode"] != "off":
        content = content | {"copies": copies_summary(rows, session.fetch(copies_query()).to_pylist())}
    write_atomically(run.path / "report.html", render_page(rows, content | {"counts": counts}))
    if run.has_table(SAMPLED_FACTS.name):
        content = content | {
            "digests": {name: run.table_digest(name) for name in KEPT_OF_A_SAMPLE if run.has_table(name)}
        }
    return content | {
        "status": "complete",
        "seconds": {k: round(v, 3) for k, v in seconds.items()},
        "counts": counts,
        "shards": shards,
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _shard_summary(entry: ShardEntry) -> dict[str, Any]:
    return {
        "name": entry.shard,
        "content": entry.content,
        "bytes": entry.size,
        "documents": entry.documents,
        "statements": entry.statements,
        "rejects": entry.rejects,
        "seconds": entry.seconds,
    }


def _page_rows(session: SqlSession) -> list[dict[str, Any]]:
    """Rows for the page: all rows over all domains or attributes, and the largest of the rest."""
    query = "SELECT * FROM domain_report ORDER BY CASE WHEN domain = '*' THEN 0 ELSE 1 END, n DESC, domain LIMIT 5000"
    rows: list[dict[str, Any]] = session.fetch(query).to_pylist()
    return rows


def table_counts(session: SqlSession, tables: Sequence[str]) -> dict[str, int]:
    """Count the rows of tables of a run."""
    return {t: int(session.fetch(f"SELECT COUNT(*) AS n FROM {t}").column("n")[0].as_py()) for t in tables}


def _counts(session: SqlSession, entries: Sequence[ShardEntry]) -> dict[str, int]:
    tables = ("documents", "facts", "rejects", "prompt_counts", "domain_report")
    return table_counts(session, tables) | {
        "bytes": sum(e.size for e in entries),
        "characters": sum(e.characters for e in entries),
        "unresolved_statements": sum(e.unresolved for e in entries),
        "language_skipped_documents": sum(e.language_skipped for e in entries),
    }
