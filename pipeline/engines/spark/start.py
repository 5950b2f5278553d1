"""Opens a Spark session, or says in one line what is not installed."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.engines.spark.errors import remember_interrupts
from pipeline.engines.spark.settings import EXECUTOR_ENVIRONMENT, SESSION_DEFAULTS, starting_settings
from pipeline.exceptions import InputError, MissingDependencyError

DEFAULT_MASTER = "local[*]"
_JAVA_HINT = (
    "Install Java 17 or later (Debian and Ubuntu: `apt-get install openjdk-17-jre-headless`) or set JAVA_HOME, "
    "or use --engine duckdb, which needs no Java."
)


def require_spark() -> None:
    """Check that pyspark and Java are there.

    Raises
    ------
    MissingDependencyError
        With what to install.
    """
    if importlib.util.find_spec("pyspark") is None or importlib.util.find_spec("pandas") is None:
        raise MissingDependencyError("the Spark engine needs pyspark and pandas: pip install 'monofact[spark]'")
    if not _inside_spark_submit() and not _java():
        raise MissingDependencyError(f"the Spark engine needs Java, and there is no `java`. {_JAVA_HINT}")


def open_session(master: str | None, conf: Mapping[str, str]) -> tuple[Any, bool]:
    """Return a Spark session and whether it was started here.

    A session that is open already, in a notebook for instance, is used as it is. One that spark-submit prepared keeps
    every setting of the submit line.

    Parameters
    ----------
    master : str or None
        Master URL; None for spark-submit's, or `DEFAULT_MASTER`.
    conf : mapping of str to str
        Settings of the user.

    Returns
    -------
    (pyspark.sql.SparkSession, bool)

    Raises
    ------
    MissingDependencyError
        If pyspark or Java is missing or Java does not start.
    """
    require_spark()
    from pyspark.sql import SparkSession  # noqa: PLC0415 - only after the check

    active = SparkSession.getActiveSession()
    if active is not None:
        return active, False
    # Workers must run the Python that holds this program, not whatever `python3` is first on their PATH.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if _inside_spark_submit():
        spark = _submitted(SparkSession.builder, master, conf)
    else:
        spark = _started(SparkSession.builder, master or DEFAULT_MASTER, conf)
    remember_interrupts()
    return spark, True


def _submitted(builder: Any, master: str | None, conf: Mapping[str, str]) -> Any:
    if master is not None:
        builder = builder.master(master)
    environment = {f"spark.executorEnv.{name}": value for name, value in EXECUTOR_ENVIRONMENT.items()}
    for key, value in (environment | dict(conf)).items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    asked = spark.sparkContext.getConf()
    for key, value in SESSION_DEFAULTS.items():
        if key.startswith("spark.sql.") and not asked.contains(key):
            spark.conf.set(key, value)
    return spark


def _started(builder: Any, master: str, conf: Mapping[str, str]) -> Any:
    from pyspark.errors import PySparkException  # noqa: PLC0415 - only after the check

    builder = builder.master(master).appName("monofact")
    for key, value in starting_settings(master, dict(conf)).items():
        builder = builder.config(key, value)
    try:
        return builder.getOrCreate()
    except PySparkException as error:
        raise MissingDependencyError(f"Java was found but did not start Spark. {_JAVA_HINT}") from error
    except Exception as error:
        # Not a class of ours: py4j hands over what the JVM threw, such as "Could not parse Master URL".
        reason = next((line for line in str(error).splitlines() if "Exception:" in line), str(error)).strip()
        raise InputError(f"Spark did not start with master {master!r}: {reason}") from error


def _inside_spark_submit() -> bool:
    return "PYSPARK_GATEWAY_PORT" in os.environ


def _java() -> str | None:
    home = os.environ.get("JAVA_HOME")
    return shutil.which("java", path=str(Path(home) / "bin")) if home else shutil.which("java")
