"""The process from which Spark forks its Python workers, with compiled code; for ``spark.python.daemon.module``.

Spark puts its Python sources, a zip, first on the path of its workers. Nothing compiled is kept of what is imported
from a zip: every start of a worker compiles thousands of lines anew, a second and more, although the same pyspark is
installed, compiled, behind it. The zip goes to the end of the path here.

And the rules are loaded here, once, before any worker is forked: all workers share their memory. Only a process of one
thread may be forked safely. Arrow's allocator keeps a thread beside it that knows forks; where there is any other, the
daemon starts anew and leaves the loading to its workers. The rest is Spark's own daemon.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_ZIP = "pyspark.zip"
_BARE = "MONOFACT_DAEMON_BARE"
_ALLOCATORS_THREAD = "jemalloc_bg_thd"


def installed_first(path: Sequence[str]) -> list[str]:
    """Return a module search path with Spark's zip behind everything else."""
    return sorted(path, key=lambda place: place.endswith(_ZIP))


def load_rules() -> None:
    """Import what workers run and load the rules of the default profile."""
    # Only here: the path is set below, and importing this module must load nothing.
    from pipeline.engines.spark.tasks import program_digest, worker_extractor  # noqa: PLC0415 - as said above
    from pipeline.extraction import ExtractionConfig  # noqa: PLC0415 - as said above

    default = ExtractionConfig()
    # As a worker would, so that no worker hashes the program or compiles the rules again.
    worker_extractor(default, program_digest(default))


def may_be_forked(tasks: Path = Path("/proc/self/task")) -> bool:
    """Return whether this process has no thread that a fork would leave behind with its locks."""
    names = [(thread / "comm").read_text(encoding="utf-8").strip() for thread in tasks.iterdir()]
    return len([name for name in names if name != _ALLOCATORS_THREAD]) == 1


if __name__ == "__main__":
    sys.path[:] = installed_first(sys.path)
    # One thread a worker; and libraries of linear algebra must not start theirs before the fork.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if sys.platform == "linux" and _BARE not in os.environ:
        # What fails here fails in the workers, too, whose errors reach the user.
        with suppress(Exception):
            load_rules()
        if not may_be_forked():
            os.environ[_BARE] = "1"
            os.execv(sys.executable, [sys.executable, "-m", __spec__.name, *sys.argv[1:]])  # noqa: S606 - no shell is meant
    from pyspark.daemon import manager

    manager()
