"""The command `monofact`: parses arguments, runs a command, turns errors into one clear message.

Exit status: 0 only when the work is done; 1 for an error with a message; 2 for wrong arguments; 130 after Ctrl-C.
"""

from __future__ import annotations

import os
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from pipeline.commands.analyze import analyze
from pipeline.commands.estimate import estimate, extrapolate
from pipeline.commands.merge import merge
from pipeline.commands.query import list_schema, lookup, sql
from pipeline.commands.report import compare, report
from pipeline.commands.simulate import simulate
from pipeline.commands.validate import validate
from pipeline.exceptions import MonofactError

app = typer.Typer(
    name="monofact",
    help="Says from the training data, before a model is trained, where it will make things up.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(analyze)
app.command()(merge)
app.command()(report)
app.command()(lookup)
app.command()(sql)
app.command()(compare)
app.command()(estimate)
app.command()(extrapolate)
app.command()(simulate)
app.command()(validate)
app.command("schema")(list_schema)


def _print_version(asked: bool) -> None:
    if asked:
        print(f"monofact {version('monofact')}")
        raise typer.Exit


@app.callback()
def options(
    shown: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Say from the training data, before a model is trained, where it will make things up."""


def main() -> None:
    """Run the command line."""
    try:
        app()
    except MonofactError as error:
        print(f"monofact: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output (`| head`) went away; that is its right.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
