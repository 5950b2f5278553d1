"""Options that several commands share, and how they end."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.analysis import AnalysisResult
    from pipeline.engines.protocol import Engine

Out = Annotated[Path, typer.Option("--out", help="Run directory to write.")]
EngineName = Annotated[str, typer.Option("--engine", help="duckdb (this machine) or spark.")]
Master = Annotated[str | None, typer.Option("--master", help="Spark master URL; only with --engine spark.")]
Conf = Annotated[
    list[str] | None,
    typer.Option("--conf", metavar="KEY=VALUE", help="Spark setting; may be repeated; only with --engine spark."),
]
WaveShards = Annotated[
    int | None,
    typer.Option("--wave-shards", min=1, help="Shards a wave, only with --engine spark: 8 a task slot by default."),
]
Memory = Annotated[
    str | None,
    typer.Option(
        "--memory", help="Memory that counting may use before it spills to disk, such as 4GB; not with Spark."
    ),
]
AttributeFiles = Annotated[
    list[Path] | None, typer.Option("--attributes", help="TOML file that adds or replaces attributes.")
]
RejectFraction = Annotated[
    float, typer.Option("--max-reject-fraction", min=0, max=1, help="Share of the records that may be rejected.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the run's summary as JSON.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress.")]


def open_engine(
    name: str,
    workers: int,
    master: str | None,
    conf: Sequence[str] | None = None,
    wave_shards: int | None = None,
    memory: str | None = None,
) -> Engine:
    """Return the engine that a command was asked to use.

    Parameters
    ----------
    name : str
        `duckdb` or `spark`.
    workers : int
        Worker processes or threads of the embedded engine.
    master : str or None
        Spark master URL.
    conf : sequence of str or None
        Spark settings, as KEY=VALUE.
    wave_shards : int or None
        Shards a wave on Spark.
    memory : str or None
        Memory of the embedded engine's counting, such as ``4GB``.

    Raises
    ------
    InputError
        If a setting is none, or an option of one engine was given for the other.
    """
    from pipeline.engines import load_engine
    from pipeline.exceptions import InputError

    if name == "spark":
        if memory is not None:
            raise InputError("--memory would do nothing here: give Spark --conf spark.executor.memory=… instead")
        return load_engine(name, master=master, conf=_settings(conf or ()), wave_shards=wave_shards)
    given = {"--master": master, "--conf": conf, "--wave-shards": wave_shards}
    if name == "duckdb" and (unused := [option for option, value in given.items() if value]):
        raise InputError(f"{' and '.join(unused)} would do nothing here: add --engine spark")
    limited = {"memory_limit": memory} if memory is not None else {}
    return load_engine(name, workers=workers, **limited)


def _settings(conf: Sequence[str]) -> dict[str, str]:
    from pipeline.exceptions import InputError

    settings = {}
    for text in conf:
        key, equals, value = text.partition("=")
        if not equals or not key.startswith("spark."):
            raise InputError(f"--conf takes spark.KEY=VALUE, as spark-submit does, not {text!r}")
        settings[key] = value
    return settings


def end_run(result: AnalysisResult, out: Path, nothing_to_do: str, *, as_json: bool) -> bool:
    """Print what a run ended with, as JSON or as a report; return whether a report was printed."""
    from pipeline.commands.output import print_json
    from pipeline.commands.report import show_report

    if as_json:
        print_json({"run": str(out), "nothing_to_do": result.nothing_to_do, **result.summary})
        return False
    if result.nothing_to_do:
        print(nothing_to_do)
        return False
    show_report(out, unit="document", limit=12)
    return True
