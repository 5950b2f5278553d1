"""The steps of counting, in order: each is one SELECT in a file of its own.

The SQL is the subset that DuckDB and Spark SQL run unchanged, so that both engines count the same. Every step reads
relations that an earlier step made and makes one relation, which is either a table of the run (`Step.table`) or an
intermediate one that the engine drops at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from pipeline.engines.protocol import SqlSession
from schemas import (
    DOCUMENTS,
    FACTS,
    FREQUENCY_SPECTRUM,
    PROMPT_COUNTS,
    REJECTS,
    REPORT_COUNTS,
    Table,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One SELECT.

    Parameters
    ----------
    name : str
        Name of the relation that it makes, and of its file below ``pipeline/counting/sql``.
    table : Table or None
        The table of the run that the relation is written to; None for an intermediate relation.
    """

    name: str
    table: Table | None = None

    @property
    def query(self) -> str:
        """Text of the SELECT."""
        return files("pipeline.counting").joinpath("sql", f"{self.name}.sql").read_text(encoding="utf-8")


FINALIZING_STEPS = (
    Step("duplicate_ids"),
    Step("documents", DOCUMENTS),
    Step("facts", FACTS),
    Step("rejects", REJECTS),
)
"""From what extraction staged, shard by shard, to the tables of the whole corpus."""

COUNTING_STEPS = (
    Step("observations"),
    Step("fact_observations"),
    Step("entity_names"),
    Step("unit_counts"),
    Step("prompt_counts", PROMPT_COUNTS),
    Step("frequency_spectrum", FREQUENCY_SPECTRUM),
    Step("prompt_totals"),
    Step("fact_totals"),
    Step("value_totals"),
    Step("source_totals"),
    Step("pair_totals"),
)
"""From facts (and duplicates) to counts."""

REPORT_COUNTS_STEP = Step("report_counts", REPORT_COUNTS)
"""The counts behind the report, for the estimators."""


def _run(session: SqlSession, steps: Sequence[Step], on_step: Callable[[str], None]) -> None:
    for step in steps:
        on_step(step.name)
        if step.table is None:
            session.materialize(step.name, step.query)
        else:
            session.write(step.table, step.query)


def finalize(session: SqlSession, on_step: Callable[[str], None] = lambda _name: None) -> None:
    """Write `documents`, `facts` and `rejects` from the staged relations.

    Parameters
    ----------
    session : SqlSession
        Session that knows the relations staged_facts, staged_documents and staged_rejects.
    on_step : callable, optional
        Called with the name of each step before it runs.
    """
    _run(session, FINALIZING_STEPS, on_step)


def count(session: SqlSession, on_step: Callable[[str], None] = lambda _name: None) -> None:
    """Write `prompt_counts`, `frequency_spectrum` and `report_counts`.

    Parameters
    ----------
    session : SqlSession
        Session that knows the relations facts and duplicates (empty where copies were not looked for).
    on_step : callable, optional
        Called with the name of each step before it runs.
    """
    _run(session, (*COUNTING_STEPS, REPORT_COUNTS_STEP), on_step)
