"""The Spark settings that this program chooses, each with its reason; what the user sets always wins."""

from __future__ import annotations

import os
import re
import sysconfig
from pathlib import Path

import pipeline

SESSION_DEFAULTS: dict[str, str] = {
    # Skewed joins (one prompt stated by millions of documents) are split, small shuffle partitions merged.
    "spark.sql.adaptive.enabled": "true",
    # Overflow and bad casts are errors, as in DuckDB; never a silent null in a count.
    "spark.sql.ansi.enabled": "true",
    # The tables hold no timestamps; where a user's query makes one, it must not depend on the machine.
    "spark.sql.session.timeZone": "UTC",
    # Rows that go to a Python task at once: bounded, since evidence of a fact is a few hundred bytes.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "20000",
    # Readers and word lists load once a Python worker, not once a task.
    "spark.python.worker.reuse": "true",
    # Were a folder ever overwritten by a writer of Spark's, then only the partitions it writes.
    "spark.sql.sources.partitionOverwriteMode": "dynamic",
}
"""Settings for every session that this program opens or is handed by spark-submit."""

LOCAL_DEFAULTS: dict[str, str] = {
    # On one machine nobody looks at the web page, and a second run would look for a free port.
    "spark.ui.enabled": "false",
    # The driver is the executor here; 1 GB, Spark's default, spills early.
    "spark.driver.memory": "4g",
    # The optimising compiler waits ten times longer than by default: a hot loop still gets there within a second, and
    # the thousands of methods that only the start runs often no longer take a core away for seconds.
    "spark.driver.extraJavaOptions": (
        "-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 "
        "-XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
    ),
    # Spark's 200 are for clusters; adaptive execution merges these, too, where they are small.
    "spark.sql.shuffle.partitions": "8",
    # The program's own progress goes to the terminal.
    "spark.ui.showConsoleProgress": "false",
    # Messages of the start are noise beside the progress; errors reach the user as exceptions.
    "spark.log.level": "ERROR",
    # The workers' Python is this one: no second or two of compiling pyspark anew at each start. On a cluster the module
    # need not be there when the daemon starts, and seconds do not matter.
    "spark.python.daemon.module": "pipeline.engines.spark.daemon",
    # Names of the machine may not resolve on a laptop without a network; nobody else connects.
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
}
"""Further settings where this program starts Spark inside its own process, without a cluster."""

EXECUTOR_ENVIRONMENT: dict[str, str] = {
    # Python puts the working directory before everything else when it starts a worker. A user's folder may well hold a
    # `pipeline`, a `schemas` or an older checkout of this program: not what the driver runs.
    "PYTHONSAFEPATH": "1",
}
"""Environment of the Python workers, wherever they run."""

_SECRET = re.compile(r"secret|password|passwd|token|credential|access[._]?key|account\.key", re.IGNORECASE)


def starting_settings(master: str, user: dict[str, str]) -> dict[str, str]:
    """Return the settings with which this program starts a session.

    Parameters
    ----------
    master : str
        Master URL.
    user : dict of str to str
        Settings of the user.

    Returns
    -------
    dict of str to str
        Defaults overlaid with the user's.
    """
    local = LOCAL_DEFAULTS if re.fullmatch(r"local(\[.*\])?", master) else {}
    # Executors count their cores for OpenMP; one task a core makes one thread a task right.
    environment = EXECUTOR_ENVIRONMENT | {"OMP_NUM_THREADS": os.environ.get("OMP_NUM_THREADS", "1")}
    if local:
        environment |= program_path()
    executors = {f"spark.executorEnv.{name}": value for name, value in environment.items()}
    return {**SESSION_DEFAULTS, **local, **executors, **user}


def program_path() -> dict[str, str]:
    """Return what lets workers on this machine import the driver's own code: nothing where it is installed."""
    root = Path(pipeline.__file__).parents[1]
    if root in {Path(sysconfig.get_path(name)) for name in ("purelib", "platlib")}:
        return {}
    return {"PYTHONPATH": str(root)}


def without_secrets(settings: dict[str, str]) -> dict[str, str]:
    """Return settings that may be written to run.json: values whose name speaks of a secret are masked."""
    return {k: "(hidden)" if _SECRET.search(k) else v for k, v in sorted(settings.items())}
