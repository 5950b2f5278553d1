"""What a table of a run is: its columns with types, nullability, units and meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pyarrow as pa

SCHEMA_VERSION = "1"
"""Version of the table contracts; travels in the metadata of every Parquet file."""

ARROW_TYPES: dict[str, Any] = {
    "string": pa.string(),
    "int64": pa.int64(),
    "int32": pa.int32(),
    "float64": pa.float64(),
    "float32": pa.float32(),
    "bool": pa.bool_(),
    "binary": pa.binary(),
}

SQL_TYPES: dict[str, str] = {
    "string": "VARCHAR",
    "int64": "BIGINT",
    "int32": "INTEGER",
    "float64": "DOUBLE",
    "float32": "FLOAT",
    "bool": "BOOLEAN",
    "binary": "BLOB",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Parameters
    ----------
    name : str
        Name of the column: a contract with users' queries.
    type : str
        A key of `ARROW_TYPES`.
    meaning : str
        One sentence for people.
    unit : str
        What a value counts or measures; empty where it has none.
    nullable : bool
        Whether the column may hold nulls.
    """

    name: str
    type: str
    meaning: str
    unit: str = ""
    nullable: bool = False

    def __post_init__(self) -> None:
        if self.type not in ARROW_TYPES:
            msg = f"column {self.name}: unknown type {self.type!r}; known: {', '.join(ARROW_TYPES)}"
            raise ValueError(msg)

    @property
    def arrow_field(self) -> Any:
        """The column as an Arrow field."""
        return pa.field(self.name, ARROW_TYPES[self.type], nullable=self.nullable)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a run: a folder of Parquet files with one schema.

    Parameters
    ----------
    name : str
        Name of the table and of its folder in the run directory.
    meaning : str
        One or two sentences for people.
    columns : tuple of Column
        The columns, in order.
    sort_by : tuple of str
        Columns that bring the rows into the canonical order: equal tables have equal rows in this order.
    public : bool
        False for intermediate tables that only the program reads.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    sort_by: tuple[str, ...]
    public: bool = True

    def __post_init__(self) -> None:
        names = [c.name for c in self.columns]
        if len(set(names)) != len(names):
            msg = f"table {self.name}: a column stands twice"
            raise ValueError(msg)
        if unknown := set(self.sort_by) - set(names):
            msg = f"table {self.name}: sort_by names no column: {sorted(unknown)}"
            raise ValueError(msg)

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return tuple(c.name for c in self.columns)

    @property
    def arrow_schema(self) -> Any:
        """Arrow schema, with the table's name and the schema version in its metadata."""
        metadata = {
            b"monofact.table": self.name.encode(),
            b"monofact.schema_version": SCHEMA_VERSION.encode(),
        }
        return pa.schema([c.arrow_field for c in self.columns], metadata=metadata)

    def empty(self) -> Any:
        """Return an Arrow table of this schema without rows."""
        return self.arrow_schema.empty_table()
