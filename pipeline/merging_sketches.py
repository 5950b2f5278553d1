"""Runs of which only sketches were kept become one run, without their facts.

A run that counted a sample of prompts keeps what it counted: the statements of those prompts (``sampled_facts``),
their counts with exact totals (``sketches``), and how right all statements are (``precision_sums``). Prompts are
sampled by their hash, the same in every run, so that what all runs sampled below the least of their bounds is what one
run over all shards samples.

Files written: all tables of a sampled run but those of `LEFT_OUT`; of these, ``run.json`` keeps the number of rows.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.analysis import AnalysisResult
from pipeline.counting.sketches.bounds import write_merged_bounds
from pipeline.counting.sketches.counting import count_sample
from pipeline.counting.sketches.exposure import write_epochs
from pipeline.counting.sketches.table import merge_sketches
from pipeline.engines.protocol import Engine, SqlSession
from pipeline.exceptions import InputError
from pipeline.merging_parts import MergeRequest, Parts, merge_request, read_parts
from pipeline.progress import Progress
from pipeline.report.rows import build_report_rows
from pipeline.run_directory import RunDirectory, digest_of
from pipeline.run_record import finished_content, first_content, table_counts
from schemas import DOMAIN_REPORT, SKETCHES, Table
from schemas.precision_sums import PRECISION_SUMS
from schemas.sampled_facts import SAMPLED_FACTS

LEFT_OUT = ("documents", "facts", "rejects")
"""Tables that no sketch can make."""

_BATCH_ROWS = 65_536
_GROUP_TOTALS = "SELECT unit, domain, attribute, n, abstentions FROM sketches WHERE kind = 'singleton'"


def merge_from_sketches(
    paths: Sequence[Path],
    out: Path,
    engine: Engine,
    progress: Progress,
    attribute_files: Sequence[str] = (),
    on_message: Callable[[str], None] = lambda _text: None,
) -> AnalysisResult:
    """Merge finished runs that counted from samples, from what such runs keep beside their facts.

    Parameters
    ----------
    paths : sequence of Path
        Run directories, of the same configuration but for the corpus; two or more. Of each, ``run.json`` and the
        folders sketches, sampled_facts and (without an audit) precision_sums are read.
    out : Path
        Run directory to write.
    engine : Engine
        Runs the SQL.
    progress : Progress
        Where progress is shown.
    attribute_files : sequence of str
        Users' catalogue files that the runs were made with, whose answer spaces the report needs.
    on_message : callable, optional
        Receives sentences for the user.

    Returns
    -------
    AnalysisResult
        The run and what its run.json says; its tables equal those of a single run over all shards.

    Raises
    ------
    InputError
        If a part is unfinished, has another configuration or lacks what is read, if runs overlap, or if they counted
        every prompt or looked for copies, which a sketch cannot tell.
    """
    parts = read_parts(paths)
    request = merge_request(parts, out, attribute_files, on_message)
    _check(parts, request)
    run = RunDirectory(out)
    with run.locked():
        before = run.begin(parts.config)
        shards = sorted((s for c in parts.contents for s in c["shards"]), key=lambda s: str(s["name"]))
        inputs = digest_of([[(s["name"], s["content"]) for s in shards], "merge from sketches"])
        if before and before.get("status") == "complete" and before.get("inputs") == inputs:
            return AnalysisResult(run, before, nothing_to_do=True)
        merged = {"merged": [str(r.path) for r in parts.runs], "merged_from": "sketches", "left_out": list(LEFT_OUT)}
        content = first_content(request, engine) | {"inputs": inputs} | merged
        run.write(content)
        session = engine.session(run)
        try:
            seconds = _count_and_report(parts, request, run, session, progress)
            counts = _counts(parts, session)
            content |= {"settings": engine.settings()}
            content = finished_content(run, session, content, counts, shards, seconds)
        finally:
            session.close()
        run.write(content)
    on_message(f"left out, since no sketch can make them: {', '.join(LEFT_OUT)}")
    return AnalysisResult(run, content, nothing_to_do=False)


def _check(parts: Parts, request: MergeRequest) -> None:
    if not request.counting.approximate:
        raise InputError(
            "--from sketches merges runs that were counted with --counting sketch; these counted every prompt. "
            "Merge them without --from, from their staged facts."
        )
    if request.duplicates.mode != "off":
        raise InputError(
            "--from sketches cannot merge runs that looked for copies: no sketch tells whether a cluster reaches into "
            "another run. Merge them without --from, or analyse with --duplicates off."
        )
    if len({content["monofact"] for content in parts.contents}) > 1:
        raise InputError("--from sketches merges runs of one version of monofact: analyse again with one.")
    needed = [SKETCHES, SAMPLED_FACTS, *([PRECISION_SUMS] if request.report.audit is None else [])]
    for run, content in zip(parts.runs, parts.contents, strict=True):
        if missing := [table.name for table in needed if not run.has_table(table.name)]:
            raise InputError(
                f"{run.path} lacks {', '.join(missing)}: --from sketches needs these folders of every run. Copy them "
                "from where the run was made, or repeat its `monofact analyze` command."
            )
        written = content.get("digests", {})
        if changed := [table.name for table in needed if run.table_digest(table.name) != written.get(table.name)]:
            raise InputError(
                f"{run.path}: {', '.join(changed)} is not what run.json says was written: files were cut, edited or "
                "left out. Copy them again from where the run was made, or repeat its `monofact analyze` command."
            )
    known: dict[str, RunDirectory] = {}
    for run, content in zip(parts.runs, parts.contents, strict=True):
        for shard in content["shards"]:
            if shard["name"] in known:
                raise InputError(
                    f"{known[shard['name']].path} and {run.path} both hold a shard {shard['name']}: from sketches it "
                    "would be counted twice. Merge runs of different shards, or merge without --from."
                )
            known[shard["name"]] = run


def _count_and_report(
    parts: Parts, request: MergeRequest, run: RunDirectory, session: SqlSession, progress: Progress
) -> dict[str, float]:
    started = time.monotonic()
    with progress.steps("counting") as on_step:
        on_step(SKETCHES.name)
        session.write_rows(SKETCHES, merge_sketches(b for r in parts.runs for b in _batches(r, SKETCHES)))
        bounds = write_merged_bounds(session)
        on_step(SAMPLED_FACTS.name)
        session.write_rows(SAMPLED_FACTS, _sampled_facts(parts, bounds))
        session.materialize("group_totals", _GROUP_TOTALS)
        write_epochs(session, dict(request.counting.epochs))
        count_sample(session, request.counting, on_step)
    seconds = {"count": time.monotonic() - started}
    started = time.monotonic()
    judged = request.report.audit is None
    if judged:
        session.write_rows(PRECISION_SUMS, _added(parts))
    rows = build_report_rows(session, request.report, request.extraction, sampled=True, judged=judged)
    session.write_rows(DOMAIN_REPORT, rows)
    run.write_views()
    return seconds | {"report": time.monotonic() - started}


def _batches(run: RunDirectory, table: Table) -> Iterator[Any]:
    for file in sorted(run.table(table.name).glob("*.parquet")):
        yield from pq.ParquetFile(file).iter_batches(_BATCH_ROWS, columns=list(table.column_names))


def _sampled_facts(parts: Parts, bounds: dict[str, int]) -> Any:
    """Return what the parts sampled within the bounds of all, in the table's order.

    Raises
    ------
    InputError
        If two parts hold a document of one id.
    """
    attributes, lasts = pa.array(bounds), pa.array(bounds.values(), pa.int64())
    kept: list[Any] = []
    owners: dict[str, RunDirectory] = {}
    for run in parts.runs:
        ids: set[str] = set()
        for batch in _batches(run, SAMPLED_FACTS):
            rows = pa.Table.from_batches([batch])
            last = lasts.take(pc.index_in(rows["attribute"].combine_chunks(), value_set=attributes))
            kept.append(rows.filter(pc.less_equal(rows["prompt_id"], last)))
            ids.update(rows["doc_id"].unique().to_pylist())
        if taken := sorted(ids & owners.keys()):
            raise InputError(
                f"{owners[taken[0]].path} and {run.path} both hold a document {taken[0]!r} ({len(taken)} of those "
                "sampled are in both): one run over all shards would count one of the two. Merge without --from."
            )
        owners.update(dict.fromkeys(ids, run))
    return pa.concat_tables(kept).sort_by([(name, "ascending") for name in SAMPLED_FACTS.sort_by])


def _added(parts: Parts) -> Any:
    """Return the sums of precision of all parts, added up."""
    rows = pa.Table.from_batches([b for run in parts.runs for b in _batches(run, PRECISION_SUMS)])
    keys, sums = list(PRECISION_SUMS.sort_by), list(PRECISION_SUMS.column_names[3:])
    added = rows.group_by(keys).aggregate([(name, "sum") for name in sums])
    named = added.select([*keys, *(f"{name}_sum" for name in sums)]).rename_columns([*keys, *sums])
    return named.sort_by([(name, "ascending") for name in keys]).cast(PRECISION_SUMS.arrow_schema)


def _counts(parts: Parts, session: SqlSession) -> dict[str, int]:
    """Return the counts of run.json: rows of the tables made here, and the parts' sums of all else."""
    own = table_counts(session, ("prompt_counts", "domain_report"))
    names = parts.contents[0]["counts"]
    return {name: own.get(name, sum(c["counts"][name] for c in parts.contents)) for name in names}
