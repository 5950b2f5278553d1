"""The steps of counting, in order: each is one SELECT in a file of its own.

The SQL is the subset that DuckDB and Spark SQL run unchanged, so that both engines count the same. Every step reads
relations that an earlier step made and makes one relation, which is either a table of the run (`Step.table`) or an
intermediate one that the engine drops at the end. A session that cannot hold all prompts at once takes them part by
part (`pipeline.counting.parts`); `Step.role` says what then becomes of a step's rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from importlib.resources import files

from pipeline.engines.protocol import PartedSession, SqlSession
from schemas import (
    DOCUMENTS,
    FACTS,
    FREQUENCY_SPECTRUM,
    PROMPT_COUNTS,
    REJECTS,
    REPORT_COUNTS,
    Table,
)


class Role(Enum):
    """What becomes of a step's rows where prompts are taken part by part."""

    LOCAL = "local"
    """Only the part itself reads them; the next part replaces them."""
    ORDERED = "ordered"
    """Those of all parts follow each other in the canonical order of the table."""
    SUMMED = "summed"
    """Those of all parts are added up by `Step.keys`."""
    SPREAD = "spread"
    """Those of all parts are laid out anew, in parts by `Step.keys`."""
    SPREAD_SUMMED = "spread and summed"
    """The step runs over each part of the relation `Step.over`; the rows of these are added up by `Step.keys`."""
    WHOLE = "whole"
    """The step runs once, after all parts."""


_GROUP = ("unit", "domain", "attribute")


@dataclass(frozen=True, slots=True)
class Step:
    """One SELECT.

    Parameters
    ----------
    name : str
        Name of the relation that it makes, and of its file below ``pipeline/counting/sql``.
    table : Table or None
        The table of the run that the relation is written to; None for an intermediate relation.
    kept : bool
        Whether an intermediate relation is kept: False where one other step alone reads it.
    role : Role
        What becomes of its rows where prompts are taken part by part.
    keys : tuple of str
        Columns by which rows of parts are added up or laid out.
    over : str
        The relation whose parts a step of the role SPREAD_SUMMED runs over.
    """

    name: str
    table: Table | None = None
    kept: bool = True
    role: Role = Role.LOCAL
    keys: tuple[str, ...] = _GROUP
    over: str = ""

    @property
    def query(self) -> str:
        """Text of the SELECT."""
        return files("pipeline.counting").joinpath("sql", f"{self.name}.sql").read_text(encoding="utf-8")


FINALIZING_STEPS = (
    Step("duplicate_ids", role=Role.WHOLE),
    Step("documents", DOCUMENTS, role=Role.WHOLE),
    Step("facts", FACTS, role=Role.WHOLE),
    Step("rejects", REJECTS, role=Role.WHOLE),
)
"""From what extraction staged, shard by shard, to the tables of the whole corpus."""

COUNTING_STEPS = (
    Step("clusters"),
    Step("observations"),
    Step("fact_observations"),
    Step("entity_names"),
    Step("unit_counts"),
    Step("corpus_facts"),
    Step("prompt_values"),
    Step("prompt_counts", PROMPT_COUNTS, role=Role.ORDERED),
    Step("frequency_spectrum", FREQUENCY_SPECTRUM, role=Role.SUMMED, keys=(*_GROUP, "count")),
    Step("prompt_totals", role=Role.SUMMED),
    Step("fact_totals", role=Role.SUMMED),
    Step("value_prompts", kept=False, role=Role.SUMMED, keys=(*_GROUP, "value_key")),
    Step("value_conflicts", role=Role.SUMMED),
    Step("value_totals", role=Role.WHOLE),
    Step("source_prompts", kept=False, role=Role.SPREAD, keys=("source",)),
    Step("source_totals", role=Role.SPREAD_SUMMED, over="source_prompts"),
    Step("doubletons", kept=False, role=Role.SPREAD, keys=("low", "high")),
    Step("pair_totals", role=Role.SPREAD_SUMMED, over="doubletons"),
)
"""From facts (and duplicates) to counts."""

REPORT_COUNTS_STEP = Step("report_counts", REPORT_COUNTS, role=Role.WHOLE)
"""The counts behind the report, for the estimators."""


def over(query: str, relation: str, instead_of: str = "facts") -> str:
    """Return a counting query with another relation in the place of `facts`, or of another one."""
    return re.sub(rf"\bFROM {instead_of}\b", f"FROM {relation}", query)


def make(session: SqlSession, step: Step, query: str) -> None:
    """Make the relation of a step from its query."""
    if step.table is not None:
        session.write(step.table, query)
    elif not step.kept:
        session.define(step.name, query)
    elif isinstance(session, PartedSession) and step.role is Role.LOCAL:
        session.hold(step.name, query)
    else:
        session.materialize(step.name, query)


def run_steps(
    session: SqlSession, steps: Sequence[Step], on_step: Callable[[str], None], relation: str = "facts"
) -> None:
    """Run steps one after the other, over a relation of the columns of `facts`."""
    for step in steps:
        on_step(step.name)
        make(session, step, over(step.query, relation))


def finalize(session: SqlSession, on_step: Callable[[str], None] = lambda _name: None) -> None:
    """Write `documents`, `facts` and `rejects` from the staged relations.

    Parameters
    ----------
    session : SqlSession
        Session that knows the relations staged_facts, staged_documents and staged_rejects.
    on_step : callable, optional
        Called with the name of each step before it runs.
    """
    run_steps(session, FINALIZING_STEPS, on_step)
