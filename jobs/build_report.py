"""spark-submit jobs/build_report.py --corpus CORPUS --out RUN: counts to the report."""

from __future__ import annotations

import sys

from jobs.options import run_job
from pipeline import stages

if __name__ == "__main__":
    sys.exit(run_job("Build the report from the counts.", stages.report))
