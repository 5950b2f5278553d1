"""The options of the jobs: those of `monofact analyze`, under the same names."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.corpus import LAYOUTS, CorpusConfig
from pipeline.counting.sketches.counting import CountingConfig
from pipeline.counting.sketches.exposure import read_epochs
from pipeline.duplicates import DuplicatesConfig
from pipeline.duplicates.clustering import MODES
from pipeline.engines import load_engine
from pipeline.engines.spark.pieces import PIECE_BYTES
from pipeline.exceptions import InputError, MonofactError
from pipeline.extraction import ExtractionConfig
from pipeline.progress import Progress
from pipeline.report.rows import ReportConfig
from pipeline.request import AnalysisRequest
from pipeline.stages import Stage


def parser(description: str) -> argparse.ArgumentParser:
    """Return the parser that all jobs share: a stage must be given the options that the run was begun with."""
    made = argparse.ArgumentParser(description=description)
    made.add_argument("--corpus", nargs="+", required=True, metavar="PATH", help="shards, folders, globs or URIs")
    made.add_argument("--out", type=Path, required=True, help="run directory, under the same path on every machine")
    _add_spark(made.add_argument_group("Spark"))
    _add_reading(made.add_argument_group("reading"))
    _add_counting(made.add_argument_group("extraction and counting"))
    _add_report(made.add_argument_group("report"))
    made.add_argument("--resume", action="store_true", help="insist that the run exists (resuming is automatic)")
    made.add_argument("--json", action="store_true", help="print what run.json says")
    made.add_argument("--quiet", action="store_true", help="no progress")
    return made


def _add_spark(group: Any) -> None:
    group.add_argument("--master", help="master URL, where spark-submit names none")
    group.add_argument("--wave-shards", type=int, help="shards a wave (default: 8 for each task slot)")
    group.add_argument(
        "--piece-bytes", type=int, default=PIECE_BYTES, help="stored bytes above which Parquet shards are split"
    )


def _add_reading(group: Any) -> None:
    group.add_argument("--domain", default="source", help="what to report by: source, url, or a field of the records")
    group.add_argument("--layout", default="auto", choices=tuple(LAYOUTS))
    for role in ("text", "id", "title", "url"):
        group.add_argument(f"--{role}-field", help=f"field with the {role}; dots go into nested fields")
    group.add_argument("--max-document-characters", type=int, default=10_000_000, help="longer ones are rejected")
    group.add_argument(
        "--sample-fraction", type=float, default=1.0, help="share of the documents, by a hash of their id"
    )
    group.add_argument("--max-reject-fraction", type=float, default=0.1, help="rejected records allowed")


def _add_counting(group: Any) -> None:
    group.add_argument("--attributes", type=Path, action="append", help="TOML file that adds or replaces attributes")
    group.add_argument("--profile", default=ExtractionConfig().profile, help="fast, balanced, recall or a plug-in")
    group.add_argument("--duplicates", default="off", choices=MODES, help="how copies of documents are looked for")
    group.add_argument("--counting", default="exact", choices=("exact", "sketch"))
    group.add_argument("--sketch-size", type=int, default=16_384, help="prompts sampled an attribute")
    group.add_argument("--weights", type=Path, help="file: domain,epochs for sources that training repeats")


def _add_report(group: Any) -> None:
    group.add_argument("--confidence", type=float, default=0.95, help="confidence of intervals and floors")
    group.add_argument("--calibration-error", type=float, default=0.0, help="measured calibration error of the model")
    group.add_argument("--audit", type=Path, help="CSV with your audit of facts, for the corrected floors")
    group.add_argument("--simultaneous", action="store_true", help="floors that hold together (Šidák)")


def request_of(options: argparse.Namespace) -> AnalysisRequest:
    """Return what the options ask for.

    Raises
    ------
    InputError
        If a value is not valid or a file cannot be read.
    """
    return AnalysisRequest(
        corpus=tuple(options.corpus),
        out=options.out,
        reading=CorpusConfig(
            layout=options.layout,
            domain=options.domain,
            text_field=options.text_field,
            id_field=options.id_field,
            title_field=options.title_field,
            url_field=options.url_field,
            max_document_characters=options.max_document_characters,
            sample_fraction=options.sample_fraction,
        ),
        extraction=ExtractionConfig(options.profile, tuple(str(a.absolute()) for a in options.attributes or ())),
        report=ReportConfig(
            options.confidence, options.calibration_error, options.simultaneous, _text_of(options.audit)
        ),
        duplicates=DuplicatesConfig(options.duplicates),
        counting=CountingConfig(
            options.counting,
            options.sketch_size,
            tuple(sorted(read_epochs(options.weights).items())) if options.weights else (),
        ),
        max_reject_fraction=options.max_reject_fraction,
        require_existing=options.resume,
    )


def run_job(description: str, stage: Stage, arguments: Sequence[str] | None = None) -> int:
    """Parse the arguments, run a stage on Spark, print what run.json says or where the run lies.

    Returns
    -------
    int
        Exit status: 0 only when the work is done.
    """
    options = parser(description).parse_args(arguments)
    try:
        request = request_of(options)
        engine = load_engine(
            "spark", master=options.master, wave_shards=options.wave_shards, piece_bytes=options.piece_bytes
        )
        try:
            content = stage(request, engine, Progress(quiet=options.quiet))
        finally:
            engine.close()
    except MonofactError as error:
        print(f"monofact: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("monofact: interrupted; finished shards are kept. Repeat the command to go on.", file=sys.stderr)
        return 130
    if options.json:
        from pipeline.commands.output import print_json  # noqa: PLC0415 - only here

        print_json({"run": str(options.out), **content})
    else:
        print(f"{content['status']}: {options.out}")
    return 0


def _text_of(path: Path | None) -> str | None:
    if path is None:
        return None
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error
