"""How commands print answers that a program may want."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import orjson
from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid


def _plain(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, Decimal):  # DuckDB's sums of whole numbers
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, bytes):
        return value.hex()
    if hasattr(value, "tolist"):
        return value.tolist()
    return str(value)


def print_json(value: Any) -> None:
    """Print a value as JSON, one line break at the end; NaN and infinity become null."""
    options = orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS | orjson.OPT_SERIALIZE_NUMPY
    print(orjson.dumps(value, default=_plain, option=options).decode())


def print_rows(rows: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> None:
    """Print rows as a plain table."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=200)
    grid = Grid(box=None, pad_edge=False)
    names = list(columns)
    for name in names:
        grid.add_column(name, overflow="fold")
    for row in rows:
        # Values of a corpus may hold square brackets, which rich would read as styles.
        grid.add_row(*("" if row[name] is None else escape(str(row[name])) for name in names))
    console.print(grid)
