"""Facts to prompt counts, frequency spectrum and the counts behind the report, as SQL that both engines run."""

from pipeline.counting.parts import count
from pipeline.counting.steps import (
    COUNTING_STEPS,
    FINALIZING_STEPS,
    REPORT_COUNTS_STEP,
    Step,
    finalize,
)

__all__ = ["COUNTING_STEPS", "FINALIZING_STEPS", "REPORT_COUNTS_STEP", "Step", "count", "finalize"]
