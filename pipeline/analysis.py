"""The main job: corpus shards in, a run directory with a hallucination floor per domain out.

Three stages, each of which reads and writes Parquet in the run directory and can be run alone:
`extract_stage` (``_staging/``), `count_stage` (``documents/ facts/ rejects/ duplicates/ prompt_counts/
frequency_spectrum/ report_counts/``) and `report_stage` (``domain_report/``, ``views.sql``, ``run.json``).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.corpus import Shard, check_fields, find_shards, shard_digest
from pipeline.counting import Step, finalize
from pipeline.counting.sketches.counting import count_as_configured
from pipeline.counting.sketches.exposure import write_epochs
from pipeline.counting.sketches.writing import write_sketches
from pipeline.duplicates import find_duplicates
from pipeline.engines.protocol import Engine, ExtractionTask, SqlSession
from pipeline.exceptions import InputError, MonofactError, NoFactsError, TooManyRejectsError
from pipeline.progress import Progress
from pipeline.report.rows import build_report_rows
from pipeline.request import AnalysisRequest, refuse_run_inside_corpus
from pipeline.run_directory import RunDirectory, ShardEntry, digest_of
from pipeline.run_record import first_content, last_content
from schemas import DOMAIN_REPORT


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to do: all shards with the hashes of their content, and those not done."""

    request: AnalysisRequest
    run: RunDirectory
    shards: tuple[tuple[Shard, str], ...]
    todo: tuple[tuple[Shard, str], ...]

    @property
    def inputs_digest(self) -> str:
        """Hash of every shard's content and of the configuration: equal inputs give equal tables."""
        return digest_of([sorted((s.name, c) for s, c in self.shards), self.request.shard_config_digest()])


@dataclass(frozen=True, slots=True)
class AnalysisResult:
    """What a run ended with; `nothing_to_do` where a finished run was found."""

    run: RunDirectory
    summary: dict[str, Any]
    nothing_to_do: bool


def plan(request: AnalysisRequest, run: RunDirectory, progress: Progress) -> Plan:
    """Find the shards, hash them, and tell which are not done."""
    shards = find_shards(request.corpus)
    hashed = []
    with progress.stage("hashing shards", sum(s.size for s in shards), "bytes") as tick:
        for shard in shards:
            hashed.append((shard, shard_digest(shard)))
            tick(shard.size)
    done = run.entries()
    config = request.shard_config_digest()

    def is_done(shard: Shard, content: str) -> bool:
        entry = done.get(shard.name)
        same = entry is not None and entry.content == content and entry.config == config
        return same and entry is not None and run.is_whole(entry)

    todo = tuple((s, c) for s, c in hashed if not is_done(s, c))
    return Plan(request, run, tuple(hashed), todo)


def extract_stage(work: Plan, engine: Engine, progress: Progress) -> list[ShardEntry]:
    """Extract what is not done; return the entries of all shards.

    Raises
    ------
    InputError
        If the corpus holds no documents.
    MonofactError
        If a shard is not there once all are extracted.
    TooManyRejectsError
        If more records were rejected than the request allows.
    NoFactsError
        If there are documents but no facts.
    """
    request = work.request
    task = ExtractionTask(work.todo, request.reading, request.extracting(), work.run, request.shard_config_digest())
    if work.todo:
        with progress.extraction(work.shards, work.todo, work.run.entries()) as sink:
            engine.extract(task, sink.shard_done, sink)
    work.run.sweep([shard.name for shard, _ in work.shards])
    staged = work.run.entries()
    if missing := [shard.name for shard, _ in work.shards if shard.name not in staged]:
        raise MonofactError(
            f"{len(missing)} shards were taken for done and are not in {work.run.staging}, the first is {missing[0]}. "
            "Did another program remove them? Repeat the command: they are read again."
        )
    entries = list(staged.values())
    _check(entries, request.max_reject_fraction, request.reading.sample_fraction)
    return entries


def _check(entries: Sequence[ShardEntry], max_reject_fraction: float, sample_fraction: float = 1.0) -> None:
    # A sample thins documents, not rejects: hold the share of rejects against all documents that were read.
    documents, rejects = sum(e.documents for e in entries), sum(e.rejects for e in entries)
    read = round(documents / sample_fraction)
    if not documents and not rejects:
        raise InputError("the corpus holds no documents: every shard is empty.")
    if rejects > max_reject_fraction * (read + rejects):
        worst = max(entries, key=lambda e: e.rejects)
        raise TooManyRejectsError(
            f"{rejects:,} of {read + rejects:,} records were rejected, more than --max-reject-fraction "
            f"{max_reject_fraction:g} allows; most in shard {worst.shard}. The reasons are in the rejects.parquet "
            "files of the run's _staging folder. Mend the corpus, or repeat the command with a larger fraction: "
            "what was extracted is kept."
        )
    if not any(e.statements for e in entries):
        skipped, unresolved = sum(e.language_skipped for e in entries), sum(e.unresolved for e in entries)
        raise NoFactsError(
            f"no facts were found in {documents:,} documents ({sum(e.characters for e in entries):,} characters): "
            f"{skipped:,} documents are not English, and {unresolved:,} statements name no subject. "
            "Is --text-field the text? Does the corpus state facts of the catalogue (`monofact schema --attributes`)?"
        )


def check_duplicate_ids(request: AnalysisRequest, session: SqlSession, progress: Progress) -> None:
    """Say how many records share their id with another; refuse where many of them have a text of their own.

    Raises
    ------
    TooManyRejectsError
        If more records with a text of their own were left out than the request allows rejects.
    """
    shared = int(session.fetch("SELECT COUNT(*) AS n FROM duplicate_ids").column("n")[0].as_py())
    if not shared:
        return
    lost = int(session.fetch(Step("duplicate_texts").query).column("texts")[0].as_py())
    kept = int(session.fetch("SELECT COUNT(*) AS n FROM documents").column("n")[0].as_py())
    progress.say(
        f"{shared:,} records share their id with another and were left out (table rejects, duplicate_id); "
        f"{lost:,} of them have another text than the one that was kept"
    )
    if lost > request.max_reject_fraction * (kept + shared):
        raise TooManyRejectsError(
            f"{lost:,} of {kept + shared:,} records share their id with a record of another text, more than "
            f"--max-reject-fraction {request.max_reject_fraction:g} allows. Are ids unique only within a shard? Name a "
            "field whose values are unique in the whole corpus with --id-field."
        )


def check_epochs(request: AnalysisRequest, session: SqlSession, progress: Progress) -> None:
    """Name the domains of ``--weights`` that no document has: a misspelt name weighs nothing.

    Raises
    ------
    InputError
        If no document has any of them.
    """
    if not request.counting.epochs:
        return
    unknown = session.fetch(Step("unknown_epochs").query).column("domain").to_pylist()
    if not unknown:
        return
    named = _few(unknown)
    if len(unknown) == len(request.counting.epochs):
        known = session.fetch("SELECT DISTINCT domain FROM documents ORDER BY domain LIMIT 11").column("domain")
        raise InputError(f"--weights: no document's domain is {named}; the corpus has {_few(known.to_pylist())}.")
    progress.say(f"--weights: no document's domain is {named}")


def _few(names: Sequence[str]) -> str:
    return ", ".join(map(repr, names[:10])) + (" …" if len(names) > 10 else "")


def count_stage(request: AnalysisRequest, run: RunDirectory, session: SqlSession, progress: Progress) -> None:
    """Write every table between the staged facts and the report."""
    if broken := [entry.shard for entry in run.entries().values() if not run.is_whole(entry)]:
        raise MonofactError(
            f"the staged files of {len(broken)} shards in {run.staging} do not hold what was written, the first is "
            f"{broken[0]}: files were lost or changed. Repeat the `monofact analyze` command: they are read again."
        )
    with progress.steps("counting") as on_step:
        finalize(session, on_step)
        check_duplicate_ids(request, session, progress)
        if request.counting.reads_epochs:
            write_epochs(session, dict(request.counting.epochs))
        check_epochs(request, session, progress)
        find_duplicates(session, request.duplicates, on_step)
        count_as_configured(session, request.counting, on_step, staged_totals=request.counting.approximate)
        if request.counting.approximate:
            write_sketches(session, request.counting.sketch_size, staged=True)
    run.write_views()


def report_stage(request: AnalysisRequest, run: RunDirectory, session: SqlSession) -> None:
    """Write `domain_report` from `report_counts`."""
    rows = build_report_rows(session, request.report, request.extraction, sampled=request.counting.approximate)
    session.write_rows(DOMAIN_REPORT, rows)
    run.write_views()


def analyze(
    request: AnalysisRequest,
    engine: Engine,
    progress: Progress,
    on_message: Callable[[str], None] = lambda _text: None,
) -> AnalysisResult:
    """Run all stages, going on where an earlier run stopped.

    Parameters
    ----------
    request : AnalysisRequest
        What to do.
    engine : Engine
        What does it.
    progress : Progress
        Where progress is shown.
    on_message : callable, optional
        Receives sentences for the user.

    Returns
    -------
    AnalysisResult
        The run and what its run.json says.

    Raises
    ------
    MonofactError
        With what, where and what to do; what was done is kept.
    """
    run = RunDirectory(request.out)
    refuse_run_inside_corpus(request)
    # A wrong path or field must not leave a run directory behind.
    check_fields(find_shards(request.corpus), request.reading)
    if request.require_existing and not (request.out / "run.json").is_file():
        raise InputError(f"--resume was given, but {request.out} holds no run to resume.")
    with run.locked():
        before = run.begin(request.config())
        if before is None or before.get("status") != "complete":
            engine.prepare(request.extracting())
        work = plan(request, run, progress)
        if not work.todo and before and _finished(before, work):
            return AnalysisResult(run, before, nothing_to_do=True)
        if before and len(work.todo) < len(work.shards):
            on_message(f"going on: {len(work.shards) - len(work.todo)} of {len(work.shards)} shards are done")
        return _run(work, engine, progress)


def _finished(before: dict[str, Any], work: Plan) -> bool:
    return (
        before.get("status") == "complete"
        and before.get("inputs") == work.inputs_digest
        and before.get("report") == work.request.report.as_dict()
    )


def _run(work: Plan, engine: Engine, progress: Progress) -> AnalysisResult:
    request, run = work.request, work.run
    content = first_content(request, engine)
    run.write(content)
    clock = time.monotonic()
    entries = extract_stage(work, engine, progress)
    seconds = {"extract": time.monotonic() - clock}
    return conclude(request, run, engine, progress, content | {"inputs": work.inputs_digest}, entries, seconds)


def conclude(
    request: AnalysisRequest,
    run: RunDirectory,
    engine: Engine,
    progress: Progress,
    content: dict[str, Any],
    entries: Sequence[ShardEntry],
    seconds: dict[str, float],
) -> AnalysisResult:
    """Count what is staged and write the report, ``views.sql``, ``report.html`` and ``run.json``.

    Parameters
    ----------
    request : AnalysisRequest
        What to do.
    run : RunDirectory
        Holds every staged shard.
    engine : Engine
        Runs the SQL.
    progress : Progress
        Where progress is shown.
    content : dict
        What run.json says so far.
    entries : sequence of ShardEntry
        The staged shards.
    seconds : dict of str to float
        Seconds of the stages before.
    """
    seconds, clock = dict(seconds), time.monotonic()
    session = engine.session(run)
    try:
        count_stage(request, run, session, progress)
        seconds["count"], clock = time.monotonic() - clock, time.monotonic()
        report_stage(request, run, session)
        seconds["report"] = time.monotonic() - clock
        content = last_content(run, session, content | {"settings": engine.settings()}, entries, seconds)
    finally:
        session.close()
    run.write(content)
    return AnalysisResult(run, content, nothing_to_do=False)
