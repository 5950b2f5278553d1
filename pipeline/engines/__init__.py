"""The two engines behind one small protocol; each is imported only when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.exceptions import InputError

if TYPE_CHECKING:
    from pipeline.engines.protocol import Engine

ENGINES = ("duckdb", "spark")


def load_engine(name: str, **options: Any) -> Engine:
    """Return the engine of a name.

    Parameters
    ----------
    name : str
        ``duckdb`` or ``spark``.
    **options
        Options of that engine.

    Returns
    -------
    Engine
        The engine; close it when done.

    Raises
    ------
    InputError
        If there is no such engine.
    MissingDependencyError
        If what the engine needs is not installed.
    """
    if name == "duckdb":
        from pipeline.engines.duckdb import DuckDBEngine  # noqa: PLC0415 - engines load only when asked for

        return DuckDBEngine(**options)
    if name == "spark":
        from pipeline.engines.spark.engine import SparkEngine  # noqa: PLC0415 - DuckDB users have no pyspark

        return SparkEngine(**options)
    raise InputError(f"there is no engine {name!r}; choose one of: {', '.join(ENGINES)}")
