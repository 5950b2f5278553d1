"""A small world, its corpus, and the command, for the tests of whole runs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from pipeline.analysis import AnalysisResult, analyze
from pipeline.engines.duckdb import DuckDBEngine
from pipeline.progress import Progress
from pipeline.request import AnalysisRequest
from pipeline.simulation import WorldSpec, simulate

ROOT = Path(__file__).parents[2]

WORLD: dict[str, Any] = {
    "seed": 7,
    "shared_entities": 60,
    "domains": [
        {
            "name": "encyclopedia",
            "register": "encyclopedia",
            "statements": 700,
            "entities": 80,
            "shared": 0.1,
            "repeat_rate": 0.1,
            "attributes": {"date_of_birth": 2, "place_of_birth": 1, "spouse": 1, "founder": 1},
        },
        {
            "name": "forum",
            "register": "forum",
            "statements": 400,
            "entities": 400,
            "shared": 0.2,
            "abstention_rate": 0.1,
            "attributes": {"date_of_birth": 1, "author": 1, "headquarters": 1},
        },
    ],
}


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with the shards of a small world; its truth lies in _truth."""
    out = tmp_path_factory.mktemp("world")
    simulate(WorldSpec.from_data(WORLD), out, formats=["jsonl"], truth=out / "_truth")
    return out


@pytest.fixture(scope="session")
def records(world: Path) -> list[dict[str, Any]]:
    """All records of the small world."""
    lines = [line for shard in sorted(world.glob("*.jsonl")) for line in shard.read_bytes().splitlines()]
    return [orjson.loads(line) for line in lines]


@pytest.fixture(scope="session")
def run_corpus() -> Callable[..., AnalysisResult]:
    """Analyze in this process, quietly; the models load once for all tests."""

    def run(corpus: Any, out: Path, *, workers: int = 1, **options: Any) -> AnalysisResult:
        paths = corpus if isinstance(corpus, list) else [corpus]
        request = AnalysisRequest(corpus=tuple(str(p) for p in paths), out=out, **options)
        return analyze(request, DuckDBEngine(workers=workers), Progress(quiet=True))

    return run


@pytest.fixture(scope="session")
def monofact() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command in a process of its own."""

    def run(*args: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pipeline.cli", *map(str, args)]
        # The tests may stand in any folder; the packages are found all the same.
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        # Compiled modules must be kept, or each of many processes compiles everything anew.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env=environment)

    return run


def write_lines(path: Path, lines: list[Any]) -> Path:
    """Write JSON lines; bytes are written as they are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join((x if isinstance(x, bytes) else orjson.dumps(x)) + b"\n" for x in lines))
    return path
