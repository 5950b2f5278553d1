"""The process from which Spark forks its Python workers, with compiled code; for ``spark.python.daemon.module``.

Spark puts its Python sources, a zip, first on the path of its workers. Nothing compiled is kept of what is imported
from a zip: every start of a worker compiles thousands of lines anew, a second and more, although the same pyspark is
installed, compiled, behind it. The zip goes to the end of the path here; the rest is Spark's own daemon.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

_ZIP = "pyspark.zip"


def installed_first(path: Sequence[str]) -> list[str]:
    """Return a module search path with Spark's zip behind everything else."""
    return sorted(path, key=lambda place: place.endswith(_ZIP))


if __name__ == "__main__":
    sys.path[:] = installed_first(sys.path)
    from pyspark.daemon import manager

    manager()
