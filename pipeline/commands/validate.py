"""`monofact validate`: the predicted floors against the errors of learners, in worlds whose facts are known."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.report import JsonOption


def validate(
    out: Annotated[
        Path | None, typer.Option(help="Folder for the figures, the page with pictures, and the runs.")
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="A small version, in under two minutes.")] = False,
    workers: Annotated[int, typer.Option(min=1, help="Worker processes.")] = 2,
    json: JsonOption = False,
) -> None:
    """Test the prediction: worlds of known facts, learners trained on them, floors beside the errors made."""
    from pipeline.commands.output import print_json
    from pipeline.progress import Progress
    from pipeline.simulation.validation import validate as run_validation

    progress = Progress()
    last = ""

    def show(what: str, done: int, total: int) -> None:
        nonlocal last
        line = f"{what}: {done} of {total}"
        # One line for each tenth: enough to see that it moves.
        if done * 10 // max(total, 1) != (done - 1) * 10 // max(total, 1) and line != last:
            progress.say(line)
            last = line

    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    summary = run_validation(quick=quick, out=out, workers=workers, progress=show).summary()
    if json:
        print_json(summary)
        return
    for name, value in summary.items():
        rows = value.items() if isinstance(value, dict) else [("", value)]
        for part, found in rows:
            print(f"{f'{name} {part}':60s} {found}")
    if out is not None:
        print(f"\nPictures: {out / 'validation.html'}")
