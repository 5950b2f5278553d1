"""A table of a Spark catalogue -> a corpus of Parquet shards, which either engine reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.engines.spark.errors import spark_errors
from pipeline.exceptions import InputError, UnknownColumnError


def export_table(spark: Any, table: str, out: str, id_field: str, shards: int) -> str:
    """Write a table as Parquet shards, in the order of its ids.

    A table has no shards, positions or lasting order, which the run's tables speak of; its files have. Documents keep
    their ids, so that another export, into other shards, gives the same counts.

    Parameters
    ----------
    spark : pyspark.sql.SparkSession
        The session.
    table : str
        Name of the table or view, with its catalogue and database where needed.
    out : str
        Folder to write, which must not exist: a local or mounted path, or a URI that Spark can write.
    id_field : str
        Column that identifies the documents.
    shards : int
        Number of shards.

    Returns
    -------
    str
        The folder, as `--corpus` takes it.

    Raises
    ------
    InputError
        If the table is not there, the folder is, or `shards` is below 1.
    UnknownColumnError
        If the table has no such column.
    """
    if shards < 1:
        raise InputError(f"--shards must be 1 or more, not {shards}")
    place = out if "://" in out else f"file://{Path(out).absolute()}"
    spark.sparkContext.setJobDescription(f"monofact: export {table}")
    with spark_errors(f"the export of {table}"):
        frame = spark.table(table)
        if id_field not in frame.columns:
            raise UnknownColumnError(f"{table} has no column {id_field!r}; it has: {', '.join(frame.columns)}")
        ordered = frame.repartitionByRange(shards, id_field).sortWithinPartitions(id_field)
        # Refuses a folder that exists: an export never mixes with another.
        ordered.write.mode("errorifexists").option("compression", "zstd").parquet(place)
    return out
