"""A worker that extracts imports what extraction needs, and no more: every worker of every run waits for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

NOT_NEEDED = ("click", "datasketch", "duckdb", "pyspark", "requests", "rich", "scipy", "sklearn", "spacy", "typer")


@pytest.mark.parametrize("module", ["pipeline.engines.pool", "pipeline.engines.spark.tasks"])
def test_a_worker_loads_the_fast_extractor_without_heavy_packages(module: str) -> None:
    code = (
        f"import sys, {module}\n"
        "from pipeline.extraction import ExtractionConfig, load_extractor\n"
        "load_extractor(ExtractionConfig())\n"
        f"print(*(name for name in {NOT_NEEDED!r} if name in sys.modules))\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.split() == []
