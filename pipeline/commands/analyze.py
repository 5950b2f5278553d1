"""`monofact analyze`: the main job."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.commands.options import (
    AttributeFiles,
    Conf,
    EngineName,
    Json,
    Master,
    Memory,
    Out,
    Quiet,
    RejectFraction,
    WaveShards,
    end_run,
    open_engine,
)

_DEFAULT_WORKERS = os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count()


def analyze(
    corpus: Annotated[list[str], typer.Argument(help="Shards (.jsonl[.gz|.zst], .parquet), folders, globs.")],
    out: Out,
    engine: EngineName = "duckdb",
    master: Master = None,
    conf: Conf = None,
    wave_shards: WaveShards = None,
    memory: Memory = None,
    domain: Annotated[str, typer.Option(help="What to report by: source, url, or a field of the records.")] = "source",
    layout: Annotated[str, typer.Option(help="auto, dolma, fineweb, pile or c4.")] = "auto",
    text_field: Annotated[str | None, typer.Option(help="Field with the text; dots go into nested fields.")] = None,
    id_field: Annotated[str | None, typer.Option(help="Field with the document's id.")] = None,
    title_field: Annotated[str | None, typer.Option(help="Field with the document's title.")] = None,
    attributes: AttributeFiles = None,
    profile: Annotated[
        str | None, typer.Option(help="Extraction: fast, balanced, recall, or an extractor of your own.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Worker processes.")] = _DEFAULT_WORKERS or 1,
    confidence: Annotated[float, typer.Option(help="Confidence of intervals and floors.")] = 0.95,
    calibration_error: Annotated[float, typer.Option(help="Measured calibration error δ of the model.")] = 0.0,
    duplicates: Annotated[str, typer.Option(help="Copies of documents: off, exact (equal) or near (like).")] = "off",
    counting: Annotated[str, typer.Option(help="exact, or sketch: from a hash sample of prompts.")] = "exact",
    sketch_size: Annotated[int, typer.Option(help="Prompts sampled an attribute, with --counting sketch.")] = 16384,
    weights: Annotated[Path | None, typer.Option(help="File: domain,epochs for sources training repeats.")] = None,
    audit: Annotated[Path | None, typer.Option(help="CSV with your audit of facts, for the corrected floors.")] = None,
    simultaneous: Annotated[bool, typer.Option("--simultaneous", help="Floors that hold together (Šidák).")] = False,
    url_field: Annotated[str | None, typer.Option(help="Field with the URL, for --domain url.")] = None,
    max_document_characters: Annotated[int, typer.Option(min=1, help="Longer documents are rejected.")] = 10_000_000,
    sample_fraction: Annotated[
        float, typer.Option(help="Share of the documents to read, by a hash of their id.")
    ] = 1.0,
    max_reject_fraction: RejectFraction = 0.1,
    resume: Annotated[
        bool, typer.Option("--resume", help="Insist that the run exists (resuming is automatic).")
    ] = False,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Read a corpus and say, per domain and attribute, how often a model trained on it must make facts up."""
    from pipeline.analysis import analyze as run_analysis
    from pipeline.corpus import CorpusConfig
    from pipeline.counting.sketches.counting import CountingConfig
    from pipeline.counting.sketches.exposure import read_epochs
    from pipeline.duplicates import DuplicatesConfig
    from pipeline.extraction import ExtractionConfig
    from pipeline.progress import Progress
    from pipeline.report.rows import ReportConfig
    from pipeline.request import AnalysisRequest

    extraction_options: dict[str, Any] = {"profile": profile} if profile else {}
    request = AnalysisRequest(
        corpus=tuple(corpus),
        out=out,
        reading=CorpusConfig(
            layout=layout,
            domain=domain,
            text_field=text_field,
            id_field=id_field,
            title_field=title_field,
            url_field=url_field,
            max_document_characters=max_document_characters,
            sample_fraction=sample_fraction,
        ),
        extraction=ExtractionConfig(
            attribute_files=tuple(str(a.absolute()) for a in attributes or ()), **extraction_options
        ),
        report=ReportConfig(
            confidence=confidence,
            calibration_error=calibration_error,
            simultaneous=simultaneous,
            audit=_text_of(audit) if audit else None,
        ),
        duplicates=DuplicatesConfig(duplicates),
        counting=CountingConfig(counting, sketch_size, tuple(sorted(read_epochs(weights).items())) if weights else ()),
        max_reject_fraction=max_reject_fraction,
        require_existing=resume,
    )
    progress = Progress(quiet=quiet)
    chosen = open_engine(engine, workers, master, conf, wave_shards, memory)
    try:
        result = run_analysis(request, chosen, progress, progress.say)
    except KeyboardInterrupt as interrupt:
        print("monofact: interrupted; finished shards are kept. Repeat the command to go on.", file=sys.stderr)
        raise typer.Exit(130) from interrupt
    finally:
        chosen.close()
    nothing = f"Nothing to do: the run in {out} is finished and the corpus has not changed."
    if end_run(result, out, nothing, as_json=json):
        print(
            f'\nTables: {out}/ (facts, prompt_counts, frequency_spectrum, domain_report, …; `monofact sql {out} "…"`)'
        )


def _text_of(path: Path) -> str:
    from pipeline.exceptions import InputError

    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error
