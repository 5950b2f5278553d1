"""Starting and ending Spark's own programs from the tests."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pyspark

from tests.spark.tables import ROOT

SPARK_HOME = Path(pyspark.__file__).parent
SMALL_JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


def environment() -> dict[str, str]:
    """Environment of the processes: this Python, this checkout, the loopback interface."""
    return os.environ | {
        "PYTHONPATH": str(ROOT),
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_DAEMON_MEMORY": "256m",
        "SPARK_DAEMON_JAVA_OPTS": SMALL_JVM,
    }


def start(command: list[str], log: Path, cwd: Path) -> subprocess.Popen[bytes]:
    """Start a process in a session of its own, in another working directory than the checkout."""
    with log.open("wb") as out:
        return subprocess.Popen(
            command, stdout=out, stderr=subprocess.STDOUT, cwd=cwd, env=environment(), start_new_session=True
        )


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a process that `start` started, with its children, without a chance to clean up."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def submit(job: str, arguments: list[str], folder: Path, settings: Mapping[str, str], *options: str) -> list[str]:
    """Return the command line that submits a job."""
    properties = folder / "spark.properties"
    executors = {"spark.executor.extraJavaOptions": SMALL_JVM, "spark.log.level": "WARN"}
    lines = [f"{key} {value}" for key, value in {"spark.ui.enabled": "false", **executors, **settings}.items()]
    properties.write_text("\n".join(lines), encoding="utf-8")
    script = str(ROOT / "jobs" / f"{job}.py")
    submitter = str(SPARK_HOME / "bin" / "spark-submit")
    return [submitter, *options, "--properties-file", str(properties), script, *arguments]


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(condition: Callable[[], bool], what: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until something holds; fail with the log if the process ends before, or after ten minutes."""
    end = time.monotonic() + 600
    while not condition():
        tail = log.read_text(errors="replace")[-3000:] if log.exists() else ""
        assert process.poll() is None, f"ended before {what}:\n{tail}"
        assert time.monotonic() < end, f"waited ten minutes for {what}:\n{tail}"
        time.sleep(0.02)
