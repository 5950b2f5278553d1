"""spark-submit jobs/analyze.py --corpus CORPUS --out RUN: the whole run, going on where it stopped."""

from __future__ import annotations

import sys
from typing import Any

from jobs.options import run_job
from pipeline.analysis import analyze as run_analysis
from pipeline.engines.protocol import Engine
from pipeline.progress import Progress
from pipeline.request import AnalysisRequest


def analyze(request: AnalysisRequest, engine: Engine, progress: Progress) -> dict[str, Any]:
    """Run all stages; return what run.json says."""
    result = run_analysis(request, engine, progress, progress.say)
    if result.nothing_to_do:
        progress.say("nothing to do: the run is finished and the corpus has not changed")
    return result.summary


if __name__ == "__main__":
    sys.exit(run_job("Analyze a corpus on Spark.", analyze))
