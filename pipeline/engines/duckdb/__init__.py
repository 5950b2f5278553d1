"""The embedded engine: a process pool for extraction, DuckDB for SQL. Needs Python and nothing else."""

from pipeline.engines.duckdb.engine import DuckDBEngine
from pipeline.engines.duckdb.session import DuckDBSession

__all__ = ["DuckDBEngine", "DuckDBSession"]
