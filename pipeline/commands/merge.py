"""`monofact merge`: runs over different shards become one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer


def merge(
    runs: Annotated[list[Path], typer.Argument(help="Finished run directories of one configuration.")],
    out: Annotated[Path, typer.Option(help="Run directory to write.")],
    engine: Annotated[str, typer.Option(help="duckdb (this machine) or spark.")] = "duckdb",
    master: Annotated[str | None, typer.Option(help="Spark master URL; only with --engine spark.")] = None,
    attributes: Annotated[list[Path] | None, typer.Option(help="The runs' attribute files.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Threads.")] = 1,
    max_reject_fraction: Annotated[float, typer.Option(min=0, max=1, help="Records with taken ids allowed.")] = 0.1,
    json: Annotated[bool, typer.Option("--json", help="Print the run's summary as JSON.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress.")] = False,
) -> None:
    """Merge runs over different shards; the tables equal those of one run over all of them."""
    from pipeline.commands.output import print_json
    from pipeline.commands.report import show_report
    from pipeline.engines import load_engine
    from pipeline.merging import merge as merge_runs
    from pipeline.progress import Progress

    progress = Progress(quiet=quiet)
    options: dict[str, Any] = {"workers": workers} if engine == "duckdb" else {"master": master}
    chosen = load_engine(engine, **options)
    files = [str(a.absolute()) for a in attributes or ()]
    try:
        result = merge_runs(runs, out, chosen, progress, files, progress.say, max_reject_fraction=max_reject_fraction)
    finally:
        chosen.close()
    if json:
        print_json({"run": str(out), "nothing_to_do": result.nothing_to_do, **result.summary})
        return
    if result.nothing_to_do:
        print(f"Nothing to do: {out} holds these runs already.")
        return
    show_report(out, unit="document", limit=12)
