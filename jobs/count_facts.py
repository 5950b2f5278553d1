"""spark-submit jobs/count_facts.py --corpus CORPUS --out RUN: staged facts to counts."""

from __future__ import annotations

import sys

from jobs.options import run_job
from pipeline import stages

if __name__ == "__main__":
    sys.exit(run_job("Count the staged facts.", stages.count))
