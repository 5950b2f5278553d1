"""Connected components in SQL: no graph ever leaves the engine."""

from __future__ import annotations

from pipeline.engines.protocol import SqlSession

_START = """
SELECT DISTINCT
    CASE WHEN one < other THEN other ELSE one END AS high,
    CASE WHEN one < other THEN one ELSE other END AS low
FROM {pairs}
WHERE one <> other
"""

# Every larger neighbour of a node is tied to the node's smallest neighbour, or to the node itself.
_LARGE_STAR = """
WITH neighbours AS (
    SELECT high AS node, low AS neighbour FROM {edges}
    UNION ALL
    SELECT low AS node, high AS neighbour FROM {edges}
),
smallest AS (
    SELECT node, CASE WHEN MIN(neighbour) < node THEN MIN(neighbour) ELSE node END AS low
    FROM neighbours
    GROUP BY node
)
SELECT DISTINCT n.neighbour AS high, s.low
FROM neighbours AS n
INNER JOIN smallest AS s ON n.node = s.node
WHERE n.neighbour > n.node
"""

# The node and its smaller neighbours are tied to the smallest of them.
_SMALL_STAR = """
WITH smallest AS (
    SELECT high AS node, MIN(low) AS low FROM {edges} GROUP BY high
)
SELECT node AS high, low FROM smallest
UNION
SELECT e.low AS high, s.low
FROM {edges} AS e
INNER JOIN smallest AS s ON e.high = s.node
WHERE e.low > s.low
"""

_CHANGED = """
SELECT
    (SELECT COUNT(*) FROM {one}) AS before,
    (SELECT COUNT(*) FROM {other}) AS after,
    (SELECT COUNT(*) FROM {one} AS a INNER JOIN {other} AS b ON a.high = b.high AND a.low = b.low) AS same
"""


def connected_components(session: SqlSession, pairs: str, name: str) -> int:
    """Make the relation `name` (node, component) from a relation of pairs (one, other) of int64 nodes.

    Alternates the large-star and small-star steps until the edges are stars around each component's smallest node.
    Each step is a grouping and a join of the edges; there are O(log² n) rounds, in practice a handful.

    Parameters
    ----------
    session : SqlSession
        Knows `pairs`.
    pairs : str
        Name of the relation of edges, in any order, repeated or not.
    name : str
        Name of the relation to make: one row for each node that has an edge; its component is the smallest node.

    Returns
    -------
    int
        Rounds.

    References
    ----------
    R. Kiveris et al. (2014), Connected components in MapReduce and beyond, SoCC.
    """
    edges = f"{name}_edges_0"
    session.materialize(edges, _START.format(pairs=pairs))
    rounds, settled = 0, False
    while not settled:
        rounds += 1
        large, small = f"{name}_large_{rounds}", f"{name}_edges_{rounds}"
        session.materialize(large, _LARGE_STAR.format(edges=edges))
        session.materialize(small, _SMALL_STAR.format(edges=large))
        counts = session.fetch(_CHANGED.format(one=edges, other=small)).to_pylist()[0]
        settled = counts["before"] == counts["after"] == counts["same"]
        edges = small
    session.materialize(name, f"SELECT high AS node, low AS component FROM {edges} UNION SELECT low, low FROM {edges}")
    return rounds
