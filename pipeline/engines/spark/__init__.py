"""The Spark engine: extraction in `mapInArrow` tasks, the same SQL in Spark SQL. Needs pyspark and Java.

Nothing is imported here: what runs in Python workers lies beside what runs on the driver, and needs less.
"""
