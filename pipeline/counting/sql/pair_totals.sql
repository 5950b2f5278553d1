-- Sum of squares of the prompts that exactly the same two documents answer. A pair that spans two domains counts
-- for the whole corpus and for neither domain: there its prompts are known, not doubletons.
WITH doubletons AS (
    SELECT
        o.unit, o.prompt_id, o.attribute,
        MIN(o.source) AS low, MAX(o.source) AS high, MIN(o.domain) AS low_domain, MAX(o.domain) AS high_domain
    FROM observations AS o
    INNER JOIN unit_counts AS u
        ON o.unit = u.unit AND o.domain = u.domain AND o.prompt_id = u.prompt_id
    WHERE o.answers > 0 AND u.answered_total = 2
    GROUP BY o.unit, o.prompt_id, o.attribute
),
pairs AS (
    SELECT
        unit, low_domain, high_domain, COALESCE(attribute, '*') AS attribute, low, high,
        CAST(COUNT(*) AS DOUBLE) AS shared
    FROM doubletons
    GROUP BY GROUPING SETS (
        (unit, low_domain, high_domain, attribute, low, high), (unit, low_domain, high_domain, low, high)
    )
)
SELECT unit, low_domain AS domain, attribute, SUM(shared * shared) AS cluster_pairs
FROM pairs
WHERE low_domain = high_domain
GROUP BY unit, low_domain, attribute
UNION ALL
SELECT unit, '*' AS domain, attribute, SUM(shared * shared) AS cluster_pairs
FROM pairs
GROUP BY unit, attribute
