"""The stages of `pipeline.analysis`, each run alone: for schedulers that run each as a job of its own.

Every stage reads what the one before wrote in the run directory and refuses a run that was begun with other options.
Files written: those that `pipeline.analysis` names for each stage; ``run.json`` says which stage was the last.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from pipeline.analysis import count_stage, extract_stage, plan, report_stage
from pipeline.corpus import check_fields, find_shards
from pipeline.engines.protocol import Engine
from pipeline.exceptions import InputError
from pipeline.progress import Progress
from pipeline.request import AnalysisRequest
from pipeline.run_directory import RunDirectory
from pipeline.run_record import first_content, last_content

Stage = Callable[[AnalysisRequest, Engine, Progress], dict[str, Any]]


def extract(request: AnalysisRequest, engine: Engine, progress: Progress) -> dict[str, Any]:
    """Stage facts, documents and rejects of every shard that is not done.

    Parameters
    ----------
    request : AnalysisRequest
        What to do.
    engine : Engine
        What does it.
    progress : Progress
        Where progress is shown.

    Returns
    -------
    dict
        What run.json says.

    Raises
    ------
    MonofactError
        With what, where and what to do; what was done is kept.
    """
    run = RunDirectory(request.out)
    check_fields(find_shards(request.corpus), request.reading)
    with run.locked():
        run.begin(request.config())
        engine.prepare(request.extracting())
        work = plan(request, run, progress)
        content = first_content(request, engine)
        run.write(content)
        started = time.monotonic()
        extract_stage(work, engine, progress)
        seconds = {"extract": round(time.monotonic() - started, 3)}
        content |= {"status": "extracted", "inputs": work.inputs_digest, "seconds": seconds}
        run.write(content)
    return content


def count(request: AnalysisRequest, engine: Engine, progress: Progress) -> dict[str, Any]:
    """Write the tables between the staged facts and the report. Parameters, result and errors as in `extract`."""
    run = RunDirectory(request.out)
    with run.locked():
        content = _begun(run, request, ("extracted", "counted", "complete"), "extract_facts.py")
        started = time.monotonic()
        session = engine.session(run)
        try:
            count_stage(request, run, session, progress)
        finally:
            session.close()
        seconds = content["seconds"] | {"count": round(time.monotonic() - started, 3)}
        content |= {"status": "counted", "seconds": seconds}
        run.write(content)
    return content


def report(request: AnalysisRequest, engine: Engine, progress: Progress) -> dict[str, Any]:
    """Write the report from the counts. Parameters, result and errors as in `extract`."""
    run = RunDirectory(request.out)
    with run.locked():
        content = _begun(run, request, ("counted", "complete"), "count_facts.py")
        progress.say("building the report")
        started = time.monotonic()
        session = engine.session(run)
        try:
            report_stage(request, run, session)
            seconds = content["seconds"] | {"report": time.monotonic() - started}
            content |= {"settings": engine.settings(), "report": request.report.as_dict()}
            content = last_content(run, session, content, list(run.entries().values()), seconds)
        finally:
            session.close()
        run.write(content)
    return content


def _begun(run: RunDirectory, request: AnalysisRequest, after: tuple[str, ...], before: str) -> dict[str, Any]:
    content = run.begin(request.config())
    if content is None:
        raise InputError(f"{request.out} holds no run: run {before} first, with the same options.")
    if content.get("status") not in after:
        raise InputError(f"{request.out} is at the stage {content.get('status')!r}: run {before} to its end first.")
    return content
