"""Spark's errors as the program's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.exceptions import InputError, MonofactError

_PYTHON_ERROR = re.compile(r"[A-Za-z_][\w.]*(Error|Exit|Interrupt): ")


@contextmanager
def spark_errors(stage: str) -> Iterator[None]:
    """Turn errors of Spark into `MonofactError`, with the JVM's report kept as the cause.

    Parameters
    ----------
    stage : str
        What was being done.

    Raises
    ------
    InputError
        If a query is not valid.
    MonofactError
        If a job failed.
    """
    from py4j.protocol import Py4JError  # noqa: PLC0415 - only where Spark is used
    from pyspark.errors import AnalysisException, ParseException, PySparkException  # noqa: PLC0415 - the same

    try:
        yield
    except (AnalysisException, ParseException) as error:
        raise InputError(f"the query failed: {_reason(error)}") from error
    except (PySparkException, Py4JError) as error:
        raise MonofactError(
            f"{stage} failed on Spark: {_reason(error)}. What was done is kept: repeat the command to go on; "
            "the cause is in the log of Spark's executors."
        ) from error


def _reason(error: BaseException) -> str:
    """Return the line of a long report that names the cause: the worker's Python error, else the first line."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    python = [line for line in lines if _PYTHON_ERROR.match(line)]
    return [*python, *lines, type(error).__name__][0].rstrip(".")
