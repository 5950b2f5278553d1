"""The report as a table for people, in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid

from pipeline.report.domains import compare_domains
from pipeline.report.sentences import headline, one_line, percent

_WIDTH_WITHOUT_TERMINAL = 120
_FEWEST_DOMAINS = 3


def _grid(rows: Iterable[Mapping[str, Any]], title: str) -> Grid:
    grid = Grid(title=title, box=box.SIMPLE_HEAD, title_justify="left")
    for name, justify in (
        ("domain", "left"),
        ("attribute", "left"),
        ("n", "right"),
        ("singletons", "right"),
        ("rate", "right"),
        ("interval", "right"),
        ("floor", "right"),
        ("guaranteed", "right"),
        ("corrected", "right"),
    ):
        grid.add_column(name, justify=justify, no_wrap=name != "domain", overflow="fold")  # type: ignore[arg-type]  # a literal
    for row in rows:
        grid.add_row(
            "all" if row["domain"] == "*" else escape(one_line(row["domain"])),
            "all" if row["attribute"] == "*" else escape(row["attribute"]),
            f"{row['n']:,}",
            f"{row['singletons']:,}",
            percent(row["singleton_rate"]),
            f"{percent(row['singleton_rate_low'])} … {percent(row['singleton_rate_high'])}",
            percent(row["floor"]),
            percent(row["floor_guaranteed"]),
            _corrected(row),
        )
    return grid


def _corrected(row: Mapping[str, Any]) -> str:
    low, high = row["floor_corrected_low"], row["floor_corrected_high"]
    return percent(None) if low is None else f"{percent(low)} … {percent(high)}"


def print_report(
    rows: Sequence[Mapping[str, Any]], unit: str, limit: int, *, correction: str, console: Console | None = None
) -> None:
    """Print the report: the whole corpus, then domains, then attributes.

    Parameters
    ----------
    rows : list of mapping
        Rows of `schemas.DOMAIN_REPORT`, one unit.
    unit : str
        The unit, for the caption.
    limit : int
        Rows of a section at most; how many were left out is said.
    correction : str
        Where the correction for extraction noise comes from.
    console : rich.console.Console, optional
        Where to.
    """
    console = console or Console(soft_wrap=False)
    if not console.is_terminal:
        # A program that reads the table looks for whole names.
        longest = max((len(one_line(row["domain"])) for row in rows), default=0)
        console = Console(file=console.file, width=_WIDTH_WITHOUT_TERMINAL + longest)
    _print_sections(rows, unit, limit, console)
    confidence = rows[0]["confidence"] if rows else 0.95
    console.print(
        "rate: singletons / n, the share of observations whose prompt nothing else answers; "
        f"interval: {confidence * 100:.10g} % for the missing mass.\n"
        "floor: least error rate to expect of a calibrated model on prompts drawn as these were; guaranteed: the same "
        "as a finite-sample theorem (0.0 %: it says nothing; –: too few observations).\n"
        "corrected: band of the floor after correction for what extraction misses and makes up, by "
        f"{correction}.\n",
        style="dim",
    )
    whole = [r for r in rows if r["domain"] == "*" and r["attribute"] == "*"]
    for row in whole:
        console.print(headline(row), markup=False, highlight=False)


def _print_sections(rows: Sequence[Mapping[str, Any]], unit: str, limit: int, console: Console) -> None:
    by_size = sorted(rows, key=lambda r: (-r["n"], r["domain"], r["attribute"]))
    sections = (
        ("By domain", [r for r in by_size if r["attribute"] == "*"]),
        ("By attribute, whole corpus", [r for r in by_size if r["domain"] == "*" and r["attribute"] != "*"]),
        ("By domain and attribute", [r for r in by_size if r["domain"] != "*" and r["attribute"] != "*"]),
    )
    for title, section in sections:
        if not section:
            continue
        console.print(_grid(section[:limit], f"{title} (unit: {unit})"))
        if len(section) > limit:
            console.print(f"  … {len(section) - limit:,} more rows: `monofact report RUN --limit N` or --json\n")
    _print_comparison([r for r in by_size if r["attribute"] == "*" and r["domain"] != "*"][:limit], console)


def _print_comparison(domains: Sequence[Mapping[str, Any]], console: Console) -> None:
    """Say which domains differ from the rest, where there are enough to compare."""
    if len(domains) < _FEWEST_DOMAINS:
        return
    compared = compare_domains([d for d in domains if d["singleton_rate"] is not None])
    apart = [one_line(domain) for domain, c in compared.items() if c.differs]
    shrunken = ", ".join(
        f"{one_line(d)} {percent(c.shrunken_rate)}" for d, c in compared.items() if c.shrunken_rate is not None
    )
    console.print(
        f"Rates drawn to each other's (empirical Bayes, for display only): {shrunken}.\n"
        f"Differ from the rest (false discovery rate 5 %): {', '.join(apart) or 'none'}.\n",
        markup=False,
        highlight=False,
    )
