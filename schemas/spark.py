"""A table's schema as Spark knows it; imported only by the Spark engine."""

from __future__ import annotations

from typing import Any

from schemas.table import Table


def struct_type(table: Table) -> Any:
    """Return the Spark schema of a table.

    Parameters
    ----------
    table : Table
        The table.

    Returns
    -------
    pyspark.sql.types.StructType
        Same names, order, types and nullability as `Table.arrow_schema`. Spark reads every column of a file as
        nullable all the same; that the written files keep the contract is the writer's work.
    """
    from pyspark.sql import types  # noqa: PLC0415 - the other tables' users have no pyspark

    spark_types = {
        "string": types.StringType(),
        "int64": types.LongType(),
        "int32": types.IntegerType(),
        "float64": types.DoubleType(),
        "float32": types.FloatType(),
        "bool": types.BooleanType(),
        "binary": types.BinaryType(),
    }
    return types.StructType([types.StructField(c.name, spark_types[c.type], c.nullable) for c in table.columns])
