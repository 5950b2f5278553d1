"""Spark's errors as the program's own."""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pipeline.exceptions import InputError, MonofactError

_PYTHON_ERROR = re.compile(r"[A-Za-z_][\w.]*(Error|Exit|Interrupt): ")
_INTERRUPTED = threading.Event()


def remember_interrupts() -> None:
    """Note a Ctrl-C before Spark's handler has it: py4j makes an error of its own of what that raises."""
    spark_handler = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(spark_handler):
        return

    def note(number: int, frame: Any) -> None:
        _INTERRUPTED.set()
        spark_handler(number, frame)

    signal.signal(signal.SIGINT, note)


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
    KeyboardInterrupt
        If it failed since the user pressed Ctrl-C.
    """
    from py4j.protocol import Py4JError  # noqa: PLC0415 - only where Spark is used
    from pyspark.errors import AnalysisException, ParseException, PySparkException  # noqa: PLC0415 - the same

    _INTERRUPTED.clear()
    try:
        yield
    except (AnalysisException, ParseException) as error:
        raise InputError(f"the query failed: {_reason(error)}") from error
    except (PySparkException, Py4JError) as error:
        if _INTERRUPTED.is_set():
            raise KeyboardInterrupt from error
        raise MonofactError(
            f"{stage} failed on Spark: {_reason(error)}. What was done is kept: repeat the command to go on; "
            "the cause is in the log of Spark's executors."
        ) from error


def _reason(error: BaseException) -> str:
    """Return the line of a long report that names the cause: the worker's Python error, else the first line."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    python = [line for line in lines if _PYTHON_ERROR.match(line)]
    return [*python, *lines, type(error).__name__][0].rstrip(".")
