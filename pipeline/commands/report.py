"""`monofact report` and `monofact compare`: what finished runs say."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

RunArgument = Annotated[Path, typer.Argument(help="Run directory.")]
UnitOption = Annotated[str, typer.Option(help="mention, document or cluster.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def _rows(run: Path, unit: str) -> list[dict[str, Any]]:
    from pipeline.exceptions import InputError
    from pipeline.run_directory import RunDirectory
    from pipeline.run_queries import report_rows

    rows = report_rows(RunDirectory(run), None)
    units = sorted({row["unit"] for row in rows})
    if unit not in units:
        how = "; clusters are of copies, and analyze looks for those with --duplicates" if unit == "cluster" else ""
        raise InputError(f"{run} has no rows in unit {unit!r}; it has: {', '.join(units)}{how}")
    return [row for row in rows if row["unit"] == unit]


def _correction(run: Path) -> str:
    from pipeline.run_directory import RunDirectory

    return str(RunDirectory(run).read().get("correction", "none"))


def _sample_note(run: Path) -> str:
    from pipeline.run_directory import RunDirectory

    fraction = RunDirectory(run).read()["config"]["reading"].get("sample_fraction", 1.0)
    if fraction >= 1:
        return ""
    return (
        f"This run read a sample of {fraction * 100:g} % of the documents: its rates and floors are the sample's, "
        f"higher than the whole corpus's. `monofact extrapolate {run}` predicts those of the whole corpus."
    )


def show_report(run: Path, unit: str, limit: int) -> None:
    """Print the report of a run for people."""
    from pipeline.report.terminal import print_report

    print_report(_rows(run, unit), unit, limit, correction=_correction(run))
    print(_sample_note(run))
    _print_copies(run)


def _print_copies(run: Path) -> None:
    from pipeline.run_directory import RunDirectory

    if copies := RunDirectory(run).read().get("copies"):
        print(f"\n{copies['text']}")


def report(
    run: RunArgument,
    unit: UnitOption = "document",
    limit: Annotated[int, typer.Option(min=1, help="Rows of a section at most.")] = 40,
    domain: Annotated[str | None, typer.Option(help="Only this domain.")] = None,
    attribute: Annotated[str | None, typer.Option(help="Only this attribute.")] = None,
    json: JsonOption = False,
) -> None:
    """Print the report of a run: rates, intervals and hallucination floors per domain and attribute."""
    from pipeline.commands.output import print_json
    from pipeline.exceptions import InputError
    from pipeline.report.terminal import print_report

    rows = [
        row for row in _rows(run, unit) if domain in (None, row["domain"]) and attribute in (None, row["attribute"])
    ]
    if not rows:
        raise InputError(f"{run} has no row for domain {domain!r} and attribute {attribute!r}")
    if json:
        print_json(rows)
    else:
        print_report(rows, unit, limit, correction=_correction(run))
        print(_sample_note(run))
        _print_copies(run)


def compare(
    first: RunArgument,
    second: Annotated[Path, typer.Argument(help="Another run directory.")],
    exact: Annotated[bool, typer.Option("--exact", help="Tell whether all tables hold the same rows.")] = False,
    unit: UnitOption = "document",
    json: JsonOption = False,
) -> None:
    """Compare two runs: rates side by side, or (--exact) every table row for row."""
    from pipeline.commands.output import print_json, print_rows
    from pipeline.run_directory import RunDirectory
    from pipeline.run_queries import compare_rates, compare_tables

    a, b = RunDirectory(first), RunDirectory(second)
    if not exact:
        rows = compare_rates(a, b, unit)
        print_json(rows) if json else print_rows(rows, rows[0] if rows else ())
        return
    tables = compare_tables(a, b)
    equal = not any(t["only_first"] or t["only_second"] for t in tables.values())
    if json:
        print_json({"equal": equal, "tables": tables})
    else:
        print_rows(
            [{"table": name, **counts} for name, counts in tables.items()],
            ("table", "rows_first", "rows_second", "only_first", "only_second"),
        )
        print("The runs hold the same rows." if equal else "The runs differ.")
    if not equal:
        raise typer.Exit(1)
