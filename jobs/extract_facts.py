"""spark-submit jobs/extract_facts.py --corpus CORPUS --out RUN: shards to staged facts; going on where it stopped."""

from __future__ import annotations

import sys

from jobs.options import run_job
from pipeline import stages

if __name__ == "__main__":
    sys.exit(run_job("Extract facts from shards into the run's staging folder.", stages.extract))
