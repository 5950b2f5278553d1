"""`monofact merge`: runs over different shards become one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

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
    end_run,
    open_engine,
)


def merge(
    runs: Annotated[list[Path], typer.Argument(help="Finished run directories of one configuration.")],
    out: Out,
    engine: EngineName = "duckdb",
    master: Master = None,
    conf: Conf = None,
    memory: Memory = None,
    attributes: AttributeFiles = None,
    workers: Annotated[int, typer.Option(min=1, help="Threads.")] = 1,
    max_reject_fraction: RejectFraction = 0.1,
    source: Annotated[
        str,
        typer.Option(
            "--from", help="staging: the shards' staged facts; sketches: what sampled runs keep without them."
        ),
    ] = "staging",
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Merge runs over different shards; the tables equal those of one run over all of them."""
    from pipeline.exceptions import InputError
    from pipeline.merging import merge as merge_runs
    from pipeline.merging_sketches import merge_from_sketches
    from pipeline.progress import Progress

    if source not in ("staging", "sketches"):
        raise InputError(f"--from must be staging or sketches, not {source!r}")
    progress = Progress(quiet=quiet)
    chosen = open_engine(engine, workers, master, conf, memory=memory)
    files = [str(a.absolute()) for a in attributes or ()]
    try:
        if source == "sketches":
            result = merge_from_sketches(runs, out, chosen, progress, files, progress.say)
        else:
            result = merge_runs(
                runs, out, chosen, progress, files, progress.say, max_reject_fraction=max_reject_fraction
            )
    finally:
        chosen.close()
    end_run(result, out, f"Nothing to do: {out} holds these runs already.", as_json=json)
