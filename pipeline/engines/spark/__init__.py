"""The Spark engine: extraction in `mapInArrow` tasks, the same SQL in Spark SQL. Needs pyspark and Java."""

from pipeline.engines.spark.engine import SparkEngine

__all__ = ["SparkEngine"]
