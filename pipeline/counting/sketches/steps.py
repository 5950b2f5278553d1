"""The SQL of sampled counting: the steps of exact counting over the facts of sampled prompts, then scaled totals."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

from pipeline.counting.steps import COUNTING_STEPS, Step
from pipeline.engines.protocol import SqlSession
from schemas import FREQUENCY_SPECTRUM, REPORT_COUNTS, Table
from schemas.sampling_errors import SAMPLING_ERRORS

_REPLACED = ("frequency_spectrum", "source_totals", "pair_totals")

OBSERVING_STEPS: tuple[Step, ...] = tuple(s for s in COUNTING_STEPS if s.name not in _REPLACED)
"""Steps of exact counting that sampled counting runs unchanged, over fewer facts.

Their rows of attribute '*' add attributes that were sampled at different rates: the scaling steps leave those out and
add after scaling.
"""

SPECTRUM_STEP = next(s for s in COUNTING_STEPS if s.name == "frequency_spectrum")
"""The spectrum of exact counting; here of the sampled prompts, before scaling."""

SCALING_STEPS: tuple[tuple[str, Table | None], ...] = (
    ("scaled_spectrum", FREQUENCY_SPECTRUM),
    ("sampled_source_totals", None),
    ("sampled_pair_totals", None),
    ("sampling_errors", SAMPLING_ERRORS),
    ("sampled_report_counts", REPORT_COUNTS),
)
"""From the sampled prompts' counts to the tables; each is one SELECT in ``pipeline/counting/sketches/sql``.

The totals of sources and pairs have SELECTs of their own, because squares of sampled counts need a correction of
their own to be unbiased.
"""


def sketch_sql(name: str) -> str:
    """Return the text of a SELECT of this package."""
    return files("pipeline.counting.sketches").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


def scale(session: SqlSession, on_step: Callable[[str], None]) -> None:
    """Write `frequency_spectrum`, `sampling_errors` and `report_counts` from the counts of sampled prompts."""
    session.materialize("sampled_spectrum", SPECTRUM_STEP.query)
    for name, table in SCALING_STEPS:
        on_step(name)
        if table is None:
            session.materialize(name, sketch_sql(name))
        else:
            session.write(table, sketch_sql(name))
