"""Exact counting within bounded memory: the prompts are taken part by part.

What is said of a prompt depends on its own statements alone, so that facts laid out by prompt are counted one part
after the other by the same steps. Parts are ranges of prompt ids, ascending: their rows of `prompt_counts` follow each
other in the table's order, and totals add up. Only the sums over documents, and over pairs of documents, bring together
what lies in different parts: for those the rows are laid out a second time, by document and by pair.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.counting.steps import COUNTING_STEPS, REPORT_COUNTS_STEP, Role, Step, make, over, run_steps
from pipeline.engines.protocol import PartedSession, SqlSession, TableWriter

_LAID_OUT = """
SELECT
    f.doc_id, f.domain, f.entity, f.attribute, f.value, f.value_key, f.abstained, f.prompt_id, f.fact_id,
    c.cluster_id, c.cluster_domain
FROM {relation} AS f
LEFT JOIN clusters_of_all AS c ON f.doc_id = c.doc_id
"""

_CLUSTERS_OF_PART = """
SELECT DISTINCT doc_id, cluster_id, cluster_domain
FROM facts
WHERE cluster_id IS NOT NULL
"""

_CLUSTERS = COUNTING_STEPS[0]
_STEPS_OF_PART = tuple(s for s in COUNTING_STEPS[1:] if s.role not in (Role.WHOLE, Role.SPREAD_SUMMED))


def count(session: SqlSession, on_step: Callable[[str], None] = lambda _name: None, relation: str = "facts") -> None:
    """Write `prompt_counts`, `frequency_spectrum` and `report_counts`.

    Parameters
    ----------
    session : SqlSession
        Session that knows the relations facts and duplicates (empty where copies were not looked for).
    on_step : callable, optional
        Called with the name of each step before it runs, and with the number of the part where there are several.
    relation : str
        The relation of the columns of `facts` whose rows are counted.
    """
    parts = session.parts(relation) if isinstance(session, PartedSession) else 1
    if isinstance(session, PartedSession) and parts > 1:
        _count_in_parts(session, parts, on_step, relation)
    else:
        run_steps(session, COUNTING_STEPS, on_step, relation)
    run_steps(session, (REPORT_COUNTS_STEP,), on_step)


def _count_in_parts(session: PartedSession, parts: int, on_step: Callable[[str], None], relation: str) -> None:
    on_step("facts by prompt")
    session.materialize("clusters_of_all", _CLUSTERS.query)
    session.spread_in_order("facts_by_prompt", _LAID_OUT.format(relation=relation), "prompt_id", parts)
    tables = {s.name: session.begin(s.table) for s in COUNTING_STEPS if s.role is Role.ORDERED and s.table}
    places = session.places("facts_by_prompt")
    for number, place in enumerate(places, 1):
        for step in COUNTING_STEPS:
            if step.role is Role.LOCAL:
                session.release(step.name)
        session.hold(_CLUSTERS.name, over(_CLUSTERS_OF_PART, place))
        for step in _STEPS_OF_PART:
            on_step(f"{step.name}, part {number} of {len(places)}")
            _count_part(session, step, over(step.query, place), tables, parts)
        session.drop_place("facts_by_prompt", place)
    for table in tables.values():
        table.commit()
    _gather(session, on_step)


def _count_part(session: PartedSession, step: Step, query: str, tables: dict[str, TableWriter], parts: int) -> None:
    """Run one step over one part."""
    if step.role is Role.LOCAL:
        make(session, step, query)
    elif step.role is Role.ORDERED:
        tables[step.name].add(query)
    elif step.role is Role.SUMMED:
        session.append(_rows(step), query)
    else:
        session.spread(step.name, query, step.keys, parts)


def _gather(session: PartedSession, on_step: Callable[[str], None]) -> None:
    """Add up what the parts left."""
    for step in COUNTING_STEPS:
        if step.role is Role.SUMMED:
            make(session, step, _summed(session, step))
    for step in COUNTING_STEPS:
        if step.role is Role.SPREAD_SUMMED:
            on_step(step.name)
            for place in session.places(step.over):
                session.append(_rows(step), over(step.query, place, step.over))
                session.drop_place(step.over, place)
            make(session, step, _summed(session, step))
        elif step.role is Role.WHOLE:
            run_steps(session, (step,), on_step)


def _rows(step: Step) -> str:
    return f"{step.name}_of_parts"


def _summed(session: SqlSession, step: Step) -> str:
    """Return the query that adds up the rows of the parts by the step's keys."""
    columns: Sequence[str] = session.fetch(f"SELECT * FROM {_rows(step)} WHERE 1 = 0").column_names
    sums = ", ".join(f"SUM({c}) AS {c}" for c in columns if c not in step.keys)
    keys = ", ".join(step.keys)
    return f"SELECT {keys}, {sums} FROM {_rows(step)} GROUP BY {keys}"
