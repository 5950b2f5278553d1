"""Chooses, for each attribute, the bound below which exactly `size` different prompts lie.

The bound is a property of the set of prompts alone: the id of the prompt at place size + 1. It is found without
grouping all prompts: one scan counts statements below powers of two, and only prompts below a generous power of
two are then told apart.
"""

from __future__ import annotations

import json
from math import ceil, log2

import pyarrow as pa

from pipeline.engines.protocol import SqlSession
from schemas.sample_bounds import SAMPLE_BOUNDS

_LEAST = -(2**63)
_LAST = 2**63 - 1
_LEVELS = 48


def write_bounds(session: SqlSession, size: int) -> None:
    """Write `sample_bounds`: by attribute, the largest sampled id and the probability of inclusion.

    Parameters
    ----------
    session : SqlSession
        Knows `facts`.
    size : int
        Different prompts to sample of each attribute; attributes that have fewer are kept whole.
    """
    levels = _first_levels(session, size)
    open_levels = dict(levels)
    found: dict[str, int] = {}
    while open_levels:
        _write(session, {a: _edge(j) for a, j in open_levels.items()})
        session.materialize("candidate_prompts", _CANDIDATES)
        held, nexts = _distinct(session), _after(session, size)
        for attribute, level in list(open_levels.items()):
            distinct = held.get(attribute, 0)
            if distinct > size or level == 0:
                found[attribute] = nexts.get(attribute, _LAST + 1) - 1
                del open_levels[attribute]
            else:
                # Statements repeat prompts: open the bound by what is missing, and by a half more.
                open_levels[attribute] = max(0, level - max(1, ceil(log2(1.5 * (size + 1) / max(distinct, 1)))))
    _write(session, found)


def write_merged_bounds(session: SqlSession) -> dict[str, int]:
    """Write `sample_bounds` from the bounds of merged sketches.

    Parameters
    ----------
    session : SqlSession
        Knows `sketches`.

    Returns
    -------
    dict of str to int
        By attribute, the largest id that is sampled.
    """
    query = "SELECT DISTINCT attribute, parameters FROM sketches WHERE kind = 'singleton'"
    bounds = {row["attribute"]: json.loads(row["parameters"])["bound"] for row in session.fetch(query).to_pylist()}
    found = {attribute: _LAST if bound is None else bound - 1 for attribute, bound in bounds.items()}
    _write(session, found)
    return found


_CANDIDATES = """
SELECT DISTINCT f.attribute, f.prompt_id
FROM facts AS f
INNER JOIN sample_bounds AS b ON f.attribute = b.attribute
WHERE f.prompt_id <= b.last
"""


def _edge(level: int) -> int:
    """Return the largest id in the smallest 2^-level of all ids."""
    return _LAST if level == 0 else _LEAST + (1 << (64 - level)) - 1


def _write(session: SqlSession, bounds: dict[str, int]) -> None:
    names = sorted(bounds)
    columns = [names, [bounds[n] for n in names], [(bounds[n] + 1 - _LEAST) / 2.0**64 for n in names]]
    arrays = [pa.array(c, f.type) for c, f in zip(columns, SAMPLE_BOUNDS.arrow_schema, strict=True)]
    session.write_rows(SAMPLE_BOUNDS, pa.Table.from_arrays(arrays, schema=SAMPLE_BOUNDS.arrow_schema))


def _first_levels(session: SqlSession, size: int) -> dict[str, int]:
    """Return, by attribute, the narrowest level with at least four times `size` statements below its edge."""
    sums = ", ".join(
        f"SUM(CASE WHEN prompt_id <= CAST('{_edge(j)}' AS BIGINT) THEN 1 ELSE 0 END) AS level_{j}"
        for j in range(1, _LEVELS)
    )
    rows = session.fetch(f"SELECT attribute, {sums} FROM facts GROUP BY attribute").to_pylist()
    return {
        row["attribute"]: max((j for j in range(1, _LEVELS) if row[f"level_{j}"] >= 4 * size), default=0)
        for row in rows
    }


def _distinct(session: SqlSession) -> dict[str, int]:
    rows = session.fetch("SELECT attribute, COUNT(*) AS held FROM candidate_prompts GROUP BY attribute").to_pylist()
    return {row["attribute"]: int(row["held"]) for row in rows}


def _after(session: SqlSession, size: int) -> dict[str, int]:
    rows = session.fetch(
        "SELECT attribute, prompt_id FROM (SELECT attribute, prompt_id, ROW_NUMBER() OVER "
        "(PARTITION BY attribute ORDER BY prompt_id) AS place FROM candidate_prompts) AS ranked "
        f"WHERE place = {size + 1}"
    ).to_pylist()
    return {row["attribute"]: int(row["prompt_id"]) for row in rows}
