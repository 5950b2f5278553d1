"""Parquet files of a folder, named so that DuckDB reads these and no others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path


def literal(path: str | Path) -> str:
    """Return a path for DuckDB, which takes ``*``, ``?`` and ``[`` for a pattern: `run[12]` would be `run1`."""
    return re.sub(r"([*?\[])", r"[\1]", str(path))


def parquet_files(folder: Path) -> list[str]:
    """Return the Parquet files of a folder, for DuckDB's `read_parquet`."""
    return [literal(file) for file in sorted(folder.glob("*.parquet"))]


def sql_list(texts: Iterable[str]) -> str:
    """Return strings as an SQL list of literals."""
    return "[" + ", ".join("'" + text.replace("'", "''") + "'" for text in texts) + "]"
